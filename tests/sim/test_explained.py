"""The numbers of a move that are shown are those that made it."""

from itertools import pairwise

import numpy as np
import pytest

from game.sim.commands import ChooseSchedule, Gust, Leap, Step, Tune
from game.sim.expedition import Expedition
from game.sim.explained import explain
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import Exponential, StepDecay
from game.sim.tools import Tools
from tests.sim.lands import setup, two_basins

LAND = two_basins()
SETTINGS = {
    "plain": {},
    "shaken": {"noise": 0.4},
    "roped": {"clip_norm": 0.2},
    "shrinking": {"schedule": Exponential(0.9)},
    "all": {"noise": 0.3, "clip_norm": 0.25, "schedule": StepDecay(3, 0.5), "momentum": 0.7},
}


def by_hand(optimizer, t):
    """The move by the textbook's formula, from the terms alone."""
    match optimizer:
        case "gradient_descent":
            return -t["rate"] * t["pull"]
        case "momentum":
            return -t["rate"] * (t["momentum"] * t["old_wind"] + t["pull"])
        case "nesterov":
            wind = t["momentum"] * t["old_wind"] + t["pull"]
            return -t["rate"] * (t["pull"] + t["momentum"] * wind)
        case "adagrad":
            squares = t["old_squares"] + t["pull"] ** 2
            return -t["rate"] * t["pull"] / (np.sqrt(squares) + t["epsilon"])
        case "rmsprop":
            squares = t["decay"] * t["old_squares"] + (1 - t["decay"]) * t["pull"] ** 2
            return -t["rate"] * t["pull"] / (np.sqrt(squares) + t["epsilon"])
    means = t["beta1"] * t["old_means"] + (1 - t["beta1"]) * t["pull"]
    squares = t["beta2"] * t["old_squares"] + (1 - t["beta2"]) * t["pull"] ** 2
    fair = means / (1 - t["beta1"] ** t["count"])
    return -t["rate"] * fair / (np.sqrt(squares / (1 - t["beta2"] ** t["count"])) + t["epsilon"])


def walked(tools, commands):
    expedition = Expedition(setup(LAND, start=(15.0, 44.0), tools=tools, settle=9))
    for command in commands:
        expedition.apply(command)
    return expedition.states


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_terms_of_every_step_make_its_move(optimizer, settings):
    tools = Tools(optimizer, learning_rate=1.5, **SETTINGS[settings])
    commands = [*[Step()] * 5, Tune("learning_rate", 0.7), *[Step()] * 4]
    states = walked(tools, [*commands, ChooseSchedule(Exponential(0.8)), Step(), Step()])
    assert len(states) == 12
    for before, after in pairwise(states):
        told = explain(before, after)
        assert told.kind == "step"
        np.testing.assert_allclose(by_hand(optimizer, told.terms), after.displacement, atol=1e-9)
        np.testing.assert_allclose(told.vector("move"), after.displacement, atol=1e-9)
        np.testing.assert_allclose(
            told.vector("place") + told.vector("move"), told.vector("new_place"), atol=1e-9
        )


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_what_goes_into_the_formula_is_told_from_the_slope_on(optimizer):
    states = walked(Tools(optimizer, learning_rate=1.5, **SETTINGS["all"]), [Step()] * 6)
    for before, after in pairwise(states):
        t = explain(before, after).terms
        np.testing.assert_array_equal(t["slope"], before.slope)
        np.testing.assert_allclose(t["slope"] + t["noise"], t["felt"], atol=1e-12)
        share = t["rope"] / t["length"] if "rope" in t else 1.0
        assert share <= 1.0
        np.testing.assert_allclose(t["felt"] * share, t["pull"], atol=1e-12)
        if "factor" in t:
            assert t["step_size"] * t["factor"] == pytest.approx(t["rate"], abs=1e-12)


@pytest.mark.parametrize(("push", "kind"), [(Gust(), "gust"), (Leap(), "leap")])
def test_gusts_and_leaps_go_one_way_as_far_as_set(push, kind):
    tools = Tools(learning_rate=1.5, gust_strength=5.0, leap_reach=9.0)
    before, after = walked(tools, [Step(), push])[-2:]
    told = explain(before, after)
    assert told.kind == kind
    assert told.terms["reach"] == {"gust": 5.0, "leap": 9.0}[kind]
    assert np.hypot(*told.vector("way")) == pytest.approx(1.0)
    np.testing.assert_allclose(
        told.terms["reach"] * told.vector("way"), after.displacement, atol=1e-9
    )


def test_only_what_took_part_is_told():
    before, after = walked(Tools(learning_rate=1.5), [Step()])
    assert list(explain(before, after).terms) == [
        "slope",
        "pull",
        "rate",
        "move",
        "place",
        "new_place",
    ]
