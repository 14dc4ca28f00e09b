"""Pictures of what stands on the land: plants. Units as in `paint`; the sun is on the left."""

import math
import random
from collections.abc import Callable

from game.ui.draw.paint import Board, Colour, Point, Sprite, mix, oval, smooth
from game.ui.draw.props_built import draw_bones, draw_ruin, draw_stones, draw_tent

VARIANTS = 6  # pictures of each kind
_BOX = (-60, -96, 60, 14)
INK: Colour = (74, 42, 58)
_LEAF, _LEAF_LIT, _LEAF_DARK = (78, 140, 84), (172, 204, 108), (34, 88, 78)
_BARK, _BARK_LIT, _BARK_DARK = (158, 104, 74), (222, 168, 116), (98, 56, 58)
_CACTUS, _CACTUS_LIT, _CACTUS_DARK = (84, 138, 92), (164, 196, 118), (44, 92, 82)
_PETALS: tuple[Colour, ...] = ((255, 250, 236), (255, 226, 120), (246, 160, 150), (240, 206, 226))
_SCRUB, _SCRUB_LIT, _SCRUB_DARK = (134, 128, 76), (202, 190, 122), (82, 82, 64)


def prop(kind: str, variant: int, scale: float, mirrored: bool = False) -> Sprite:
    """The picture of a kind (a word of look.PROPS), anchored at its foot. Raises KeyError."""
    board = Board(_BOX, scale, 3 if scale < 1.6 else 2)
    _DRAWERS[kind](board, random.Random(f"{kind} {variant}"))
    return board.finish(1, mirrored)


def _palm(board: Board, chance: random.Random) -> None:
    tall, lean = chance.uniform(44, 62), chance.uniform(6, 17) * chance.choice((-1, 1))
    spine = [(lean * (k / 10) ** 1.6, -tall * k / 10) for k in range(11)]
    radii = [3.0 - 1.5 * (k / 10) ** 0.6 for k in range(11)]
    board.limb(spine, radii, _BARK, 0.7, INK)
    board.limb([(x - 0.7, y) for x, y in spine], [0.42 * r for r in radii], _BARK_LIT)
    for (x, y), r in list(zip(spine, radii, strict=True))[1:-1]:
        board.stroke([(x - r, y), (x + r, y + 0.8)], 0.6, _BARK_DARK)
    top = spine[-1]
    fronds = [(-2.5, 25, 0), (-0.55, 26, 0), (-1.65, 22, 0), (3.0, 30, 1), (0.1, 30, 1),
              (2.3, 24, 1), (0.85, 24, 1)]  # fmt: skip
    for angle, length, front in fronds:
        angle, length = angle + chance.uniform(-0.15, 0.15), length * chance.uniform(0.85, 1.1)
        tone = _LEAF if front else mix(_LEAF, _LEAF_DARK, 0.55)
        _frond(board, top, angle, length, tone)
    for x, y in ((-1.8, 1.6), (1.6, 2.2)):
        board.disc((top[0] + x, top[1] + y), 1.7, (128, 76, 58), 0.5, INK)


def _frond(board: Board, top: Point, angle: float, length: float, tone: Colour) -> None:
    """A leaf that rises, bends and hangs, with a ragged lower edge."""

    def on(share: float, off: float) -> Point:
        x = math.cos(angle) * length * share * (1 - 0.12 * share)
        y = math.sin(angle) * length * 0.62 * share + length * (0.72 * share**2 - 0.34 * share)
        return top[0] + x, top[1] + y + off

    count = 9
    upper = [on(k / count, -0.6) for k in range(count + 1)]
    lower = []
    for k in range(count, 0, -1):
        hang = length * 0.22 * math.sin(math.pi * min(1.0, k / count * 0.9 + 0.1)) + 0.6
        lower += [on(k / count, 0.5), on((k - 0.45) / count, hang)]
    board.shape([*upper, *lower], tone, 0.55, INK)
    lit = 0.75 if math.cos(angle) < 0.2 else 0.4
    board.stroke(upper[:-1], 0.9, mix(tone, _LEAF_LIT, lit))


