"""The child's hair: a cap of hair on the skull with a style's hairline, and what hangs from it."""

import math

import numpy as np

from game.ui.draw.child_head import EDGE, RADIUS, Skull
from game.ui.draw.figure import Figure
from game.ui.draw.paint import Board, Point, lit, mix, oval, shaded, smooth

# From the middle of the face round to the nape: (degrees aside, degrees above the middle).
_HAIRLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "short": ((-180, -36), (-150, -44), (-104, -28), (-82, 4), (-74, -14), (-62, 4), (-50, 28),
              (-36, 12), (-24, 32), (-8, 16), (6, 30), (26, 34), (48, 26), (60, 6), (74, -12),
              (82, 4), (104, -28), (150, -44), (180, -36)),
    "spiky": ((0, 14), (11, 28), (22, 12), (34, 30), (46, 14), (58, 26), (68, -10), (80, 4),
              (100, -28), (125, -20), (150, -40), (180, -32)),
    "bob": ((0, 13), (30, 14), (48, 12), (56, -6), (64, -42), (90, -58), (130, -60), (180, -62)),
    "long": ((0, 34), (20, 30), (42, 14), (58, -4), (70, -36), (95, -58), (180, -66)),
    "braids": ((0, 34), (20, 22), (45, 12), (64, 0), (76, -8), (100, -26), (180, -34)),
    "puffs": ((0, 34), (30, 30), (60, 18), (76, 2), (90, -8), (120, -24), (180, -34)),
    "ponytail": ((0, 24), (24, 30), (45, 16), (66, 4), (80, -4), (110, -20), (180, -30)),
    "locs": ((0, 22), (40, 20), (62, 10), (76, -6), (100, -30), (180, -44)),
    "afro": ((0, 32), (30, 28), (56, 20), (72, 2), (90, -18), (180, -40)),
}  # fmt: skip


def _boundary(style: str, ball: Skull, radius: float) -> list[Point]:
    """The hairline as seen, from the left rim of the head to the right one, closed over the top."""
    asides, heights = zip(*_HAIRLINES[style], strict=True)
    seen = np.linspace(-96, 96, 33)
    away = (seen - math.degrees(ball.yaw) + 180) % 360 - 180
    if asides[0] == 0:
        away = np.abs(away)
    edge = np.interp(away, asides, heights)
    line = []
    for aside, height in zip(seen, edge, strict=True):
        turn, rise = math.radians(aside), math.radians(height)
        near = math.cos(rise) * math.cos(turn)
        x = radius * math.cos(rise) * math.sin(turn)
        line.append((x, radius * (near * 0.2 - math.sin(rise))))
    right, left = edge[-1], 180 - edge[0]
    for angle in np.radians(np.linspace(right, left, 16)):
        line.append((radius * 1.02 * math.cos(angle), -radius * 0.99 * math.sin(angle)))
    return line


def cap(board: Board, figure: Figure, ball: Skull) -> None:
    """The hair that lies on the skull, in front of the face."""
    if figure.hair_style not in _HAIRLINES:
        return
    board.shape(_boundary(figure.hair_style, ball, RADIUS + 1.0), figure.hair, EDGE * 0.9)
    shine = lit(figure.hair, 0.22)
    x = -5.5 * ball.light
    board.stroke(smooth([(x - 3.4, -6.6), (x, -9.6), (x + 4.4, -10.8)], 4, False), 1.7, shine)
    if figure.hair_style == "spiky":
        tufts = [
            (-11, -5),
            (-16, -10.5),
            (-9.8, -11),
            (-11, -18),
            (-4.5, -14),
            (-1.5, -20.5),
            (3, -14.2),
            (9.5, -18.5),
            (9.5, -11.2),
            (15.5, -10),
            (11, -4),
        ]
        board.shape(tufts, figure.hair, EDGE * 0.9)
        board.shape([(-9, -7), (-6, -11.5), (2, -12.5), (8, -10), (9, -6), (0, -5)], figure.hair)


