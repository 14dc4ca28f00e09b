"""A land written as a formula, z = f(x, y), scaled to a height that can be walked on."""

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

import numpy as np

from game.sim.formula_reader import FormulaError, read_formula, value_of
from game.sim.grid import SIZE, Grid, hold
from game.sim.noise_field import Field

__all__ = ["Formula", "FormulaError"]

_SAMPLES = 513  # along each side where a formula is tried: those of a terrain

Domain = tuple[float, float, float, float]


def _raw(text: str, domain: Domain, x: Field, y: Field) -> Field:
    """Values (R, C) of the formula at columns `x` and rows `y` in paces, before any scaling."""
    x0, x1, y0, y1 = domain
    east = x0 + (x1 - x0) * (hold(x.astype(np.float64)) / SIZE)
    south = y0 + (y1 - y0) * (hold(y.astype(np.float64)) / SIZE)
    with np.errstate(all="ignore"):
        values = value_of(read_formula(text), east[None, :], south[:, None])
    return np.broadcast_to(values, (len(y), len(x)))


@lru_cache(maxsize=64)
def _measure(text: str, domain: Domain) -> tuple[float, float]:
    """The lowest and the highest value on the square. Raises FormulaError where there is none."""
    along = np.linspace(0.0, SIZE, _SAMPLES)
    values = _raw(text, domain, along, along)
    low, high = float(values.min()), float(values.max())
    if not (isfinite(low) and isfinite(high)):
        row, column = np.argwhere(~np.isfinite(values))[0]
        x0, x1, y0, y1 = domain
        x = x0 + (x1 - x0) * float(hold(along)[column]) / SIZE
        y = y0 + (y1 - y0) * float(hold(along)[row]) / SIZE
        raise FormulaError(
            f"the formula has no finite value at x = {x:.3g}, y = {y:.3g}: "
            "change it or its domain so that there is no dividing by 0, no log or root below 0 "
            "and nothing that grows beyond all bounds"
        )
    if not isfinite(high - low):
        raise FormulaError("the formula's heights lie too far apart: wrap it in log(1 + ...)")
    if high - low <= 1e-9 * max(abs(low), abs(high)) or high - low < 1e-200:
        raise FormulaError("the formula is equally high everywhere: use x or y in it")
    return low, high


@dataclass(frozen=True)
class Formula:
    """A land z = f(x, y) from its `text`, over `domain` (x0, x1, y0, y1) and `relief` paces high.

    x runs from x0 in the west to x1 in the east of the square, y from y0 in the north to y1 in the
    south; heights are shifted and scaled to 0..`relief`. Known are numbers, x, y, pi, + - * / **,
    brackets, sin cos exp log sqrt abs, and min and max of 2 values or more. The land comes to rest
    over the last 4 paces before the border and stays so beyond it. Raises FormulaError.
    """

    text: str
    domain: Domain = (-1.0, 1.0, -1.0, 1.0)
    relief: float = 18.0

    def __post_init__(self) -> None:
        x0, x1, y0, y1 = self.domain
        if not all(isfinite(edge) and abs(edge) <= 1e6 for edge in self.domain):
            raise FormulaError("the domain must be four numbers between -1000000 and 1000000")
        if not (x0 < x1 and y0 < y1):
            raise FormulaError("the domain must be (x0, x1, y0, y1) with x0 < x1 and y0 < y1")
        if not 0 < self.relief <= 100:
            raise FormulaError(f"the relief must be 0 to 100 paces, not {self.relief}")
        _measure(self.text, self.domain)

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the formula's heights added, the lowest of which is 0."""
        low, high = _measure(self.text, self.domain)
        values = (_raw(self.text, self.domain, grid.x, grid.y) - low) / (high - low)
        # Only beyond the border can it leave 0..1, or have no value; fmax and fmin pass over nan.
        values = self.relief * np.fmin(np.fmax(values, -0.25), 1.25)
        ground += grid.ended(values, 0.6 * self.relief)
        return ground
