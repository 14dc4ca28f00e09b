"""The child's head: skull, ears and face, turned to any side."""

import math
from dataclasses import dataclass

from game.ui.draw.child_rig import Pose
from game.ui.draw.figure import Figure
from game.ui.draw.paint import LINE, Board, Colour, Point, lit, mix, oval, shaded, smooth

RADIUS = 12.6
EDGE = 0.85  # units of outline
_WHITE: Colour = (255, 252, 244)
_CHEEKY = ((0, -12.2), (8.6, -9.4), (12.9, -1.2), (12.2, 5.2), (7.4, 10.6), (0, 12.3))
_FACE = [*_CHEEKY, *((-x, y) for x, y in _CHEEKY[-2:0:-1])]


@dataclass(frozen=True)
class Skull:
    """A ball in the middle of the head on which hair, face and hats are placed by angles.

    `yaw`: 0 = the face looks at the viewer, pi/2 = to the right. `light`: 1 = sun at the left.
    """

    yaw: float
    light: int = 1

    def at(self, azimuth: float, height: float, radius: float = RADIUS) -> tuple[float, ...]:
        """Canvas (x, y) of the point at two angles (degrees) and its nearness, -1..1."""
        side = self.yaw + math.radians(azimuth)
        rise = math.radians(height)
        near = math.cos(rise) * math.cos(side)
        x = radius * math.cos(rise) * math.sin(side)
        return (x, radius * (near * 0.2 - math.sin(rise)), near)


def skull(board: Board, figure: Figure, ball: Skull) -> None:
    """The bare head with its ears, without a face."""
    for sign in (1, -1):
        x, y, near = ball.at(92 * sign, -9)
        if near <= 0.35 and figure.hat != "hijab":
            _ear(board, figure, (x, y), near, sign, ball)
    dark = shaded(figure.skin, 0.22)
    board.shape(smooth(_FACE), dark, EDGE)
    shift = -0.9 * ball.light
    board.shape(smooth([(x * 0.92 + shift, y * 0.92 - 0.7) for x, y in _FACE]), figure.skin)
    for sign in (1, -1):
        x, y, near = ball.at(92 * sign, -9)
        if near > 0.35 and figure.hat != "hijab":
            _ear(board, figure, (x * 0.86, y), near, sign, ball)


def _ear(board: Board, figure: Figure, at: Point, near: float, sign: int, ball: Skull) -> None:
    board.shape(oval(at, 2.5, 3.2), figure.skin, EDGE)
    board.shape(oval((at[0], at[1] + 0.3), 1.2, 1.8), shaded(figure.skin, 0.3))
    if "hearing_aid" in figure.extras and sign > 0:
        board.limb([(at[0], at[1] - 3.0), (at[0] + 1.5 * ball.light, at[1])], [1.3, 1.0],
                   (90, 220, 240), 0.5)  # fmt: skip


def face(board: Board, figure: Figure, pose: Pose, ball: Skull) -> None:
    """Eyes, brows, nose, cheeks and mouth, as far as they can be seen."""
    aside = Skull(ball.yaw + pose.turn, ball.light)
    _cheeks(board, figure, aside)
    _nose(board, figure, aside)
    _mouth(board, figure, pose.mouth, aside)
    for sign in (1, -1):
        x, y, near = aside.at(27 * sign, -8)
        if near > 0.16:
            wide = min(1.0, 0.35 + 0.7 * near)
            # at the rim of the face the eye is pulled in, so that it does not hang over the edge
            _eye(board, figure, pose, (x * 0.93, y), wide, sign, aside)
    if "glasses" in figure.extras:
        _glasses(board, aside)


def _nose(board: Board, figure: Figure, ball: Skull) -> None:
    x, y, near = ball.at(0, -22)
    if near > 0.5:
        tip = mix(shaded(figure.skin, 0.14), (214, 84, 60), 0.16)
        board.shape(oval((x, y), 1.6, 1.1), tip)
    elif near > 0.05:  # it stands out of the outline of the face
        board.shape(oval((x * 1.16, y), 1.6, 1.35), figure.skin, EDGE)
        board.shape(oval((x * 1.0, y - 0.2), 2.6, 1.9), figure.skin)


def _cheeks(board: Board, figure: Figure, ball: Skull) -> None:
    blush = mix(figure.skin, (244, 84, 78), 0.28)
    for sign in (1, -1):
        x, y, near = ball.at(50 * sign, -31)
        if near > 0.1:
            board.shape(oval((x * 0.95, y), 0.9 + 1.5 * near, 1.5), blush)
            if "freckles" in figure.extras:
                for dx, dy in ((-1.4, -1.3), (0.4, -1.9), (1.7, -1.0)):
                    board.disc((x * 0.93 + dx, y + dy), 0.48, mix(figure.skin, (150, 70, 40), 0.6))


