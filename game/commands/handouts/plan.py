"""Which tasks each chapter has for each age, and from which level."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from game import levels
from game.campaign import Chapter
from game.commands.handouts import tasks, trials
from game.commands.handouts.sheet import Sheet, Task
from game.commands.handouts.words import AGES, MIDDLE, OLD, YOUNG, Age
from game.levels import Site
from game.text import text

_Wish = tuple[tasks.Builder, int]
# By chapter and age: what kind of task, and on which level, by number. Where a level does not suit
# it (or a chapter has none of that number), the next one of the chapter that does is taken.
PLAN: dict[int, dict[Age, tuple[_Wish, ...]]] = {
    1: {
        YOUNG: ((tasks.downhill, 1), (tasks.steepest, 3)),
        MIDDLE: ((trials.lengths, 3), (tasks.downhill, 2), (tasks.told, 4)),
        OLD: ((trials.by_hand, 4), (tasks.steepest, 3), (trials.lengths, 1)),
    },
    2: {
        YOUNG: ((trials.endings, 5), (trials.endings, 6), (tasks.told, 5)),
        MIDDLE: ((trials.lengths, 6), (trials.endings, 5), (trials.endings, 8)),
        OLD: ((trials.by_hand, 7), (trials.endings, 7), (trials.endings, 8)),
    },
    3: {
        YOUNG: ((tasks.downhill, 10), (trials.endings, 10)),
        MIDDLE: ((tasks.downhill, 9), (trials.endings, 10), (trials.leaps, 12)),
        OLD: ((trials.by_hand, 10), (trials.endings, 11), (trials.leaps, 12)),
    },
    4: {
        YOUNG: ((tasks.steepest, 16), (tasks.downhill, 15)),
        MIDDLE: ((tasks.steepest, 17), (trials.endings, 18), (tasks.told, 14)),
        OLD: ((trials.by_hand, 18), (trials.endings, 14), (tasks.told, 15)),
    },
    5: {
        YOUNG: ((trials.gears, 20), (trials.gears, 23), (tasks.told, 22)),
        MIDDLE: ((trials.gears, 22), (tasks.pairs, 19), (tasks.told, 23)),
        OLD: ((trials.by_hand, 20), (trials.by_hand, 22), (trials.gears, 23)),
    },
    6: {
        YOUNG: ((tasks.blindfold, 24), (tasks.told, 24)),
        MIDDLE: ((tasks.blindfold, 24), (trials.costs, 26), (tasks.told, 26)),
        OLD: ((tasks.blindfold, 25), (trials.costs, 26), (tasks.told, 27)),
    },
}  # fmt: skip


def sheets(chapter: Chapter, tick: Callable[[str], None] = lambda slug: None) -> tuple[Sheet, ...]:
    """The worksheets of a chapter, one for each age; none for a chapter without levels.

    `tick` is told of each land that is made. Raises LevelError for a level that can't be used.
    """
    made = []
    for age in AGES:
        found = tuple(_tasks(chapter, age, tick))
        if found:
            made.append(Sheet(chapter.number, text(chapter.name), age.title, found))
    return tuple(made)


def _tasks(chapter: Chapter, age: Age, tick: Callable[[str], None]) -> Iterator[Task]:
    done: set[tuple[tasks.Builder, str]] = set()
    for build, number in PLAN.get(chapter.number, {}).get(age, ()):
        for slug in _from(chapter.levels, number):
            if (build, slug) in done:
                continue
            tick(slug)
            task = build(_site(slug), age)
            if task is not None:
                done.add((build, slug))
                yield task
                break


def _from(slugs: tuple[str, ...], number: int) -> list[str]:
    """The chapter's levels, that of `number` first, then those after it, then those before."""
    return sorted(slugs, key=lambda slug: (int(slug.split("-")[0]) - number) % 100)


@lru_cache(maxsize=8)
def _site(slug: str) -> Site:
    return levels.build(levels.read(levels.find(slug)))
