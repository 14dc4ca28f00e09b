"""Where a bubble goes: close by what it tells of, and not over what there is to read."""

import pygame
import pytest

from game.ui.widgets.button import Button
from game.ui.widgets.panel import Panel, SpeechPanel
from game.ui.widgets.tip import Near, Tip, near

TARGET = pygame.Rect(600, 340, 80, 60)
ABOVE = pygame.Rect(300, 260, 700, 70)
BELOW = pygame.Rect(300, 410, 700, 70)
LEFT = pygame.Rect(100, 340, 490, 60)


@pytest.fixture
def tip(theme):
    return Tip(theme)


def words(*boxes):
    return [Near(tuple(box), 1.0) for box in boxes]


def told(tip, surface, rect=TARGET, around=()):
    box = tip.draw(surface, "What this is for.", rect, around)
    assert not box.colliderect(rect)
    assert surface.get_rect().contains(box)
    return box


def test_it_lies_above_where_nothing_is_in_the_way(tip, surface):
    box = told(tip, surface)
    assert box.bottom < TARGET.top
    assert box.centerx == TARGET.centerx


def test_it_goes_round_what_there_is_to_read(tip, surface):
    assert told(tip, surface, around=words(ABOVE)).top > TARGET.bottom
    assert told(tip, surface, around=words(ABOVE, BELOW)).right < TARGET.left
    assert told(tip, surface, around=words(ABOVE, BELOW, LEFT)).left > TARGET.right


def test_it_stays_close_by(tip, surface):
    for around in ([], words(ABOVE), words(ABOVE, BELOW), words(ABOVE, BELOW, LEFT)):
        box = told(tip, surface, around=around)
        assert box.colliderect(TARGET.inflate(2 * 16, 2 * 16))


def test_rather_than_words_it_covers_what_is_pressed_and_rather_that_a_picture(tip, surface):
    right = pygame.Rect(690, 340, 490, 60)
    rest = words(ABOVE, BELOW)
    box = told(tip, surface, around=[*rest, Near(tuple(LEFT), 0.3), *words(right)])
    assert box.colliderect(LEFT)
    around = [*rest, Near(tuple(LEFT), 0.3), Near(tuple(right), 0.1)]
    assert told(tip, surface, around=around).colliderect(right)


def test_it_moves_along_beside_what_is_half_in_the_way(tip, surface):
    corner = pygame.Rect(660, 200, 600, 130)
    box = told(tip, surface, around=words(corner, BELOW, LEFT))
    assert box.bottom < TARGET.top
    assert not box.colliderect(corner)


@pytest.mark.parametrize("corner", [(0, 0), (1200, 0), (0, 660), (1200, 660)])
def test_in_a_corner_it_stays_on_the_canvas(tip, surface, corner):
    told(tip, surface, pygame.Rect(corner, (80, 60)))


def test_beside_what_fills_the_canvas_it_is_still_seen(tip, surface):
    box = tip.draw(surface, "What this is for.", surface.get_rect())
    assert surface.get_rect().contains(box)


def test_plates_and_what_is_hidden_are_not_in_the_way(theme):
    plate, around = Panel(theme, ABOVE), Panel(theme, TARGET.inflate(40, 40))
    speech, hidden = SpeechPanel(theme, ABOVE, "Down I go."), SpeechPanel(theme, BELOW, "Up.")
    hidden.visible = False
    button = Button(theme, TARGET, "Dig", lambda: None)
    other = Button(theme, LEFT, "Walk", lambda: None)
    found = near(button, [plate, around, speech, hidden, button, other])
    assert [pygame.Rect(one.box) for one in found] == [ABOVE, LEFT]
    assert found[0].worth > found[1].worth
