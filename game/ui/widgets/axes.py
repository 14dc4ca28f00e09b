"""Round numbers for the axes of a chart; pure arithmetic."""

import math
from collections.abc import Sequence

_STEPS = (1.0, 2.0, 5.0, 10.0)
_LEAST_SPAN = 1e-9


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten that cuts `span` into at most `most` parts."""
    raw = max(span, _LEAST_SPAN) / most
    power = 10.0 ** math.floor(math.log10(raw))
    for step in _STEPS:
        # A hair of room, so that rounding does not skip a step that fits exactly.
        if step * power >= raw * (1 - 1e-9):
            return step * power
    return 10.0 * power


def height_range(heights: Sequence[float], most: int = 4) -> tuple[float, float, float]:
    """(low, high, step): round numbers around all `heights`, with gridlines every `step`."""
    low, high = min(heights), max(heights)
    if high - low < 1.0:  # a flat walk is shown flat, not blown up
        middle = (low + high) / 2
        low, high = middle - 0.5, middle + 0.5
    step = round_step(high - low, most)
    # Floors at 0 where all is above 0: heights below the deepest place do not exist.
    first = math.floor(low / step + 1e-9) * step
    last = math.ceil(high / step - 1e-9) * step
    return first, last, step


def steps_range(steps: int) -> int:
    """The right end of the axis of steps: round, never below 10, with no rescaling each step."""
    if steps <= 10:
        return 10
    power = int("1" + "0" * (len(str(steps - 1)) - 1))
    for factor in (1, 2, 3, 4, 5, 6, 8, 10):
        if factor * power >= steps:
            return factor * power
    return 10 * power


def picked(count: int, most: int) -> list[int]:
    """At most `most` indices of 0..count-1, evenly spread, with the first and the last."""
    if count <= most:
        return list(range(count))
    return sorted({round(i * (count - 1) / (most - 1)) for i in range(most)})
