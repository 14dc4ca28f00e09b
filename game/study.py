"""What is kept of a player's lessons: talks heard, summaries read, cards known, best quizzes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from game.flashcards import TOP, Memory, newer

MOST_KEPT, LONGEST_KEY = 1000, 60
_MEMORY = ((0, TOP), (0, 10**7), (0, 10**9))  # of a card: its box, day and looks
_MOST_RIGHT, _DEPTHS = 60, 3


@dataclass(frozen=True)
class Study:
    """How far a player has come in the lessons; chapters by their slug, cards by their key.

    talks    chapters whose talk was heard to its end
    depths   the deepest summary that was opened, 1 to 3
    quizzes  the most right answers in one quiz
    """

    talks: frozenset[str] = frozenset()
    depths: Mapping[str, int] = field(default_factory=dict)
    quizzes: Mapping[str, int] = field(default_factory=dict)
    cards: Mapping[str, Memory] = field(default_factory=dict)

    def heard(self, chapter: str) -> "Study":
        """The talk was heard."""
        return replace(self, talks=self.talks | {chapter})

    def opened(self, chapter: str, depth: int) -> "Study":
        """The summary was opened at a depth of 1 to 3."""
        return replace(self, depths=_raised(self.depths, chapter, depth))

    def quizzed(self, chapter: str, right: int) -> "Study":
        """A quiz was finished."""
        return replace(self, quizzes=_raised(self.quizzes, chapter, right))

    def with_card(self, key: str, memory: Memory) -> "Study":
        """A card was looked at."""
        return replace(self, cards={**self.cards, key: memory})

    def with_other(self, other: "Study") -> "Study":
        """Both together, as when two games ran at once."""
        cards = dict(self.cards)
        for key, memory in other.cards.items():
            cards[key] = newer(cards[key], memory) if key in cards else memory
        depths, quizzes = dict(self.depths), dict(self.quizzes)
        for mine, theirs in ((depths, other.depths), (quizzes, other.quizzes)):
            for chapter, value in theirs.items():
                mine[chapter] = max(value, mine.get(chapter, 0))
        return Study(self.talks | other.talks, depths, quizzes, cards)


def as_data(study: Study) -> dict[str, Any]:
    """A study as a file keeps it."""
    return {
        "talks": sorted(study.talks),
        "depths": dict(study.depths),
        "quizzes": dict(study.quizzes),
        "cards": {
            key: [memory.box, memory.seen, memory.looks] for key, memory in study.cards.items()
        },
    }


def understood(data: Any) -> tuple[Study, bool]:
    """What can be used of a file's data, and whether that is all of it."""
    if not isinstance(data, dict):
        return Study(), False
    talks = data.get("talks")
    heard = [slug for slug in talks if _is_key(slug)] if isinstance(talks, list) else []
    study = Study(
        frozenset(heard[:MOST_KEPT]),
        _good(data.get("depths"), lambda value: _whole(value, 1, _DEPTHS)),
        _good(data.get("quizzes"), lambda value: _whole(value, 0, _MOST_RIGHT)),
        _good(data.get("cards"), _memory),
    )
    return study, as_data(study) == data


def _raised(kept: Mapping[str, int], key: str, value: int) -> dict[str, int]:
    return {**kept, key: max(value, kept.get(key, 0))}


def _is_key(key: Any) -> bool:
    return isinstance(key, str) and key.isprintable() and 0 < len(key) <= LONGEST_KEY


def _good(found: Any, read: Any) -> dict[str, Any]:
    """The entries that can be used, read."""
    if not isinstance(found, dict):
        return {}
    entries = {key: read(value) for key, value in list(found.items())[:MOST_KEPT] if _is_key(key)}
    return {key: value for key, value in entries.items() if value is not None}


def _whole(value: Any, low: int, high: int) -> int | None:
    return value if type(value) is int and low <= value <= high else None


def _memory(value: Any) -> Memory | None:
    if not (isinstance(value, list) and len(value) == len(_MEMORY)):
        return None
    found = [_whole(part, low, high) for part, (low, high) in zip(value, _MEMORY, strict=True)]
    return None if None in found else Memory(*found)
