"""Deserts from a number: the same seed and difficulty give the same desert everywhere."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.sim.bicubic import Floats
from game.sim.desert_plan import Draw, plan, scaled
from game.sim.grid import SIZE
from game.sim.land import Land, to_grain
from game.sim.minima import low_samples
from game.sim.recipe import Recipe, heights_on, rim_holds, terrain_heights
from game.sim.terrain import Terrain
from game.sim.trials import PLAIN, found

EASY, MEDIUM, HARD = 0, 1, 2
RELIEF = (15.0, 22.0)  # paces from the lowest to the highest place
MARGIN = 0.8  # paces by which the gem lies deeper than any other minimum
LESSER = (3, 10)  # minima beside the deepest
FAR = 35.0  # paces between start and gem at least
HIGH = 70.0  # percentile of all heights above which the start lies
STEEPEST = 1.8  # slope anywhere
INSIDE = 4.0  # paces of every minimum from the border
FELT = 0.1  # slope under the start at least
# For each difficulty: of the trial walks from the start, the lowest and highest share that finds
# the gem, and which of the plain ones must not (so it is no matter of walking on).
_SHARE = ((0.3, 1.0), (0.12, 0.54), (0.06, 0.34))
_NOT_PLAIN = (0, 2, PLAIN)

_DRAMA = 0.05  # of a desert's ground is steeper than _STEEP at least, or it looks dull
_STEEP = 0.6
_ATTEMPTS = 1000
_COARSE = 129  # samples along each side for a first look
_STARTS = 24


@dataclass(frozen=True)
class Desert:
    """A generated desert: its `recipe`, and the `start` (x, y) of the child in paces."""

    seed: int
    difficulty: int
    recipe: Recipe
    start: tuple[float, float]


def generate(seed: int, difficulty: int = MEDIUM) -> Desert:
    """The desert of a seed (0 to 2**32 - 1) and a difficulty (0 easy, 1 medium, 2 hard).

    A desert has no `faults`; what is drawn and has some is drawn anew, always in the same order.
    Raises ValueError for a seed or difficulty out of range.
    """
    if not 0 <= seed < 2**32:
        raise ValueError(f"seed must be 0 to 4294967295, not {seed}")
    if difficulty not in (EASY, MEDIUM, HARD):
        raise ValueError(f"difficulty must be 0, 1 or 2, not {difficulty}")
    for attempt in range(_ATTEMPTS):
        desert = _attempt(seed, difficulty, Draw(seed, difficulty, attempt))
        if desert is not None:
            return desert
    raise AssertionError(f"seed {seed} gave no desert in {_ATTEMPTS} attempts")


def _attempt(seed: int, difficulty: int, draw: Draw) -> Desert | None:
    """One draw; None where it has a fault. The first look is a coarse and quick one."""
    recipe = plan(draw, difficulty)
    along = np.linspace(0.0, SIZE, _COARSE)
    heights: Floats = heights_on(recipe, along, along).astype(np.float64, copy=False)
    # Rounded, as the base below, so that a last bit that differs does not make another recipe.
    factor = round(draw.between(16.5, 21.0) / float(np.ptp(heights)), 6)
    if not 0.65 < factor < 1.3 or not _promising(heights * factor):
        return None
    tried = np.array([draw.place(8.0) for _ in range(8 * _STARTS)])
    # The factor leaves the rim as it is, so this look is only nearly what will be.
    if _best_start(Terrain(heights * factor), tried, difficulty) is None:
        return None
    recipe = scaled(recipe, factor)
    heights = terrain_heights(recipe)
    recipe = replace(recipe, base=-round(float(heights.min()), 9))
    land = Terrain(to_grain(heights + recipe.base))
    if _land_faults(land):
        return None
    start = _best_start(land, tried, difficulty)
    return None if start is None else Desert(seed, difficulty, recipe, start)


def _promising(heights: Floats) -> bool:
    low = low_samples(heights)
    depths = np.sort(heights[low[:, 0], low[:, 1]])
    places = low * (SIZE / (len(heights) - 1))
    if not LESSER[0] < len(depths) <= LESSER[1] + 1 or depths[1] - depths[0] < MARGIN:
        return False
    steepness = _steepness(heights)
    return bool(
        np.all((places > INSIDE) & (places < SIZE - INSIDE))
        and steepness.max() < STEEPEST
        and np.mean(steepness > _STEEP) > _DRAMA
    )


def _steepness(heights: Floats) -> Floats:
    down, across = np.gradient(heights, SIZE / (len(heights) - 1))
    steepness: Floats = np.hypot(across, down)
    return steepness


def _best_start(land: Terrain, tried: Floats, difficulty: int) -> tuple[float, float] | None:
    """Of the places `tried` (N, 2) that may be starts, the one nearest to the middle of its share.

    None where no place is neither too hard nor too easy.
    """
    starts = tried[~_unfit(land, tried).any(axis=0)][:_STARTS]
    arrived = found(land, starts, land.global_minimum)
    share = arrived.mean(axis=1)
    low, high = _SHARE[difficulty]
    off = np.abs(share - (low + min(high, 0.8)) / 2)
    off[_unfair(arrived, difficulty).any(axis=0)] = np.inf
    if not np.isfinite(off).any():
        return None
    x, y = starts[int(np.argmin(off))]
    return float(x), float(y)


_UNFIT = ("the start is not high up", "the start is too near the gem", "no slope at the start")


def _unfit(land: Terrain, starts: Floats) -> NDArray[np.bool_]:
    """What keeps each place (N, 2) from being a start: (3, N), in the order of _UNFIT."""
    return np.stack(
        [
            land.height(starts) < np.percentile(land.heights, HIGH),
            np.hypot(*(starts - land.global_minimum).T) < FAR,
            np.hypot(*land.gradient(starts).T) < FELT,
        ]
    )


_UNFAIR = ("too few walks find the gem", "too many walks find the gem", "plain walks find the gem")


def _unfair(arrived: NDArray[np.bool_], difficulty: int) -> NDArray[np.bool_]:
    """What makes each start (S, trials) too hard or too easy: (3, S), in the order of _UNFAIR."""
    share = arrived.mean(axis=1)
    low, high = _SHARE[difficulty]
    return np.stack([share < low, share > high, arrived[:, : _NOT_PLAIN[difficulty]].any(axis=1)])


def _land_faults(land: Terrain) -> list[str]:
    minima = land.minima
    depths, places = minima.heights, minima.places
    if len(depths) < 2:
        return ["there are no two minima"]
    relief = float(np.ptp(land.heights))
    steepest = float(_steepness(land.heights).max())
    checks = {
        f"the gem lies only {depths[1] - depths[0]:.2f} deeper": depths[1] - depths[0] < MARGIN,
        f"{len(depths) - 1} lesser minima": not LESSER[0] <= len(depths) - 1 <= LESSER[1],
        "a minimum at the border": bool((np.abs(places - SIZE / 2) > SIZE / 2 - INSIDE).any()),
        f"a relief of {relief:.1f} paces": not RELIEF[0] <= relief <= RELIEF[1],
        f"a slope of {steepest:.2f}": steepest > STEEPEST,
        "the lowest place is not at height 0": abs(float(land.heights.min())) > 1e-6,
        "the rim does not hold": not rim_holds(land),
    }
    return [fault for fault, holds in checks.items() if holds]


def faults(desert: Desert, land: Land) -> list[str]:
    """Everything that is wrong with a desert and its surveyed land, in words; empty when valid."""
    start = np.array([desert.start])
    told = _land_faults(land.terrain)
    if told:
        return told
    arrived = found(land.terrain, start, land.terrain.global_minimum)
    unfit = _unfit(land.terrain, start)[:, 0]
    unfair = _unfair(arrived, desert.difficulty)[:, 0]
    told += [fault for fault, holds in zip(_UNFIT, unfit, strict=True) if holds]
    told += [fault for fault, holds in zip(_UNFAIR, unfair, strict=True) if holds]
    return told
