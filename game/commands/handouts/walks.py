"""The numbers of the worksheets: all of them come out of walks on the levels themselves."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.claims import Claim, Sweep
from game.levels import Level, Site
from game.proofs import prove
from game.sim.bicubic import Floats
from game.sim.commands import Step
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import Constant, Exponential, name_of
from game.sim.tools import Tools
from game.ui.scenes.play_tools import scale_of
from game.ui.widgets.scale import SliderScale

_MOST_TRIES = 40
_LEAPS_BY, LEAP_TRIES = 4, 40
NEAR = 3.0  # paces from a gem at which a way downhill counts as leading to it


@dataclass(frozen=True, eq=False)
class Walk:
    """How a walk of nothing but steps ended. `distance` is in paces, from the rarest gem."""

    ending: Ending
    steps: int
    water: int
    distance: float
    places: Floats


def walk(site: Site, tools: Tools) -> Walk:
    """Step after step with these tools, from the level's start to the walk's end."""
    expedition = Expedition(replace(site.setup, tools=tools))
    while expedition.now.ending is None:
        expedition.apply(Step())
    now = expedition.now
    places = np.array([state.place for state in expedition.states])
    distance = float(np.hypot(*(now.place - site.setup.gem)))
    return Walk(now.ending, now.steps, now.water, distance, places)


def slopes(site: Site, tools: Tools, count: int) -> Floats:
    """The slopes (n, 2) felt in the first `count` steps of a walk without noise or schedule."""
    calm = replace(tools, noise=0.0, schedule=Constant())
    expedition = Expedition(replace(site.setup, tools=calm))
    felt = []
    while expedition.now.ending is None and len(felt) < count:
        expedition.apply(Step())
        felt.append(expedition.now.felt)
    return np.array(felt).reshape(-1, 2)


def downhill(site: Site, start: Floats) -> Floats:
    """The way (N, 2) that water would run from `start`: steps of 0.4 pace at most."""
    terrain, place, places = site.land.terrain, np.array(start, float), [np.array(start, float)]
    for _ in range(4000):
        slope = terrain.gradient(place[None])[0]
        length = math.hypot(*slope)
        if length < 1e-3:
            break
        place = place - slope * min(1.0, 0.4 / length)
        if not terrain.contains(place[None])[0]:
            break
        places.append(place)
    return np.array(places)


def gem_at(site: Site, place: Floats) -> str:
    """Which gem lies at a place: "gem", "lesser" or ""."""
    if math.hypot(*(place - site.setup.gem)) <= NEAR:
        return "gem"
    near = np.hypot(*(site.setup.lesser_gems - place).T) <= NEAR
    return "lesser" if near.any() else ""


def scales(level: Level) -> dict[str, SliderScale]:
    """The sliders of a level."""
    return {name: scale_of(name, low, high) for name, low, high in level.hand_out.sliders}


def value_of(tools: Tools, name: str) -> float:
    """The value that a slider shows of the tools."""
    if name == "shrink":
        return tools.schedule.rate if isinstance(tools.schedule, Exponential) else 1.0
    return float(getattr(tools, name))


def with_value(tools: Tools, name: str, value: float) -> Tools:
    """The tools after a slider was moved."""
    if name == "shrink":
        return replace(tools, schedule=Exponential(value) if value < 1 else Constant())
    return tools.with_parameter(name, value)


def winning(site: Site) -> tuple[Tools, Sweep | None] | None:
    """Tools within the player's reach that find the gem by steps alone, and what was swept.

    They are taken from the level's claims, the last one first; None where no claim has any.
    """
    for claim in reversed(site.level.claims):
        if claim.at_least <= 0 or claim.player != "walk":
            continue
        for tools in itertools.islice(_within_reach(site.level, claim), _MOST_TRIES):
            if walk(site, tools).ending is Ending.FOUND:
                return tools, claim.sweeps[-1] if claim.sweeps else None
    return None


def _within_reach(level: Level, claim: Claim) -> Iterator[Tools]:
    """Settings of a claim as a player can set them, those in the middle of its sweeps first."""
    known, hand_out = scales(level), level.hand_out
    base = level.tools
    if claim.tools.optimizer in hand_out.optimizers:
        base = replace(base, optimizer=claim.tools.optimizer)
    if name_of(claim.tools.schedule) in hand_out.schedules:
        base = replace(base, schedule=claim.tools.schedule)
    for name, scale in known.items():
        if name != "shrink" or isinstance(claim.tools.schedule, Exponential):
            base = with_value(base, name, scale.nearest(value_of(claim.tools, name)))
    swept = [sweep for sweep in claim.sweeps if sweep.parameter in known]
    choices = [_from_the_middle(sweep, known[sweep.parameter]) for sweep in swept]
    for values in sorted(itertools.product(*map(enumerate, choices)), key=_astray):
        tools = base
        for sweep, (_, value) in zip(swept, values, strict=True):
            tools = with_value(tools, sweep.parameter, value)
        yield tools


def _astray(values: tuple[tuple[int, float], ...]) -> int:
    return sum(at for at, _ in values)


def _from_the_middle(sweep: Sweep, scale: SliderScale) -> list[float]:
    inside = [value for value in scale.values if sweep.low <= value <= sweep.high]
    inside = inside or [scale.nearest(float(np.median(sweep.values())))]
    middle = (len(inside) - 1) / 2
    return [inside[i] for i in sorted(range(len(inside)), key=lambda i: (abs(i - middle), i))]


def spread(scale: SliderScale, around: float, count: int) -> list[float]:
    """`count` values of a slider from end to end, `around` being one of them."""
    values = [value for value in scale.values if math.isfinite(value)]
    wanted = [round(i * (len(values) - 1) / (count - 1)) for i in range(count)]
    at = min(range(len(values)), key=lambda i: abs(values[i] - around))
    nearest = min(range(count), key=lambda i: abs(wanted[i] - at))
    wanted[nearest] = at
    return [values[i] for i in sorted(set(wanted))]


def gears(site: Site, tools: Tools) -> dict[str, Walk]:
    """The walk with each optimizer that the level lets choose, all else as in `tools`."""
    return {
        name: walk(site, replace(tools, optimizer=name))
        for name in OPTIMIZERS
        if name in site.level.hand_out.optimizers
    }


def leaps(site: Site) -> list[tuple[float, float]]:
    """For some reaches: in which share of walks, leaping wherever the ground is flat, is found."""
    if "leap" not in site.level.hand_out.buttons or "leap_reach" not in scales(site.level):
        return []
    scale = scales(site.level)["leap_reach"]
    last = len(scale.values) - 1
    found = []
    for i in range(_LEAPS_BY):
        reach = scale.values[round(i * last / (_LEAPS_BY - 1))]
        tools = site.level.tools.with_parameter("leap_reach", reach)
        claim = Claim("", tools, "leap", (), LEAP_TRIES, 1, 0.0, 0.0, 1.0)
        found.append((reach, prove(claim, site.setup).share))
    return found


def spread_places(site: Site, shares: tuple[float, ...], apart: float = 24.0) -> list[Floats]:
    """Places whose steepness has these ranks (0 flattest, 1 steepest), far from each other."""
    axis = np.linspace(14.0, 86.0, 25)
    places = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    steep = np.hypot(*site.land.terrain.gradient(places).T)
    order = places[np.argsort(steep, kind="stable")]
    chosen: list[Floats] = []
    for share in shares:
        ranks = sorted(range(len(order)), key=lambda i: abs(i - share * (len(order) - 1)))
        free = (order[i] for i in ranks if all(math.dist(order[i], c) >= apart for c in chosen))
        chosen.append(next(free, order[ranks[0]]))
    return chosen


def steepness(site: Site, place: Floats) -> float:
    """Paces of height per pace, at a place."""
    return float(np.hypot(*site.land.terrain.gradient(np.array(place, float)[None])[0]))
