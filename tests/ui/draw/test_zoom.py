"""Looking nearer stays sharp, keeps the child in sight, and never waits for the painter."""

import time
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import levels
from game.sim.commands import Step
from game.sim.expedition import Expedition
from game.ui.camera import MAX_ZOOM, Camera
from game.ui.draw.actor import Passage, moment
from game.ui.draw.bake import bake
from game.ui.draw.desert_view import DesertView
from game.ui.draw.near_camera import camera_near
from game.ui.draw.scenery import scenery_of
from game.ui.draw.zoom import (
    STEPS,
    Zoom,
    between,
    enlarged,
    seen_through,
    window,
)

SIZE = (480, 270)


@pytest.fixture(scope="module")
def site():
    return levels.build(levels.read(levels.shipped()[0]))


@pytest.fixture(scope="module")
def far(site):
    return bake(site.land, Camera(SIZE))


@pytest.fixture
def view(site, far):
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    made = DesertView(site, far, 0.375)
    made.follow(Expedition(site.setup))
    return made


def painter(view):
    def paint(surface):
        state = view.walked[-1]
        view.draw(surface, moment(Passage(state, state), 1.0, 0.0), 0.0, False)

    return paint


def settle(zoom, place, ms=3000.0):
    """Let time pass until the painter is done and nothing glides."""
    surface = pygame.Surface(SIZE)
    for _ in range(1500):
        zoom.update(20.0, place)
        zoom.draw(surface, painter(zoom.view))
        ms -= 20.0
        if ms <= 0 and zoom._job is None:
            return surface
        time.sleep(0.002)
    raise AssertionError("the near view was never painted")


@pytest.mark.parametrize("zoom", STEPS[1:])
@pytest.mark.parametrize("place", [(50.0, 50.0), (20.0, 30.0), (80.0, 70.0)])
def test_a_near_camera_has_the_child_clear_of_the_panels(zoom, place):
    camera = camera_near(Camera((1280, 720)), zoom, np.array(place), 3.0)
    x, y = camera.pixel(place, 3.0)
    assert 150 < x < 1050
    assert 130 < y < 600


@pytest.mark.parametrize("zoom", STEPS[1:])
def test_a_near_camera_knows_panels_that_cover_more(zoom):
    far = Camera((1280, 720), clear=(390.0, 200.0, 260.0))
    x, y = camera_near(far, zoom, np.array([50.0, 50.0]), 3.0).pixel((50.0, 50.0), 3.0)
    assert 470 < x < 1000
    assert 150 < y < 440


def test_zoom_reaches_from_1_to_the_most():
    assert STEPS[0] == 1.0
    assert STEPS[-1] == MAX_ZOOM


def test_an_enlarged_picture_shows_the_same_land_at_the_same_pixels(site, far):
    camera = Camera(SIZE, 2.0, (60.0, 55.0))
    rough, sharp = enlarged(far, camera), bake(site.land, camera)
    assert rough.rgb.shape == sharp.rgb.shape
    astray = np.abs(rough.rgb.astype(int) - sharp.rgb).mean()
    shifted = np.abs(np.roll(rough.rgb, 12, axis=1).astype(int) - sharp.rgb).mean()
    assert astray < 0.8 * shifted
    rows = np.abs(rough.row_of_pixel - sharp.row_of_pixel)
    assert np.nanmedian(rows) < 0.5


def test_windows_blend_and_are_looked_through():
    one, other = window(Camera(SIZE)), window(Camera(SIZE, 2.0, (50.0, 50.0)))
    assert between(one, other, 0.0) == one
    assert between(one, other, 1.0) == pytest.approx(other)
    shot = pygame.Surface(SIZE)
    shot.fill((200, 10, 10), (0, 0, 240, 270))
    to = pygame.Surface(SIZE)
    seen_through(shot, (0, 0, *SIZE), (120.0, 60.0, 240.0, 135.0), to)
    assert to.get_at((100, 100))[0] > 180
    assert to.get_at((400, 100))[0] < 20


def test_nearer_is_rough_at_once_and_sharp_in_the_end(site, view):
    zoom, place = Zoom(view, "fine"), np.array(site.setup.start)
    assert zoom.change(2, place)
    zoom.draw(pygame.Surface(SIZE), painter(view))
    assert view.picture.camera.zoom == STEPS[2]
    rough = view.picture
    settle(zoom, place)
    assert view.picture is not rough
    scenery, seed = scenery_of(site), site.level.number
    camera = view.picture.camera
    sharp = bake(site.land, camera, contours="fine", scenery=scenery, seed=seed)
    np.testing.assert_array_equal(view.picture.rgb, sharp.rgb)


def test_it_ends_at_both_ends_and_comes_back_to_the_far_picture(site, view, far):
    zoom, place = Zoom(view, "fine"), np.array(site.setup.start)
    assert not zoom.change(-1, place)
    assert zoom.change(9, place)
    assert zoom.level == len(STEPS) - 1
    assert not zoom.change(1, place)
    assert zoom.change(-9, place)
    settle(zoom, place)
    assert view.picture is far


def test_it_follows_the_child_but_not_every_step(site, view):
    zoom, place = Zoom(view, "fine", still=True), np.array([30.0, 50.0])
    zoom.change(3, place)
    settle(zoom, place)
    first = view.picture.camera
    settle(zoom, place + np.array([2.0, 1.0]), 200.0)
    assert view.picture.camera == first
    settle(zoom, np.array([75.0, 52.0]), 400.0)
    assert view.picture.camera != first
    x, y = view.footing.pixel(np.array([75.0, 52.0]))
    assert 0.15 * SIZE[0] < x < 0.85 * SIZE[0]
    assert 0.2 * SIZE[1] < y < 0.8 * SIZE[1]


def test_the_walk_goes_on_in_the_near_view(site, view):
    zoom, expedition = Zoom(view, "fine", still=True), Expedition(site.setup)
    zoom.change(2, expedition.now.place)
    surface = settle(zoom, expedition.now.place)
    before = pygame.surfarray.array3d(surface)
    expedition.apply(Step())
    view.follow(expedition)
    after = pygame.surfarray.array3d(settle(zoom, expedition.now.place, 100.0))
    assert (before != after).any()


def test_who_wants_no_motion_sees_no_glide(site, view):
    zoom, place = Zoom(view, "fine", still=True), np.array(site.setup.start)
    zoom.change(1, place)
    zoom.draw(pygame.Surface(SIZE), painter(view))
    assert zoom._before is None
    moving = Zoom(view, "fine")
    moving.change(2, place)
    moving.draw(pygame.Surface(SIZE), painter(view))
    assert moving._before is not None
    for each in (zoom, moving):
        each.close()


def test_fog_stays_where_it_was(site, far):
    foggy = replace(site, level=replace(site.level, sight="fog"))
    pygame.display.set_mode(SIZE)
    view, expedition = DesertView(foggy, far, 0.375), Expedition(site.setup)
    view.follow(expedition)
    zoom = Zoom(view, "fine", still=True)
    zoom.change(4, expedition.now.place)
    settle(zoom, expedition.now.place)
    fog = view._fog
    x, y = view.footing.pixel(expedition.now.place)
    assert fog._clear[int(y), int(x)] == 255
    assert fog.nearest(expedition.now.place) == 0
    assert fog._clear.mean() < 230
