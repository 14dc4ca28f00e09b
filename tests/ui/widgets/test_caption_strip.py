"""Captions of sounds: how long they stay, and that they keep off what can be used."""

import pygame
import pytest

from game.ui.theme import Theme
from game.ui.widgets.caption_strip import CaptionStrip


@pytest.fixture
def strip(surface):
    return CaptionStrip(Theme())


def test_captions_stay_as_long_as_they_are_shown_and_a_little(strip):
    strip.show("wind", 50)
    for _ in range(100):
        strip.show("wind", 50)
    assert strip.lines == ("wind",)
    strip.show("gust", 50)
    assert strip.lines == ("wind", "gust")
    for _ in range(40):
        strip.show("gust", 50)
    assert strip.lines == ("gust",)
    for _ in range(40):
        strip.show("", 50)
    assert strip.lines == ()


def test_never_more_than_two_captions(strip):
    for words in ("one", "two", "three"):
        strip.show(words, 10)
    assert strip.lines == ("two", "three")


@pytest.mark.parametrize("canvas", [(1280, 720), (1024, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_captions_cover_no_control(surface, canvas, scale):
    strip = CaptionStrip(Theme(canvas, scale))
    strip.show("A long caption of a sound that means something", 10)
    controls = [pygame.Rect(10, canvas[1] - 200, canvas[0] - 20, 190), pygame.Rect(10, 10, 500, 90)]
    canvas_surface = pygame.Surface(canvas)
    strip.draw(canvas_surface, controls)
    assert strip.place.collidelist(controls) == -1
    assert pygame.Rect((0, 0), canvas).contains(strip.place)


def test_nothing_is_drawn_without_captions(strip, surface):
    surface.fill((9, 9, 9))
    strip.draw(surface)
    assert surface.get_at((640, 690))[:3] == (9, 9, 9)
