"""Marks on the ground: the way down, where the next step lands, how far the gem was.

All positions are pixels of the canvas. `scale` 1 suits 1280 x 720; `squash` is how much flatter
than wide a circle on the ground is seen, about 0.45.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.ui.draw.paint import Board, Colour, Point, Sprite, SpriteCache, oval
from game.ui.draw.plates import beside, plate, plate_size
from game.ui.draw.soft import glow

_WHITE: Colour = (255, 252, 244)
_DARK: Colour = (52, 22, 44)
_GOLD: Colour = (255, 214, 92)
_RED: Colour = (234, 62, 52)
_SHORTEST, _LONGEST = 20.0, 62.0  # units of the arrow on hardly a slope, and on a slope of 1
_FLAT = 0.004  # a slope that has no way down worth an arrow
_TURNS = 64
_cache = SpriteCache(3 << 20)


def along(path: Sequence[Point], spacing: float, shift: float = 0.0) -> list[Point]:
    """Points every `spacing` pixels along a path, the first `shift` pixels from its start."""
    found, at = [], shift
    for (x0, y0), (x1, y1) in pairwise(path):
        length = math.hypot(x1 - x0, y1 - y0)
        while length and at < length:
            found.append((x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length))
            at += spacing
        at -= length
    return found


def _dots(surface: pygame.Surface, points: Sequence[Point], radius: float, colour: Colour) -> None:
    def make() -> Sprite:
        reach = math.ceil(radius + 3)
        board = Board((-reach, -reach, reach, reach), 1.0, 6)
        board.disc((0, 0), radius, colour, max(1.1, radius * 0.45), _DARK)
        return board.finish(1)

    dot = _cache.get(("dot", round(radius, 1), colour), make)
    for point in points:
        dot.draw(surface, point)


def slope_arrow(
    surface: pygame.Surface, here: Point, down: Point, steepness: float, scale: float, squash: float
) -> None:
    """An arrow on the ground from the feet (`here`) along `down`, longer where it is steeper.

    Without a slope a spirit level with its bubble in the middle says that the ground is flat.
    """
    if steepness < _FLAT or math.hypot(*down) == 0:
        _cache.get(("level", scale, squash), lambda: _level(scale, squash)).draw(surface, here)
        return
    turn = round(math.atan2(down[1], down[0]) / math.tau * _TURNS) % _TURNS
    reach = _SHORTEST + (_LONGEST - _SHORTEST) * min(steepness, 1.0) ** 0.8
    reach = 2 * round(reach / 2)
    key = ("arrow", turn, reach, scale, squash)
    _cache.get(key, lambda: _arrow(turn, reach, scale, squash)).draw(surface, here)


def _arrow(turn: int, reach: float, scale: float, squash: float) -> Sprite:
    angle = turn * math.tau / _TURNS
    east, south = math.cos(angle), math.sin(angle)
    # Up or down the canvas it is seen shortened, but never so much that it can't be read.
    shorter = math.hypot(east, south * (0.35 + 0.65 * squash))
    side_x, side_y = -south, east * squash
    widen = 1.0 / max(0.75, math.hypot(side_x, side_y))
    side_x, side_y = side_x * widen, side_y * widen
    start, head = 9.0, 15.0

    def at(far: float, across: float) -> Point:
        far = (start + far) * shorter
        return (east * far + side_x * across, south * far + side_y * across)

    points = [at(0, -2.2), at(reach - head, -4.6), at(reach - head - 2, -10.5), at(reach, 0),
              at(reach - head - 2, 10.5), at(reach - head, 4.6), at(0, 2.2)]  # fmt: skip
    edge = math.ceil(start + reach + 14)
    board = Board((-edge, -edge, edge, edge), scale)
    frame = board.moved(0.8, 1.8)
    board.limb([*points, points[0]], [1.7] * 8, _DARK)
    board.restore(frame)
    board.limb([*points, points[0]], [1.7] * 8, _DARK)
    board.shape(points, _WHITE)
    return board.finish(1)


def _level(scale: float, squash: float) -> Sprite:
    board = Board((-30, -16, 30, 40), scale)
    for k in range(8):
        begin = math.tau * k / 8
        part = [begin + 0.09 * j for j in range(5)]
        arc = [(18 * math.cos(a), 18 * squash * math.sin(a)) for a in part]
        board.limb(arc, [1.1] * 5, _WHITE, 1.0, _DARK)
    board.limb([(-9, 19), (9, 19)], [4.0, 4.0], (154, 226, 150), 1.4, _DARK)
    board.disc((0, 18.6), 2.7, (236, 255, 226))
    for x in (-4.4, 4.4):
        board.stroke([(x, 16), (x, 22)], 1.0, _DARK)
    return board.finish(1)


def ghost(
    surface: pygame.Surface,
    path: Sequence[Point],
    scale: float,
    squash: float,
    *,
    spread: float = 0.0,
    time_ms: float = 0.0,
) -> None:
    """Where the next step lands: dots along `path`, and faint feet in a ring at its end.

    `spread`: pixels eastward by which noise may carry it astray, as a cloud of dots.
    """
    end = path[-1]
    if spread > 4 * scale:
        _cloud(surface, end, spread, squash, scale, time_ms)
    walked = along(path, 10 * scale, (4 + time_ms / 1000 % 1.0 * 10) * scale)
    near = 15 * scale
    dots = [p for p in walked if math.hypot(p[0] - end[0], (p[1] - end[1]) / squash) > near]
    _dots(surface, dots, 1.7 * scale, _GOLD)
    part = int(time_ms / 1800 % 1.0 * 12)
    key = ("ghost", part, scale, squash)
    _cache.get(key, lambda: _ghost_ring(part / 12, scale, squash)).draw(surface, end)


def _ghost_ring(turn: float, scale: float, squash: float) -> Sprite:
    board = Board((-26, -26, 26, 26), scale)
    dashes = 8
    for k in range(dashes):
        begin = math.tau * (k + turn) / dashes
        part = [begin + math.tau / dashes * 0.6 * j / 5 for j in range(6)]
        arc = [(15 * math.cos(a), 15 * squash * math.sin(a)) for a in part]
        board.limb(arc, [1.0] * 6, _GOLD, 1.0, _DARK)
    for x in (-3.6, 3.6):
        foot = [(x, 1.6), (x * 1.06, -1.8)]
        board.limb(foot, [1.4, 1.8], (255, 236, 170), 0.9, _DARK)
    return board.finish(1)


def _cloud(
    surface: pygame.Surface, end: Point, spread: float, squash: float, scale: float, time_ms: float
) -> None:
    """A soft haze as wide as the noise, in a ring of dots that slowly turns."""
    radius = min(4 * round(spread / 4), 640)
    haze = glow(radius, (214, 170, 255), 0.42, squash)
    surface.blit(haze, haze.get_rect(center=(round(end[0]), round(end[1]))))
    count = max(12, round(math.tau * radius / (13 * scale)))
    turn = time_ms / 20000
    angles = [math.tau * (k / count + turn) for k in range(min(count, 72))]
    ring = [(end[0] + radius * math.cos(a), end[1] + radius * squash * math.sin(a)) for a in angles]
    _dots(surface, ring, 1.5 * scale, (226, 190, 255))


def dig_cross(surface: pygame.Surface, here: Point, scale: float, squash: float) -> None:
    """A cross where the child digs."""

    def make() -> Sprite:
        board = Board((-24, -20, 24, 20), scale)
        for colour, extra in ((_DARK, 2.0), (_RED, 0.0)):
            for way in (1, -1):
                arm = [(-13, -13 * way * squash), (0.6, 0.2), (13, 13 * way * squash)]
                board.limb(arm, [2.4 + extra, 3.1 + extra, 2.6 + extra], colour)
        return board.finish(1)

    _cache.get(("cross", scale, squash), make).draw(surface, here)


def start_flag(surface: pygame.Surface, here: Point, scale: float, time_ms: float = 0.0) -> None:
    """A small flag where the walk began, waving."""
    moment = int(time_ms / 1400 % 1.0 * 12)

    def make() -> Sprite:
        board = Board((-8, -44, 32, 8), scale)
        board.shape(oval((1.5, 0.4), 5.5, 2.2), (120, 66, 60))
        board.limb([(0, 0), (0, -36)], [1.2, 1.0], (246, 226, 190), 1.0, _DARK)
        top, low = [], []
        for k in range(7):
            wave = 1.6 * math.sin(math.tau * (k / 6 - moment / 12)) * k / 6
            top.append((1 + 3.4 * k, -36 + wave + 0.3 * k))
            low.append((1 + 3.4 * k, -23 + wave - 0.3 * k))
        notch = (top[-1][0] - 5, (top[-1][1] + low[-1][1]) / 2)
        cloth = [*top, notch, *reversed(low)]
        board.limb([*cloth, cloth[0]], [1.0] * (len(cloth) + 1), _DARK)
        board.shape(cloth, (54, 176, 164))
        board.disc((8.5, -29.8 + 0.4 * math.sin(moment)), 2.5, (255, 246, 214))
        return board.finish(1)

    _cache.get(("flag", moment, scale), make).draw(surface, here)


def gem_beam(
    surface: pygame.Surface, here: Point, share: float, scale: float, squash: float
) -> None:
    """The gem is found or shown: rings run outward on the ground and light stands over it.

    `share` 0..1 is how far this has come; nothing is left at 1.
    """
    if not 0.0 <= share < 1.0:
        return
    fade = 1 - share
    tall, wide = round(170 * scale), round((16 + 12 * share) * scale)
    light = glow(wide, (206, 244, 255), 0.9, tall / wide)
    light.set_alpha(round(235 * fade**1.2))
    surface.blit(light, light.get_rect(center=(round(here[0]), round(here[1] - tall * 0.55))))
    for delay in (0.0, 0.22, 0.44):
        run = (share - delay) / (1 - delay)
        if run <= 0:
            continue
        step = min(15, int(run * 16))
        ring = _cache.get(("beam", step, scale, squash), lambda s=step: _ripple(s, scale, squash))
        ring.surface.set_alpha(round(255 * (1 - run) ** 1.3))
        ring.draw(surface, here)


def _ripple(step: int, scale: float, squash: float) -> Sprite:
    radius = 10 + 54 * (1 - (1 - step / 16) ** 2)
    edge = math.ceil(radius + 6)
    board = Board((-edge, -edge, edge, edge), scale)
    ring = oval((0, 0), radius, radius * squash)
    thick = 2.2 - 1.4 * step / 16
    board.limb([*ring, ring[0]], [thick] * 29, (222, 248, 255), 0.8, (46, 110, 160))
    return board.finish(1)


def ribbon(surface: pygame.Surface, path: Sequence[Point], scale: float, label: str) -> None:
    """A dotted ribbon along `path`, with a label at its middle."""
    dots = along(path, 13 * scale)
    _dots(surface, dots, 3.0 * scale, _GOLD)
    if label:
        size, ends = round(24 * scale), (path[0], path[-1])
        box = beside(dots, ends, path[len(path) // 2], plate_size(size, label), scale)
        plate(surface, box.midtop, size, label)
