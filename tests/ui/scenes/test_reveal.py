"""Where the camera of the reveal goes: child and gem are never left under the panels."""

import itertools

import numpy as np
import pytest

from game.ui.camera import Camera
from game.ui.scenes.reveal import close_up

CANVASES = ((1280, 720, 828), (1024, 768, 622))
SHARES = (0.1, 0.3, 0.5, 0.7, 0.84)  # of the canvas: where the square lies


@pytest.mark.parametrize(("wide", "tall", "room"), CANVASES)
def test_the_gem_is_always_beside_the_panels_and_the_child_where_both_fit(wide, tall, room):
    far = Camera((wide, tall))
    for child, gem in itertools.product(SHARES, SHARES):
        pixels = [np.array([share * wide, 0.6 * tall]) for share in (child, gem)]
        near = close_up(far, *pixels, room) or far
        columns = [near.pixel(far.place((float(x), float(y))))[0] for x, y in pixels]
        assert 0 <= columns[1] <= room - 0.05 * wide, (child, gem)
        if abs(child - gem) * wide < room - 0.13 * wide:
            assert 0 <= columns[0] <= room - 0.05 * wide, (child, gem)


def test_where_all_is_seen_from_afar_the_camera_stays():
    far = Camera((1280, 720))
    assert close_up(far, np.array([120.0, 300.0]), np.array([720.0, 300.0]), 828) is None


def test_a_camera_that_moves_aside_sees_the_same_land_as_large():
    far = Camera((1280, 720))
    near = close_up(far, np.array([370.0, 430.0]), np.array([860.0, 450.0]), 828)
    assert near.zoom == 1.0
    assert (near.across, near.down, near.lift) == (far.across, far.down, far.lift)
    way = np.subtract(near.pixel((50.0, 50.0)), far.pixel((50.0, 50.0)))
    assert way[0] < -90
    assert way[1] == pytest.approx(0)
