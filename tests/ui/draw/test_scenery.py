"""What stands on the land keeps clear of the walk, and is painted where it stands."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import levels
from game.look import PROPS, Look
from game.ui.camera import Camera
from game.ui.draw.bake import bake
from game.ui.draw.props import VARIANTS, prop
from game.ui.draw.scenery import Scenery, Thing, scenery_of
from tests.ui.draw.lands import land_of, rolling, walled

CAMERA = Camera((640, 360))
ALL = Look("gold", "morning", PROPS)


@pytest.fixture(scope="module", params=["first-steps", "antlion", "fallen-stars"])
def site(request):
    built = levels.build(levels.read(levels.find(request.param)))
    return levels.Site(replace(built.level, look=ALL), built.land, built.setup)


def far(places, others):
    """The least distance of any of the places (N, 2) to any of the others (M, 2)."""
    others = np.reshape(others, (-1, 2))
    return np.sqrt(((places[:, None] - others[None]) ** 2).sum(-1)).min(initial=np.inf)


def test_nothing_stands_near_the_start_or_a_gem(site):
    things = scenery_of(site).things
    assert len(things) >= 12
    places = np.array([thing.place for thing in things])
    assert far(places, site.level.starts) >= 10
    assert far(places, site.setup.gem) >= 9
    assert far(places, site.setup.lesser_gems) >= 9


def test_nothing_stands_on_the_straight_way_or_on_the_way_down(site):
    places = np.array([thing.place for thing in scenery_of(site).things])
    start, gem = (np.array(end) for end in (site.level.starts[0], site.setup.gem))
    straight = start + (gem - start) * np.linspace(0, 1, 90)[:, None]
    assert far(places, straight) > 5.5
    way, here = [], start[None].astype(float)
    for _ in range(200):
        slope = site.land.terrain.gradient(here)
        here = here - 0.5 * slope / max(float(np.hypot(*slope[0])), 1e-6)
        way.append(here[0])
    assert far(places, np.clip(way, 0, 100)) > 4.5


def test_nothing_tall_stands_before_a_gem_or_the_start(site):
    picture_of = {}
    camera = Camera((1280, 720))
    goals = np.concatenate((np.array(site.level.starts), [site.setup.gem]))
    pixels = camera.pixels(goals, site.land.terrain.height(goals))
    for thing in scenery_of(site).things:
        if not (0 < thing.place[0] < 100 and 0 < thing.place[1] < 100):
            continue
        sprite = picture_of.setdefault(
            (thing.kind, thing.variant), prop(thing.kind, thing.variant, 1.0)
        )
        foot = camera.pixel(
            thing.place, float(site.land.terrain.height(np.array([thing.place]))[0])
        )
        rect = sprite.surface.get_rect(topleft=np.subtract(foot, sprite.anchor))
        assert not any(rect.collidepoint(pixel) for pixel in pixels), thing


def test_nothing_looks_out_from_behind_the_panels(site):
    camera = Camera((1280, 720))
    boxes = [pygame.Rect(18, 78, 64, 434), pygame.Rect(1084, 78, 178, 248)]  # keys, numbers
    for thing in scenery_of(site).things:
        height = float(site.land.terrain.height(np.clip([thing.place], 0, 100))[0])
        foot = camera.pixel(thing.place, height)
        assert not any(box.collidepoint(foot) for box in boxes), thing


def test_the_rope_stays_clear(site):
    for thing in scenery_of(site).things:
        x, y = thing.place
        assert abs(max(abs(x - 50), abs(y - 50)) - 50) >= 3.5


def test_the_same_level_has_the_same_scenery_and_a_plain_one_has_none(site):
    again = levels.Site(site.level, site.land, site.setup)
    assert scenery_of(again) == scenery_of(site)
    plain = levels.Site(replace(site.level, look=Look()), site.land, site.setup)
    assert scenery_of(plain).things == ()


def test_only_what_is_asked_for_is_there(site):
    look = Look("rose", "noon", ("cacti", "stones"))
    level = replace(site.level, look=look)
    found = scenery_of(levels.Site(level, site.land, site.setup))
    assert {thing.kind for thing in found.things} == {"cacti", "stones"}
    assert found.look == look


@pytest.mark.parametrize("kind", PROPS)
@pytest.mark.parametrize("variant", range(VARIANTS))
def test_every_picture_stands_on_its_foot_and_within_its_board(kind, variant):
    sprite = prop(kind, variant, 2.0)
    wide, tall = sprite.surface.get_size()
    x, y = sprite.anchor
    assert 0 < x < wide
    assert tall - 16 <= y <= tall, "it stands on the ground"
    assert 8 * 2 < tall < 90 * 2
    assert sprite.surface.get_bounding_rect().size > (8, 8)


def painted(land, things, camera=CAMERA, look=ALL):
    with_them, without = (
        bake(land, camera, scenery=Scenery(look, some), contours="off").rgb.astype(int)
        for some in (things, ())
    )
    return np.abs(with_them - without).max(2) > 12


def palm(place, size=1.0):
    return Thing("palms", 0, place, size)


def test_a_thing_is_painted_at_its_place_with_a_shadow_away_from_the_sun():
    land, place = land_of(rolling), (50.0, 50.0)
    changed = painted(land, (palm(place),))
    foot = CAMERA.pixel(place, float(rolling(50.0, 50.0)))
    rows, columns = np.nonzero(changed)
    assert rows.max() < foot[1] + 22
    assert rows.min() < foot[1] - 18, "it stands up"
    right = np.count_nonzero(columns[rows > foot[1] - 3] > foot[0] + 4)
    assert right > 20, "the morning's sun is on the left"
    dawn = painted(land, (palm(place),), look=Look("gold", "dawn"))
    rows, columns = np.nonzero(dawn)
    left = np.count_nonzero(columns[rows > foot[1] - 3] < foot[0] - 4)
    assert left > 20, "and that of the dawn on the right"


def test_nearer_land_hides_what_stands_behind_it():
    hidden = painted(land_of(walled), (palm((50.0, 54.0), 0.4),))
    shown = painted(land_of(walled), (palm((50.0, 75.0), 0.4),))
    assert not hidden.any()
    assert shown.any()


def test_far_things_are_smaller():
    land = land_of(lambda x, y: 2.0 + 0 * x)
    near, distant = (painted(land, (palm(place),)) for place in ((50.0, 80.0), (50.0, -12.0)))
    tall = [np.ptp(np.nonzero(changed)[0]) for changed in (near, distant)]
    assert tall[1] < 0.75 * tall[0]


def test_a_nearer_view_shows_things_larger_and_things_off_the_canvas_do_no_harm():
    land, place = land_of(rolling), (50.0, 50.0)
    zoomed = Camera((640, 360), 2.5, place, 5)
    near, usual = (painted(land, (palm(place),), camera) for camera in (zoomed, CAMERA))
    assert near.sum() > 4 * usual.sum()
    off = tuple(palm((x, y)) for x, y in ((-40.0, 50.0), (140.0, 50.0), (50.0, 149.0), (2.0, 2.0)))
    painted(land, off, zoomed)
