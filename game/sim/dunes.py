"""The sand itself: a gentle swell and long dunes, both without end. All heights are in paces."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.sim.grid import Grid, check, ease_in
from game.sim.noise_field import Field

_TABLE = 2048  # samples of one dune's profile, far finer than any grid


@dataclass(frozen=True)
class Swell:
    """Gentle noise: about `height` up and down at most, with features of `scale` paces."""

    height: float
    scale: float = 66.0
    octaves: int = 2
    seed: int = 0

    def __post_init__(self) -> None:
        check(self, ("scale",))
        if not 1 <= self.octaves <= 4:
            raise ValueError(f"octaves must be 1 to 4, not {self.octaves}")
        if self.scale < 4 * 2**self.octaves:
            raise ValueError("scale must be at least 4 paces for the finest octave")

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the swell added."""
        ground += self.height * grid.noise(self.scale, self.octaves, self.seed)
        return ground


@lru_cache(maxsize=32)
def _profile(lee: float, softness: float) -> tuple[Field, Field]:
    """One wave: phases 0..1 and heights 0..1, gentle to windward and steep over the `lee` share.

    A saw-tooth with a slightly hollow back, blurred round by a Gaussian of `softness` phases.
    """
    phase = np.arange(_TABLE) / _TABLE
    saw = np.where(phase < 1 - lee, phase / (1 - lee), (1 - phase) / lee) ** 1.15
    waves = np.fft.rfft(saw)
    waves *= np.exp(-2 * (np.pi * softness * np.arange(len(waves))) ** 2)
    blurred = np.fft.irfft(waves, _TABLE)
    blurred = (blurred - blurred.min()) / np.ptp(blurred)
    return np.append(phase, 1.0), np.append(blurred, blurred[0])


@dataclass(frozen=True)
class Dunes:
    """Long asymmetric dunes, `height` high and `spacing` apart, crests square to the wind.

    The wind blows toward `direction` (degrees): the slope facing it is gentle, the lee, the last
    `lee` share of each wave, is steep. A second noise, with features of `bend_scale` paces, bends
    the crests by about `bend` waves; a third keeps them to about `cover` (0..1) of the land.
    `softness` is how round the crests are, as a share of the spacing.
    """

    height: float
    spacing: float = 18.0
    direction: float = 36.0
    lee: float = 0.24
    softness: float = 0.06
    bend: float = 0.9
    bend_scale: float = 62.0
    cover: float = 0.6
    cover_scale: float = 60.0
    seed: int = 0

    def __post_init__(self) -> None:
        check(self, ("spacing", "softness", "bend_scale", "cover_scale"))
        if not 0.05 <= self.lee <= 0.95:
            raise ValueError(f"lee must be 0.05 to 0.95, not {self.lee}")
        if not 0 <= self.cover <= 1:
            raise ValueError(f"cover must be 0 to 1, not {self.cover}")
        if min(self.spacing, self.bend_scale / 2, self.cover_scale / 2) < 4:
            raise ValueError("spacing must be 4 paces or more, the scales 8 or more")

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the dunes on it."""
        phase, _ = grid.turned(50.0, 50.0, self.direction)
        phase /= self.spacing
        if self.bend:
            phase += self.bend * grid.noise(self.bend_scale, 2, self.seed)
        phase -= np.floor(phase)
        wave = np.interp(phase, *_profile(self.lee, self.softness)).astype(phase.dtype)
        wave *= self.height
        if self.cover < 1:
            noise = grid.noise(self.cover_scale, 2, self.seed + 1)
            wave *= ease_in((noise + 1.2 * self.cover - 0.3) * 1.25)
        ground += wave
        return ground
