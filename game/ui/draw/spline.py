"""Smooth resampling of regular grids by matrices: cubic B-splines, their slopes, Gaussian blurs.

A matrix (new samples, old samples) acts on one axis. It is banded, so it is applied in blocks.
"""

import numpy as np

_BLOCK = 64


def spline(at: np.ndarray, start: float, step: float, count: int) -> np.ndarray:
    """Return the matrix (len(at), count) that evaluates a cubic B-spline at the coordinates `at`.

    The grid has `count` samples from `start` in steps of `step`; beyond it the end is repeated.
    """
    index, t = _cell(at, start, step)
    weights = ((1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3)
    return _scattered(index, weights, count) / np.float32(6)


def spline_slope(at: np.ndarray, start: float, step: float, count: int) -> np.ndarray:
    """Return the matrix (len(at), count) of that spline's derivative, per unit of `at`."""
    index, t = _cell(at, start, step)
    weights = (-((1 - t) ** 2), 3 * t**2 - 4 * t, -3 * t**2 + 2 * t + 1, t**2)
    return _scattered(index, weights, count) / np.float32(2 * step)


def gaussian(at: np.ndarray, start: float, step: float, count: int, radius: float) -> np.ndarray:
    """Return the matrix (len(at), count) that blurs with a standard deviation of `radius`."""
    grid = start + step * np.arange(count)
    away = (np.asarray(at)[:, None] - grid) / radius
    weights = np.exp(-0.5 * np.minimum(away**2, 25.0))
    weights[np.abs(away) > 3.5] = 0.0
    return (weights / weights.sum(1, keepdims=True)).astype(np.float32)


def along_rows(matrix: np.ndarray, grid: np.ndarray) -> np.ndarray:
    """Apply a matrix to axis 0 of a grid (rows, columns)."""
    out = np.empty((matrix.shape[0], grid.shape[1]), np.float32)
    for new, old in _blocks(matrix):
        np.matmul(matrix[new, old], grid[old], out=out[new])
    return out


def along_columns(grid: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """Apply a matrix to axis 1 of a grid (rows, columns)."""
    out = np.empty((grid.shape[0], matrix.shape[0]), np.float32)
    for new, old in _blocks(matrix):
        out[:, new] = grid[:, old] @ matrix[new, old].T
    return out


def _cell(at: np.ndarray, start: float, step: float) -> tuple[np.ndarray, np.ndarray]:
    position = (np.asarray(at, dtype=float) - start) / step
    index = np.floor(position).astype(np.intp)
    return index, position - index


def _scattered(index: np.ndarray, weights: tuple[np.ndarray, ...], count: int) -> np.ndarray:
    matrix = np.zeros((len(index), count), np.float32)
    rows = np.arange(len(index))
    for offset, weight in enumerate(weights):
        np.add.at(matrix, (rows, np.clip(index + offset - 1, 0, count - 1)), weight)
    return matrix


def _blocks(matrix: np.ndarray) -> list[tuple[slice, slice]]:
    blocks = []
    for first in range(0, matrix.shape[0], _BLOCK):
        new = slice(first, min(first + _BLOCK, matrix.shape[0]))
        used = np.flatnonzero(matrix[new].any(0))
        blocks.append((new, slice(int(used[0]), int(used[-1]) + 1)))
    return blocks
