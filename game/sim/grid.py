"""The places at which a land is wanted, and the few curves that landforms are made of."""

from dataclasses import dataclass, fields
from functools import cached_property
from math import cos, isfinite, radians, sin

import numpy as np

from game.sim.noise_field import Field, world_noise

SIZE = 100.0
FADE = 40.0  # paces outside the border in which what has no end of its own comes to a level
EASE = 4.0  # paces before the border in which `held` coordinates come to rest


@dataclass(frozen=True, eq=False)
class Grid:
    """Columns `x` (C,) and rows `y` (R,) in paces; fields over it are (R, C), of their precision.

    `x` grows east and `y` south, so that a direction of 0 degrees is east and 90 is south.
    """

    x: Field
    y: Field

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of a field over this grid."""
        return len(self.y), len(self.x)

    @cached_property
    def held(self) -> "Grid":
        """This grid with all coordinates brought to rest inside the square, see `hold`."""
        return Grid(hold(self.x), hold(self.y))

    @cached_property
    def _afar(self) -> Field | None:
        """How far outside the square (R, C), from 0 up to its border to 1; None for nowhere."""
        across, down = (
            ease_in((np.abs(at - SIZE / 2) - SIZE / 2) / FADE) for at in (self.x, self.y)
        )
        if not (across.any() or down.any()):
            return None
        return 1 - (1 - down)[:, None] * (1 - across)[None, :]

    def ended(self, heights: Field, level: float) -> Field:
        """Heights (R, C) that have no end of their own, brought to `level` outside the square."""
        if self._afar is not None:
            heights += self._afar * (level - heights)
        return heights

    def flat(self) -> Field:
        """A field (R, C) of zeros."""
        return np.zeros(self.shape, dtype=self.x.dtype)

    def turned(self, x: float, y: float, direction: float) -> tuple[Field, Field]:
        """Paces (R, C) from (x, y) along `direction` (degrees), and to the right of it."""
        across, down = self.x[None, :] - x, self.y[:, None] - y
        c, s = cos(radians(direction)), sin(radians(direction))
        return across * c + down * s, down * c - across * s

    def bump(
        self, x: float, y: float, width: float, stretch: float = 1.0, direction: float = 0.0
    ) -> Field:
        """A Gaussian (R, C) of height 1 and standard deviation `width` around (x, y).

        Along `direction` (degrees) it is `stretch` times as long.
        """
        if stretch == 1.0:
            east, south = ((at - c) / width for at, c in ((self.x, x), (self.y, y)))
            product: Field = np.exp(-0.5 * south**2)[:, None] * np.exp(-0.5 * east**2)[None, :]
            return product
        along, aside = self.turned(x, y, direction)
        along *= 1 / stretch
        along *= along
        aside *= aside
        along += aside
        along *= -0.5 / width**2
        return np.exp(along, out=along)

    def noise(self, scale: float, octaves: int, seed: int) -> Field:
        """Smooth noise (R, C), about -1 to 1, with features of `scale` paces."""
        return world_noise(self.x, self.y, scale, octaves, seed)


def hold(at: Field, size: float = SIZE, ease: float = EASE) -> Field:
    """Coordinates (N,) that slow down before the border and never reach it; the same inside.

    A landform without end (a formula, a plane) then ends at the border of the square and stays
    what it is there; its slope fades out, C1, over the last `ease` paces.
    """
    over = np.maximum(np.abs(at - size / 2) - (size / 2 - ease), 0)
    rested = (size / 2 - ease) + ease * (1 - np.exp(-over / ease))
    return np.where(over > 0, size / 2 + np.sign(at - size / 2) * rested, at).astype(at.dtype)


def ease_in(t: Field) -> Field:
    """0 for t <= 0, 1 for t >= 1, and a C1 ramp between: 3 t^2 - 2 t^3."""
    t = np.clip(t, 0, 1)
    eased: Field = t * t * (3 - 2 * t)
    return eased


def check(part: object, positive: tuple[str, ...] = (), most: float = 10_000.0) -> None:
    """Raise ValueError naming the field of a dataclass whose number is no use.

    Every number must be finite and at most `most` in size; those in `positive` over 0.
    """
    for field in fields(part):  # type: ignore[arg-type]
        value = getattr(part, field.name)
        if field.name == "seed":
            if not 0 <= value < 2**64:
                raise ValueError(f"seed must be 0 to 2**64 - 1, not {value}")
            continue
        if isinstance(value, str) or not isinstance(value, (int, float)):
            continue
        if not isfinite(value) or abs(value) > most:
            raise ValueError(f"{field.name} must be a number within {most:g}, not {value}")
        if field.name in positive and value <= 0:
            raise ValueError(f"{field.name} must be over 0, not {value}")
