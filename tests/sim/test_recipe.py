"""Recipes: every part keeps the promises of all parts, and does its own."""

from dataclasses import fields, replace
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.recipe import (
    PARTS,
    Basin,
    Bowl,
    Cliff,
    Craters,
    Dunes,
    Formula,
    Hill,
    Network,
    Plateau,
    Ravine,
    Recipe,
    Ridge,
    Rim,
    Saddle,
    Swell,
    Tilt,
    grounded,
    heights_on,
    terrain_heights,
)

EXAMPLES = {
    "basin": Basin(60, 40, 9, 10, 1.5, 30),
    "bowl": Bowl(55, 45, 8, 50, 1.4, 20),
    "cliff": Cliff(50, 50, 8, 5, 20, 60),
    "craters": Craters(12, 1.5, 3, seed=2),
    "dunes": Dunes(3, seed=5),
    "formula": Formula("x**2 + sin(3*y)"),
    "hill": Hill(30, 60, 7, 9),
    "network": Network("shouts to 1", "2 to angry", (-5, 6), (-4, 9)),
    "plateau": Plateau(60, 40, 18, 6),
    "ravine": Ravine(20, 20, 80, 70, 4, 8, 4, 12),
    "ridge": Ridge(20, 70, 80, 30, 6, 4, -8),
    "saddle": Saddle(50, 50, 4, 15, 30),
    "swell": Swell(6, seed=3),
    "tilt": Tilt(12, 200),
}
GROUND = (Swell(3, seed=8),)  # something for a plateau to flatten
every_part = pytest.mark.parametrize("part", EXAMPLES.values(), ids=EXAMPLES.keys())


def height(recipe, x, y):
    return float(heights_on(recipe, [x], [y])[0, 0])


def bare(*parts):
    return Recipe(parts, rim=None)


def test_every_kind_of_part_has_an_example():
    assert EXAMPLES.keys() == PARTS.keys()
    for kind, part in EXAMPLES.items():
        assert type(part) is PARTS[kind]


@every_part
def test_a_part_is_a_value(part):
    assert part == replace(part)
    assert hash(part) == hash(replace(part))
    with pytest.raises(AttributeError):
        part.anything = 1


@every_part
def test_a_part_changes_the_land(part):
    along = np.linspace(2, 98, 33)
    before, after = (
        heights_on(bare(*GROUND), along, along),
        heights_on(bare(*GROUND, part), along, along),
    )
    assert np.ptp(after - before) > 0.5


@every_part
def test_a_place_has_one_height_whatever_grid_asks(part):
    recipe = Recipe((*GROUND, part), base=2.0)
    x, y = np.linspace(-30, 130, 41), np.linspace(-44, 150, 37)
    whole = heights_on(recipe, x, y)
    assert whole.shape == (37, 41)
    np.testing.assert_allclose(heights_on(recipe, x[7:20:3], y[3:9]), whole[3:9, 7:20:3], atol=1e-9)


@every_part
def test_single_precision_is_close(part):
    recipe = Recipe((*GROUND, part))
    x, y = np.linspace(-30, 130, 81), np.linspace(-44, 150, 77)
    single = heights_on(recipe, x.astype(np.float32), y.astype(np.float32))
    assert single.dtype == np.float32
    np.testing.assert_allclose(single, heights_on(recipe, x, y), atol=0.01)


@every_part
def test_the_land_goes_on_far_outside(part):
    far = np.linspace(-400, 500, 60)
    heights = heights_on(Recipe((*GROUND, part)), far, far)
    assert np.isfinite(heights).all()
    assert np.abs(heights).max() < 60


@every_part
@pytest.mark.parametrize("direction", [(1.0, 0.37), (-0.41, 1.0)])
def test_a_part_has_no_kinks(part, direction):
    step = 0.01
    t = np.arange(-75, 75, step)  # across the square and out of it on both sides
    xs, ys = 50 + direction[0] * t, 50 + direction[1] * t
    recipe = bare(*GROUND, part)
    pieces = [slice(i, i + 250) for i in range(0, len(t), 250)]
    row = np.concatenate([np.diag(heights_on(recipe, xs[at], ys[at])) for at in pieces])
    slope = np.diff(row) / step
    assert np.abs(np.diff(slope)).max() < 0.03


NUMBERS = [
    (kind, field.name)
    for kind, part in EXAMPLES.items()
    for field in fields(part)
    if isinstance(getattr(part, field.name), (int, float))
]


@pytest.mark.parametrize("value", [nan, inf, -inf, 1e300])
@pytest.mark.parametrize(("kind", "name"), NUMBERS)
def test_useless_numbers_are_refused(kind, name, value):
    with pytest.raises(ValueError, match="must be"):
        replace(EXAMPLES[kind], **{name: value})


@pytest.mark.parametrize(
    "make",
    [
        lambda: Basin(50, 50, 3, 0),
        lambda: Bowl(50, 50, 3, -1),
        lambda: Cliff(50, 50, 3, 2, length=-1),
        lambda: Craters(-1, 1, 3),
        lambda: Craters(10_000, 1, 3),
        lambda: Dunes(3, lee=0),
        lambda: Dunes(3, cover=1.5),
        lambda: Dunes(3, spacing=0.5),
        lambda: Plateau(50, 50, 10, 3, flatness=2),
        lambda: Ravine(50, 50, 50, 50, 1, 1, 3),
        lambda: Ridge(50, 50, 50.1, 50, 1, 3),
        lambda: Swell(3, scale=2),
        lambda: Swell(3, octaves=9),
        lambda: Swell(3, seed=-1),
    ],
)
def test_useless_shapes_are_refused(make):
    with pytest.raises(ValueError, match="must be"):
        make()


