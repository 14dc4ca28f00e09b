"""Walks whose cause is known before they are walked: land and settings are chosen to bring it.

Each maker takes chance and a ground and gives a Walk, or None where this ground does not suit. No
maker looks at turns, lengths or slopes of the walk that it makes; what they look at is the land
(its slopes, curvature and flow), the settings, and whether other settings would have found the
gem. Only the makers of `found` and `dug early` and the check that a walk missed look at an ending.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from game.bench.known_grounds import Flow, Ground
from game.sim.commands import ChooseSchedule, Command, Dig, Gust, Leap, Step, Tune
from game.sim.crowd import walk_crowd
from game.sim.diagnosis import Cause
from game.sim.events import Ending
from game.sim.expedition import Expedition, replay
from game.sim.optimizers import OPTIMIZERS
from game.sim.run import RunSetup
from game.sim.schedules import Constant, Exponential, StepDecay
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


def _setup(ground: Ground, start: np.ndarray, tools: Tools, water: int, settle: int) -> RunSetup:
    minima = ground.minima
    return RunSetup(
        ground.terrain, np.asarray(start, float), minima[0], minima[1:], water, settle, 5, tools
    )


def _walk(cause: Cause, ground: Ground, setup: RunSetup, commands: list[Command]) -> Walk | None:
    """The walk; None where it found the gem or left the map although another cause was meant."""
    commands = commands + [Step()] * setup.water
    expedition = replay(setup, commands)
    ending = expedition.now.ending
    if (ending is Ending.FOUND) is not (cause is Cause.FOUND):
        return None
    if ending is Ending.LEFT_MAP and cause not in (Cause.BLOWN_OFF, Cause.THROWN):
        return None
    return Walk(cause, setup, expedition, f"{ground.kind}, {setup.tools.optimizer}")


def _somewhere(chance: Chance, ground: Ground, end: int, far: tuple[float, float]) -> Flow | None:
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


def _shaken(chance: Chance, tools: Tools) -> Tools:
    """Now and then a little sparkle, which must not change what happened."""
    return replace(tools, noise=chance.uniform(0.02, 0.15)) if chance.random() < 0.3 else tools


def _gentle(chance: Chance, ground: Ground, flow: Flow, name: str) -> Tools:
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


def _finding(chance: Chance, ground: Ground, name: str, water: int, settle: int) -> RunSetup | None:
    """A setup that finds the gem from the ground's start; settings drawn from all that do."""
    rates = np.geomspace(0.2, 40.0, 40)
    tools = Tools(name, momentum=chance.uniform(0.3, 0.9))
    setup = _setup(ground, ground.start, tools, water, settle)
    optimizer = replace(tools.make_optimizer(1.0), learning_rate=rates[:, None])
    crowd = walk_crowd(setup, optimizer, np.repeat(ground.start[None], len(rates), axis=0))
    good = rates[crowd.found]
    if len(good) == 0:
        return None
    return replace(setup, tools=replace(tools, learning_rate=float(chance.choice(good))))


def found(chance: Chance, ground: Ground) -> Walk | None:
    """Settings that find the gem."""
    setup = _finding(chance, ground, str(chance.choice(NAMES)), 60, int(chance.integers(1, 4)))
    return _walk(Cause.FOUND, ground, setup, []) if setup else None


def dug_early(chance: Chance, ground: Ground) -> Walk | None:
    """A walk on its way to a floor, the gem's or another's, stopped by digging half-way down."""
    name = str(chance.choice(NAMES))
    if chance.random() < 0.6:
        setup = _finding(chance, ground, name, 60, int(chance.integers(1, 4)))
        if setup is None:
            return None
        whole = replay(setup, [Step()] * 60)
        steps = int(whole.now.steps * chance.uniform(0.15, 0.6))
        away = whole.states[steps].place - setup.gem
    else:
        end = int(chance.integers(len(ground.minima)))
        flow = _somewhere(chance, ground, end, (7.0, 14.0))
        if flow is None:
            return None
        tools = _gentle(chance, ground, flow, name)
        setup = _setup(ground, flow.places[0], tools, 60, 3)
        crowd = replay(setup, [Step()] * 60).states
        left = [float(np.hypot(*(s.place - ground.minima[end]))) for s in crowd]
        # On the flow and with small steps the way left only shrinks: stop at its middle.
        steps = int(np.argmax(np.array(left) <= 0.5 * left[0]))
        away = crowd[steps].place - setup.gem
    if float(np.hypot(*away)) < 3.0 or steps < 1:
        return None
    return _walk(Cause.DUG_EARLY, ground, setup, [Step()] * steps + [Dig()])


