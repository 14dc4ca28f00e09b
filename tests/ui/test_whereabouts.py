"""Where the child stands, in words that differ where the place does."""

from dataclasses import replace

import numpy as np
import pytest

from game import levels
from game.sim.run import begin
from game.ui.hearing import FLAT
from game.ui.whereabouts import where_am_i


@pytest.fixture(scope="module")
def setup():
    return levels.build(levels.read(levels.shipped()[0])).setup


def standing(setup, slope=(0.0, 0.5), height=5.0):
    return where_am_i(setup, replace(begin(setup), slope=np.array(slope), height=height))


def test_it_tells_the_way_down_the_steepness_and_the_height(setup):
    assert standing(setup, (0.0, 0.5)).startswith("Down is to the north. It is steep.")
    assert "height of 5.0 paces" in standing(setup)


def test_steeper_ground_has_other_words(setup):
    said = [standing(setup, (steep, 0.0)) for steep in (0.05, 0.3, 0.6, 1.1)]
    assert len(set(said)) == 4


def test_flat_ground_has_no_way_down(setup):
    said = standing(setup, (FLAT / 2, 0.0))
    assert said.startswith("The ground is flat.")
    assert "slope" not in said
    assert "Down is" not in said


def test_low_middle_and_high_differ(setup):
    low, high = setup.terrain.heights.min(), setup.terrain.heights.max()
    said = [standing(setup, height=float(low + (high - low) * k)).split("I stand")[1][:6]
            for k in (0.1, 0.5, 0.9)]  # fmt: skip
    assert len(set(said)) == 3


def test_it_gives_no_sign_of_the_gem(setup):
    elsewhere = replace(setup, gem=setup.gem + 20.0)
    assert standing(setup) == standing(elsewhere)
