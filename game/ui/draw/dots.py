"""Things strewn as dots finer than a pixel, each hidden where nearer land covers its pixel."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.ui.camera import Camera

Heights = Callable[[np.ndarray], np.ndarray]

_SLACK = 0.7  # paces of nearer land that hide nothing: what stands is not buried by its own foot


@dataclass(frozen=True)
class Dots:
    """Dots at `places` (N, 2) and `heights` (N,), each covering `area` (N,) pixels in a colour."""

    places: np.ndarray
    heights: np.ndarray
    area: np.ndarray
    colours: np.ndarray


def strewn(
    dots: Dots, row_of_pixel: np.ndarray, camera: Camera
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pixels touched by visible dots: flat indices (P,), cover 0..1, colours (P, 3)."""
    height, width = row_of_pixel.shape
    pixels = camera.pixels(dots.places, dots.heights) - 0.5
    on = ((pixels > 0) & (pixels < (width - 1, height - 1))).all(1)
    corner = np.floor(pixels[on]).astype(np.intp)
    part = (pixels[on] - corner).astype(np.float32)
    at, shares = [], []
    for right, below in ((0, 0), (1, 0), (0, 1), (1, 1)):
        at.append((corner[:, 1] + below) * width + corner[:, 0] + right)
        near = np.abs(1 - right - part[:, 0]) * np.abs(1 - below - part[:, 1])
        hidden = row_of_pixel.take(at[-1]) > dots.places[on, 1] + _SLACK
        shares.append(np.where(hidden, 0, near * dots.area[on]))
    where, share = np.concatenate(at), np.concatenate(shares)
    cover = np.bincount(where, share, height * width)
    touched = np.flatnonzero(cover)
    colours = np.tile(dots.colours[on], (4, 1)).T
    mixed = [np.bincount(where, share * part, height * width)[touched] for part in colours]
    cover = cover[touched]
    return touched, np.minimum(cover, 1), (np.array(mixed) / cover).T


def blend_dots(rgb: np.ndarray, at: np.ndarray, cover: np.ndarray, colours: np.ndarray) -> None:
    """Mix colours into a picture in place, at flat indices (P,) of its pixels."""
    flat = rgb.reshape(-1, 3)
    under = flat[at].astype(np.float32)
    flat[at] = np.clip(under + (colours - under) * cover[:, None], 0, 255)
