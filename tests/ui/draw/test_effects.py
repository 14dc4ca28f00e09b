"""Dust rises where landings are hard; the light of the day follows the water."""

import numpy as np
import pygame
import pytest

from game.ui.camera import Camera
from game.ui.draw.effects import (
    HARD,
    NOON,
    Dust,
    daylight,
    draw_first_stars,
    hardness,
)

SIZE = (320, 240)


def lit(draw):
    """Which pixels of a black canvas something draws on, (w, h)."""
    surface = pygame.Surface(SIZE)
    draw(surface)
    return pygame.surfarray.array3d(surface).max(2)


def dust(hard=0.5, age_ms=0.0, **more):
    made = Dust((160.0, 120.0), 1.0, hard, 0.5, **more)
    made.update(age_ms)
    return made


def reach(picture):
    columns = np.flatnonzero((picture > 12).any(axis=1))
    return int(columns[-1] - columns[0]) if len(columns) else 0


def test_only_long_steps_land_hard():
    assert hardness(HARD - 0.1) == 0
    rising = [hardness(paces) for paces in (HARD, 8.0, 12.0, 16.0)]
    assert rising == sorted(rising)
    assert rising[0] > 0
    assert hardness(90.0) == rising[-1] == 1.0


def test_dust_spreads_and_settles():
    early, late = lit(dust(age_ms=60).draw), lit(dust(age_ms=600).draw)
    assert reach(late) > reach(early) > 0
    assert late.max() < early.max()
    gone = dust(age_ms=1000)
    assert gone.over
    assert not lit(gone.draw).any()


def test_a_harder_landing_raises_more():
    soft, hard = (lit(dust(hard, 300).draw) for hard in (0.3, 1.0))
    assert reach(hard) > 1.3 * reach(soft)


def test_with_reduced_motion_dust_only_fades():
    early, late = (lit(dust(age_ms=age, reduced=True).draw) for age in (60, 300))
    assert reach(early) >= reach(late)
    assert late.max() < early.max()


def test_the_day_goes_from_noon_to_dusk_with_the_water():
    assert daylight(0.75) == NOON
    brightness = [sum(daylight(left)) for left in np.linspace(0.66, 0.0, 30)]
    assert brightness == sorted(brightness, reverse=True)
    red, _, blue = daylight(0.3)
    assert red > blue + 50  # gold
    red, green, blue = daylight(0.0)
    assert green < min(red, blue)  # plum


@pytest.mark.parametrize(("left", "some"), [(0.5, False), (0.12, False), (0.03, True), (0.0, True)])
def test_the_first_stars_come_at_the_end(left, some):
    camera = Camera(SIZE)
    assert lit(lambda to: draw_first_stars(to, camera, left, 0.0, True)).any() == some


def test_stars_stand_in_the_sky():
    camera = Camera((1280, 720))
    surface = pygame.Surface(camera.size)
    draw_first_stars(surface, camera, 0.0, 0.0, True)
    rows = np.flatnonzero(pygame.surfarray.array3d(surface).max(2).any(axis=0))
    assert rows.min() > 60
    assert rows.max() < 100
