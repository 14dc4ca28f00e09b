"""What the child says to what just happened: one line, in words of a nine-year-old."""

import numpy as np

from game.sim.events import Ended, Ending, Event, GemCollected, Gusted, Leapt, Refused
from game.sim.run import RunSetup, RunState
from game.text import text

FLAT = 0.03  # slope that bare feet hardly feel
_LONG, _SHORT = 12.0, 0.25  # paces


def _length(vector: np.ndarray) -> float:
    return float(np.sqrt((vector**2).sum()))


def remark(
    setup: RunSetup, before: RunState, after: RunState, events: tuple[Event, ...]
) -> str | None:
    """The line for a command's events, or None to leave the last one standing."""
    for event in events:
        if isinstance(event, Refused):
            return _refused(event.reason)
        if isinstance(event, Ended):
            return _ended(event.ending)
    if any(isinstance(event, GemCollected) for event in events):
        return text("A little gem! But is it the rarest one?")
    if any(isinstance(event, Leapt) for event in events):
        return text("Wheee! Where am I now?")
    if any(isinstance(event, Gusted) for event in events):
        return text("The wind gives me a push!")
    if after.steps == before.steps:
        return None
    return _walked(setup, before, after)


def _walked(setup: RunSetup, before: RunState, after: RunState) -> str | None:
    moved, steepness = _length(after.displacement), _length(after.slope)
    turned = float((after.displacement * before.displacement).sum()) < 0
    if setup.settle > 1 and after.settled:
        left = setup.settle - after.settled
        return text("Something glitters! I must stay here {left} more.", left=left)
    if after.height > before.height + 0.3:
        return text("Oh no, I ran uphill! Too far.")
    if turned and moved > 2:
        return text("Back and forth, back and forth\N{HORIZONTAL ELLIPSIS}")
    if steepness < FLAT and moved < 1:
        return text("It is flat here. Is this the deepest place?")
    if moved > _LONG:
        return text("Whoa, what a huge step!")
    if moved < _SHORT:
        return text("My steps are so tiny\N{HORIZONTAL ELLIPSIS}")
    if after.water <= max(3, setup.water // 8):
        return text("I am thirsty. Not much water left!")
    if _length(after.velocity) > 2 * steepness * after.learning_rate:
        return text("The wind is carrying me along!")
    if steepness > 0.8:
        return text("It is steep here!")
    return text("Down I go.")


def _refused(reason: str) -> str | None:
    if reason == "water":
        return text("I do not have enough water for that.")
    if reason == "start":
        return text("This is where I started.")
    return None


def _ended(ending: Ending) -> str:
    return {
        Ending.FOUND: text("I found it! The rarest gem of all!"),
        Ending.DUG: text("I dig here. Let us see!"),
        Ending.OUT_OF_WATER: text("No water left. I dig right here."),
        Ending.LEFT_MAP: text("Help, I flew right off the map!"),
    }[ending]
