"""Everything that the player may set: one value, so that a setting is changed like a place."""

import math
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache

from game.sim.optimizers import OPTIMIZERS, Optimizer
from game.sim.schedules import Constant, Schedule


@dataclass(frozen=True)
class Range:
    """The numbers that a parameter may take, both ends included."""

    low: float
    high: float


# Wider than any slider: the sliders of a level are its own, these keep arithmetic sane.
RANGES: dict[str, Range] = {
    "learning_rate": Range(0.0, 1e6),
    "momentum": Range(0.0, 0.999999),
    "decay": Range(0.0, 1.0),
    "beta1": Range(0.0, 0.999999),
    "beta2": Range(0.0, 0.9999999),
    "clip_norm": Range(1e-6, math.inf),
    "noise": Range(0.0, 1e3),
    "leap_reach": Range(0.0, 100.0),
    "gust_strength": Range(0.0, 100.0),
    "batch_size": Range(1.0, math.inf),
}


def check_parameter(name: str, value: float) -> None:
    """Raises ValueError, naming the parameter and its range, for a value that it may not take."""
    if name not in RANGES:
        raise ValueError(f"unknown parameter {name!r}; there are {', '.join(RANGES)}")
    allowed = RANGES[name]
    if not allowed.low <= value <= allowed.high:
        raise ValueError(
            f"{name} must be a number from {allowed.low:g} to {allowed.high:g}, not {value!r}"
        )


@lru_cache
def _parameters_of(optimizer: str) -> tuple[str, ...]:
    own = {field.name for field in fields(OPTIMIZERS[optimizer])}
    return tuple(name for name in RANGES if name in own)


@dataclass(frozen=True)
class Tools:
    """Settings of a walk, in the field's own terms.

    learning_rate  paces per unit of slope, before the schedule
    momentum       share of the velocity that is kept each step
    decay          RMSProp's memory of squares
    beta1, beta2   Adam's memory of slopes and of squares
    clip_norm      longest slope that may pull; inf pulls with all
    noise          standard deviation, per direction, of what is added to the slope
    leap_reach     paces of one leap
    gust_strength  paces of one gust
    batch_size     examples that each step feels, of a land that is a network's loss; inf is all

    Raises ValueError for a value out of range or an unknown optimizer.
    """

    optimizer: str = "gradient_descent"
    learning_rate: float = 1.0
    momentum: float = 0.9
    decay: float = 0.9
    beta1: float = 0.9
    beta2: float = 0.999
    clip_norm: float = math.inf
    noise: float = 0.0
    schedule: Schedule = Constant()  # noqa: RUF009 - frozen, so it may be shared
    leap_reach: float = 12.0
    gust_strength: float = 6.0
    # Left out of the text: what walks in other lands are told apart by stays as it was.
    batch_size: float = field(default=math.inf, repr=False)

    def __post_init__(self) -> None:
        if self.optimizer not in OPTIMIZERS:
            raise ValueError(
                f"unknown optimizer {self.optimizer!r}; there are {', '.join(OPTIMIZERS)}"
            )
        for name in RANGES:
            check_parameter(name, getattr(self, name))

    def with_parameter(self, name: str, value: float) -> "Tools":
        """These tools with one number changed. Raises ValueError where it may not be."""
        check_parameter(name, value)
        return replace(self, **{name: float(value)})  # type: ignore[arg-type]

    def parameters(self) -> tuple[str, ...]:
        """The numbers that the chosen optimizer itself uses, `learning_rate` first."""
        return _parameters_of(self.optimizer)

    def make_optimizer(self, learning_rate: float) -> Optimizer:
        """The chosen optimizer at this `learning_rate` (after the schedule)."""
        settings = {name: getattr(self, name) for name in self.parameters()}
        settings["learning_rate"] = learning_rate
        if settings["clip_norm"] == math.inf:
            settings["clip_norm"] = None
        return OPTIMIZERS[self.optimizer](**settings)
