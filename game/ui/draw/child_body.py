"""The child's body: legs, tunic, arms, scarf and satchel."""

import math
from dataclasses import dataclass

from game.ui.draw.child_rig import Bones, View
from game.ui.draw.figure import Figure
from game.ui.draw.paint import Board, Colour, Point, lit, mix, shaded, smooth

EDGE = 0.85


def flat(spot: tuple[float, ...]) -> Point:
    """A spot without its nearness."""
    return (spot[0], spot[1])


def leg(board: Board, figure: Figure, bones: Bones, side: int, dim: float) -> None:
    """One leg, bare from the knee down; `dim` darkens the far one."""
    hip, knee = flat(bones.hips[side]), flat(bones.knees[side])
    ankle, toe = flat(bones.ankles[side]), flat(bones.toes[side])
    skin = shaded(figure.skin, 0.10 + dim)
    if "blade" in figure.extras and side == 0:
        _blade(board, knee, ankle, toe)
    else:
        heel = (ankle[0] + (ankle[0] - toe[0]) * 0.22, ankle[1] + 0.9)
        board.limb([knee, ankle], [2.6, 2.1], skin, EDGE)
        board.limb([heel, toe], [1.7, 2.2], skin, EDGE)
        board.limb([knee, ankle], [2.6, 2.1], skin)
        board.disc((toe[0], toe[1] - 0.4), 1.2, lit(skin, 0.2))
    cloth = shaded(figure.shorts, dim)
    cuff = (hip[0] + (knee[0] - hip[0]) * 0.92, hip[1] + (knee[1] - hip[1]) * 0.92)
    board.limb([hip, cuff], [4.4, 3.9], cloth, EDGE)


def _blade(board: Board, knee: Point, ankle: Point, toe: Point) -> None:
    """A running blade: a springy curve instead of a foot."""
    back = (ankle[0] - (toe[0] - ankle[0]) * 0.5, (knee[1] + ankle[1]) / 2 + 1)
    curve = smooth([knee, back, (ankle[0], ankle[1] + 1.6), (toe[0], toe[1] + 0.9)], 4, False)
    board.limb(curve, [1.5] * len(curve), (70, 196, 226), 0.9)
    board.limb([knee, (knee[0], knee[1] + 1.5)], [2.7, 2.3], (66, 60, 86), EDGE)


def arm(board: Board, figure: Figure, bones: Bones, side: int, dim: float) -> None:
    """One arm with a wide sleeve and a small fist."""
    shoulder, elbow = flat(bones.shoulders[side]), flat(bones.elbows[side])
    hand = flat(bones.hands[side])
    skin, cloth = shaded(figure.skin, dim), shaded(figure.tunic, 0.10 + dim)
    cuff = (elbow[0] + (hand[0] - elbow[0]) * 0.15, elbow[1] + (hand[1] - elbow[1]) * 0.15)
    board.limb([elbow, hand], [2.1, 1.9], skin, EDGE)
    board.disc(hand, 2.6, skin, EDGE)
    board.limb([elbow, hand], [2.1, 1.9], skin)
    edge = (cuff[0] + (hand[0] - elbow[0]) * 0.16, cuff[1] + (hand[1] - elbow[1]) * 0.16)
    board.limb([shoulder, elbow, edge], [3.0, 3.1, 3.4], figure.trim, EDGE)
    board.limb([shoulder, elbow, cuff], [3.0, 3.1, 3.4], cloth)


@dataclass(frozen=True)
class Cloth:
    """The tunic's cloth, hung from the neck and swung by the knees."""

    neck: Point
    axis: Point  # from the hip up to the neck, of length 1
    reach: float
    top: float
    low: float
    swing: float

    def at(self, across: float, down: float) -> Point:
        """A point of it: `across` -1..1 of its width, `down` 0 = neck .. 1 = hem."""
        half = self.top + (self.low - self.top) * down
        far = self.reach * down
        (ux, uy), (x, y) = self.axis, self.neck
        sag = 1.3 * (1 - across * across) * down
        swung = self.swing * down * down
        return (x - ux * far - uy * across * half + swung, y - uy * far + ux * across * half + sag)


