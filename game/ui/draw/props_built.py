"""Pictures of what stands on the land and does not grow: bones, ruins, stones, tents."""

import itertools
import math
import random

from game.ui.draw.paint import Board, Colour, Point, mix, oval

_INK: Colour = (74, 42, 58)
_BONE, _BONE_DARK = (248, 236, 212), (184, 154, 148)
_WALL, _WALL_LIT, _WALL_DARK = (212, 172, 130), (250, 226, 182), (138, 94, 92)
_ROCK, _ROCK_LIT, _ROCK_DARK = (178, 138, 118), (236, 204, 170), (108, 74, 82)
_CLOTHS: tuple[Colour, ...] = ((178, 62, 62), (52, 110, 128), (150, 84, 60), (112, 74, 128))
_CREAM: Colour = (252, 238, 208)


def draw_bones(board: Board, chance: random.Random) -> None:
    """The ribs of something large, or the skull of something with horns."""
    if chance.random() < 0.5:
        board.turned((0.0, 0.0), 0.0, (chance.choice((-1.0, 1.0)), 1.0))
        _draw_ribs(board)
        return
    for side in (-1, 1):
        horn = [(side * 4.0, -12.0), (side * 13.0, -13.0), (side * 15.0, -21.0)]
        board.limb(_bow(horn), [2.0 - 0.2 * j for j in range(9)], mix(_BONE, _BONE_DARK, 0.4),
                   0.6, _INK)  # fmt: skip
    skull = [(-6, -14), (6, -14), (5, -6), (3, 1.5), (-3, 1.5), (-5, -6)]
    board.shape(skull, _BONE, 0.8, _INK)
    board.shape([(2, -14), (6, -14), (5, -6), (3, 1.5), (1.2, 1.5)], mix(_BONE, _BONE_DARK, 0.45))
    for side in (-1, 1):
        board.shape(oval((side * 3.0, -8.6), 1.5, 2.0), (92, 58, 70))


def _draw_ribs(board: Board) -> None:
    """The back, the ribs and the head of something that lies half in the sand."""
    back = [(-25.0, -5.0), (2.0, -41.0), (33.0, 2.0)]
    spine = _bow(back)
    for lean, tone in ((5.0, _BONE_DARK), (0.0, _BONE)):
        for at in range(2, 8):
            x, y = spine[at][0] + lean * 0.4, spine[at][1]
            foot = 2.0 - lean * 0.5
            rib = [(x, y), (x - 9 - lean, (y + foot) / 2), (x - 1.5 + lean, foot)]
            board.limb(_bow(rib), [1.25 - 0.08 * j for j in range(9)], tone, 0.5, _INK)
    board.limb(spine, [1.9 - 0.15 * j for j in range(9)], _BONE, 0.7, _INK)
    for x, y in spine[1:8]:
        board.disc((x, y - 1.7), 1.2, _BONE, 0.45, _INK)
    head = [(-21, -11), (-30, -10.5), (-41, -1.5), (-40, 2), (-29, 2), (-22, -2)]
    board.shape(head, _BONE, 0.8, _INK)
    board.shape([(-40, 2), (-29, 2), (-22, -2), (-24, -4.5)], mix(_BONE, _BONE_DARK, 0.6))
    board.shape(oval((-28.4, -6.4), 1.9, 1.7), (92, 58, 70))
    board.disc((-38, -0.6), 0.7, (92, 58, 70))


def _bow(points: list[Point]) -> list[Point]:
    """A curve from the first point to the last that is drawn to the middle one; nine points."""
    (ax, ay), (bx, by), (cx, cy) = points
    curve = []
    for j in range(9):
        t = j / 8
        p, q, r = (1 - t) ** 2, 2 * t * (1 - t), t * t
        curve.append((p * ax + q * bx + r * cx, p * ay + q * by + r * cy))
    return curve


def draw_ruin(board: Board, chance: random.Random) -> None:
    """Broken columns with a fallen piece, or a piece of wall with an arch."""
    if chance.random() < 0.55:
        for x, tall in ((-15, chance.uniform(16, 26)), (0, chance.uniform(34, 44)),
                        (15, chance.uniform(10, 36))):  # fmt: skip
            _column(board, x, tall)
        drum = oval((27, -3.4), 4.6, 4.2)
        board.shape([(18, -7.6), (27, -7.6), (27, 0.8), (18, 0.8)], _WALL, 0.7, _INK)
        board.shape(drum, _WALL_LIT, 0.7, _INK)
        return
    wall = [(-24, 2), (-24, -27), (-19, -31), (-15, -28), (-9, -36), (2, -38), (9, -35), (13, -39),
            (19, -33), (19, -19), (24, -16), (26, 2)]  # fmt: skip
    board.shape(wall, _WALL, 0.8, _INK)
    board.shape([(12, 2), (13, -39), (19, -33), (19, -19), (24, -16), (26, 2)], _WALL_DARK)
    for row in range(5):
        y = -5.5 - 6.4 * row
        east = 11.5 if row < 5 else 0
        board.stroke([(-23, y), (east, y)], 0.6, mix(_WALL, _WALL_DARK, 0.55))
        for k in range(4):
            x = -20 + 9 * k + 4.5 * (row % 2)
            board.stroke([(x, y), (x, y + 6.4)], 0.6, mix(_WALL, _WALL_DARK, 0.55))
    arch = [(-9, 2), (-9, -12), *(
        (-2 + 7 * math.cos(a), -12 + 8 * math.sin(a)) for a in (-2.6, -2.1, -1.57, -1.0, -0.5)
    ), (5, -12), (5, 2)]  # fmt: skip
    board.shape(arch, (96, 60, 74), 1.6, _WALL_LIT)
    board.shape([(-9, 2), (-9, -8), (-3, 2)], (214, 164, 120))


