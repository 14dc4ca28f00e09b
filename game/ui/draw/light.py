"""The sun, the shadows that dunes cast, and the dimness of hollows."""

from dataclasses import dataclass

import numpy as np

from game.ui.draw import spline


@dataclass(frozen=True)
class Light:
    """A sun: `toward` points at it (east, south, up); `limb` is half its angular size in radians.

    The limb is far larger than the true sun's, for shadows with soft edges.
    """

    toward: tuple[float, float, float] = (-0.62, -0.30, 0.58)
    limb: float = 0.075

    @property
    def unit(self) -> tuple[float, float, float]:
        """The direction toward the sun, of length 1."""
        length = float(np.linalg.norm(self.toward))
        x, y, z = (part / length for part in self.toward)
        return x, y, z

    @property
    def elevation(self) -> float:
        """Angle of the sun above the horizon, in radians."""
        return float(np.arcsin(self.unit[2]))


def sunshine(heights: np.ndarray, steps: tuple[float, float], light: Light) -> np.ndarray:
    """Return how much of the sun each sample (rows, columns) sees, 0..1, float32.

    `steps` are the paces between columns and between rows. The land is sheared so that the sun's
    rays run along an axis; the shadow's height is then one running maximum per limb of the sun.
    """
    east, south, _ = light.unit
    if east == south == 0:
        return np.ones_like(heights, dtype=np.float32)
    if abs(east) < abs(south):
        turned = Light((south, east, light.unit[2]), light.limb)
        return sunshine(heights.T, steps[::-1], turned).T
    if east > 0:
        turned = Light((-east, south, light.unit[2]), light.limb)
        return sunshine(heights[:, ::-1], steps, turned)[:, ::-1]
    return _sunshine_from_west(heights, steps, light)


def _sunshine_from_west(
    heights: np.ndarray, steps: tuple[float, float], light: Light
) -> np.ndarray:
    """Do the same for a sun in the west."""
    east, south, _ = light.unit
    flat = np.hypot(east, south)
    columns = heights.shape[1]
    slant = (south / east) * (steps[0] / steps[1])  # rows that a ray moves on, per column
    paces = np.arange(columns, dtype=np.float32) * np.float32(steps[0] * flat / -east)
    sheared, first = _sheared(heights, slant)
    low, high = (
        _shadow_heights(sheared, paces * np.float32(np.tan(light.elevation + limb)))
        for limb in (-light.limb, light.limb)
    )
    hidden = np.clip((low - sheared) / np.maximum(low - high, np.float32(1e-4)), 0, 1)
    lit = 1 - hidden * hidden * (3 - 2 * hidden)
    return _shifted(lit, -slant, heights.shape[0], first)


def _shadow_heights(heights: np.ndarray, drop: np.ndarray) -> np.ndarray:
    """Height that the land up-sun of each sample reaches there, along axis 1."""
    reach = np.maximum.accumulate(heights + drop, axis=1)
    return np.concatenate((heights[:, :1] - 1, reach[:, :-1] - drop[1:]), axis=1)


def _sheared(heights: np.ndarray, slant: float) -> tuple[np.ndarray, float]:
    """Move every column up by `slant` rows more than the one before; ends are repeated."""
    rows, columns = heights.shape
    travel = slant * (columns - 1)
    first = min(0.0, -travel)
    count = rows + int(np.ceil(abs(travel))) + 1
    return _shifted(heights, slant, count, -first), first


def _shifted(grid: np.ndarray, slant: float, count: int, before: float) -> np.ndarray:
    """Sample column c of the grid at rows `r - before + slant * c`, r = 0 .. count - 1."""
    rows, columns = grid.shape
    offset = slant * np.arange(columns) - before
    whole = np.floor(offset)
    part = (offset - whole).astype(np.float32)
    at = np.arange(count)[:, None] + whole.astype(np.intp)
    column = np.arange(columns)
    upper = grid[np.clip(at, 0, rows - 1), column]
    lower = grid[np.clip(at + 1, 0, rows - 1), column]
    return upper + (lower - upper) * part


def openness(heights: np.ndarray, steps: tuple[float, float]) -> np.ndarray:
    """Return how far each sample (rows, columns) stands above its surroundings, float32.

    About -1 in the deepest hollows, 0 on slopes, 1 on crests: broad valleys and small folds count.
    """
    broad = heights - _blurred(heights, steps, 6.0)
    fine = heights - _blurred(heights, steps, 1.6)
    return np.tanh(broad * np.float32(0.20) + fine * np.float32(0.75))


def _blurred(heights: np.ndarray, steps: tuple[float, float], radius: float) -> np.ndarray:
    every = max(1, int(radius / 1.2))
    coarse = heights[::every, ::every]
    down, across = (
        spline.gaussian(coarse.shape[axis], radius / (steps[1 - axis] * every)) for axis in (0, 1)
    )
    coarse = spline.over_both(coarse, down, across)
    down, across = (
        spline.spline(np.arange(heights.shape[axis]), 0.0, every, coarse.shape[axis])
        for axis in (0, 1)
    )
    return spline.over_both(coarse, down, across)