def _cloth(bones: Bones, view: View) -> Cloth:
    (x, y), (hip_x, hip_y) = flat(bones.neck), flat(bones.hip)
    length = math.hypot(x - hip_x, y - hip_y) or 1.0
    side = abs(math.sin(view.yaw))
    right, left = bones.knees[0][0], bones.knees[1][0]
    swing = max(-3.0, min(3.0, 0.55 * ((right + left) / 2 - hip_x)))
    stride = max(0.0, abs(right - left) - 8) * 0.35
    axis = ((x - hip_x) / length, (y - hip_y) / length)
    return Cloth((x, y), axis, length + 2.4, 7.2 - 1.9 * side, 9.6 - 1.3 * side + stride, swing)


def tunic(board: Board, figure: Figure, bones: Bones, view: View, light: int) -> None:
    """The tunic, flaring to its hem, with a shaded side, a trimmed hem and a pattern."""
    at = _cloth(bones, view).at
    half = ((0.55, 0.0), (0.98, 0.16), (0.92, 0.5), (1.0, 1.0), (0.5, 1.0))
    rim = [at(-a, d) for a, d in half] + [at(0.0, 1.0)] + [at(a, d) for a, d in half[::-1]]
    board.shape(rim, figure.tunic, EDGE)
    shade = ((0.25, 0.1), *half[1:], (0.35, 0.6))
    board.shape([at(a * light, d) for a, d in shade], shaded(figure.tunic, 0.26))
    _pattern(board, figure, at, view)
    hem = ((-1.0, 0.88), (-0.5, 0.9), (0.0, 0.9), (0.5, 0.9), (1.0, 0.88))
    board.shape([at(a, d) for a, d in hem] + [at(-a, 1.0) for a, _ in hem], figure.trim)
    if "satchel" in figure.extras:
        _satchel(board, at, view)


def _pattern(board: Board, figure: Figure, at, view: View) -> None:
    front = math.cos(view.yaw) > -0.2
    tone = figure.trim
    if figure.pattern == "stripes":
        for down in (0.34, 0.52, 0.70):
            board.stroke([at(-0.88, down), at(0.0, down + 0.02), at(0.88, down)], 1.6, tone)
    elif figure.pattern == "zigzag":
        line = [at(-0.9 + 0.3 * k, 0.66 + 0.09 * (k % 2)) for k in range(7)]
        board.stroke(line, 1.4, tone)
        board.stroke([(x, y - 3.4) for x, y in line], 0.9, mix(tone, figure.tunic, 0.3))
    elif figure.pattern == "dots":
        for across, down in ((-0.6, 0.36), (0.1, 0.42), (0.65, 0.36), (-0.3, 0.6), (0.4, 0.64),
                             (-0.7, 0.76), (0.05, 0.78), (0.72, 0.78)):  # fmt: skip
            board.disc(at(across, down), 0.95, tone)
    elif figure.pattern == "star" and front:
        cx, cy = at(0.55 * math.sin(view.yaw), 0.55)
        points = [(cx + r * math.sin(k * math.pi / 5) * (0.5 + 0.5 * abs(math.cos(view.yaw))),
                   cy - r * math.cos(k * math.pi / 5))
                  for k, r in enumerate([4.0, 1.8] * 5)]  # fmt: skip
        board.shape(points, tone)
    elif figure.pattern == "patch" and front:
        pocket = [at(-0.45, 0.5), at(0.45, 0.5), at(0.42, 0.74), at(0.0, 0.8), at(-0.42, 0.74)]
        board.shape(pocket, tone, 0.6, shaded(figure.tunic, 0.45))


