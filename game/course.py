"""What a teacher chooses for a class: which levels, and which tools stay as the level sets them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from game import levels
from game.levels import LevelError
from game.sim.commands import (
    ChooseOptimizer,
    ChooseSchedule,
    Command,
    Dig,
    Gust,
    Leap,
    Rewind,
    Tune,
)
from game.sim.tools import RANGES
from game.tables import nearest

_BUTTONS: dict[type, str] = {Gust: "gust", Leap: "leap", Dig: "dig", Rewind: "rewind"}
LOCKABLE = (*RANGES, "shrink", "optimizer", "schedule", *_BUTTONS.values())
# The slider "shrink" sets the schedule, and choosing a schedule sets the rate that it shows.
_TOGETHER = ("shrink", "schedule")
_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")


class CourseError(ValueError):
    """A wish that can't be granted; the message is one sentence."""


@dataclass(frozen=True)
class Course:
    """`levels` in the teacher's order, slug -> what `deserts.open_level` opens; None is all of
    the journey. `locked` are some of LOCKABLE."""

    levels: dict[str, str] | None = None
    locked: frozenset[str] = field(default_factory=frozenset)


def read_course(wanted: Iterable[str], locked: Iterable[str]) -> Course:
    """The course that `--levels` and `--lock` ask for, each given any number of times.

    Raises CourseError. Level files are found here, but not read.
    """
    wanted = list(wanted)
    return Course(read_levels(wanted) if wanted else None, read_locks(locked))


def read_levels(texts: Iterable[str]) -> dict[str, str]:
    """Levels from texts such as "05,zigzag", "05-08" or "my.toml". Raises CourseError."""
    found: dict[str, str] = {}
    for text in texts:
        for word in [text] if _is_file(text) else text.split(","):
            for slug, name in _levels_of(word.strip()).items():
                if found.setdefault(slug, name) != name:
                    raise CourseError(
                        f"--levels: two levels are called {slug[:80]!r}; rename one of the files"
                    )
    if not found:
        raise CourseError("--levels: no level is named; write it as 05,07 or 05-08")
    return found


def read_locks(texts: Iterable[str]) -> frozenset[str]:
    """Names of tools from texts such as "learning_rate,leap". Raises CourseError."""
    found: set[str] = set()
    for word in (word for text in texts for word in text.split(",")):
        name = word.strip().lower().replace("-", "_")
        if name and name not in LOCKABLE:
            raise CourseError(f"--lock: unknown name {name[:40]!r}; {nearest(name, LOCKABLE)}")
        found |= set(_TOGETHER) if name in _TOGETHER else {name}
    return frozenset(found - {""})


def lock_of(command: Command) -> str:
    """The name in LOCKABLE of the lock that stops a command; "" where there is none."""
    match command:
        case Tune(parameter):
            return parameter
        case ChooseOptimizer():
            return "optimizer"
        case ChooseSchedule():
            return "schedule"
    return _BUTTONS.get(type(command), "")


def _levels_of(word: str) -> dict[str, str]:
    """The levels that one word between two commas means, slug -> what opens them."""
    if not word:
        return {}
    ends = _RANGE.fullmatch(word)
    if ends and not _is_file(word):
        return _in_range(word, int(ends[1]), int(ends[2]))
    try:
        path = levels.find(word)
    except LevelError as error:
        raise CourseError(f"--levels: {error}") from None
    shipped = path.resolve() in [known.resolve() for known in levels.shipped()]
    return {path.stem: path.stem if shipped else str(path)}


def _in_range(word: str, first: int, last: int) -> dict[str, str]:
    numbers = {path.stem: int(path.stem.split("-")[0]) for path in levels.shipped()}
    if first > last:
        raise CourseError(f"--levels: the range {word} runs backwards; write {last:02}-{first:02}")
    inside = [stem for stem, number in numbers.items() if first <= number <= last]
    if not inside:
        ends = f"{min(numbers.values()):02}-{max(numbers.values()):02}"
        raise CourseError(f"--levels: no level has a number in {word}; they are {ends}")
    return dict(zip(inside, inside, strict=True))


def _is_file(text: str) -> bool:
    try:
        return text.endswith(".toml") and Path(text).is_file()
    except (OSError, ValueError):  # a name that is too long, or holds a zero byte
        return False
