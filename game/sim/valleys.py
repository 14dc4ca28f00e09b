"""Which valley does a place belong to? The minimum that sand would trickle to from there."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from game.sim.bicubic import Floats
from game.sim.terrain import Terrain

_SIDE = 257  # samples along a side: a valley is a matter of paces, not of centimetres
_SAME = 2.5  # paces from a low sample to the minimum that it stands for
NOWHERE = -1


@dataclass(frozen=True, eq=False)
class Valleys:
    """`labels` (S, S) by row and column: an index of `Terrain.minima`, or NOWHERE."""

    labels: NDArray[np.int64]
    size: float

    def at(self, places: Floats) -> NDArray[np.int64]:
        """The valley (N,) of each place (N, 2); outside the land that of the nearest edge."""
        places = np.asarray(places, dtype=np.float64).reshape(-1, 2)
        last = len(self.labels) - 1
        spots = np.nan_to_num(np.clip(places, 0.0, self.size)) * (last / self.size)
        column, row = np.rint(spots).astype(np.int64).T
        found: NDArray[np.int64] = self.labels[row, column]
        return found


def valleys_of(terrain: Terrain) -> Valleys:
    """The valleys of a land: every sample goes to the lowest of its neighbours, and so on.

    Source: the steepest-descent watershed "D8" (O'Callaghan & Mark, 1984), by pointer doubling.
    """
    if terrain not in _found:
        _found[terrain] = _valleys_of(terrain)
    return _found[terrain]


# Found once for as long as the land is in use: a land is too large to be kept for this.
_found: WeakKeyDictionary[Terrain, Valleys] = WeakKeyDictionary()


def _valleys_of(terrain: Terrain) -> Valleys:
    along = np.linspace(0.0, terrain.size, _SIDE)
    east, south = np.meshgrid(along, along)
    places = np.stack([east.ravel(), south.ravel()], axis=1)
    ends = _trickled(_samples(terrain, places))
    sinks, which = np.unique(ends, return_inverse=True)
    minima = terrain.minima.places
    if len(minima) == 0:
        return Valleys(np.full((_SIDE, _SIDE), NOWHERE), terrain.size)
    away = ((places[sinks][:, None] - minima) ** 2).sum(axis=2)
    names = np.where(away.min(axis=1) <= _SAME**2, away.argmin(axis=1), NOWHERE)
    return Valleys(names[which].reshape(_SIDE, _SIDE), terrain.size)


def _samples(terrain: Terrain, places: Floats) -> Floats:
    """Heights (S, S) of the land; its own samples where they lie on these places."""
    rows, columns = terrain.heights.shape
    every = (rows - 1) // (_SIDE - 1)
    if rows == columns and every and (rows - 1) == every * (_SIDE - 1):
        return terrain.heights[::every, ::every]
    return terrain.height(places).reshape(_SIDE, _SIDE)


def _trickled(heights: Floats) -> NDArray[np.int64]:
    """For each sample (S * S,) the number of the sample where its sand comes to rest."""
    side = len(heights)
    padded = np.pad(heights, 1, constant_values=np.inf)
    numbers = np.arange(side * side).reshape(side, side)
    best, to = np.zeros_like(heights), numbers.copy()
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            beside = padded[1 + down : 1 + down + side, 1 + across : 1 + across + side]
            far = 2.0**0.5 if down and across else 1.0
            fall = (heights - beside) / far
            steeper = fall > best
            best = np.where(steeper, fall, best)
            to = np.where(steeper, numbers + down * side + across, to)
    ends = to.ravel()
    while not np.array_equal(ends, ends[ends]):
        ends = ends[ends]
    return ends
