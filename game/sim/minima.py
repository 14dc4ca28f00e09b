"""Finding every minimum of a terrain: samples lower than their neighbours, then polished."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.bicubic import Floats

if TYPE_CHECKING:
    from game.sim.terrain import Terrain

_SHIFTS = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if (dr, dc) != (0, 0)]
_ROUNDS = 200
_FLAT = 1e-13  # a slope that rounding cannot be told from
_SAME_PLACE = 0.02  # paces: two polished places closer than this are one


@dataclass(frozen=True)
class Minima:
    """Minima, lowest first: `places` (M, 2) in paces, `heights` (M,)."""

    places: Floats
    heights: Floats


def low_samples(heights: Floats) -> NDArray[np.intp]:
    """Rows and columns (M, 2) of inner samples not higher than their 8 neighbours.

    Of equal neighbours only the first in reading order counts, so that a flat floor gives few.
    """
    inner = heights[1:-1, 1:-1]
    low = np.ones(inner.shape, dtype=bool)
    rows, columns = heights.shape
    for dr, dc in _SHIFTS:
        beside = heights[1 + dr : rows - 1 + dr, 1 + dc : columns - 1 + dc]
        low &= inner < beside if (dr, dc) < (0, 0) else inner <= beside
    return np.argwhere(low) + 1


def _downhill(gradient: Floats, hessian: Floats, reach: float) -> Floats:
    """Newton steps (M, 2), bent downhill where the land curves down, at most `reach` long."""
    xx, xy, yy = hessian.T
    middle, spread = 0.5 * (xx + yy), np.sqrt(0.25 * (xx - yy) ** 2 + xy * xy)
    smallest = middle - spread
    lift = np.where(smallest < 1e-6, 1e-6 - smallest + spread * 0.1, 0.0)
    xx, yy = xx + lift, yy + lift
    determinant = xx * yy - xy * xy
    gx, gy = gradient.T
    steps = np.stack([xy * gy - yy * gx, xy * gx - xx * gy], axis=1) / determinant[:, None]
    length = np.sqrt((steps**2).sum(axis=1, keepdims=True))
    limited: Floats = steps * np.minimum(1.0, reach / np.maximum(length, 1e-300))
    return limited


def _polish(land: "Terrain", places: Floats) -> tuple[Floats, Floats]:
    """Places (M, 2) where the slope vanishes, and the steepness (M,) that is left there.

    Newton's method, halving a step until it goes lower or flatter. Near the floor heights differ
    by less than rounding, so there the slope alone decides.
    """
    spacing = land.size / (max(land.heights.shape) - 1)
    gradient = land.gradient(places)
    steepness = np.sqrt((gradient**2).sum(axis=1))
    heights = land.height(places)
    for _ in range(_ROUNDS):
        steps = _downhill(gradient, land.hessian(places), 2.0 * spacing)
        moving = steepness > _FLAT
        if not moving.any():
            break
        scale = moving.astype(float)
        for _ in range(30):
            tried = np.clip(places + steps * scale[:, None], 0.0, land.size)
            new_gradient = land.gradient(tried)
            new_steepness = np.sqrt((new_gradient**2).sum(axis=1))
            new_heights = land.height(tried)
            close = steepness < 1e-4
            better = np.where(close, new_steepness < steepness, new_heights < heights)
            if (better | (scale == 0)).all():
                break
            scale = np.where(better, scale, scale * 0.5)
        take = better & (scale > 0)
        if not take.any():
            break
        places = np.where(take[:, None], tried, places)
        gradient = np.where(take[:, None], new_gradient, gradient)
        steepness, heights = (
            np.where(take, new_steepness, steepness),
            np.where(take, new_heights, heights),
        )
    return places, steepness


def find_minima(land: "Terrain") -> Minima:
    """Every minimum inside the land, each polished until rounding stops it."""
    rows, columns = land.heights.shape
    samples = low_samples(land.heights)
    places = samples[:, ::-1] * np.array([land.size / (columns - 1), land.size / (rows - 1)])
    if len(places):
        places, steepness = _polish(land, places)
        inside = ((places > 0) & (places < land.size)).all(axis=1)
        places = places[inside & (steepness < 1e-9)]
    heights = land.height(places)
    kept: list[int] = []
    for i in np.lexsort((places[:, 1], places[:, 0], heights)):
        if all(np.abs(places[i] - places[k]).max() > _SAME_PLACE for k in kept):
            kept.append(int(i))
    return Minima(places[kept].reshape(-1, 2), heights[kept])
