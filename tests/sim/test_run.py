"""The rules of one walk, shown on tiny lands."""

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.chance import gradient_noise
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Dig, Gust, Leap, Rewind, Step, Tune
from game.sim.events import Ended, Ending, GemCollected, Gusted, Leapt, Refused, Stepped
from game.sim.optimizers import OPTIMIZERS
from game.sim.run import RunSetup, advance, begin, preview
from game.sim.schedules import Cosine, Exponential
from game.sim.tools import RANGES, Tools
from tests.sim.lands import bowl, from_function, setup, two_basins

BOWL, BASINS = bowl(), two_basins()


def walk(run_setup, *commands):
    """The last state and all events."""
    state, happened = begin(run_setup), []
    for command in commands:
        state, events = advance(run_setup, state, command)
        happened += events
    return state, happened


def test_a_plain_step_is_the_learning_rate_times_the_slope():
    run_setup = setup(BOWL, tools=Tools(learning_rate=3.0))
    state, events = walk(run_setup, Step())
    slope = BOWL.gradient(np.array([[20.0, 20.0]]))[0]
    np.testing.assert_array_equal(state.place, np.array([20.0, 20.0]) - 3.0 * slope)
    assert (state.steps, state.water) == (1, run_setup.water - 1)
    assert [type(event) for event in events] == [Stepped]


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_walk_is_the_optimizer_and_nothing_else(name):
    run_setup = setup(BOWL, tools=Tools(name, learning_rate=0.7), water=30)
    optimizer = run_setup.tools.make_optimizer(0.7)
    place, memory = np.array([[20.0, 20.0]]), optimizer.init(np.zeros((1, 2)))
    state = begin(run_setup)
    for _ in range(12):
        displacement, memory = optimizer.step(BOWL.gradient(place), memory)
        place = place + displacement
        state, _ = advance(run_setup, state, Step())
        np.testing.assert_array_equal(state.place, place[0])


def test_schedule_shrinks_steps_and_a_set_rate_holds_at_once():
    tools = Tools(learning_rate=2.0, schedule=Exponential(0.5))
    state, _ = walk(setup(BOWL, tools=tools), Step(), Step())
    assert state.learning_rate == 0.5
    state, _ = advance(setup(BOWL), state, Tune("learning_rate", 3.0))
    assert state.learning_rate == 3.0
    state, _ = advance(setup(BOWL), state, Step())
    assert state.learning_rate == 1.5


def test_a_new_schedule_goes_on_from_the_rate_of_the_moment():
    tools = Tools(learning_rate=2.0, schedule=Exponential(0.5))
    run_setup = setup(BOWL, tools=tools)
    state, _ = walk(run_setup, Step(), Step(), ChooseSchedule(Cosine(4, 0.0)))
    assert state.learning_rate == 0.5
    state, _ = advance(run_setup, advance(run_setup, state, Step())[0], Step())
    assert state.learning_rate == pytest.approx(0.25)


def test_a_tuned_parameter_keeps_the_memory_and_a_new_optimizer_empties_it():
    run_setup = setup(BOWL, tools=Tools("momentum", momentum=0.9))
    state, _ = walk(run_setup, Step(), Step())
    tuned, _ = advance(run_setup, state, Tune("momentum", 0.5))
    assert tuned.memory is state.memory
    assert tuned.velocity == pytest.approx(state.velocity * 5 / 9)
    again, _ = advance(run_setup, state, ChooseOptimizer("momentum"))
    assert not again.velocity.any()
    assert (again.water, again.steps) == (state.water, state.steps)


@given(st.floats(0.0, 3.0), st.integers(0, 5000))
@settings(max_examples=40)
def test_noise_is_added_to_the_slope_and_has_the_size_that_was_set(noise, seed):
    run_setup = setup(BOWL, seed=seed, tools=Tools(noise=noise))
    state, _ = walk(run_setup, Step())
    shaken = state.felt - begin(run_setup).slope
    wanted = noise * gradient_noise(seed, 0)[0]
    np.testing.assert_allclose(shaken, wanted, atol=1e-12)
    np.testing.assert_allclose(state.displacement, -state.felt)


