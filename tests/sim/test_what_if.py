"""The strip of what would have been: each of its walks is the one that a child would walk."""

import numpy as np
import pytest

from game.sim.commands import Step
from game.sim.events import Ending
from game.sim.expedition import replay
from game.sim.run import FOUND_WITHIN
from game.sim.schedules import Exponential
from game.sim.tools import Tools
from game.sim.what_if import NEAR, SHRINK, Fate, strip_values, sweep
from tests.sim.lands import setup, two_basins

LAND = two_basins()
START = (15.0, 44.0)


def alone(tools, **settings):
    run_setup = setup(LAND, start=START, tools=tools, **settings)
    return replay(run_setup, [Step()] * run_setup.water)


@pytest.mark.parametrize("optimizer", ["gradient_descent", "momentum", "rmsprop"])
@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_every_walk_is_that_of_a_child_with_this_step_size(optimizer, noise):
    tools = Tools(optimizer, learning_rate=4.0, noise=noise, schedule=Exponential(0.97))
    run_setup = setup(LAND, start=START, water=40, settle=2, seed=7, tools=tools)
    told = sweep(run_setup, tools, "learning_rate", strip_values(0.2, 60.0, 12))
    assert len(told.fates) == 12
    for i, rate in enumerate(told.values):
        one = alone(tools.with_parameter("learning_rate", rate), water=40, settle=2, seed=7)
        places = np.array([state.place for state in one.states])
        np.testing.assert_allclose(told.path(i), places, atol=1e-9)
        assert (told.fates[i] is Fate.FOUND) == (one.now.ending is Ending.FOUND)
        assert (told.fates[i] is Fate.OFF_MAP) == (one.now.ending is Ending.LEFT_MAP)
        assert told.steps[i] == one.now.steps


def test_fates_say_where_it_ended():
    run_setup = setup(LAND, start=START, water=40, settle=2)
    told = sweep(run_setup, Tools(), "learning_rate", strip_values(0.05, 200.0))
    assert {Fate.LESSER, Fate.DRY, Fate.OFF_MAP} <= set(told.fates)
    for i, fate in enumerate(told.fates):
        path = told.path(i)
        to_lesser = np.hypot(*(path[:, None] - run_setup.lesser_gems).transpose(2, 0, 1)).min()
        if fate is Fate.NEAR:
            assert told.distances[i] <= NEAR
        if fate is Fate.LESSER:
            assert told.distances[i] > NEAR
            assert to_lesser <= FOUND_WITHIN
        if fate is Fate.DRY:
            assert told.distances[i] > NEAR
            assert to_lesser > FOUND_WITHIN


@pytest.mark.parametrize(
    ("parameter", "values"), [("momentum", [0.0, 0.5, 0.95]), (SHRINK, [0.7, 1.0])]
)
def test_other_settings_can_be_swept(parameter, values):
    tools = Tools("momentum", learning_rate=2.0)
    run_setup = setup(LAND, start=START, water=30, tools=tools)
    told = sweep(run_setup, tools, parameter, np.array(values))
    for i, value in enumerate(values):
        if parameter == SHRINK:
            one = alone(Tools("momentum", 2.0, schedule=Exponential(value)), water=30)
        else:
            one = alone(tools.with_parameter(parameter, value), water=30)
        np.testing.assert_allclose(told.path(i)[-1], one.now.place, atol=1e-9)


def test_the_nearest_value_is_found_by_ratio():
    told = sweep(setup(LAND, start=START, water=2), Tools(), "learning_rate", np.array([1.0, 100]))
    assert told.nearest(9.0) == 0
    assert told.nearest(11.0) == 1
