"""Chance is a pure function of seed and step."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.sim import chance

seeds = st.integers(0, 2**31)


@given(seeds, st.integers(0, 1000))
def test_same_seed_and_step_give_the_same_and_a_crowd_starts_with_it(seed, step):
    one = chance.gradient_noise(seed, step)
    np.testing.assert_array_equal(one, chance.gradient_noise(seed, step))
    np.testing.assert_array_equal(one[0], chance.gradient_noise(seed, step, 50)[0])
    assert not np.array_equal(one, chance.gradient_noise(seed, step + 1))
    assert not np.array_equal(one, chance.gradient_noise(seed + 1, step))


def philox(key, counter):
    """Philox4x64-10 as its paper defines it, in whole numbers."""
    mask = 2**64 - 1
    k0, k1 = key, 0
    c = list(counter)
    for _ in range(10):
        high0, low0 = divmod(0xD2E7470EE14C6C93 * c[0], 2**64)
        high1, low1 = divmod(0xCA5A826395121157 * c[2], 2**64)
        c = [high1 ^ c[1] ^ k0, low1, high0 ^ c[3] ^ k1, low0]
        k0, k1 = (k0 + 0x9E3779B97F4A7C15) & mask, (k1 + 0xBB67AE8584CAA73B) & mask
    return c


@given(seeds, st.integers(0, 1000), st.integers(0, 9))
def test_numbers_are_those_of_philox(seed, step, purpose):
    # numpy counts a block up before it uses it, so that the first is block 1.
    wanted = [(word >> 11) * 2.0**-53 for word in philox(seed, (1, step, purpose, 0))]
    np.testing.assert_array_equal(chance.uniform(seed, step, purpose, 4), wanted)


def test_noise_has_mean_0_and_variance_1_in_each_direction():
    noise = chance.gradient_noise(1, 0, 200_000)
    assert np.abs(noise.mean(axis=0)).max() < 0.01
    assert np.abs(noise.var(axis=0) - 1).max() < 0.01
    assert abs((noise[:, 0] * noise[:, 1]).mean()) < 0.01


@given(seeds, st.integers(0, 300), st.integers(0, 20))
def test_directions_are_unit_vectors_and_differ_by_leap(seed, step, leap):
    ways = chance.directions(seed, step, leap)
    assert len(ways) > 5
    np.testing.assert_allclose((ways**2).sum(axis=1), 1, rtol=1e-12)
    assert not np.array_equal(ways[0], chance.directions(seed, step, leap + 1)[0])


def test_directions_point_every_way_alike():
    ways = np.concatenate([chance.directions(s, 0, 0, 400) for s in range(40)])
    eighths = np.floor((np.arctan2(*ways.T) + np.pi) / (np.pi / 4)).astype(int) % 8
    counts = np.bincount(eighths, minlength=8)
    assert counts.max() / counts.min() < 1.15
