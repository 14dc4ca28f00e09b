"""Small lands for tests, drawn as digits or as formulas."""

import numpy as np

from game.sim.run import RunSetup
from game.sim.terrain import Terrain
from game.sim.tools import Tools


def from_digits(picture: str, size: float = 100.0) -> Terrain:
    """A land drawn with one digit of height for each sample, north row first."""
    rows = [list(map(float, row.strip())) for row in picture.strip().splitlines()]
    return Terrain(np.array(rows), size)


def from_function(height, samples: int = 129, size: float = 100.0) -> Terrain:
    """A land sampled from height(x, y)."""
    x, y = np.meshgrid(np.linspace(0, size, samples), np.linspace(0, size, samples))
    return Terrain(height(x, y), size)


def bowl(x=60.0, y=40.0, steepness=0.01):
    return from_function(lambda ex, ey: steepness * ((ex - x) ** 2 + (ey - y) ** 2))


def two_basins():
    """A shallow basin at about (30, 50) on the way to the deep one at about (70, 50)."""

    def height(x, y):
        dip = 3 * np.exp(-((x - 30) ** 2 + (y - 50) ** 2) / 60)
        deep = 9 * np.exp(-((x - 70) ** 2 + (y - 50) ** 2) / 200)
        return 10 + 0.002 * ((x - 50) ** 2 + (y - 50) ** 2) - dip - deep

    return from_function(height, 257)


def setup(terrain: Terrain, start=(20.0, 20.0), **settings) -> RunSetup:
    """A walk on a land: the gem at its lowest place, lesser gems at the others."""
    tools = settings.pop("tools", Tools())
    return RunSetup(
        terrain,
        np.array(start),
        terrain.global_minimum,
        terrain.minima.places[1:],
        tools=tools,
        **settings,
    )
