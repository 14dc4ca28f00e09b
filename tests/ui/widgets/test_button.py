"""Buttons press by mouse, key and focus; a disabled one says why."""

import pygame
import pytest

from game.ui.signals import Intent
from game.ui.widgets import icons
from game.ui.widgets.button import Button
from game.ui.widgets.card import Card, CardText
from game.ui.widgets.focus import FocusRing

RECT = pygame.Rect(500, 620, 96, 76)


class Desk:
    def __init__(self, theme, hands, kind=Button, said="Gust", **more):
        self.pressed, self.refused = [], []
        more.setdefault("on_refused", self.refused.append)
        if kind is Card:
            more.pop("on_refused")
        self.button = kind(theme, RECT, said, lambda: self.pressed.append(1), **more)
        self.ring = FocusRing(theme, [self.button])
        self.hands = hands(self.ring)


@pytest.fixture
def desk(theme, hands):
    return Desk(theme, hands, hint="G", intent=Intent.GUST)


def test_a_click_presses_at_release(desk):
    desk.hands.press(RECT.center)
    assert desk.button.sunk
    assert desk.pressed == []
    desk.hands.release(RECT.center)
    assert desk.pressed == [1]


def test_dragging_off_lets_go_unpressed(desk):
    desk.hands.press(RECT.center)
    desk.hands.move((10, 10))
    assert not desk.button.sunk
    desk.hands.release((10, 10))
    assert desk.pressed == []
    desk.hands.press(RECT.center)
    desk.hands.move((10, 10))
    desk.hands.move(RECT.center)
    desk.hands.release(RECT.center)
    assert desk.pressed == [1]


def test_its_key_presses_it_and_it_comes_up_again(desk):
    assert desk.hands.key(pygame.K_g)
    assert desk.pressed == [1]
    assert desk.button.sunk
    desk.ring.update(500.0)
    assert not desk.button.sunk


def test_enter_presses_only_where_the_outline_shows(desk):
    assert not desk.hands.key(pygame.K_RETURN)
    desk.hands.click(RECT.center)
    assert desk.pressed == [1]
    assert not desk.hands.key(pygame.K_RETURN)
    desk.hands.key(pygame.K_TAB)
    assert desk.hands.key(pygame.K_RETURN)
    assert desk.pressed == [1, 1]


@pytest.mark.parametrize("way", ["click", "key", "focus"])
def test_a_disabled_button_says_why_and_does_nothing(desk, way):
    desk.button.reason = "Needs 3 water"
    if way == "click":
        desk.hands.click(RECT.center)
    elif way == "key":
        desk.hands.key(pygame.K_g)
    else:
        desk.hands.key(pygame.K_TAB)
        desk.hands.key(pygame.K_RETURN)
    assert desk.pressed == []
    assert desk.refused == ["Needs 3 water"]
    assert desk.button.tip == "Needs 3 water"
    desk.button.reason = ""
    desk.hands.key(pygame.K_g)
    assert desk.pressed == [1]


def test_states_look_different(desk, surface):
    seen = set()

    def look():
        surface.fill(0)
        desk.ring.draw(surface)
        seen.add(pygame.image.tobytes(surface.subsurface(RECT.inflate(30, 30)), "RGB"))

    look()
    desk.hands.move(RECT.center)
    look()
    desk.hands.press(RECT.center)
    look()
    desk.hands.release((0, 0))
    desk.button.selected = True
    look()
    desk.button.selected = False
    desk.button.reason = "No"
    look()
    desk.hands.key(pygame.K_TAB)
    look()
    assert len(seen) == 6


@pytest.mark.parametrize("label", ["Step", "Walk Walk", "Zurückspulen", "Вперёд"])
def test_labels_twice_as_long_fit(theme, hands, label):
    assert Desk(theme, hands, said=label, hint="Backspace").button.fits


def test_a_label_without_end_is_reported(theme, hands):
    assert not Desk(theme, hands, said="Donaudampfschifffahrtsgesellschaft" * 2).button.fits


def test_a_long_reason_is_left_to_the_tip(theme, hands):
    desk = Desk(theme, hands, hint="G")
    desk.button.reason = "The water that is left is not enough for a gust of wind"
    assert desk.button.fits
    assert desk.button.tip == desk.button.reason


def test_what_is_said_can_change(desk):
    desk.button.say(label="Pause")
    assert desk.button.label == "Pause"


@pytest.mark.parametrize("name", icons.NAMES)
def test_every_icon_fills_its_square_and_not_all_of_it(surface, name):
    drawing = icons.icon(name, 40, (0, 0, 0))
    mask = pygame.mask.from_surface(drawing)
    assert 0.07 < mask.count() / 1600 < 0.8
    assert drawing.get_size() == (40, 40)


def test_a_button_of_an_icon_alone_and_with_a_label(theme, hands, surface):
    for said in ("", "Back"):
        desk = Desk(theme, hands, said=said, icon="back")
        desk.ring.draw(surface)
        assert desk.button.fits


def test_cards_press_and_lock(theme, hands, surface):
    said = CardText("3", "Too Slow", "The sun is hot.", 2)
    desk = Desk(theme, hands, Card, said)
    desk.button.rect.size = (300, 200)
    desk.ring.draw(surface)
    assert desk.button.fits
    desk.hands.click(RECT.center)
    assert desk.pressed == [1]
    desk.button.reason = "Find the gem of level 2 first"
    desk.hands.click(RECT.center)
    assert desk.pressed == [1]


def test_stars_are_told_by_shape(theme):
    pictures = set()
    for stars in range(4):
        card = Card(theme, pygame.Rect(0, 0, 300, 200), CardText("1", "One", "", stars), print)
        picture, _ = card._paint()
        grey = pygame.transform.grayscale(picture)
        pictures.add(pygame.image.tobytes(grey, "RGBA"))
    assert len(pictures) == 4
