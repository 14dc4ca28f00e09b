"""The trail reads on every ground, keeps its spacing over steps, and can be taken back."""

import itertools
import math

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.draw.trail import Trail

PLUM, CREAM, SAND = (80, 45, 62), (255, 229, 170), (226, 150, 86)
SIZE = (320, 200)


def line(start, end, count=9):
    return [tuple(p) for p in np.linspace(start, end, count)]


def shown(trail, ground=None, progress=1.0):
    surface = pygame.Surface(SIZE, pygame.SRCALPHA)
    if ground is not None:
        surface.fill((*ground, 255))
    trail.draw(surface, progress)
    return surface


def luminance(rgb):
    """WCAG relative luminance of colours (..., 3), 0..255."""
    share = np.asarray(rgb, float) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


def contrasts(surface, ground):
    """WCAG contrast of every pixel to the ground."""
    light, base = luminance(pygame.surfarray.array3d(surface)), float(luminance(ground))
    return (np.maximum(light, base) + 0.05) / (np.minimum(light, base) + 0.05)


def trail_of(*ways, scale=1.0):
    trail = Trail(SIZE, scale)
    trail.rebuild(ways)
    return trail


@pytest.mark.parametrize("ground", [PLUM, CREAM, SAND], ids=["plum", "cream", "sand"])
@pytest.mark.parametrize("degrees", range(0, 360, 30))
def test_prints_read_on_every_ground(ground, degrees):
    way = (math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
    start = (160 - 70 * way[0], 100 - 70 * way[1])
    trail = Trail(SIZE, 1.0)
    trail.add(line(start, (160 + 70 * way[0], 100 + 70 * way[1])))
    strong = contrasts(shown(trail, ground), ground) >= 3.0
    # a square around the middle of the step, clear of the marks at its ends
    assert strong[130:190, 70:130].sum() >= 30


@pytest.mark.parametrize("ground", [PLUM, CREAM, SAND], ids=["plum", "cream", "sand"])
def test_marks_read_on_every_ground(ground):
    strong = contrasts(shown(trail_of(line((60, 100), (260, 100))), ground), ground) >= 3.0
    assert strong[256:265, 96:105].sum() >= 12


def test_even_the_oldest_prints_still_read():
    ways = [line((160, 40), (160, 160))] + [line((20, 20 + k), (30, 20 + k)) for k in range(60)]
    for ground in (PLUM, CREAM):
        assert (contrasts(shown(trail_of(*ways), ground), ground) >= 2.0)[
            140:180, 60:140
        ].sum() > 30


def test_prints_fade_with_the_steps_that_follow():
    def strength(later):
        ways = [line((160, 40), (160, 160))] + [line((20, 20), (30, 20))] * later
        alpha = pygame.surfarray.array_alpha(shown(trail_of(*ways)))
        return int(alpha[140:180, 60:140].astype(int).sum())

    fading = [strength(later) for later in (0, 6, 12, 30)]
    assert fading == sorted(fading, reverse=True)
    assert fading[-1] < 0.75 * fading[0]
    assert strength(30) == strength(90)


def prints(trail):
    return [(x, y) for way in trail._ways for _, _, x, y in way.prints]


@given(st.lists(st.floats(3.0, 60.0), min_size=1, max_size=12))
@settings(max_examples=40)
def test_spacing_does_not_depend_on_how_the_way_is_cut_into_steps(lengths):
    ends = np.concatenate([[0.0], np.cumsum(lengths)])
    cut = [line((a, 50.0), (b, 50.0), 3) for a, b in itertools.pairwise(ends)]
    whole = trail_of(line((0.0, 50.0), (float(ends[-1]), 50.0), 2))
    np.testing.assert_allclose(prints(trail_of(*cut)), prints(whole), atol=1e-6)


def test_left_and_right_take_turns_at_equal_distances():
    found = np.array(prints(trail_of(line((20, 100), (300, 100)))))
    gaps = np.diff(found[:, 0])
    np.testing.assert_allclose(gaps, gaps[0])
    sides = np.sign(found[:, 1] - 100)
    assert (sides[1:] == -sides[:-1]).all()


def test_prints_point_the_way_they_go():
    east = pygame.surfarray.array_alpha(shown(trail_of(line((20, 100), (300, 100)))))
    south = pygame.surfarray.array_alpha(shown(trail_of(line((160, 5), (160, 195)))))
    rows = (east[40:280] > 60).any(axis=0).sum()
    columns = (south[:, 20:180] > 60).any(axis=1).sum()
    assert rows < 16
    assert columns < 16


@given(st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=15)
def test_taking_steps_back_leaves_what_was_there_before(kept, undone):
    rng = np.random.default_rng(5)
    spots = rng.uniform((10, 10), (310, 190), size=(kept + undone + 2, 2))
    ways = [line(a, b) for a, b in itertools.pairwise(spots)]
    walked = Trail(SIZE, 1.0)
    for way in ways:
        walked.add(way)
        shown(walked)
    walked.rebuild(ways[: kept + 1])
    fresh = Trail(SIZE, 1.0)
    for way in ways[: kept + 1]:
        fresh.add(way)
    assert shown(walked).get_buffer().raw == shown(fresh).get_buffer().raw


def test_a_step_under_way_shows_the_prints_that_are_behind_the_child():
    trail = trail_of(line((20, 100), (100, 100)), line((100, 100), (300, 100)))

    def reach(progress):
        alpha = pygame.surfarray.array_alpha(shown(trail, None, progress))
        return int(np.nonzero(alpha.any(axis=1))[0].max())

    assert reach(0.0) < 110
    assert 190 < reach(0.5) < 215
    assert reach(1.0) >= 300


def test_a_leap_leaves_marks_but_no_prints():
    trail = Trail(SIZE, 1.0)
    trail.add(line((40, 100), (280, 100)), prints=False)
    alpha = pygame.surfarray.array_alpha(shown(trail))
    assert alpha[60:260].max() == 0
    assert alpha[280, 100] > 200
    assert alpha[40, 100] > 200


def test_what_is_out_of_sight_leaves_no_prints():
    way = line((20, 100), (300, 100), 29)
    hidden = [None if 120 < x < 200 else (x, y) for x, y in way]
    trail = trail_of(hidden)
    alpha = pygame.surfarray.array_alpha(shown(trail))
    assert alpha[130:190].max() == 0
    assert alpha[210:290].max() > 100
    assert alpha[30:110].max() > 100


def test_an_empty_trail_draws_nothing():
    trail = Trail(SIZE, 1.0)
    assert pygame.surfarray.array_alpha(shown(trail)).max() == 0
    trail.add(line((20, 100), (300, 100)))
    trail.rebuild([])
    assert pygame.surfarray.array_alpha(shown(trail)).max() == 0


def test_standing_still_leaves_only_the_mark():
    assert prints(trail_of([(50.0, 50.0), (50.0, 50.0)])) == []
