"""What is advised where a teacher has locked tools."""

from dataclasses import replace

import pytest

from game.advice import GEAR, Advice, advise
from game.course import LOCKABLE
from game.level_file import HandOut
from game.locked_advice import advise_within, free_tools, settable
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Leap, Tune
from game.sim.diagnosis import Cause
from game.sim.schedules import Constant, Cosine, Exponential
from game.ui.advice_words import change
from tests.test_advice import ALL, WALKS, walked

EVERYTHING = frozenset(LOCKABLE)


@pytest.mark.parametrize("cause", WALKS)
def test_without_locks_it_is_the_advice_itself(cause):
    walk = walked(cause)
    assert advise_within(*walk, ALL, frozenset()) == advise(*walk, ALL)
    other = HandOut(buttons=())
    assert advise_within(*walk, other, EVERYTHING) == Advice("retry")  # nothing here is locked


@pytest.mark.parametrize("cause", WALKS)
def test_with_everything_locked_it_is_said_plainly(cause):
    advice = advise_within(*walked(cause), ALL, EVERYTHING)
    assert advice == Advice("locked")
    assert change(advice, "child") == (
        "Your teacher locked what would help here. Watch what the steps do."
    )


@pytest.mark.parametrize("cause", WALKS)
@pytest.mark.parametrize("name", ["learning_rate", "momentum", "clip_norm", GEAR])
def test_no_locked_tool_is_ever_named(cause, name):
    advice = advise_within(*walked(cause), ALL, frozenset({name}))
    assert advice.what != name
    assert name not in advice.free


def test_what_is_left_to_set_is_named():
    hand_out = replace(ALL, optimizers=(), buttons=("dig",))
    advice = advise_within(
        *walked(Cause.CRAWLED), hand_out, frozenset({"learning_rate", "shrink", "momentum"})
    )
    assert advice == Advice("locked", free=("clip_norm",))
    assert change(advice, "child").endswith("You can still change: Rope.")
    assert change(advice, "grown-up").endswith("You can still change: Gradient clipping.")


def test_help_that_no_lock_hides_is_not_promised():
    only = HandOut(sliders=(("clip_norm", 0.05, 2.0), ("noise", 0.0, 1e-6)), buttons=())
    told, run_setup, states = walked(Cause.CRAWLED)
    advice = advise_within(told, run_setup, states, only, frozenset({"clip_norm"}))
    assert advice == Advice("some_locked", free=("noise",))
    assert change(advice, "child").startswith("Your teacher locked some tools.")


def test_only_tools_that_do_something_are_named():
    """Momentum does nothing in sandals, nor a leap's reach without leaps."""
    sliders = (("momentum", 0.0, 0.9), ("leap_reach", 4.0, 20.0), ("learning_rate", 0.2, 9.0))
    hand_out = HandOut(sliders=sliders, buttons=("dig",))
    locked = frozenset({"learning_rate"})
    assert advise_within(*walked(Cause.CRAWLED), hand_out, locked) == Advice("locked")


def test_free_tools_are_all_but_the_locked_ones():
    free = free_tools(ALL, frozenset({"momentum", "optimizer", "leap"}))
    assert [name for name, *_ in free.sliders] == ["learning_rate", "shrink", "clip_norm"]
    assert free.optimizers == ()
    assert free.buttons == ("dig", "gust")
    assert free_tools(ALL, frozenset()) == ALL


@pytest.mark.parametrize(
    ("command", "can"),
    [
        (Tune("learning_rate", 2.0), True),
        (Tune("learning_rate", 20.0), False),  # beyond the slider
        (Tune("momentum", 0.5), False),
        (ChooseOptimizer("adam"), True),
        (ChooseOptimizer("rmsprop"), False),
        (ChooseSchedule(Exponential(0.95)), True),  # by the slider
        (ChooseSchedule(Exponential(0.5)), False),
        (ChooseSchedule(Constant()), True),
        (ChooseSchedule(Cosine(40, 0.1)), False),
        (Leap(), False),
    ],
)
def test_only_what_is_held_can_be_set(command, can):
    held = HandOut(
        sliders=(("learning_rate", 0.2, 9.0), ("shrink", 0.9, 1.0)),
        optimizers=("gradient_descent", "adam"),
        schedules=("constant",),
    )
    assert settable([command], held) == ((command,) if can else ())
