import numpy as np
import pytest

from game.ui.draw import colour
from game.ui.draw.tones import GOLD, SANDS

LIGHT = np.linspace(0, 1, 21, dtype=np.float32)


@pytest.mark.parametrize("tones", SANDS.values(), ids=SANDS)
def test_light_leads_from_shade_over_sand_to_sun(tones):
    red, green, blue = colour.sand(LIGHT, tones)
    ends = np.stack((red, green, blue), 1)[[0, 10, 20]]
    assert ends == pytest.approx(np.array([tones.shade, tones.middle, tones.sunny]))
    for channel in (red, green, blue):
        assert (np.diff(channel) > 0).all()


def test_the_deeper_the_rosier():
    rise = np.linspace(1, 0, 40, dtype=np.float32)
    for light in (0.1, 0.5, 0.9):
        lit = np.full_like(rise, light)
        channels = colour.sand(lit, GOLD)
        colour.tint_by_height(channels, rise, lit, GOLD)
        red, green, blue = channels
        rose = (red + blue) / 2 - green
        assert (np.diff(rose) > 0).all()
        assert (np.diff(green) < 0).all(), "and the darker, so that it reads in grey as well"


@pytest.mark.parametrize("tones", SANDS.values(), ids=SANDS)
def test_contour_lines_darken_the_sun_and_lighten_the_shade(tones):
    for light, lit, sign in ((0.9, 1.0, -1), (0.05, 0.0, 1)):
        before = colour.sand(np.array([light], np.float32), tones)
        after = [channel.copy() for channel in before]
        ink, sun = np.array([0.2], np.float32), np.array([lit], np.float32)
        colour.draw_contours(after, ink, sun, tones)
        change = sum(float((a - b)[0]) for a, b in zip(after, before, strict=True))
        assert sign * change > 15


def test_sand_outside_loses_colour():
    inside = colour.sand(np.array([0.7], np.float32), GOLD)
    outside = [channel.copy() for channel in inside]
    colour.pale(outside, np.ones(1, np.float32))
    assert np.ptp(outside) < 0.8 * np.ptp(inside)


def test_layers_of_rock_show_where_the_sun_shines_and_repeat_with_the_height():
    height = np.linspace(0, 12, 600, dtype=np.float32)
    none = np.zeros_like(height)
    for light, sign in ((0.6, 1), (0.0, 0)):
        lit = np.full_like(height, light)
        channels = colour.sand(lit, SANDS["ember"])
        colour.draw_strata(channels, height, none, lit, SANDS["ember"])
        changed = np.ptp(channels[2]) > 8
        assert changed == bool(sign)
        if changed:
            bands = np.diff((channels[2] > channels[2].mean()).astype(int))
            assert 4 <= (bands == 1).sum() <= 7


def test_patches_of_sand_are_lighter_and_darker():
    even = colour.sand(np.full(3, 0.5, np.float32), GOLD)
    patched = [channel.copy() for channel in even]
    colour.mottle(patched, np.array([-1.0, 0.0, 1.0], np.float32), 0.05)
    for before, after in zip(even, patched, strict=True):
        assert np.allclose(after / before, [0.95, 1.0, 1.05], atol=1e-3)
