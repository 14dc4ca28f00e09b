"""Valleys: where sand from every place comes to rest."""

import numpy as np
import pytest

from game.sim.valleys import NOWHERE, valleys_of
from tests.sim.lands import bowl, from_function, two_basins


def test_a_bowl_is_one_valley():
    assert set(np.unique(valleys_of(bowl()).labels)) == {0}


@pytest.mark.parametrize(("place", "label"), [((70, 50), 0), ((30, 50), 1), ((90, 90), 0)])
def test_two_basins_are_two_valleys(place, label):
    assert valleys_of(two_basins()).at(np.array(place, dtype=float))[0] == label


def test_small_steps_end_in_the_valley_that_they_began_in():
    land = two_basins()
    places = starts = np.random.default_rng(5).uniform(5, 95, (300, 2))
    for _ in range(4000):
        places = places - 0.5 * land.gradient(places)
    ends = np.hypot(*(places[:, None] - land.minima.places).transpose(2, 0, 1)).argmin(axis=1)
    # Only next to a divide may the grid of samples lead another way.
    assert (valleys_of(land).at(starts) == ends).mean() > 0.95


def test_places_off_the_map_count_as_its_edge():
    valleys = valleys_of(two_basins())
    assert valleys.at(np.array([[150.0, 50.0]]))[0] == valleys.at(np.array([[100.0, 50.0]]))[0]


def test_a_slope_without_floor_leads_nowhere():
    land = from_function(lambda x, y: 0.1 * x + 0 * y)
    assert set(np.unique(valleys_of(land).labels)) == {NOWHERE}