def crawled(chance: Chance, ground: Ground) -> Walk | None:
    """On a slope to the gem, with so small a step size that the water ends before half of it."""
    name, water = str(chance.choice(NAMES)), int(chance.integers(30, 70))
    flow = _somewhere(chance, ground, 0, (10.0, 30.0))
    if flow is None:
        return None
    half, share = len(flow.times) // 2, chance.uniform(0.06, 0.8)
    if np.hypot(*ground.terrain.gradient(flow.places[: half + 1]).T).min() < 0.08:
        return None  # it would come to a plain
    rate = float(share * flow.times[half] / water)
    tools = Tools(name, learning_rate=rate, momentum=chance.uniform(0.3, 0.9))
    way = share * flow.length / 2
    if name in ("momentum", "nesterov"):
        tools = replace(tools, learning_rate=rate * (1 - tools.momentum))
    elif name == "adagrad":
        tools = replace(tools, learning_rate=way / (2 * np.sqrt(2 * water)))
    elif name != "gradient_descent":
        tools = replace(tools, learning_rate=way / (1.5 * water))
    elif chance.random() < 0.5:  # steps that shrink too fast: all of them together go so far
        first = min(0.7 / ground.curvature(flow.places), 0.5 * rate * water)
        shrink = max(0.5, 1 - first / (rate * water))
        tools = replace(tools, learning_rate=first, schedule=Exponential(shrink))
    setup = _setup(
        ground, flow.places[0], _shaken(chance, tools), water, int(chance.integers(1, 4))
    )
    return _walk(Cause.CRAWLED, ground, setup, [])


def stuck(chance: Chance, ground: Ground) -> Walk | None:
    """On the slopes of a lesser hollow, with gentle steps and time enough to come to its floor."""
    if len(ground.minima) < 2:
        return None
    end = int(chance.integers(1, len(ground.minima)))
    flow = _somewhere(chance, ground, end, (3.0, 9.0))
    if flow is None:
        return None
    tools = _gentle(chance, ground, flow, str(chance.choice(NAMES)))
    setup = _setup(ground, flow.places[0], _shaken(chance, tools), 90, int(chance.integers(1, 4)))
    near = len(flow.times) - 7  # two paces before the floor
    if tools.optimizer == "gradient_descent" and flow.times[near] > 60 * tools.learning_rate:
        return None  # the floor is too flat to be reached in time
    dig = [Step()] * 75 + [Dig()] if chance.random() < 0.4 else []
    return _walk(Cause.STUCK, ground, setup, dig)


def on_plain(chance: Chance, ground: Ground) -> Walk | None:
    """From the middle of a plain or down on to it, with steps that would do on any slope."""
    if ground.kind != "plain":
        return None
    uphill = ground.start - ground.minima[0]
    uphill /= np.hypot(*uphill)
    turn, away = chance.uniform(0, 2 * np.pi), chance.uniform(0, 6)
    start = ground.start + away * np.array([np.cos(turn), np.sin(turn)])
    if chance.random() < 0.4:  # down the slope behind it, and out on to it
        start = ground.start + uphill * chance.uniform(18, 23)
    name = str(chance.choice(("gradient_descent", "momentum", "nesterov")))
    tools = Tools(name, learning_rate=chance.uniform(2, 7), momentum=chance.uniform(0.1, 0.5))
    if name != "gradient_descent":
        tools = replace(tools, learning_rate=tools.learning_rate * (1 - tools.momentum))
    setup = _setup(ground, start, _shaken(chance, tools), int(chance.integers(30, 60)), 1)
    flow = ground.flow(start)
    there = np.hypot(*(flow.places - ground.start).T) < 14
    if (
        not there.any()
        or flow.times[int(np.argmax(there))] > 0.5 * setup.water * tools.learning_rate
    ):
        return None  # it would not come to the plain in time
    return _walk(Cause.PLAIN, ground, setup, [])


