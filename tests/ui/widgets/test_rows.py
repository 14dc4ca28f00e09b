"""Switches, choices in rows, and pages of lists: by keys, by pointer, and read aloud."""

import pygame
import pytest

from game.ui.signals import Act, Intent, Point, Touch
from game.ui.theme import Theme
from game.ui.widgets.choice import Option
from game.ui.widgets.pager import Pager
from game.ui.widgets.scroll import Paragraph, Scroll
from game.ui.widgets.side_choice import SideChoice
from game.ui.widgets.toggle import Toggle

ROW = pygame.Rect(200, 200, 700, 76)


def click(widget, pixel):
    for kind in (Touch.PRESS, Touch.RELEASE):
        widget.point(Point(kind, pixel))


@pytest.fixture
def toggle(theme):
    told = []
    made = Toggle(theme, ROW, "Captions", False, told.append)
    made.told = told
    return made


def test_a_switch_goes_to_and_fro(toggle):
    toggle.handle(Act(Intent.ACTIVATE))
    toggle.press()
    click(toggle, (ROW.left + 5, ROW.centery))
    assert toggle.told == [True, False, True]
    assert toggle.on


def test_right_is_on_and_left_is_off(toggle):
    for intent in (Intent.RIGHT, Intent.RIGHT, Intent.LEFT, Intent.LEFT):
        assert toggle.handle(Act(intent))
    assert toggle.told == [True, False]
    assert not toggle.handle(Act(Intent.UP))


def test_a_finger_that_leaves_the_switch_changes_nothing(toggle):
    toggle.point(Point(Touch.PRESS, ROW.center))
    toggle.point(Point(Touch.RELEASE, (5, 5)))
    assert toggle.told == []


def test_a_switch_says_its_state(toggle):
    assert toggle.spoken == "Captions: Off"
    toggle.on = True
    assert toggle.spoken == "Captions: On"
    assert toggle.told == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_choice_in_a_row_keeps_name_and_options_apart(surface, scale):
    options = [Option(i, name) for i, name in enumerate(("Off", "Fine", "Strong"))]
    choice = SideChoice(Theme(text_scale=scale), ROW, "Height lines", options, 1, print)
    assert choice.spoken == "Height lines: Fine"
    assert ROW.contains(choice.bar)
    assert choice.bar.left > ROW.left + ROW.width * 0.4
    assert choice.bar.height >= 64
    assert choice.fits


def test_a_press_on_the_name_of_a_choice_chooses_nothing(theme):
    told = []
    options = [Option(0, "Off"), Option(1, "On")]
    choice = SideChoice(theme, ROW, "Lines", options, 0, told.append)
    click(choice, (ROW.left + 20, ROW.centery))
    assert told == []
    click(choice, (choice.bar.right - 20, ROW.centery))
    assert told == [1]


def test_pages_turn_round_and_round(theme):
    told = []
    pager = Pager(theme, pygame.Rect(100, 100, 240, 64), 0, 3, told.append)
    pager.press()
    pager.handle(Act(Intent.LEFT))
    click(pager, (110, 130))
    click(pager, (330, 130))
    pager.point(Point(Touch.WHEEL, (200, 130), -1))
    assert told == [1, 2, 2, 1, 1]
    assert pager.spoken == "Page 1 of 3"


def test_scrolled_text_is_drawn_from_its_offset(surface, theme):
    words = [Paragraph("Head", "heading"), *(Paragraph(f"line {i}") for i in range(40))]
    scroll = Scroll(theme, pygame.Rect(100, 100, 400, 200), words)
    assert scroll.fits
    surface.fill((0, 0, 0))
    scroll.draw(surface)
    first = pygame.image.tobytes(surface, "RGB")
    assert scroll.handle(Act(Intent.DOWN))
    surface.fill((0, 0, 0))
    scroll.draw(surface)
    assert pygame.image.tobytes(surface, "RGB") != first
    assert not scroll.handle(Act(Intent.FIRST)) or scroll.offset == 0
    assert not scroll.handle(Act(Intent.UP)), "at the top, the arrow is for the ring"


def test_short_text_does_not_scroll(theme):
    scroll = Scroll(theme, pygame.Rect(100, 100, 400, 200), [Paragraph("short")])
    assert scroll.most == 0
    assert not scroll.handle(Act(Intent.DOWN))


def test_pressing_again_and_again_reads_all_of_a_long_text(theme):
    words = [Paragraph(f"line {i}") for i in range(40)]
    scroll = Scroll(theme, pygame.Rect(100, 100, 400, 200), words)
    seen = set()
    while scroll.offset not in seen:
        seen.add(scroll.offset)
        scroll.press()
    assert {0, scroll.most} <= seen
    assert max(b - a for a, b in zip(sorted(seen), sorted(seen)[1:], strict=False)) <= 200
