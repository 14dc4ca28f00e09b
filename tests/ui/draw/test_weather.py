import numpy as np
import pygame
import pytest

from game.ui.camera import Camera
from game.ui.draw.weather import SandStreaks, evening

SIZE = (640, 360)


def drawn(streaks: SandStreaks) -> np.ndarray:
    surface = pygame.Surface(SIZE)
    streaks.draw(surface)
    return pygame.surfarray.array3d(surface).sum(2)


def blown(velocity, **options) -> SandStreaks:
    streaks = SandStreaks(Camera(SIZE), **options)
    streaks.blow(velocity)
    for _ in range(60):
        streaks.update(33)
    return streaks


def test_no_velocity_no_streaks():
    assert not drawn(blown((0, 0))).any()


def test_the_faster_the_more_streaks():
    counts = [blown((speed, 0)).flying for speed in (0, 0.5, 2, 8, 40)]
    assert counts == sorted(counts)
    assert len(set(counts)) == 5


@pytest.mark.parametrize("velocity", [(5, 0), (0, 5), (4, -3), (-5, 1)])
def test_streaks_lie_along_the_velocity_as_the_camera_shows_it(velocity):
    camera = Camera(SIZE)
    columns, rows = np.nonzero(drawn(blown(velocity, count=1)))
    spread = np.cov(np.stack((columns, rows)))
    along = np.linalg.eigh(spread)[1][:, 1]
    way = np.array(velocity) * (camera.across, camera.down)
    assert abs(along @ way) / np.linalg.norm(way) > 0.98


def test_streaks_drift_with_the_velocity():
    streaks = blown((6, 0), count=1)
    before = np.nonzero(drawn(streaks))[0].mean()
    streaks.update(50)
    assert np.nonzero(drawn(streaks))[0].mean() > before + 2


def test_with_reduced_motion_streaks_show_but_lie_still():
    streaks = blown((6, 0), reduced_motion=True)
    before = drawn(streaks)
    streaks.update(500)
    assert before.any()
    assert (drawn(streaks) == before).all()


def test_evening_comes_gradually_and_leaves_the_morning_as_baked():
    rgb = np.random.default_rng(3).integers(0, 256, (8, 9, 3), np.uint8)
    assert (evening(rgb, 0.0) == rgb).all()
    greens = [int(evening(rgb, part)[..., 1].sum()) for part in (0, 0.3, 0.6, 1.0)]
    assert greens == sorted(greens, reverse=True)
    assert len(set(greens)) == 4
