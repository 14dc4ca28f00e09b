"""Which examples a step looks at."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim import chance
from game.sim.batches import batch_spread, chosen_size, felt_slopes, shares
from game.sim.terrain import Terrain

PLACE = np.array([[1.0, 1.0]])


class Examples(Terrain):
    """A land of six examples; the slope of example i is (i, -i)."""

    examples = 6

    def batch_gradient(self, points, share):
        each = np.arange(6.0)
        return np.stack([share @ each, -(share @ each)], axis=1)

    def batch_spread(self, place, size):
        return 6.0 - size


LAND = Examples(np.zeros((3, 3)))


@given(st.integers(0, 2**31), st.integers(0, 900), st.integers(1, 60))
def test_a_batch_is_drawn_without_putting_back_and_the_same_for_one_and_for_many(seed, step, count):
    many = chance.batches(seed, step, count, 4)
    assert np.array_equal(np.sort(many, axis=1), np.arange(count)[None].repeat(4, axis=0))
    assert np.array_equal(chance.batches(seed, step, count)[0], many[0])


def test_every_example_is_drawn_alike_and_every_step_anew():
    first = [chance.batches(3, step, 8)[0, 0] for step in range(4000)]
    assert np.abs(np.bincount(first) / 500 - 1).max() < 0.2


def test_batches_are_drawn_apart_from_noise_and_leaps():
    draws = [chance.uniform(1, 5, purpose, 9) for purpose in (0, *range(1, 40), chance.BATCH)]
    assert len({draw.tobytes() for draw in draws}) == len(draws)


@pytest.mark.parametrize(
    ("asked", "size"), [(1.0, 1), (2.4, 2), (2.6, 3), (0.2, 1), (6.0, 6), (99.0, 6), (np.inf, 6)]
)
def test_a_size_is_whole_and_at_most_all(asked, size):
    assert chosen_size(LAND, asked) == size
    assert chosen_size(Terrain(np.zeros((3, 3))), asked) == 0


def test_shares_are_even_among_the_first_so_many():
    order = np.array([[2, 0, 1], [0, 1, 2]])
    found = shares(order, np.array([1.0, 2.0]))
    assert found.tolist() == [[0, 0, 1], [0.5, 0.5, 0]]


def test_a_larger_batch_holds_the_smaller_one():
    order = chance.batches(7, 3, 6)
    small, large = (shares(order, np.array([size])) > 0 for size in (2.0, 4.0))
    assert (large >= small).all()
    assert large.sum() == 4


def test_where_all_are_looked_at_nothing_is_drawn():
    for size in (6.0, np.inf, np.array([[6.0]])):
        assert felt_slopes(LAND, PLACE, size, 1, 0) is None
    assert felt_slopes(Terrain(np.zeros((3, 3))), PLACE, 1.0, 1, 0) is None
    assert batch_spread(LAND, PLACE[0], np.inf) == 0
    assert batch_spread(LAND, PLACE[0], 2.0) == 4


def test_walkers_may_have_sizes_of_their_own():
    places = PLACE.repeat(3, axis=0)
    found = felt_slopes(LAND, places, np.array([[1.0], [3.0], [6.0]]), 9, 2)
    order = chance.batches(9, 2, 6, 3)
    wanted = [order[0, 0], order[1, :3].mean(), 2.5]
    assert found[:, 0] == pytest.approx(wanted)
    alike = felt_slopes(LAND, places, np.array([[3.0], [3.0], [3.0]]), 9, 2, same_chance=True)
    assert len(np.unique(alike)) == 2  # (s, -s) for all
