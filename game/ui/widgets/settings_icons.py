"""Drawings for the pages of the settings and for the pause, in a square of 0..1."""

import math
from collections.abc import Callable

import pygame

from game.ui.theme import Colour

Pen = Callable[[pygame.Surface, int, Colour], None]


def _rect(
    surface: pygame.Surface,
    colour: Colour,
    side: int,
    box: tuple[float, float, float, float],
    line: float = 0.0,
    bow: float = 0.0,
) -> None:
    x, y, w, h = (round(part * side) for part in box)
    pygame.draw.rect(
        surface, colour, (x, y, w, h), round(line * side), border_radius=round(bow * side)
    )


def _poly(
    surface: pygame.Surface, colour: Colour, side: int, *corners: tuple[float, float]
) -> None:
    pygame.draw.polygon(surface, colour, [(x * side, y * side) for x, y in corners])


def _picture(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _rect(surface, colour, side, (0.06, 0.14, 0.88, 0.72), 0.09, 0.12)
    pygame.draw.circle(surface, colour, (0.70 * side, 0.38 * side), 0.09 * side)
    _poly(surface, colour, side, (0.16, 0.76), (0.38, 0.40), (0.54, 0.64), (0.64, 0.54),
          (0.82, 0.76))  # fmt: skip


def _speaker(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _poly(surface, colour, side, (0.06, 0.36), (0.24, 0.36), (0.48, 0.14), (0.48, 0.86),
          (0.24, 0.64), (0.06, 0.64))  # fmt: skip
    for reach in (0.22, 0.40):
        corners = []
        for k in range(13):
            angle = math.radians(-48 + 8 * k)
            corners.append((0.50 + reach * math.cos(angle), 0.5 + reach * math.sin(angle)))
        for x, y in corners:
            pygame.draw.circle(surface, colour, (x * side, y * side), 0.05 * side)


def _heart(surface: pygame.Surface, side: int, colour: Colour) -> None:
    for x in (0.30, 0.70):
        pygame.draw.circle(surface, colour, (x * side, 0.36 * side), 0.235 * side)
    _poly(surface, colour, side, (0.105, 0.49), (0.30, 0.30), (0.5, 0.40), (0.70, 0.30),
          (0.895, 0.49), (0.5, 0.92))  # fmt: skip


def _bubble(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _rect(surface, colour, side, (0.05, 0.12, 0.90, 0.58), 0.0, 0.2)
    _poly(surface, colour, side, (0.22, 0.60), (0.52, 0.66), (0.20, 0.94))
    for x in (0.30, 0.50, 0.70):  # dots cut out of the bubble
        pygame.draw.circle(surface, (*colour, 0), (x * side, 0.41 * side), 0.062 * side)


def _feet(surface: pygame.Surface, side: int, colour: Colour) -> None:
    for x, y in ((0.30, 0.60), (0.70, 0.38)):
        sole = pygame.Rect(0, 0, round(0.25 * side), round(0.40 * side))
        sole.center = (round(x * side), round(y * side))
        pygame.draw.ellipse(surface, colour, sole)
        heel = pygame.Rect(0, 0, round(0.20 * side), round(0.17 * side))
        heel.center = (round(x * side), round((y + 0.305) * side))
        pygame.draw.ellipse(surface, colour, heel)


def _gear(surface: pygame.Surface, side: int, colour: Colour) -> None:
    for k in range(8):
        angle = math.radians(45 * k)
        along, aside = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        tooth = [
            (0.5 + far * along[0] + wide * aside[0], 0.5 + far * along[1] + wide * aside[1])
            for far, wide in ((0.26, 0.12), (0.47, 0.085), (0.47, -0.085), (0.26, -0.12))
        ]
        _poly(surface, colour, side, *tooth)
    pygame.draw.circle(surface, colour, (side * 0.5, side * 0.5), side * 0.34)
    pygame.draw.circle(surface, (*colour, 0), (side * 0.5, side * 0.5), side * 0.15)


def _question(surface: pygame.Surface, side: int, colour: Colour) -> None:
    for k in range(41):
        angle = math.radians(-190 + 5.9 * k)
        x, y = 0.5 + 0.22 * math.cos(angle), 0.32 + 0.21 * math.sin(angle)
        pygame.draw.circle(surface, colour, (x * side, y * side), 0.082 * side)
    _poly(surface, colour, side, (0.56, 0.42), (0.69, 0.50), (0.585, 0.60), (0.585, 0.68),
          (0.415, 0.68), (0.415, 0.55))  # fmt: skip
    pygame.draw.circle(surface, colour, (0.5 * side, 0.86 * side), 0.10 * side)


def _controller(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _rect(surface, colour, side, (0.04, 0.26, 0.92, 0.42), 0.0, 0.2)
    for x in (0.19, 0.81):
        pygame.draw.circle(surface, colour, (x * side, 0.62 * side), 0.16 * side)
    clear = (*colour, 0)
    _rect(surface, clear, side, (0.17, 0.42, 0.22, 0.08))
    _rect(surface, clear, side, (0.24, 0.35, 0.08, 0.22))
    for x, y in ((0.68, 0.40), (0.78, 0.50)):
        pygame.draw.circle(surface, clear, (x * side, y * side), 0.055 * side)


def _book(surface: pygame.Surface, side: int, colour: Colour) -> None:
    for left in (True, False):
        leaf = ((0.46, 0.22), (0.30, 0.13), (0.04, 0.16), (0.04, 0.80), (0.30, 0.77), (0.46, 0.87))
        _poly(surface, colour, side, *((x if left else 1 - x, y) for x, y in leaf))
    for y in (0.34, 0.48, 0.62):  # lines of print, cut out
        for x in (0.12, 0.60):
            _rect(surface, (*colour, 0), side, (x, y, 0.28, 0.055))


def _bag(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _rect(surface, colour, side, (0.32, 0.05, 0.36, 0.34), 0.09, 0.14)
    _rect(surface, colour, side, (0.12, 0.22, 0.76, 0.70), 0.0, 0.20)
    clear = (*colour, 0)
    _rect(surface, clear, side, (0.20, 0.50, 0.60, 0.06))
    _rect(surface, clear, side, (0.42, 0.45, 0.16, 0.17))


def _warning(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _poly(surface, colour, side, (0.5, 0.04), (0.98, 0.90), (0.02, 0.90))
    clear = (*colour, 0)
    _poly(surface, clear, side, (0.44, 0.34), (0.56, 0.34), (0.54, 0.64), (0.46, 0.64))
    pygame.draw.circle(surface, clear, (0.5 * side, 0.76 * side), 0.06 * side)


def _flag(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _rect(surface, colour, side, (0.18, 0.08, 0.10, 0.86), 0.0, 0.05)
    _poly(surface, colour, side, (0.28, 0.10), (0.88, 0.30), (0.28, 0.54))


def _down(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _poly(surface, colour, side, (0.14, 0.32), (0.86, 0.32), (0.5, 0.78))


def _up(surface: pygame.Surface, side: int, colour: Colour) -> None:
    _poly(surface, colour, side, (0.14, 0.68), (0.86, 0.68), (0.5, 0.22))


PENS: dict[str, Pen] = {
    "picture": _picture,
    "speaker": _speaker,
    "heart": _heart,
    "bubble": _bubble,
    "feet": _feet,
    "gear": _gear,
    "question": _question,
    "controller": _controller,
    "flag": _flag,
    "book": _book,
    "bag": _bag,
    "warning": _warning,
    "down": _down,
    "up": _up,
}
