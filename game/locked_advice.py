"""Advice where a teacher has locked tools: what still can be set, and whether a lock hides help."""

from collections.abc import Sequence
from dataclasses import replace

from game.advice import Advice, advise
from game.level_file import HandOut
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Command, Tune
from game.sim.diagnosis import Diagnosis
from game.sim.run import RunSetup, RunState
from game.sim.schedules import Constant, Exponential, name_of
from game.sim.tools import RANGES, Tools

_MOST_NAMED = 3  # more names than that are no help
_WITH_BUTTON = {"leap_reach": "leap", "gust_strength": "gust"}


def advise_within(
    diagnosis: Diagnosis,
    setup: RunSetup,
    states: Sequence[RunState],
    hand_out: HandOut,
    locked: frozenset[str],
) -> Advice:
    """The change to suggest without the tools in `locked`, some of `course.LOCKABLE`.

    Where none of the others helps, "locked" or "some_locked": with a lock that hides what would
    help, or without; `free` names what is left to set.
    """
    held = free_tools(hand_out, locked)
    advice = advise(diagnosis, setup, states, held)
    if advice.what != "retry" or held == hand_out:
        return advice
    hidden = advise(diagnosis, setup, states, hand_out).what != "retry"
    return Advice("locked" if hidden else "some_locked", free=_names(held, states[-1].tools))


def free_tools(hand_out: HandOut, locked: frozenset[str]) -> HandOut:
    """What a level hands out without what a teacher has locked."""
    return replace(
        hand_out,
        sliders=tuple(slider for slider in hand_out.sliders if slider[0] not in locked),
        optimizers=() if "optimizer" in locked else hand_out.optimizers,
        schedules=() if "schedule" in locked else hand_out.schedules,
        buttons=tuple(button for button in hand_out.buttons if button not in locked),
    )


def settable(commands: Sequence[Command], held: HandOut) -> tuple[Command, ...]:
    """Those of `commands` that set what a player can set who holds these tools."""
    return tuple(command for command in commands if _can_be_set(command, held))


def _can_be_set(command: Command, held: HandOut) -> bool:
    ends = {name: (low, high) for name, low, high in held.sliders}
    match command:
        case Tune(parameter, value):
            return parameter in ends and ends[parameter][0] <= value <= ends[parameter][1]
        case ChooseOptimizer(name):
            return name in held.optimizers
        case ChooseSchedule(Exponential(rate)) if "shrink" in ends:
            return ends["shrink"][0] <= rate <= ends["shrink"][1]
        case ChooseSchedule(schedule):
            return name_of(schedule) in held.schedules
    return False


def _names(held: HandOut, tools: Tools) -> tuple[str, ...]:
    """Names of a few things that can be set and change something, choices first."""
    named = [name for name in ("optimizer", "schedule") if len(getattr(held, f"{name}s")) > 1]
    named += [name for name, _, _ in held.sliders if _acts(name, held, tools)]
    named += [name for name in ("leap", "gust") if name in held.buttons]
    return tuple(named[:_MOST_NAMED])


def _acts(name: str, held: HandOut, tools: Tools) -> bool:
    """Whether a slider does anything with the gear and schedule of the walk."""
    if name in _WITH_BUTTON:
        return _WITH_BUTTON[name] in held.buttons
    if name == "shrink":
        return isinstance(tools.schedule, Constant | Exponential)
    return name in (*tools.parameters(), "noise", "batch_size") and name in RANGES
