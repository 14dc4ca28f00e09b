"""The trail: footprints on the way, and a mark at every place where a step really ended."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pygame

from game.ui.draw.paint import Point

_SPACING, _ASIDE = 8.5, 2.6  # units between prints, and from the middle line to each foot
_PRINT_DARK, _PRINT_LIGHT = (58, 24, 40, 150), (255, 238, 208, 120)
_MARK_RADIUS, _RIM = 4.2, 1.9
_MARK, _MARK_RIM = (255, 250, 240, 255), (52, 22, 44, 255)
_FINE = 4


def _dot(radius: float, colour: tuple, rim: float, rim_colour: tuple) -> pygame.Surface:
    """A disc with a rim, antialiased by drawing it large."""
    side = 2 * math.ceil(radius + rim + 1)
    large = pygame.Surface((side * _FINE, side * _FINE), pygame.SRCALPHA)
    large.fill((*rim_colour[:3], 0))
    middle = (side * _FINE / 2, side * _FINE / 2)
    pygame.draw.circle(large, rim_colour, middle, (radius + rim) * _FINE)
    pygame.draw.circle(large, colour, middle, radius * _FINE)
    return pygame.transform.smoothscale(large, (side, side))


def _foot(angle: float, scale: float) -> pygame.Surface:
    """One bare print pointing along `angle` (radians), dark with a lit edge."""
    side = math.ceil(9 * scale)
    large = pygame.Surface((side * _FINE, side * _FINE), pygame.SRCALPHA)
    large.fill((*_PRINT_LIGHT[:3], 0))
    unit, middle = scale * _FINE, side * _FINE / 2
    for colour, grow, shift in ((_PRINT_LIGHT, 0.7, 0.7), (_PRINT_DARK, 0.0, 0.0)):
        sole = pygame.Rect(0, 0, (4.6 + grow) * unit, (2.3 + grow) * unit)
        sole.center = (round(middle + shift * unit * 0.5), round(middle + shift * unit))
        pygame.draw.ellipse(large, colour, sole)
    small = pygame.transform.smoothscale(large, (side, side))
    return pygame.transform.rotozoom(small, -math.degrees(angle), 1.0)


class Trail:
    """Draws the ways of all moves onto one layer, so that a frame costs one blit."""

    def __init__(self, size: tuple[int, int], scale: float) -> None:
        """`size` of the canvas in pixels; `scale` 1 suits 1280 x 720."""
        self._layer = pygame.Surface(size, pygame.SRCALPHA)
        self._scale = scale
        self._mark = _dot(_MARK_RADIUS * scale, _MARK, _RIM * scale, _MARK_RIM)
        self._feet: dict[int, pygame.Surface] = {}
        self._box = pygame.Rect(0, 0, 0, 0)
        self._carry, self._side = 0.0, 1

    def rebuild(self, ways: Iterable[Sequence[Point]]) -> None:
        """Forget all, and draw these ways (pixels along the ground, one sequence a move)."""
        self._layer.fill((0, 0, 0, 0))
        self._box = pygame.Rect(0, 0, 0, 0)
        self._carry = 0.0
        for way in ways:
            self.add(way)

    def add(self, way: Sequence[Point], prints: bool = True) -> None:
        """Draw one more way; without `prints` only where it began and ended."""
        if prints:
            for (x, y), angle in self._steps_along(way):
                self._blit(self._foot_for(angle), (x, y))
        self._blit(self._mark, way[0])
        self._blit(self._mark, way[-1])

    def draw(self, surface: pygame.Surface) -> None:
        """Blit what is drawn so far."""
        if self._box.width:
            surface.blit(self._layer, self._box.topleft, self._box)

    def _steps_along(self, way: Sequence[Point]) -> Iterable[tuple[Point, float]]:
        spacing, aside = _SPACING * self._scale, _ASIDE * self._scale
        for (x0, y0), (x1, y1) in pairwise(way):
            length = math.hypot(x1 - x0, y1 - y0)
            if length == 0:
                continue
            east, south = (x1 - x0) / length, (y1 - y0) / length
            while self._carry < length:
                self._side = -self._side
                shift = aside * self._side
                x = x0 + east * self._carry - south * shift
                yield (x, y0 + south * self._carry + east * shift * 0.6), math.atan2(south, east)
                self._carry += spacing
            self._carry -= length

    def _foot_for(self, angle: float) -> pygame.Surface:
        turn = round(angle / (math.tau / 32)) % 32
        if turn not in self._feet:
            self._feet[turn] = _foot(turn * math.tau / 32, self._scale)
        return self._feet[turn]

    def _blit(self, sprite: pygame.Surface, middle: Point) -> None:
        place = sprite.get_rect(center=(round(middle[0]), round(middle[1])))
        drawn = self._layer.blit(sprite, place)
        if drawn.width:
            self._box = drawn if not self._box.width else self._box.union(drawn)
