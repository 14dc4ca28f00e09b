"""Why the gem was missed: walks made by hand, one or more for each cause, and its place."""

import numpy as np
import pytest

from game.sim.commands import Dig, Gust, Leap, Step, Tune
from game.sim.diagnosis import Blame, Cause, diagnose
from game.sim.expedition import replay
from game.sim.schedules import Exponential
from game.sim.tools import Tools
from tests.sim.lands import bowl, from_function, setup, two_basins


def named(land, commands, *, start, **settings):
    run_setup = setup(land, start=start, **settings)
    expedition = replay(run_setup, [*commands, *[Step()] * run_setup.water])
    return diagnose(run_setup, expedition.states), expedition


def trough():
    """A steep narrow valley along the row y = 50, its floor falling gently to x = 80."""
    return from_function(
        lambda x, y: 6 - 6 * np.exp(-((y - 50) ** 2) / 40) + 0.001 * (x - 80) ** 2, 257
    )


def plain():
    """Quite flat west of x = 60, then a hollow at x = 80."""
    return from_function(
        lambda x, y: 5 - 5 * np.exp(-((x - 80) ** 2 + (y - 50) ** 2) / 60) + 0.002 * (100 - x) / 100
    )


def cliff():
    """A gentle slope to the east that breaks off at x = 40, and a hollow at x = 75."""

    def height(x, y):
        hollow = 4 * np.exp(-((x - 75) ** 2 + (y - 50) ** 2) / 80)
        return 14 - 0.15 * x - 4 * np.tanh((x - 40) / 1.5) + 0.0008 * (y - 50) ** 2 - hollow

    return from_function(height, 513)


def test_found():
    told, walk = named(bowl(), [], start=(30, 40), tools=Tools(learning_rate=20))
    assert told.cause is Cause.FOUND
    assert told.state == len(walk.states) - 1


def test_bounced_from_wall_to_wall():
    told, walk = named(trough(), [], start=(30, 53), tools=Tools(learning_rate=9.0), water=30)
    assert told.cause is Cause.BOUNCED
    before, here, after = (walk.states[told.state + i].place for i in (-1, 0, 1))
    assert (here - before) @ (after - here) < 0


def test_bounced_in_a_bowl_that_throws_no_farther():
    told, _ = named(bowl(), [], start=(30, 40), tools=Tools(learning_rate=99.9), water=40)
    assert told.cause is Cause.BOUNCED


@pytest.mark.parametrize("settle", [1, 3])
def test_overshot_out_of_the_valley(settle):
    land = two_basins()
    commands = [Step(), Tune("learning_rate", 2.0)]
    tools = Tools(learning_rate=60.0)
    told, _ = named(land, commands, start=(78.0, 50.0), tools=tools, settle=settle)
    assert (told.cause, told.state, told.blame) == (Cause.OVERSHOT, 0, Blame.SLOPE)


def test_crawled():
    told, walk = named(bowl(), [], start=(20, 40), tools=Tools(learning_rate=0.2))
    assert told.cause is Cause.CRAWLED
    assert 0 <= told.state < len(walk.states)


def test_steps_that_shrink_too_fast_crawl():
    tools = Tools(learning_rate=10.0, schedule=Exponential(0.6))
    assert named(bowl(), [], start=(20, 40), tools=tools)[0].cause is Cause.CRAWLED


def test_stuck_in_the_lesser_basin():
    told, walk = named(two_basins(), [], start=(22.0, 50.0), tools=Tools(learning_rate=3.0))
    assert told.cause is Cause.STUCK
    lesser = walk.setup.terrain.minima.places[1]
    assert np.hypot(*(walk.states[told.state].place - lesser)) < 3


def test_stuck_and_dug_there():
    commands = [*[Step()] * 30, Dig()]
    told, _ = named(two_basins(), commands, start=(22.0, 50.0), tools=Tools(learning_rate=3.0))
    assert told.cause is Cause.STUCK


def test_lost_on_a_plain():
    told, walk = named(plain(), [], start=(30.0, 50.0), tools=Tools(learning_rate=6.0))
    assert told.cause is Cause.PLAIN
    assert np.hypot(*walk.states[told.state].slope) < 0.05


