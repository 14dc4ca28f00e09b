"""The child's skeleton: joints in its own frame (right, forward, up), turned and put on the canvas.

Lengths are in units (pixels at scale 1); the origin is on the ground between the feet.
"""

import math
from dataclasses import dataclass, field

Joint = tuple[float, float, float]  # right, forward, up
Spot = tuple[float, float, float]  # x, y on the canvas, and nearness to the viewer

TILT = 0.30  # how much of the depth is seen as height: the camera looks a little down
TORSO, NECK, SHOULDER, THIGH, SHANK, ARM = 17.0, 12.6, 6.8, 8.8, 9.0, 8.0


@dataclass
class Pose:
    """What every joint and the face do at one moment."""

    hip: Joint = (0.0, 0.0, 17.6)
    pitch: float = 0.0  # radians the torso leans forward
    roll: float = 0.0  # radians the torso leans to the child's right
    twist: float = 0.0  # radians the shoulders turn to the left
    nod: float = 0.0  # radians the head bows
    tilt: float = 0.0  # radians the head leans to the child's right
    turn: float = 0.0  # radians the face looks aside
    feet: tuple[Joint, Joint] = ((3.6, 0.0, 0.0), (-3.6, 0.0, 0.0))  # right, left soles
    toes: tuple[float, float] = (0.0, 0.0)  # radians that the toes point down
    hands: tuple[Joint, Joint] = ((4.0, 1.0, -13.6), (-4.0, 1.0, -13.6))  # from the shoulders
    splay: float = 0.3  # how far elbows stand out
    eyes: str = "open"  # open blink happy wide squint low down shut
    mouth: str = "smile"  # smile grin open o wobble tongue flat
    brow: float = 0.0  # -1 worried .. 1 bold
    lift: float = 0.0  # units in the air
    squash: float = 0.0  # > 0 flatter and wider
    hat: float = 0.0  # units the hat has hopped up
    hat_down: bool = False  # pulled over the face
    spade: float | None = None  # angle of the spade's blade below the horizon, radians
    scarf: tuple[float, float] = (0.0, 0.0)  # adds to the scarf's vector, units; x along facing
    bits: list[tuple[str, float, float, float]] = field(default_factory=list)  # kind, x, y, size


@dataclass(frozen=True)
class View:
    """The side from which the child is seen: `yaw` 0 = front, pi/2 = its face to the right."""

    yaw: float

    def spot(self, joint: Joint) -> Spot:
        """Canvas position and nearness of a joint."""
        right, forward, up = joint
        s, c = math.sin(self.yaw), math.cos(self.yaw)
        depth = forward * c + right * s
        return (forward * s - right * c, depth * TILT - up, depth)


@dataclass(frozen=True)
class Bones:
    """All joints as spots; pairs are (right, left)."""

    hip: Spot
    neck: Spot
    head: Spot
    shoulders: tuple[Spot, Spot]
    elbows: tuple[Spot, Spot]
    hands: tuple[Spot, Spot]
    hips: tuple[Spot, Spot]
    knees: tuple[Spot, Spot]
    ankles: tuple[Spot, Spot]
    toes: tuple[Spot, Spot]


def bend(start: Joint, end: Joint, upper: float, lower: float, pole: Joint) -> tuple[Joint, Joint]:
    """Two-bone reach: the middle joint, bent toward `pole`, and the end as far as it is reached."""
    gap = [e - s for s, e in zip(start, end, strict=True)]
    length = math.sqrt(sum(g * g for g in gap))
    reach = min(max(length, abs(upper - lower) + 0.3), (upper + lower) * 0.995)
    way = [g / length for g in gap] if length > 1e-6 else [0.0, 0.0, -1.0]
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    out = math.sqrt(max(upper**2 - along**2, 0.0))
    side = _across(way, pole)
    middle = [s + w * along + p * out for s, w, p in zip(start, way, side, strict=True)]
    tip = [s + w * reach for s, w in zip(start, way, strict=True)]
    return (middle[0], middle[1], middle[2]), (tip[0], tip[1], tip[2])


def _across(way: list[float], pole: Joint) -> list[float]:
    """The direction nearest to `pole` at a right angle to `way`; any one where they agree."""
    for guess in (pole, (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)):
        dot = sum(p * w for p, w in zip(guess, way, strict=True))
        side = [p - dot * w for p, w in zip(guess, way, strict=True)]
        norm = math.sqrt(sum(p * p for p in side))
        if norm > 1e-4:
            break
    return [p / norm for p in side]


def _add(a: Joint, b: Joint) -> Joint:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def _trunk(pose: Pose, share: float, length: float) -> Joint:
    """A stretch of the trunk that takes `share` of the pose's lean."""
    pitch, roll = pose.pitch * share, pose.roll * share
    straight = math.cos(pitch) * math.cos(roll)
    return (length * math.sin(roll), length * math.sin(pitch), length * straight)


def _leg(pose: Pose, side: int) -> tuple[Joint, Joint, Joint, Joint]:
    sign = 1 - 2 * side
    hip = _add(pose.hip, (3.3 * sign, 0, 0.5))
    right, forward, up = pose.feet[side]
    point = pose.toes[side]
    ankle = (right, forward - 0.6 + 2 * math.sin(point) * 0.4, up + 2.6 + 2.2 * math.sin(point))
    knee, ankle = bend(hip, ankle, THIGH, SHANK, (0.25 * sign, 1.0, 0.2))
    toe = (right + 1.7 * sign, ankle[1] + 4.6 * math.cos(point), ankle[2] - 0.9)
    return hip, knee, ankle, (toe[0], toe[1], toe[2] - 4.2 * math.sin(point))


def _arm(pose: Pose, side: int, neck: Joint) -> tuple[Joint, Joint, Joint]:
    sign = 1 - 2 * side
    turn = pose.twist
    down = _trunk(pose, 1.0, -3.4)
    across = (SHOULDER * sign * math.cos(turn), SHOULDER * sign * math.sin(turn), 0.0)
    shoulder = _add(_add(neck, down), (across[0], across[1], -math.sin(pose.roll) * across[0]))
    hand = _add(shoulder, pose.hands[side])
    stretch = min(max(math.dist(shoulder, hand) / 1.94, ARM), 1.5 * ARM)  # arms of rubber
    elbow, hand = bend(shoulder, hand, stretch, stretch, (pose.splay * sign * 2, -1.0, -0.3))
    return shoulder, elbow, hand


def solve(pose: Pose, view: View) -> Bones:
    """Place the whole skeleton of `pose` on the canvas as seen in `view`."""
    neck = _add(pose.hip, _trunk(pose, 1.0, TORSO))
    head = _add(neck, _trunk(pose, 0.55, NECK))
    legs = [_leg(pose, side) for side in (0, 1)]
    arms = [_arm(pose, side, neck) for side in (0, 1)]

    def pair(joints: list, index: int) -> tuple[Spot, Spot]:
        return (view.spot(joints[0][index]), view.spot(joints[1][index]))

    return Bones(
        view.spot(pose.hip), view.spot(neck), view.spot(head),
        pair(arms, 0), pair(arms, 1), pair(arms, 2),
        pair(legs, 0), pair(legs, 1), pair(legs, 2), pair(legs, 3),
    )  # fmt: skip
