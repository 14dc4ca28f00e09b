"""Mini-batches: what a step feels where only some examples are looked at.

This is where the noise of stochastic gradient descent comes from. Source: H. Robbins and S. Monro,
"A stochastic approximation method", 1951.
"""

import numpy as np
from numpy.typing import NDArray

from game.sim import chance
from game.sim.bicubic import Floats
from game.sim.optimizers import Number
from game.sim.terrain import Terrain


def chosen_size(terrain: Terrain, batch_size: float) -> int:
    """How many examples a step feels: a whole number up to all of them; 0 where there are none."""
    return round(min(max(batch_size, 1.0), terrain.examples)) if terrain.examples else 0


def shares(order: NDArray[np.intp], sizes: Floats) -> Floats:
    """The share (N, E) of each example in a mean of the first `sizes` (N,) in `order` (N, E)."""
    count = order.shape[1]
    found = np.zeros(order.shape)
    first = np.arange(count)[None, :] < sizes[:, None]
    np.put_along_axis(found, order, first / sizes[:, None], axis=1)
    return found


def felt_slopes(
    terrain: Terrain,
    places: Floats,
    batch_size: Number,
    seed: int,
    step: int,
    *,
    same_chance: bool = False,
) -> Floats | None:
    """Slopes (N, 2) of a batch of examples drawn anew at this step, at `places` (N, 2).

    `batch_size` may be (N, 1). None where every walker looks at all examples, or there are none:
    then the slope is the land's own. The first walker's batch is that of a single child; with
    `same_chance` it is everyone's.
    """
    count = len(places)
    if not terrain.examples or not np.any(np.asarray(batch_size) < terrain.examples):
        return None
    within = np.clip(np.asarray(batch_size, dtype=np.float64), 1, terrain.examples)
    sizes = np.broadcast_to(np.rint(within).reshape(-1), (count,))
    order = chance.batches(seed, step, terrain.examples, 1 if same_chance else count)
    return terrain.batch_gradient(
        places, shares(np.broadcast_to(order, (count, terrain.examples)), sizes)
    )


def batch_spread(terrain: Terrain, place: Floats, batch_size: float) -> float:
    """By how much the slope of a batch strays from the land's own, per direction; 0 for all."""
    size = chosen_size(terrain, batch_size)
    return terrain.batch_spread(place, size) if size < terrain.examples else 0.0
