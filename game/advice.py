"""One change for the next try: found by walking it, with only what the level hands out.

For each cause the tools that can help are tried in their order. A slider is swept, and the value
is taken that finds the gem and lies nearest to the player's; where none finds it, the one that
ends nearest to the gem, if that is much nearer than the player came.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from game.level_file import HandOut
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Command, Tune
from game.sim.diagnosis import STEEP, Blame, Cause, Diagnosis
from game.sim.optimizers import OPTIMIZERS
from game.sim.run import RunSetup, RunState
from game.sim.schedules import Constant, Exponential
from game.sim.tools import RANGES, Tools
from game.sim.what_if import SHRINK, Fate, WhatIf, sweep

LESS, MORE, OTHER = "less", "more", "other"
GEAR = "optimizer"
_VALUES = 32  # of a slider that are tried
_SOFTER = (("learning_rate", LESS), (SHRINK, LESS), ("clip_norm", LESS), (GEAR, OTHER))
_CALMER = (
    ("momentum", LESS),
    ("learning_rate", LESS),
    (SHRINK, LESS),
    ("beta1", LESS),
    (GEAR, OTHER),
)
_BOLDER = (
    ("learning_rate", MORE),
    (SHRINK, MORE),
    ("momentum", MORE),
    (GEAR, OTHER),
    ("noise", MORE),
)
_TOO_LONG = (Cause.OVERSHOT, Cause.BOUNCED, Cause.BLOWN_OFF)
# What may help, the best first.
HELP: dict[Cause, tuple[tuple[str, str], ...]] = {
    Cause.OVERSHOT: _SOFTER,
    Cause.BOUNCED: (*_SOFTER, ("momentum", MORE)),
    Cause.CRAWLED: _BOLDER,
    Cause.STUCK: (("momentum", MORE), (GEAR, OTHER), ("learning_rate", MORE), ("noise", MORE)),
    Cause.PLAIN: (("learning_rate", MORE), ("momentum", MORE), (GEAR, OTHER), (SHRINK, MORE)),
    Cause.THROWN: (("clip_norm", LESS), ("learning_rate", LESS), (GEAR, OTHER), (SHRINK, LESS)),
    Cause.BLOWN_OFF: _SOFTER,
    Cause.PASSED: _CALMER,
}
# Buttons that help where no slider does.
_BUTTONS = {Cause.STUCK: ("leap", "gust"), Cause.PLAIN: ("gust", "leap")}
_STRENGTH = {"leap": "leap_reach", "gust": "gust_strength"}


@dataclass(frozen=True)
class Advice:
    """What to change.

    what      a parameter, SHRINK, GEAR, a button ("leap", "gust"), or one of
              "walk_on", "stay", "better" (after finding), "elsewhere", "retry", and, by
              `locked_advice`, "locked" and "some_locked"
    before, after  the values of a slider, or names of optimizers; None for the rest
    commands  what sets it, for the next try; empty where nothing is to be set
    proven    whether the walk with this change finds the gem
    free      names of tools that a teacher has left free, where what would help is locked
    """

    what: str
    before: float | str | None = None
    after: float | str | None = None
    commands: tuple[Command, ...] = ()
    proven: bool = False
    free: tuple[str, ...] = ()


def advise(
    diagnosis: Diagnosis, setup: RunSetup, states: Sequence[RunState], hand_out: HandOut
) -> Advice:
    """The change to suggest after a walk that ended with this diagnosis."""
    cause, tools = diagnosis.cause, states[-1].tools
    if cause is Cause.DUG_EARLY:
        return Advice("walk_on")
    if cause is Cause.FOUND:
        return Advice("better")
    if diagnosis.blame in (Blame.GUST, Blame.LEAP) and cause is Cause.PASSED:
        return Advice("stay")
    wanted = HELP[cause]
    if diagnosis.blame is Blame.WIND:
        wanted = _CALMER
    if diagnosis.blame is Blame.NOISE:
        wanted = (("noise", LESS), *wanted)
    if cause in _TOO_LONG and max(np.hypot(*state.slope) for state in states) >= STEEP:
        wanted = (("clip_norm", LESS), *wanted)
    if tools.batch_size < setup.terrain.examples:  # few examples shake every step
        wanted = (("batch_size", MORE), *wanted)
    tried = [found for one in wanted if (found := _try(one, setup, tools, hand_out)) is not None]
    proven = [advice for advice, _ in tried if advice.proven]
    if proven:
        return proven[0]
    for button in _BUTTONS.get(cause, ()):
        if button in hand_out.buttons:
            return _stronger(button, states, hand_out) or Advice(button)
    away = float(np.hypot(*(states[-1].place - setup.gem)))
    better = [(left, i) for i, (_, left) in enumerate(tried) if left < 0.8 * away]
    return tried[min(better)[1]][0] if better else Advice("retry")


def _try(
    wanted: tuple[str, str], setup: RunSetup, tools: Tools, hand_out: HandOut
) -> tuple[Advice, float] | None:
    """The best advice of one kind, and how far from the gem it ends; None where it can't be."""
    what, way = wanted
    if what == GEAR:
        return _try_gears(setup, tools, hand_out)
    ends = next(((low, high) for name, low, high in hand_out.sliders if name == what), None)
    used = (*tools.parameters(), "noise", "batch_size")
    if ends is None or (what in RANGES and what not in used):
        return None
    before = value_of(tools, what)
    values = np.array([v for v in slider_values(what, *ends) if _is(way, v, before)])
    if len(values) == 0:
        return None
    told = sweep(setup, tools, what, values)
    best = _nearest_found(told, before)
    if best is None:
        best = int(np.argmin(_distances(told)))
    after = float(told.values[best])
    proven = told.fates[best] is Fate.FOUND
    advice = Advice(what, before, after, (setting(what, after),), proven)
    return advice, float(_distances(told)[best])


