"""Sparkles: little stars of light, and the burst of them when a gem is found."""

import math
from functools import lru_cache

import pygame

from game.ui.draw.paint import Colour, Point
from game.ui.draw.soft import glow

_LIFE_MS, _STARS = 1000.0, 22
_GOLD: Colour = (255, 226, 130)
_TONES: tuple[Colour, ...] = ((255, 255, 255), _GOLD, (140, 226, 255), (255, 168, 196))


@lru_cache(maxsize=256)
def _star(arm: int, colour: Colour) -> pygame.Surface:
    """A four-pointed star whose points reach `arm` half pixels, in a small haze."""
    fine, side = 4, arm + 5
    large = pygame.Surface((side * fine, side * fine), pygame.SRCALPHA)
    large.fill((*colour, 0))
    middle, long = side * fine / 2, arm * fine / 2
    points = []
    for k in range(8):
        reach = long if k % 2 == 0 else long * 0.17
        angle = k * math.pi / 4
        points.append((middle + reach * math.sin(angle), middle + reach * math.cos(angle)))
    pygame.draw.polygon(large, colour, points)
    small = pygame.transform.smoothscale(large, (side, side))
    haze = glow(max(1, side // 3), colour, 0.5)
    small.blit(haze, haze.get_rect(center=(side / 2, side / 2)))
    return small


def draw_star(
    surface: pygame.Surface, pixel: Point, arm: float, colour: Colour, strength: float = 1.0
) -> None:
    """Draw a star whose points reach `arm` pixels, `strength` 0..1 of its full light."""
    if arm < 0.75 or strength <= 0:
        return
    star = _star(max(2, round(arm * 2)), colour)
    star.set_alpha(round(255 * min(1.0, strength)))
    corner = (pixel[0] - star.get_width() / 2, pixel[1] - star.get_height() / 2)
    surface.blit(star, (round(corner[0]), round(corner[1])))


def _share(number: int) -> float:
    """A share 0..1 that looks random but is the same in every burst."""
    return math.sin(number * 12.9898) * 43758.5453 % 1.0


class Burst:
    """Stars that fly up and fall from where a gem was found; `update` it, `draw` it, until `over`.

    With `reduced` motion nothing flies: a ring of light appears and fades.
    """

    def __init__(
        self,
        pixel: Point,
        scale: float,
        *,
        colour: Colour = _GOLD,
        reduced: bool = False,
        stars: int = _STARS,
    ) -> None:
        """`pixel` on the canvas; `scale` 1 suits 1280 x 720; `colour` tints a third of it."""
        self.pixel, self.scale, self.reduced = pixel, scale, reduced
        self.tones = (*_TONES, colour, colour)
        self.stars = stars
        self.age_ms = 0.0

    @property
    def over(self) -> bool:
        """Whether nothing is left to be seen."""
        return self.age_ms >= _LIFE_MS

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""
        self.age_ms += elapsed_ms

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what is to be seen at this moment."""
        if self.over:
            return
        share = self.age_ms / _LIFE_MS
        self._draw_ring(surface, 0.55 if self.reduced else share, share)
        if not self.reduced:
            self._draw_stars(surface, share)

    def _draw_ring(self, surface: pygame.Surface, reach: float, share: float) -> None:
        radius = round((14 + 46 * (1 - (1 - reach) ** 2)) * self.scale)
        haze = glow(radius // 4 * 4 + 4, self.tones[-1], 0.75)
        haze.set_alpha(round(255 * (1 - share) ** 1.5))
        middle = (round(self.pixel[0]), round(self.pixel[1] - 14 * self.scale))
        surface.blit(haze, haze.get_rect(center=middle))

    def _draw_stars(self, surface: pygame.Surface, share: float) -> None:
        x, y = self.pixel
        for k in range(self.stars):
            angle = math.tau * (k + 0.6 * _share(k)) / self.stars
            speed = (34 + 54 * _share(k + 50)) * self.scale
            out = 1 - (1 - share) ** 2.2
            fall = 60 * self.scale * share * share
            spot = (
                x + math.cos(angle) * speed * out,
                y - 16 * self.scale + math.sin(angle) * speed * 0.75 * out - 22 * out + fall,
            )
            twinkle = 0.65 + 0.35 * math.sin(math.tau * (3 * share + _share(k + 99)))
            arm = (4.0 + 5.0 * _share(k + 7)) * self.scale * (1 - share**3) * twinkle
            draw_star(surface, spot, arm, self.tones[k % len(self.tones)], (1 - share) * 1.6)
