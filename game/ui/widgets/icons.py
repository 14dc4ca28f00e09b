"""The small drawings on buttons, each from a few corners in a square of 0..1."""

import math
from collections.abc import Callable
from functools import lru_cache

import pygame

from game.ui.theme import Colour
from game.ui.widgets import play_icons, settings_icons, shapes

Pen = Callable[[pygame.Surface, int, Colour], None]


def _poly(*shapes_: tuple[tuple[float, float], ...]) -> Pen:
    def pen(surface: pygame.Surface, side: int, colour: Colour) -> None:
        for corners in shapes_:
            pygame.draw.polygon(surface, colour, [(x * side, y * side) for x, y in corners])

    return pen


def _turned_back(surface: pygame.Surface, side: int, colour: Colour) -> None:
    # Three quarters of a ring with an arrow head: start over.
    box = pygame.Rect(0, 0, round(side * 0.72), round(side * 0.72))
    box.center = (side // 2, round(side * 0.53))
    thick = round(side * 0.13)
    pygame.draw.arc(surface, colour, box, math.radians(-215), math.radians(60), thick)
    for shift in range(1, 4):  # pygame's arcs have holes; neighbours fill them
        near = box.move(0, shift)
        pygame.draw.arc(surface, colour, near, math.radians(-215), math.radians(60), thick)
    head = ((0.40, 0.02), (0.74, 0.20), (0.44, 0.42))
    pygame.draw.polygon(surface, colour, [(x * side, y * side) for x, y in head])


def _full_screen(surface: pygame.Surface, side: int, colour: Colour) -> None:
    for fx in (0, 1):
        for fy in (0, 1):
            corner = [(0.10, 0.10), (0.40, 0.10), (0.40, 0.22), (0.22, 0.22), (0.22, 0.40)]
            corner.append((0.10, 0.40))
            points = [((1 - x if fx else x) * side, (1 - y if fy else y) * side) for x, y in corner]
            pygame.draw.polygon(surface, colour, points)


def _lock(surface: pygame.Surface, side: int, colour: Colour) -> None:
    body = pygame.Rect(
        round(side * 0.18), round(side * 0.45), round(side * 0.64), round(side * 0.46)
    )
    pygame.draw.rect(surface, colour, body, border_radius=round(side * 0.09))
    bow = pygame.Rect(round(side * 0.28), round(side * 0.08), round(side * 0.44), round(side * 0.7))
    pygame.draw.rect(surface, colour, bow, round(side * 0.11), round(side * 0.22))


def _star(surface: pygame.Surface, side: int, colour: Colour) -> None:
    corners = []
    for k in range(10):
        reach = (0.50, 0.235)[k % 2] * side
        angle = math.radians(36 * k - 90)
        corners.append((side / 2 + reach * math.cos(angle), side * 0.53 + reach * math.sin(angle)))
    pygame.draw.polygon(surface, colour, corners)
    for x, y in corners[::2]:  # the points a little blunt, so that they do not prick
        pull = 0.92
        at = (side / 2 + (x - side / 2) * pull, side * 0.53 + (y - side * 0.53) * pull)
        pygame.draw.circle(surface, colour, at, side * 0.035)


def _drop(surface: pygame.Surface, side: int, colour: Colour) -> None:
    pygame.draw.circle(surface, colour, (side * 0.5, side * 0.64), side * 0.31)
    tip = [(0.5, 0.02), (0.62, 0.25), (0.77, 0.50), (0.5, 0.66), (0.23, 0.50), (0.38, 0.25)]
    pygame.draw.polygon(surface, colour, [(x * side, y * side) for x, y in tip])


def _ring(surface: pygame.Surface, side: int, colour: Colour) -> None:
    middle = (side * 0.5, side * 0.5)
    pygame.draw.circle(surface, colour, middle, side * 0.42, max(1, round(side * 0.15)))


def _bars(count: int) -> Pen:
    def pen(surface: pygame.Surface, side: int, colour: Colour) -> None:
        wide = min(0.27, 0.94 / count)
        for k in range(count):
            left = 0.5 + (k - count / 2) * wide
            head = ((left, 0.2), (left + wide * 1.06, 0.5), (left, 0.8))
            pygame.draw.polygon(surface, colour, [(x * side, y * side) for x, y in head])

    return pen


_PENS: dict[str, Pen] = {
    "play": _poly(((0.24, 0.12), (0.86, 0.5), (0.24, 0.88))),
    "pause": _poly(
        ((0.20, 0.14), (0.42, 0.14), (0.42, 0.86), (0.20, 0.86)),
        ((0.58, 0.14), (0.80, 0.14), (0.80, 0.86), (0.58, 0.86)),
    ),
    "step": _poly(
        ((0.16, 0.16), (0.64, 0.5), (0.16, 0.84)),
        ((0.70, 0.16), (0.86, 0.16), (0.86, 0.84), (0.70, 0.84)),
    ),
    "rewind": _poly(
        ((0.50, 0.18), (0.50, 0.82), (0.04, 0.5)), ((0.94, 0.18), (0.94, 0.82), (0.48, 0.5))
    ),
    "left": _poly(((0.68, 0.14), (0.68, 0.86), (0.22, 0.5))),
    "right": _poly(((0.32, 0.14), (0.32, 0.86), (0.78, 0.5))),
    "back": _poly(
        ((0.04, 0.5), (0.46, 0.12), (0.46, 0.88)),
        ((0.4, 0.38), (0.94, 0.38), (0.94, 0.62), (0.4, 0.62)),
    ),
    "check": _poly(
        ((0.08, 0.54), (0.24, 0.38), (0.42, 0.56), (0.78, 0.16), (0.94, 0.32), (0.42, 0.88))
    ),
    "cross": _poly(
        ((0.10, 0.27), (0.27, 0.10), (0.90, 0.73), (0.73, 0.90)),
        ((0.73, 0.10), (0.90, 0.27), (0.27, 0.90), (0.10, 0.73)),
    ),
    "restart": _turned_back,
    "ring": _ring,
    "gem": _poly(((0.24, 0.16), (0.76, 0.16), (0.98, 0.42), (0.5, 0.92), (0.02, 0.42))),
    "away": _poly(
        ((0.42, 0.08), (0.92, 0.08), (0.92, 0.58)),
        ((0.10, 0.74), (0.60, 0.24), (0.76, 0.40), (0.26, 0.90)),
    ),
    "full_screen": _full_screen,
    "lock": _lock,
    "star": _star,
    "drop": _drop,
    **play_icons.PENS,
    **settings_icons.PENS,
    **{f"speed{count}": _bars(count) for count in range(1, 6)},
}
NAMES = tuple(_PENS)


@lru_cache(maxsize=128)
def icon(name: str, side: int, colour: Colour) -> pygame.Surface:
    """The drawing called `name`, `side` pixels square. Do not edit."""
    large = shapes.blank((side * shapes.FINE, side * shapes.FINE), colour)
    _PENS[name](large, side * shapes.FINE, colour)
    return shapes.shrunk(large)
