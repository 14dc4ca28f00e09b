"""Fog hides the land, clears where the child has stood, and remembers."""

import numpy as np
import pygame
import pytest

from game.sim.land import survey
from game.sim.recipe import Bowl, Recipe
from game.ui.camera import Camera
from game.ui.draw.bake import bake
from game.ui.draw.fog import SIGHT, Fog

PICTURE = bake(survey(Recipe((Bowl(50.0, 50.0, 8.0, 50.0),))), Camera((320, 180)))


@pytest.fixture
def fog():
    pygame.display.init()
    pygame.display.set_mode((320, 180))
    return Fog(PICTURE)


def colours(fog, place):
    """(shown, clear) colours where a place lies."""
    x, y = PICTURE.camera.pixel(place, 2.0)
    return (
        np.array(fog.surface.get_at((int(x), int(y)))[:3], dtype=int),
        PICTURE.rgb[int(y), int(x)].astype(int),
    )


def astray(fog, place):
    shown, clear = colours(fog, place)
    return np.abs(shown - clear).max()


def test_fog_hides_then_clears_then_remembers(fog):
    here, there = (30.0, 50.0), (75.0, 50.0)
    assert astray(fog, here) > 20
    fog.clear(np.array(here))
    assert astray(fog, here) <= 1
    assert astray(fog, there) > 20
    fog.clear(np.array(there))
    assert astray(fog, here) <= 1
    assert astray(fog, there) <= 1


def test_sight_reaches_so_far_and_no_farther(fog):
    fog.clear(np.array([30.0, 50.0]))
    assert astray(fog, (30.0 + SIGHT * 0.8, 50.0)) <= 3
    assert astray(fog, (30.0 + SIGHT * 1.6, 50.0)) > 15


def test_show_forgets_what_was_undone(fog):
    fog.clear(np.array([30.0, 50.0]))
    fog.show([np.array([75.0, 50.0])])
    assert astray(fog, (30.0, 50.0)) > 20
    assert astray(fog, (75.0, 50.0)) <= 1


def test_edges_of_the_land_do_no_harm(fog):
    for place in ([0.0, 0.0], [100.0, 100.0], [100.0, 0.0], [-40.0, 180.0]):
        fog.clear(np.array(place))
