"""What the child is seen doing follows from the two states that are blended."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.commands import Dig, Gust, Leap, Step
from game.sim.run import advance, begin
from game.sim.tools import Tools
from game.ui.draw.actor import Passage, moment
from game.ui.draw.child import EAST, WEST
from tests.sim.lands import bowl, setup

BOWL = bowl(80.0, 50.0)


def passage(kind, *commands, start=(20.0, 50.0), **tools):
    run_setup = setup(BOWL, start=start, tools=Tools(**tools))
    before = state = begin(run_setup)
    for command in commands:
        before, (state, _) = state, advance(run_setup, state, command)
    return Passage(before, state, kind)


@given(st.floats(0, 1), st.sampled_from(["step", "gust", "leap", "rewind"]))
def test_the_child_is_on_the_straight_way_between_the_two_places(blend, kind):
    walked = passage(kind, Step(), learning_rate=2.0)
    seen = moment(walked, blend, 0.0)
    wanted = walked.before.place + (walked.after.place - walked.before.place) * blend
    np.testing.assert_allclose(seen.place, wanted, atol=1e-9)
    assert seen.hop >= 0


@pytest.mark.parametrize("kind", ["step", "gust", "leap", "rewind", "rest"])
def test_a_passage_ends_on_the_ground_at_the_exact_place(kind):
    walked = passage(kind, Step(), learning_rate=2.0)
    seen = moment(walked, 1.0, 0.0)
    np.testing.assert_array_equal(seen.place, walked.after.place)
    assert seen.hop == 0
    assert seen.pose == "idle"


def test_it_faces_the_way_it_walks_and_keeps_facing_it_when_undone():
    walked = passage("step", Step(), learning_rate=2.0)
    assert moment(walked, 0.5, 0.0).facing == EAST
    undone = Passage(walked.after, walked.before, "rewind")
    assert moment(undone, 0.5, 0.0).facing == EAST
    west = passage("step", Step(), start=(95.0, 50.0), learning_rate=2.0)
    assert moment(west, 0.5, 0.0).facing == WEST


@pytest.mark.parametrize(("rate", "pose"), [(1.0, "walk"), (8.0, "run"), (30.0, "stumble")])
def test_longer_steps_look_wilder(rate, pose):
    assert moment(passage("step", Step(), learning_rate=rate), 0.3, 0.0).pose == pose


@pytest.mark.parametrize("kind", ["step", "gust", "leap"])
def test_it_cheers_where_it_finds_a_lesser_gem(kind):
    walked = passage(kind, Step(), learning_rate=1.0)
    found = Passage(walked.before, replace(walked.after, collected=frozenset({0})), kind)
    assert moment(found, 1.0, 0.0).pose == "cheer"
    assert moment(found, 0.3, 0.0).pose != "cheer"
    assert moment(Passage(found.after, found.after), 1.0, 0.0).pose == "idle"
    assert moment(Passage(found.after, found.before, "rewind"), 1.0, 0.0).pose == "idle"


def test_it_stumbles_where_it_ran_past_the_lowest_ground():
    over = passage("step", Step(), start=(76.0, 50.0), learning_rate=120.0)
    assert over.uphill
    assert moment(over, 0.9, 0.0).pose == "stumble"


def test_leap_flies_and_gust_blows():
    leap = moment(passage("leap", Leap()), 0.5, 0.0)
    assert (leap.pose, leap.hop > 3) == ("leap", True)
    assert moment(passage("gust", Gust()), 0.5, 0.0).pose == "gust"


def test_endings_and_thirst_show_at_rest():
    rest = passage("rest", Dig())
    assert moment(rest, 1.0, 0.0).pose == "dig"
    thirsty = replace(rest.before, water=2)
    assert moment(Passage(thirsty, thirsty), 1.0, 0.0).pose == "thirsty"


def test_the_scarf_shows_what_momentum_carries():
    walked = passage("step", Step(), optimizer="momentum", learning_rate=2.0)
    seen = moment(walked, 1.0, 0.0)
    np.testing.assert_array_equal(seen.velocity, walked.after.velocity)
    assert seen.velocity[0] > 0
    assert not moment(passage("step", Step()), 1.0, 0.0).velocity.any()


def test_it_breathes():
    rest = passage("rest")
    assert moment(rest, 1.0, 0.0).phase != moment(rest, 1.0, 900.0).phase
