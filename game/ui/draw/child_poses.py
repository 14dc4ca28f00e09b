"""What the child does: at rest and at work, as functions of a phase 0..1; the table of poses."""

from collections.abc import Callable

from game.ui.draw.child_moves import ease, gust, leap, run, stumble, walk, wave
from game.ui.draw.child_rig import Pose
from game.ui.draw.child_waking import greet, wake


def idle(phase: float) -> Pose:
    """Stands and breathes, shifts its weight, blinks, glances aside."""
    breath = wave(phase, 2)
    sway = wave(phase)
    glance = 0.28 * ease(min(1.0, max(0.0, 3 * wave(phase, 1, -0.12) - 1.2)))
    return Pose(
        hip=(0.7 * sway, 0.0, 17.5 + 0.25 * breath),
        roll=-0.025 * sway,
        tilt=0.05 * sway,
        turn=glance,
        hands=((3.6, 1.2, -13.4 + 0.5 * breath), (-3.6, 1.2, -13.4 + 0.5 * breath)),
        squash=-0.012 * breath,
        hat=0.3 * max(0.0, breath),
        eyes="blink" if 0.40 <= phase < 0.44 or 0.90 <= phase < 0.935 else "open",
    )


def dig(phase: float) -> Pose:
    """Kneels and shovels: the blade goes in, heaves, and sand flies."""
    heave = ease(min(1.0, max(0.0, (phase - 0.35) / 0.25))) * (1 - ease(max(0, phase - 0.7) / 0.3))
    flight = ((phase - 0.46) % 1.0) / 0.55
    sand = [
        ("sand", 15 + reach * flight, -9 * (1 - flight) - rise * flight * (1 - flight), size)
        for reach, rise, size in ((13, 120, 1.9), (20, 96, 1.5), (9, 150, 1.4), (16, 160, 1.2))
        if flight < 1
    ]
    return Pose(
        hip=(0.0, -4.0, 10.5 + heave),
        pitch=0.46 - 0.26 * heave,
        nod=0.12 - 0.2 * heave,
        feet=((3.6, 2.0, 0.0), (-3.6, -11.0, 0.0)),
        toes=(0.0, 0.8),
        hands=((-2.5, 8.5, -9.5 + 6 * heave), (3.5, 7.0, -5.5 + 5 * heave)),
        splay=0.7,
        hat=1.2 * heave,
        eyes="down" if heave < 0.5 else "open",
        mouth="tongue",
        brow=0.4,
        spade=1.15 - 1.25 * heave,
        bits=[("mound", 14.0, 0.5, 4.0), *sand],
    )


def cheer(phase: float) -> Pose:
    """Jumps for joy, arms up."""
    hop = abs(wave(phase))
    land = max(0.0, 1 - hop * 3)
    shake = 2.5 * wave(phase, 2)
    return Pose(
        hip=(0.0, 0.0, 17.8 - 3.0 * land),
        roll=0.06 * wave(phase, 1, 0.25),
        tilt=0.10 * wave(phase, 1, 0.25),
        nod=-0.14,
        feet=((4.2, 0.0, 3.5 * hop), (-4.2, -1.0, 5.5 * hop)),
        toes=(0.5 * hop, 0.7 * hop),
        hands=((14 + shake, 1.5, 18.5 - 6 * land), (-14 + shake, 1.5, 18.5 - 6 * land)),
        splay=0.9,
        lift=11 * hop,
        squash=0.07 * land - 0.03 * hop,
        hat=2.6 * hop,
        scarf=(0.0, 7 - 12 * hop),
        eyes="happy",
        mouth="grin",
        brow=0.8,
    )


def thirsty(phase: float) -> Pose:
    """Droops, wipes its brow, sways."""
    wipe = wave(phase, 2)
    return Pose(
        hip=(0.8 * wave(phase), 0.0, 16.8 + 0.3 * wipe),
        pitch=0.24,
        roll=0.06 * wave(phase),
        nod=0.16,
        tilt=-0.12 + 0.04 * wave(phase),
        feet=((3.8, 1.0, 0.0), (-3.8, -0.5, 0.0)),
        hands=((-2.5 + 3.0 * wipe, 10.5, 13.0), (-1.6, 3.5, -13.6)),
        splay=0.9,
        eyes="low",
        mouth="wobble",
        brow=-0.8,
        bits=[("sweat", 12.5 + 2 * phase, -52 + 18 * phase * phase, 1.7)],
    )


def asleep(phase: float) -> Pose:
    """Sits with its hat over its face and its arms round its knees."""
    breath = wave(phase)
    rise = [((phase + shift) % 1.0, size) for shift, size in ((0.0, 4.8), (0.5, 3.8))]
    return Pose(
        hip=(0.0, -5.0, 5.2),
        pitch=0.30 + 0.03 * breath,
        nod=0.34 + 0.04 * breath,
        tilt=0.10,
        feet=((3.4, 5.5, 0.0), (-3.4, 5.5, 0.0)),
        hands=((-3.5, 12.0, -8.0), (3.5, 12.0, -8.0)),
        splay=0.8,
        squash=-0.015 * breath,
        eyes="shut",
        mouth="flat",
        hat_down=True,
        bits=[("z", 15 + 7 * t, -36 - 20 * t, size * min(1, 4 * (1 - t))) for t, size in rise],
    )


POSES: dict[str, tuple[Callable[[float], Pose], int]] = {  # the pose, and its frames to a turn
    "idle": (idle, 28),
    "walk": (walk, 16),
    "run": (run, 12),
    "stumble": (stumble, 12),
    "gust": (gust, 12),
    "leap": (leap, 16),
    "dig": (dig, 16),
    "cheer": (cheer, 16),
    "thirsty": (thirsty, 20),
    "asleep": (asleep, 20),
    "wake": (wake, 28),
    "greet": (greet, 20),
}