def _try_gears(setup: RunSetup, tools: Tools, hand_out: HandOut) -> tuple[Advice, float] | None:
    best: tuple[Advice, float] | None = None
    for name in hand_out.optimizers:
        if name == tools.optimizer or name not in OPTIMIZERS:
            continue
        other = replace(tools, optimizer=name)
        told = sweep(setup, other, "learning_rate", np.array([tools.learning_rate]))
        proven, left = told.fates[0] is Fate.FOUND, float(_distances(told)[0])
        if best is None or (proven, -left) > (best[0].proven, -best[1]):
            commands = (ChooseOptimizer(name),)
            best = Advice(GEAR, tools.optimizer, name, commands, proven), left
    return best


def _stronger(button: str, states: Sequence[RunState], hand_out: HandOut) -> Advice | None:
    """Half of what its slider gives, for a button that was pressed and too weak; else None."""
    if button == "leap":
        pressed = states[-1].leaps > 0
    else:  # only a gust moves the child without counting a step or a leap
        pressed = any(
            (one.steps, one.leaps) == (two.steps, two.leaps) and two.water < one.water
            for one, two in pairwise(states)
        )
    what, before = _STRENGTH[button], value_of(states[-1].tools, _STRENGTH[button])
    ends = next(((low, high) for name, low, high in hand_out.sliders if name == what), None)
    if not pressed or ends is None or before >= (after := sum(ends) / 2):
        return None
    return Advice(what, before, after, (setting(what, after),))


def _is(way: str, value: float, before: float) -> bool:
    return value < 0.95 * before if way == LESS else value > 1.05 * before


def _distances(told: WhatIf) -> np.ndarray:
    """How far from the gem each ended; leaving the map is as far as can be."""
    left = np.array([fate is Fate.OFF_MAP for fate in told.fates])
    return np.where(left, np.inf, told.distances)


def _nearest_found(told: WhatIf, before: float) -> int | None:
    """Of the values that find the gem the one nearest to `before`, a little inside their run."""
    good = [i for i, fate in enumerate(told.fates) if fate is Fate.FOUND]
    if not good:
        return None
    near = told.nearest(before)
    firm = [i for i in good if i - 1 in good and i + 1 in good]  # a lone one is mere luck
    best = min(firm or good, key=lambda i: abs(i - near))
    inward = 1 if best > near else -1
    # Near the edge of what works a slightly other start would miss: one value farther.
    if best + inward in good and best + 2 * inward in good:
        best += inward
    return best


def value_of(tools: Tools, what: str) -> float:
    """The value of a slider as the tools have it."""
    if what != SHRINK:
        return float(getattr(tools, what))
    return tools.schedule.rate if isinstance(tools.schedule, Exponential) else 1.0


def slider_values(what: str, low: float, high: float) -> list[float]:
    """Some values that the player can set a slider to, short numbers."""
    logarithmic = what in ("learning_rate", "clip_norm") and low > 0
    values = (np.geomspace if logarithmic else np.linspace)(low, high, _VALUES)
    if what == "batch_size":
        return sorted({float(round(value)) for value in values})
    return [float(f"{value:.2g}" if logarithmic else f"{value:.2f}") for value in values]


def setting(what: str, value: float) -> Command:
    """The command that sets a slider."""
    if what == SHRINK:
        return ChooseSchedule(Exponential(value) if value < 1 else Constant())
    return Tune(what, value)
