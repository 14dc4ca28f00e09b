"""Small lands for pictures: heights given by a formula, on the wide grid."""

from collections.abc import Callable

import numpy as np

from game.sim.land import EAST, NORTH, SOUTH, WEST, Land
from game.sim.terrain import Terrain

Formula = Callable[[np.ndarray, np.ndarray], np.ndarray]


def land_of(formula: Formula) -> Land:
    """The land whose height at (x, y), arrays of paces, is `formula(x, y)`."""

    def heights(west: float, east: float, north: float, south: float, step: float) -> np.ndarray:
        x = np.linspace(west, east, round((east - west) / step) + 1)
        y = np.linspace(north, south, round((south - north) / step) + 1)
        return formula(*np.meshgrid(x, y)) + 0.0 * x

    wide = heights(WEST, EAST, NORTH, SOUTH, 0.5).astype(np.float32)
    return Land(Terrain(heights(0.0, 100.0, 0.0, 100.0, 1.0)), wide, WEST, EAST, NORTH, SOUTH)


def rolling(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Gentle dunes: nothing hides anything."""
    return 5 + 3 * np.sin(x / 11) * np.cos(y / 14)


def walled(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Flat land with a wall, 15 paces high, from west to east along y = 60."""
    return 1 + 15 * np.exp(-(((y - 60) / 2) ** 4)) + 0 * x
