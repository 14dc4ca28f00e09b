"""Smooth shapes: drawn large, shrunk, and kept. pygame's own edges are ragged."""

from collections.abc import Sequence

import pygame

from game.ui.kept import kept
from game.ui.theme import Colour, Translucent, mixed

FINE = 4  # how many times larger shapes are drawn before they are shrunk
Corner = tuple[float, float]


def blank(size: tuple[int, int], colour: Colour = (0, 0, 0)) -> pygame.Surface:
    """A wholly transparent picture; `colour` is what its soft edges would fade to."""
    picture = pygame.Surface((max(1, size[0]), max(1, size[1])), pygame.SRCALPHA)
    picture.fill((*colour, 0))
    return picture


def shrunk(large: pygame.Surface) -> pygame.Surface:
    """`large` at 1/FINE of its size with smooth edges."""
    w, h = large.get_size()
    return pygame.transform.smoothscale(large, (max(1, w // FINE), max(1, h // FINE)))


@kept(1)
def disc(diameter: int, colour: Colour) -> pygame.Surface:
    """A filled circle. Do not edit."""
    large = blank((diameter * FINE, diameter * FINE), colour)
    middle = diameter * FINE / 2
    pygame.draw.circle(large, colour, (middle, middle), middle)
    return shrunk(large)


@kept(6)
def rounded(size: tuple[int, int], radius: int, colour: Colour | Translucent) -> pygame.Surface:
    """A filled box with round corners. Do not edit."""
    radius = max(0, min(radius, size[0] // 2, size[1] // 2))
    picture = pygame.Surface(size, pygame.SRCALPHA)
    picture.fill((*colour[:3], 255))
    if radius:
        ball = disc(radius * 2, colour[:3])
        for left, top in ((0, 0), (1, 0), (0, 1), (1, 1)):
            x, y = left * (size[0] - radius), top * (size[1] - radius)
            piece = pygame.Rect(left * radius, top * radius, radius, radius)
            picture.fill((*colour[:3], 0), (x, y, radius, radius))
            picture.blit(ball, (x, y), piece, pygame.BLEND_RGBA_MAX)
    if len(colour) == 4:
        picture.fill((255, 255, 255, colour[3]), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


def shaded(size: tuple[int, int], radius: int, top: Colour, bottom: Colour) -> pygame.Surface:
    """A box with round corners whose colour goes from `top` to `bottom`."""
    picture = rounded(size, radius, (255, 255, 255)).copy()
    for y in range(size[1]):
        colour = mixed(top, bottom, y / max(1, size[1] - 1))
        picture.fill((*colour, 255), (0, y, size[0], 1), pygame.BLEND_RGBA_MULT)
    return picture


@kept(6)
def shadow(size: tuple[int, int], radius: int, soft: int, colour: Translucent) -> pygame.Surface:
    """A soft shadow of a rounded box, `soft` pixels larger on every side. Do not edit."""
    picture = blank((size[0] + 2 * soft, size[1] + 2 * soft), colour[:3])
    picture.blit(rounded(size, radius, colour), (soft, soft))
    return pygame.transform.box_blur(picture, max(1, soft // 2))


@kept(3)
def frame(size: tuple[int, int], radius: int, width: int, colour: Colour) -> pygame.Surface:
    """A rounded frame, `width` pixels thick, inside `size`. Do not edit."""
    picture = rounded(size, radius, colour).copy()
    inner = (size[0] - 2 * width, size[1] - 2 * width)
    if inner[0] > 0 and inner[1] > 0:
        hole = rounded(inner, radius - width, (255, 255, 255))
        picture.blit(hole, (width, width), special_flags=pygame.BLEND_RGBA_SUB)
        # Subtraction also takes the colour away; what stays of the alpha gets it back.
        picture.fill((*colour, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return picture


def polygon(size: tuple[int, int], corners: Sequence[Corner], colour: Colour) -> pygame.Surface:
    """A filled polygon; `corners` are 0..1 across and down the picture."""
    large = blank((size[0] * FINE, size[1] * FINE), colour)
    w, h = large.get_size()
    pygame.draw.polygon(large, colour, [(x * w, y * h) for x, y in corners])
    return shrunk(large)
