"""Which flash cards to look at today: Leitner's boxes, with days as whole numbers.

A card that was known moves up a box and rests longer; one that was not goes back to the first
(S. Leitner, "So lernt man lernen", 1972). Days are counted as `datetime.date.toordinal` does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

RESTS = (0, 1, 2, 4, 8, 16)  # days that a card of each box rests after it was seen
TOP = len(RESTS) - 1
KNOWN = 1  # the first box of cards that were known when they were seen last
Key = TypeVar("Key", bound=str)


@dataclass(frozen=True)
class Memory:
    """How well a card is known: its `box`, 0 to TOP, the day on which it was seen last, and how
    often it was."""

    box: int
    seen: int
    looks: int = 1

    @property
    def due(self) -> int:
        """The first day on which it is to be looked at again."""
        return self.seen + RESTS[self.box]

    def is_due(self, today: int) -> bool:
        """Whether to look at it; also where the clock has been set back since."""
        return today >= self.due or today < self.seen


def answered(memory: Memory | None, knew: bool, today: int) -> Memory:
    """What is kept of a card after it was looked at; `memory` None for a new one.

    A card that is looked at before it is due does not move up: it is known already.
    """
    looks = 1 if memory is None else memory.looks + 1
    if not knew:
        return Memory(0, today, looks)
    if memory is None:
        return Memory(1, today)
    if not memory.is_due(today):
        return replace(memory, looks=looks)
    return Memory(min(memory.box + 1, TOP), today, looks)


def due(keys: Iterable[Key], memories: Mapping[str, Memory], today: int) -> list[Key]:
    """The cards to look at today: first those that have waited longest, then the new ones."""
    keys = list(keys)
    waiting = [key for key in keys if key in memories and memories[key].is_due(today)]
    waiting.sort(key=lambda key: memories[key].due)
    return [*waiting, *(key for key in keys if key not in memories)]


def next_day(keys: Iterable[str], memories: Mapping[str, Memory], today: int) -> int | None:
    """The day after today on which the first card is due; None where there is none kept."""
    days = [memories[key].due for key in keys if key in memories]
    return max(today + 1, min(days)) if days else None


def known(keys: Iterable[str], memories: Mapping[str, Memory]) -> int:
    """How many of the cards were known when they were seen last."""
    return sum(key in memories and memories[key].box >= KNOWN for key in keys)


def newer(one: Memory, other: Memory) -> Memory:
    """Of two memories of one card, such as two games keep: the one of the last look."""
    return max(one, other, key=lambda memory: (memory.seen, memory.looks, -memory.box))
