"""What a desert is made of: parts laid one over the other, a rim around them, and a base height."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from game.sim.bicubic import Floats
from game.sim.dunes import Dunes, Swell
from game.sim.formula import Formula
from game.sim.formula_reader import FormulaError
from game.sim.grid import SIZE, Grid
from game.sim.landforms import Basin, Bowl, Craters, Hill, Part, Plateau, Saddle, Tilt
from game.sim.network_land import Network
from game.sim.noise_field import Field
from game.sim.rim import SAMPLES, Braces, Rim, brace, braces, rim_holds
from game.sim.walls import Cliff, Ravine, Ridge

__all__ = [
    "PARTS",
    "Basin",
    "Bowl",
    "Cliff",
    "Craters",
    "Dunes",
    "Formula",
    "FormulaError",
    "Hill",
    "Network",
    "Part",
    "Plateau",
    "Ravine",
    "Recipe",
    "Ridge",
    "Rim",
    "Saddle",
    "Swell",
    "Tilt",
    "grounded",
    "heights_on",
    "rim_holds",
    "terrain_heights",
]

# What a level file calls each part.
PARTS: dict[str, type[Part]] = {
    "basin": Basin,
    "bowl": Bowl,
    "cliff": Cliff,
    "craters": Craters,
    "dunes": Dunes,
    "formula": Formula,
    "hill": Hill,
    "network": Network,
    "plateau": Plateau,
    "ravine": Ravine,
    "ridge": Ridge,
    "saddle": Saddle,
    "swell": Swell,
    "tilt": Tilt,
}


_RIM = Rim()


@dataclass(frozen=True)
class Recipe:
    """A land as a value: `parts` in the order they are laid, a `rim`, and `base` paces below all.

    Equal recipes give equal heights. Without a rim the land goes on as its parts do.
    """

    parts: tuple[Part, ...] = ()
    rim: Rim | None = _RIM
    base: float = 0.0


def _laid(parts: tuple[Part, ...], rim: Rim | None, grid: Grid) -> Field:
    """Heights (R, C) of all parts and the rim, before the rim is braced."""
    ground = grid.flat()
    for part in parts:
        ground = part.over(ground, grid)
    return rim.over(ground, grid) if rim else ground


@lru_cache(maxsize=32)
def _braces(parts: tuple[Part, ...], rim: Rim) -> Braces:
    return braces(rim, lambda grid: _laid(parts, rim, grid))


def heights_on(recipe: Recipe, x: ArrayLike, y: ArrayLike) -> Field:
    """Heights (R, C) in paces at columns `x` (C,) and rows `y` (R,), inside the square or not.

    In float64, or in float32 where both are float32. A place has the same height (to rounding)
    whatever grid it is asked for with.
    """
    x, y = np.asarray(x), np.asarray(y)
    kind = np.float32 if x.dtype == y.dtype == np.float32 else np.float64
    grid = Grid(x.astype(kind), y.astype(kind))
    ground = _laid(recipe.parts, recipe.rim, grid)
    if recipe.rim:
        ground = brace(ground, grid, _braces(recipe.parts, recipe.rim))
    ground += recipe.base
    return ground


def terrain_heights(recipe: Recipe) -> Floats:
    """Heights (513, 513) of the playable square, borders included, in paces."""
    along = np.linspace(0.0, SIZE, SAMPLES)
    return heights_on(recipe, along, along).astype(np.float64, copy=False)


def grounded(recipe: Recipe) -> Recipe:
    """The same land moved up or down so that its lowest sample in the square is 0."""
    return replace(recipe, base=recipe.base - float(terrain_heights(recipe).min()))
