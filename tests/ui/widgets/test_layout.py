"""Boxes never overlap nor leave the canvas, and targets stay large, on every canvas and text."""

from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.theme import Theme
from game.ui.widgets.layout import bar_rows, bar_top, columns, control_bar, grid, rows

CANVASES = [(1280, 720), (1920, 1080), (1024, 768)]


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(0, 20), st.integers(400, 2000)
)
def test_columns_fill_the_box_without_overlap(shares, gap, wide):
    box = pygame.Rect(7, 9, wide, 50)
    cut = columns(box, shares, gap)
    assert cut[0].left == box.left
    assert cut[-1].right == box.right
    assert all(b.left - a.right == gap for a, b in pairwise(cut))


def test_rows_are_columns_turned():
    assert rows(pygame.Rect(5, 10, 100, 210), [1, 1], 10) == [(5, 10, 100, 100), (5, 120, 100, 100)]


def test_a_grid_fills_from_the_upper_left():
    boxes = grid(pygame.Rect(0, 0, 320, 210), 3, 5, 10)
    assert len(boxes) == 5
    assert boxes[0].topleft == (0, 0)
    assert boxes[3].left == 0
    assert boxes[3].top > boxes[2].top


every_bar = [
    pytest.mark.parametrize("canvas", CANVASES),
    pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0]),
    pytest.mark.parametrize("tools", range(8)),
    pytest.mark.parametrize("buttons", [2, 3, 5]),
]


def on_every_bar(test):
    for mark in every_bar:
        test = mark(test)
    return test


@on_every_bar
def test_the_bar_has_room_for_all(canvas, text_scale, tools, buttons):
    theme = Theme(canvas, text_scale)
    bar = control_bar(theme, tools, buttons)
    boxes = [*bar.tools, *bar.buttons, *([bar.pager] if bar.pager else [])]
    assert len(bar.buttons) == buttons
    assert len(bar.tools) == tools or (bar.pager and 1 <= len(bar.tools) < tools)
    assert pygame.Rect((0, 0), canvas).contains(bar.panel)
    assert all(bar.panel.contains(box) for box in boxes)
    for i, box in enumerate(boxes):
        assert box.collidelist(boxes[i + 1 :]) == -1
    assert min(box.height for box in boxes) >= theme.px(64)
    assert min(box.width for box in bar.buttons) >= canvas[0] / 20
    assert all(box.width >= theme.px(150) for box in bar.tools)


@on_every_bar
def test_the_bar_begins_where_the_camera_expects_it(canvas, text_scale, tools, buttons):
    theme = Theme(canvas, text_scale)
    for least in (0, 60, 140):
        bar = control_bar(theme, tools, buttons, least)
        assert bar.panel.top == bar_top(theme, bar_rows(theme, tools, buttons))


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("canvas", [(1280, 720), (1920, 1080)])
def test_no_tools_however_many_make_the_bar_of_a_wide_canvas_higher(canvas, text_scale):
    theme = Theme(canvas, text_scale)
    assert control_bar(theme, 9, 5).panel == control_bar(theme, 1, 5).panel


def test_the_bar_of_the_first_levels_is_one_row_without_pages():
    bar = control_bar(Theme(), 3, 5)
    assert bar.panel.height <= 100
    assert bar.pager is None
    assert len({box.top for box in [*bar.tools, *bar.buttons]}) == 1


def test_on_narrow_canvases_many_tools_stand_above_the_buttons():
    bar = control_bar(Theme((1024, 768)), 6, 5)
    assert max(box.bottom for box in bar.tools) <= min(box.top for box in bar.buttons)
