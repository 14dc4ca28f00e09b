"""What a level claims of its tools, as its file says it, and the proof by simulation."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from game.sim.commands import ChooseSchedule, Command, Gust, Leap, Step, Tune
from game.sim.crowd import walk_crowd
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.sim.optimizers import OPTIMIZERS, Number
from game.sim.run import RunSetup, RunState
from game.sim.schedules import SCHEDULES, Exponential, Schedule
from game.sim.tools import RANGES, Range, Tools
from game.tables import Table

PLAYERS = ("walk", "gust", "leap")
_MOST_WALKS = {"walk": 50_000, "gust": 2_000, "leap": 2_000}  # of one claim: some seconds' work
# What a claim may set or sweep: the rate of an exponential schedule is the slider "shrink".
_SWEPT = {**RANGES, "shrink": Range(0.0, 1.0)}
_STUCK = 0.06  # slope below which a player with a leap or a gust takes it


@dataclass(frozen=True)
class Sweep:
    """Values of one parameter, `count` of them from `low` to `high`, logarithmic if both > 0."""

    parameter: str
    low: float
    high: float
    count: int

    def values(self) -> np.ndarray:
        if self.low > 0 and self.high > 0:
            return np.geomspace(self.low, self.high, self.count)
        return np.linspace(self.low, self.high, self.count)


@dataclass(frozen=True)
class Claim:
    """That a share of the walks with these tools finds the gem.

    player  "walk" only steps; "gust" and "leap" also press that button where the ground is flat
    sweeps  every combination of their values is walked, with each of `seeds` seeds of chance and
            from `starts` places within `spread` paces of the level's start
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


@dataclass(frozen=True)
class Proof:
    """The share (0..1) of walks that found the gem, of how many, and whether the claim holds."""

    claim: Claim
    walks: int
    share: float
    best_water: int

    @property
    def holds(self) -> bool:
        return self.claim.at_least <= self.share <= self.claim.at_most


def read_claims(tables: list[Table], tools: Tools | None) -> tuple[Claim, ...]:
    """The claims of a level's file; a claim's settings are the level's unless it says otherwise."""
    return tuple(claim for table in tables if (claim := _read_claim(table, tools)) is not None)


def _read_claim(table: Table, base: Tools | None) -> Claim | None:
    keys = ("says", "player", "optimizer", "schedule", "seeds", "starts", "spread")
    table.only(*keys, "at_least", "at_most", *_SWEPT)
    before = len(table.faults)
    values = {
        "says": table.value("says", str),
        "player": table.choice("player", PLAYERS, "walk"),
        "seeds": table.number("seeds", 1, 1000, 1),
        "starts": table.number("starts", 1, 1000, 1),
        "spread": table.number("spread", 0.0, 30.0, 0.0),
        "at_least": table.number("at_least", 0.0, 1.0, 0.0),
        "at_most": table.number("at_most", 0.0, 1.0, 1.0),
    }
    if "at_least" not in table.data and "at_most" not in table.data:
        table.fault("at_least", "and at_most are both missing", "say what share finds the gem")
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
    walks = math.prod([values["seeds"], values["starts"], *(sweep.count for sweep in sweeps)])
    if walks > _MOST_WALKS[values["player"]]:
        table.fault("", f"asks for {walks} walks", f"keep it to {_MOST_WALKS[values['player']]}")
        return None
    return Claim(tools=tools, sweeps=tuple(sweeps), **values)


def _used(tools: Tools, player: str) -> tuple[str, ...]:
    """The parameters that these walks depend on."""
    button = {"gust": ("gust_strength",), "leap": ("leap_reach",)}.get(player, ())
    return (*tools.parameters(), "noise", "shrink", *button)


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


def prove(claim: Claim, setup: RunSetup) -> Proof:
    """Walk all that a claim speaks of, and count."""
    walks = _combinations(claim)
    starts = _starts(claim, setup)
    water: list[int] = []
    total = 0
    for seed in range(setup.seed, setup.seed + claim.seeds):
        seeded = replace(setup, seed=seed, tools=claim.tools)
        if claim.player == "walk":
            water += _crowd_water(claim, seeded, walks, starts)
        else:
            for walk in walks:
                names = [sweep.parameter for sweep in claim.sweeps]
                settings = [_setting(*pair) for pair in zip(names, walk, strict=True)]
                water += [_play(claim.player, seeded, settings, start) for start in starts]
        total += len(walks) * len(starts)
    share = sum(left >= 0 for left in water) / total
    return Proof(claim, total, share, max(water))


def _combinations(claim: Claim) -> list[tuple[float, ...]]:
    if not claim.sweeps:
        return [()]
    grids = np.meshgrid(*(sweep.values() for sweep in claim.sweeps), indexing="ij")
    return [tuple(map(float, row)) for row in np.stack([g.ravel() for g in grids], axis=1)]


def _starts(claim: Claim, setup: RunSetup) -> np.ndarray:
    """Places (starts, 2) spread evenly over a disc: Vogel's sunflower, the level's start first."""
    number = np.arange(claim.starts)
    angle, radius = number * 2.399963, claim.spread * np.sqrt(number / max(claim.starts - 1, 1))
    places = setup.start + np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius[:, None]
    return np.clip(places, 2.0, setup.terrain.size - 2.0)


def _crowd_water(
    claim: Claim, setup: RunSetup, walks: list[tuple[float, ...]], starts: np.ndarray
) -> list[int]:
    """Water left of each walk, -1 where it did not find the gem; all walk at once."""
    table = np.repeat(np.array(walks, dtype=float).reshape(len(walks), -1), len(starts), axis=0)
    optimizer = claim.tools.make_optimizer(claim.tools.learning_rate)
    own = {sweep.parameter: table[:, i : i + 1] for i, sweep in enumerate(claim.sweeps)}
    noise: Number = own.pop("noise", claim.tools.noise)
    schedule = claim.tools.schedule
    if "shrink" in own:
        schedule = partial(np.power, own.pop("shrink"))
    crowd = walk_crowd(
        setup,
        replace(optimizer, **own),
        np.tile(starts, (len(walks), 1)),
        schedule=schedule,
        noise=noise,
    )
    return [int(left) for left in np.where(crowd.found, setup.water - crowd.steps, -1)]


def _setting(parameter: str, value: float) -> Command:
    if parameter == "shrink":
        return ChooseSchedule(Exponential(value))
    return Tune(parameter, value)


def _play(player: str, setup: RunSetup, settings: Sequence[Command], start: np.ndarray) -> int:
    """Water left of one walk in which the player presses a button where the ground is flat."""
    expedition = Expedition(replace(setup, start=start))
    for command in settings:
        expedition.apply(command)
    while expedition.now.ending is None:
        expedition.apply(_choose(player, expedition.now))
    return expedition.now.water if expedition.now.ending is Ending.FOUND else -1


def _choose(player: str, state: RunState) -> Command:
    if state.settled:  # who stands at the gem stays there
        return Step()
    flat = float(np.sqrt((state.slope**2).sum())) < _STUCK
    if flat and player == "leap" and state.water >= 3:
        return Leap()
    if flat and player == "gust" and state.water >= 2 and state.steps > 0:
        return Gust()
    return Step()