def thrown(chance: Chance, ground: Ground) -> Walk | None:
    """Steps that suit the gentle ground above a cliff, and one that begins on its face."""
    if ground.kind != "cliff":
        return None
    down = -ground.terrain.gradient(ground.start)[0]
    down /= np.hypot(*down)
    name = str(chance.choice(("gradient_descent", "gradient_descent", "momentum")))
    tools = Tools(name, learning_rate=chance.uniform(9, 16), momentum=chance.uniform(0.1, 0.4))
    aside = chance.uniform(-8, 8) * np.array([-down[1], down[0]])
    line = ground.start + aside + down * np.arange(0.0, 14.0, 0.02)[:, None]
    steepness = np.hypot(*ground.terrain.gradient(line).T)
    face = line[int(np.argmax(steepness)) + int(chance.integers(-12, 13))]
    # Back up the gentle slope by whole steps of the way that they would go.
    lead = line - tools.learning_rate * ground.terrain.gradient(line)
    miss = np.where(steepness < 0.4, np.hypot(*(lead - face).T), np.inf)
    start = line[int(np.argmin(miss))] if miss.min() < 0.4 and chance.random() < 0.7 else face
    setup = _setup(ground, start, tools, int(chance.integers(8, 40)), 2)
    return _walk(Cause.THROWN, ground, setup, [])


def blown_off(chance: Chance, ground: Ground) -> Walk | None:
    """On land without a cliff, steps or wind so large that the map is left."""
    if ground.has_cliff:
        return None
    name = str(chance.choice(NAMES))
    slope = float(np.hypot(*ground.terrain.gradient(ground.start)[0]))
    rate = chance.uniform(30, 120) / max(slope, 0.1)
    tools = Tools(name, learning_rate=rate, momentum=chance.uniform(0.5, 0.9))
    if name in ("momentum", "nesterov") and chance.random() < 0.6:
        tools = replace(tools, learning_rate=rate / 12, momentum=chance.uniform(0.95, 0.98))
    elif name not in ("gradient_descent", "momentum", "nesterov"):
        tools = replace(tools, learning_rate=chance.uniform(40, 90))
    setup = _setup(ground, ground.start, tools, 60, 1)
    walk = _walk(Cause.BLOWN_OFF, ground, setup, [])
    return walk if walk and walk.expedition.now.ending is Ending.LEFT_MAP else None


def bounced(chance: Chance, ground: Ground) -> Walk | None:
    """A step size that leads from one wall of a valley exactly to the place across it.

    Where the slope at r paces from the axis is s(r), the step 2 r / s(r) leads from r to -r.
    """
    if ground.has_cliff:
        return None
    end = int(chance.integers(min(3, len(ground.minima))))
    middle = ground.minima[end]
    if ground.kind == "canyon":  # anywhere along the ravine, across it
        flow = ground.flow(ground.start)
        middle = flow.places[int(chance.uniform(0.2, 0.7) * len(flow.places))]
    across, curvature = _steepest_way(ground, middle)
    aside = chance.uniform(2.0, 4.5)
    start = middle + across * aside * chance.choice((-1, 1))
    walls = np.stack([middle + across * aside, middle - across * aside])
    slopes = ground.terrain.gradient(walls) @ across
    walls_lie_inside = ((walls > 3) & (walls < 97)).all()
    if slopes[0] <= 0.1 or slopes[1] >= -0.1 or curvature < 0.05 or not walls_lie_inside:
        return None
    rate = float(4 * aside / (slopes[0] - slopes[1]))
    name = str(chance.choice(("gradient_descent", "gradient_descent", "rmsprop", "adam")))
    tools = Tools(name, learning_rate=rate, beta1=chance.uniform(0.0, 0.2), decay=0.9)
    if name != "gradient_descent":
        if ground.kind == "canyon":
            return None  # of equal length both ways: it would run along the ravine
        tools = replace(tools, learning_rate=2 * aside)
    setup = _setup(ground, start, _shaken(chance, tools), int(chance.integers(30, 60)), 3)
    return _walk(Cause.BOUNCED, ground, setup, [])


def _steepest_way(ground: Ground, place: np.ndarray) -> tuple[np.ndarray, float]:
    """The direction (2,) in which the land bends up most at a place, and how much."""
    xx, xy, yy = ground.terrain.hessian(place)[0]
    values, ways = np.linalg.eigh(np.array([[xx, xy], [xy, yy]]))
    return ways[:, 1], float(values[1])


