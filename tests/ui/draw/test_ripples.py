import numpy as np
import pytest

from game.ui.draw import ripples

COLUMNS = np.linspace(0, 40, 400)
ROWS = np.linspace(0, 30, 300)


def slopes(pixels_per_pace: float = 12.0, steep: float = 0.1, patches: float = 1.0) -> np.ndarray:
    x = np.arange(400, dtype=np.float32) / pixels_per_pace
    y = np.arange(201, dtype=np.float32)[:, None] / pixels_per_pace
    waves = ripples.phase(x, y, np.zeros((201, 400), np.float32))
    flat = np.ones((200, 400), np.float32)
    return ripples.slope(waves[:-1], waves[1:], flat * steep, flat * patches)


def test_ripples_go_up_and_down_across_the_wind_and_not_along_it():
    ripple = slopes()
    assert 0.05 < ripple.std() < 0.2
    across, along = ripples.CREST
    assert np.hypot(across, along) == pytest.approx(1, abs=0.01)
    moved = round(14 * along), round(14 * across)  # pixels along a crest: at right angles to it
    same = np.corrcoef(
        ripple[moved[1] :, : -moved[0]].ravel(), ripple[: -moved[1], moved[0] :].ravel()
    )
    assert same[0, 1] > 0.9


def test_ripples_too_small_to_show_are_gone_instead_of_shimmering():
    sizes = [slopes(scale).std() for scale in (12, 5, 4, 3, 1, 0.3)]
    assert sizes[0] > 0.05
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-2:] == [0, 0]


def test_steep_slopes_and_bare_patches_have_few():
    assert slopes(steep=1.2).std() < 0.2 * slopes().std()
    assert slopes(patches=-2).std() < 0.2 * slopes().std()


def test_bends_are_smooth_and_follow_the_seed():
    heights = np.zeros((300, 400), np.float32)
    one, same, other = (ripples.bends(COLUMNS, ROWS, heights, seed) for seed in (1, 1, 2))
    assert (one == same).all()
    assert np.abs(one - other).mean() > 1
    assert np.abs(np.diff(one, axis=1)).max() / 0.1 < 5, "radians per pace"
