"""Chance as a pure function of (seed, step number): the same numbers on every machine.

Source: Philox4x64-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011) as
numpy ships it. Only its raw words are used, and only + - * / and square roots on them, because
those are exact everywhere; logarithms and cosines are not.
"""

import math

import numpy as np
from numpy.typing import NDArray

from game.sim.bicubic import Floats

NOISE = 0
LEAP = 1  # and above: one purpose for each leap
BATCH = 2**32
_SQRT3 = math.sqrt(3.0)


def uniform(seed: int, step: int, purpose: int, count: int) -> Floats:
    """`count` numbers in [0, 1) for this seed, step number and purpose."""
    words = np.random.Philox(key=seed, counter=[0, step, purpose, 0]).random_raw(count)
    return (words >> np.uint64(11)).astype(np.float64) * 2.0**-53


def gradient_noise(seed: int, step: int, walkers: int = 1) -> Floats:
    """Noise (walkers, 2) for one step: mean 0, variance 1 in each direction, uniform."""
    return (2.0 * uniform(seed, step, NOISE, 2 * walkers).reshape(-1, 2) - 1.0) * _SQRT3


def batches(seed: int, step: int, examples: int, walkers: int = 1) -> NDArray[np.intp]:
    """The order (walkers, examples) in which examples are drawn for one step, without putting back.

    The first so many of a row are a batch of that size: a larger batch holds the smaller one.
    """
    drawn = uniform(seed, step, BATCH, walkers * examples).reshape(walkers, examples)
    return np.argsort(drawn, axis=1, kind="stable")


def directions(seed: int, step: int, leap: int, count: int = 32) -> Floats:
    """Unit vectors (about 3/4 of `count`, 2), every way equally likely, for the leap-th leap.

    Points drawn in the square around the unit disc, those outside the disc dropped.
    """
    points = 2.0 * uniform(seed, step, LEAP + leap, 2 * count).reshape(-1, 2) - 1.0
    length = np.sqrt((points**2).sum(axis=1))
    good = (length > 1e-3) & (length <= 1.0)
    found: Floats = points[good] / length[good, None]
    return found
