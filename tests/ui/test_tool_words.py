"""What a slider shows is the number that the walk takes, so that pupils can reckon with it."""

import pytest

from game import levels
from game.ui.scenes.play_tools import scale_of
from game.ui.tool_words import value_text


@pytest.mark.parametrize("path", levels.shipped(), ids=lambda path: path.stem)
def test_every_tick_of_a_slider_is_shown_exactly(path):
    for name, low, high in levels.read(path).hand_out.sliders:
        ticks = [value for value in scale_of(name, low, high).values if value < float("inf")]
        told = [value_text(name, value).split()[0] for value in ticks]
        assert [float(number) for number in told] == pytest.approx(ticks, abs=1e-12), name
