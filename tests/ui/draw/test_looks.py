"""Every sand at every hour: no two alike, and all that is drawn over it can be told from it."""

import itertools

import numpy as np
import pytest

from game.look import HOURS, PROPS, SANDS, Look, look_by_seed
from game.ui.camera import Camera
from game.ui.colour_vision import DEFICIENCIES, difference, lab, seen
from game.ui.draw import horizons
from game.ui.draw.air import air_of
from game.ui.draw.bake import bake
from game.ui.draw.effects import NOON, daylight
from game.ui.draw.scenery import Scenery
from game.ui.draw.tones import GOLD, tones_of
from tests.ui.draw.lands import land_of, rolling

LOOKS = [Look(sand, hour) for sand, hour in itertools.product(SANDS, HOURS)]
JUST_SEEN = 2.3
SMALL = Camera((160, 90))


def name_of(look):
    return f"{look.sand} {look.hour}"


def as_colour(tone):
    return tuple(round(part) for part in tone)


def test_the_plain_look_is_gold_in_the_morning():
    assert tones_of(Look()) == GOLD


def test_every_sand_has_a_colour_of_its_own_at_every_hour():
    for hour in HOURS:
        for one, other in itertools.combinations(SANDS, 2):
            a, b = (as_colour(tones_of(Look(sand, hour)).middle) for sand in (one, other))
            assert difference(a, b) > 5 * JUST_SEEN, (hour, one, other)


def test_every_hour_lights_the_same_sand_in_another_way():
    for sand in SANDS:
        for one, other in itertools.combinations(HOURS, 2):
            a, b = (tones_of(Look(sand, hour)) for hour in (one, other))
            apart = difference(as_colour(a.sunny), as_colour(b.sunny))
            apart += difference(as_colour(a.shade), as_colour(b.shade))
            assert apart > 3 * JUST_SEEN, (sand, one, other)


@pytest.mark.parametrize("look", LOOKS, ids=name_of)
def test_light_and_shade_can_be_told_apart_by_all_eyes(look):
    tones = tones_of(look)
    for eyes in DEFICIENCIES:
        shade, middle, sunny = (
            lab(seen(eyes, as_colour(tone)))[0] for tone in (tones.shade, tones.middle, tones.sunny)
        )
        assert shade + 18 < middle
        assert middle + 12 < sunny


@pytest.mark.parametrize("look", LOOKS, ids=name_of)
def test_contour_lines_can_be_told_from_the_sand_by_all_eyes(look):
    tones = tones_of(look)
    for eyes in DEFICIENCIES:
        for ground, line in (
            (tones.middle, tones.line_in_sun),
            (tones.sunny, tones.line_in_sun),
            (tones.shade, tones.line_in_shade),
        ):
            light = [lab(seen(eyes, as_colour(tone)))[0] for tone in (ground, line)]
            assert abs(light[0] - light[1]) > 20


@pytest.mark.parametrize("look", LOOKS, ids=name_of)
def test_sky_and_land_are_lit_from_one_sun(look):
    air = air_of(look)
    if air.sun is not None:
        assert (air.sun[0] > 640) == (air.light.toward[0] > 0)
    assert air.light.elevation > 0.3, "lower and whole valleys would lie in the dark"
    assert all(0 <= part <= 255 for colour in air.sky for part in colour)


def test_the_pictures_of_all_sands_differ():
    land, found = land_of(rolling), {}
    for sand in SANDS:
        rgb = bake(land, SMALL, scenery=Scenery(Look(sand)), border=False).rgb
        found[sand] = as_colour(rgb[30:75, 40:110].reshape(-1, 3).mean(0))
    for one, other in itertools.combinations(SANDS, 2):
        assert difference(found[one], found[other]) > 5 * JUST_SEEN, (one, other)


@pytest.mark.parametrize("hour", HOURS)
def test_the_day_goes_on_from_its_hour_and_only_grows_darker_in_the_end(hour):
    assert min(daylight(1.0, hour)) >= 200, "the walk begins in the light that is painted"
    brightness = [sum(daylight(left, hour)) for left in np.linspace(0.6, 0.0, 30)]
    assert brightness == sorted(brightness, reverse=True)
    assert brightness[-1] < 0.75 * sum(NOON)
    assert min(daylight(0.0, hour)) > 110, "gems and trail are still to be seen"


def test_dusk_ends_in_blue_and_day_in_plum():
    red, _, blue = daylight(0.0, "dusk")
    assert blue > red + 30
    red, green, blue = daylight(0.0, "noon")
    assert green < min(red, blue)


@pytest.mark.parametrize("kind", horizons.OUTLINES)
def test_outlines_of_the_horizon_are_within_their_room(kind):
    across = np.arange(-300.0, 1600.0, 2.0)
    outlines = [horizons.OUTLINES[kind](across, seed) for seed in range(12)]
    assert all((outline >= 0).all() and (outline <= 1.05).all() for outline in outlines)
    assert np.ptp(outlines[0]) > 0.25
    assert not np.allclose(outlines[0], outlines[1])


def test_generated_deserts_look_different():
    looks = {look_by_seed(seed) for seed in range(60)}
    assert {look.sand for look in looks} == set(SANDS)
    assert {look.hour for look in looks} == set(HOURS)
    assert {kind for look in looks for kind in look.props} == set(PROPS)
    assert look_by_seed(7) == look_by_seed(7)
