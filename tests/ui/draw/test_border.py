import numpy as np
import pytest

from game.ui.camera import Camera
from game.ui.draw.border import draw_border
from game.ui.draw.light import Light
from tests.ui.draw.lands import walled
from tests.ui.draw.test_bake import picture_of

CAMERA = Camera((640, 360))


@pytest.fixture(scope="module")
def drawn():
    """Which pixels (h, w) a border on flat ground changes in a grey picture of a walled land."""
    rows = picture_of(walled, CAMERA).row_of_pixel
    rgb = np.full((*rows.shape, 3), 180, np.uint8)
    draw_border(rgb, rows, CAMERA, Light(), lambda places: np.ones(len(places)))
    return (rgb != 180).any(2)


def around(drawn, place, height):
    column, row = (int(at) for at in CAMERA.pixel(place, height))
    return drawn[row - 5 : row + 3, column - 5 : column + 6]


@pytest.mark.parametrize("corner", [(0, 0), (100, 0), (0, 100), (100, 100)])
def test_a_post_stands_at_every_corner(drawn, corner):
    assert around(drawn, corner, 2).sum() > 8


def test_the_border_goes_all_the_way_round(drawn):
    for along in range(4, 98, 6):
        for place in ((along, 0), (along, 100), (0, along), (100, along)):
            if not 35 < place[1] < 66:  # but for what the wall hides
                assert around(drawn, place, 2.2).any(), place


def test_a_wall_hides_the_border_behind_it(drawn):
    assert around(drawn, (0, 48), 2).sum() == 0
    assert around(drawn, (100, 48), 2).sum() == 0


def test_within_the_square_nothing_is_drawn(drawn):
    left, top = (int(at) for at in CAMERA.pixel((4, 4), 1))
    right, bottom = (int(at) for at in CAMERA.pixel((96, 96), 1))
    assert not drawn[top:bottom, left:right].any()
