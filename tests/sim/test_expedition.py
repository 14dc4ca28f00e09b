"""History: rewind, replay, and what is stored."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.commands import ChooseOptimizer, ChooseSchedule, Dig, Leap, Rewind, Step, Tune
from game.sim.events import Ending, Refused
from game.sim.expedition import Expedition, replay
from game.sim.schedules import Cosine, Exponential
from game.sim.tools import Tools
from tests.sim.lands import setup, two_basins
from tests.sim.test_run import commands

LAND = two_basins()


def same(one, other):
    """Whether two states are equal to the last bit."""
    return (
        one.place.tobytes() == other.place.tobytes()
        and one.height == other.height
        and one.slope.tobytes() == other.slope.tobytes()
        and all(np.array_equal(a, b) for a, b in zip(one.memory, other.memory, strict=True))
        and (one.water, one.steps, one.leaps, one.tools, one.ending, one.collected)
        == (other.water, other.steps, other.leaps, other.tools, other.ending, other.collected)
        and one.learning_rate == other.learning_rate
    )


def walked(*path, **settings):
    expedition = Expedition(setup(LAND, **settings))
    for command in path:
        expedition.apply(command)
    return expedition


@given(st.lists(commands, max_size=40), st.integers(0, 50))
@settings(max_examples=80)
def test_replaying_the_stored_commands_gives_every_state_to_the_last_bit(path, seed):
    expedition = walked(*path, seed=seed)
    again = replay(expedition.setup, expedition.commands)
    assert again.commands == expedition.commands
    assert len(again.states) == len(expedition.states)
    assert all(same(a, b) for a, b in zip(again.states, expedition.states, strict=True))


@given(st.lists(commands, max_size=20), st.integers(1, 25))
@settings(max_examples=60)
def test_rewinding_gives_back_the_earlier_state_and_walking_on_repeats_the_walk(path, undone):
    path = [command for command in path if not isinstance(command, Rewind)]
    expedition = walked(*path, tools=Tools(noise=0.4))
    states = list(expedition.states)
    undone = min(undone, len(states) - 1)
    for _ in range(undone):
        assert expedition.apply(Rewind()) == ()
    assert expedition.states == states[: len(states) - undone]
    assert expedition.rewinds == undone
    if undone and isinstance(path[-1], Step) and states[-1].steps == states[-2].steps + 1:
        again = replay(expedition.setup, expedition.commands)
        assert same(again.now, expedition.now)


def test_nothing_before_the_start():
    expedition = walked()
    assert expedition.apply(Rewind()) == (Refused("start"),)
    assert expedition.previous is expedition.now


def test_water_comes_back_with_an_undone_leap():
    expedition = walked(Step(), Leap())
    expedition.apply(Rewind())
    assert expedition.now.water == expedition.setup.water - 1


def test_an_ended_walk_can_be_taken_up_again():
    expedition = walked(Step(), Step(), Dig(), Rewind())
    assert expedition.now.ending is None
    assert expedition.now.steps == 1


def test_a_dragged_slider_is_stored_once_and_refused_commands_not_at_all():
    drag = [Tune("learning_rate", 0.1 * k) for k in range(1, 40)]
    expedition = walked(*drag, Tune("noise", 1.0), Tune("noise", 0.0), Step(), water=1)
    expedition.apply(Step())
    assert expedition.commands == (drag[-1], Tune("noise", 0.0), Step())
    assert expedition.now.ending is Ending.OUT_OF_WATER


def test_settings_chosen_twice_between_steps_are_stored_once():
    expedition = walked(
        Step(),
        ChooseOptimizer("adam"),
        ChooseOptimizer("momentum"),
        ChooseSchedule(Exponential(0.5)),
        ChooseSchedule(Cosine(9)),
    )
    assert expedition.commands == (Step(), ChooseOptimizer("momentum"), ChooseSchedule(Cosine(9)))
    assert same(replay(expedition.setup, expedition.commands).now, expedition.now)
