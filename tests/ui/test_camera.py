from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.camera import MAX_ZOOM, Camera

SIZES = [(1280, 720), (1920, 1080), (1024, 768), (2560, 1080), (800, 600), (1366, 768), (720, 1280)]
sizes = st.tuples(st.integers(320, 4000), st.integers(200, 3000))
paces = st.floats(-30, 150)
heights = st.floats(0, 25)
cameras = st.builds(
    Camera,
    size=sizes,
    zoom=st.floats(1, MAX_ZOOM),
    centre=st.tuples(paces, paces),
    centre_height=heights,
)


@given(cameras, paces, paces, heights)
def test_a_place_comes_back_from_its_pixel(camera, x, y, height):
    assert camera.place(camera.pixel((x, y), height), height) == pytest.approx((x, y), abs=1e-6)


@given(cameras, st.lists(st.tuples(paces, paces, heights), min_size=1, max_size=5))
def test_many_places_go_where_each_one_goes(camera, points):
    table = np.array(points)
    wanted = [camera.pixel((x, y), z) for x, y, z in points]
    assert camera.pixels(table[:, :2], table[:, 2]) == pytest.approx(np.array(wanted), abs=1e-6)


@given(cameras, paces, paces, heights)
def test_scales_are_what_one_pace_moves_a_pixel(camera, x, y, height):
    here = np.array(camera.pixel((x, y), height))
    assert camera.pixel((x + 1, y), height) - here == pytest.approx([camera.across, 0], abs=1e-6)
    assert camera.pixel((x, y + 1), height) - here == pytest.approx([0, camera.down], abs=1e-6)
    assert camera.pixel((x, y), height + 1) - here == pytest.approx([0, -camera.lift], abs=1e-6)


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_square_is_visible_and_clear_of_the_panels(size):
    camera = Camera(size)
    for x in (0, 100):
        for y in (0, 100):
            for height in (0, 22):
                column, row = camera.pixel((x, y), height)
                assert 0 < column < size[0] - 176 * camera.unit, "left of the height chart"
                assert 72 * camera.unit < row <= size[1] - 104 * camera.unit, "between the bars"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shares", [(0.08, 0.15, 0.2), (0.27, 0.16, 0.16), (0.1, 0.35, 0.3)])
def test_panels_that_cover_more_have_the_square_beside_and_above_them(size, shares):
    left, right, below = (share * size[k] for share, k in zip(shares, (0, 0, 1), strict=True))
    camera = Camera(size, clear=(left, right, below))
    near = replace(camera, zoom=2.0, centre=(30.0, 40.0))
    corners = [camera.pixel((x, y)) for x in (0, 100) for y in (0, 100)]
    for column, row in corners:
        assert left - 1e-6 <= column <= size[0] - right + 1e-6
        assert row <= size[1] - below + 1e-6
    inside = np.array(near.corner)
    for place in ((20, 30), (70, 80)):
        wanted = (np.array(camera.pixel(place, 4)) - inside) * 2.0
        assert near.pixel(place, 4) == pytest.approx(wanted)


@pytest.mark.parametrize("size", SIZES)
def test_panels_that_cover_no_more_than_usual_change_nothing(size):
    plain = Camera(size)
    small = Camera(size, clear=(9 * plain.unit, 90 * plain.unit, 100 * plain.unit))
    assert small.pixel((30, 70), 5) == plain.pixel((30, 70), 5)
    assert small.sees_as(plain)
    assert not Camera(size, clear=(0.0, 0.0, 0.4 * size[1])).sees_as(plain)
    assert not replace(plain, zoom=2.0).sees_as(plain)


@pytest.mark.parametrize("size", SIZES)
def test_the_same_view_on_a_smaller_canvas(size):
    camera = Camera((2 * size[0], 2 * size[1]), 1.5, (40, 60), 3, clear=(90.0, 300.0, 160.0))
    small = camera.on(size)
    wanted = np.array(camera.pixel((30, 70), 5)) / 2
    assert small.pixel((30, 70), 5) == pytest.approx(wanted)


@given(sizes)
def test_a_canvas_twice_the_size_shows_the_same_view(size):
    once, twice = Camera(size), Camera((2 * size[0], 2 * size[1]))
    assert twice.pixel((30, 70), 5) == pytest.approx(np.multiply(once.pixel((30, 70), 5), 2))


@given(cameras, paces, paces, heights)
def test_a_zoomed_view_is_a_part_of_the_whole_view_enlarged(camera, x, y, height):
    whole = Camera(camera.size).pixel((x, y), height)
    inside = np.array(camera.corner)
    wanted = (np.array(whole) - inside) * camera.zoom
    assert camera.pixel((x, y), height) == pytest.approx(wanted, abs=1e-6)
    room = np.array(camera.size) * (1 - 1 / camera.zoom)
    assert (inside >= -1e-9).all()
    assert (inside <= room + 1e-9).all()


def test_zooming_brings_the_centre_to_the_middle():
    camera = Camera((1280, 720), 2.5, (50, 50), 8)
    assert camera.pixel((50, 50), 8) == pytest.approx((640, 360))


@pytest.mark.parametrize("zoom", [0.99, 2.6, 0, float("nan")])
def test_a_zoom_out_of_range_is_refused(zoom):
    with pytest.raises(ValueError, match="zoom"):
        Camera((1280, 720), zoom)


def test_an_empty_canvas_is_refused():
    with pytest.raises(ValueError, match="no room"):
        Camera((1280, 0))
