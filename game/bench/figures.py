"""What a measurement gives: a figure beside its budget and beside its bare cost."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One number that was measured.

    bare    the same unit: what the bare work (`bare_is`) costs on this machine in the same run
    budget  what the design asks for, None where it asks for nothing
    more    True where a larger number is the better one
    """

    name: str
    value: float
    unit: str
    bare: float | None = None
    bare_is: str = ""
    budget: float | None = None
    more: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the bare cost this is."""
        if not self.bare or not self.value:
            return None
        return self.bare / self.value if self.more else self.value / self.bare

    @property
    def reached(self) -> bool | None:
        """Whether the budget is kept; None where there is none."""
        if self.budget is None:
            return None
        return self.value >= self.budget if self.more else self.value <= self.budget

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "bare": self.bare,
            "bare_is": self.bare_is,
            "ratio": self.ratio,
            "budget": self.budget,
            "reached": self.reached,
        }


def took_ms(work: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def median_ms(work: Callable[[], object], least: int = 5, for_ms: float = 200.0) -> float:
    """The median of `least` calls or more, repeated for about `for_ms`."""
    work()
    times = [took_ms(work) for _ in range(least)]
    while sum(times) < for_ms and len(times) < 2000:
        times.append(took_ms(work))
    return statistics.median(times)


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that `percent` of them do not pass."""
    ranked = sorted(values)
    return ranked[min(round(percent / 100 * len(ranked)), len(ranked) - 1)]
