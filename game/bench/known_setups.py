"""What the makers of known walks have in common: a walk, and land and settings that suit it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from game.bench.known_grounds import Flow, Ground
from game.sim.commands import Command, Step
from game.sim.crowd import walk_crowd
from game.sim.diagnosis import Cause
from game.sim.events import Ending
from game.sim.expedition import Expedition, replay
from game.sim.optimizers import OPTIMIZERS
from game.sim.run import RunSetup
from game.sim.tools import Tools

Chance = np.random.Generator
NAMES = tuple(OPTIMIZERS)


@dataclass(frozen=True, eq=False)
class Walk:
    """A walk and why it ended as it did; `origin` says on what land and with what."""

    cause: Cause
    setup: RunSetup
    expedition: Expedition
    origin: str


Maker = Callable[[Chance, Ground], Walk | None]


def setup_on(ground: Ground, start: np.ndarray, tools: Tools, water: int, settle: int) -> RunSetup:
    """A setup with the gem at the deepest minimum and lesser ones at all others."""
    minima = ground.minima
    return RunSetup(
        ground.terrain, np.asarray(start, float), minima[0], minima[1:], water, settle, 5, tools
    )


def walk_with(
    cause: Cause, ground: Ground, setup: RunSetup, commands: list[Command]
) -> Walk | None:
    """The walk; None where it found the gem or left the map although another cause was meant."""
    commands = commands + [Step()] * setup.water
    expedition = replay(setup, commands)
    ending = expedition.now.ending
    if (ending is Ending.FOUND) is not (cause is Cause.FOUND):
        return None
    if ending is Ending.LEFT_MAP and cause not in (Cause.BLOWN_OFF, Cause.THROWN):
        return None
    return Walk(cause, setup, expedition, f"{ground.kind}, {setup.tools.optimizer}")


def flow_to(chance: Chance, ground: Ground, end: int, far: tuple[float, float]) -> Flow | None:
    """The flow from a place that leads to minimum `end`, so many paces away; None if none is met.

    A place where the flow begins on ground of no slope is not taken.
    """
    middle = ground.minima[end]
    for _ in range(12):
        turn = chance.uniform(0, 2 * np.pi)
        place = middle + chance.uniform(*far) * np.array([np.cos(turn), np.sin(turn)])
        if (place < 4).any() or (place > 96).any():
            continue
        if float(np.hypot(*ground.terrain.gradient(place)[0])) < 0.08:
            continue
        flow = ground.flow(place)
        if flow.end == end:
            return flow
    return None


def shaken(chance: Chance, tools: Tools) -> Tools:
    """Now and then a little sparkle, which must not change what happened."""
    return replace(tools, noise=chance.uniform(0.02, 0.15)) if chance.random() < 0.3 else tools


def gentle(chance: Chance, ground: Ground, flow: Flow, name: str) -> Tools:
    """Tools whose steps are small against the bends of the land along a flow."""
    rate = chance.uniform(0.3, 0.8) / ground.curvature(flow.places)
    tools = Tools(name, learning_rate=rate, momentum=chance.uniform(0.2, 0.5))
    if name in ("momentum", "nesterov"):
        return replace(tools, learning_rate=rate * (1 - tools.momentum))
    if name == "adagrad":
        return replace(tools, learning_rate=chance.uniform(1.5, 3.0))
    return (
        tools
        if name == "gradient_descent"
        else replace(tools, learning_rate=chance.uniform(0.4, 0.8))
    )


def finding(chance: Chance, ground: Ground, name: str, water: int, settle: int) -> RunSetup | None:
    """A setup that finds the gem from the ground's start; settings drawn from all that do."""
    rates = np.geomspace(0.2, 40.0, 40)
    tools = Tools(name, momentum=chance.uniform(0.3, 0.9))
    setup = setup_on(ground, ground.start, tools, water, settle)
    optimizer = replace(tools.make_optimizer(1.0), learning_rate=rates[:, None])
    crowd = walk_crowd(setup, optimizer, np.repeat(ground.start[None], len(rates), axis=0))
    good = rates[crowd.found]
    if len(good) == 0:
        return None
    return replace(setup, tools=replace(tools, learning_rate=float(chance.choice(good))))