def overshot(chance: Chance, ground: Ground) -> Walk | None:
    """From a flank of the gem's valley one step into another valley, small steps from then on."""
    name = str(chance.choice(NAMES))
    flow = _somewhere(chance, ground, 0, (5.0, 12.0))
    if flow is None or ground.has_cliff:
        return None
    start, tools = flow.places[0], Tools(name, momentum=chance.uniform(0.0, 0.5))
    for rate in chance.permutation(np.geomspace(5.0, 150.0, 30)):
        optimizer = tools.make_optimizer(float(rate))
        move = optimizer.step(ground.terrain.gradient(start), optimizer.init(start[None]))[0][0]
        across = start + move
        if (across < 4).any() or (across > 96).any() or not _over_the_gem(ground, start, across):
            continue
        beyond = ground.flow(across)
        if beyond.end not in (0, None):
            break
    else:
        return None
    small = _gentle(chance, ground, beyond, "gradient_descent").learning_rate
    if name not in ("gradient_descent", "momentum", "nesterov"):
        small = chance.uniform(0.3, 0.6)
    small = min(small, 0.5 * float(rate))
    after: list[Command] = [Tune("learning_rate", small), Tune("momentum", 0.0)]
    if chance.random() < 0.5 and name == "gradient_descent":
        schedule = StepDecay(1, max(small / float(rate), 1e-3))
        after = [ChooseSchedule(schedule), Step(), ChooseSchedule(Constant())]
    setup = _setup(ground, start, replace(tools, learning_rate=float(rate)), 50, 2)
    walk = _walk(Cause.OVERSHOT, ground, setup, [Step(), *after])
    # Falcon and wind may drag the child back into the gem's valley: then it is no such walk.
    return walk if walk and ground.flow(walk.expedition.now.place).end not in (0, None) else None


def _over_the_gem(ground: Ground, start: np.ndarray, end: np.ndarray) -> bool:
    """Whether the straight way goes by the gem at less than half of the start's distance."""
    way = end - start
    share = np.clip((ground.minima[0] - start) @ way / (way @ way), 0, 1)
    miss = np.hypot(*(start + share * way - ground.minima[0]))
    return bool(0.0 < share < 1.0 and miss < 0.5 * np.hypot(*(start - ground.minima[0])))


def passed(chance: Chance, ground: Ground) -> Walk | None:
    """Steps that find the gem by themselves, and too much wind; or a gust or leap at the gem."""
    settle = int(chance.integers(2, 5))
    flow = _somewhere(chance, ground, 0, (6.0, 16.0))
    if flow is None or ground.has_cliff or ground.kind == "canyon":
        return None
    tools = _gentle(chance, ground, flow, "gradient_descent")
    plain = _setup(ground, flow.places[0], tools, 60, settle)
    alone = replay(plain, [Step()] * 60)
    if alone.now.ending is not Ending.FOUND:
        return None
    if chance.random() < 0.65:
        wind, name = chance.uniform(0.93, 0.98), str(chance.choice(("momentum", "nesterov")))
        windy = replace(tools, optimizer=name, momentum=wind)
        setup = replace(plain, tools=windy, water=int(chance.integers(25, 50)))
        return _walk(Cause.PASSED, ground, setup, [])
    there = next(i for i, state in enumerate(alone.states) if state.settled)
    if settle < 2:
        return None
    away = replace(tools, leap_reach=chance.uniform(18, 40), gust_strength=chance.uniform(18, 30))
    setup = replace(plain, tools=away, water=there + int(chance.integers(3, 15)) + 3)
    push: Command = Leap() if chance.random() < 0.6 else Gust()
    return _walk(Cause.PASSED, ground, setup, [Step()] * there + [push])


MAKERS: dict[Cause, Maker] = {
    Cause.FOUND: found,
    Cause.OVERSHOT: overshot,
    Cause.BOUNCED: bounced,
    Cause.CRAWLED: crawled,
    Cause.STUCK: stuck,
    Cause.PLAIN: on_plain,
    Cause.THROWN: thrown,
    Cause.BLOWN_OFF: blown_off,
    Cause.PASSED: passed,
    Cause.DUG_EARLY: dug_early,
}
