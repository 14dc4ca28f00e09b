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


def test_every_stencil_keeps_a_constant_even_beyond_the_ends():
    at = np.linspace(-4, 14, 50)
    for stencil in (spline.spline(at, 0, 1, 11), spline.gaussian(11, 2.0)):
        values = spline.along_rows(stencil, np.full((11, 3), 7.0, np.float32))
        assert values == pytest.approx(7, abs=1e-4)


def test_columns_are_treated_as_rows_are():
    stencil = spline.spline(np.linspace(0, 30, 200), 0, 1, 31)
    grid = np.random.default_rng(1).normal(size=(31, 7)).astype(np.float32)
    rows = spline.along_rows(stencil, grid)
    assert rows.shape == (200, 7)
    assert (spline.along_columns(grid.T, stencil) == rows.T).all()
    assert spline.over_both(grid @ grid.T, stencil, stencil) == pytest.approx(
        rows @ rows.T, abs=1e-4
    )


def test_blurring_takes_a_spike_down_and_keeps_its_sum():
    grid = np.zeros((41, 1), np.float32)
    grid[20] = 1
    blurred = spline.along_rows(spline.gaussian(41, 3.0), grid)[:, 0]
    assert blurred.sum() == pytest.approx(1, abs=1e-4)
    assert blurred[20] == pytest.approx(1 / (3 * np.sqrt(2 * np.pi)), rel=0.02)
