"""The change that is advised: only what the player holds, and, where it says so, it works."""

from dataclasses import replace

import numpy as np
import pytest

from game import levels
from game.advice import GEAR, Advice, advise, slider_values, value_of
from game.level_file import HandOut
from game.sim.commands import Dig, Gust, Leap, Step, Tune
from game.sim.diagnosis import Cause, diagnose
from game.sim.events import Ending
from game.sim.expedition import replay
from game.sim.schedules import Exponential
from game.sim.tools import Tools
from tests.sim.lands import bowl, from_function, setup, two_basins

ALL = HandOut(
    sliders=(
        ("learning_rate", 0.25, 64.0),
        ("shrink", 0.85, 1.0),
        ("momentum", 0.0, 0.98),
        ("clip_norm", 0.05, 2.0),
    ),
    optimizers=("gradient_descent", "momentum"),
    buttons=("dig", "leap", "gust"),
)


def cliff():
    return from_function(
        lambda x, y: (
            14
            - 0.15 * x
            - 4 * np.tanh((x - 40) / 1.5)
            + 0.004 * (y - 50) ** 2
            - 4 * np.exp(-((x - 75) ** 2 + (y - 50) ** 2) / 80)
        ),
        513,
    )


WALKS = {
    Cause.BOUNCED: (bowl(), (30, 40), {"tools": Tools(learning_rate=99.5)}),
    Cause.CRAWLED: (bowl(), (20, 40), {"tools": Tools(learning_rate=0.3)}),
    Cause.STUCK: (two_basins(), (22, 50), {"tools": Tools("momentum", 3.0, momentum=0.0)}),
    Cause.THROWN: (cliff(), (40.0, 52.0), {"tools": Tools(learning_rate=25.0), "settle": 3}),
    Cause.BLOWN_OFF: (bowl(), (20, 40), {"tools": Tools(learning_rate=150.0)}),
    Cause.PASSED: (
        bowl(),
        (25, 40),
        {"tools": Tools("momentum", 3.0, momentum=0.97), "settle": 3, "water": 40},
    ),
}


def walked(cause, commands=()):
    land, start, settings = WALKS[cause]
    run_setup = setup(land, start=start, **settings)
    states = replay(run_setup, [*commands, *[Step()] * run_setup.water]).states
    told = diagnose(run_setup, states)
    assert told.cause is cause
    return told, run_setup, states


@pytest.mark.parametrize("cause", WALKS)
def test_what_is_said_to_find_the_gem_finds_it(cause):
    told, run_setup, states = walked(cause)
    advice = advise(told, run_setup, states, ALL)
    assert advice.proven
    again = replay(run_setup, [*advice.commands, *[Step()] * run_setup.water])
    assert again.now.ending is Ending.FOUND


@pytest.mark.parametrize("cause", WALKS)
@pytest.mark.parametrize("held", [slider[0] for slider in ALL.sliders])
def test_only_sliders_that_are_handed_out_are_advised(cause, held):
    hand_out = HandOut(sliders=tuple(s for s in ALL.sliders if s[0] == held), buttons=())
    advice = advise(*walked(cause), hand_out)
    assert advice.what in (held, "retry")


@pytest.mark.parametrize("cause", WALKS)
def test_with_nothing_in_hand_nothing_is_set(cause):
    assert advise(*walked(cause), HandOut(buttons=())) == Advice("retry")


def test_a_leap_is_advised_where_only_that_helps():
    hand_out = HandOut(buttons=("dig", "leap"))
    assert advise(*walked(Cause.STUCK), hand_out) == Advice("leap")


@pytest.mark.parametrize(
    ("button", "move", "what"),
    [("gust", Gust(), "gust_strength"), ("leap", Leap(), "leap_reach")],
)
def test_who_pressed_a_button_in_vain_is_told_to_make_it_stronger(button, move, what):
    told, run_setup, states = walked(Cause.STUCK)
    tools = replace(run_setup.tools, **{what: 0.5})
    states = replay(replace(run_setup, tools=tools), [*[Step()] * 20, move, Step()]).states
    hand_out = HandOut(sliders=((what, 0.0, 8.0),), buttons=(button,))
    assert advise(told, run_setup, states, hand_out) == Advice(what, 0.5, 4.0, (Tune(what, 4.0),))
    unpressed = states[:15]
    assert advise(told, run_setup, unpressed, hand_out) == Advice(button)
    strong = [replace(state, tools=replace(tools, **{what: 4.0})) for state in states]
    assert advise(told, run_setup, strong, hand_out) == Advice(button)


def test_another_gear_is_advised_where_only_that_helps():
    told, run_setup, states = walked(Cause.CRAWLED)
    rate = replace(run_setup.tools, learning_rate=2.0, momentum=0.8)
    run_setup = replace(run_setup, tools=rate, water=40)
    states = replay(run_setup, [Step()] * 40).states
    told = diagnose(run_setup, states)
    advice = advise(told, run_setup, states, HandOut(optimizers=ALL.optimizers, buttons=()))
    assert (advice.what, advice.before, advice.after) == (GEAR, "gradient_descent", "momentum")


@pytest.mark.parametrize(
    ("name", "cause", "what", "least", "most"),
    [
        ("09-sky-blue-hollows", Cause.STUCK, "learning_rate", 14.0, 22.0),  # 10 is a lone one
        ("15-donkey-pass", Cause.CRAWLED, "noise", 0.04, 0.15),
        ("19-spyglass-gully", Cause.PASSED, GEAR, "nesterov", "nesterov"),
        ("25-sleeping-camel", Cause.BOUNCED, "momentum", 0.3, 0.8),
    ],
)
def test_the_advice_is_what_the_level_is_about(name, cause, what, least, most):
    level = levels.read(levels.find(name))
    run_setup = levels.build(level).setup
    states = replay(run_setup, [Step()] * run_setup.water).states
    told = diagnose(run_setup, states)
    advice = advise(told, run_setup, states, level.hand_out)
    assert (told.cause, advice.what, advice.proven) == (cause, what, True)
    assert least <= advice.after <= most


def test_who_dug_early_is_told_to_walk_on():
    run_setup = setup(bowl(), start=(20, 40), tools=Tools(learning_rate=10.0))
    states = replay(run_setup, [Step(), Dig()]).states
    assert advise(diagnose(run_setup, states), run_setup, states, ALL) == Advice("walk_on")


def test_who_leapt_away_is_told_to_stay():
    tools = Tools(learning_rate=25.0, leap_reach=25.0)
    run_setup = setup(bowl(), start=(30, 40), tools=tools, settle=3)
    alone = replay(run_setup, [Step()] * 30).states
    there = next(i for i, state in enumerate(alone) if state.settled)
    run_setup = replace(run_setup, water=there + 4)
    states = replay(run_setup, [*[Step()] * there, Leap(), Step()]).states
    assert advise(diagnose(run_setup, states), run_setup, states, ALL) == Advice("stay")


def test_values_lie_on_the_slider_and_are_short():
    for name, low, high in ALL.sliders:
        values = slider_values(name, low, high)
        assert min(values) >= low - 1e-9
        assert max(values) <= high + 1e-9
        assert all(len(f"{value:g}") <= 5 for value in values)


def test_the_value_of_shrink_is_that_of_the_schedule():
    assert value_of(Tools(schedule=Exponential(0.9)), "shrink") == 0.9
    assert value_of(Tools(), "shrink") == 1.0
