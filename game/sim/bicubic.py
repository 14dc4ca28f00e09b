"""Bicubic Catmull-Rom interpolation on a regular grid, many points at once.

Formula: R. Keys, "Cubic convolution interpolation for digital image processing", 1981, with
a = -1/2, which is the Catmull-Rom spline in each direction. The surface goes through every
sample, and its first derivatives are continuous.

Each grid cell is stored as its 16 polynomial coefficients, so that height and slope are a few
Horner steps, and one point and 100,000 points run the same code.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# As many points at once as keep their 16 coefficients in the processor's cache.
_CHUNK = 4096
# Rows of cells built at once, for the same reason.
_BLOCK = 8


def _padded(samples: Floats) -> Floats:
    """One more sample on each side, on the straight line through the last two."""
    for _ in range(2):
        first, last = 2 * samples[0] - samples[1], 2 * samples[-1] - samples[-2]
        samples = np.concatenate([first[None], samples, last[None]]).T
    return samples


def _blend(four: list[Floats]) -> Floats:
    """Polynomial coefficients (4, ...) of the Catmull-Rom piece between the two middle samples."""
    a, b, c, d = four
    out = np.empty((4, *b.shape))
    out[0] = b
    out[1] = 0.5 * (c - a)
    out[2] = a - 2.5 * b + 2.0 * c - 0.5 * d
    out[3] = 0.5 * (d - a) + 1.5 * (b - c)
    return out


def cell_coefficients(samples: Floats) -> Floats:
    """Coefficients of every cell, shape (cells, 16); column 4 * (power of v) + (power of u).

    Cells lie in reading order, (rows - 1) * (columns - 1) of them. `u` runs with
    the columns and `v` with the rows, both 0..1 inside a cell.
    """
    padded = _padded(samples)
    rows, columns = samples.shape[0] - 1, samples.shape[1] - 1
    cells = np.empty((rows, columns, 16))
    for top in range(0, rows, _BLOCK):
        count = min(_BLOCK, rows - top)
        rows_of_u = _blend([padded[top : top + count + 3, k : k + columns] for k in range(4)])
        block = _blend([rows_of_u[:, k : k + count] for k in range(4)])
        cells[top : top + count] = block.reshape(16, count, columns).transpose(1, 2, 0)
    return cells.reshape(-1, 16)


def _cubic(c: Floats, at: Floats) -> Floats:
    """The polynomials with coefficients c (4, ..., N) at (N,)."""
    found: Floats = c[0] + at * (c[1] + at * (c[2] + at * c[3]))
    return found


def _slants(c: Floats, u: Floats, v: Floats) -> tuple[Floats, Floats, Floats]:
    """Derivatives (N,) by u and by v of patches c (4, 4, N), and their rows (4, N) at u."""
    high = u * c[:, 3]
    rows = c[:, 0] + u * (c[:, 1] + u * (c[:, 2] + high))
    slant = c[:, 1] + u * (2.0 * c[:, 2] + 3.0 * high)
    return _cubic(slant, v), rows[1] + v * (2.0 * rows[2] + v * (3.0 * rows[3])), rows


class Bicubic:
    """The interpolated surface over samples (rows, columns) that cover a square of `size`."""

    def __init__(self, samples: Floats, size: float) -> None:
        last = np.array([[samples.shape[1] - 1.0], [samples.shape[0] - 1.0]])
        self._last = last
        self._per_unit = last / size
        self._columns = samples.shape[1] - 1
        self._flat = cell_coefficients(samples).ravel()
        self._offsets = np.arange(16, dtype=np.intp)[:, None]

    def _cells(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        """Coefficients (4, 4, N) and fractions u, v (N,) of the cells that hold points (N, 2).

        A point outside is taken at the nearest edge.
        """
        at = points.T * self._per_unit
        np.maximum(at, 0.0, out=at)
        np.minimum(at, self._last, out=at)
        corner = np.floor(at)
        np.minimum(corner, self._last - 1.0, out=corner)
        at -= corner
        cell = corner[1] * self._columns
        cell += corner[0]
        first = cell.astype(np.intp)
        first *= 16
        # "clip" also keeps the garbage index of a nan point inside the table.
        found = self._flat.take(self._offsets + first, mode="clip")
        return found.reshape(4, 4, -1), at[0], at[1]

    def value(self, points: Floats) -> Floats:
        """Heights (N,) at points (N, 2)."""
        out = np.empty(len(points))
        for i in range(0, len(points), _CHUNK):
            c, u, v = self._cells(points[i : i + _CHUNK])
            out[i : i + _CHUNK] = _cubic(_cubic(c.swapaxes(0, 1), u), v)
        return out

    def slope(self, points: Floats) -> Floats:
        """Derivatives (N, 2) along columns and rows at points (N, 2): exact, same surface."""
        out = np.empty((2, len(points)))  # each derivative contiguous, handed out as (N, 2)
        for i in range(0, len(points), _CHUNK):
            c, u, v = self._cells(points[i : i + _CHUNK])
            out[0, i : i + _CHUNK], out[1, i : i + _CHUNK], _ = _slants(c, u, v)
        out *= self._per_unit
        return out.T

    def value_and_slope(self, point: Floats) -> tuple[float, Floats]:
        """Height and derivatives (2,) at one point (2,): one look-up in place of two."""
        c, u, v = self._cells(point[None])
        along_u, along_v, rows = _slants(c, u, v)
        slope: Floats = np.concatenate([along_u, along_v]) * self._per_unit[:, 0]
        return float(_cubic(rows, v)[0]), slope

    def curvature(self, points: Floats) -> Floats:
        """Second derivatives (N, 3): xx, xy, yy. They jump at cell borders (the surface is C1)."""
        c, u, v = self._cells(points)
        rows = _cubic(c.swapaxes(0, 1), u)
        slant = c[:, 1] + u * (2.0 * c[:, 2] + u * (3.0 * c[:, 3]))
        bend = 2.0 * c[:, 2] + u * (6.0 * c[:, 3])
        xx = _cubic(bend, v)
        xy = slant[1] + v * (2.0 * slant[2] + v * (3.0 * slant[3]))
        yy = 2.0 * rows[2] + v * (6.0 * rows[3])
        sx, sy = self._per_unit[:, 0]
        return np.stack([xx * sx * sx, xy * sx * sy, yy * sy * sy], axis=1)