def test_gust_pushes_along_the_way_and_momentum_carries_it():
    tools = Tools("momentum", learning_rate=0.5, momentum=0.5, gust_strength=4.0)
    run_setup = setup(BOWL, tools=tools)
    before, _ = walk(run_setup, Step())
    after, events = advance(run_setup, before, Gust())
    way = before.displacement / np.hypot(*before.displacement)
    np.testing.assert_allclose(after.displacement, 4.0 * way)
    assert after.water == before.water - 2
    assert after.steps == before.steps
    assert isinstance(events[0], Gusted)
    np.testing.assert_allclose(after.velocity, before.velocity + 0.5 * 4.0 * way)


def test_first_gust_goes_downhill():
    state, _ = walk(setup(BOWL), Gust())
    assert state.height < begin(setup(BOWL)).height


@given(st.integers(0, 3000), st.floats(1, 99), st.floats(1, 99))
@settings(max_examples=60)
def test_leap_reaches_as_far_as_set_stays_on_land_and_forgets(seed, x, y):
    tools = Tools("momentum", leap_reach=9.0)
    run_setup = setup(BOWL, start=(x, y), seed=seed, tools=tools, settle=99)
    state, events = walk(run_setup, Leap())
    assert np.hypot(*(state.place - [x, y])) == pytest.approx(9.0)
    assert BOWL.contains(state.place)[0]
    assert state.water == run_setup.water - 3
    assert not state.velocity.any()
    assert isinstance(events[0], Leapt)


def test_two_leaps_from_one_step_go_two_ways():
    run_setup = setup(BOWL)
    one, _ = walk(run_setup, Leap())
    two, _ = walk(run_setup, Leap(), Leap())
    assert not np.allclose(one.displacement, two.displacement)


@pytest.mark.parametrize(("command", "cost"), [(Gust(), 2), (Leap(), 3)])
def test_without_the_water_for_it_nothing_happens(command, cost):
    run_setup = setup(BOWL, water=cost - 1)
    before = begin(run_setup)
    after, events = advance(run_setup, before, command)
    assert after is before
    assert events == (Refused("water"),)


def test_last_water_ends_the_walk():
    state, events = walk(setup(BOWL, water=2, tools=Tools(learning_rate=0.1)), Step(), Step())
    assert state.ending is Ending.OUT_OF_WATER
    assert events[-1] == Ended(Ending.OUT_OF_WATER)


def test_found_on_the_last_water_is_found():
    state, _ = walk(setup(BOWL, water=1, tools=Tools(learning_rate=50.0)), Step())
    assert state.water == 0
    assert state.ending is Ending.FOUND


def test_gem_wants_as_many_landings_in_a_row_as_settle():
    run_setup = setup(BOWL, settle=3, tools=Tools(learning_rate=50.0))
    state = begin(run_setup)
    for wanted in (None, None, Ending.FOUND):
        state, _ = advance(run_setup, state, Step())
        assert state.ending is wanted


def test_lesser_gem_is_collected_once():
    lesser = BASINS.minima.places[1]
    run_setup = setup(BASINS, start=lesser + np.array([4.0, 0.0]), tools=Tools(learning_rate=5.0))
    state, events = walk(run_setup, *[Step()] * 30)
    assert events.count(GemCollected(0)) == 1
    assert state.collected == {0}


def test_dig_ends_the_walk_where_it_is():
    state, events = walk(setup(BOWL), Step(), Dig())
    assert state.ending is Ending.DUG
    assert events[-1] == Ended(Ending.DUG)


@pytest.mark.parametrize("command", [Step(), Gust(), Leap(), Dig(), Tune("noise", 1.0)])
def test_nothing_happens_after_the_end(command):
    run_setup = setup(BOWL)
    ended, _ = walk(run_setup, Dig())
    after, events = advance(run_setup, ended, command)
    assert after is ended
    assert events == (Refused("over"),)


def test_a_wild_step_leaves_the_map():
    state, events = walk(setup(BOWL, tools=Tools(learning_rate=200.0)), Step())
    assert state.ending is Ending.LEFT_MAP
    assert events[-1] == Ended(Ending.LEFT_MAP)


