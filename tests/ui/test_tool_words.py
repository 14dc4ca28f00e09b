"""What a slider shows is the number that the walk takes, so that pupils can reckon with it."""

import pytest

from game import levels
from game.ui.scenes.play_tools import scale_of
from game.ui.tool_words import paces, value_text


@pytest.mark.parametrize("path", levels.shipped(), ids=lambda path: path.stem)
def test_every_tick_of_a_slider_is_shown_exactly(path):
    for name, low, high in levels.read(path).hand_out.sliders:
        ticks = [value for value in scale_of(name, low, high).values if value < float("inf")]
        told = [value_text(name, value).split()[0] for value in ticks]
        assert [float(number) for number in told] == pytest.approx(ticks, abs=1e-12), name


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "0.0 paces"),
        (0.00003, "0.0 paces"),
        (0.0004, "0.0004 paces"),
        (0.049, "0.05 paces"),
        (0.094, "0.09 paces"),
        (0.098, "0.1 paces"),
        (1.0, "1.0 pace"),
        (35.04, "35.0 paces"),
    ],
)
def test_a_small_distance_is_not_written_as_nothing(value, written):
    assert paces(value) == written
