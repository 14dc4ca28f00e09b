"""How scenes end: values that a table in `flow` turns into the next scene."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.stage import Back

if TYPE_CHECKING:  # the title does not wait for them: it needs only names
    from game.lesson_walks import Show
    from game.levels import Site
    from game.sim.commands import Command
    from game.sim.diagnosis import Diagnosis
    from game.sim.expedition import Expedition
    from game.ui.draw.bake import Picture


@dataclass(frozen=True)
class Opened:
    """The player wants another screen, by its name in `flow.SCREENS`; this one waits below."""

    screen: str


@dataclass(frozen=True)
class Restarted(Back):
    """Back to the level below, which starts again: its `resume` is told."""


@dataclass(frozen=True)
class Left(Back):
    """Back to the level below, which is given up: its `resume` is told."""


@dataclass(frozen=True)
class HelpWanted(Back):
    """Back to the screen below, with its parts explained."""


@dataclass(frozen=True)
class Swapped:
    """The player wants another screen, by its name in `flow.SCREENS`, in the place of this one."""

    screen: str


@dataclass(frozen=True)
class LevelChosen:
    """The player wants to walk this level: a name, a file or a desert's code."""

    name: str


@dataclass(frozen=True)
class LessonChosen:
    """The player wants what a chapter teaches, counted from 1."""

    chapter: int


@dataclass(frozen=True)
class LessonPart:
    """The player wants a `part` of a chapter's lesson: the name of a screen of `flow.LESSONS`."""

    chapter: int
    part: str


@dataclass(frozen=True)
class ShowMe:
    """The player wants to see in the desert what a lesson says."""

    show: "Show"


@dataclass(frozen=True)
class NextLevel:
    """The player goes straight on to this level, in the place of the finished one."""

    name: str


@dataclass(frozen=True)
class WatchWalk:
    """The player wants to see a finished walk again, by its code (`sim.codes.decode_walk`)."""

    code: str


@dataclass(frozen=True, eq=False)
class LevelReady:
    """The land is made and painted; `walk` holds the commands where a stored walk is watched.

    `by_itself` lets it begin at once; `given` is set before the first step of every try.
    """

    site: "Site"
    picture: "Picture"
    walk: "tuple[Command, ...] | None" = None
    by_itself: bool = False
    given: "tuple[Command, ...]" = ()


@dataclass(frozen=True, eq=False)
class WalkEnded:
    """The walk is over; `watched` where it was a stored one."""

    site: "Site"
    picture: "Picture"
    expedition: "Expedition"
    watched: bool = False


@dataclass(frozen=True, eq=False)
class WhyAsked:
    """The player wants to know why the gem was missed."""

    ended: WalkEnded
    diagnosis: "Diagnosis"


@dataclass(frozen=True, eq=False)
class Tried(Back):
    """Back to the results, to walk the level again with these settings from the start."""

    commands: "tuple[Command, ...]"
