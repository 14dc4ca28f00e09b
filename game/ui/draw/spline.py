"""Smooth resampling of regular grids: cubic B-splines, their slopes, Gaussian blurs.

Plain sums of neighbours instead of matrix products: those would start threads of their own, which
wait for each other while the window draws, and round differently from machine to machine.
"""

from dataclasses import dataclass

import numpy as np

_CHUNK = 48  # rows summed at once: few enough to stay in the processor's cache


@dataclass(frozen=True, eq=False)
class Stencil:
    """New samples as sums of old ones along an axis: `index` (N, K) into it, `weights` (N, K)."""

    index: np.ndarray
    weights: np.ndarray


def spline(at: np.ndarray, start: float, step: float, count: int) -> Stencil:
    """Return the stencil that evaluates a cubic B-spline at the coordinates `at` (N,).

    The grid has `count` samples from `start` in steps of `step`; beyond it the end is repeated.
    """
    index, t = _cell(at, start, step)
    weights = ((1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3)
    return _stencil(index - 1, np.stack(weights, 1) / 6, count)


def spline_slope(at: np.ndarray, start: float, step: float, count: int) -> Stencil:
    """Return the stencil of that spline's derivative, per unit of `at`."""
    index, t = _cell(at, start, step)
    weights = (-((1 - t) ** 2), 3 * t**2 - 4 * t, -3 * t**2 + 2 * t + 1, t**2)
    return _stencil(index - 1, np.stack(weights, 1) / (2 * step), count)


def gaussian(count: int, radius: float) -> Stencil:
    """Return the stencil that blurs `count` samples, with a standard deviation of `radius`."""
    reach = int(np.ceil(3 * radius))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / radius) ** 2)
    weights = np.tile(weights / weights.sum(), (count, 1))
    return _stencil(np.arange(count) - reach, weights, count)


def along_rows(stencil: Stencil, grid: np.ndarray) -> np.ndarray:
    """Apply a stencil to axis 0 of a grid (rows, columns); float32."""
    out = np.empty((len(stencil.index), grid.shape[1]), np.float32)
    for first in range(0, len(out), _CHUNK):
        part = slice(first, first + _CHUNK)
        index, weights = stencil.index[part], stencil.weights[part, :, None]
        total = grid.take(index[:, 0], axis=0)
        total *= weights[:, 0]
        for k in range(1, index.shape[1]):
            term = grid.take(index[:, k], axis=0)
            term *= weights[:, k]
            total += term
        out[part] = total
    return out


def along_columns(grid: np.ndarray, stencil: Stencil) -> np.ndarray:
    """Apply a stencil to axis 1 of a grid (rows, columns); float32."""
    turned = np.ascontiguousarray(grid.T)
    return np.ascontiguousarray(along_rows(stencil, turned).T)


def over_both(grid: np.ndarray, down: Stencil, across: Stencil) -> np.ndarray:
    """Apply one stencil down the rows of a coarse grid and another across its columns."""
    return along_rows(down, along_columns(grid, across))


def _cell(at: np.ndarray, start: float, step: float) -> tuple[np.ndarray, np.ndarray]:
    position = (np.asarray(at, dtype=float) - start) / step
    index = np.floor(position).astype(np.intp)
    return index, position - index


def _stencil(first: np.ndarray, weights: np.ndarray, count: int) -> Stencil:
    index = first[:, None] + np.arange(weights.shape[1])
    return Stencil(np.clip(index, 0, count - 1), weights.astype(np.float32))
