"""The rim: whatever lies inside, the border leads back in."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.recipe import (
    Cliff,
    Dunes,
    Formula,
    Hill,
    Ravine,
    Recipe,
    Ridge,
    Rim,
    Swell,
    Tilt,
    heights_on,
    rim_holds,
    terrain_heights,
)
from game.sim.terrain import Terrain
from tests.sim.lands import bowl, from_function

anywhere = st.floats(-5, 105)
seeds = st.integers(0, 2**32 - 1)
parts = st.one_of(
    st.builds(Swell, st.floats(0, 9), st.floats(40, 90), seed=seeds),
    st.builds(Dunes, st.floats(0, 5), st.floats(14, 24), st.floats(0, 360), seed=seeds),
    st.builds(Hill, anywhere, anywhere, st.floats(0, 12), st.floats(6, 20)),
    st.builds(Tilt, st.floats(-25, 25), st.floats(0, 360)),
    st.builds(Cliff, anywhere, anywhere, st.floats(0, 9), st.floats(4, 9), st.floats(0, 360)),
)


def surveyed(*laid, rim=None):
    return Terrain(terrain_heights(Recipe(laid, rim or Rim())))


@settings(max_examples=25)
@given(st.lists(parts, max_size=5), seeds)
def test_the_rim_holds_around_any_land(laid, seed):
    assert rim_holds(surveyed(*laid, rim=Rim(seed=seed)))


@pytest.mark.parametrize(
    "laid",
    [
        (Hill(50, 50, 20, 30),),
        (Tilt(60, 45),),
        (Cliff(99, 50, 15, 6, 0),),
        (Ridge(50, 10, 50, 110, 9, 3), Ravine(50, 50, 120, 50, 2, 9, 3)),
        (Formula("-x**2 - y**2", relief=22),),
        (Formula("exp(-3*x)", relief=22),),
    ],
)
def test_the_rim_holds_where_the_land_falls_away(laid):
    assert not rim_holds(Terrain(heights_on(Recipe(laid, None), *[np.linspace(0, 100, 513)] * 2)))
    assert rim_holds(surveyed(*laid))


@pytest.mark.parametrize("side", ["west", "east", "north", "south"])
def test_one_leak_is_enough_not_to_hold(side):
    sign, axis = (1 if side in ("east", "south") else -1), ("we" in side or "ea" in side)

    def leaking(x, y):
        out, along = (x, y) if axis else (y, x)
        edge = out - 100 if sign > 0 else -out
        dip = np.exp(-((along - 40) ** 2) / 20 + edge / 8)
        return 0.004 * ((x - 50) ** 2 + (y - 50) ** 2) - 9 * dip

    assert not rim_holds(from_function(leaking, 257))
    assert rim_holds(bowl())


def test_a_flat_land_has_no_rim():
    assert not rim_holds(Terrain(np.ones((9, 9))))


def test_the_rim_is_lower_in_the_south():
    lower, even = (terrain_heights(Recipe((), Rim(south=share, slope=1e-9))) for share in (0.5, 1))
    np.testing.assert_allclose(lower[-1], 0.5 * even[-1], atol=0.01)
    np.testing.assert_allclose(lower[0], even[0], atol=1e-9)
    assert lower[-1].min() > 0.2


def test_the_rim_leaves_the_middle_alone():
    middle = np.linspace(25, 75, 30)
    assert np.abs(heights_on(Recipe((), Rim()), middle, middle)).max() < 0.1


def test_corrections_of_the_rim_stay_near_the_border():
    recipe = Recipe((Tilt(60, 45),), Rim())
    middle = np.linspace(15, 85, 30)
    bare = heights_on(Recipe((Tilt(60, 45),), None), middle, middle)
    assert np.abs(heights_on(recipe, middle, middle) - bare).max() < 0.3


@pytest.mark.parametrize("settings_", [{"width": 0}, {"slope": 0}, {"height": float("nan")}])
def test_useless_rims_are_refused(settings_):
    with pytest.raises(ValueError, match="must be"):
        Rim(**settings_)