def test_a_step_that_no_number_can_hold_leaves_the_map_and_keeps_the_last_place():
    steep = from_function(lambda x, y: 1e302 * ((x - 60) ** 2 + (y - 40) ** 2))
    start, gem = np.array([20.0, 20.0]), np.array([60.0, 40.0])
    run_setup = RunSetup(steep, start, gem, tools=Tools(learning_rate=1e6))
    before = begin(run_setup)
    state, _ = advance(run_setup, before, Step())
    assert state.ending is Ending.LEFT_MAP
    np.testing.assert_array_equal(state.place, before.place)


commands = st.one_of(
    st.sampled_from([Step(), Step(), Step(), Gust(), Leap(), Rewind()]),
    st.builds(Tune, st.just("learning_rate"), st.floats(0, 60)),
    st.builds(Tune, st.just("noise"), st.floats(0, 20)),
    st.builds(Tune, st.just("momentum"), st.floats(0, 0.98)),
    st.builds(Tune, st.just("clip_norm"), st.floats(0.01, 5)),
    st.builds(ChooseOptimizer, st.sampled_from(sorted(OPTIMIZERS))),
    st.builds(ChooseSchedule, st.builds(Exponential, st.floats(0, 1))),
)


@given(st.lists(commands, max_size=40), st.integers(0, 99))
@settings(max_examples=60)
def test_state_stays_finite_and_on_land_until_the_walk_ends(path, seed):
    run_setup = setup(BASINS, seed=seed, water=40)
    state = begin(run_setup)
    for command in path:
        state, _ = advance(run_setup, state, command)
        assert np.isfinite(state.place).all()
        assert np.isfinite(state.slope).all()
        assert math.isfinite(state.height)
        assert all(np.isfinite(part).all() for part in state.memory)
        assert 0 <= state.water <= run_setup.water
        assert state.ending is Ending.LEFT_MAP or BASINS.contains(state.place)[0]


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_preview_is_where_the_step_lands(name):
    run_setup = setup(BOWL, tools=Tools(name, learning_rate=0.4))
    state, _ = walk(run_setup, Step(), Step())
    shown = preview(run_setup, state)
    after, _ = advance(run_setup, state, Step())
    np.testing.assert_array_equal(shown.place, after.place)
    assert shown.spread == 0


def test_preview_tells_how_far_noise_may_spread_the_step():
    run_setup = setup(BOWL, tools=Tools(learning_rate=2.0, noise=0.3))
    assert preview(run_setup, begin(run_setup)).spread == pytest.approx(0.6)


@pytest.mark.parametrize("name", RANGES)
def test_a_setting_out_of_range_is_refused_by_name(name):
    with pytest.raises(ValueError, match=name):
        advance(setup(BOWL), begin(setup(BOWL)), Tune(name, math.nan))
    with pytest.raises(ValueError, match=name):
        dataclasses.replace(Tools(), **{name: -1.0})


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match="unknown parameter 'sped'"):
        advance(setup(BOWL), begin(setup(BOWL)), Tune("sped", 1.0))
    with pytest.raises(ValueError, match="unknown optimizer 'adm'"):
        advance(setup(BOWL), begin(setup(BOWL)), ChooseOptimizer("adm"))
    with pytest.raises(TypeError, match="no command"):
        advance(setup(BOWL), begin(setup(BOWL)), "step")


def test_start_must_lie_on_the_land():
    with pytest.raises(ValueError, match="start"):
        RunSetup(BOWL, np.array([-1.0, 5.0]), np.array([50.0, 50.0]))


def test_fingerprint_tells_walks_apart():
    one = setup(BOWL)
    assert one.fingerprint == setup(bowl()).fingerprint
    others = [
        setup(BASINS),
        setup(BOWL, start=(21.0, 20.0)),
        setup(BOWL, seed=1),
        setup(BOWL, water=59),
        setup(BOWL, settle=2),
        setup(BOWL, tools=Tools(noise=0.1)),
    ]
    assert len({one.fingerprint, *(other.fingerprint for other in others)}) == 7
