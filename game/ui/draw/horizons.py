"""Outlines of what stands on the horizon: each (N,), 0..1, at positions (N,) in units."""

from collections.abc import Callable

import numpy as np

_WEST, _EAST = -700.0, 2000.0  # wide enough for every canvas


def worn(across: np.ndarray, seed: int) -> np.ndarray:
    """What the wind has taken from any outline."""
    return 0.010 * np.sin(across * 0.31 + seed) + 0.014 * np.sin(across * 0.083)


def mesas(across: np.ndarray, seed: int) -> np.ndarray:
    """Table mountains with a shoulder and a skirt of scree, and some buttes."""
    chance = np.random.Generator(np.random.Philox(seed))
    outline = 0.10 + 0.05 * np.sin(across * 0.013 + seed) + 0.03 * np.sin(across * 0.031)
    for centre in np.arange(_WEST, _EAST, 118.0):
        middle = centre + chance.uniform(-52, 52)
        half = chance.uniform(5, 16) if chance.random() < 0.35 else chance.uniform(26, 74)
        top, scree = chance.uniform(0.42, 1.0), chance.uniform(0.36, 0.55)
        skirt, step = chance.uniform(22, 60), chance.uniform(0.68, 0.86)
        lean = chance.uniform(-0.7, 0.7) * half
        away = np.abs(across - middle)
        cliff = _ease((half - away) / 7.0 + 0.5)
        shoulder = step * _ease((half * 1.35 + 6 - np.abs(across - middle - lean)) / 9.0 + 0.5)
        slope = scree * np.clip(1 - (away - half) / skirt, 0, 1) ** 1.7
        outline = np.maximum(outline, top * np.maximum(np.maximum(cliff, shoulder), slope))
    return outline


def peaks(across: np.ndarray, seed: int) -> np.ndarray:
    """Mountains with pointed heads and hollow flanks, a smaller one beside each."""
    chance = np.random.Generator(np.random.Philox(seed))
    outline = 0.12 + 0.04 * np.sin(across * 0.017 + seed)
    for centre in np.arange(_WEST, _EAST, 96.0):
        middle, top = centre + chance.uniform(-40, 40), chance.uniform(0.45, 1.0)
        reach = chance.uniform(58, 120)
        for shift, share in ((0.0, 1.0), (chance.uniform(-0.6, 0.6) * reach, 0.66)):
            away = np.abs(across - middle - shift) / (reach * share)
            outline = np.maximum(outline, top * share * np.clip(1 - away, 0, 1) ** 1.35)
    return outline + 0.02 * np.sin(across * 0.22 + seed) * outline


def dunes(across: np.ndarray, seed: int) -> np.ndarray:
    """Great dunes: long to windward, short to lee."""
    chance = np.random.Generator(np.random.Philox(seed))
    outline = np.full(np.shape(across), 0.14)
    for centre in np.arange(_WEST, _EAST, 172.0):
        middle, top = centre + chance.uniform(-60, 60), chance.uniform(0.35, 0.72)
        wide = chance.uniform(120, 210)
        aside = across - middle
        gentle = _ease(1 + aside / wide) * (aside <= 0)
        steep = _ease(1 - aside / (0.45 * wide)) * (aside > 0)
        outline = np.maximum(outline, top * (gentle + steep))
    return outline


def towers(across: np.ndarray, seed: int) -> np.ndarray:
    """Needles and stacks of rock, in groups, on a foot of scree."""
    chance = np.random.Generator(np.random.Philox(seed))
    outline = 0.08 + 0.04 * np.sin(across * 0.019 + seed)
    for centre in np.arange(_WEST, _EAST, 150.0):
        middle, reach = centre + chance.uniform(-50, 50), chance.uniform(30, 66)
        away = np.abs(across - middle)
        outline = np.maximum(outline, 0.34 * np.clip(1.4 - away / reach, 0, 1) ** 1.4)
        for _ in range(chance.integers(2, 6)):
            at, half = middle + chance.uniform(-0.8, 0.8) * reach, chance.uniform(3.5, 11.0)
            top = chance.uniform(0.45, 1.0)
            tower = _ease((half - np.abs(across - at)) / 4.5 + 0.6)
            outline = np.maximum(outline, top * tower)
    return outline


def _ease(t: np.ndarray) -> np.ndarray:
    t = np.clip(t, 0, 1)
    return t * t * (3 - 2 * t)


OUTLINES: dict[str, Callable[[np.ndarray, int], np.ndarray]] = {
    "mesas": mesas,
    "peaks": peaks,
    "dunes": dunes,
    "towers": towers,
}
