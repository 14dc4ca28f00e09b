"""Learning-rate schedules: an instance called with the step number gives the factor on the rate.

Formulas as in torch.optim.lr_scheduler (ExponentialLR, StepLR, CosineAnnealingLR).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

Schedule = Callable[[int], float]


def _check(name: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise ValueError(f"{name} must be from {low:g} to {high:g}, not {value!r}")


@dataclass(frozen=True)
class Constant:
    """The learning rate stays as it is."""

    def __call__(self, step: int) -> float:
        return 1.0


@dataclass(frozen=True)
class Exponential:
    """Each step multiplies the learning rate by `rate`, 0..1."""

    rate: float = 0.97

    def __post_init__(self) -> None:
        _check("rate", self.rate, 0.0, 1.0)

    def __call__(self, step: int) -> float:
        return float(self.rate**step)


@dataclass(frozen=True)
class StepDecay:
    """Every `every` steps the learning rate is multiplied by `rate`, 0..1."""

    every: int = 10
    rate: float = 0.5

    def __post_init__(self) -> None:
        _check("every", self.every, 1, 10_000)
        _check("rate", self.rate, 0.0, 1.0)

    def __call__(self, step: int) -> float:
        return float(self.rate ** (step // self.every))


@dataclass(frozen=True)
class Cosine:
    """Half a cosine wave from 1 down to `floor` (0..1) over `steps` steps; `floor` from then on.

    Source: Loshchilov & Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017.
    """

    steps: int = 40
    floor: float = 0.0

    def __post_init__(self) -> None:
        _check("steps", self.steps, 1, 10_000)
        _check("floor", self.floor, 0.0, 1.0)

    def __call__(self, step: int) -> float:
        done = min(step, self.steps) / self.steps
        return self.floor + (1.0 - self.floor) * 0.5 * (1.0 + math.cos(math.pi * done))


SCHEDULES: dict[str, type] = {
    "constant": Constant,
    "exponential": Exponential,
    "step": StepDecay,
    "cosine": Cosine,
}


def name_of(schedule: Schedule) -> str:
    """The name in SCHEDULES of a schedule's class. Raises ValueError for any other callable."""
    for name, kind in SCHEDULES.items():
        if type(schedule) is kind:
            return name
    raise ValueError(f"{schedule!r} is none of {', '.join(SCHEDULES)}")
