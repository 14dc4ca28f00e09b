"""What each chapter of the journey teaches: talks, summaries, cards and questions.

A lesson is a file in assets/lessons, read and checked once into frozen values. All texts are in
English; whoever shows them passes them through `game.text`. Imports no pygame.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from game.campaign import LESSONS
from game.lesson_walks import Show, read_show
from game.tables import Fault, Table, TableError, load_toml

Who = Literal["student", "teacher"]
DEPTHS = ("basic", "medium", "detailed")
LEAST_QUESTIONS, ASKED = 10, 6  # in a lesson, and in one quiz
LEAST_CARDS, LEAST_LINES, MOST_LINES = 6, 8, 14
_MOST = 60


class LessonError(TableError):
    """A lesson that can't be used; `faults` and the text tell all that is wrong."""


@dataclass(frozen=True)
class Line:
    """One thing that the student or the teacher says."""

    who: Who
    says: str


@dataclass(frozen=True)
class Card:
    """A grown-up's `term`, the `word` of the game for it, what it `means`, and its picture.

    `key` names the card for good: what a player knows is kept under it.
    """

    key: str
    term: str
    word: str
    means: str
    show: Show


@dataclass(frozen=True)
class Answer:
    """An answer to choose, and why it is right or wrong."""

    says: str
    because: str
    right: bool = False


@dataclass(frozen=True)
class Question:
    """A question with its answers, one of them right, and the walk that shows it."""

    asks: str
    answers: tuple[Answer, ...]
    show: Show


@dataclass(frozen=True)
class Letter:
    """A letter of the memory hook: the term that begins with it, and what it says."""

    term: str
    says: str


@dataclass(frozen=True)
class Way:
    """A way in that one knows already: a driver, a cook, a blindfolded friend."""

    who: str
    says: str


@dataclass(frozen=True)
class Hook:
    """What helps to remember: a `word` of letters, a `rhyme` of lines, and ways in."""

    word: str
    letters: tuple[Letter, ...]
    rhyme: tuple[str, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Lesson:
    """All of one chapter. `summary` holds the paragraphs of each of DEPTHS."""

    number: int
    slug: str
    name: str
    idea: str
    talk: tuple[Line, ...]
    summary: dict[str, tuple[str, ...]]
    cards: tuple[Card, ...]
    quiz: tuple[Question, ...]
    hook: Hook | None = None


@lru_cache(maxsize=1)
def lessons() -> tuple[Lesson, ...]:
    """The lessons that come with the game, in their order. Raises LessonError."""
    return tuple(read(path) for path in sorted(LESSONS.glob("[0-9]*.toml")))


def lesson(number: int) -> Lesson:
    """The lesson of a chapter, counted from 1. Raises LookupError where there is none."""
    found = next((each for each in lessons() if each.number == number), None)
    if found is None:
        raise LookupError(f"there is no chapter {number}")
    return found


def hook() -> Hook:
    """The memory hook: it stands in one of the lessons, and is shown in all of them."""
    return next(each.hook for each in lessons() if each.hook is not None)


def read(path: Path) -> Lesson:
    """The lesson in a file. Raises LessonError, which tells every fault of the file."""
    try:
        data = load_toml(path)
    except TableError as error:
        raise LessonError(error.faults) from None
    faults: list[Fault] = []
    number, _, slug = path.stem.partition("-")
    if not number.isdecimal():
        raise LessonError([Fault(path.name, "", "its name has no number", "call it 1-name.toml")])
    values = _read_lesson(Table(path.name, data, faults))
    if faults:
        raise LessonError(faults)
    return Lesson(int(number), slug, **values)


def _read_lesson(top: Table) -> dict[str, Any]:
    top.only("name", "idea", "levels", "talk", "summary", "cards", "quiz", "hook")
    top.value("levels", tuple[int, int])
    values = {
        "name": top.value("name", str),
        "idea": top.value("idea", str),
        "talk": _records(top, "talk", Line, LEAST_LINES),
        "summary": _read_summary(top.table("summary", required=True)),
        "cards": tuple(_read_card(table) for table in top.tables("cards", _MOST)),
        "quiz": tuple(_read_question(table) for table in top.tables("quiz", _MOST)),
        "hook": _read_hook(top.table("hook")) if "hook" in top.data else None,
    }
    for key, least in (("cards", LEAST_CARDS), ("quiz", LEAST_QUESTIONS)):
        if len(values[key]) < least:
            top.fault(key, f"has only {len(values[key])}", f"write at least {least}")
    if len(values["talk"]) > MOST_LINES:
        top.fault("talk", f"has {len(values['talk'])} lines", f"keep it to {MOST_LINES}")
    keys = [card.key for card in values["cards"] if card is not None]
    if len(set(keys)) < len(keys):
        top.fault("cards", "two of them have the same key", "give each its own")
    return values


def _records(top: Table, key: str, made: type, least: int = 1) -> tuple[Any, ...]:
    """An array of tables as dataclasses; what is wrong is told."""
    found = tuple(table.record(made) for table in top.tables(key, _MOST))
    if len(found) < least:
        top.fault(key, f"has only {len(found)}", f"write at least {least}")
    return found


def _read_summary(table: Table) -> dict[str, tuple[str, ...]]:
    table.only(*DEPTHS)
    found = {depth: (table.value(depth, str),) for depth in DEPTHS[:-1]}
    return {**found, DEPTHS[-1]: table.value(DEPTHS[-1], tuple[str, ...]) or ()}


def _read_card(table: Table) -> Card | None:
    words = ("key", "term", "word", "means")
    table.only(*words, "show")
    values = [table.value(key, str) for key in words]
    show = read_show(table.table("show", required=True))
    return None if show is None or None in values else Card(*values, show)


def _read_question(table: Table) -> Question | None:
    table.only("asks", "answers", "show")
    asks = table.value("asks", str)
    answers = _records(table, "answers", Answer)
    show = read_show(table.table("show", required=True), judged=True)
    if not 3 <= len(answers) <= 4:
        table.fault("answers", f"has {len(answers)} of them", "give 3 or 4")
    if None in answers or asks is None or show is None:
        return None
    if sum(answer.right for answer in answers) != 1:
        table.fault("answers", "not just one of them is right", "write right = true at one")
    if len({answer.says for answer in answers}) < len(answers):
        table.fault("answers", "two of them say the same", "say something else")
    return Question(asks, answers, show)


def _read_hook(table: Table) -> Hook | None:
    table.only("word", "letters", "rhyme", "ways")
    word, rhyme = table.value("word", str), table.value("rhyme", tuple[str, ...])
    letters, ways = _records(table, "letters", Letter), _records(table, "ways", Way)
    return None if word is None or rhyme is None else Hook(word, letters, rhyme, ways)
