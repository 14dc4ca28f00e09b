"""The chapters of the journey: which levels belong together, and under what name.

A chapter is a file in assets/lessons; its head says its name, its idea and its levels, and the
rest of it is what `game.lessons` reads.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game import levels
from game.resources import ASSETS
from game.tables import load_toml

LESSONS = ASSETS / "lessons"


@dataclass(frozen=True)
class Chapter:
    """A stretch of the journey. `levels` are the slugs of its levels in their order."""

    number: int
    slug: str
    name: str
    idea: str
    levels: tuple[str, ...]
    path: Path


@lru_cache(maxsize=1)
def chapters() -> tuple[Chapter, ...]:
    """The chapters that come with the game, in their order."""
    return tuple(_chapter(path) for path in sorted(LESSONS.glob("[0-9]*.toml")))


def chapter_of(slug: str) -> Chapter | None:
    """The chapter that a level belongs to; None for levels that are in none."""
    return next((chapter for chapter in chapters() if slug in chapter.levels), None)


def _chapter(path: Path) -> Chapter:
    data = load_toml(path)
    number, _, slug = path.stem.partition("-")
    first, last = data["levels"]
    inside = (stem for stem in _stems() if first <= int(stem.split("-")[0]) <= last)
    return Chapter(int(number), slug, str(data["name"]), str(data["idea"]), tuple(inside), path)


def _stems() -> list[str]:
    return [file.stem for file in levels.shipped()]
