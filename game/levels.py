"""Levels: TOML files, read and checked once at the door, into frozen values.

The format is described in levels/README.md.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from game import resources
from game.claims import Claim
from game.level_file import HandOut, Sight, read_level
from game.look import DEFAULT, Look, read_look
from game.sim.land import Land, survey
from game.sim.minima import low_samples
from game.sim.recipe import Recipe, grounded, rim_holds
from game.sim.run import RunSetup
from game.sim.tools import Tools
from game.tables import Fault, Table, TableError, load_toml, nearest

MARGIN = 0.5  # paces: the deepest minimum must be deeper than any other by this much
MOST_LOW_SAMPLES = 400  # polishing more of them into minima would take seconds


class LevelError(TableError):
    """A level that can't be used; `faults` and the text tell all that is wrong, a line each."""


@dataclass(frozen=True)
class Level:
    """A level as its file says; texts are in English, `number` 0 for files of no number.

    starts  places (x, y) where a walk may begin, in paces, at least one; the seed picks one
    """

    slug: str
    number: int
    name: str
    idea: str
    opening: str
    hint: str
    closing: str
    sight: Sight
    starts: tuple[tuple[float, float], ...]
    water: int
    par_water: int
    settle: int
    seed: int
    lesser_gems: int
    tools: Tools
    hand_out: HandOut
    recipe: Recipe
    claims: tuple[Claim, ...] = ()
    look: Look = DEFAULT

    @property
    def start(self) -> tuple[float, float]:
        """Where a walk begins with the level's own seed."""
        return self.start_of(self.seed)

    def start_of(self, seed: int) -> tuple[float, float]:
        """Where a walk with this seed begins: the seeds take turns through all starts."""
        return self.starts[(seed - self.seed) % len(self.starts)]


@dataclass(frozen=True, eq=False)
class Site:
    """A level with its land made: what is walked on, and what is drawn."""

    level: Level
    land: Land
    setup: RunSetup


@dataclass(frozen=True)
class Head:
    """What a list of levels shows of one."""

    number: int
    name: str
    opening: str
    idea: str = ""
    look: Look = DEFAULT


def head(path: Path) -> Head:
    """The head of a level that comes with the game: quickly, without checking the rest."""
    data = load_toml(path)
    name, opening, idea = (str(data.get(key, "")) for key in ("name", "opening", "idea"))
    look = read_look(Table(path.name, data, []).table("look"))
    return Head(_number(path), name or path.stem, opening, idea, look)


def _number(path: Path) -> int:
    digits = path.stem.split("-")[0]
    return int(digits) if digits.isdecimal() and len(digits) < 4 else 0


def read(path: Path) -> Level:
    """The level in a file. Raises LevelError, which tells every fault of the file."""
    try:
        data = load_toml(path)
    except TableError as error:
        raise LevelError(error.faults) from None
    faults: list[Fault] = []
    values = read_level(Table(path.name, data, faults))
    if faults:
        raise LevelError(faults)
    return Level(path.stem, _number(path), **values)


def build(level: Level, seed: int | None = None) -> Site:
    """Make a level's land, with another seed of chance where one is given.

    The seed picks the start, too, where the level has several. Raises LevelError where the land
    breaks a rule of the desert.
    """
    file = f"{level.slug}.toml"
    try:
        with np.errstate(all="ignore"):
            land = survey(grounded(level.recipe))
    except ValueError as error:
        raise LevelError([Fault(file, "desert", str(error), "change its parts")]) from None
    except ArithmeticError:
        problem = "a number in it is too small or too large to work with"
        raise LevelError([Fault(file, "desert", problem, "change its parts")]) from None
    faults = land_faults(level, land)
    if faults:
        raise LevelError(faults)
    seed = level.seed if seed is None else seed
    minima = land.terrain.minima.places
    setup = RunSetup(
        terrain=land.terrain,
        start=np.array(level.start_of(seed)),
        gem=minima[0],
        lesser_gems=minima[1 : 1 + level.lesser_gems],
        water=level.water,
        settle=level.settle,
        seed=seed,
        tools=level.tools,
    )
    return Site(level, land, setup)


def reseeded(site: Site, seed: int) -> Site:
    """The same land for another try: with this seed of chance, and from the start it picks."""
    start = np.array(site.level.start_of(seed))
    return replace(site, setup=replace(site.setup, seed=seed, start=start))


def land_faults(level: Level, land: Land) -> list[Fault]:
    """What is wrong with a level's land: no lowest place, no clear one, an open rim."""
    file = f"{level.slug}.toml"
    count = len(low_samples(land.terrain.heights))
    if count > MOST_LOW_SAMPLES:
        return [Fault(file, "desert", f"has {count} hollows", f"keep them to {MOST_LOW_SAMPLES}")]
    heights = land.terrain.minima.heights
    if len(heights) == 0:
        return [Fault(file, "desert", "has no lowest place inside its edges", "add a basin")]
    faults = []
    if len(heights) > 1 and heights[1] - heights[0] < MARGIN:
        problem = f"its two deepest places differ by only {heights[1] - heights[0]:.2f} paces"
        faults.append(Fault(file, "desert", problem, f"make them differ by {MARGIN} or more"))
    if not rim_holds(land.terrain):
        faults.append(Fault(file, "desert", "the land falls off at its edge", "raise the rim"))
    slopes = np.sqrt((land.terrain.gradient(np.array(level.starts)) ** 2).sum(axis=1))
    for start, slope in zip(level.starts, slopes, strict=True):
        if slope < 1e-6:
            problem = f"{list(start)} lies where there is no slope"
            faults.append(Fault(file, "walk.start", problem, "move it"))
    return faults


def shipped() -> list[Path]:
    """The files of the levels that come with the game, in their order."""
    return sorted(resources.LEVELS.glob("[0-9]*.toml"))


def find(name: str) -> Path:
    """A shipped level by slug, number or a part of its slug, or a file. Raises LevelError."""
    path = Path(name)
    if path.suffix == ".toml":
        return path
    stems = {file.stem: file for file in shipped()}
    for means in (_is_name_of, _is_part_of):
        matches = [file for stem, file in stems.items() if means(name.lower(), stem)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            problem, remedy = "means more than one level", ", ".join(file.stem for file in matches)
            raise LevelError([Fault(name[:80], "", problem, f"use one of {remedy}")])
    if name and _exists(path):
        return path
    ordered = sorted(stems)
    many = f"use one from {ordered[0]} to {ordered[-1]}, or its number or name alone"
    remedy = nearest(name, ordered, many)
    raise LevelError([Fault(name[:80], "", "there is no such level", remedy)])


def _is_name_of(name: str, stem: str) -> bool:
    number, _, words = stem.partition("-")
    return name in (stem, words) or (name.isdecimal() and int(name[:9]) == int(number))


def _is_part_of(name: str, stem: str) -> bool:
    return len(name) >= 3 and name in stem


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # such as a name that is too long
        return False
