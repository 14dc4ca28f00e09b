import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.draw import spline


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-2, 2))
def test_a_parabola_keeps_its_slope_and_its_bend(a, b, c):
    grid = np.arange(20) * 0.5 - 1
    at = np.linspace(0, 7, 33)
    values = (a + b * grid + c * grid**2)[:, None].astype(np.float32)
    slope = spline.along_rows(spline.spline_slope(at, -1, 0.5, 20), values)[:, 0]
    assert slope == pytest.approx(b + 2 * c * at, abs=1e-3)
    value = spline.along_rows(spline.spline(at, -1, 0.5, 20), values)[:, 0]
    # a B-spline smooths: it lies a sixth of the second difference above a parabola
    assert value == pytest.approx(a + b * at + c * at**2 + c * 0.5**2 / 3, abs=1e-3)


def test_every_matrix_keeps_a_constant_even_beyond_the_ends():
    at = np.linspace(-4, 14, 50)
    for matrix in (spline.spline(at, 0, 1, 11), spline.gaussian(np.clip(at, 0, 10), 0, 1, 11, 2.0)):
        assert matrix.sum(1) == pytest.approx(1, abs=1e-5)


def test_blocks_give_what_the_whole_matrix_gives():
    matrix = spline.spline(np.linspace(0, 30, 200), 0, 1, 31)
    grid = np.random.default_rng(1).normal(size=(31, 7)).astype(np.float32)
    assert spline.along_rows(matrix, grid) == pytest.approx(matrix @ grid, abs=1e-5)
    assert spline.along_columns(grid.T, matrix) == pytest.approx(grid.T @ matrix.T, abs=1e-5)


def test_blurring_takes_a_spike_down_and_keeps_its_sum():
    grid = np.zeros((41, 1), np.float32)
    grid[20] = 1
    blurred = spline.along_rows(spline.gaussian(np.arange(41), 0, 1, 41, 3.0), grid)[:, 0]
    assert blurred.sum() == pytest.approx(1, abs=0.02)
    assert blurred[20] == pytest.approx(1 / (3 * np.sqrt(2 * np.pi)), rel=0.02)
