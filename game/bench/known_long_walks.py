"""Known walks that went too far: thrown, blown off, bouncing, over or past the gem."""

from dataclasses import replace

import numpy as np

from game.bench.known_grounds import Ground
from game.bench.known_setups import (
    NAMES,
    Chance,
    Walk,
    flow_to,
    gentle,
    setup_on,
    shaken,
    walk_with,
)
from game.sim.commands import ChooseSchedule, Command, Gust, Leap, Step, Tune
from game.sim.diagnosis import Cause
from game.sim.events import Ending
from game.sim.expedition import replay
from game.sim.schedules import Constant, StepDecay
from game.sim.tools import Tools


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
    setup = setup_on(ground, start, tools, int(chance.integers(8, 40)), 2)
    return walk_with(Cause.THROWN, ground, setup, [])


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
    setup = setup_on(ground, ground.start, tools, 60, 1)
    walk = walk_with(Cause.BLOWN_OFF, ground, setup, [])
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
    setup = setup_on(ground, start, shaken(chance, tools), int(chance.integers(30, 60)), 3)
    return walk_with(Cause.BOUNCED, ground, setup, [])


def _steepest_way(ground: Ground, place: np.ndarray) -> tuple[np.ndarray, float]:
    """The direction (2,) in which the land bends up most at a place, and how much."""
    xx, xy, yy = ground.terrain.hessian(place)[0]
    values, ways = np.linalg.eigh(np.array([[xx, xy], [xy, yy]]))
    return ways[:, 1], float(values[1])


def overshot(chance: Chance, ground: Ground) -> Walk | None:
    """From a flank of the gem's valley one step into another valley, small steps from then on."""
    name = str(chance.choice(NAMES))
    flow = flow_to(chance, ground, 0, (5.0, 12.0))
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
    small = gentle(chance, ground, beyond, "gradient_descent").learning_rate
    if name not in ("gradient_descent", "momentum", "nesterov"):
        small = chance.uniform(0.3, 0.6)
    small = min(small, 0.5 * float(rate))
    after: list[Command] = [Tune("learning_rate", small), Tune("momentum", 0.0)]
    if chance.random() < 0.5 and name == "gradient_descent":
        schedule = StepDecay(1, max(small / float(rate), 1e-3))
        after = [ChooseSchedule(schedule), Step(), ChooseSchedule(Constant())]
    setup = setup_on(ground, start, replace(tools, learning_rate=float(rate)), 50, 2)
    walk = walk_with(Cause.OVERSHOT, ground, setup, [Step(), *after])
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
    flow = flow_to(chance, ground, 0, (6.0, 16.0))
    if flow is None or ground.has_cliff or ground.kind == "canyon":
        return None
    tools = gentle(chance, ground, flow, "gradient_descent")
    plain = setup_on(ground, flow.places[0], tools, 60, settle)
    alone = replay(plain, [Step()] * 60)
    if alone.now.ending is not Ending.FOUND:
        return None
    if chance.random() < 0.65:
        wind, name = chance.uniform(0.93, 0.98), str(chance.choice(("momentum", "nesterov")))
        windy = replace(tools, optimizer=name, momentum=wind)
        setup = replace(plain, tools=windy, water=int(chance.integers(25, 50)))
        return walk_with(Cause.PASSED, ground, setup, [])
    there = next(i for i, state in enumerate(alone.states) if state.settled)
    if settle < 2:
        return None
    away = replace(tools, leap_reach=chance.uniform(18, 40), gust_strength=chance.uniform(18, 30))
    setup = replace(plain, tools=away, water=there + int(chance.integers(3, 15)) + 3)
    push: Command = Leap() if chance.random() < 0.6 else Gust()
    return walk_with(Cause.PASSED, ground, setup, [Step()] * there + [push])
