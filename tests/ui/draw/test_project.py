import numpy as np
import pytest

from game.ui.camera import NORTH_END, Camera
from game.ui.draw.project import Sight, land_rows, see, smooth_outlines

CAMERA = Camera((640, 360))
TILT = np.linspace(0, 0.6, 640, dtype=np.float32)


def seen(formula):
    """What the camera sees of land that is the same all across, but for a slight tilt."""
    rows = land_rows(CAMERA, 0.0, 20.0)
    column = formula(rows).astype(np.float32)[:, None]
    return see(CAMERA, rows, column + TILT)


def step(rows):
    return np.where(rows > 50, 6.0, 0.0)


def test_rows_reach_from_the_end_of_the_land_to_below_the_canvas():
    rows = land_rows(CAMERA, 0.0, 20.0)
    assert rows[0] == NORTH_END
    assert CAMERA.pixel((0, rows[-1]), 20)[1] > CAMERA.size[1]
    assert np.diff(rows).max() * CAMERA.down <= 1


def test_a_close_view_looks_at_no_more_land_than_it_shows():
    close = Camera((640, 360), 2.5, (50, 60), 5)
    rows = land_rows(close, 0.0, 20.0)
    assert rows[0] > 0
    assert close.pixel((0, rows[0]), 0.0)[1] < 0


def test_the_land_seen_never_comes_nearer_going_up():
    sight = seen(lambda rows: 6 + 5 * np.sin(rows / 5))
    y = sight.row_of_pixel[:, 30]
    y = y[~np.isnan(y)]
    assert (np.diff(y) > 0).all()
    assert np.diff(y).max() > 5, "something is hidden"


def test_an_edge_hides_as_much_as_it_stands_up():
    sight = seen(step)
    for column in (3, 600):
        y = sight.row_of_pixel[:, column]
        hidden_from = y[y < 50].max()
        row = CAMERA.pixel((0, 50.0), 6 + TILT[column])[1]
        assert CAMERA.pixel((0, hidden_from), TILT[column])[1] == pytest.approx(row, abs=1.2)


def test_outlines_are_found_to_a_part_of_a_pixel():
    sight = seen(step)
    rows, columns = sight.edges
    here = np.abs(sight.edge_rows - CAMERA.pixel((0, 50), 6)[1]) < 10
    assert sorted(columns[here]) == list(range(640)), "one in every column"
    heights = 6 + TILT[columns[here]]
    wanted = CAMERA.pixels(np.tile((0.0, 50.0), (640, 1)), heights)[:, 1]
    off = sight.edge_rows[here] - wanted
    assert np.abs(off).max() < 1, "land rows are a pixel apart"
    assert np.ptp(off) < 0.01
    assert (np.abs(rows - (sight.edge_rows - 1)) <= 0.5 + 1e-4).all()
    assert len(set(sight.edge_rows[here].round(3))) > 200, "and they slide from column to column"


def test_an_outline_is_as_bright_as_the_part_of_each_pixel_that_it_covers():
    edge_rows = np.linspace(2.51, 3.49, 40)
    columns = np.arange(40)
    above = np.where(edge_rows < 2.5, 1, 2)
    sight = Sight(np.zeros((6, 40)), (above, columns), edge_rows)
    rgb = np.where(np.arange(6)[:, None, None] > above[:, None], 200, 0)
    rgb = np.broadcast_to(rgb, (6, 40, 3)).astype(np.uint8)
    smooth_outlines(rgb, sight)
    covered = rgb[..., 1].sum(0) / 200
    assert covered == pytest.approx(6 - edge_rows, abs=0.01)
