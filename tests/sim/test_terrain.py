"""Heights, exact slopes, and minima."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.terrain import Terrain
from tests.sim.lands import bowl, from_digits, from_function, two_basins

ROUGH = Terrain(np.random.default_rng(5).uniform(0, 9, (17, 23)), 100.0)
inside = st.floats(0, 100, allow_nan=False)
places = st.lists(st.tuples(inside, inside), min_size=1, max_size=20).map(np.array)


def catmull_rom(samples, at):
    """Keys' cubic kernel with a = -1/2, summed over four neighbours, ends extended straight."""
    samples = np.concatenate(
        [[2 * samples[0] - samples[1]], samples, [2 * samples[-1] - samples[-2]]]
    )
    at = at + 1
    first = min(int(at), len(samples) - 3)
    total = 0.0
    for k in range(first - 1, first + 3):
        d = abs(at - k)
        if d <= 1:
            total += samples[k] * (1.5 * d**3 - 2.5 * d**2 + 1)
        elif d < 2:
            total += samples[k] * (-0.5 * d**3 + 2.5 * d**2 - 4 * d + 2)
    return total


@given(inside, inside)
def test_height_is_the_catmull_rom_sum(x, y):
    rows, columns = ROUGH.heights.shape
    across = [catmull_rom(row, x / 100 * (columns - 1)) for row in ROUGH.heights]
    wanted = catmull_rom(np.array(across), y / 100 * (rows - 1))
    assert ROUGH.height(np.array([[x, y]]))[0] == pytest.approx(wanted, abs=1e-9)


def test_surface_goes_through_every_sample_and_rows_run_south():
    land = from_digits("123\n456\n789", size=2)
    x, y = np.meshgrid([0.0, 1, 2], [0.0, 1, 2])
    found = land.height(np.stack([x.ravel(), y.ravel()], axis=1))
    np.testing.assert_allclose(found, np.arange(1.0, 10), atol=1e-12)


@given(places)
def test_gradient_is_the_derivative_of_height(points):
    # Away from cell borders a central difference of a cubic errs by its third derivative only.
    spacing = 100 / (np.array(ROUGH.heights.shape[::-1]) - 1)
    cell = np.clip(np.floor(points / spacing), 0, np.array(ROUGH.heights.shape[::-1]) - 2)
    points = (cell + np.clip(points / spacing - cell, 0.01, 0.99)) * spacing
    step = 1e-4
    for axis in (0, 1):
        shift = np.eye(2)[axis] * step
        difference = (ROUGH.height(points + shift) - ROUGH.height(points - shift)) / (2 * step)
        np.testing.assert_allclose(ROUGH.gradient(points)[:, axis], difference, atol=1e-6)


@given(inside, st.integers(1, 20))
def test_slope_is_continuous_across_cell_borders(y, column):
    x = column * 100 / 22
    left, right = ROUGH.gradient(np.array([[x - 1e-9, y], [x + 1e-9, y]]))
    np.testing.assert_allclose(left, right, atol=1e-6)


@given(places)
def test_one_place_alone_is_that_place_among_many(points):
    slopes, heights = ROUGH.gradient(points), ROUGH.height(points)
    for point, slope, height in zip(points, slopes, heights, strict=True):
        np.testing.assert_array_equal(ROUGH.gradient(point[None])[0], slope)
        one_height, one_slope = ROUGH.height_and_gradient(point)
        assert one_height == height
        np.testing.assert_array_equal(one_slope, slope)


def test_more_places_than_one_chunk():
    points = np.random.default_rng(2).uniform(0, 100, (9000, 2))
    halves = [ROUGH.gradient(points[:4500]), ROUGH.gradient(points[4500:])]
    np.testing.assert_array_equal(ROUGH.gradient(points), np.concatenate(halves))


def test_outside_is_the_nearest_edge_and_is_not_contained():
    points = np.array([[-5.0, 30], [120, -1], [50, 100], [np.nan, 3]])
    assert ROUGH.contains(points).tolist() == [False, False, True, False]
    edge = np.array([[0.0, 30], [100, 0]])
    np.testing.assert_array_equal(ROUGH.height(points[:2]), ROUGH.height(edge))


def test_minimum_of_a_bowl_is_polished_far_below_its_sample_spacing():
    land = bowl(61.234, 38.765)
    assert len(land.minima.places) == 1
    np.testing.assert_allclose(land.global_minimum, [61.234, 38.765], atol=1e-9)


def test_minima_come_lowest_first_and_each_is_flat_and_low():
    land = two_basins()
    assert len(land.minima.places) == 2
    assert land.minima.heights[0] < land.minima.heights[1]
    assert land.global_minimum[0] == pytest.approx(70, abs=1)
    assert np.abs(land.gradient(land.minima.places)).max() < 1e-12
    for place, height in zip(land.minima.places, land.minima.heights, strict=True):
        angle = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        ring = place + 0.3 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        assert (land.height(ring) > height).all()


@pytest.mark.parametrize("turn", [0.0, 0.3, 0.785, 1.2])
def test_a_narrow_slanting_ravine_has_one_minimum(turn):
    def height(x, y):
        u = (x - 51.3) * np.cos(turn) + (y - 47.7) * np.sin(turn)
        v = -(x - 51.3) * np.sin(turn) + (y - 47.7) * np.cos(turn)
        return 0.0005 * u * u + 0.2 * v * v

    land = from_function(height, 513)
    assert len(land.minima.places) == 1
    np.testing.assert_allclose(land.global_minimum, [51.3, 47.7], atol=1e-8)


@given(st.integers(0, 200))
def test_minima_of_random_lands_are_within_1e9_paces_of_no_slope(seed):
    rough = np.random.default_rng(seed).uniform(0, 9, (12, 12))
    land = Terrain(rough, 100.0)
    places = land.minima.places
    xx, xy, yy = land.hessian(places).T
    softest = (xx + yy) / 2 - np.sqrt(((xx - yy) / 2) ** 2 + xy**2)
    steepness = np.sqrt((land.gradient(places) ** 2).sum(axis=1))
    curved = softest > 1e-3
    assert (steepness[curved] / softest[curved] < 1e-9).all()
    low = rough[1:-1, 1:-1].min()
    if low < min(rough[0].min(), rough[-1].min(), rough[:, 0].min(), rough[:, -1].min()):
        assert land.minima.heights[0] <= low


def test_bad_heights_are_refused():
    with pytest.raises(ValueError, match="2 x 2"):
        Terrain(np.zeros((1, 5)))
    with pytest.raises(ValueError, match="finite"):
        Terrain(np.array([[1.0, np.nan], [1, 1]]))
    with pytest.raises(ValueError, match="no lowest"):
        from_digits("111\n222\n333").global_minimum  # noqa: B018


def test_a_terrain_cannot_be_changed_from_outside():
    heights = np.random.default_rng(1).uniform(0, 1, (5, 5))
    land = Terrain(heights)
    heights[:] = 0
    assert land.heights.max() > 0
    with pytest.raises(ValueError, match="read-only"):
        land.heights[0, 0] = 3
