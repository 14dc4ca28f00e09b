import numpy as np

from game.ui.draw import colour

LIGHT = np.linspace(0, 1, 21, dtype=np.float32)


def test_light_leads_from_plum_over_sand_to_cream():
    red, green, blue = colour.sand(LIGHT)
    ends = np.stack((red, green, blue), 1)[[0, 10, 20]]
    assert ends.tolist() == [list(colour.PLUM), list(colour.SAND), list(colour.CREAM)]
    for channel in (red, green, blue):
        assert (np.diff(channel) > 0).all()


def test_the_deeper_the_rosier():
    rise = np.linspace(1, 0, 40, dtype=np.float32)
    for light in (0.1, 0.5, 0.9):
        lit = np.full_like(rise, light)
        channels = colour.sand(lit)
        colour.tint_by_height(channels, rise, lit)
        red, green, blue = channels
        rose = (red + blue) / 2 - green
        assert (np.diff(rose) > 0).all()
        assert (np.diff(green) < 0).all(), "and the darker, so that it reads in grey as well"


def test_contour_lines_darken_the_sun_and_lighten_the_shade():
    for light, lit, sign in ((0.9, 1.0, -1), (0.05, 0.0, 1)):
        before = colour.sand(np.array([light], np.float32))
        after = [channel.copy() for channel in before]
        colour.draw_contours(after, np.array([0.2], np.float32), np.array([lit], np.float32))
        change = sum(float((a - b)[0]) for a, b in zip(after, before, strict=True))
        assert sign * change > 15


def test_sand_outside_loses_colour():
    inside = colour.sand(np.array([0.7], np.float32))
    outside = [channel.copy() for channel in inside]
    colour.pale(outside, np.ones(1, np.float32))
    assert np.ptp(outside) < 0.8 * np.ptp(inside)
