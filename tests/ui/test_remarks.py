"""The child says what happened."""

import pytest

from game.sim.commands import Dig, Gust, Leap, Rewind, Step
from game.sim.run import advance, begin
from game.sim.tools import Tools
from game.ui.remarks import remark
from tests.sim.lands import bowl, setup, two_basins

BOWL = bowl(80.0, 50.0)


def said(*commands, terrain=BOWL, start=(20.0, 50.0), settle=1, water=60, **tools):
    run_setup = setup(terrain, start=start, tools=Tools(**tools), settle=settle, water=water)
    state, line = begin(run_setup), None
    for command in commands:
        before = state
        state, events = advance(run_setup, state, command)
        line = remark(run_setup, before, state, events)
    return line


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (said(Step(), start=(70.0, 50.0), learning_rate=120.0), "uphill"),
        (said(Step(), learning_rate=0.1), "tiny"),
        (said(Step(), learning_rate=15.0), "huge"),
        (said(Step(), learning_rate=50.0), "found"),
        (said(Step(), learning_rate=50.0, settle=4), "stay here 3"),
        (said(Step(), learning_rate=500.0), "off the map"),
        (said(Step(), learning_rate=0.5, water=1), "No water"),
        (said(Step(), learning_rate=0.5, water=2), "thirsty"),
        (said(Leap()), "Where am I"),
        (said(Gust()), "push"),
        (said(Dig()), "dig"),
        (said(Leap(), water=2), "enough water"),
        (said(Rewind()), "started"),
        (said(Step(), start=(30.0, 51.0), terrain=two_basins(), learning_rate=2.0), "little gem"),
    ],
)
def test_line(line, wanted):
    assert wanted in line


def test_back_and_forth():
    line = said(Step(), Step(), start=(80.0, 20.0), learning_rate=99.0)
    assert line.startswith("Back and forth")
