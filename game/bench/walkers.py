"""How fast walkers step: one child by the rules of the game, and crowds of any size."""

import time
from collections.abc import Iterator

import numpy as np

from game import levels
from game.bench.figures import Figure, median_ms
from game.levels import Site
from game.sim.commands import ChooseOptimizer, Step
from game.sim.crowd import stride
from game.sim.optimizers import OPTIMIZERS
from game.sim.run import RunSetup, RunState, advance, begin
from game.sim.terrain import Terrain

CROWDS = (1, 1_000, 100_000)
CROWD_BUDGET = 8e6  # walker-steps a second, plain gradient descent, 100,000 walkers
STEP_BUDGET_US = 150.0
_FOR_S = 0.25


def measure() -> Iterator[Figure]:
    """Single steps first, then crowds."""
    site = levels.build(levels.read(levels.shipped()[0]))
    for name in OPTIMIZERS:
        yield single_step(site, name)
    for name in OPTIMIZERS:
        for count in CROWDS:
            yield crowd(site.setup.terrain, name, count)


def single_step(site: Site, optimizer: str) -> Figure:
    """Microseconds of one Step of a child, with all that the game keeps of it."""
    first, _ = advance(site.setup, begin(site.setup), ChooseOptimizer(optimizer))
    place, steps = np.zeros(2), 20
    taken_ms = median_ms(lambda: _walk(site.setup, first, steps))
    bare_ms = median_ms(lambda: [place.copy() for _ in range(steps)])
    return Figure(
        f"single step, {optimizer}",
        taken_ms / steps * 1e3,
        "us",
        bare_ms / steps * 1e3,
        "copy of a place",
        STEP_BUDGET_US,
    )


def _walk(setup: RunSetup, state: RunState, steps: int) -> None:
    now = state
    for _ in range(steps):
        after, _ = advance(setup, now, Step())
        now = state if after.ending else after


def crowd(terrain: Terrain, optimizer: str, count: int) -> Figure:
    """Walker-steps a second of `count` walkers, strewn over the whole land."""
    chance = np.random.Generator(np.random.Philox(count))
    places = np.asfortranarray(chance.uniform(2.0, 98.0, (count, 2)))
    made = OPTIMIZERS[optimizer](learning_rate=0.5)
    memory = made.init(places)
    strides, start = 0, time.perf_counter()
    while (now := time.perf_counter() - start) < _FOR_S or strides < 3:
        places, memory = stride(terrain, made, places, memory)
        strides += 1
    bare_ms = median_ms(places.copy, for_ms=50.0)
    return Figure(
        f"walkers, {optimizer}, {count:,}",
        strides * count / now / 1e6,
        "million steps/s",
        count / bare_ms / 1e3,
        "copies of all places",
        CROWD_BUDGET / 1e6 if (optimizer, count) == ("gradient_descent", CROWDS[-1]) else None,
        more=True,
    )
