"""Drawing a desert by lot: what a generated recipe is made of, before anyone looks at it."""

from dataclasses import replace
from math import hypot

import numpy as np

from game.sim.grid import SIZE
from game.sim.recipe import Basin, Dunes, Part, Recipe, Rim, Swell

_BORDER = 19.0  # paces that a basin's middle keeps from the border


class Draw:
    """Uniform draws for one attempt at one desert: the same on every machine."""

    def __init__(self, seed: int, difficulty: int, attempt: int) -> None:
        key = seed | (difficulty << 32) | (attempt << 40)
        self._draw = np.random.Generator(np.random.Philox(key=key)).random

    def between(self, low: float, high: float) -> float:
        """A number from `low` to `high`, with three decimals."""
        return round(low + (high - low) * float(self._draw()), 3)

    def place(self, border: float) -> tuple[float, float]:
        """A place (x, y) at least `border` paces inside the square."""
        return self.between(border, SIZE - border), self.between(border, SIZE - border)

    def seed(self) -> int:
        """A seed for a part of the recipe."""
        return int(self._draw() * 2**32)


def _apart(draw: Draw, count: int) -> list[tuple[float, float]]:
    """Places for basins, each the one of twelve that is farthest from those before."""
    chosen: list[tuple[float, float]] = []
    for _ in range(count):
        tried = [draw.place(_BORDER) for _ in range(12)]
        gaps = [min((hypot(x - p, y - q) for p, q in chosen), default=0.0) for x, y in tried]
        chosen.append(tried[int(np.argmax(gaps))])
    return chosen


def _sand(draw: Draw, difficulty: int) -> list[Part]:
    """The swell, and dunes on its high grounds: the dunes' cover is the swell's own noise."""
    seed, scale = draw.seed(), draw.between(62, 80)
    low, high = ((3.6, 5.0), (4.4, 6.0), (4.6, 6.4))[difficulty]
    dunes = Dunes(
        height=draw.between(low, high),
        spacing=draw.between(16, 22),
        direction=draw.between(12, 62),
        lee=draw.between(0.24, 0.32),
        softness=draw.between(0.045, 0.06),
        bend=draw.between(0.9, 1.5),
        bend_scale=draw.between(54, 70),
        cover=draw.between(0.4, 0.65),
        cover_scale=scale,
        seed=seed,
    )
    return [Swell(draw.between(6.5, 9.5), scale, 2, seed + 1), dunes]


def _basins(draw: Draw, difficulty: int) -> list[Part]:
    """One deep basin and some that are clearly less deep."""
    first, *others = _apart(draw, 4 + difficulty)
    deepest = draw.between(10.5, 13.5)
    low, high = ((13.0, 16.0), (10.5, 13.5), (9.0, 12.0))[difficulty]
    basins: list[Part] = [_basin(draw, first, deepest, draw.between(low, high))]
    for place in others:
        depth = deepest * draw.between(0.35, (0.55, 0.7, 0.72)[difficulty])
        basins.append(_basin(draw, place, round(depth, 3), draw.between(8, 11.5)))
    return basins


def _basin(draw: Draw, place: tuple[float, float], depth: float, width: float) -> Basin:
    return Basin(*place, depth, width, draw.between(1, 1.7), draw.between(0, 180))


def plan(draw: Draw, difficulty: int) -> Recipe:
    """A recipe drawn by lot: swell, dunes, basins and a rim. Its relief is not yet looked at."""
    parts = [*_sand(draw, difficulty), *_basins(draw, difficulty)]
    return Recipe(tuple(parts), Rim(seed=draw.seed()))


def scaled(recipe: Recipe, factor: float) -> Recipe:
    """A planned recipe with all its parts, but not its rim, `factor` times as high and deep."""
    parts: list[Part] = []
    for part in recipe.parts:
        if isinstance(part, Basin):
            parts.append(replace(part, depth=part.depth * factor))
        elif isinstance(part, Swell | Dunes):
            parts.append(replace(part, height=part.height * factor))
    return replace(recipe, parts=tuple(parts))
