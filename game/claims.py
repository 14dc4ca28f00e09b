"""What a level claims of its tools, as its file says it. The proof is in game/proofs.py."""

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import SCHEDULES, Exponential, Schedule
from game.sim.tools import RANGES, Range, Tools
from game.tables import Table

Place = tuple[float, float]
PLAYERS = ("walk", "gust", "leap")
_MOST_WALKS = {"walk": 50_000, "gust": 2_000, "leap": 2_000}  # of one claim: some seconds' work
# What a claim may set or sweep: the rate of an exponential schedule is the slider "shrink".
_SWEPT = {**RANGES, "shrink": Range(0.0, 1.0)}


@dataclass(frozen=True)
class Sweep:
    """Values of one parameter, `count` of them from `low` to `high`, logarithmic if both > 0."""

    parameter: str
    low: float
    high: float
    count: int

    def values(self) -> np.ndarray:
        """The values (count,), ascending."""
        if self.low > 0 and self.high > 0:
            return np.geomspace(self.low, self.high, self.count)
        return np.linspace(self.low, self.high, self.count)


@dataclass(frozen=True)
class Claim:
    """That a share of the walks with these tools finds the gem.

    player  "walk" only steps; "gust" and "leap" also press that button where the ground is flat
    sweeps  every combination of their values is walked, with each of `seeds` seeds of chance and
            from `starts` places within `spread` paces of each of `places`
    places  those starts (x, y) of the level that it is about; none: wherever the walk begins
    """

    says: str
    tools: Tools
    player: str
    sweeps: tuple[Sweep, ...]
    seeds: int
    starts: int
    spread: float
    at_least: float
    at_most: float
    places: tuple[Place, ...] = ()

    @property
    def walks(self) -> int:
        """How many walks prove it."""
        values = math.prod(sweep.count for sweep in self.sweeps)
        return values * self.seeds * self.starts * max(len(self.places), 1)


def read_claims(
    tables: list[Table], tools: Tools | None, places: tuple[Place, ...] = ()
) -> tuple[Claim, ...]:
    """The claims of a level's file, whose walks begin at one of `places`.

    A claim's settings are the level's unless it says otherwise.
    """
    claims = (_read_claim(table, tools, places) for table in tables)
    return tuple(claim for claim in claims if claim is not None)


def _read_claim(table: Table, base: Tools | None, places: tuple[Place, ...]) -> Claim | None:
    keys = ("says", "player", "optimizer", "schedule", "seeds", "start", "starts", "spread")
    table.only(*keys, "at_least", "at_most", *_SWEPT)
    before = len(table.faults)
    values = _read_numbers(table) | {"places": _read_places(table, places)}
    changes: dict[str, Any] = {}
    if "optimizer" in table.data:
        changes["optimizer"] = table.choice("optimizer", OPTIMIZERS)
    if "schedule" in table.data:
        changes["schedule"] = read_schedule(table.table("schedule"))
        if "shrink" in table.data:
            table.fault("shrink", "is a schedule too", "give one of schedule and shrink")
    sweeps = [sweep for name in _SWEPT if (sweep := _read_sweep(table, name, changes))]
    if len(table.faults) > before or base is None:
        return None
    tools = replace(base, **changes)
    for sweep in sweeps:
        if sweep.parameter not in _used(tools, values["player"]):
            table.fault(sweep.parameter, "changes nothing in these walks", "leave it out")
            return None
    claim = Claim(tools=tools, sweeps=tuple(sweeps), **values)
    if claim.walks > _MOST_WALKS[claim.player]:
        limit = _MOST_WALKS[claim.player]
        table.fault("", f"asks for {claim.walks} walks", f"keep it to {limit}")
        return None
    return claim


def _read_numbers(table: Table) -> dict[str, Any]:
    """What a claim says, beside the tools."""
    if "at_least" not in table.data and "at_most" not in table.data:
        table.fault("at_least", "and at_most are both missing", "say what share finds the gem")
    return {
        "says": table.value("says", str),
        "player": table.choice("player", PLAYERS, "walk"),
        "seeds": table.number("seeds", 1, 1000, 1),
        "starts": table.number("starts", 1, 1000, 1),
        "spread": table.number("spread", 0.0, 30.0, 0.0),
        "at_least": table.number("at_least", 0.0, 1.0, 0.0),
        "at_most": table.number("at_most", 0.0, 1.0, 1.0),
    }


def _read_places(table: Table, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The starts that a claim is about: all of the level's, or the one of that number."""
    if "start" not in table.data or not places:
        return places
    number = table.number("start", 1, len(places))
    return () if number is None else places[number - 1 : number]


def _used(tools: Tools, player: str) -> tuple[str, ...]:
    """The parameters that these walks depend on."""
    button = {"gust": ("gust_strength",), "leap": ("leap_reach",)}.get(player, ())
    return (*tools.parameters(), "noise", "batch_size", "shrink", *button)


def read_schedule(table: Table) -> Schedule | None:
    """A schedule as {kind = ..., its settings}; None after telling a fault."""
    kind = table.choice("kind", SCHEDULES, "constant")
    return None if kind is None else table.record(SCHEDULES[kind], leave_out=("kind",))


def _read_sweep(table: Table, name: str, changes: dict[str, Any]) -> Sweep | None:
    """A number changes the tools; [low, high, count] is swept."""
    if name not in table.data:
        return None
    allowed = _SWEPT[name]
    if isinstance(table.data[name], int | float):
        value = table.number(name, allowed.low, allowed.high)
        if name != "shrink":
            changes[name] = value
        elif value is not None:
            changes["schedule"] = Exponential(value)
        return None
    found = table.value(name, tuple[float, float, int])
    if found is None:
        return None
    low, high, count = found
    if not (allowed.low <= low < high <= allowed.high and 2 <= count <= 200):
        table.fault(name, f"{list(found)} is no sweep", "give [low, high, how many (2..200)]")
        return None
    return Sweep(name, low, high, count)
