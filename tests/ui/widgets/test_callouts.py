"""Explanations overlap nothing, wherever things are, and belong to what they stand at."""

import itertools

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.widgets.callouts import Callout, leaves

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
