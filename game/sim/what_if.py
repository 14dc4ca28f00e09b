"""What if one setting had been another? The same walk with every value of it, all at once."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

import numpy as np
from numpy.typing import NDArray

from game.sim.bicubic import Floats
from game.sim.crowd import walk_crowd
from game.sim.run import FOUND_WITHIN, RunSetup
from game.sim.tools import Tools

STRIP = 48
NEAR = 6.0  # paces from the gem that are nearly there
SHRINK = "shrink"  # the rate of an exponential schedule, as the slider of that name sets it


class Fate(Enum):
    """How a walk would have ended."""

    FOUND = "found"
    NEAR = "near"  # not found, but within NEAR paces of the gem
    LESSER = "lesser"  # far from the gem, with a lesser gem reached on the way
    OFF_MAP = "off_map"
    DRY = "dry"  # the water gone somewhere else


@dataclass(frozen=True, eq=False)
class WhatIf:
    """N walks that differ in one setting.

    values, distances (N,)  the setting; paces from the gem at the end
    steps (N,)              how many steps were taken
    paths (T + 1, N, 2)     where each stood after each step; it stays where it ended
    """

    parameter: str
    values: Floats
    fates: tuple[Fate, ...]
    distances: Floats
    steps: NDArray[np.int64]
    paths: Floats

    def path(self, which: int) -> Floats:
        """The places (steps + 1, 2) of one walk."""
        walked: Floats = self.paths[: self.steps[which] + 1, which]
        return walked

    def nearest(self, value: float) -> int:
        """The walk whose setting is nearest to `value`, in ratio where all are above 0."""
        values, wanted = self.values, value
        if values[0] > 0 and value > 0:
            values, wanted = np.log(values), float(np.log(value))
        return int(np.argmin(np.abs(values - wanted)))


def strip_values(low: float, high: float, count: int = STRIP) -> Floats:
    """`count` values from `low` to `high`, in even ratios where both are above 0."""
    return np.geomspace(low, high, count) if low > 0 else np.linspace(low, high, count)


def sweep(setup: RunSetup, tools: Tools, parameter: str, values: Floats) -> WhatIf:
    """Only steps, with `tools` from the start on, `parameter` being each of the values (N,).

    `parameter` is a field of Tools that the optimizer uses, "noise", "batch_size" or SHRINK.
    Chance is that of the setup's seed, the same for all. Gusts and leaps that the player took are
    left out.
    """
    own = np.asarray(values, dtype=np.float64)[:, None]
    optimizer, schedule = tools.make_optimizer(tools.learning_rate), None
    if parameter == SHRINK:
        schedule = partial(np.power, own)
    elif parameter not in ("noise", "batch_size"):
        optimizer = replace(optimizer, **{parameter: own})
    crowd = walk_crowd(
        setup,
        optimizer,
        np.repeat(setup.start[None], len(own), axis=0),
        schedule=schedule or tools.schedule,
        noise=own if parameter == "noise" else tools.noise,
        batch_size=own if parameter == "batch_size" else tools.batch_size,
        same_chance=True,
        keep_paths=True,
    )
    distances = np.sqrt(((crowd.places - setup.gem) ** 2).sum(axis=1))
    reached = _reached(crowd.paths, setup.lesser_gems)
    fates = [
        Fate.FOUND if found else _fate(bool(left), float(away), bool(lesser))
        for found, left, away, lesser in zip(
            crowd.found, crowd.left, distances, reached, strict=True
        )
    ]
    return WhatIf(parameter, own[:, 0], tuple(fates), distances, crowd.steps, crowd.paths)


def _fate(left: bool, away: float, lesser: bool) -> Fate:
    if left:
        return Fate.OFF_MAP
    if away <= NEAR:
        return Fate.NEAR
    return Fate.LESSER if lesser else Fate.DRY


def _reached(paths: Floats, gems: Floats) -> NDArray[np.bool_]:
    """Which walks (N,) landed within reach of one of the gems (G, 2)."""
    found = np.zeros(paths.shape[1], dtype=bool)
    for gem in gems:
        found |= (((paths - gem) ** 2).sum(axis=2) <= FOUND_WITHIN**2).any(axis=0)
    return found
