from functools import cache
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.camera import Camera
from game.ui.draw.bake import Cancelled, Picture, bake
from tests.ui.draw.lands import land_of, rolling, walled

GOLDEN = Path(__file__).parent / "golden"
SMALL = Camera((320, 180))


@cache
def picture_of(formula, camera=SMALL, **options) -> Picture:
    return bake(land_of(formula), camera, **options)


def brightness(picture: Picture, place, height) -> float:
    column, row = (int(at) for at in picture.camera.pixel(place, height))
    return float(picture.rgb[row - 1 : row + 2, column - 1 : column + 2].mean())


@pytest.mark.parametrize("size", [(320, 180), (256, 192), (240, 320), (400, 170)])
def test_the_picture_fills_the_canvas(size):
    picture = picture_of(rolling, Camera(size))
    assert picture.rgb.shape == (size[1], size[0], 3)
    assert picture.rgb.dtype == np.uint8
    assert picture.row_of_pixel.shape == (size[1], size[0])
    assert picture.row_of_pixel.dtype == np.float32
    sky = np.isnan(picture.row_of_pixel)
    assert sky[0].all()
    assert not sky[size[1] // 3 :].any()


def test_the_same_input_gives_the_same_picture():
    one, other = (bake(land_of(rolling), SMALL) for _ in range(2))
    assert (one.rgb == other.rgb).all()
    assert np.array_equal(one.row_of_pixel, other.row_of_pixel, equal_nan=True)


def test_another_seed_gives_other_sand_and_sky_but_the_same_land():
    one, other = picture_of(rolling), picture_of(rolling, seed=3)
    assert (one.rgb[:30] != other.rgb[:30]).any()
    assert np.array_equal(one.row_of_pixel, other.row_of_pixel, equal_nan=True)


@pytest.mark.parametrize("camera", [SMALL, Camera((320, 180), 2.5, (40, 60), 5)])
@given(data=st.data())
def test_a_pixel_shows_the_place_that_the_camera_puts_there(camera, data):
    picture = picture_of(rolling, camera)
    column, row = data.draw(st.integers(60, 260)), data.draw(st.integers(60, 130))
    place = picture.place_at((column + 0.5, row + 0.5))
    height = float(rolling(*np.array(place)))
    assert camera.pixel(place, height) == pytest.approx((column + 0.5, row + 0.5), abs=0.4)
    assert not picture.hides(place, height)


def test_there_is_no_place_in_the_sky_or_off_the_canvas():
    picture = picture_of(rolling)
    for pixel in [(160, 2), (-1, 90), (320, 90), (160, 180), (160, -0.5)]:
        assert picture.place_at(pixel) is None


def test_a_wall_hides_what_is_behind_it_and_nothing_else():
    picture = picture_of(walled)
    hidden = [picture.hides((50, y), 1) for y in (30, 45, 50, 55, 64, 70, 90)]
    assert hidden == [False, True, True, True, False, False, False]
    assert not picture.hides((50, 50), 20), "who is taller than the wall is seen over it"
    assert not picture.hides((50, 60), 16), "who stands on it is seen"
    assert not picture.hides((500, 50), 1), "and nothing is hidden off the canvas"


def test_a_mask_shows_which_part_of_a_figure_the_wall_hides():
    picture = picture_of(walled)
    column, feet = (int(at) for at in picture.camera.pixel((50, 52), 1))
    top = feet - 30
    mask = picture.hidden_mask((column - 5, top, 10, 34), (50, 52), 1)
    assert mask.shape == (34, 10)
    front = np.arange(55, 65, 0.1)
    outline = min(picture.camera.pixel((50, y), float(walled(50, y)))[1] for y in front) - top
    assert np.flatnonzero(np.diff(mask[:, 5])) + 1 == pytest.approx(outline, abs=1.5)
    assert mask[-1].all(), "below hidden feet all is hidden"


def test_a_mask_hides_nothing_in_front_of_the_wall_or_off_the_canvas():
    picture = picture_of(walled)
    column, feet = (int(at) for at in picture.camera.pixel((50, 75), 1))
    assert not picture.hidden_mask((column - 5, feet - 20, 10, 26), (50, 75), 1).any()
    assert picture.hidden_mask((-50, -60, 40, 30), (50, 50), 1).shape == (30, 40)
    assert not picture.hidden_mask((-50, -60, 40, 30), (50, 50), 1).any()


def test_slopes_toward_the_sun_are_brighter():
    def hill(x, y):
        return 9 * np.exp(-((x - 50) ** 2 + (y - 50) ** 2) / (2 * 8**2))

    picture = picture_of(hill, Camera((640, 360)), contours="off")
    side = float(hill(42, 48))
    assert brightness(picture, (42, 48), side) > 1.3 * brightness(picture, (58, 52), side)


def test_dunes_cast_shadows_on_flat_land():
    def dune(x, y):
        return 12 * np.exp(-(((x - 50) / 3) ** 2)) + 0 * y

    picture = picture_of(dune, Camera((640, 360)), contours="off")
    assert brightness(picture, (58, 50), 0) < 0.75 * brightness(picture, (80, 50), 0)


def test_shadows_are_never_too_dark_to_read():
    picture = picture_of(walled, Camera((640, 360)))
    assert picture.rgb.mean(2).min() > 40


def test_contours_are_drawn_only_within_the_square_and_as_strongly_as_wished():
    camera = Camera((640, 360))
    off, fine, strong = (
        picture_of(rolling, camera, contours=how).rgb.astype(int)
        for how in ("off", "fine", "strong")
    )
    change = np.abs(fine - off).sum(2)
    assert 0 < change.sum() < np.abs(strong - off).sum()
    columns = np.nonzero(change)[1]
    west, east = (camera.pixel((x, 0), 0)[0] for x in (0, 100))
    assert columns.min() >= int(west)
    assert columns.max() <= east


def test_sand_outside_the_square_is_paler():
    def flat(x, y):
        return 5 + 0 * x

    picture = picture_of(flat)
    here, outside = (
        picture.rgb[tuple(int(at) for at in SMALL.pixel((x, 50), 5))[::-1]].astype(int)
        for x in (60, 117)
    )
    assert np.ptp(outside) < 0.85 * np.ptp(here)


def test_progress_runs_from_nothing_to_all():
    told = []
    bake(land_of(rolling), SMALL, progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] == 1
    assert len(told) > 5


def test_a_cancelled_bake_stops_at_once():
    told = []
    with pytest.raises(Cancelled):
        bake(land_of(rolling), SMALL, progress=told.append, cancelled=lambda: len(told) >= 4)
    assert len(told) == 4


def test_the_picture_looks_as_it_did(tmp_path):
    """Where it does not, wanted and got are saved side by side; the message says where."""

    def dunes(x, y):
        wave = np.sin(x / 9 + y / 14 + np.sin(y / 20))
        basin = 8 * np.exp(-((x - 62) ** 2 + (y - 55) ** 2) / 200)
        return 10 + 3.5 * wave + 2 * np.sin(x / 31) - basin

    got = picture_of(dunes, Camera((160, 90))).rgb
    file = GOLDEN / "bake.png"
    wanted = pygame.surfarray.array3d(pygame.image.load(file)).swapaxes(0, 1)
    away = np.abs(got.astype(int) - wanted)
    if away.mean() > 1.0 or np.percentile(away, 99) > 10:
        beside = pygame.surfarray.make_surface(np.concatenate((wanted, got), 1).swapaxes(0, 1))
        pygame.image.save(beside, tmp_path / "wanted-got.png")
        pytest.fail(f"mean difference {away.mean():.2f}: see {tmp_path / 'wanted-got.png'}")
