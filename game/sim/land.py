"""From a recipe to a land: the playable terrain, and the wide view that a picture needs."""

from dataclasses import dataclass

import numpy as np

from game.sim.bicubic import Floats
from game.sim.network_land import LossTerrain, Network
from game.sim.noise_field import Singles
from game.sim.recipe import Recipe, heights_on, terrain_heights
from game.sim.terrain import Terrain

WEST, EAST, NORTH, SOUTH = -30.0, 130.0, -44.0, 150.0
SPACING = 0.4
# Heights are whole multiples of this: where processors differ in the last bit of an exp or a sin,
# the land they build is still the same, and with it every walk.
_GRAIN = 2.0**-22


@dataclass(frozen=True, eq=False)
class Land:
    """A `terrain` to walk on, and the heights `wide` (rows, columns) of it and all around.

    `wide` is float32, in paces; its first and last rows and columns lie on `north`, `south`,
    `west` and `east` (paces), the others at equal distances between.
    """

    terrain: Terrain
    wide: Singles
    west: float
    east: float
    north: float
    south: float


def to_grain(heights: Floats) -> Floats:
    """Heights rounded to whole multiples of the grain, in which two processors agree."""
    return np.rint(heights / _GRAIN) * _GRAIN + 0.0  # + 0.0 turns -0.0 into 0.0


def survey(recipe: Recipe) -> Land:
    """The land of a recipe. Raises ValueError where it has heights that are not finite."""
    x = np.linspace(WEST, EAST, round((EAST - WEST) / SPACING) + 1, dtype=np.float32)
    y = np.linspace(NORTH, SOUTH, round((SOUTH - NORTH) / SPACING) + 1, dtype=np.float32)
    wide = heights_on(recipe, x, y).astype(np.float32, copy=False)
    wide.setflags(write=False)
    return Land(_walked_on(recipe), wide, WEST, EAST, NORTH, SOUTH)


def _walked_on(recipe: Recipe) -> Terrain:
    """A network's loss is walked on as it is; every other land as its samples, joined."""
    samples = to_grain(terrain_heights(recipe))
    networks = [part for part in recipe.parts if isinstance(part, Network)]
    if not networks:
        return Terrain(samples)
    if len(recipe.parts) > 1 or recipe.rim is not None:
        raise ValueError("a network stands alone, without other parts and without a rim")
    return LossTerrain(samples, network=networks[0], base=recipe.base)
