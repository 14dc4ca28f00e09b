"""The rim: a low crest of sand around the playable square that leads back in everywhere."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.sim.dunes import Dunes
from game.sim.grid import SIZE, Grid, check, ease_in
from game.sim.noise_field import Field, product
from game.sim.terrain import Terrain

SAMPLES = 513  # along each side: those of a terrain
_STEP = SIZE / (SAMPLES - 1)
_ALONG = np.arange(SAMPLES) * _STEP
_REACH = 24  # samples over which a correction of the rim spreads
_CREST, _FOOT = 6.0, 22.0  # of the rim, in paces outside the border
_HOLDS = 0.02  # the least slope outward that counts as a rim


def _soft(t: Field, softness: float) -> Field:
    """0 for t << 0 and t for t >> 0, with a round bend between."""
    return 0.5 * (t + np.sqrt(t * t + softness**2))


def _crest(out: Field, inner: float, top: float, outer: float, softness: float) -> Field:
    """A soft triangle over paces outside the border: 0 at `inner`, 1 at `top`, 0 at `outer`."""
    up, down = 1 / (top - inner), 1 / (outer - top)
    bump: Field = up * _soft(out - inner, softness) - (up + down) * _soft(out - top, softness)
    bump += down * _soft(out - outer, softness)
    return bump


def _brace(out: Field) -> Field:
    """The correction's profile, of slope 1 between a terrain's last two samples."""
    step = np.array([-_STEP, 0.0])
    before, at = _crest(step, -3.5, 4.0, 16.0, 1.5)
    braced: Field = _crest(out, -3.5, 4.0, 16.0, 1.5) * (_STEP / (at - before))
    return braced


@dataclass(frozen=True)
class Rim:
    """A crest just outside the border of the square, rising over the last `width` paces inside.

    It is about `height` high, `south` times that in the south where it hides land behind it. Where
    the ground would fall away at the border the rim grows until the slope there leads back in, at
    least `slope`. The crest wanders by up to about `wander` paces, so that it looks like no wall.
    Beyond it dunes of `beyond` paces are added to the land outside.
    """

    height: float = 2.4
    south: float = 0.6
    width: float = 8.0
    slope: float = 0.12
    wander: float = 3.5
    beyond: float = 2.5
    seed: int = 0

    def __post_init__(self) -> None:
        check(self, ("width", "slope"))

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the rim, before what `braces` adds to it."""
        east, south = (((at / (SIZE / 2)) - 1) ** 16 for at in (grid.x, grid.y))
        out = south[:, None] + east[None, :]  # a square with round corners: the 16-norm
        for _ in range(4):
            np.sqrt(out, out=out)
        out -= 1
        out *= SIZE / 2
        if self.beyond and out.max() > 5:
            away = ease_in((out - 5) / 20)
            ground += away * Dunes(self.beyond, seed=(self.seed + 2) % 2**64).over(
                grid.flat(), grid
            )
        out += self.wander * grid.noise(34.0, 2, self.seed)
        height = self.height * (1 + 0.5 * grid.noise(44.0, 2, self.seed + 1))
        height *= (1 + (self.south - 1) * ease_in((grid.y - 65) / 30))[:, None]
        ground += height * _crest(out, -self.width, _CREST, _FOOT, 4.0)
        return ground


Braces = tuple[Field, Field, Field, Field]  # north, south, west, east: (SAMPLES,) slopes


def braces(rim: Rim, heights: Callable[[Grid], Field]) -> Braces:
    """The slope that is missing along each side, given the heights of the land with its rim.

    Spread sideways smoothly, so that it is nowhere less than what is missing.
    """
    near, far = np.array([0.0, _STEP]), np.array([SIZE - _STEP, SIZE])
    missing = []
    for x, y, outward in (
        (_ALONG, near, -1),
        (_ALONG, far, 1),
        (near, _ALONG, -1),
        (far, _ALONG, 1),
    ):
        strip = heights(Grid(x, y))
        rise = np.diff(strip, axis=0 if len(y) == 2 else 1).ravel() * (outward / _STEP)
        missing.append(np.maximum(1.02 * rim.slope - rise, 0))
    north, south, west, east = (_spread(side) for side in missing)
    return north, south, west, east


def _spread(need: Field) -> Field:
    padded = np.pad(need, 2 * _REACH, mode="reflect")
    highest = np.lib.stride_tricks.sliding_window_view(padded, 2 * _REACH + 1).max(axis=1)
    kernel = np.hanning(2 * _REACH + 3)[1:-1]
    return np.convolve(highest, kernel / kernel.sum(), mode="valid")


def brace(ground: Field, grid: Grid, missing: Braces) -> Field:
    """The ground (R, C) with the rim heightened where slope is `missing`."""
    kind = ground.dtype
    for at, other, (low, high) in (
        (grid.y, grid.x, missing[:2]),
        (grid.x, grid.y, missing[2:]),
    ):
        if not (low.any() or high.any()):
            continue
        fades = ease_in((SIZE + 24 - np.abs(other - SIZE / 2) - SIZE / 2) / 20)
        along = np.stack([np.interp(other, _ALONG, side) * fades for side in (low, high)])
        across = np.stack([_brace(-at), _brace(at - SIZE)])
        added = product(across.astype(kind).T, along.astype(kind))
        ground += added if at is grid.y else added.T
    return ground


def rim_holds(terrain: Terrain) -> bool:
    """Whether the land rises outward along the whole border of the terrain."""
    along = np.linspace(0, terrain.size, 2 * SAMPLES - 1)
    edge = np.full_like(along, terrain.size)
    sides = (
        (along, 0 * along, (0, -1)),
        (along, edge, (0, 1)),
        (0 * along, along, (-1, 0)),
        (edge, along, (1, 0)),
    )
    return all(
        bool((terrain.gradient(np.stack([x, y], axis=1)) @ np.array(outward) > _HOLDS).all())
        for x, y, outward in sides
    )
