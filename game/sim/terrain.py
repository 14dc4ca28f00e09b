"""Terrain: a square land with exact heights, exact slopes, and all of its lowest places."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.sim.bicubic import Bicubic, Floats
from game.sim.minima import Minima, find_minima

SIZE = 100.0


def _as_points(points: Floats) -> Floats:
    return np.asarray(points, dtype=np.float64).reshape(-1, 2)


@dataclass(frozen=True, eq=False)
class Terrain:
    """Heights on a regular grid, joined by bicubic Catmull-Rom interpolation (C1).

    `heights[row, column]`, in paces: rows grow with y (south), columns with x (east); the first
    and last samples lie on the edges of a square of `size` paces.

    Raises ValueError for fewer than 2 x 2 samples, or for samples that are not finite.
    """

    heights: Floats
    size: float = SIZE

    def __post_init__(self) -> None:
        heights = np.array(self.heights, dtype=np.float64)  # a copy: a terrain never changes
        if heights.ndim != 2 or min(heights.shape) < 2:
            raise ValueError(f"heights must be at least 2 x 2 samples, not {heights.shape}")
        if not np.isfinite(heights).all():
            raise ValueError("heights must be finite numbers")
        heights.setflags(write=False)
        object.__setattr__(self, "heights", heights)

    @cached_property
    def _surface(self) -> Bicubic:
        return Bicubic(self.heights, self.size)

    def height(self, points: Floats) -> Floats:
        """Heights (N,) in paces at `points` (N, 2) of (x, y) in paces.

        A place outside the land is taken at the nearest edge.
        """
        return self._surface.value(_as_points(points))

    def gradient(self, points: Floats) -> Floats:
        """Slopes (N, 2): d height / dx and d height / dy at `points` (N, 2).

        The exact derivative of `height`, pointing uphill; its length is the steepness.
        """
        return self._surface.slope(_as_points(points))

    def height_and_gradient(self, place: Floats) -> tuple[float, Floats]:
        """Both at one place (2,): the same numbers as `height` and `gradient`, in half the time."""
        return self._surface.value_and_slope(np.asarray(place, dtype=np.float64))

    @property
    def examples(self) -> int:
        """Of how many examples the height is the mean cost; 0 where it is no loss of a network."""
        return 0

    def batch_gradient(self, points: Floats, share: Floats) -> Floats:
        """Slopes (N, 2) of some examples only, `share` (N, E) of each. Only a loss has examples."""
        raise ValueError("this land is no network's: it has no examples to choose from")

    def batch_spread(self, place: Floats, size: int) -> float:
        """By how much slopes of batches of `size` examples stray, per direction."""
        return 0.0

    def hessian(self, points: Floats) -> Floats:
        """Second derivatives (N, 3) as (xx, xy, yy); they jump at the borders of grid cells."""
        return self._surface.curvature(_as_points(points))

    def contains(self, points: Floats) -> NDArray[np.bool_]:
        """Whether each of `points` (N, 2) lies on the land, edges included; False for nan."""
        points = _as_points(points)
        inside: NDArray[np.bool_] = np.all((points >= 0.0) & (points <= self.size), axis=1)
        return inside

    @cached_property
    def minima(self) -> Minima:
        """All places inside the land that are lower than everything around them, lowest first."""
        return find_minima(self)

    @property
    def global_minimum(self) -> Floats:
        """The place (2,) of the lowest minimum. Raises ValueError where the land has none."""
        if len(self.minima.places) == 0:
            raise ValueError("this land has no lowest place inside its edges")
        lowest: Floats = self.minima.places[0]
        return lowest
