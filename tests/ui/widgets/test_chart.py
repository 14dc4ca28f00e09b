"""The chart tells the truth, says what it shows, and keeps its words apart."""

from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.theme import Theme
from game.ui.widgets.axes import height_range, picked, round_step, steps_range
from game.ui.widgets.chart import Chart
from game.ui.widgets.focus import FocusRing

RECT = pygame.Rect(1040, 80, 210, 130)
heights = st.lists(st.floats(-50.0, 500.0), min_size=1, max_size=60)


@given(heights, st.integers(2, 8))
def test_round_numbers_enclose_all_heights(values, most):
    low, high, step = height_range(values, most)
    slack = 1e-6 * step
    assert low <= min(values) + slack
    assert high >= max(values) - slack
    assert (high - low) / step <= most + 2
    assert abs(low / step - round(low / step)) < 1e-6


@given(st.floats(1e-6, 1e6), st.integers(1, 10))
def test_steps_between_gridlines_are_1_2_or_5(span, most):
    step = round_step(span, most)
    assert float(f"{step:e}".split("e")[0]) in (1.0, 2.0, 5.0)
    assert span / step <= most * (1 + 1e-6)


@pytest.mark.parametrize(
    ("steps", "end"), [(0, 10), (10, 10), (11, 20), (20, 20), (60, 60), (61, 80), (101, 200)]
)
def test_the_axis_of_steps_ends_at_a_round_number(steps, end):
    assert steps_range(steps) == end


@given(st.integers(0, 10_000))
def test_the_axis_of_steps_holds_all_steps(steps):
    assert steps <= steps_range(steps) <= max(10, 2 * steps)


@given(st.integers(1, 2000), st.integers(2, 300))
def test_picked_points_keep_both_ends(count, most):
    at = picked(count, most)
    assert (at[0], at[-1]) == (0, count - 1)
    assert len(at) <= most
    assert at == sorted(set(at))


def test_a_flat_walk_is_flat_and_in_the_middle():
    assert height_range([7.0, 7.0]) == (6.4, 7.6, 0.4) or height_range([7.0, 7.0])[2] <= 0.5


def drawn(theme, values, large=False):
    chart = Chart(theme, RECT, values)
    if large:
        chart.place(pygame.Rect(200, 100, 700, 420), True)
    surface = pygame.Surface((1280, 720))
    chart.draw(surface)
    return chart, surface


def orange_rows(surface, x, theme, plot):
    r, g, b = theme.palette.orange
    near = lambda c: abs(c[0] - r) < 12 and abs(c[1] - g) < 12 and abs(c[2] - b) < 12  # noqa: E731
    return [y for y in range(plot.top, plot.bottom) if near(surface.get_at((x, y)))]


def test_lower_ground_is_drawn_lower():
    theme = Theme()
    chart, surface = drawn(theme, [20.0] * 5 + [2.0] * 5, large=True)
    plot = chart._plot_box(chart.rect)
    early = orange_rows(surface, plot.left + round(plot.width * 0.25), theme, plot)
    late = orange_rows(surface, plot.left + round(plot.width * 0.75), theme, plot)
    assert early
    assert late
    assert max(early) < min(late)


@pytest.mark.parametrize("count", [0, 1, 2, 14, 61, 400])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("large", [False, True])
def test_walks_of_any_length_and_large_text_fit(count, text_scale, large):
    values = [20.0 * 0.97**step for step in range(count)]
    chart, _ = drawn(Theme(text_scale=text_scale), values, large)
    assert chart.fits


def test_each_step_changes_the_picture_and_no_step_does_not():
    chart = Chart(Theme(), RECT, [9.0, 8.0])
    before = pygame.image.tobytes(chart._paint()[0], "RGBA")
    chart.draw(pygame.Surface((1280, 720)))
    chart.show([9.0, 8.0])
    assert chart._face is not None
    chart.show([9.0, 8.0, 7.0])
    assert chart._face is None
    assert pygame.image.tobytes(chart._paint()[0], "RGBA") != before
    assert chart.heights == [9.0, 8.0, 7.0]


def test_rewinding_is_shown():
    chart = Chart(Theme(), RECT, [9.0, 8.0, 7.0])
    chart.show([9.0, 8.0])
    assert chart.heights == [9.0, 8.0]


@pytest.mark.parametrize("way", ["key", "click", "focus"])
def test_the_chart_is_enlarged_by_key_click_and_focus(theme, hands, way):
    asked = []
    chart = Chart(theme, RECT, [3.0], on_press=lambda: asked.append(1))
    player = hands(FocusRing(theme, [chart]))
    if way == "key":
        player.key(pygame.K_c)
    elif way == "click":
        player.click(RECT.center)
    else:
        player.key(pygame.K_TAB)
        player.key(pygame.K_RETURN)
    assert asked == [1]


def test_other_names_for_the_axes():
    chart, surface = drawn(Theme(), [3.0, 2.0])
    chart.rename(("Loss", "Steps"))
    other = pygame.Surface((1280, 720))
    chart.draw(other)
    assert pygame.image.tobytes(other, "RGB") != pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("height", [70, 90, 124, 200])
def test_numbers_of_the_axis_keep_apart(height, monkeypatch):
    written = []
    monkeypatch.setattr(Chart, "_write", lambda *args, **rest: written.append(args))
    rect = pygame.Rect(0, 0, 178, height)
    chart = Chart(Theme(), rect, [22.8], names=("Hauteur de la dune sous les pieds", "Pas"))
    chart._paint()
    numbers = [args[6] for args in written if args[7:] == ((1.0, 0.5),) and args[2] in chart._said]
    rows = sorted(place.centery for place in numbers)
    assert rows
    assert all(low - high >= chart._small() - 1 for high, low in pairwise(rows))
