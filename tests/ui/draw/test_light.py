import numpy as np
import pytest

from game.ui.draw.light import Light, openness, sunshine

LOW_WEST = Light(toward=(-1.0, 0.0, 0.5), limb=0.05)
STEPS = (0.5, 0.5)


def spike() -> np.ndarray:
    heights = np.zeros((81, 121), np.float32)
    heights[40, 40] = 8.0
    return heights


def test_flat_land_sees_the_whole_sun():
    assert sunshine(np.full((30, 40), 3.0, np.float32), STEPS, Light()) == pytest.approx(1)


def test_a_shadow_is_as_long_as_the_sun_is_low():
    row = sunshine(spike(), STEPS, LOW_WEST)[40]
    shaded = np.flatnonzero(row < 0.5)
    assert shaded.min() == 41
    assert shaded.max() == pytest.approx(40 + 16 / 0.5, abs=3), "8 paces high, twice as long"


def test_a_shadow_has_a_soft_end_and_a_hard_beginning():
    row = sunshine(spike(), STEPS, LOW_WEST)[40]
    half_lit = np.flatnonzero((row > 0.05) & (row < 0.95))
    assert half_lit.min() > 55
    assert len(half_lit) >= 3


@pytest.mark.parametrize("toward", [(1, 0, 0.5), (0, -1, 0.5), (0, 1, 0.5), (0.6, 0.8, 0.5)])
def test_shadows_point_away_from_the_sun(toward):
    lit = sunshine(spike(), STEPS, Light(toward=toward, limb=0.05))
    rows, columns = np.nonzero(lit < 0.5)
    middle = np.array((columns.mean() - 40, rows.mean() - 40))
    assert middle @ np.array(toward[:2]) < -5
    assert abs(middle @ np.array((toward[1], -toward[0]))) < 1


def test_a_sun_right_above_casts_no_shadows():
    assert (sunshine(spike(), STEPS, Light(toward=(0, 0, 1))) == 1).all()


def test_hollows_are_closed_and_crests_are_open():
    x = np.linspace(0, 60, 121, dtype=np.float32)
    waves = np.repeat((4 * np.sin(x * 2 * np.pi / 20))[None], 80, 0)
    opened = openness(waves, STEPS)
    crest, hollow = 10 + 40, 30 + 40  # columns of x = 25 and 35
    assert opened[40, crest] > 0.4
    assert opened[40, hollow] < -0.4
    assert np.abs(opened).max() <= 1
