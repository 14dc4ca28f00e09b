"""The reveal: fog leaves in streaks, the sun rises, the camera flies from one view to the other."""

import numpy as np
import pygame
import pytest

from game import levels
from game.sim.expedition import Expedition
from game.ui.camera import Camera
from game.ui.draw.actor import Passage, moment
from game.ui.draw.bake import bake
from game.ui.draw.desert_view import DesertView
from game.ui.draw.effects import NOON
from game.ui.draw.flight import Flight
from game.ui.draw.fog import Fog
from game.ui.draw.unveil import Unveil

SIZE = (480, 270)


@pytest.fixture(scope="module")
def site():
    return levels.build(levels.read(levels.shipped()[0]))


@pytest.fixture(scope="module")
def far(site):
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    return bake(site.land, Camera(SIZE))


def pixels(surface):
    return pygame.surfarray.array3d(surface).astype(int)


def test_fog_leaves_bit_by_bit_and_wholly(far):
    fog = Fog(far)
    unveil = Unveil("fog", 0.75, fog, 0.375)
    base = pygame.image.frombuffer(far.rgb.tobytes(), SIZE, "RGB").convert()
    hidden = []
    for share in (0.0, 0.3, 0.5, 0.7, 0.9, 1.0):
        surface = base.copy()
        unveil.draw(surface, share)
        hidden.append(np.abs(pixels(surface) - pixels(base)).mean())
    assert hidden == sorted(hidden, reverse=True)
    assert hidden[-1] == 0
    fogged = base.copy()
    unveil.draw(fogged, 0.0)
    np.testing.assert_allclose(pixels(fogged), pixels(fog.surface), atol=3)


def test_fog_leaves_in_streaks(far):
    unveil, surface = Unveil("fog", 1.0, Fog(far), 0.375), pygame.Surface(SIZE)
    unveil.draw(surface, 0.5)
    edge = [int(np.argmax(row > 20)) for row in pixels(surface).max(2).T[60:]]
    assert np.ptp(edge) > 60  # some rows are off long before others


def test_the_sun_rises_on_the_blindfolded():
    unveil = Unveil("blindfold", 1.0, None, 1.0)
    sums = [sum(unveil.light(share)) for share in np.linspace(0, 1, 12)]
    assert sums == sorted(sums)
    assert sums[0] < 120
    assert unveil.light(1.0) == NOON
    red, _, blue = unveil.light(0.75)
    assert red > blue + 60


def test_evening_becomes_day():
    assert Unveil("clear", 0.0, None, 1.0).light(0.0) != NOON
    assert Unveil("clear", 0.0, None, 1.0).light(1.0) == NOON
    assert Unveil("clear", 0.75, None, 1.0).light(0.0) == NOON


@pytest.mark.parametrize("aside", [False, True])
def test_the_flight_begins_at_the_far_view_and_ends_at_the_near_one(site, far, aside):
    camera = Camera(SIZE, 2.0, tuple(site.setup.gem))
    if aside:
        camera = Camera(SIZE, 1.0, (80.0, 50.0), beyond=90.0)
    expedition = Expedition(site.setup)
    views = []
    for picture in (far, bake(site.land, camera)):
        view = DesertView(site, picture, 0.375, revealed=True)
        view.follow(expedition)
        views.append(view)
    flight, now = Flight(*views), moment(Passage(expedition.now, expedition.now), 1.0, 0.0)

    def at(share):
        surface = pygame.Surface(SIZE)
        flight.draw(surface, now, 0.0, share)
        return pixels(surface)

    grounds = []
    for view in views:
        surface = pygame.Surface(SIZE)
        view.draw(surface, now, 0.0, False)
        grounds.append(pixels(surface))
    start, middle, end = at(0.0), at(0.5), at(1.0)
    assert np.abs(start - grounds[0]).mean() < 2
    assert np.abs(end - grounds[1]).mean() < 3
    assert np.abs(middle - grounds[0]).mean() > 5
    assert np.abs(middle - grounds[1]).mean() > 5
