"""The bench: its figures are what they say, and every part of it can be measured."""

import json

import pytest

from game import levels
from game.bench import figures, pictures, processes, walkers
from game.bench.figures import Figure
from game.commands import bench as bench_command
from game.sim.optimizers import OPTIMIZERS
from tests.command_line import command


def test_less_is_better_unless_said_otherwise():
    assert Figure("a", 3.0, "ms", bare=1.5, budget=3.0).reached is True
    assert Figure("a", 3.1, "ms", bare=1.5, budget=3.0).reached is False
    assert Figure("a", 3.0, "ms").reached is None
    assert Figure("a", 8.1, "M/s", budget=8.0, more=True).reached is True
    assert Figure("a", 7.9, "M/s", budget=8.0, more=True).reached is False


def test_the_ratio_says_how_many_times_the_bare_cost():
    assert Figure("a", 3.0, "ms", bare=1.5).ratio == 2.0
    assert Figure("a", 10.0, "M/s", bare=300.0, more=True).ratio == 30.0
    assert Figure("a", 10.0, "ms").ratio is None


def test_percentiles():
    values = [float(n) for n in range(100, 0, -1)]
    assert figures.percentile(values, 50) == 51
    assert figures.percentile(values, 99) == 100
    assert figures.percentile([5.0], 99) == 5.0
    assert figures.percentile(values, 100) == 100


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_walkers_are_counted(monkeypatch, optimizer):
    monkeypatch.setattr(walkers, "_FOR_S", 0.0)
    site = levels.build(levels.read(levels.shipped()[0]))
    crowd = walkers.crowd(site.setup.terrain, optimizer, 1000)
    assert crowd.name == f"walkers, {optimizer}, 1,000"
    assert crowd.value > 0
    assert crowd.bare > 0
    assert walkers.single_step(site, optimizer).value > 0


def test_frames_of_a_walk_are_measured():
    told = {figure.name: figure for figure in pictures.frames(40)}
    assert list(told) == ["frame, median", "frame, p95", "frame, p99", "frame, longest"]
    assert told["frame, median"].value <= told["frame, p99"].value <= told["frame, longest"].value
    assert told["frame, median"].budget == 2.0


def test_the_title_is_timed_from_outside():
    figure = processes.title_first_frame(runs=1)
    assert figure.bare > 0
    assert figure.value > 0


def test_memory_is_measured_in_a_process_of_its_own(monkeypatch):
    monkeypatch.setattr(
        processes, "_PLAY", processes._BARE + "x = b'1' * 50_000_000;" + processes._PEAK
    )
    (figure,) = processes.peak_memory()
    assert 40 < figure.value - figure.bare < 60


def test_json_holds_every_figure(capsys, monkeypatch):
    made = [Figure("a", 1.0, "ms", 0.5, "nothing", 2.0), Figure("b", 3.0, "s")]
    monkeypatch.setattr(bench_command, "measure", lambda: iter(made))
    data = json.loads(command(capsys, "bench", "--json").out)
    assert [figure["name"] for figure in data["figures"]] == ["a", "b"]
    assert data["figures"][0]["ratio"] == 2.0
    assert data["figures"][0]["reached"] is True
    assert data["machine"]["cores"] > 0


def test_the_table_says_what_is_not_reached(capsys, monkeypatch):
    made = [Figure("a", 1.0, "ms", 0.5, "nothing", 2.0), Figure("b", 3.0, "s", budget=1.0)]
    monkeypatch.setattr(bench_command, "measure", lambda: iter(made))
    lines = command(capsys, "bench").out.splitlines()
    assert "reached" in lines[2]
    assert "NOT REACHED" in lines[3]
    assert lines[-1] == "1 of 2 budgets reached"
