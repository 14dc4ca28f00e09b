"""The score of a finished walk, line by line."""

from dataclasses import dataclass

import numpy as np

from game.sim.events import Ending
from game.sim.run import RunSetup, RunState

CLOSENESS_POINTS = 600
DEPTH_POINTS = 400
GEM_POINTS = 50
WATER_POINTS = 5
ONE_STAR = 600


@dataclass(frozen=True)
class Score:
    """`closeness` and `depth` are shares 0..1, `distance` paces to the gem, the rest points.

    `base` is the rounded sum of closeness and depth; `stars` are 0 to 3.
    """

    closeness: float
    depth: float
    distance: float
    base: int
    gem_points: int
    water_points: int
    stars: int

    @property
    def total(self) -> int:
        """All points."""
        return self.base + self.gem_points + self.water_points

    @property
    def closeness_points(self) -> int:
        """The part of `base` for how close the walk ended."""
        return round(CLOSENESS_POINTS * self.closeness)

    @property
    def depth_points(self) -> int:
        """What is left of `base`, so that the lines on the screen always add up."""
        return self.base - self.closeness_points


def _distance(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.sqrt(((one - other) ** 2).sum()))


def score(setup: RunSetup, state: RunState, par_water: int = 0) -> Score:
    """The score of a walk that ended in `state`; three stars need `par_water` left."""
    found = state.ending is Ending.FOUND
    distance = _distance(state.place, setup.gem)
    closeness = depth = 0.0
    if state.ending is not Ending.LEFT_MAP:
        from_start = _distance(setup.start, setup.gem)
        closeness = max(0.0, 1.0 - distance / from_start) if from_start > 0 else 1.0
        top = float(setup.terrain.height(setup.start)[0])
        fall = top - float(setup.terrain.height(setup.gem)[0])
        depth = min(max((top - state.height) / fall, 0.0), 1.0) if fall > 0 else 1.0
    base = round(CLOSENESS_POINTS * closeness + DEPTH_POINTS * depth)
    gem_points = GEM_POINTS * len(state.collected)
    water_points = WATER_POINTS * state.water if found else 0
    stars = 0
    if found:
        stars = 3 if state.water >= par_water else 2
    elif base + gem_points >= ONE_STAR:
        stars = 1
    return Score(closeness, depth, distance, base, gem_points, water_points, stars)
