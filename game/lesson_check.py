"""Whether the lessons hold: their files, the levels that they point at, the walks they show."""

from collections.abc import Iterator
from pathlib import Path

from game.campaign import LESSONS
from game.lesson_walks import Show, ends_as_said, site_of, walked
from game.lessons import Lesson, LessonError, read
from game.levels import LevelError, Site
from game.tables import Fault


def faults(folder: Path = LESSONS) -> list[Fault]:
    """All that is wrong with the lessons of a folder."""
    found: list[Fault] = []
    sites: dict[tuple[int, int | None], Site | None] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            lesson = read(path)
        except LessonError as error:
            found += error.faults
            continue
        for key, show in _shows(lesson):
            problem = _problem(show, sites)
            if problem:
                found.append(Fault(path.name, key, problem, "change it, or what is said of it"))
    return found


def _shows(lesson: Lesson) -> Iterator[tuple[str, Show]]:
    for kind, items in (("cards", lesson.cards), ("quiz", lesson.quiz)):
        for at, item in enumerate(items, 1):
            yield f"{kind}[{at}].show", item.show


def _problem(show: Show, sites: dict[tuple[int, int | None], Site | None]) -> str:
    """Why a walk does not show what it should; "" where it does."""
    key = (show.level, show.seed)
    if key not in sites:
        try:
            sites[key] = site_of(show)
        except LevelError:
            sites[key] = None
    site = sites[key]
    if site is None:
        return f"level {show.level} can't be opened"
    expedition = walked(show, site.setup)
    if ends_as_said(show, expedition):
        return ""
    ending = expedition.now.ending
    return f"its walk ends {ending.name.lower() if ending else 'nowhere'}, not {show.ends}"
