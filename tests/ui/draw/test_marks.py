"""Marks on the ground point the right way, say how steep it is, and lie flat."""

import math

import numpy as np
import pygame
import pytest

from game.ui.draw import marks

SQUASH = 0.45
HERE = (150, 110)


def drawn(function, *args, **kwargs):
    """Alpha (300, 220) of what a mark draws."""
    surface = pygame.Surface((300, 220), pygame.SRCALPHA)
    function(surface, *args, **kwargs)
    return pygame.surfarray.array_alpha(surface).astype(int), surface


def box(alpha):
    xs, ys = np.nonzero(alpha > 100)
    return xs.min(), xs.max(), ys.min(), ys.max()


@pytest.mark.parametrize("degrees", range(0, 360, 15))
def test_the_arrow_points_down_the_slope(degrees):
    down = (math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
    alpha, _ = drawn(marks.slope_arrow, HERE, down, 0.8, 1.0, SQUASH)
    offsets = np.argwhere(alpha > 100) - HERE
    tip = offsets[np.argmax(offsets @ down)]
    cosine = tip @ down / np.linalg.norm(tip)
    assert cosine > 0.96
    assert (offsets @ down).min() > 0  # it begins before the feet, not behind them


@pytest.mark.parametrize("down", [(1, 0), (0, 1), (-1, 0), (-0.7, -0.7)])
def test_the_arrow_grows_with_the_slope(down):
    reach = []
    for steepness in (0.02, 0.1, 0.3, 0.6, 1.0):
        alpha, _ = drawn(marks.slope_arrow, HERE, down, steepness, 1.0, SQUASH)
        reach.append(((np.argwhere(alpha > 100) - HERE) @ down).max())
    assert reach == sorted(reach)
    assert reach[-1] > 1.8 * reach[0]


def test_the_arrow_has_a_light_body_in_a_dark_line():
    _, surface = drawn(marks.slope_arrow, HERE, (1, 0), 0.8, 1.0, SQUASH)
    rgb = pygame.surfarray.array3d(surface)[pygame.surfarray.array_alpha(surface) > 240]
    light = rgb.astype(int).sum(axis=1)
    assert (light > 740).sum() > 100
    assert (light < 200).sum() > 100


@pytest.mark.parametrize(("down", "steepness"), [((0, 0), 0.0), ((1, 0), 0.001), ((0, 0), 1.0)])
def test_level_ground_is_shown_by_a_mark_with_no_direction(down, steepness):
    alpha, _ = drawn(marks.slope_arrow, HERE, down, steepness, 1.0, SQUASH)
    west, east, _, _ = box(alpha)
    assert abs((west + east) / 2 - HERE[0]) <= 1
    arrow, _ = drawn(marks.slope_arrow, HERE, (1, 0), 0.1, 1.0, SQUASH)
    assert not np.array_equal(alpha, arrow)


def test_rings_lie_flat_on_the_ground():
    alpha, _ = drawn(marks.ghost, [HERE, HERE], 1.0, SQUASH)
    west, east, north, south = box(alpha)
    assert 0.3 < (south - north) / (east - west) < 0.7
    assert abs((west + east) / 2 - HERE[0]) <= 1.5


def test_the_ghost_is_where_the_path_ends_and_dots_lead_to_it():
    path = [(40.0 + 20 * k, 110.0) for k in range(11)]
    alpha, _ = drawn(marks.ghost, path, 1.0, SQUASH)
    assert alpha[225:256].max() > 200
    between = [alpha[x : x + 15, 105:116].max() for x in range(45, 210, 15)]
    assert min(between) > 150
    assert alpha[:30].max() == 0
    assert alpha[:, :95].max() == 0


def test_noise_is_a_cloud_as_wide_as_it_spreads():
    def width(spread):
        west, east, _, _ = box(drawn(marks.ghost, [HERE, HERE], 1.0, SQUASH, spread=spread)[0])
        return (east - west) / 2

    assert width(0.0) == pytest.approx(width(3.0))
    assert width(60.0) == pytest.approx(60.0, abs=5)
    assert width(100.0) == pytest.approx(100.0, abs=5)


def test_the_dots_walk_along_with_time():
    path = [(40.0, 110.0), (240.0, 110.0)]
    frames = [drawn(marks.ghost, path, 1.0, SQUASH, time_ms=t)[0] for t in (0.0, 400.0)]
    assert not np.array_equal(*frames)


def test_points_along_a_path_are_evenly_spaced_around_its_bends():
    path = [(0.0, 0.0), (7.0, 0.0), (7.0, 9.0), (30.0, 9.0)]
    found = marks.along(path, 4.0, 1.0)
    run = [x if y == 0 else 7 + y if x == 7 else 16 + x - 7 for x, y in found]
    np.testing.assert_allclose(np.diff(run), 4.0)
    assert run[0] == 1.0
    assert len(found) == 10
    assert marks.along([(1.0, 1.0), (1.0, 1.0)], 4.0) == []


def test_the_cross_lies_on_its_place_and_is_symmetric():
    alpha, _ = drawn(marks.dig_cross, HERE, 1.0, SQUASH)
    west, east, north, south = box(alpha)
    assert abs((west + east) / 2 - HERE[0]) <= 1
    assert abs((north + south) / 2 - HERE[1]) <= 1
    assert south - north < 0.75 * (east - west)
    assert alpha[HERE] > 200
    assert alpha[HERE[0], HERE[1] - 9] == 0


def test_the_flag_stands_on_the_start_and_waves():
    frames = [drawn(marks.start_flag, HERE, 1.0, t)[0] for t in (0.0, 300.0, 700.0)]
    for alpha in frames:
        west, _, north, south = box(alpha)
        assert abs(south - HERE[1]) <= 4
        assert south - north > 30
        assert west > HERE[0] - 8
    assert not np.array_equal(frames[0], frames[1])


def test_the_beam_runs_outward_and_fades_away():
    reach, light = [], []
    for share in (0.05, 0.3, 0.6, 0.9):
        alpha, _ = drawn(marks.gem_beam, HERE, share, 1.0, SQUASH)
        row = alpha[:, HERE[1] - 1 : HERE[1] + 2].max(axis=1)
        reach.append(np.abs(np.nonzero(row > 4)[0] - HERE[0]).max())
        light.append(alpha.max())
    assert reach == sorted(reach)
    assert light[-1] < 0.6 * light[0]
    assert drawn(marks.gem_beam, HERE, 1.0, 1.0, SQUASH)[0].max() == 0


def test_the_ribbon_runs_along_its_path_and_its_label_stays_on_the_canvas():
    path = [(60.0, 215.0), (240.0, 215.0)]
    plain, _ = drawn(marks.ribbon, path, 1.0, "")
    assert all(plain[x - 7 : x + 7, 210:220].max() > 200 for x in range(70, 240, 14))
    assert plain[:, :200].max() == 0
    named, _ = drawn(marks.ribbon, path, 1.0, "12 paces")
    assert (named > 200).sum() > (plain > 200).sum() + 1500


def test_marks_drawn_again_look_the_same():
    first = drawn(marks.gem_beam, HERE, 0.5, 1.0, SQUASH)[0]
    drawn(marks.gem_beam, HERE, 0.9, 1.0, SQUASH)
    assert np.array_equal(first, drawn(marks.gem_beam, HERE, 0.5, 1.0, SQUASH)[0])


def test_kept_marks_are_bounded():
    for turn in range(64):
        angle = turn / 64 * math.tau
        for steepness in np.linspace(0.01, 1.0, 20):
            drawn(marks.slope_arrow, HERE, (math.cos(angle), math.sin(angle)), steepness, 2.0, 0.5)
    assert marks._cache.used_bytes <= marks._cache.limit_bytes