def _column(board: Board, x: float, tall: float) -> None:
    board.shape([(x - 6, 2), (x + 6, 2), (x + 5, -2.4), (x - 5, -2.4)], _WALL, 0.7, _INK)
    top = [(x - 4, -tall), (x - 1.4, -tall - 2.6), (x + 1, -tall + 0.6), (x + 3.8, -tall - 1.4)]
    board.shape([(x - 4.2, -2), *top, (x + 4.2, -2)], _WALL, 0.7, _INK)
    for aside, tone, wide in ((-2.4, _WALL_LIT, 2.0), (0.2, mix(_WALL, _WALL_LIT, 0.4), 1.0),
                              (2.7, _WALL_DARK, 2.2)):  # fmt: skip
        board.stroke([(x + aside, -3.4), (x + aside, -tall + 1.6)], wide, tone)


def draw_stones(board: Board, chance: random.Random) -> None:
    """One to three boulders, each with a lit, a middle and a dark side."""
    spots = [(9, 0.62), (-10, 0.5), (0, 1.0)][-chance.randint(1, 3) :]
    for x, size in spots:
        wide = chance.uniform(10, 13) * size
        tall = chance.uniform(11, 17) * size
        head = chance.uniform(-0.3, 0.2) * wide
        west, east = (x - wide, 2), (x + wide, 2)
        shoulder_w, shoulder_e = (x - 0.86 * wide, -0.55 * tall), (x + 0.8 * wide, -0.5 * tall)
        top = (x + head, -tall)
        ridge = (x + head + 0.42 * wide, -0.86 * tall)
        mid = (x + 0.12 * wide, -0.42 * tall)
        foot = (x + 0.2 * wide, 3.2)
        board.shape([west, shoulder_w, top, ridge, shoulder_e, east, foot], _ROCK, 0.8, _INK)
        board.shape([west, shoulder_w, top, mid, (x - 0.3 * wide, -0.1 * tall)], _ROCK_LIT)
        board.shape([ridge, shoulder_e, east, foot, mid], _ROCK_DARK)
        board.shape([top, ridge, mid], mix(_ROCK, _ROCK_LIT, 0.45))
        board.stroke([mid, (x - 0.05 * wide, 1)], 0.6, mix(_ROCK, _ROCK_DARK, 0.7))


def draw_tent(board: Board, chance: random.Random) -> None:
    """A wide, low tent of striped cloth, open to the front."""
    cloth = chance.choice(_CLOTHS)
    for x, tall in ((-27, 4), (27, 4)):
        board.stroke([(x * 0.9, -8), (x * 1.2, tall)], 0.6, _INK)
    heads = [(-26.0, -9.0), (-13.0, -24.0), (0.0, -19.0), (13.0, -26.0), (26.0, -9.0)]
    foot = [(27.0, 2.0), (-27.0, 2.0)]
    sagging = [point for a, b in itertools.pairwise(heads) for point in _sag(a, b)]
    board.shape([*sagging, heads[-1], *foot], cloth, 0.9, _INK)
    count = len(sagging)
    for at in range(0, count - 2, 3):
        (ax, ay), (bx, by) = sagging[at], sagging[at + 1]
        west, east = -27 + 54 * at / count, -27 + 54 * (at + 1) / count
        board.shape([(ax, ay), (bx, by), (east, 2), (west, 2)], _CREAM if ax < 8 else
                    mix(_CREAM, _INK, 0.28))  # fmt: skip
    board.shape([(13, -26), (26, -9), (27, 2), (17, 2)], mix(cloth, _INK, 0.45))
    board.shape([(-1, -13), (-9, 2), (9, 2)], (64, 36, 52), 0.6, _INK)
    board.shape([(-1, -13), (-9, 2), (-13, 2)], mix(cloth, _CREAM, 0.35), 0.4, _INK)
    for x, y in (heads[1], heads[3]):
        board.stroke([(x, y), (x, y - 4)], 1.1, _INK)


def _sag(one: Point, other: Point) -> list[Point]:
    """Cloth that hangs between two poles, without its last point."""
    (ax, ay), (bx, by) = one, other
    return [(ax + (bx - ax) * t, ay + (by - ay) * t + 10 * t * (1 - t)) for t in
            (0.0, 0.25, 0.5, 0.75)]  # fmt: skip