def _eye(board: Board, figure: Figure, pose: Pose, at: Point, wide: float, sign: int, ball: Skull):
    x, y = at
    kind = pose.eyes
    inner = -sign if math.cos(ball.yaw) > 0 else sign
    if kind in ("happy", "blink", "shut", "squint"):
        curve = {
            "happy": ((-2.7, 1.2), (0, -1.8), (2.7, 1.2)),
            "blink": ((-2.6, 0.2), (0, 1.5), (2.6, 0.2)),
            "shut": ((-2.6, 0.2), (0, 1.5), (2.6, 0.2)),
            "squint": ((-2.5 * sign, -1.9), (1.7 * sign, 0.3), (-2.5 * sign, 2.0)),
        }[kind]
        bent = [(x + dx * wide, y + dy) for dx, dy in curve]
        board.stroke(bent if kind == "squint" else smooth(bent, 4, False), 1.6, (34, 14, 24))
    else:
        _open_eye(board, figure, kind, at, wide, ball, sign)
    raised = 5.3 + (1.0 if kind == "wide" else 0.0) - (0.8 if kind == "down" else 0.0)
    tilt = 2.2 * pose.brow * inner
    brow = mix(figure.hair, LINE, 0.35)
    ends = [(x - 2.3 * wide, y - raised - tilt * 0.5), (x, y - raised - 0.6),
            (x + 2.3 * wide, y - raised + tilt * 0.5)]  # fmt: skip
    board.stroke(smooth(ends, 3, False), 0.95, brow)


def _open_eye(
    board: Board, figure: Figure, kind: str, at: Point, wide: float, ball: Skull, sign: int
):
    x, y = at
    tall = {"wide": 4.3, "down": 2.9, "low": 3.3}.get(kind, 3.75)
    board.shape(oval((x, y - 0.35), 3.3 * wide, tall + 0.45), LINE)
    board.shape(oval((x, y), 2.95 * wide, tall), _WHITE)
    look_x = x + 0.75 * math.sin(ball.yaw) * wide
    look_y = y + {"down": 1.0, "low": 0.7}.get(kind, 0.25)
    size = 0.78 if kind == "wide" else 1.0
    board.shape(oval((look_x, look_y), 2.55 * wide * size, 3.25 * size), figure.eyes)
    board.shape(oval((look_x, look_y - 0.2), 1.8 * wide * size, 2.5 * size), (30, 16, 26))
    board.shape(oval((look_x, look_y + 2.0 * size), 1.3 * wide, 0.75), lit(figure.eyes, 0.35))
    board.disc((look_x - 0.85 * ball.light * wide, look_y - 1.35), 1.05, (255, 255, 255))
    board.disc((look_x + 0.8 * ball.light * wide, look_y + 1.1), 0.42, (255, 255, 255))
    if kind in ("low", "down"):
        drop = 0.2 if kind == "low" else -0.9
        half, top = 3.5 * wide, y - tall - 1.2
        tired = 0.8 * sign if kind == "low" else 0.0
        left, right = (x - half, y + drop - tired), (x + half, y + drop + tired)
        board.shape([(x - half, top), (x + half, top), right, left], shaded(figure.skin, 0.06))
        board.stroke([left, right], 1.2, LINE)


def _mouth(board: Board, figure: Figure, kind: str, ball: Skull) -> None:
    x, y, near = ball.at(0, -44)
    if near < 0.02:
        return
    wide = 0.45 + 0.55 * near
    x *= 0.94
    dark, red = (108, 30, 44), (238, 108, 104)
    ink = mix(shaded(figure.skin, 0.6), (34, 14, 24), 0.6)

    def around(points: list[Point]) -> list[Point]:
        return [(x + dx * wide, y + dy) for dx, dy in points]

    if kind in ("grin", "open"):
        half, deep = (3.9, 3.7) if kind == "grin" else (2.6, 3.0)
        mouth = [(-half, -1.2), (0, -0.7), (half, -1.2), (half * 0.7, deep * 0.5), (0, deep * 0.8)]
        mouth.append((-half * 0.7, deep * 0.5))
        board.shape(smooth(around(mouth)), dark, 0.55)
        board.shape(smooth(around([(-half * 0.8, -0.9), (0, -0.5), (half * 0.8, -0.9), (0, 0.5)])),
                    _WHITE)  # fmt: skip
        board.shape(oval((x, y + deep * 0.52), half * 0.42 * wide, 0.8), red)
    elif kind == "o":
        board.shape(oval((x, y + 0.4), 1.9 * wide, 2.4), dark, 0.55)
        board.shape(oval((x, y + 1.6), 1.1 * wide, 0.8), red)
    else:
        curve = {
            "smile": [(-3.2, -0.9), (-1.8, 0.5), (0, 1.0), (1.8, 0.5), (3.2, -0.9)],
            "tongue": [(-2.7, -0.3), (0, 0.7), (2.7, -0.6)],
            "wobble": [(-2.5, 0.9), (-1.2, -0.1), (0.0, 0.2), (1.2, -0.2), (2.5, 0.8)],
        }.get(kind, [(-1.8, 0), (0, 0.3), (1.8, 0)])
        if kind == "tongue":
            board.shape(oval((x + 1.3 * wide, y + 1.4), 1.3 * wide, 1.4), red, 0.4)
        board.stroke(smooth(around(curve), 4, False), 1.1, ink)


def _glasses(board: Board, ball: Skull) -> None:
    rims = []
    for sign in (1, -1):
        x, y, near = ball.at(27 * sign, -8)
        if near > 0.2:
            rims.append((x, y))
            ring = oval((x * 0.95, y), 5.4 * min(1.0, 0.35 + 0.7 * near), 5.4)
            board.stroke([*ring, ring[0]], 0.7, (62, 44, 104))
    if len(rims) == 2:
        board.stroke([(sum(x for x, _ in rims) / 2 + d, rims[0][1] - 1) for d in (-1, 1)], 1.0,
                     (62, 44, 104))  # fmt: skip
