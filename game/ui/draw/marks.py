"""Marks on the ground: the way down, where the next step lands, how far the gem was."""

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.ui import fonts
from game.ui.draw.paint import Point

_WHITE, _DARK, _GOLD = (255, 252, 244), (52, 22, 44), (255, 214, 92)
_SHORTEST, _LONGEST = 26.0, 84.0  # units of the arrow on hardly a slope, and on a slope of 1
_FLAT = 0.004  # a slope that has no way down worth an arrow


def _along(path: Sequence[Point], spacing: float, shift: float = 0.0) -> list[Point]:
    """Points every `spacing` pixels along a path, the first `shift` pixels from its start."""
    found, at = [], shift
    for (x0, y0), (x1, y1) in pairwise(path):
        length = math.hypot(x1 - x0, y1 - y0)
        while length and at < length:
            found.append((x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length))
            at += spacing
        at -= length
    return found


def _dots(surface: pygame.Surface, points: Sequence[Point], radius: float, colour: tuple) -> None:
    for point in points:
        pygame.draw.aacircle(surface, _DARK, point, radius + 1.4)
        pygame.draw.aacircle(surface, colour, point, radius)


def slope_arrow(
    surface: pygame.Surface, here: Point, down: Point, steepness: float, scale: float, squash: float
) -> None:
    """An arrow from the feet (`here`, pixels) along `down`, longer where it is steeper.

    Without a slope a ring says that the ground is flat.
    """
    length = math.hypot(*down)
    if steepness < _FLAT or length == 0:
        _ring(surface, here, 20 * scale, squash, _WHITE, 10)
        return
    east, south = down[0] / length, down[1] / length
    # Lying on the ground, what points up or down the canvas is seen shortened.
    reach = (_SHORTEST + (_LONGEST - _SHORTEST) * min(steepness, 1.0)) * scale
    reach *= math.hypot(east, south * 0.75 + 0.25 * abs(south))
    start = (here[0] + east * 12 * scale, here[1] + south * 12 * scale * squash)
    side = (-south * 1.0, east * squash)
    norm = math.hypot(*side) or 1.0
    side = (side[0] / norm, side[1] / norm)
    for grow, colour in ((2.4 * scale, _DARK), (0.0, _WHITE)):
        pygame.draw.polygon(surface, colour, _arrow(start, (east, south), side, reach, scale, grow))
        pygame.draw.aalines(
            surface, colour, True, _arrow(start, (east, south), side, reach, scale, grow)
        )


def _arrow(
    start: Point, way: Point, side: Point, reach: float, scale: float, grow: float
) -> list[Point]:
    head, wide, shaft = 17 * scale, 11 * scale + grow * 1.5, 4.4 * scale + grow
    corners = (
        (-grow, -shaft),
        (reach - head, -shaft),
        (reach - head - grow, -wide),
        (reach + grow * 1.6, 0.0),
        (reach - head - grow, wide),
        (reach - head, shaft),
        (-grow, shaft),
    )
    return [
        (start[0] + way[0] * a + side[0] * b, start[1] + way[1] * a + side[1] * b)
        for a, b in corners
    ]


def ghost(
    surface: pygame.Surface,
    path: Sequence[Point],
    scale: float,
    squash: float,
    *,
    spread: float = 0.0,
    time_ms: float = 0.0,
) -> None:
    """Where the next step lands: dots along `path` (pixels), and a ring at its end.

    `spread`: pixels eastward by which noise may carry it astray, as a dotted cloud.
    """
    end = path[-1]
    _dots(surface, _along(path, 11 * scale, 8 * scale), 1.5 * scale, _GOLD)
    turn = time_ms / 6000.0
    _ring(surface, end, 17 * scale, squash, _GOLD, 8, turn)
    pygame.draw.aacircle(surface, _DARK, end, 4.2 * scale)
    pygame.draw.aacircle(surface, _GOLD, end, 2.8 * scale)
    if spread > 4 * scale:
        _ring(surface, end, spread, squash, _WHITE, max(12, round(spread / (5 * scale))), -turn)


def _ring(
    surface: pygame.Surface,
    middle: Point,
    radius: float,
    squash: float,
    colour: tuple,
    dashes: int,
    turn: float = 0.0,
) -> None:
    """A dashed circle lying on the ground."""
    for dash in range(dashes):
        begin = (dash / dashes + turn) * math.tau
        points = [
            (
                middle[0] + radius * math.cos(begin + part * math.tau / dashes * 0.2),
                middle[1] + radius * squash * math.sin(begin + part * math.tau / dashes * 0.2),
            )
            for part in range(4)
        ]
        pygame.draw.lines(surface, _DARK, False, [(x, y + 1.5) for x, y in points], 3)
        pygame.draw.aalines(surface, colour, False, points)
        pygame.draw.lines(surface, colour, False, points, 2)


def dig_cross(surface: pygame.Surface, here: Point, scale: float, squash: float) -> None:
    """A cross where the child digs."""
    reach = 13 * scale
    for grow, colour in ((3.0, _DARK), (0.0, (232, 60, 48))):
        for way in (1, -1):
            start = (here[0] - reach, here[1] - way * reach * squash)
            end = (here[0] + reach, here[1] + way * reach * squash)
            pygame.draw.line(surface, colour, start, end, round(5 * scale + grow))


def ribbon(surface: pygame.Surface, path: Sequence[Point], scale: float, label: str) -> None:
    """A dotted ribbon along `path` (pixels), with a label at its middle."""
    _dots(surface, _along(path, 13 * scale), 3.0 * scale, _GOLD)
    if not label:
        return
    size = round(24 * scale)
    wide, tall = fonts.width(label, fonts.DISPLAY, size), round(size * 1.3)
    middle = path[len(path) // 2]
    plate = pygame.Rect(0, 0, wide + round(26 * scale), tall + round(8 * scale))
    plate.midtop = (round(middle[0]), round(middle[1] + 22 * scale))
    plate.clamp_ip(surface.get_rect())
    pygame.draw.rect(surface, _DARK, plate, border_radius=plate.height // 2)
    layout = fonts.fitted(label, fonts.DISPLAY, size, size, (wide + 4, tall))
    fonts.draw(surface, layout, fonts.DISPLAY, _GOLD, plate, (0.5, 0.5))