def _cactus(board: Board, chance: random.Random) -> None:
    match chance.randrange(3):
        case 0:
            tall = chance.uniform(34, 46)
            for side in (-1, 1):
                root, up = -tall * chance.uniform(0.3, 0.5), tall * chance.uniform(0.25, 0.4)
                out = side * chance.uniform(9, 11.5)
                arm = [(0, root), (out * 0.7, root + 1), (out, root - 3), (out, root - up)]
                _ribbed(board, smooth(arm, 4, closed=False), 2.9)
            _ribbed(board, [(0, 2), (0, -tall * 0.5), (0, -tall)], 4.4)
        case 1:
            for x, size in ((8, 6.5), (-3, 9.5)):
                board.shape(oval((x, -size * 0.85), size, size), _CACTUS, 0.7, INK)
                for turn in (-0.62, -0.2, 0.22, 0.6):
                    rib = [(x + size * turn * math.cos(v), -size * (0.85 + math.sin(v) * 0.92))
                           for v in (-1.2, -0.6, 0, 0.6, 1.2)]  # fmt: skip
                    board.stroke(rib, 0.9, _CACTUS_LIT if turn < 0 else _CACTUS_DARK)
                board.shape(oval((x, -size * 1.72), 2.6, 1.3), (236, 204, 132), 0.5, INK)
        case _:
            pads = [(0, -7, 6.2, 8, 0.0), (-7, -18, 5.4, 7, -0.5), (6, -19, 5, 7, 0.45),
                    (-1, -26, 4.4, 6, 0.1), (12, -27, 3.6, 5, 0.6)]  # fmt: skip
            for x, y, rx, ry, turn in pads:
                board.shape(oval((x, y), rx, ry, turn), _CACTUS, 0.7, INK)
                board.shape(oval((x - rx * 0.28, y - 0.8), rx * 0.5, ry * 0.66, turn), _CACTUS_LIT)
                board.disc((x + rx * 0.4, y + ry * 0.2), 0.7, _CACTUS_DARK)


def _ribbed(board: Board, path: list[Point], radius: float) -> None:
    """A round green stem with ribs."""
    board.limb(path, [radius] * len(path), _CACTUS, 0.7, INK)
    for aside, tone in ((-0.5, _CACTUS_LIT), (0.05, mix(_CACTUS, _CACTUS_LIT, 0.4)),
                        (0.6, _CACTUS_DARK)):  # fmt: skip
        shifted = [(x + aside * radius, y) for x, y in path]
        board.limb(shifted, [radius * 0.2] * len(path), tone)


def _flowers(board: Board, chance: random.Random) -> None:
    petal = chance.choice(_PETALS)
    for x in (-7, -3.5, 0, 3, 6.5, -5, 2):
        x += chance.uniform(-1.2, 1.2)
        tall = chance.uniform(5, 12)
        tip = (x * 1.25, -tall)
        board.stroke([(x * 0.5, 1), (x, -tall * 0.5), tip], 0.9, _LEAF_DARK)
        board.shape([(x * 0.5, 1), (x - 2.6, -3), (x * 0.8, -1.2)], _LEAF, 0.3, INK)
        for turn in range(5):
            angle = turn * math.tau / 5 + x
            leaf = (tip[0] + 1.5 * math.cos(angle), tip[1] + 1.2 * math.sin(angle))
            board.disc(leaf, 1.15, petal, 0.35, mix(petal, INK, 0.6))
        board.disc(tip, 0.9, (206, 140, 66))


def _bush(board: Board, chance: random.Random) -> None:
    wide, tall = chance.uniform(9, 14), chance.uniform(8, 12)
    board.shape(oval((0, -1), wide * 0.8, 3), mix(_SCRUB_DARK, INK, 0.3))
    for layer, tone in ((1.0, _SCRUB_DARK), (0.9, _SCRUB), (0.72, _SCRUB_LIT)):
        count = 17 if layer > 0.8 else 9
        for k in range(count):
            angle = math.pi * (k + 0.5) / count + chance.uniform(-0.09, 0.09)
            if layer < 0.8:
                angle = math.pi - 0.62 * angle  # light falls on the left
            reach = layer * chance.uniform(0.75, 1.0)
            tip = (-math.cos(math.pi - angle) * wide * reach, -math.sin(angle) * tall * reach)
            bend = (tip[0] * 0.45, tip[1] * 0.66 - 1)
            board.limb([(tip[0] * 0.1, 0), bend, tip], [1.3, 1.2, 0.4], tone)


_DRAWERS: dict[str, Callable[[Board, random.Random], None]] = {
    "palms": _palm,
    "cacti": _cactus,
    "flowers": _flowers,
    "bushes": _bush,
    "bones": draw_bones,
    "ruins": draw_ruin,
    "stones": draw_stones,
    "tents": draw_tent,
}
