"""Lands for walks of known causes: generated deserts, shipped levels, recipes of one shape."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game import levels
from game.sim.generator import generate
from game.sim.recipe import (
    Basin,
    Bowl,
    Cliff,
    Dunes,
    Hill,
    Part,
    Plateau,
    Ravine,
    Recipe,
    Tilt,
    grounded,
    terrain_heights,
)
from game.sim.terrain import Terrain

_PACE = 0.25  # paces of one step of the flow
_FLOWS = 900
_STEEP = 1.5


@dataclass(frozen=True, eq=False)
class Flow:
    """The way that sand takes from a place: places (K, 2), the time (K,) it takes, its minimum.

    `times` are integrals of ds / slope: plain gradient descent of small steps goes `learning_rate`
    of it with every step. `end` is an index of the land's minima, or None.
    """

    places: np.ndarray
    times: np.ndarray
    end: int | None

    @property
    def length(self) -> float:
        """Paces from the first place to the last."""
        return _PACE * (len(self.places) - 1)


@dataclass(frozen=True, eq=False)
class Ground:
    """A land, what kind it is, and the start that it is known by."""

    kind: str
    terrain: Terrain
    start: np.ndarray

    @cached_property
    def minima(self) -> np.ndarray:
        """Places (M, 2) of all minima, the gem first."""
        return self.terrain.minima.places

    @cached_property
    def has_cliff(self) -> bool:
        """Whether some ground is so steep that a usual step size throws whoever comes there."""
        along = np.linspace(1.0, 99.0, 197)
        places = np.stack(np.meshgrid(along, along), axis=2).reshape(-1, 2)
        return bool(np.hypot(*self.terrain.gradient(places).T).max() >= _STEEP)

    def flow(self, place: np.ndarray) -> Flow:
        """Follow the slope down in quarter paces until a minimum is within one of them."""
        at, places, times = np.array(place, dtype=float), [np.array(place, dtype=float)], [0.0]
        for _ in range(_FLOWS):
            gradient = self.terrain.gradient(at)[0]
            steepness = float(np.hypot(*gradient))
            if steepness < 1e-9:
                break
            at = np.clip(at - gradient / steepness * _PACE, 0.0, 100.0)
            places.append(at)
            times.append(times[-1] + _PACE / steepness)
            away = np.hypot(*(self.minima - at).T)
            if away.min() <= 2 * _PACE:
                return Flow(np.array(places), np.array(times), int(away.argmin()))
        return Flow(np.array(places), np.array(times), None)

    def curvature(self, places: np.ndarray) -> float:
        """The largest second derivative in any direction at any of the places."""
        xx, xy, yy = self.terrain.hessian(places).T
        middle, spread = (xx + yy) / 2, np.sqrt(((xx - yy) / 2) ** 2 + xy**2)
        return float(np.abs(np.concatenate([middle + spread, middle - spread])).max())


def _made(kind: str, parts: tuple[Part, ...], start: tuple[float, float]) -> Ground:
    recipe = grounded(Recipe(parts))
    return Ground(kind, Terrain(terrain_heights(recipe)), np.array(start))


def desert(seed: int) -> Ground:
    """A generated desert, of a difficulty that goes round with the seed."""
    made = generate(seed, seed % 3)
    return Ground("generated", Terrain(terrain_heights(made.recipe)), np.array(made.start))


def shipped() -> list[Ground]:
    """The lands of the levels that come with the game."""
    sites = [levels.build(levels.read(path)) for path in levels.shipped()]
    return [Ground("level", site.setup.terrain, site.setup.start) for site in sites]


def hollow(chance: np.random.Generator) -> Ground:
    """A round valley with the gem, in a wide bowl, and lesser hollows around it."""
    x, y = chance.uniform(40, 60, 2)
    turn = chance.uniform(0, 2 * np.pi)
    parts: list[Part] = [
        Bowl(x, y, chance.uniform(2, 5), 50.0),
        Basin(x, y, chance.uniform(6, 10), chance.uniform(6, 10)),
    ]
    for i in range(3):
        angle = turn + 2.1 * i
        away = chance.uniform(26, 32)
        at = (x + away * np.cos(angle), y + away * np.sin(angle))
        parts.append(Basin(*at, chance.uniform(3.5, 5), chance.uniform(5, 6.5)))
    return _made("hollow", tuple(parts), (x + 18 * np.cos(turn + 1), y + 18 * np.sin(turn + 1)))


def flat(chance: np.random.Generator) -> Ground:
    """A slope toward the gem with a wide plain on the way; the start lies on the plain."""
    away = chance.uniform(0, 360)
    turn = np.radians(away)
    way = np.array([np.cos(turn), np.sin(turn)])  # the land rises this way from the gem
    gem, middle = 50 - 30 * way, 50 + 8 * way
    rise, radius = chance.uniform(14, 22), chance.uniform(18, 22)
    level = rise / 100 * 8.0
    parts = (
        Tilt(rise, away),
        Dunes(chance.uniform(0.5, 1.5), seed=int(chance.integers(1000)), direction=away + 60),
        Plateau(*middle, radius, level, chance.uniform(5, 8), chance.uniform(0.985, 1.0)),
        Basin(*gem, chance.uniform(6, 9), chance.uniform(8, 11)),
    )
    return _made("plain", parts, (middle[0], middle[1]))


def brink(chance: np.random.Generator) -> Ground:
    """A gentle slope that breaks off in a cliff; the start lies above the middle of the brink."""
    away = chance.uniform(0, 360)
    way = np.array([np.cos(np.radians(away)), np.sin(np.radians(away))])
    middle, gem = 50 - 6 * way, 50 + chance.uniform(12, 22) * way
    height, width = chance.uniform(9, 13), chance.uniform(3.5, 5.0)
    parts = (
        Tilt(-chance.uniform(12, 18), away),
        Cliff(*middle, height, width, away, 60.0),
        Basin(*gem, chance.uniform(5, 8), chance.uniform(8, 11)),
    )
    start = middle - 10 * way
    return _made("cliff", parts, (start[0], start[1]))


def canyon(chance: np.random.Generator) -> Ground:
    """A long ravine whose floor falls gently to the gem at its end; the start is at its head."""
    away = np.radians(chance.uniform(0, 360))
    way = np.array([np.cos(away), np.sin(away)])
    head, end = 50 - 32 * way, 50 + 28 * way
    parts = (
        Hill(*head, chance.uniform(1, 3), 14.0),
        Tilt(-chance.uniform(3, 6), float(np.degrees(away))),
        Ravine(*head, *end, chance.uniform(6, 8), chance.uniform(9, 12), chance.uniform(6, 9)),
    )
    return _made("canyon", parts, (head[0], head[1]))
