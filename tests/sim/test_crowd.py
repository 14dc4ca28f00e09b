"""A crowd walks by the same rules as one child."""

import numpy as np
import pytest

from game.sim.commands import Step
from game.sim.crowd import walk_crowd
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import Exponential
from game.sim.tools import Tools
from tests.sim.lands import setup, two_basins

LAND = two_basins()


def alone(start, tools, **settings):
    expedition = Expedition(setup(LAND, start=start, tools=tools, **settings))
    while expedition.now.ending is None:
        expedition.apply(Step())
    return expedition.now


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("settle", [1, 4])
def test_every_walker_ends_as_it_would_alone(name, settle):
    starts = np.random.default_rng(3).uniform(8, 92, (40, 2))
    tools = Tools(name, learning_rate=3.0, schedule=Exponential(0.97), clip_norm=0.8)
    run_setup = setup(LAND, tools=tools, water=50, settle=settle)
    crowd = walk_crowd(run_setup, tools.make_optimizer(3.0), starts, schedule=tools.schedule)
    for i, start in enumerate(starts):
        one = alone(start, tools, water=50, settle=settle)
        assert crowd.found[i] == (one.ending is Ending.FOUND)
        assert crowd.left[i] == (one.ending is Ending.LEFT_MAP)
        assert crowd.steps[i] == one.steps
        np.testing.assert_array_equal(crowd.places[i], one.place)


def test_the_first_walker_has_the_noise_of_a_single_child():
    tools = Tools(learning_rate=3.0, noise=0.4)
    start = np.array([[30.0, 52.0]])
    crowd = walk_crowd(
        setup(LAND, tools=tools, seed=5), tools.make_optimizer(3.0), start.repeat(9, 0), noise=0.4
    )
    one = alone(start[0], tools, seed=5)
    np.testing.assert_array_equal(crowd.places[0], one.place)
    assert len(np.unique(crowd.places[:, 0])) == 9


def test_walkers_with_rates_of_their_own():
    rates = np.array([[0.5], [8.0], [300.0]])
    starts = np.full((3, 2), 20.0)
    optimizer = OPTIMIZERS["gradient_descent"](learning_rate=rates)
    crowd = walk_crowd(setup(LAND), optimizer, starts)
    for i, rate in enumerate(rates[:, 0]):
        one = alone(starts[i], Tools(learning_rate=rate))
        np.testing.assert_array_equal(crowd.places[i], one.place)
    assert crowd.left.tolist() == [False, False, True]
