"""The surveyed land: a terrain and a wide view that agree."""

import numpy as np
import pytest

from game.sim.land import survey, to_grain
from game.sim.recipe import Basin, Dunes, Formula, Recipe, Rim, Swell, grounded, heights_on

RECIPES = {
    "dunes": Recipe((Swell(7, seed=1), Dunes(3, seed=2), Basin(60, 40, 9, 10)), Rim(seed=3)),
    "formula": Recipe((Formula("sin(6*x)*cos(5*y) + x**2"),)),
    "nothing": Recipe(),
}


@pytest.fixture(scope="module", params=RECIPES.values(), ids=RECIPES.keys())
def surveyed(request):
    recipe = grounded(request.param)
    return recipe, survey(recipe)


def test_wide_view_has_the_promised_borders(surveyed):
    _, land = surveyed
    assert (land.west, land.east, land.north, land.south) == (-30, 130, -44, 150)
    assert land.wide.shape == (486, 401)
    assert land.wide.dtype == np.float32
    assert not land.wide.flags.writeable
    assert np.isfinite(land.wide).all()


def test_terrain_and_wide_view_agree(surveyed):
    _, land = surveyed
    x = np.linspace(land.west, land.east, land.wide.shape[1])
    y = np.linspace(land.north, land.south, land.wide.shape[0])
    columns, rows = (np.flatnonzero((at > 1) & (at < 99))[::7] for at in (x, y))
    points = np.stack([g.ravel() for g in np.meshgrid(x[columns], y[rows])], axis=1)
    wide = land.wide[np.ix_(rows, columns)].ravel()
    np.testing.assert_allclose(land.terrain.height(points), wide, atol=0.01)


def test_terrain_samples_are_the_recipe_in_whole_grains(surveyed):
    recipe, land = surveyed
    along = np.linspace(0, 100, 513)
    heights = land.terrain.heights
    np.testing.assert_allclose(heights, heights_on(recipe, along, along), atol=2.0**-22)
    grains = heights * 2.0**22
    assert np.array_equal(grains, np.round(grains))
    assert heights.min() == pytest.approx(0, abs=1e-6)


def test_no_height_is_minus_zero():
    assert not np.signbit(to_grain(np.array([-1e-9, -0.0, 0.0]))).any()


def test_same_recipe_same_land(surveyed):
    recipe, land = surveyed
    again = survey(recipe)
    assert np.array_equal(again.terrain.heights, land.terrain.heights)
    assert np.array_equal(again.wide, land.wide)
