"""What can be done in a walk: moves as data, so that a walk is stored as its commands."""

from dataclasses import dataclass

from game.sim.schedules import Schedule
from game.sim.tools import RANGES, Tools


@dataclass(frozen=True)
class Step:
    """One update of the optimizer. Costs 1 water."""


@dataclass(frozen=True)
class Gust:
    """A kick of velocity along the last displacement. Costs 2 water."""


@dataclass(frozen=True)
class Leap:
    """One jump in a random direction, with an empty memory after it. Costs 3 water."""


@dataclass(frozen=True)
class Dig:
    """Stop here."""


@dataclass(frozen=True)
class Rewind:
    """Undo the last Step, Gust or Leap."""


@dataclass(frozen=True)
class Tune:
    """Set one number of the tools."""

    parameter: str
    value: float


@dataclass(frozen=True)
class ChooseOptimizer:
    """Walk on with another optimizer, with an empty memory."""

    name: str


@dataclass(frozen=True)
class ChooseSchedule:
    """Walk on with another schedule: it starts from the learning rate of this moment."""

    schedule: Schedule


Move = Step | Gust | Leap
Setting = Tune | ChooseOptimizer | ChooseSchedule
Command = Move | Dig | Rewind | Setting

COSTS: dict[type, int] = {Step: 1, Gust: 2, Leap: 3}


def settings_to(wanted: Tools, base: Tools) -> tuple[Command, ...]:
    """The commands that turn `base` into `wanted`: how settings of one's own enter a walk."""
    commands: list[Command] = []
    if wanted.optimizer != base.optimizer:
        commands.append(ChooseOptimizer(wanted.optimizer))
    for name in RANGES:
        if getattr(wanted, name) != getattr(base, name):
            commands.append(Tune(name, getattr(wanted, name)))
    if wanted.schedule != base.schedule:
        commands.append(ChooseSchedule(wanted.schedule))
    return tuple(commands)
