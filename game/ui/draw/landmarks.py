"""What stands at the stops of the journey: a tent to come to, a cairn with a flag that was won."""

import math

from game.ui.draw.paint import Board, Colour, Point, Sprite, SpriteCache, lit, oval, shaded
from game.ui.draw.props import VARIANTS, prop

KINDS = ("tent", "flag", "stones")
_BOX = (-46, -84, 46, 16)
_WAVES = 12  # moments of the flag's waving
_WAVE_MS = 1500.0
_STONE: Colour = (206, 158, 128)
_CLOTH: Colour = (250, 232, 198)
_cache = SpriteCache(4 << 20)


def landmark(kind: str, scale: float, colour: Colour, time_ms: float = 0.0) -> Sprite:
    """A landmark about 70 units tall, anchored at its foot; only flags move with the time.

    "tent": open, nobody has been here; "flag": won; "stones": still shut. Raises KeyError.
    """
    moment = int(time_ms / _WAVE_MS * _WAVES) % _WAVES if kind == "flag" else 0
    return _cache.get(
        (kind, scale, colour, moment), lambda: _render(kind, scale, colour, moment / _WAVES)
    )


def prop_at(kind: str, number: int, scale: float) -> Sprite:
    """What stands beside the stop of level `number`: one of look.PROPS, anchored at its foot."""
    variant = number % VARIANTS
    return _cache.get((kind, scale, variant), lambda: prop(kind, variant, scale))


def _render(kind: str, scale: float, colour: Colour, phase: float) -> Sprite:
    board = Board(_BOX, scale)
    {"tent": _tent, "flag": _flag, "stones": _stones}[kind](board, colour, phase)
    return board.finish()


def _tent(board: Board, colour: Colour, phase: float) -> None:
    board.shape(oval((4, 4), 38, 8), (150, 92, 74))
    board.stroke([(0, -62), (0, -74)], 2.4, (96, 56, 50))
    board.shape([(0, -76), (15, -71), (0, -66)], colour, 1.4)
    left, top, right = (-34.0, 2.0), (0.0, -62.0), (34.0, 2.0)
    board.shape([left, top, right], _CLOTH, 2.6)
    count = 7
    for at in range(count):  # striped cloth, in shade on the right
        a, b = at / count, (at + 1) / count
        tone = colour if at % 2 == 0 else _CLOTH
        foot_a, foot_b = _between(left, right, a), _between(left, right, b)
        board.shape([top, foot_a, foot_b], shaded(tone, 0.26) if at >= 4 else tone)
    board.shape([(0, -44), (-13, 2), (13, 2)], (74, 34, 50), 1.4)
    board.shape([(0, -30), (-7, 2), (7, 2)], (255, 196, 96))
    board.shape([(0, -18), (-3.4, 2), (3.4, 2)], (255, 240, 190))
    for side in (-1, 1):  # the flaps, folded back
        board.shape([(0, -44), (side * 13, 2), (side * 19, 2)], lit(colour, 0.35), 1.2)


def _flag(board: Board, colour: Colour, phase: float) -> None:
    _cairn(board, 1.0)
    board.stroke([(0, -26), (0, -80)], 3.2, (92, 52, 48))
    board.disc((0, -80), 3.0, (255, 220, 120), 1.2)
    upper: list[Point] = []
    for at in range(9):
        share = at / 8
        sway = 4.0 * share * math.sin(math.tau * (phase - 0.8 * share))
        upper.append((1.5 + 34 * share, -77 + sway + 3 * share))
    lower = [(x, y + 24 - 4 * at / 8) for at, (x, y) in enumerate(upper)]
    board.shape([*upper, *reversed(lower)], colour, 2.0)
    half = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(upper, lower, strict=True)]
    board.shape([*half, *reversed(lower)], shaded(colour, 0.16))
    middle = half[4]
    star = []
    for corner in range(10):
        reach, angle = (7.4, 3.4)[corner % 2], math.radians(36 * corner - 90)
        star.append((middle[0] + reach * math.cos(angle), middle[1] + reach * math.sin(angle)))
    board.shape(star, (255, 248, 226))


def _stones(board: Board, colour: Colour, phase: float) -> None:
    _cairn(board, 1.25)


def _cairn(board: Board, size: float) -> None:
    board.shape(oval((5, 3), 28 * size, 7 * size), (150, 92, 74))
    stones = ((0, -6, 23, 9.5, 0.0), (-1.5, -19, 16, 7.5, -0.08), (1.5, -29.5, 10, 5.5, 0.12))
    for x, y, rx, ry, turn in stones:
        centre = (x * size, y * size)
        board.shape(oval(centre, rx * size, ry * size, turn), shaded(_STONE, 0.30), 2.2)
        board.shape(
            oval((centre[0] - 1.6 * size, centre[1] - 1.6 * size), rx * 0.84 * size,
                 ry * 0.74 * size, turn), _STONE,
        )  # fmt: skip
        board.shape(
            oval((centre[0] - 5 * size, centre[1] - 3 * size), rx * 0.38 * size,
                 ry * 0.26 * size, turn), lit(_STONE, 0.5),
        )  # fmt: skip


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share
