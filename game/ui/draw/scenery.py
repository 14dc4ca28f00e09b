"""What a desert is painted with besides its land: its look, and the things that stand on it.

Their places are found by seed, so that a level looks the same every time. Nothing stands at the
start, at a gem, in a hollow that could be taken for a goal, or on the ways that lead down.
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from game.levels import Site
from game.look import DEFAULT, Look
from game.sim.land import Land
from game.ui.draw.props import VARIANTS

_WEST, _EAST, _NORTH, _SOUTH = -14.0, 116.0, -22.0, 108.0  # paces: what a canvas shows
_GROUPS, _TRIES = 18, 260
_APART = 15.0  # paces between the middles of two groups
_EDGE = 3.5  # paces clear of the rope around the square
_CLEAR_START, _CLEAR_GEM, _CLEAR_WAY = 10.0, 9.0, 6.5
_HOLLOW = 0.9  # paces by which the ground around may rise above a thing's foot
_RING = 9.0  # paces: how far around
_WAY_STEPS, _WAY_STEP = 70, 1.6  # of the walk down that is kept clear, paces
_BESIDE = 3.5  # paces to each side of a thing: what lies there behind it is seen past it
_UPHILL = 1.1  # so many paces to the north look like a pace of height
# Kind -> how many stand together, how far apart (paces), the steepest slope that they stand on,
# and how many paces to the north it hides.
_HABITS = {
    "palms": (3, 3.4, 0.5, 18.0), "cacti": (3, 4.6, 0.6, 13.0), "bones": (1, 0.0, 0.45, 7.0),
    "ruins": (2, 6.5, 0.3, 12.0), "stones": (3, 3.2, 0.8, 6.0), "tents": (2, 7.0, 0.25, 8.0),
    "flowers": (6, 2.1, 0.6, 4.0), "bushes": (4, 3.6, 0.7, 4.0),
}  # fmt: skip
# What panels of play cover of the land beside the square, in paces: from x to x, as far as y.
_COVERED = ((-99.0, -0.5, 98.0), (100.5, 199.0, 50.0))
_RARE = {"bones": 4, "ruins": 6, "tents": 6}  # so many of a kind at most, if there are others


@dataclass(frozen=True)
class Thing:
    """One thing of a `kind` (a word of look.PROPS), its foot at `place` (x, y) in paces.

    `variant` chooses its picture, `size` multiplies it.
    """

    kind: str
    variant: int
    place: tuple[float, float]
    size: float


@dataclass(frozen=True)
class Scenery:
    """How a land is painted; the farthest of the `things` come first."""

    look: Look = DEFAULT
    things: tuple[Thing, ...] = ()


PLAIN = Scenery()


def scenery_of(site: Site) -> Scenery:
    """The scenery of a level's land, found once for as long as the level is in use."""
    if site not in _found:
        _found[site] = _scenery_of(site)
    return _found[site]


_found: WeakKeyDictionary[Site, Scenery] = WeakKeyDictionary()  # a land is too large to keep


def _scenery_of(site: Site) -> Scenery:
    look = site.level.look
    if not look.props:
        return Scenery(look)
    clear = _clear_places(site)
    return Scenery(look, scattered(look.props, site.land, clear, site.level.seed))


def _clear_places(site: Site) -> np.ndarray:
    """Places (N, 4) that stay free: x, y, height and how far around, all in paces."""
    setup = site.setup
    starts = np.array(site.level.starts)
    gems = np.concatenate((np.atleast_2d(setup.gem), np.reshape(setup.lesser_gems, (-1, 2))))
    ways = _ways_down(site, starts)
    parts = ((starts, _CLEAR_START), (gems, _CLEAR_GEM), (ways, _CLEAR_WAY))
    heights = site.land.terrain.height
    return np.concatenate(
        [np.column_stack((p, heights(p), np.full(len(p), far))) for p, far in parts]
    )


