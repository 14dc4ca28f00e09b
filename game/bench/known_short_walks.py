"""Known walks that find the gem, or end before it: dug, crawled, stuck, on a plain."""

from dataclasses import replace

import numpy as np

from game.bench.known_grounds import Ground
from game.bench.known_setups import (
    NAMES,
    Chance,
    Walk,
    finding,
    flow_to,
    gentle,
    setup_on,
    shaken,
    walk_with,
)
from game.sim.commands import Dig, Step
from game.sim.diagnosis import Cause
from game.sim.expedition import replay
from game.sim.schedules import Exponential
from game.sim.tools import Tools


def found(chance: Chance, ground: Ground) -> Walk | None:
    """Settings that find the gem."""
    setup = finding(chance, ground, str(chance.choice(NAMES)), 60, int(chance.integers(1, 4)))
    return walk_with(Cause.FOUND, ground, setup, []) if setup else None


def dug_early(chance: Chance, ground: Ground) -> Walk | None:
    """A walk on its way to a floor, the gem's or another's, stopped by digging half-way down."""
    name = str(chance.choice(NAMES))
    if chance.random() < 0.6:
        setup = finding(chance, ground, name, 60, int(chance.integers(1, 4)))
        if setup is None:
            return None
        whole = replay(setup, [Step()] * 60)
        steps = int(whole.now.steps * chance.uniform(0.15, 0.6))
        away = whole.states[steps].place - setup.gem
    else:
        end = int(chance.integers(len(ground.minima)))
        flow = flow_to(chance, ground, end, (7.0, 14.0))
        if flow is None:
            return None
        tools = gentle(chance, ground, flow, name)
        setup = setup_on(ground, flow.places[0], tools, 60, 3)
        crowd = replay(setup, [Step()] * 60).states
        left = [float(np.hypot(*(s.place - ground.minima[end]))) for s in crowd]
        # On the flow and with small steps the way left only shrinks: stop at its middle.
        steps = int(np.argmax(np.array(left) <= 0.5 * left[0]))
        away = crowd[steps].place - setup.gem
    if float(np.hypot(*away)) < 3.0 or steps < 1:
        return None
    return walk_with(Cause.DUG_EARLY, ground, setup, [Step()] * steps + [Dig()])


def crawled(chance: Chance, ground: Ground) -> Walk | None:
    """On a slope to the gem, with so small a step size that the water ends before half of it."""
    name, water = str(chance.choice(NAMES)), int(chance.integers(30, 70))
    flow = flow_to(chance, ground, 0, (10.0, 30.0))
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
    setup = setup_on(
        ground, flow.places[0], shaken(chance, tools), water, int(chance.integers(1, 4))
    )
    return walk_with(Cause.CRAWLED, ground, setup, [])


def stuck(chance: Chance, ground: Ground) -> Walk | None:
    """On the slopes of a lesser hollow, with gentle steps and time enough to come to its floor."""
    if len(ground.minima) < 2:
        return None
    end = int(chance.integers(1, len(ground.minima)))
    flow = flow_to(chance, ground, end, (3.0, 9.0))
    if flow is None:
        return None
    tools = gentle(chance, ground, flow, str(chance.choice(NAMES)))
    setup = setup_on(ground, flow.places[0], shaken(chance, tools), 90, int(chance.integers(1, 4)))
    near = len(flow.times) - 7  # two paces before the floor
    if tools.optimizer == "gradient_descent" and flow.times[near] > 60 * tools.learning_rate:
        return None  # the floor is too flat to be reached in time
    dig = [Step()] * 75 + [Dig()] if chance.random() < 0.4 else []
    return walk_with(Cause.STUCK, ground, setup, dig)


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
    setup = setup_on(ground, start, shaken(chance, tools), int(chance.integers(30, 60)), 1)
    flow = ground.flow(start)
    there = np.hypot(*(flow.places - ground.start).T) < 14
    if (
        not there.any()
        or flow.times[int(np.argmax(there))] > 0.5 * setup.water * tools.learning_rate
    ):
        return None  # it would not come to the plain in time
    return walk_with(Cause.PLAIN, ground, setup, [])
