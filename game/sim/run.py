"""One walk: what it starts from, where it stands, and how a command carries it on."""

import math
import zlib
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from game.sim import chance
from game.sim.batches import batch_spread, felt_slopes
from game.sim.bicubic import Floats
from game.sim.commands import (
    COSTS,
    ChooseOptimizer,
    ChooseSchedule,
    Command,
    Dig,
    Gust,
    Leap,
    Rewind,
    Step,
    Tune,
)
from game.sim.events import (
    Ended,
    Ending,
    Event,
    GemCollected,
    Gusted,
    Leapt,
    Moved,
    Refused,
    Stepped,
)
from game.sim.optimizers import State
from game.sim.terrain import Terrain
from game.sim.tools import Tools

FOUND_WITHIN = 1.5  # paces

Outcome = tuple["RunState", tuple[Event, ...]]


@dataclass(frozen=True, eq=False)
class RunSetup:
    """What never changes in a walk: places in paces, `lesser_gems` (G, 2), `water` in steps."""

    terrain: Terrain
    start: Floats
    gem: Floats
    lesser_gems: Floats = field(default_factory=lambda: np.empty((0, 2)))
    water: int = 60
    settle: int = 1
    seed: int = 0
    tools: Tools = Tools()  # noqa: RUF009 - frozen, so it may be shared

    def __post_init__(self) -> None:
        if not self.terrain.contains(self.start)[0]:
            raise ValueError(f"the start {tuple(self.start)} does not lie on the land")

    @cached_property
    def fingerprint(self) -> int:
        """32 bits that change with anything that a walk depends on."""
        rest = (*map(float, self.start), self.water, self.settle, self.seed, self.tools)
        if self.terrain.examples:
            rest = (*rest, self.tools.batch_size)
        sums = zlib.crc32(np.ascontiguousarray(self.terrain.heights, "<f8").tobytes())
        gems = np.round(np.vstack([self.gem[None], self.lesser_gems]), 6) + 0.0
        return zlib.crc32(gems.tobytes(), zlib.crc32(repr(rest).encode(), sums))


@dataclass(frozen=True, eq=False)
class RunState:
    """A moment of a walk.

    place, slope, displacement, felt  arrays (2,): where the child stands, the true gradient
                  there, the last move, and the gradient of the last step (that of its batch, with
                  noise, unclipped)
    learning_rate  the rate of the next step, after the schedule
    schedule_start, leaps  the step at which the schedule began; how many leaps were taken
    settled       landings in a row within reach of the rarest gem
    memory        the optimizer's own
    """

    place: Floats
    height: float
    slope: Floats
    tools: Tools
    water: int
    memory: State
    displacement: Floats = field(default_factory=lambda: np.zeros(2))
    felt: Floats = field(default_factory=lambda: np.zeros(2))
    steps: int = 0
    schedule_start: int = 0
    leaps: int = 0
    settled: int = 0
    collected: frozenset[int] = frozenset()
    ending: Ending | None = None

    @property
    def learning_rate(self) -> float:
        """That of the next step, in paces per unit of slope, after the schedule."""
        factor = self.tools.schedule(self.steps - self.schedule_start)
        return self.tools.learning_rate * factor

    @cached_property
    def velocity(self) -> Floats:
        """Paces (2,) that the next step would go if the ground there were flat."""
        optimizer = self.tools.make_optimizer(self.learning_rate)
        carried: Floats = optimizer.step(np.zeros((1, 2)), self.memory)[0][0]
        return carried


@dataclass(frozen=True, eq=False)
class Preview:
    """Where the next step would land without noise, and by how many paces noise may spread it."""

    place: Floats
    spread: float


def begin(setup: RunSetup) -> RunState:
    """The state before the first command."""
    place = np.array(setup.start, dtype=np.float64)
    memory = setup.tools.make_optimizer(setup.tools.learning_rate).init(place[None])
    height, slope = setup.terrain.height_and_gradient(place)
    return RunState(place, height, slope, setup.tools, setup.water, memory)


def advance(setup: RunSetup, state: RunState, command: Command) -> Outcome:
    """The state after a command, and what happened.

    A command that can't be carried out leaves the state as it was and reports `Refused`.
    Raises ValueError for a setting out of range, and TypeError for what is no command.
    """
    if state.ending is not None:
        return state, (Refused("over"),)
    match command:
        case Tune() | ChooseOptimizer() | ChooseSchedule():
            return _set(state, command), ()
        case Dig():
            return replace(state, ending=Ending.DUG), (Ended(Ending.DUG),)
        case Rewind():
            return state, (Refused("start"),)  # only an Expedition remembers earlier states
        case Step() | Gust() | Leap():
            if state.water < COSTS[type(command)]:
                return state, (Refused("water"),)
            with np.errstate(over="ignore", invalid="ignore"):
                return _move(setup, state, command)
    raise TypeError(f"{command!r} is no command")


