"""What the child does: each pose as a function of its phase, 0..1, once round."""

import math
from collections.abc import Callable

from game.ui.draw.child_rig import Joint, Pose

WALK_STRIDE, RUN_STRIDE = 13.0, 21.0  # units from the backmost to the foremost print of a foot


def _wave(phase: float, turns: float = 1.0, shift: float = 0.0) -> float:
    return math.sin(math.tau * (phase * turns + shift))


def _ease(t: float) -> float:
    return t * t * (3 - 2 * t)


def _gait(phase: float, stride: float, lift: float, side: float) -> tuple[Joint, float]:
    """Where a foot is in a stride, and how far its toes point down: on the ground until 0.5."""
    phase %= 1.0
    if phase < 0.5:
        roll = max(0.0, (phase - 0.36) / 0.14) * 0.5
        return (side, stride * (0.5 - 2 * phase), 0.0), roll
    t = (phase - 0.5) * 2
    swing = math.sin(math.pi * t)
    return (side, stride * (_ease(t) - 0.5), lift * swing), 0.9 * (1 - t) * swing**0.5


def idle(phase: float) -> Pose:
    """Stands and breathes, shifts its weight, blinks, glances aside."""
    breath = _wave(phase, 2)
    sway = _wave(phase)
    glance = 0.28 * _ease(min(1.0, max(0.0, 3 * _wave(phase, 1, -0.12) - 1.2)))
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


def walk(phase: float) -> Pose:
    """A springy stroll; one turn is two steps."""
    right, right_toes = _gait(phase + 0.0, WALK_STRIDE, 4.6, 2.9)
    left, left_toes = _gait(phase + 0.5, WALK_STRIDE, 4.6, -2.9)
    bob = -math.cos(math.tau * 2 * phase)
    swing = math.cos(math.tau * phase)
    return Pose(
        hip=(0.9 * _wave(phase), 0.0, 17.2 + 0.9 * bob),
        pitch=0.07,
        roll=0.05 * _wave(phase),
        twist=-0.30 * swing,
        tilt=-0.06 * _wave(phase),
        nod=0.02 * bob,
        feet=(right, left),
        toes=(right_toes, left_toes),
        hands=((3.2, -7.0 * swing, -11.8), (-3.2, 7.0 * swing, -11.8)),
        hat=0.9 * max(0.0, -_wave(phase, 2, 0.1)),
        squash=-0.02 * bob,
        eyes="blink" if 0.55 <= phase < 0.6 else "open",
    )


def run(phase: float) -> Pose:
    """Flies downhill with bent elbows; both feet leave the ground."""
    right, right_toes = _gait(phase + 0.0, RUN_STRIDE, 8.5, 2.4)
    left, left_toes = _gait(phase + 0.5, RUN_STRIDE, 8.5, -2.4)
    bob = -math.cos(math.tau * 2 * phase)
    swing = math.cos(math.tau * phase)
    behind = -14.0 * (0.6 + 0.4 * abs(swing))
    return Pose(
        hip=(0.0, 0.0, 16.6 + 1.4 * bob),
        pitch=0.34,
        roll=0.04 * _wave(phase),
        twist=-0.45 * swing,
        nod=-0.10,
        feet=(right, left),
        toes=(right_toes * 1.4, left_toes * 1.4),
        hands=((3.4, 3.0 - 8.0 * swing, -6.5), (-3.4, 3.0 + 8.0 * swing, -6.5)),
        splay=0.5,
        lift=1.6 * max(0.0, bob),
        hat=1.6 * max(0.0, -_wave(phase, 2, 0.15)),
        squash=-0.035 * bob,
        scarf=(-9.0, -3.0),
        mouth="grin",
        brow=0.5,
        bits=[("dust", behind, -2.0, 2.6 - 1.2 * (2 * phase % 1))],
    )


def stumble(phase: float) -> Pose:
    """Tips over its own speed: one leg kicks up, the arms whirl."""
    tip = 0.40 + 0.16 * _wave(phase)
    whirl = math.tau * phase
    return Pose(
        hip=(0.8 * _wave(phase, 2), 1.0, 16.8),
        pitch=tip,
        roll=0.22 * _wave(phase, 1, 0.2),
        tilt=-0.16 * _wave(phase, 1, 0.1),
        nod=-0.3,
        feet=((2.0, 2.0, 0.0), (-4.5, -9.0 - 2 * _wave(phase), 6.0 + 3 * _wave(phase, 1, 0.3))),
        toes=(0.0, 0.9),
        hands=(
            (9 + 3 * math.cos(whirl), 3 * math.cos(whirl), 7 + 8 * math.sin(whirl)),
            (-9 + 3 * math.cos(whirl), -3 * math.cos(whirl), 7 - 8 * math.sin(whirl)),
        ),
        splay=0.8,
        hat=4.5 + 1.5 * _wave(phase, 2),
        scarf=(-6.0, -8.0),
        eyes="wide",
        mouth="o",
        brow=-1.0,
        bits=[("sweat", -15 - 4 * phase, -62 - 8 * phase, 1.5), ("dust", 10.0, -1.5, 2.2)],
    )


