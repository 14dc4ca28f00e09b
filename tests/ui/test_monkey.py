"""Random events of all kinds, sent through all scenes, end in no exception."""

import json

import pytest

from game.ui.monkey import run_monkey


@pytest.mark.parametrize("seed", [3, 8])
def test_no_event_ends_in_an_exception(capsys, seed):
    assert run_monkey(700, seed, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert not told["findings"]
