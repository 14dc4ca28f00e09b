"""Soft things: blurred shadows, glows and bright outlines, from the alpha of a picture."""

from functools import lru_cache

import numpy as np
import pygame

from game.ui.draw.paint import Colour


def blurred(values: np.ndarray, radius: int, passes: int = 2) -> np.ndarray:
    """Box-blur a 2D float array `passes` times; outside of it counts as 0."""
    width = 2 * radius + 1
    for _ in range(passes if radius > 0 else 0):
        for axis in (0, 1):
            pad = [(0, 0), (0, 0)]
            pad[axis] = (radius + 1, radius)
            total = np.cumsum(np.pad(values, pad), axis=axis, dtype=np.float32)
            ends = [slice(None), slice(None)]
            starts = [slice(None), slice(None)]
            ends[axis], starts[axis] = slice(width, None), slice(None, -width)
            values = (total[tuple(ends)] - total[tuple(starts)]) / width
    return values


def tinted(alpha: np.ndarray, colour: Colour) -> pygame.Surface:
    """A surface of one colour whose alpha is `alpha` (width, height), 0..1."""
    surface = pygame.Surface(alpha.shape, pygame.SRCALPHA)
    surface.fill((*colour, 0))
    pixels = pygame.surfarray.pixels_alpha(surface)
    pixels[...] = np.clip(alpha * 255 + 0.5, 0, 255).astype(np.uint8)
    del pixels
    return surface


def alpha_of(surface: pygame.Surface) -> np.ndarray:
    """The alpha (width, height) of a surface, 0..1, float32."""
    return pygame.surfarray.array_alpha(surface).astype(np.float32) / 255


def cast(alpha: np.ndarray, foot: tuple[int, int], along: float, down: float, rise: float):
    """The shadow of an upright silhouette on level ground.

    A pixel h above the feet falls h * `along` to the right and h * `down` below; the silhouette's
    width is kept and foreshortened by `rise` into the depth. Gives (alpha, foot in it).
    """
    width, height = alpha.shape
    tall = foot[1]
    out_w, out_h = int(width + tall * along) + 2, int(tall * down) + 8
    xs, ys = np.arange(out_w)[:, None], np.arange(out_h)[None, :] - 3
    above = (ys - (xs - foot[0]) * rise) / (down - along * rise)
    source_x = np.rint(xs - above * along).astype(int)
    source_y = np.rint(foot[1] - above).astype(int)
    inside = (source_x >= 0) & (source_x < width) & (source_y >= 0) & (source_y < height)
    value = alpha[np.clip(source_x, 0, width - 1), np.clip(source_y, 0, height - 1)]
    return np.where(inside, value, 0).astype(np.float32), (foot[0], 3)


@lru_cache(maxsize=64)
def glow(radius: int, colour: Colour, strength: float = 1.0, squash: float = 1.0) -> pygame.Surface:
    """A round (or, with `squash`, flat) haze of light, brightest in the middle."""
    half = max(1, round(radius * squash))
    x = (np.arange(2 * radius + 1) - radius)[:, None] / radius
    y = (np.arange(2 * half + 1) - half)[None, :] / half
    fall = np.clip(1 - np.sqrt(x * x + y * y), 0, 1)
    return tinted(strength * fall**2 * (3 - 2 * fall), colour)