def gust(phase: float) -> Pose:
    """The wind grabs it from behind: it is half carried, holding on to its hat."""
    flutter = _wave(phase, 2)
    return Pose(
        hip=(0.0, 1.5, 16.8 + 0.5 * flutter),
        pitch=-0.30 + 0.05 * flutter,
        roll=0.04 * _wave(phase),
        nod=0.18,
        tilt=0.06 * flutter,
        feet=((3.4, 6.5, 0.0), (-3.2, 0.5, 0.6 + 0.6 * flutter)),
        toes=(-0.35, 0.1),
        hands=((9.5, 3.0, 20.0), (-13.0, 2.0 + flutter, -2.0 + 3 * flutter)),
        splay=0.9,
        hat=0.6 + 0.6 * flutter,
        scarf=(24.0, -10.0),
        eyes="squint",
        mouth="open",
        brow=0.4,
        bits=[
            ("streak", -30 + 62 * ((phase + shift) % 1), height, size)
            for shift, height, size in ((0.0, -58, 9), (0.45, -34, 12), (0.75, -12, 10))
        ],
    )


def leap(phase: float) -> Pose:
    """One jump, from the crouch to the landing."""
    air = min(1.0, max(0.0, (phase - 0.14) / 0.72))
    height = 4 * air * (1 - air)
    crouch = max(0.0, 1 - abs(phase - 0.07) / 0.07) + max(0.0, 1 - abs(phase - 0.93) / 0.07)
    tuck = _ease(min(1.0, height * 1.3))
    reach = -8 + 24 * tuck
    return Pose(
        hip=(0.0, 0.0, 17.6 - 5.5 * crouch),
        pitch=0.12 + 0.3 * crouch + 0.1 * tuck,
        nod=-0.1 * tuck,
        feet=((3.6, 2.5 * tuck, 9.5 * tuck), (-3.6, -1.0 * tuck, 7.0 * tuck)),
        toes=(0.5 * tuck, 0.7 * tuck),
        hands=((8 + 5 * tuck, 2 - 6 * crouch, reach), (-8 - 5 * tuck, 2 - 6 * crouch, reach)),
        splay=0.6,
        lift=10 * height,
        squash=0.10 * crouch - 0.05 * height,
        hat=4.0 * _ease(air) * (air < 1),
        scarf=(-3.0, 16.0 * (air - 0.5) * (0 < air < 1)),
        eyes="wide" if air > 0.5 else "happy",
        mouth="grin" if phase < 0.9 else "smile",
        brow=0.6,
        bits=[("dust", x, -1.5, 3.0 * crouch) for x in (-13.0, 12.0) if phase > 0.86],
    )


def dig(phase: float) -> Pose:
    """Kneels and shovels: the blade goes in, heaves, and sand flies."""
    heave = _ease(min(1.0, max(0.0, (phase - 0.35) / 0.25))) * (
        1 - _ease(max(0, phase - 0.7) / 0.3)
    )
    flight = ((phase - 0.46) % 1.0) / 0.55
    sand = [
        ("sand", 15 + reach * flight, -9 * (1 - flight) - rise * flight * (1 - flight), size)
        for reach, rise, size in ((13, 120, 1.9), (20, 96, 1.5), (9, 150, 1.4), (16, 160, 1.2))
        if flight < 1
    ]
    return Pose(
        hip=(0.0, -2.0, 10.5 + heave),
        pitch=0.46 - 0.26 * heave,
        nod=0.12 - 0.2 * heave,
        feet=((3.6, 4.5, 0.0), (-3.6, -9.0, 0.0)),
        toes=(0.0, 0.8),
        hands=((-2.5, 8.5, -9.5 + 6 * heave), (3.5, 7.0, -5.5 + 5 * heave)),
        splay=0.7,
        hat=1.2 * heave,
        eyes="down" if heave < 0.5 else "open",
        mouth="tongue",
        brow=0.4,
        spade=1.15 - 1.25 * heave,
        bits=[("mound", 14.5, 0.5, 4.0), *sand],
    )


def cheer(phase: float) -> Pose:
    """Jumps for joy, arms up."""
    hop = abs(_wave(phase))
    land = max(0.0, 1 - hop * 3)
    wave = 2.5 * _wave(phase, 2)
    return Pose(
        hip=(0.0, 0.0, 17.8 - 3.0 * land),
        roll=0.06 * _wave(phase, 1, 0.25),
        tilt=0.10 * _wave(phase, 1, 0.25),
        nod=-0.14,
        feet=((4.2, 0.0, 3.5 * hop), (-4.2, -1.0, 5.5 * hop)),
        toes=(0.5 * hop, 0.7 * hop),
        hands=((14 + wave, 1.5, 18.5 - 6 * land), (-14 + wave, 1.5, 18.5 - 6 * land)),
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
    wipe = _wave(phase, 2)
    return Pose(
        hip=(0.8 * _wave(phase), 0.0, 16.8 + 0.3 * wipe),
        pitch=0.24,
        roll=0.06 * _wave(phase),
        nod=0.16,
        tilt=-0.12 + 0.04 * _wave(phase),
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
    breath = _wave(phase)
    rise = [((phase + shift) % 1.0, size) for shift, size in ((0.0, 4.8), (0.5, 3.8))]
    return Pose(
        hip=(0.0, -3.5, 5.2),
        pitch=0.30 + 0.03 * breath,
        nod=0.34 + 0.04 * breath,
        tilt=0.10,
        feet=((3.4, 7.5, 0.0), (-3.4, 7.5, 0.0)),
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
}
