"""What happened: the simulation reports, and a view may celebrate."""

from dataclasses import dataclass
from enum import Enum

from game.sim.bicubic import Floats


class Ending(Enum):
    """How a walk ends."""

    FOUND = "found"
    DUG = "dug"
    OUT_OF_WATER = "out_of_water"
    LEFT_MAP = "left_map"


@dataclass(frozen=True, eq=False)
class Moved:
    """From one place (2,) to another, in paces."""

    start: Floats
    end: Floats


class Stepped(Moved):
    """By one update of the optimizer."""


class Gusted(Moved):
    """By a gust."""


class Leapt(Moved):
    """By a leap."""


@dataclass(frozen=True)
class GemCollected:
    """A lesser gem was reached: its index in RunSetup.lesser_gems."""

    index: int


@dataclass(frozen=True)
class Refused:
    """A command that can't be carried out now: "over", "water" or "start" (nothing to undo)."""

    reason: str


@dataclass(frozen=True)
class Ended:
    """The walk is over."""

    ending: Ending


Event = Moved | GemCollected | Refused | Ended
