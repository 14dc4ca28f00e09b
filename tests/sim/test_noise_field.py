"""Noise: the same numbers with and without the compiled package, and the same place everywhere."""

import platform

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim import noise_field
from game.sim.noise_field import fractal_noise, fractal_noise_in_numpy, world_noise

coordinate = st.floats(-5000, 5000, width=32)
coordinates = st.lists(coordinate, min_size=1, max_size=8).map(lambda c: np.array(c, np.float32))
octaves = st.integers(1, 5)
factor = st.floats(0.25, 3, width=32)

# pnoise2(x, y, octaves) at a few places, for systems that do not have the package.
RECORDED = [
    (0.5, 0.25, 1, -0.038818359375),
    (3.25, -7.75, 1, -0.04640007019042969),
    (100.3, 250.7, 3, 0.13041940331459045),
    (-0.1, 1023.9, 2, -0.11723524332046509),
]


@given(coordinates, coordinates, octaves, factor, factor)
def test_numpy_gives_what_the_package_gives(xs, ys, count, persistence, lacunarity):
    noise = pytest.importorskip("noise")
    wanted = [[noise.pnoise2(x, y, count, persistence, lacunarity) for x in xs] for y in ys]
    got = fractal_noise_in_numpy(xs, ys, count, persistence, lacunarity)
    if platform.machine().lower() in ("x86_64", "amd64"):
        np.testing.assert_array_equal(got, np.array(wanted, np.float32))
    else:
        np.testing.assert_allclose(got, wanted, atol=1e-4)


@pytest.mark.parametrize(("x", "y", "count", "wanted"), RECORDED)
@pytest.mark.parametrize("compiled", [True, False])
def test_recorded_values(x, y, count, wanted, compiled, monkeypatch):
    monkeypatch.setattr(noise_field, "COMPILED", compiled and noise_field.COMPILED)
    assert fractal_noise([x], [y], count)[0, 0] == pytest.approx(wanted, abs=1e-6)


def test_rows_follow_y_and_columns_follow_x():
    xs, ys = np.array([0.3, 1.7, 2.2]), np.array([5.1, 6.6])
    whole = fractal_noise(xs, ys, 2)
    assert whole.shape == (2, 3)
    for row, y in enumerate(ys):
        for column, x in enumerate(xs):
            assert whole[row, column] == fractal_noise([x], [y], 2)[0, 0]


def test_perlin_noise_vanishes_at_whole_coordinates():
    assert not fractal_noise(np.arange(-3, 9), np.arange(250, 260)).any()


def test_less_than_one_octave_is_refused():
    with pytest.raises(ValueError, match="octaves"):
        fractal_noise([0.5], [0.5], 0)


@given(
    st.lists(st.floats(-60, 160), min_size=1, max_size=6),
    st.lists(st.floats(-60, 160), min_size=1, max_size=6),
    st.integers(0, 2**64 - 1),
    st.floats(8, 90),
)
def test_a_place_has_one_value_whatever_grid_asks(xs, ys, seed, scale):
    together = world_noise(np.array(xs), np.array(ys), scale, 2, seed)
    alone = world_noise(np.array(xs[-1:]), np.array(ys[:1]), scale, 2, seed)
    assert together[0, -1] == pytest.approx(alone[0, 0], abs=1e-12)


def test_every_seed_gives_other_noise():
    along = np.linspace(0, 100, 40)
    fields = [world_noise(along, along, 60, 2, seed) for seed in (0, 1, 2, 2**32, 2**63)]
    for i, one in enumerate(fields):
        assert 0.1 < np.std(one) < 1
        for other in fields[:i]:
            assert abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) < 0.9


@pytest.mark.parametrize("seed", [0, 1, 7, 10_000_000, 2**64 - 1])
@pytest.mark.parametrize("count", [1, 2, 4])
def test_no_seed_leads_to_whole_coordinates(seed, count, monkeypatch):
    asked = []

    def spy(xs, ys, octaves):
        asked.extend((xs, ys))
        return np.zeros((len(ys), len(xs)), np.float32)

    monkeypatch.setattr(noise_field, "fractal_noise", spy)
    world_noise(np.linspace(-30, 130, 50), np.linspace(-44, 150, 50), 24.0, count, seed)
    finest = np.concatenate(asked)[:, None] * 2.0 ** np.arange(count)
    assert np.abs(finest - np.round(finest)).min() > 0.01


def test_world_noise_is_smooth():
    step = 0.01
    along = np.arange(0, 60, step)
    row = world_noise(along, np.array([31.0]), 20, 2, 5)[0]
    slope = np.diff(row) / step
    assert np.abs(np.diff(slope)).max() < 0.002  # a kink would jump by a tenth
    assert np.abs(slope).max() > 0.02


def test_single_precision_is_kept_and_close():
    along = np.linspace(-30, 130, 70)
    exact = world_noise(along, along, 40, 2, 9)
    single = world_noise(along.astype(np.float32), along.astype(np.float32), 40, 2, 9)
    assert single.dtype == np.float32
    np.testing.assert_allclose(single, exact, atol=1e-5)
