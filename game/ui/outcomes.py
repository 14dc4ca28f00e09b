"""How scenes end: values that a table in `flow` turns into the next scene."""

from dataclasses import dataclass

from game.levels import Site
from game.sim.expedition import Expedition
from game.ui.draw.bake import Picture


@dataclass(frozen=True)
class Opened:
    """The player wants another screen, by its name in `flow.SCREENS`; this one waits below."""

    screen: str


@dataclass(frozen=True)
class Restarted:
    """The player wants to walk the level below from its start again."""


@dataclass(frozen=True)
class Left:
    """The player gives up the walk below and goes back to where it was chosen."""


@dataclass(frozen=True)
class LevelChosen:
    """The player wants to walk this level: a name, a file or a desert's code."""

    name: str


@dataclass(frozen=True, eq=False)
class LevelReady:
    """The land is made and painted."""

    site: Site
    picture: Picture


@dataclass(frozen=True, eq=False)
class WalkEnded:
    """The walk is over."""

    site: Site
    picture: Picture
    expedition: Expedition
