"""The values that a slider can take: a ladder of short numbers, so that what is shown is exact."""

import bisect
import math
from dataclasses import dataclass
from functools import cached_property

_MOST_DIGITS = 12
_MOST_ASTRAY = 0.45


@dataclass(frozen=True)
class SliderScale:
    """`ticks` values from `low` to `high`, evenly spaced, or in even ratios where `log` is True.

    Every tick is a number of few digits (as few as keep the ticks apart and in place), and it is
    the very number that the walk uses: a value read off the screen or out of a share code is
    exact. `zero` puts a 0 before the first tick of a log scale, `endless` an infinity after the
    last. Raises ValueError for a scale that cannot be.
    """

    low: float
    high: float
    ticks: int
    log: bool = False
    zero: bool = False
    endless: bool = False

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            raise ValueError(f"a slider needs low < high, not {self.low} and {self.high}")
        if self.ticks < 2:
            raise ValueError(f"a slider needs at least 2 ticks, not {self.ticks}")
        if self.log and self.low <= 0:
            raise ValueError(f"a logarithmic slider starts above 0, not at {self.low}")

    @cached_property
    def values(self) -> tuple[float, ...]:
        """All values, lowest first."""
        last = self.ticks - 1
        if self.log:
            ratio = self.high / self.low
            raw = [self.low * ratio ** (i / last) for i in range(self.ticks)]
        else:
            raw = [self.low + (self.high - self.low) * i / last for i in range(self.ticks)]
        raw[-1] = self.high
        ladder = _shortest(raw, self.log)
        before = (0.0,) if self.zero else ()
        return before + ladder + ((math.inf,) if self.endless else ())

    def value_at(self, fraction: float) -> float:
        """The tick nearest to `fraction` (0 left, 1 right) of the way along."""
        last = len(self.values) - 1
        return self.values[min(max(math.floor(fraction * last + 0.5), 0), last)]

    def fraction_of(self, value: float) -> float:
        """How far along `value` lies, 0..1; between ticks in their own (log or even) measure."""
        values, last = self.values, len(self.values) - 1
        if value <= values[0]:
            return 0.0
        if value >= values[-1]:
            return 1.0
        at = bisect.bisect_right(values, value) - 1
        low, high = values[at], values[at + 1]
        if math.isinf(high):
            part = 0.0 if value == low else 0.5
        elif self.log and low > 0:
            part = math.log(value / low) / math.log(high / low)
        else:
            part = (value - low) / (high - low)
        return (at + part) / last

    def nearest(self, value: float) -> float:
        """The tick nearest to `value` along the slider."""
        return self.value_at(self.fraction_of(value))

    def moved(self, value: float, turns: int) -> float:
        """`turns` ticks up (or down, below 0); a value between two ticks goes to the next one."""
        values = self.values
        if turns > 0:
            at = bisect.bisect_right(values, value) - 1 + turns
        else:
            at = bisect.bisect_left(values, value) + turns
        return values[min(max(at, 0), len(values) - 1)]


def _shortest(raw: list[float], log: bool) -> tuple[float, ...]:
    for digits in range(1, _MOST_DIGITS):
        short = [_rounded(value, digits, log) for value in raw]
        short[0], short[-1] = float(raw[0]), float(raw[-1])
        if _faithful(raw, short):
            return tuple(short)
    return tuple(raw)


def _rounded(value: float, digits: int, log: bool) -> float:
    return float(f"{value:.{digits - 1}e}") if log else round(value, digits - 1)


def _faithful(raw: list[float], short: list[float]) -> bool:
    # While no tick strays half-way to its neighbour, none meet or change places.
    gaps = zip(raw, raw[1:], short, short[1:], strict=False)
    return all(
        max(abs(s0 - r0), abs(s1 - r1)) < _MOST_ASTRAY * (r1 - r0) for r0, r1, s0, s1 in gaps
    )
