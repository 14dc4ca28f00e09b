"""The score, against the formula of the rules worked by hand."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.events import Ending
from game.sim.run import begin
from game.sim.score import score
from tests.sim.lands import bowl, setup

SETUP = setup(bowl(60, 40), start=(60.0, 90.0))  # 50 paces from the gem, 25 paces above it
TOP = begin(SETUP).height


def ended(place, ending=Ending.DUG, **changes):
    place = np.array(place)
    height = float(SETUP.terrain.height(place)[0])
    return dataclasses.replace(begin(SETUP), place=place, height=height, ending=ending, **changes)


def test_halfway_there():
    # closeness 1 - 25/50; depth: 0.01 * 25^2 = 6.25 of 25 paces are left to fall.
    found = score(SETUP, ended([60.0, 65.0]))
    assert found.closeness == pytest.approx(0.5, abs=1e-6)
    assert found.depth == pytest.approx(0.75, abs=1e-3)
    assert (found.base, found.total, found.stars) == (600, 600, 1)
    assert found.distance == pytest.approx(25, abs=1e-6)


def test_found_counts_water_and_gems():
    state = ended([60.0, 40.0], Ending.FOUND, water=20, collected=frozenset({0, 2}))
    found = score(SETUP, state, par_water=20)
    assert (found.base, found.gem_points, found.water_points) == (1000, 100, 100)
    assert (found.total, found.stars) == (1200, 3)
    assert score(SETUP, state, par_water=21).stars == 2


def test_leaving_the_map_counts_nothing_but_gems():
    found = score(SETUP, ended([60.0, 41.0], Ending.LEFT_MAP, collected=frozenset({1})))
    assert (found.closeness, found.depth, found.total, found.stars) == (0, 0, 50, 0)


def test_farther_and_higher_than_the_start_is_0_not_less():
    found = score(SETUP, ended([1.0, 99.0]))
    assert (found.closeness, found.depth, found.total) == (0, 0, 0)


inside = st.floats(0, 100)


@given(inside, inside, st.sampled_from([Ending.DUG, Ending.OUT_OF_WATER]))
def test_lines_add_up_and_water_counts_only_when_found(x, y, ending):
    found = score(SETUP, ended([x, y], ending, water=9))
    assert found.closeness_points + found.depth_points == found.base
    assert found.base == round(600 * found.closeness + 400 * found.depth)
    assert found.total == found.base
    assert found.stars == (1 if found.total >= 600 else 0)