def behind(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    """Hair that lies behind the head."""
    style = figure.hair_style
    away = math.sin(ball.yaw)
    if style in ("bob", "long"):
        low = 12.0 if style == "bob" else 19.5
        wide = 13.6 if style == "bob" else 12.4
        x = -3.4 * away + sway * 0.6
        hang = [(-12, -8), (-wide - 1, 3), (-wide + x, low - 1), (x * 1.6, low + 0.8)]
        hang += [(wide + x, low - 1), (wide + 1, 3), (12, -8), (0, -13)]
        board.shape(smooth(hang), shaded(figure.hair, 0.12), EDGE)
    elif style == "afro":
        x, y = -2.2 * away, -3.6
        puffs = [(math.cos(a) * 15.5 + x, math.sin(a) * 14.6 + y) for a in _ring(13)]
        board.limb(puffs, [4.2] * 13, None, 0)
        for puff in puffs:
            board.disc(puff, 4.3, figure.hair, EDGE)
        board.shape(oval((x, y), 16.5, 15.6), figure.hair)
        for a in _ring(5):
            spot = (x - 7 * ball.light + 4.5 * math.cos(a), y - 8 + 3.4 * math.sin(a))
            board.disc(spot, 1.1, lit(figure.hair, 0.2))
    _hanging(board, figure, ball, sway, front=False)


def before(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    """Hair that hangs in front of the head."""
    _hanging(board, figure, ball, sway, front=True)
    if figure.hair_style in ("long", "bob") and math.cos(ball.yaw) < -0.3:
        low = 11.5 if figure.hair_style == "bob" else 19.0
        x = -2.0 * math.sin(ball.yaw) + sway * 0.5
        fall = [(-12.6, -4), (-12.6, 4), (-10.5 + x, low), (x, low + 1), (10.5 + x, low)]
        fall += [(12.6, 4), (12.6, -4)]
        board.shape(smooth(fall), figure.hair, EDGE * 0.9)
        board.shape(oval((0, -2), 12.6, 9), figure.hair)


def _ring(count: int) -> list[float]:
    return [math.tau * k / count for k in range(count)]


def _hanging(board: Board, figure: Figure, ball: Skull, sway: float, front: bool) -> None:
    style = figure.hair_style
    if style == "puffs":
        for sign in (1, -1):
            x, y, near = ball.at(104 * sign, 34)
            if (near > 0.15) == front:
                _puff(board, figure, (x * 1.28 + 0.3 * sway, y - 2.6), ball)
    elif style == "braids":
        for sign in (1, -1):
            x, y, near = ball.at(98 * sign, -22)
            if (near > -0.3) == front:
                _braid(board, figure, (x, y), (x * 1.12 + sway, y + 14), ball)
    elif style == "ponytail":
        x, y, near = ball.at(180, 28)
        if (near > 0) == front:
            path = smooth(
                [(x, y), (x * 1.5 + sway, y + 4), (x * 1.55 + 2 * sway, y + 15)], 4, False
            )
            board.limb(path, np.linspace(3.6, 1.6, len(path)).tolist(), figure.hair, EDGE)
            board.disc((x, y), 2.2, figure.hat_band, 0.7)
    elif style == "locs":
        for azimuth in (70, 95, 120, 150, 180, 210, 240, 265, 290):
            x, y, near = ball.at(azimuth, -8, RADIUS + 0.6)
            if (near > 0.1) == front:
                _loc(board, figure, (x, y), sway, azimuth)


def _puff(board: Board, figure: Figure, at: Point, ball: Skull) -> None:
    for a in _ring(8):
        board.disc((at[0] + 4.2 * math.cos(a), at[1] + 4.2 * math.sin(a)), 2.9, figure.hair, EDGE)
    board.disc(at, 5.6, figure.hair)
    board.disc((at[0] - 2 * ball.light, at[1] - 2.2), 1.3, lit(figure.hair, 0.22))


def _braid(board: Board, figure: Figure, top: Point, end: Point, ball: Skull) -> None:
    steps = 5
    for step in range(steps):
        t = step / (steps - 1)
        at = (top[0] + (end[0] - top[0]) * t * (0.4 + 0.6 * t), top[1] + (end[1] - top[1]) * t)
        board.shape(oval(at, 2.7 - 0.5 * t, 2.4), mix(figure.hair, shaded(figure.hair), step % 2),
                    EDGE * 0.8)  # fmt: skip
    board.limb([(end[0], end[1] + 2.4), (end[0], end[1] + 5)], [1.0, 1.8], figure.hair, EDGE * 0.8)
    board.disc((end[0], end[1] + 2.2), 1.5, figure.scarf, 0.5)


def _loc(board: Board, figure: Figure, at: Point, sway: float, azimuth: float) -> None:
    long = 11.5 + 2.0 * math.cos(azimuth)
    end = (at[0] * 1.06 + sway, at[1] + long)
    middle = (at[0] * 1.1 + 0.4 * sway, at[1] + long * 0.5)
    board.limb([at, middle, end], [1.7, 1.8, 1.5], figure.hair, EDGE * 0.6)
    board.disc((end[0], end[1] - 0.6), 1.35, figure.hat_band)
