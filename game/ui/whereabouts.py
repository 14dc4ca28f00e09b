"""Where the child stands, in words: the way down, how steep it is, and how high the place."""

import numpy as np

from game.sim.run import RunSetup, RunState
from game.text import text
from game.ui.hearing import FLAT, bearing
from game.ui.tool_words import paces

_GENTLE, _STEEP, _VERY_STEEP = 0.15, 0.45, 0.8  # slopes, as the steps sound


def where_am_i(setup: RunSetup, state: RunState) -> str:
    """What feet and water bag tell, and no more: there is no sign of the gem."""
    steepness = float(np.hypot(*state.slope))
    words = [bearing(state.slope)]
    if steepness >= FLAT:
        words.append(_steepness(steepness))
    words.append(_height(setup, state.height))
    return " ".join(words)


def _steepness(steepness: float) -> str:
    if steepness < _GENTLE:
        return text("The slope is very gentle.")
    if steepness < _STEEP:
        return text("The slope is gentle.")
    if steepness < _VERY_STEEP:
        return text("It is steep.")
    return text("It is very steep.")


def _height(setup: RunSetup, height: float) -> str:
    lowest, highest = (float(end(setup.terrain.heights)) for end in (np.min, np.max))
    share, said = (height - lowest) / max(highest - lowest, 1e-9), paces(height)
    if share < 1 / 3:
        return text("I stand low: at a height of {height}.", height=said)
    if share < 2 / 3:
        return text("I stand half-way up: at a height of {height}.", height=said)
    return text("I stand high: at a height of {height}.", height=said)
