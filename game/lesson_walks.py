"""Walks that show in the desert what a lesson says: a level, settings, and how it has to end."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from game import levels
from game.sim.commands import Command, Gust, Leap, Step, settings_to
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.sim.optimizers import OPTIMIZERS
from game.sim.run import RunSetup, RunState
from game.sim.schedules import Exponential
from game.sim.tools import RANGES, Tools
from game.tables import Table

PLAYERS = ("walk", "gust", "leap")
# How a walk may have to end; "not_found" is any way but finding the gem.
ENDS = ("found", "not_found", *(e.name.lower() for e in Ending if e is not Ending.FOUND))
_FLAT = 0.06  # slope below which the player of a walk presses its button, as in proofs
_MOST_MOVES = 500


@dataclass(frozen=True)
class Show:
    """A walk on the level of this `number`.

    settings  numbers of `sim.tools.Tools` and "shrink", as (name, value), others as the level's
    player    "walk" only steps; "leap" and "gust" press that button where the ground is flat
    steps     moves after which it is looked at; None means to its end
    ends      one of ENDS, "" where it does not matter
    """

    level: int
    settings: tuple[tuple[str, float], ...] = ()
    optimizer: str = ""
    player: str = "walk"
    steps: int | None = None
    ends: str = ""
    seed: int | None = None

    @property
    def name(self) -> str:
        """The level as `levels.find` takes it."""
        return str(self.level)

    def tools(self, base: Tools) -> Tools:
        """What is walked with on a level that hands out `base`."""
        values = dict(self.settings)
        shrink = values.pop("shrink", None)
        changed = replace(base, optimizer=self.optimizer or base.optimizer, **values)
        return changed if shrink is None else replace(changed, schedule=Exponential(shrink))


def read_show(table: Table, judged: bool = False) -> Show | None:
    """A Show from a table; `judged` asks for how it ends. None after telling what is wrong."""
    before = len(table.faults)
    numbers = (*RANGES, "shrink")
    table.only("level", "optimizer", "player", "steps", "ends", "seed", *numbers)
    values = {
        "level": table.number("level", 1, 999),
        "optimizer": table.choice("optimizer", OPTIMIZERS) if "optimizer" in table.data else "",
        "player": table.choice("player", PLAYERS, "walk"),
        "steps": table.number("steps", 0, _MOST_MOVES, None),
        "ends": table.choice("ends", ENDS) if judged or "ends" in table.data else "",
        "seed": table.number("seed", 0, 2**31, None),
    }
    settings = []
    for name in numbers:
        if name in table.data:
            allowed = RANGES.get(name)
            low, high = (allowed.low, min(allowed.high, 1e6)) if allowed else (0.0, 1.0)
            settings.append((name, table.number(name, low, high)))
    return None if len(table.faults) > before else Show(settings=tuple(settings), **values)


def walked(show: Show, setup: RunSetup) -> Expedition:
    """The walk on a level whose land is made."""
    expedition = Expedition(setup)
    for command in settings_to(show.tools(setup.tools), setup.tools):
        expedition.apply(command)
    for move in _moves(show, expedition):
        expedition.apply(move)
    return expedition


def commands(show: Show, setup: RunSetup) -> tuple[Command, ...]:
    """The commands of that walk, as they are watched."""
    return walked(show, setup).commands


def site_of(show: Show) -> levels.Site:
    """The level that a walk is on, with its land made. Raises LevelError."""
    return levels.build(levels.read(levels.find(show.name)), show.seed)


def ends_as_said(show: Show, expedition: Expedition) -> bool:
    """Whether the walk ended as its lesson says."""
    ending = expedition.now.ending
    if show.ends == "not_found":
        return ending is not None and ending is not Ending.FOUND
    return not show.ends or (ending is not None and ending.name.lower() == show.ends)


def _moves(show: Show, expedition: Expedition) -> Iterator[Command]:
    most = _MOST_MOVES if show.steps is None else show.steps
    for _ in range(most):
        if expedition.now.ending is not None:
            return
        yield _choose(show.player, expedition.now)


def _choose(player: str, state: RunState) -> Command:
    """A button where the ground is flat and the gem is not there, otherwise a step."""
    flat = not state.settled and math.hypot(*state.slope) < _FLAT
    if flat and player == "leap" and state.water >= 3:
        return Leap()
    if flat and player == "gust" and state.water >= 2 and state.steps > 0:
        return Gust()
    return Step()
