"""Landforms along a line: cliffs, ridges and ravines. Places and heights are in paces.

Directions are in degrees, 0 east and 90 south. As all parts they are laid over the ground by
`over(ground, grid)` and raise ValueError for numbers that are not finite or not usable.
"""

from dataclasses import dataclass
from math import atan2, degrees, hypot

import numpy as np

from game.sim.grid import Grid, check, ease_in
from game.sim.noise_field import Field


@dataclass(frozen=True)
class Cliff:
    """A steep soft step: the land falls by `height` toward `direction`, within about `width`.

    The brink runs through (x, y), square to `direction`; the steepest slope is height / width.
    With a `length` over 0 the step widens to a gentle slope beyond that much of the brink.
    """

    x: float
    y: float
    height: float
    width: float
    direction: float = 90.0
    length: float = 0.0

    def __post_init__(self) -> None:
        check(self, ("width",))
        if self.length < 0:
            raise ValueError(f"length must be 0 or more, not {self.length}")

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the step added: half its height up behind the brink, half down."""
        ahead, aside = grid.turned(self.x, self.y, self.direction)
        if self.length:
            ahead /= 1 + (aside * (2 / self.length)) ** 4
        ahead *= 2 / self.width
        ground -= (0.5 * self.height) * np.tanh(ahead, out=ahead)
        return ground


def _from_line(
    grid: Grid, x: float, y: float, to_x: float, to_y: float, bend: float
) -> tuple[Field, Field]:
    """How far along the line (R, C), 0..1, and the square of the distance from it, bent aside."""
    length = hypot(to_x - x, to_y - y)
    along, aside = grid.turned(x, y, degrees(atan2(to_y - y, to_x - x)))
    share = np.clip(along / length, 0, 1)
    beyond = along - share * length
    if bend:
        bow = ease_in(share)
        aside = aside - 4 * bend * bow * (1 - bow)
    return share, aside**2 + beyond**2


def _check_line(part: "Ridge | Ravine") -> None:
    check(part, ("width",))
    if hypot(part.to_x - part.x, part.to_y - part.y) < 1:
        raise ValueError("the two ends must be at least 1 pace apart")


@dataclass(frozen=True)
class Ridge:
    """A wall between two places: `height` high, with Gaussian flanks of `width`.

    With a `bend` its middle lies so many paces to the right of the straight line.
    """

    x: float
    y: float
    to_x: float
    to_y: float
    height: float
    width: float
    bend: float = 0.0

    def __post_init__(self) -> None:
        _check_line(self)

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the wall on it."""
        _, square = _from_line(grid, self.x, self.y, self.to_x, self.to_y, self.bend)
        ground += self.height * np.exp(square * (-0.5 / self.width**2))
        return ground


@dataclass(frozen=True)
class Ravine:
    """A long narrow valley from one place to another, with Gaussian flanks of `width`.

    It is `depth` deep where it starts and `to_depth` where it ends, so that its floor may fall.
    With a `bend` its middle lies so many paces to the right of the straight line.
    """

    x: float
    y: float
    to_x: float
    to_y: float
    depth: float
    to_depth: float
    width: float
    bend: float = 0.0

    def __post_init__(self) -> None:
        _check_line(self)

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the valley cut in."""
        share, square = _from_line(grid, self.x, self.y, self.to_x, self.to_y, self.bend)
        depth = self.depth + (self.to_depth - self.depth) * share
        ground -= depth * np.exp(square * (-0.5 / self.width**2))
        return ground
