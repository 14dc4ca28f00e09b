"""A small desert under a coloured sky: what a child stands in on its card."""

import math
from functools import lru_cache

import pygame

from game.ui.draw.soft import glow
from game.ui.theme import Colour, mixed
from game.ui.widgets import shapes

_SAND, _CREAM, _PLUM = (233, 164, 96), (255, 233, 184), (122, 68, 84)
GROUND = 0.80  # where feet stand, as a share of the height


@lru_cache(maxsize=48)
def vignette(size: tuple[int, int], radius: int, sky: Colour) -> pygame.Surface:
    """A picture of `size` with round corners. Do not edit."""
    fine = 2
    w, h = size[0] * fine, size[1] * fine
    large = pygame.Surface((w, h))
    _sky(large, sky)
    _sun(large)
    far = mixed(mixed(_SAND, sky, 0.45), _CREAM, 0.25)
    _dune(large, 0.60, 0.06, 0.9, 0.3, far, mixed(far, _PLUM, 0.22))
    near = mixed(_SAND, _CREAM, 0.15)
    _dune(large, 0.70, 0.07, 0.55, 1.9, near, mixed(near, _PLUM, 0.30))
    front = mixed(_SAND, _CREAM, 0.42)
    _dune(large, 0.79, 0.03, 0.5, 4.2, front, mixed(front, _PLUM, 0.20))
    small = pygame.transform.smoothscale(large, size)
    picture = shapes.rounded(size, radius, (255, 255, 255)).copy()
    picture.blit(small, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    return picture


def _sky(surface: pygame.Surface, colour: Colour) -> None:
    w, h = surface.get_size()
    top, low = mixed(colour, (70, 60, 120), 0.18), mixed(colour, _CREAM, 0.82)
    for y in range(h):
        share = min(1.0, y / (0.68 * h)) ** 1.2
        surface.fill(mixed(top, low, share), (0, y, w, 1))


def _sun(surface: pygame.Surface) -> None:
    w, h = surface.get_size()
    middle, reach = (round(0.76 * w), round(0.24 * h)), round(0.085 * min(w, h) + 6)
    shine = glow(4 * reach, (255, 246, 214), 0.75)
    surface.blit(shine, shine.get_rect(center=middle))
    pygame.draw.circle(surface, (255, 248, 224), middle, reach)


def _dune(
    surface: pygame.Surface,
    base: float,
    swing: float,
    waves: float,
    turn: float,
    sunny: Colour,
    shady: Colour,
) -> None:
    """A ridge across the picture, its lee side in shade."""
    w, h = surface.get_size()
    crest = [
        (x, h * (base - swing * math.sin(turn + waves * math.tau * x / w)))
        for x in range(0, w + 8, 8)
    ]
    pygame.draw.polygon(surface, sunny, [*crest, (w, h), (0, h)])
    top = min(range(len(crest)), key=lambda at: crest[at][1])
    lee = crest[min(top, len(crest) - 2) :]
    foot = [(x, y + (x - crest[top][0]) * 0.16 + h * 0.012) for x, y in lee]
    pygame.draw.polygon(surface, shady, [*lee, *reversed(foot)])
    for step in range(1, 5):  # ripples along the ridge
        line = [(x, y + h * 0.045 * step + h * 0.006 * math.sin(x / w * 25)) for x, y in crest]
        pygame.draw.aalines(surface, mixed(sunny, shady, 0.30), False, line)
