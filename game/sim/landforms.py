"""What a desert is made of: each landform is a frozen value that can be laid over the ground.

All places, widths and heights are in paces; directions in degrees, 0 east and 90 south.
`Part.over(ground, grid)` takes the heights (R, C) so far and gives the heights with it, as a new
array or the same one. Every part raises ValueError for numbers that are not finite or not usable.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot
from typing import Protocol

import numpy as np

from game.sim.grid import Grid, check, ease_in
from game.sim.noise_field import Field


class Part(Protocol):
    """Anything that a desert can be made of. Parts are values: frozen and hashable."""

    def over(self, ground: Field, grid: Grid) -> Field:
        """Heights (R, C) in paces after this part is laid over `ground` (R, C)."""
        ...


@dataclass(frozen=True)
class Tilt:
    """A plane: `rise` paces up over 100 paces toward `direction`. It ends at the border."""

    rise: float
    direction: float = 0.0

    def __post_init__(self) -> None:
        check(self)

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground, tilted about the middle of the square."""
        along, _ = grid.held.turned(50.0, 50.0, self.direction)
        along *= self.rise / 100.0
        ground += grid.ended(along, 0.0)
        return ground


@dataclass(frozen=True)
class Bowl:
    """A wide round valley: z = depth * (distance / radius)^2. It ends at the border.

    Along `direction` it is `stretch` times as long, so its slopes change that much slower.
    """

    x: float
    y: float
    depth: float
    radius: float
    stretch: float = 1.0
    direction: float = 0.0

    def __post_init__(self) -> None:
        check(self, ("radius", "stretch"))

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the bowl's height added, 0 in its middle."""
        middles = Grid(np.array([0.0, 50.0, 100.0]), np.array([0.0, 50.0, 100.0]))
        level = float(self._heights(middles)[[0, 1, 1, 2], [1, 0, 2, 1]].mean())
        ground += grid.ended(self._heights(grid), level)
        return ground

    def _heights(self, grid: Grid) -> Field:
        along, aside = grid.held.turned(self.x, self.y, self.direction)
        along *= 1 / self.stretch
        raised: Field = (along**2 + aside**2) * (self.depth / self.radius**2)
        return raised


@dataclass(frozen=True)
class Basin:
    """A pit, `depth` deep: a Gaussian, 61 % of the depth at `width` from its middle."""

    x: float
    y: float
    depth: float
    width: float
    stretch: float = 1.0
    direction: float = 0.0

    def __post_init__(self) -> None:
        check(self, ("width", "stretch"))

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the pit dug in."""
        ground -= self.depth * grid.bump(self.x, self.y, self.width, self.stretch, self.direction)
        return ground


@dataclass(frozen=True)
class Hill:
    """A mound, `height` high: a Gaussian, 61 % of the height at `width` from its middle."""

    x: float
    y: float
    height: float
    width: float
    stretch: float = 1.0
    direction: float = 0.0

    def __post_init__(self) -> None:
        check(self, ("width", "stretch"))

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the mound on it."""
        ground += self.height * grid.bump(self.x, self.y, self.width, self.stretch, self.direction)
        return ground


@dataclass(frozen=True)
class Saddle:
    """A pass: walls rise along `direction` on both sides, the way falls to both sides across it.

    z = height * (u^2 - v^2) / radius^2 near (x, y), highest (`height`) and lowest (-`height`) at
    `radius` from it, and gone at three times that.
    """

    x: float
    y: float
    height: float
    radius: float
    direction: float = 0.0

    def __post_init__(self) -> None:
        check(self, ("radius",))

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the pass added."""
        u, v = grid.turned(self.x, self.y, self.direction)
        u, v = u**2 / self.radius**2, v**2 / self.radius**2
        ground += self.height * (u - v) * np.exp(1 - u - v)
        return ground


@dataclass(frozen=True)
class Plateau:
    """A flattened round area: within `radius` the ground is drawn to `level`.

    `level` counts from 0, the height before any part, as the other parts do. `flatness` 1 makes
    the middle quite flat; below it, so much of the old slopes is left. The change takes place over
    the last `border` paces inside the radius.
    """

    x: float
    y: float
    radius: float
    level: float
    border: float = 8.0
    flatness: float = 0.97
    stretch: float = 1.0
    direction: float = 0.0

    def __post_init__(self) -> None:
        check(self, ("radius", "border", "stretch"))
        if not 0 <= self.flatness <= 1:
            raise ValueError(f"flatness must be 0 to 1, not {self.flatness}")

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground, flattened."""
        along, aside = grid.turned(self.x, self.y, self.direction)
        distance = np.hypot(along / self.stretch, aside)
        share = self.flatness * ease_in((self.radius - distance) / self.border)
        ground += share * (self.level - ground)
        return ground


@dataclass(frozen=True)
class Craters:
    """Many small pits, strewn with `seed` over the square, `margin` paces clear of its border.

    Each is between half and all of `depth` deep and of `width` wide.
    """

    count: int
    depth: float
    width: float
    seed: int = 0
    margin: float = 10.0

    def __post_init__(self) -> None:
        check(self, ("width",))
        if not 0 <= self.count <= 400 or not 0 <= self.margin < 50:
            raise ValueError("count must be 0 to 400 and margin 0 to 50 paces")

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the pits dug in."""
        for x, y, depth, width in self._pits():
            ground -= depth * grid.bump(x, y, width)
        return ground

    def _pits(self) -> list[tuple[float, float, float, float]]:
        """(x, y, depth, width) of each: of some seeded places, the one farthest from the others."""
        draw: Callable[[int], Field] = np.random.Generator(np.random.Philox(self.seed)).random
        pits: list[tuple[float, float, float, float]] = []
        for _ in range(self.count):
            tried = self.margin + (100 - 2 * self.margin) * draw(16).reshape(8, 2)
            size, wide = 0.5 + 0.5 * draw(2)
            near = [min((hypot(x - p[0], y - p[1]) for p in pits), default=0.0) for x, y in tried]
            x, y = tried[int(np.argmax(near))]
            pits.append((float(x), float(y), self.depth * float(size), self.width * float(wide)))
        return pits
