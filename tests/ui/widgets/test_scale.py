"""The ladder of a slider: short numbers, in order, each reached."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.ui.widgets.scale import SliderScale

EXAMPLES = [
    SliderScale(0.25, 32, 57, log=True),
    SliderScale(0.0, 0.98, 50),
    SliderScale(0.05, 5.0, 21, log=True, zero=True),
    SliderScale(0.1, 10.0, 25, log=True, endless=True),
    SliderScale(-3, 3, 7),
]


@st.composite
def scales(draw):
    log = draw(st.booleans())
    low = draw(st.floats(0.01, 10.0)) if log else draw(st.floats(-10.0, 10.0))
    high = low * draw(st.floats(1.5, 1e4)) if log else low + draw(st.floats(0.1, 100.0))
    return SliderScale(low, high, draw(st.integers(2, 120)), log, draw(st.booleans()) and log)


@given(scales())
def test_ticks_grow_from_low_to_high(scale):
    values = scale.values
    assert all(a < b for a, b in pairwise(values))
    assert values[-1] == scale.high
    assert values[int(scale.zero)] == scale.low
    assert len(values) == scale.ticks + int(scale.zero)


@given(scales(), st.data())
def test_every_tick_is_where_it_says(scale, data):
    at = data.draw(st.integers(0, len(scale.values) - 1))
    value = scale.values[at]
    assert scale.fraction_of(value) == pytest.approx(at / (len(scale.values) - 1))
    assert scale.value_at(scale.fraction_of(value)) == value
    assert scale.nearest(value) == value


@given(scales(), st.floats(-0.5, 1.5))
def test_every_fraction_gives_a_tick(scale, fraction):
    assert scale.value_at(fraction) in scale.values


@given(scales(), st.floats(-20, 1e5))
def test_a_move_up_and_down_reaches_the_neighbours(scale, value):
    up, down = scale.moved(value, 1), scale.moved(value, -1)
    assert up in scale.values
    assert down in scale.values
    assert up > value or up == scale.values[-1]
    assert down < value or down == scale.values[0]
    # Nothing lies between: no tick is stepped over.
    assert not [v for v in scale.values if value < v < up]
    assert not [v for v in scale.values if down < v < value]


@given(scales(), st.floats(-20, 1e5), st.floats(-20, 1e5))
def test_more_value_is_further_right(scale, one, other):
    assume(one <= other)
    assert 0.0 <= scale.fraction_of(one) <= scale.fraction_of(other) <= 1.0


@pytest.mark.parametrize("scale", EXAMPLES)
def test_values_can_be_read_off_and_typed_back(scale):
    for value in scale.values:
        assert float(f"{value:.3g}") == value


def test_the_learning_rate_has_the_powers_of_two_that_lessons_use():
    values = SliderScale(0.25, 32, 57, log=True).values
    assert {0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0} <= set(values)
    assert all(len(f"{value:g}".replace(".", "").lstrip("0")) <= 2 for value in values)


def test_a_log_scale_keeps_its_ratio():
    values = SliderScale(0.25, 32, 57, log=True).values
    ratio = (32 / 0.25) ** (1 / 56)
    for low, high in pairwise(values):
        assert high / low == pytest.approx(ratio, rel=0.09)


def test_an_endless_scale_ends_in_no_limit_at_all():
    scale = SliderScale(0.1, 10.0, 25, log=True, endless=True)
    assert scale.values[-1] == math.inf
    assert scale.moved(10.0, 1) == math.inf
    assert scale.moved(math.inf, -1) == 10.0
    assert scale.fraction_of(math.inf) == 1.0
    assert 24 / 25 < scale.fraction_of(50.0) < 1.0


@pytest.mark.parametrize(
    "wrong",
    [(1, 1, 5), (2, 1, 5), (0, 1, 1), (0, 1, 5, True), (-1, 1, 5, True), (0, math.inf, 5)],
)
def test_scales_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValueError, match="slider"):
        SliderScale(*wrong)
