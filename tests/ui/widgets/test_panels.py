"""Labels, plates, water and progress: text inside, counts right, nothing painted twice."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.theme import Theme
from game.ui.widgets.drops import Drops
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, SpeechPanel, TitlePanel
from game.ui.widgets.progress import Progress

BOX = pygame.Rect(18, 14, 310, 50)
THEME = Theme()


def test_a_label_tells_whether_it_fits():
    label = Label(THEME, pygame.Rect(0, 0, 200, 60), "The wind is carrying me along!")
    assert label.fits
    label.text = "The wind is carrying me along! " * 10
    assert not label.fits
    label.text = ""
    assert label.fits


def test_a_label_stays_in_its_box(surface):
    rect = pygame.Rect(300, 300, 120, 40)
    surface.fill(0)
    Label(THEME, rect, "Many many words that need a lot of room", most=9).draw(surface)
    assert pygame.transform.threshold(None, surface, (0, 0, 0), set_behavior=0) < 1280 * 720
    surface.fill((0, 0, 0), rect)
    assert pygame.transform.threshold(None, surface, (0, 0, 0), set_behavior=0) == 1280 * 720


@pytest.mark.parametrize(
    "panel",
    [
        TitlePanel(THEME, pygame.Rect(0, 0, 390, 50), "7", "The Whispering Gust " * 2),
        TitlePanel(THEME, pygame.Rect(0, 0, 390, 50), "128", "Dunes"),
        SpeechPanel(THEME, pygame.Rect(0, 0, 500, 50), "The wind is carrying me along! " * 2),
        Drops(THEME, BOX, "Water Water", 60),
    ],
)
def test_plates_have_room_for_words_twice_as_long(panel):
    assert panel.fits


def test_a_panel_is_seen_through_inside_and_solid_nowhere_else(surface):
    surface.fill((255, 255, 255))
    Panel(THEME, pygame.Rect(100, 100, 300, 100)).draw(surface)
    inside, outside = surface.get_at((250, 150)), surface.get_at((250, 260))
    assert inside[0] < 100
    assert inside[:3] != THEME.palette.panel_solid
    assert outside[:3] == (255, 255, 255)


def test_a_panel_is_painted_once(surface, monkeypatch):
    panel = Panel(THEME, BOX)
    panel.draw(surface)
    monkeypatch.setattr(panel, "_paint", lambda: pytest.fail("painted again"))
    panel.draw(surface)


def test_nothing_said_is_nothing_drawn(surface):
    speech = SpeechPanel(THEME, BOX, "")
    surface.fill(0)
    speech.draw(surface)
    assert surface.get_at(BOX.center)[:3] == (0, 0, 0)
    speech.text = "Down!"
    speech.draw(surface)
    assert surface.get_at((BOX.left + 30, BOX.centery))[:3] != (0, 0, 0)


@given(st.integers(1, 200), st.data())
def test_drops_hold_just_the_water_that_is_left(total, data):
    drops = Drops(THEME, BOX, "Water", total)
    drops.left = data.draw(st.integers(0, total))
    fills = drops.fills()
    assert len(fills) == min(total, 10)
    assert sum(fills) == pytest.approx(drops.left / total * len(fills))
    assert all(0 <= fill <= 1 for fill in fills)
    assert fills == sorted(fills, reverse=True)
    assert len([fill for fill in fills if 0 < fill < 1]) <= 1


@pytest.mark.parametrize("total", [12, 60, 80])
def test_every_drop_of_water_changes_the_picture(total):
    drops = Drops(THEME, BOX, "Water", total)
    pictures = set()
    for left in range(total + 1):
        drops.left = left
        pictures.add(pygame.image.tobytes(drops._paint()[0], "RGBA"))
        assert drops.fits
    assert len(pictures) == total + 1


def test_little_water_is_told():
    drops = Drops(THEME, BOX, "Water", 50)
    drops.left = 11
    assert not drops.few
    drops.left = 10
    assert drops.few


def test_progress_fills_from_left_to_right(surface):
    rect = pygame.Rect(100, 100, 400, 70)
    bar = Progress(THEME, rect, "The wind piles up the dunes")
    seen = []
    for done in (0.0, 0.5, 1.0, 7.0):
        bar.show(done)
        surface.fill(0)
        bar.draw(surface)
        row = [surface.get_at((x, rect.bottom - 11))[:3] for x in range(rect.left, rect.right)]
        seen.append(row.count(THEME.palette.orange) / len(row))
    assert seen[0] < 0.06
    assert seen[1] == pytest.approx(0.5, abs=0.06)
    assert seen[2] == seen[3] > 0.9
    assert bar.fits
