"""A free place is found beside what is shown, and found again when that changes."""

import pygame
import pytest

from game.ui.theme import Theme
from game.ui.widgets.caption_strip import CaptionStrip
from game.ui.widgets.free_place import free_place
from game.ui.widgets.warning_strip import WarningStrip


def test_a_free_place_is_low_and_touches_nothing():
    bar = pygame.Rect(18, 616, 1244, 92)
    place = free_place((300, 60), (1280, 720), [bar], 10)
    assert place.bottom <= bar.top
    assert place.bottom > bar.top - 60
    assert place.centerx == 640


def test_where_nothing_is_free_as_little_as_possible_is_covered():
    boxes = [pygame.Rect(0, 0, 1280, 400), pygame.Rect(0, 440, 1280, 280)]
    place = free_place((300, 60), (1280, 720), boxes, 10)
    assert pygame.Rect(0, 0, 1280, 720).contains(place)
    covered = sum(place.clip(box).height for box in boxes)
    assert covered <= 30


def test_where_all_is_full_buttons_stay_free():
    head, body = pygame.Rect(0, 0, 1280, 80), pygame.Rect(0, 90, 1280, 630)
    back, answers = pygame.Rect(0, 0, 64, 80), pygame.Rect(0, 170, 1280, 550)
    taken, pressed = [head, body, back, answers], [back, answers]
    place = free_place((150, 40), (1280, 720), taken, 10, pressed)
    assert place.collidelist(pressed) == -1
    assert place.collidelist([head, body]) >= 0  # there was no place beside everything


def captions():
    strip = CaptionStrip(Theme())
    strip.show("wind", 10)
    return strip, strip.draw


def warning():
    strip = WarningStrip(Theme())
    return strip, lambda surface, *boxes: strip.draw(surface, "Nothing can be saved.", *boxes)


@pytest.mark.parametrize("made", [captions, warning])
def test_a_strip_moves_when_other_things_can_be_pressed(surface, made):
    """As where the same panel gets its buttons."""
    strip, draw = made()
    low = pygame.Rect(0, 360, 1280, 360)
    taken = [pygame.Rect(0, 0, 1280, 720)]
    draw(surface, taken)
    assert strip.place.colliderect(low)
    draw(surface, taken, [low])
    assert not strip.place.colliderect(low)