def test_a_small_step_size_on_a_slope_is_no_plain():
    tools = Tools(learning_rate=0.3)
    assert named(cliff(), [], start=(10.0, 50.0), tools=tools)[0].cause is Cause.CRAWLED


@pytest.mark.parametrize("start", [(40.0, 20.0), (39.5, 26.0)])
def test_thrown_by_a_cliff(start):
    told, walk = named(cliff(), [], start=start, tools=Tools(learning_rate=14.0), water=20)
    assert told.cause is Cause.THROWN
    assert np.hypot(*walk.states[told.state].slope) > 1.5


def test_with_a_rope_nobody_is_thrown():
    tools = Tools(learning_rate=14.0, clip_norm=0.3)
    told, _ = named(cliff(), [], start=(40.0, 50.0), tools=tools, water=20)
    assert told.cause is not Cause.THROWN


def test_blown_off_by_steps_too_large():
    told, _ = named(bowl(), [], start=(20, 40), tools=Tools(learning_rate=150.0))
    assert (told.cause, told.blame) == (Cause.BLOWN_OFF, Blame.SLOPE)


def test_blown_off_by_wind():
    land = from_function(
        lambda x, y: 0.05 * x - 3 * np.exp(-((x - 30) ** 2 + (y - 50) ** 2) / 30), 257
    )
    tools = Tools("momentum", learning_rate=5.0, momentum=0.98)
    told, walk = named(land, [], start=(90, 44), tools=tools, settle=9)
    assert (told.cause, told.blame) == (Cause.BLOWN_OFF, Blame.WIND)
    assert told.state == len(walk.states) - 2


def test_a_step_without_an_end_is_blown_off():
    steep = from_function(lambda x, y: 1e200 * ((x - 50) ** 2 + (y - 50) ** 2), 33)
    told, _ = named(steep, [], start=(20, 40), tools=Tools(learning_rate=1e6))
    assert told.cause in (Cause.BLOWN_OFF, Cause.THROWN)


@pytest.mark.parametrize("optimizer", ["momentum", "nesterov"])
def test_passed_by_with_too_much_wind(optimizer):
    tools = Tools(optimizer, learning_rate=3.0, momentum=0.97)
    told, _ = named(bowl(), [], start=(25, 40), tools=tools, settle=3, water=30)
    assert (told.cause, told.blame) == (Cause.PASSED, Blame.WIND)


@pytest.mark.parametrize(("push", "blame"), [(Leap(), Blame.LEAP), (Gust(), Blame.GUST)])
def test_passed_by_with_a_leap_or_gust_at_the_gem(push, blame):
    land = bowl()
    tools = Tools(learning_rate=25.0, leap_reach=25.0, gust_strength=25.0)
    alone = replay(setup(land, start=(30, 40), tools=tools, settle=9), [Step()] * 20)
    there = next(i for i, state in enumerate(alone.states) if state.settled)
    commands = [*[Step()] * there, push]
    told, _ = named(land, commands, start=(30, 40), tools=tools, settle=3, water=there + 5)
    assert (told.cause, told.state, told.blame) == (Cause.PASSED, there, blame)


def test_dug_where_walking_on_would_have_found_it():
    tools = Tools(learning_rate=10.0)
    told, walk = named(bowl(), [Step(), Step(), Dig()], start=(20, 40), tools=tools)
    assert told.cause is Cause.DUG_EARLY
    assert told.state == len(walk.states) - 1


def test_dug_before_the_first_step():
    tools = Tools(learning_rate=20.0)
    assert named(bowl(), [Dig()], start=(20, 40), tools=tools)[0].cause is Cause.DUG_EARLY


def test_a_walk_that_has_not_ended_is_judged_too():
    run_setup = setup(bowl(), start=(20, 40), tools=Tools(learning_rate=0.1))
    assert diagnose(run_setup, replay(run_setup, [Step()] * 3).states).cause is Cause.CRAWLED
    assert diagnose(run_setup, replay(run_setup, []).states).cause in Cause
