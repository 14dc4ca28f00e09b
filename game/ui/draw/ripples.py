"""Wind ripples: they bend the light, but are not in the land."""

import numpy as np

from game.ui.draw import spline

_LENGTH = 1.05  # paces from crest to crest
CREST = (0.83, 0.56)  # the way across the crests, east and south
_SHIMMER = 2.1  # radians of phase per pixel at which a ripple is gone
_KNOTS = 64
f32 = np.float32


def bends(columns: np.ndarray, rows: np.ndarray, heights: np.ndarray, seed: int) -> np.ndarray:
    """Return the phase (R, C) in radians by which ripple crests are bent at x (C,), y (R,).

    Smooth noise of two sizes, and the height of the land (R, C): ripples lag behind uphill.
    """
    bent = heights * f32(0.5)
    for size, radians in ((14.0, 9.0), (4.4, 1.3)):
        bent += smooth_noise(columns, rows, size, seed) * f32(radians)
    return bent


def smooth_noise(columns: np.ndarray, rows: np.ndarray, size: float, seed: int) -> np.ndarray:
    """Return noise (R, C) around 0 with features of about `size` paces, on the land's own grid."""
    knots = np.random.Generator(np.random.Philox(seed)).standard_normal((_KNOTS, _KNOTS), f32)
    start = 50.0 - size * _KNOTS / 2
    down, over = (spline.spline(axis, start, size, _KNOTS) for axis in (rows, columns))
    return spline.over_both(knots, down, over)


def phase(columns: np.ndarray, y: np.ndarray, bent: np.ndarray) -> np.ndarray:
    """Return the ripples' phase in radians for pixels (h, w) that show y (h, w) and x (w,)."""
    turn = 2 * np.pi / _LENGTH
    return y * f32(turn * CREST[1]) + bent + columns * f32(turn * CREST[0])


def slope(
    waves: np.ndarray, below: np.ndarray, steep: np.ndarray, patches: np.ndarray
) -> np.ndarray:
    """Return the slope (h, w) that ripples add along CREST.

    `waves` (h, w) is their phase and `below` (h, w) that of the next pixel down: ripples fade where
    they are shorter than about three pixels. They also fade on `steep` slopes, and where `patches`,
    a noise around 0, is low.
    """
    pace = np.abs(below - waves)
    pace[:, 1:] += np.abs(waves[:, 1:] - waves[:, :-1])
    amount = np.clip(f32(1.7) - pace * f32(1.7 / _SHIMMER), 0, 1)
    amount *= np.clip(f32(1.2) - steep * f32(1.1), f32(0.06), 1)
    amount *= np.clip(f32(0.06) + f32(0.13) * patches, f32(0.012), f32(0.14))
    return np.sin(waves + np.sin(waves) * f32(0.6)) * amount
