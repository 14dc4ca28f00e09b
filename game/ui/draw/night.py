"""What a blindfolded child sees: the dark, a little less dark around its feet."""

import pygame

from game.ui.draw.paint import Point
from game.ui.draw.soft import glow

_DARK = (26, 16, 38)
_NEAR = (96, 70, 122)


class Night:
    """Draws the dark over the whole canvas."""

    def __init__(self, size: tuple[int, int], scale: float) -> None:
        self._size = size
        self._light = glow(round(230 * scale) // 4 * 4, _NEAR, 0.5, 0.55)

    def draw(self, surface: pygame.Surface, pixel: Point) -> None:
        """Fill a canvas; `pixel` is where the child is."""
        surface.fill(_DARK)
        at = (round(pixel[0]), round(pixel[1]))
        surface.blit(self._light, self._light.get_rect(center=at))
