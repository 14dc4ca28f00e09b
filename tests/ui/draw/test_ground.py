"""The land beyond what a level is made of."""

import numpy as np
import pytest

from game.ui.draw.ground import settled
from tests.ui.draw.lands import land_of, rolling


@pytest.fixture(scope="module")
def ground():
    return settled(land_of(rolling))


def test_ground_that_reaches_far_enough_stays_as_it_is(ground):
    assert ground.reaching(ground.west, ground.west + 60.0) is ground


@pytest.mark.parametrize("side", [-1, 1])
def test_beyond_its_ends_the_ground_goes_on_without_a_seam(ground, side):
    columns = ground.heights.shape[1]
    east = ground.west + ground.steps[0] * (columns - 1)
    wider = ground.reaching(ground.west - 20.0, east + 20.0)
    assert wider.west <= ground.west - 20.0
    end = ground.west if side < 0 else east
    y = np.linspace(0.0, 100.0, 21)
    for reach in (0.0, 8.0, 15.0):
        places = np.column_stack((np.full(21, end - side * reach), y))
        np.testing.assert_allclose(wider.at(places), ground.at(places), atol=0.02)
    step = ground.steps[0]
    rows = [wider.at(np.column_stack((np.full(21, end + k * step), y))) for k in (-1, 0, 1)]
    bend = np.abs(rows[0] - 2 * rows[1] + rows[2])
    assert bend.max() < 0.05
