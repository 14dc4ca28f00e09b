"""Many children at once, by the rules of one: how claims about optimizers are proven."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.sim import chance
from game.sim.batches import felt_slopes
from game.sim.bicubic import Floats
from game.sim.optimizers import Number, Optimizer, State
from game.sim.run import FOUND_WITHIN, RunSetup
from game.sim.schedules import Constant
from game.sim.terrain import Terrain


@dataclass(frozen=True, eq=False)
class Crowd:
    """How N walks ended.

    places (N, 2) in paces; steps (N,) taken; found, left (N,): reached the gem, left the map.
    paths (T + 1, N, 2): where each stood after each step, if they were kept; else none, (0, N, 2).
    """

    places: Floats
    steps: NDArray[np.int64]
    found: NDArray[np.bool_]
    left: NDArray[np.bool_]
    paths: Floats


def stride(
    terrain: Terrain,
    optimizer: Optimizer,
    places: Floats,
    state: State,
    noise: Floats | None = None,
    felt: Floats | None = None,
) -> tuple[Floats, State]:
    """One update of every walker: their new places (N, 2), and the new memory.

    They feel the slopes of the land, or `felt` (N, 2) where batches give others.
    """
    gradient = terrain.gradient(places) if felt is None else felt
    if noise is not None:
        gradient = gradient + noise
    displacement, state = optimizer.step(gradient, state)
    displacement += places
    return displacement, state


def walk_crowd(
    setup: RunSetup,
    optimizer: Optimizer,
    starts: Floats,
    *,
    schedule: Callable[[int], Number] = Constant(),  # noqa: B008 - frozen, so it may be shared
    noise: Number = 0.0,
    batch_size: Number = math.inf,
    same_chance: bool = False,
    keep_paths: bool = False,
) -> Crowd:
    """Walk from `starts` (N, 2) until the gem is found, the map is left or the water is gone.

    `optimizer` holds the first learning rate; its settings may be (N, 1), one for each walker.
    The first walker has the same noise and batches as a single child with the setup's seed has;
    with `same_chance` all have. `keep_paths` keeps every place of every walker.
    """
    places = np.asfortranarray(starts, dtype=np.float64)
    count = len(places)
    state, first = optimizer.init(places), optimizer.learning_rate
    steps, settled = np.zeros((2, count), dtype=np.int64)
    walking, found, left = np.ones((3, count), dtype=bool)
    found[:], left[:] = False, False
    paths = [places] if keep_paths else []
    for number in range(setup.water):
        optimizer = replace(optimizer, learning_rate=first * schedule(number))
        shake = None
        if np.any(noise):
            shake = noise * chance.gradient_noise(setup.seed, number, 1 if same_chance else count)
        felt = felt_slopes(
            setup.terrain, places, batch_size, setup.seed, number, same_chance=same_chance
        )
        with np.errstate(over="ignore", invalid="ignore"):
            ahead, state = stride(setup.terrain, optimizer, places, state, shake, felt)
        places = np.where(walking[:, None] & np.isfinite(ahead), ahead, places)
        if keep_paths:
            paths.append(places)
        steps += walking
        left |= walking & ~(setup.terrain.contains(ahead))
        near = ((places - setup.gem) ** 2).sum(axis=1) <= FOUND_WITHIN**2
        settled = np.where(near & ~left, settled + walking, 0)
        found |= walking & (settled >= setup.settle)
        walking &= ~(found | left)
        if not walking.any():
            break
    kept = np.array(paths) if paths else np.empty((0, count, 2))
    return Crowd(places, steps, found, left, kept)
