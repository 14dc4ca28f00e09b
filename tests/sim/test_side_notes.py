"""What a walk shows besides its cause: saddles and trembling, where they are and nowhere else."""

from dataclasses import replace

import numpy as np
import pytest

from game import levels
from game.sim.commands import Dig, Step
from game.sim.diagnosis import Blame, Cause, Diagnosis, diagnose
from game.sim.expedition import replay
from game.sim.side_notes import AtSaddle, Trembled, side_note
from game.sim.tools import Tools
from tests.sim.lands import bowl, from_function, setup, two_basins


def noted(run_setup, commands=None):
    states = replay(run_setup, commands or [Step()] * run_setup.water).states
    told = diagnose(run_setup, states)
    return told.cause, side_note(told, run_setup, states), states


def hourglass():
    """A pass at (50, 50), level with nothing near: up to east and west, down to north and south."""

    def height(x, y):
        return 8 + 0.02 * (x - 50) ** 2 - 0.006 * (y - 50) ** 2 + 0.000004 * (y - 50) ** 4

    return from_function(height, 257)


@pytest.fixture(scope="module")
def trembling():
    return levels.build(levels.read(levels.find("27-trembling-ground"))).setup


@pytest.mark.parametrize("end", [[Step()] * 40, [*[Step()] * 30, Dig()]], ids=["dry", "dug"])
def test_who_stands_on_a_pass_is_told_since_when(end):
    run_setup = setup(hourglass(), start=(20, 50), tools=Tools(learning_rate=8.0), water=40)
    cause, note, states = noted(run_setup, end)
    assert cause in (Cause.CRAWLED, Cause.DUG_EARLY)
    assert isinstance(note, AtSaddle)
    at = states[note.first]
    assert np.hypot(*(at.place - (50, 50))) < 1.5
    xx, xy, yy = run_setup.terrain.hessian(at.place)[0]
    assert xx * yy - xy * xy < 0
    assert np.hypot(*at.slope) < 0.05


def test_a_pass_that_is_only_crossed_is_not_named():
    fast = setup(hourglass(), start=(20, 46), tools=Tools(learning_rate=24.0), water=40)
    assert noted(fast)[1] is None


@pytest.mark.parametrize(
    ("land", "start", "rate"),
    [
        (bowl(), (20, 40), 0.3),  # a slope, and no pass
        (bowl(), (58, 40), 0.3),  # flat, but a floor
        (two_basins(), (22, 50), 3.0),
        (from_function(lambda x, y: 1e-4 * (x - 50) ** 2 - 1e-5 * y * y), (60, 50), 1.0),  # a plain
    ],
)
def test_elsewhere_nobody_stands_on_a_pass(land, start, rate):
    run_setup = setup(bowl(), start=start, tools=Tools(learning_rate=rate), water=40)
    run_setup = replace(run_setup, terrain=land)
    assert noted(run_setup)[1] is None


def test_the_level_of_the_pass_and_no_other_speaks_of_one():
    found = set()
    for path in levels.shipped():
        run_setup = levels.build(levels.read(path)).setup
        for rate in (2.0, 8.0, 13.0):
            tools = replace(run_setup.tools, learning_rate=rate)
            if isinstance(noted(replace(run_setup, tools=tools))[1], AtSaddle):
                found.add(path.stem)
    assert found == {"15-donkey-pass"}


def test_who_hears_few_messages_is_told_how_many(trembling):
    for heard in (1, 2, 8):
        tools = replace(trembling.tools, batch_size=heard, learning_rate=4.0)
        cause, note, _ = noted(replace(trembling, tools=tools))
        assert cause is not Cause.FOUND
        assert note == Trembled(heard, 48)


def test_all_messages_do_not_tremble(trembling):
    tools = replace(trembling.tools, batch_size=48, learning_rate=1.0)
    cause, note, _ = noted(replace(trembling, tools=tools))
    assert cause is not Cause.FOUND
    assert note is None


def test_what_the_cause_says_already_is_not_said_twice(trembling):
    states = replay(trembling, [Step()] * trembling.water).states
    for cause in (Cause.BLOWN_OFF, Cause.PASSED):
        assert side_note(Diagnosis(cause, 5, Blame.NOISE), trembling, states) is None
    assert side_note(Diagnosis(Cause.BLOWN_OFF, 5, Blame.SLOPE), trembling, states) is not None
    assert side_note(Diagnosis(Cause.FOUND, 5), trembling, states) is None


@pytest.mark.parametrize("steps", [0, 1, 5])
def test_a_short_walk_has_nothing_beside_it(trembling, steps):
    assert noted(trembling, [*[Step()] * steps, Dig()])[1] is None


def test_a_walk_endlessly_far_away_is_no_trouble():
    run_setup = setup(bowl(), start=(20, 40), tools=Tools(learning_rate=1e6), water=40)
    assert noted(run_setup)[1] is None
