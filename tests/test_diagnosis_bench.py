"""Causes are named rightly: a smaller sample of the measurement, and what the command prints."""

import json
from collections import Counter

import numpy as np
import pytest

from game.bench import diagnosis, known_grounds
from game.bench.diagnosis import Table, lands, measure, shown, walks
from game.bench.known_walks import MAKERS
from game.sim.diagnosis import Cause
from game.sim.events import Ending
from tests.command_line import command

SEED, EACH = 11, 9  # neither half's own


@pytest.fixture(scope="module")
def grounds():
    return lands(SEED, deserts=3, shaped=3)


@pytest.fixture(scope="module")
def table(grounds):
    return measure(SEED, EACH, grounds)


def test_nearly_all_causes_are_named_rightly(table):
    assert table.walks == EACH * len(Cause)
    assert table.share() >= 0.93, shown(table)


@pytest.mark.parametrize("cause", Cause)
def test_no_cause_is_often_taken_for_another(table, cause):
    assert table.count(cause) == EACH
    assert table.share(cause) >= 0.7, shown(table)


def test_every_cause_has_a_maker():
    assert set(MAKERS) == set(Cause)


def test_the_walks_are_of_many_kinds(grounds):
    made = list(walks(SEED, 3, grounds))
    assert Counter(walk.cause for walk in made) == dict.fromkeys(Cause, 3)
    for walk in made:
        found = walk.expedition.now.ending is Ending.FOUND
        assert found is (walk.cause is Cause.FOUND)
    assert len({walk.setup.tools.optimizer for walk in made}) >= 4
    assert len({walk.origin.split(",")[0] for walk in made}) >= 4


def test_the_same_seed_makes_the_same_walks(grounds):
    one, other = (list(walks(SEED, 1, grounds)) for _ in range(2))
    for a, b in zip(one, other, strict=True):
        np.testing.assert_array_equal(a.expedition.now.place, b.expedition.now.place)


def test_flow_ends_in_a_minimum():
    ground = known_grounds.hollow(np.random.default_rng(1))
    flow = ground.flow(ground.start)
    assert flow.end == 0
    assert (np.diff(flow.times) > 0).all()
    assert (np.diff(ground.terrain.height(flow.places))[:-2] < 0).all()


def _faked(monkeypatch, right):
    def fake(seed):
        table = Table()
        for cause in Cause:
            table.named[cause, cause] = right
            table.named[cause, Cause.FOUND] += 100 - right
        return table

    monkeypatch.setattr(diagnosis, "measure", fake)


@pytest.mark.parametrize(("right", "code"), [(97, 0), (89, 1)])
def test_the_command_prints_both_tables_and_judges(capsys, monkeypatch, right, code):
    _faked(monkeypatch, right)
    told = command(capsys, "bench", "--diagnosis")
    assert told.code == code
    for word in ("tuning: 1000 walks", "held out: 1000 walks", "overshot", "dug_early"):
        assert word in told.out


def test_the_command_prints_json(capsys, monkeypatch):
    _faked(monkeypatch, 96)
    data = json.loads(command(capsys, "bench", "--diagnosis", "--json").out)
    assert set(data) == {"tuning", "held out"}
    assert data["held out"]["table"]["bounced"] == {
        **{cause.value: 0 for cause in Cause},
        "bounced": 96,
        "found": 4,
    }
    assert data["held out"]["of"]["stuck"] == 0.96
