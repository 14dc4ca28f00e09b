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


def seen_share(fog):
    """How much of the canvas is seen, 0..1."""
    return float(fog._clear.mean()) / 255


def test_it_clears_bit_by_bit_as_the_child_walks(fog):
    fog.show([np.array([30.0, 50.0])])
    shares = [seen_share(fog)]
    for x in np.linspace(30.0, 60.0, 61)[1:]:
        fog.reach(np.array([x, 50.0]))
        shares.append(seen_share(fog))
    steps = np.diff(shares)
    assert (steps >= 0).all()
    assert steps.max() < 0.12 * (shares[-1] - shares[0])
    assert astray(fog, (60.0, 50.0)) <= 1


def test_a_long_way_at_one_go_shows_what_walking_it_shows(fog):
    ends = [np.array([20.0, 40.0]), np.array([80.0, 60.0])]
    fog.show(ends)
    at_once = fog._clear.copy()
    walked = Fog(PICTURE)
    walked.show(ends[:1])
    for share in np.linspace(0, 1, 200):
        walked.reach(ends[0] + (ends[1] - ends[0]) * share)
    assert np.abs(walked._clear.astype(int) - at_once).max() <= 20
    assert astray(fog, (50.0, 50.0)) <= 1


def test_who_hardly_moves_changes_nothing(fog):
    fog.show([np.array([30.0, 50.0])])
    assert not fog.reach(np.array([30.1, 50.0]))
    assert fog.reach(np.array([31.0, 50.0]))


def test_nearest_is_the_way_to_where_the_child_has_been(fog):
    fog.show([])
    assert fog.nearest(np.array([50.0, 50.0])) == np.inf
    fog.show([np.array([30.0, 50.0]), np.array([30.0, 20.0])])
    assert fog.nearest(np.array([33.0, 20.0])) == pytest.approx(3.0)
    assert fog.nearest(np.array([30.0, 36.0])) < 2.0  # on the way between the two


def test_the_sand_drifts_over_what_is_hidden_and_nowhere_else(fog):
    fog.clear(np.array([30.0, 50.0]))
    before = pygame.surfarray.array3d(fog.surface).astype(int)
    for _ in range(64):
        fog.update(100.0)
    changed = np.abs(pygame.surfarray.array3d(fog.surface) - before).max(2).T > 3
    assert changed.mean() > 0.1
    assert not changed[fog._clear == 255].any()
    assert not changed[fog._thick == 0].any()


def test_its_edge_frays(fog):
    fog.clear(np.array([50.0, 50.0]))
    edge = [int(np.flatnonzero(column)[0]) for column in (fog._clear > 128).T if column.any()]
    bends = np.abs(np.diff(edge, 2))
    assert (bends >= 1).sum() > 6


def test_repainting_keeps_what_was_seen(fog):
    fog.clear(np.array([30.0, 50.0]))
    before = pygame.surfarray.array3d(fog.surface)
    fog.repaint(PICTURE)
    after = pygame.surfarray.array3d(fog.surface)
    assert np.abs(after.astype(int) - before).max() <= 2
