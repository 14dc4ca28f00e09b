"""How the child moves: walking, running, and being carried off, as functions of a phase 0..1."""

import math

from game.ui.draw.child_rig import Joint, Pose

WALK_STRIDE, RUN_STRIDE = 13.0, 21.0  # units from the backmost to the foremost print of a foot


def wave(phase: float, turns: float = 1.0, shift: float = 0.0) -> float:
    """A sine of so many `turns` a phase, begun `shift` of a turn later."""
    return math.sin(math.tau * (phase * turns + shift))


def ease(t: float) -> float:
    """From 0 to 1 with a soft start and a soft end."""
    return t * t * (3 - 2 * t)


def _gait(phase: float, stride: float, lift: float, side: float) -> tuple[Joint, float]:
    """Where a foot is in a stride, and how far its toes point down: on the ground until 0.5."""
    phase %= 1.0
    if phase < 0.5:
        roll = max(0.0, (phase - 0.36) / 0.14) * 0.5
        return (side, stride * (0.5 - 2 * phase), 0.0), roll
    t = (phase - 0.5) * 2
    swing = math.sin(math.pi * t)
    return (side, stride * (ease(t) - 0.5), lift * swing), 0.9 * (1 - t) * swing**0.5


def walk(phase: float) -> Pose:
    """A springy stroll; one turn is two steps."""
    right, right_toes = _gait(phase + 0.0, WALK_STRIDE, 4.6, 2.9)
    left, left_toes = _gait(phase + 0.5, WALK_STRIDE, 4.6, -2.9)
    bob = -math.cos(math.tau * 2 * phase)
    swing = math.cos(math.tau * phase)
    return Pose(
        hip=(0.9 * wave(phase), 0.0, 17.2 + 0.9 * bob),
        pitch=0.07,
        roll=0.05 * wave(phase),
        twist=-0.30 * swing,
        tilt=-0.06 * wave(phase),
        nod=0.02 * bob,
        feet=(right, left),
        toes=(right_toes, left_toes),
        hands=((3.2, -7.0 * swing, -11.8), (-3.2, 7.0 * swing, -11.8)),
        hat=0.9 * max(0.0, -wave(phase, 2, 0.1)),
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
        hip=(0.0, 0.0, 15.6 + 1.9 * bob),
        pitch=0.34,
        roll=0.04 * wave(phase),
        twist=-0.45 * swing,
        nod=-0.10,
        feet=(right, left),
        toes=(right_toes * 1.4, left_toes * 1.4),
        hands=((3.4, 3.0 - 8.0 * swing, -6.5), (-3.4, 3.0 + 8.0 * swing, -6.5)),
        splay=0.5,
        lift=1.6 * max(0.0, bob),
        hat=1.6 * max(0.0, -wave(phase, 2, 0.15)),
        squash=-0.035 * bob,
        scarf=(-9.0, -3.0),
        mouth="grin",
        brow=0.5,
        bits=[("dust", behind, -2.0, 2.6 - 1.2 * (2 * phase % 1))],
    )


def stumble(phase: float) -> Pose:
    """Tips over its own speed: one leg kicks up, the arms whirl."""
    tip = 0.48 + 0.18 * wave(phase)
    whirl = math.tau * phase
    return Pose(
        hip=(0.8 * wave(phase, 2), 1.0, 16.8),
        pitch=tip,
        roll=0.22 * wave(phase, 1, 0.2),
        tilt=-0.16 * wave(phase, 1, 0.1),
        nod=-0.3,
        feet=((2.0, 2.0, 0.0), (-4.5, -9.0 - 2 * wave(phase), 6.0 + 3 * wave(phase, 1, 0.3))),
        toes=(0.0, 0.9),
        hands=(
            (8.0, 4 + 11 * math.cos(whirl), 4 + 12 * math.sin(whirl)),
            (-8.0, 4 - 11 * math.cos(whirl), 4 - 12 * math.sin(whirl)),
        ),
        splay=0.8,
        hat=4.5 + 1.5 * wave(phase, 2),
        scarf=(-6.0, -8.0),
        eyes="wide",
        mouth="o",
        brow=-1.0,
        bits=[("sweat", -15 - 4 * phase, -62 - 8 * phase, 1.5), ("dust", 10.0, -1.5, 2.2)],
    )


def gust(phase: float) -> Pose:
    """The wind grabs it from behind: it is half carried, holding on to its hat."""
    flutter = wave(phase, 2)
    return Pose(
        hip=(0.0, 1.5, 16.8 + 0.5 * flutter),
        pitch=-0.30 + 0.05 * flutter,
        roll=0.04 * wave(phase),
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
            for shift, height, size in ((0.0, -66, 15), (0.45, -36, 20), (0.75, -10, 17))
        ],
    )


def leap(phase: float) -> Pose:
    """One jump, from the crouch to the landing."""
    air = min(1.0, max(0.0, (phase - 0.14) / 0.72))
    height = 4 * air * (1 - air)
    crouch = max(0.0, 1 - abs(phase - 0.07) / 0.07) + max(0.0, 1 - abs(phase - 0.93) / 0.07)
    tuck = ease(min(1.0, height * 1.3))
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
        hat=4.0 * ease(air) * (air < 1),
        scarf=(-3.0, 16.0 * (air - 0.5) * (0 < air < 1)),
        eyes="wide" if air > 0.5 else "happy",
        mouth="grin" if phase < 0.9 else "smile",
        brow=0.6,
        bits=[("dust", x, -1.5, 3.0 * crouch) for x in (-13.0, 12.0) if phase > 0.86],
    )