def preview(setup: RunSetup, state: RunState) -> Preview:
    """What the next step would do, from what the child feels and the optimizer remembers."""
    optimizer = state.tools.make_optimizer(state.learning_rate)
    with np.errstate(over="ignore", invalid="ignore"):
        displacement = optimizer.step(state.slope[None], state.memory)[0][0]
        strays = batch_spread(setup.terrain, state.place, state.tools.batch_size)
        noise = math.hypot(strays, state.tools.noise)
        if noise == 0:
            return Preview(state.place + displacement, 0.0)
        shaken = state.slope[None] + noise * np.array([[1.0, 1.0], [-1.0, -1.0]]) / 2**0.5
        memory = tuple(np.repeat(m, 2, axis=0) if np.ndim(m) else m for m in state.memory)
        ends = optimizer.step(shaken, memory)[0]
        spread = float(np.sqrt(((ends[0] - ends[1]) ** 2).sum())) / 2
    return Preview(state.place + displacement, spread)


def _set(state: RunState, command: Tune | ChooseOptimizer | ChooseSchedule) -> RunState:
    tools = state.tools
    match command:
        case Tune("learning_rate", value):
            # The rate that was set holds now, and the schedule goes on from it.
            tools = tools.with_parameter("learning_rate", value)
            return replace(state, tools=tools, schedule_start=state.steps)
        case Tune(parameter, value):
            return replace(state, tools=tools.with_parameter(parameter, value))
        case ChooseSchedule(schedule):
            tools = replace(tools, schedule=schedule, learning_rate=state.learning_rate)
            return replace(state, tools=tools, schedule_start=state.steps)
        case ChooseOptimizer(name):
            tools = replace(tools, optimizer=name)
            memory = tools.make_optimizer(state.learning_rate).init(state.place[None])
            return replace(state, tools=tools, memory=memory)


def _move(setup: RunSetup, state: RunState, command: Step | Gust | Leap) -> Outcome:
    happened: type[Moved]
    match command:
        case Step():
            after, happened = _step(setup, state), Stepped
        case Gust():
            after, happened = _gust(state), Gusted
        case Leap():
            after, happened = _leap(setup, state), Leapt
    after = replace(after, water=state.water - COSTS[type(command)])
    if not np.isfinite(after.displacement).all():
        # No such place exists: the child is gone, and its last true place is kept.
        after = replace(state, water=after.water, ending=Ending.LEFT_MAP)
        return after, (happened(state.place, state.place), Ended(Ending.LEFT_MAP))
    after, events = _arrive(setup, replace(after, place=state.place + after.displacement))
    return after, (happened(state.place, after.place), *events)


def _step(setup: RunSetup, state: RunState) -> RunState:
    batch = felt_slopes(
        setup.terrain, state.place[None], state.tools.batch_size, setup.seed, state.steps
    )
    felt = state.slope if batch is None else batch[0]
    if state.tools.noise > 0:
        felt = felt + state.tools.noise * chance.gradient_noise(setup.seed, state.steps)[0]
    optimizer = state.tools.make_optimizer(state.learning_rate)
    displacement, memory = optimizer.step(felt[None], state.memory)
    return replace(
        state, displacement=displacement[0], felt=felt, memory=memory, steps=state.steps + 1
    )


def _gust(state: RunState) -> RunState:
    """A push along the way the child is going; before its first move, along the way down."""
    way = state.displacement if state.displacement.any() else -state.slope
    length = float(np.sqrt((way**2).sum()))
    push = way * (state.tools.gust_strength / length) if length > 0 else np.zeros(2)
    optimizer = state.tools.make_optimizer(state.learning_rate)
    return replace(state, displacement=push, memory=optimizer.kick(push[None], state.memory))


def _leap(setup: RunSetup, state: RunState) -> RunState:
    """A random restart nearby. Of the directions drawn, the first that stays on land."""
    jumps = chance.directions(setup.seed, state.steps, state.leaps) * state.tools.leap_reach
    stays = setup.terrain.contains(state.place + jumps)
    jump = jumps[int(np.argmax(stays))] if stays.any() else np.zeros(2)
    memory = state.tools.make_optimizer(state.learning_rate).init(state.place[None])
    return replace(state, displacement=jump, memory=memory, leaps=state.leaps + 1)


def _arrive(setup: RunSetup, state: RunState) -> Outcome:
    """What the place that was reached brings: gems, the edge of the map, the end of the water."""
    if not setup.terrain.contains(state.place)[0]:
        return replace(state, ending=Ending.LEFT_MAP), (Ended(Ending.LEFT_MAP),)
    height, slope = setup.terrain.height_and_gradient(state.place)
    near = np.flatnonzero(((setup.lesser_gems - state.place) ** 2).sum(axis=1) <= FOUND_WITHIN**2)
    new = [int(i) for i in near if int(i) not in state.collected]
    at_gem = ((setup.gem - state.place) ** 2).sum() <= FOUND_WITHIN**2
    settled = state.settled + 1 if at_gem else 0
    ending = None
    if settled >= setup.settle:
        ending = Ending.FOUND
    elif state.water == 0:
        ending = Ending.OUT_OF_WATER
    state = replace(
        state,
        height=height,
        slope=slope,
        settled=settled,
        collected=state.collected | set(new),
        ending=ending,
    )
    events: list[Event] = [GemCollected(i) for i in new]
    return state, (*events, Ended(ending)) if ending else tuple(events)
