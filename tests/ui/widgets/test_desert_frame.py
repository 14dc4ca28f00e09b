"""Pictures of a lesson's walks: painted beside the frames, kept, and never in the way."""

import pygame
import pytest

from game.lesson_walks import Show
from game.ui.draw.figure import FIGURES
from game.ui.theme import Theme
from game.ui.widgets import desert_frame
from game.ui.widgets.desert_frame import DesertFrame

SHOW = Show(1, (("learning_rate", 8.0),), steps=5)
ROOM = pygame.Rect(20, 30, 200, 120)


@pytest.fixture(autouse=True)
def _window():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((640, 360))
    desert_frame._KEPT.clear()


def frame(show=SHOW, room=ROOM, figure=FIGURES[0]):
    return DesertFrame(Theme(), room, show, figure)


def seen(made):
    """The bytes of what it draws."""
    canvas = pygame.Surface((640, 360))
    made.draw(canvas)
    return pygame.image.tobytes(canvas, "RGB")


def finish(made):
    made._job._thread.join(30)
    made.update(40.0)
    return made


def test_a_veil_until_the_picture_is_painted():
    made = frame()
    before = seen(made)
    assert made.fits
    after = seen(finish(made))
    assert after != before
    assert len(set(zip(after[::3], after[1::3], after[2::3], strict=True))) > 500


def test_a_picture_that_was_painted_is_kept():
    finish(frame())
    again = frame()
    assert again._job is None
    assert frame(figure=FIGURES[1])._job is not None


def test_moments_of_a_walk_look_different():
    early = seen(finish(frame()))
    late = seen(finish(frame(Show(1, (("learning_rate", 8.0),)))))
    assert early != late


def test_a_tall_room_is_not_filled():
    room = pygame.Rect(0, 0, 100, 300)
    made = frame(room=room)
    assert room.contains(made.rect)
    assert made.rect.height < 100
    assert made.rect.centery == room.centery
    made.close()


def test_a_level_that_can_not_be_opened_leaves_the_frame_empty():
    made = finish(frame(Show(999)))
    assert made._job is None
    assert made.fits
    seen(made)


def test_who_looks_away_ends_the_work():
    made = frame()
    job = made._job
    made.close()
    job._thread.join(30)
    assert made._job is None
    made.update(40.0)
    assert len(desert_frame._KEPT) == 0