def _ways_down(site: Site, starts: np.ndarray) -> np.ndarray:
    """Places (N, 2) along the steepest way down from all starts, and straight on to the gem."""
    terrain, places, passed = site.land.terrain, starts.astype(float), []
    for _ in range(_WAY_STEPS):
        slope = terrain.gradient(places)
        length = np.sqrt((slope * slope).sum(1, keepdims=True))
        places = np.clip(places - slope / np.maximum(length, 1e-6) * _WAY_STEP, 0.0, 100.0)
        passed.append(places)
    shares = np.linspace(0, 1, 24)[:, None]
    gem = np.asarray(site.setup.gem)
    passed += [start + (gem - start) * shares for start in starts]
    return np.concatenate(passed)


def scattered(
    kinds: tuple[str, ...], land: Land, clear: np.ndarray, seed: int
) -> tuple[Thing, ...]:
    """Groups of things all over the land, off the places `clear` (N, 4): x, y, height, radius."""
    chance = np.random.Generator(np.random.Philox(seed + 77))
    middles: list[tuple[float, float]] = []
    things: list[Thing] = []
    for _ in range(_TRIES):
        if len(middles) == _GROUPS:
            break
        x, y = chance.uniform(_WEST, _EAST), chance.uniform(_NORTH, _SOUTH)
        if any((x - a) ** 2 + (y - b) ** 2 < _APART**2 for a, b in middles):
            continue
        kind = kinds[len(middles) % len(kinds)]
        if kind in _RARE and sum(thing.kind == kind for thing in things) >= _RARE[kind]:
            kind = kinds[0]
        group = _group(kind, (x, y), land, clear, chance)
        if group:
            middles.append((x, y))
            things += group
    things = [thing for thing in things if not _covered(thing)]
    return tuple(sorted(things, key=lambda thing: thing.place[1]))


def _covered(thing: Thing) -> bool:
    """Whether it would look out from behind a panel, or through it under the words."""
    (x, y), hides = thing.place, _HABITS[thing.kind][3]
    return any(west < x < east and y - hides < south for west, east, south in _COVERED)


def _group(
    kind: str,
    middle: tuple[float, float],
    land: Land,
    clear: np.ndarray,
    chance: np.random.Generator,
) -> list[Thing]:
    most, apart, steepest, hides = _HABITS[kind]
    group: list[Thing] = []
    turn = chance.uniform(0, 2 * np.pi)
    for at in range(int(chance.integers(1, most + 1))):
        angle = turn + at * 2.4  # the golden angle: never two in a line
        reach = apart * at**0.5 * chance.uniform(0.85, 1.15)
        place = (middle[0] + reach * np.cos(angle), middle[1] + reach * np.sin(angle))
        size = chance.uniform(0.82, 1.15) * (1.0 if at == 0 else 0.85)
        variant = int(chance.integers(VARIANTS))
        if _suits(place, land, clear, steepest, hides):
            here = (float(place[0]), float(place[1]))
            group.append(Thing(kind, variant, here, float(size)))
    return group


def _suits(
    place: tuple[float, float], land: Land, clear: np.ndarray, steepest: float, hides: float
) -> bool:
    """Whether something may stand here: clear of the walk, off the rope, on open, even ground."""
    x, y = place
    if np.any((clear[:, 0] - x) ** 2 + (clear[:, 1] - y) ** 2 < clear[:, 3] ** 2):
        return False
    behind = (y - clear[:, 1]) - _UPHILL * (_height(land, x, y) - clear[:, 2])
    if np.any((np.abs(clear[:, 0] - x) < _BESIDE) & (behind > 0) & (behind < hides)):
        return False
    if abs(max(abs(x - 50.0), abs(y - 50.0)) - 50.0) < _EDGE:
        return False
    west, east, north, south = (
        _height(land, x + dx, y + dy) for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1))
    )
    if np.hypot(east - west, south - north) / 2 > steepest:
        return False
    around = [_height(land, x + _RING * c, y + _RING * s) for c, s in _COMPASS]
    return float(np.mean(around)) - _height(land, x, y) < _HOLLOW


_COMPASS = [(np.cos(turn), np.sin(turn)) for turn in np.arange(8) * np.pi / 4]


def _height(land: Land, x: float, y: float) -> float:
    """The height of the sample next to a place, paces."""
    rows, columns = land.wide.shape
    row = round((y - land.north) / (land.south - land.north) * (rows - 1))
    column = round((x - land.west) / (land.east - land.west) * (columns - 1))
    return float(land.wide[min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)])