def _satchel(board: Board, at, view: View) -> None:
    leather: Colour = (138, 82, 44)
    across = math.cos(view.yaw)
    strap = [at(0.7 * across + 0.1, 0.06), at(-0.1 * across, 0.45), at(-0.75 * across, 0.72)]
    board.stroke(smooth(strap, 4, False), 1.5, shaded(leather, 0.3))
    x, y = at(-0.82 * across + 0.45 * math.sin(view.yaw) * (across < 0.6), 0.80)
    bag = [
        (x - 4.2, y - 2.8),
        (x + 4.2, y - 2.8),
        (x + 4.0, y + 2.6),
        (x, y + 3.6),
        (x - 4, y + 2.6),
    ]
    board.shape(smooth(bag), leather, 0.9)
    flap = [(x - 4.0, y - 2.6), (x + 4.0, y - 2.6), (x + 3.2, y + 0.3), (x - 3.2, y + 0.3)]
    board.shape(smooth(flap), lit(leather, 0.22))
    board.disc((x, y + 0.6), 0.8, (255, 214, 110))


def scarf_line(knot: Point, vector: Point, phase: float, share: float = 1.0) -> list[Point]:
    """The middle of the scarf's tail, from the knot to its tip, in units.

    It hangs when `vector` is short and streams along it, waving, when it is long.
    """
    force = math.hypot(*vector)
    stream = min(1.0, force / 12.0)
    long = (10.0 + min(force, 46.0) * 0.82) * share
    wx, wy = vector[0], vector[1] + 7.0 * (1 - stream) ** 2 + 0.8
    norm = math.hypot(wx, wy) or 1.0
    ux, uy = wx / norm, wy / norm
    sway = 0.9 + 0.055 * long * stream
    line = []
    for k in range(9):
        t = k / 8
        wave = sway * math.sin(math.tau * (1.1 * t - 2 * phase)) * t**0.8 * (1.2 - 0.5 * t)
        sag = 1.8 * (1 - stream) * math.sin(math.pi * t)
        line.append(
            (knot[0] + ux * long * t - uy * wave, knot[1] + uy * long * t + ux * wave + sag)
        )
    return line


def scarf_tail(board: Board, colour: Colour, line: list[Point], width: float) -> None:
    """A ribbon along `line`, lighter where it turns up to the sun, fringed at its end."""
    left, right = [], []
    for k, (x, y) in enumerate(line):
        ax, ay = line[max(k - 1, 0)]
        bx, by = line[min(k + 1, len(line) - 1)]
        norm = math.hypot(bx - ax, by - ay) or 1.0
        half = width / 2 * (0.72 + 0.5 * k / (len(line) - 1))
        nx, ny = (ay - by) / norm * half, (bx - ax) / norm * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    (tx, ty), (px, py) = line[-1], line[-2]
    notch = (tx + (px - tx) * 0.45, ty + (py - ty) * 0.45)
    board.shape([*left, notch, *reversed(right)], colour, EDGE)
    dark = shaded(colour, 0.30)
    for k in range(len(line) - 1):
        rising = (line[k + 1][1] - line[k][1]) * (1 if line[-1][0] > line[0][0] else -1)
        if rising > 0.35:
            end = (
                [left[-1], notch, right[-1]] if k == len(line) - 2 else [left[k + 1], right[k + 1]]
            )
            board.shape([left[k], *end, right[k]], dark)


def scarf_wrap(board: Board, figure: Figure, neck: Point, view: View, light: int) -> None:
    """The scarf's turn around the neck."""
    x, y = neck
    wide = 8.0 - 0.9 * abs(math.sin(view.yaw))
    half = ((-wide, -1.6), (0, 0.6), (wide, -1.6), (wide - 0.4, 1.8), (0, 4.2), (0.4 - wide, 1.8))
    wrap = smooth([(x + dx, y + dy) for dx, dy in half])
    board.shape(wrap, figure.scarf, EDGE)
    board.stroke(smooth([(x - wide + 1.5, y + 0.6), (x, y + 2.6), (x + wide - 1.5, y + 0.6)], 4,
                        False), 0.8, shaded(figure.scarf, 0.35))  # fmt: skip
    board.stroke(smooth([(x - (wide - 2) * light, y - 0.2), (x - 2 * light, y + 1.1)], 4, False),
                 0.9, lit(figure.scarf, 0.35))  # fmt: skip
