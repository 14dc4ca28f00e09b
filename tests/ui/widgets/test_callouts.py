"""Explanations overlap nothing, wherever things are; captions find a place beside controls."""

import itertools

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.theme import Theme
from game.ui.widgets.callouts import Callout, free_place, leaves
from game.ui.widgets.caption_strip import CaptionStrip

ROOM = pygame.Rect(10, 10, 1260, 700)
FOOT = pygame.Rect(540, 330, 200, 44)


@st.composite
def screens(draw):
    """Things in the cells of a grid, so that they do not overlap each other."""
    cells = draw(st.lists(st.integers(0, 63), min_size=1, max_size=20, unique=True))
    found = []
    for cell in cells:
        x, y = 20 + cell % 8 * 155, 14 + cell // 8 * 88
        wide, tall = draw(st.integers(40, 130)), draw(st.integers(30, 66))
        found.append(Callout(pygame.Rect(x, y, wide, tall), "words"))
    return found


@settings(max_examples=40)
@given(screens(), st.integers(80, 260), st.integers(30, 150))
def test_every_thing_is_explained_once_and_bubbles_never_overlap(callouts, wide, tall):
    sizes = [(wide, tall)] * len(callouts)
    pages = leaves(callouts, sizes, ROOM, FOOT, 1.0)
    shown = [tuple(placed.callout.target) for page in pages for placed in page]
    assert sorted(shown) == sorted(tuple(callout.target) for callout in callouts)
    for page in pages:
        assert page
        for placed in page:
            assert ROOM.contains(placed.bubble)
            assert placed.bubble.size == (wide, tall)
            assert not placed.bubble.colliderect(placed.callout.target)
            assert not placed.bubble.colliderect(FOOT)
        for one, other in itertools.combinations(page, 2):
            assert not one.bubble.colliderect(other.bubble)
            assert not one.bubble.colliderect(other.callout.target)
            assert not other.bubble.colliderect(one.callout.target)
            assert not other.bubble.clipline(one.line)


def test_a_thing_between_others_is_told_of_beside_itself():
    crowd = [Callout(pygame.Rect(20 + 160 * (i % 8), 20 + 90 * (i // 8), 150, 80), "words")
             for i in range(64)]  # fmt: skip
    pages = leaves(crowd, [(300, 200)] * 64, ROOM, FOOT, 1.0)
    for page in pages:
        for placed in page:
            assert not placed.bubble.colliderect(placed.callout.target)
            assert not placed.bubble.colliderect(FOOT)
        for one, other in itertools.combinations(page, 2):
            assert not one.bubble.colliderect(other.bubble)
            assert not one.bubble.colliderect(other.callout.target)


def test_a_line_joins_bubble_and_thing():
    thing = pygame.Rect(100, 600, 100, 60)
    (placed,) = leaves([Callout(thing, "x")], [(200, 60)], ROOM, FOOT, 1.0)[0]
    start, end = placed.line
    assert placed.bubble.inflate(4, 4).collidepoint(start)
    assert thing.inflate(4, 4).collidepoint(end)


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


def test_captions_move_when_other_things_can_be_pressed(surface, strip):
    """As where the same panel gets its buttons."""
    strip.show("wind", 10)
    low = pygame.Rect(0, 360, 1280, 360)
    taken = [pygame.Rect(0, 0, 1280, 720)]
    strip.draw(surface, taken)
    assert strip.place.colliderect(low)
    strip.draw(surface, taken, [low])
    assert not strip.place.colliderect(low)


def test_nothing_is_drawn_without_captions(strip, surface):
    surface.fill((9, 9, 9))
    strip.draw(surface)
    assert surface.get_at((640, 690))[:3] == (9, 9, 9)


def test_of_two_neighbours_each_has_its_bubble_nearer_and_no_lines_cross():
    """As the two answers of a question in the middle of the screen."""
    stay, go = pygame.Rect(346, 367, 286, 112), pygame.Rect(648, 367, 286, 112)
    sizes = [(86, 37), (152, 37)]
    foot = pygame.Rect(540, 660, 200, 44)
    (page,) = leaves([Callout(stay, "Stay"), Callout(go, "Go")], sizes, ROOM, foot, 1.0)
    for placed, other in zip(page, (go, stay), strict=True):
        middle = pygame.Vector2(placed.bubble.center)
        own = middle.distance_to(placed.callout.target.center)
        assert own < middle.distance_to(other.center)
    (a, b), (c, d) = (placed.line for placed in page)
    assert not _cross(a, b, c, d)


def _cross(a, b, c, d):
    def turn(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