def test_every_seed_can_be_used():
    for seed in (0, 2**64 - 1):
        laid = (Swell(3, seed=seed), Dunes(3, seed=seed), Craters(2, 1, 3, seed=seed))
        assert np.isfinite(heights_on(Recipe(laid, Rim(seed=seed)), [-20.0, 50], [-20.0, 50])).all()


def test_a_basin_is_deepest_in_its_middle_and_a_hill_highest():
    assert height(bare(Basin(60, 40, 9, 10)), 60, 40) == pytest.approx(-9)
    assert height(bare(Basin(60, 40, 9, 10)), 70, 40) == pytest.approx(-9 * np.exp(-0.5))
    assert height(bare(Hill(60, 40, 9, 10)), 60, 50) == pytest.approx(9 * np.exp(-0.5))
    long = bare(Basin(60, 40, 9, 10, stretch=2, direction=90))
    assert height(long, 60, 60) == pytest.approx(-9 * np.exp(-0.5))
    assert height(long, 70, 40) == pytest.approx(-9 * np.exp(-0.5))


@given(st.floats(5, 95), st.floats(5, 95))
def test_a_bowl_is_a_quadratic(x, y):
    wanted = 8 / 50**2 * ((x - 55) ** 2 + ((y - 45) / 2) ** 2)
    assert height(bare(Bowl(55, 45, 8, 50, 2, 90)), x, y) == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize(("direction", "higher"), [(0, (80, 50)), (90, (50, 80)), (180, (20, 50))])
def test_directions_are_east_south_west(direction, higher):
    tilted = bare(Tilt(10, direction))
    assert height(tilted, *higher) == pytest.approx(3)
    assert height(bare(Cliff(50, 50, 8, 5, direction)), *higher) == pytest.approx(-4, abs=1e-3)


def test_a_cliff_is_as_steep_as_it_says():
    along = np.arange(30, 70, 0.01)
    drop = heights_on(bare(Cliff(50, 50, 12, 6, 0)), along, [50.0])[0]
    assert np.diff(drop).min() / 0.01 == pytest.approx(-2, rel=1e-3)
    ended = bare(Cliff(50, 50, 12, 6, 0, length=20))
    assert np.diff(heights_on(ended, along, [95.0])[0]).min() / 0.01 > -0.1


def test_a_plateau_nearly_stops_all_slopes():
    land = (Tilt(30, 0), Dunes(3, seed=1))
    inner = np.linspace(48, 52, 30)
    before = heights_on(bare(*land), inner, inner)
    after = heights_on(bare(*land, Plateau(50, 50, 20, 2, border=8, flatness=0.99)), inner, inner)
    assert np.ptp(after) == pytest.approx(0.01 * np.ptp(before), rel=1e-6)
    assert after.mean() == pytest.approx(2, abs=0.2)


def test_a_plateau_keeps_its_place_when_the_land_is_grounded():
    recipe = Recipe((Tilt(30, 0), Plateau(70, 50, 15, 4)))
    moved = grounded(recipe)
    x, y = np.array([30.0, 70.0, 82.0]), np.array([50.0, 60.0])
    shift = heights_on(moved, x, y) - heights_on(recipe, x, y)
    np.testing.assert_allclose(shift, moved.base, atol=1e-9)


def test_a_saddle_rises_one_way_and_falls_the_other():
    pass_ = bare(Saddle(50, 50, 4, 15, 0))
    assert height(pass_, 65, 50) == pytest.approx(4)
    assert height(pass_, 50, 35) == pytest.approx(-4)
    assert height(pass_, 50, 50) == pytest.approx(0)


def test_a_ridge_and_a_ravine_follow_their_bent_line():
    wall = bare(Ridge(20, 50, 80, 50, 6, 3, bend=10))
    assert height(wall, 50, 60) == pytest.approx(6)  # right of the way east is south
    assert height(wall, 50, 50) < 0.1
    valley = bare(Ravine(20, 50, 80, 50, 2, 8, 3))
    assert height(valley, 20, 50) == pytest.approx(-2)
    assert height(valley, 80, 50) == pytest.approx(-8)


def test_craters_are_strewn_by_their_seed():
    along = np.linspace(0, 100, 80)
    one, same, other = (
        heights_on(bare(Craters(15, 2, 3, seed)), along, along) for seed in (1, 1, 2)
    )
    assert np.array_equal(one, same)
    assert np.abs(one - other).max() > 0.5
    assert one.min() < -1
    assert not heights_on(bare(Craters(0, 2, 3)), along, along).any()


def test_dunes_are_gentle_to_windward_and_steep_in_the_lee():
    along = np.arange(0, 100, 0.05)
    row = heights_on(bare(Dunes(3, direction=0, bend=0, cover=1)), along, [50.0])[0]
    slope = np.diff(row) / 0.05
    assert -slope.min() > 2 * slope.max()
    assert np.ptp(row) == pytest.approx(3, rel=1e-3)


def test_parts_are_laid_in_their_order():
    flat, hill = Plateau(50, 50, 30, 0, flatness=1), Hill(50, 50, 5, 6)
    assert height(bare(hill, flat), 50, 50) == pytest.approx(0)
    assert height(bare(flat, hill), 50, 50) == pytest.approx(5)


@every_part
def test_grounded_land_has_its_lowest_sample_at_zero(part):
    heights = terrain_heights(grounded(Recipe((*GROUND, part), base=-7.0)))
    assert heights.shape == (513, 513)
    assert heights.min() == pytest.approx(0, abs=1e-9)
