"""Levels with several starts: the seed picks one, and a walk's code still stands for the walk."""

from dataclasses import replace

import numpy as np
import pytest

from game import levels
from game.commands.walk import replay, walk
from tests.levels_for_tests import BOWL

STARTS = ((22.0, 30.0), (80.0, 20.0), (30.0, 84.0))
SEVERAL = BOWL.replace("start = [22.0, 30.0]", f"starts = {[list(place) for place in STARTS]}")


@pytest.fixture
def write(tmp_path):
    def _write(text):
        path = tmp_path / "several.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return _write


def test_the_seeds_take_turns_through_the_starts(write):
    level = levels.read(write(SEVERAL.replace("water = 40", "water = 40\nseed = 7")))
    assert (level.starts, level.start) == (STARTS, STARTS[0])
    built = [tuple(levels.build(level, seed).setup.start) for seed in (None, 7, 8, 9, 10, 0)]
    assert built == [STARTS[i] for i in (0, 0, 1, 2, 0, 2)]


def test_another_try_is_on_the_same_land_as_if_it_had_been_built_so(write):
    level = levels.read(write(SEVERAL))
    site = levels.build(level)
    other, fresh = levels.reseeded(site, 2), levels.build(level, 2)
    assert other.land is site.land
    assert (other.setup.seed, tuple(other.setup.start)) == (2, STARTS[2])
    assert other.setup.fingerprint == fresh.setup.fingerprint != site.setup.fingerprint


def test_a_level_of_one_start_keeps_it_for_every_seed(write):
    site = levels.build(levels.read(write(BOWL)))
    assert np.array_equal(levels.reseeded(site, 5).setup.start, site.setup.start)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_code_of_a_walk_brings_its_start_back(write, seed):
    path = str(write(SEVERAL))
    walked = walk(path, seed=seed, steps=5)
    again = replay(path, walked.code)
    assert tuple(again.expedition.setup.start) == STARTS[seed]
    assert np.array_equal(again.expedition.now.place, walked.expedition.now.place)


@pytest.mark.parametrize(
    ("walk_table", "said"),
    [
        ("starts = [[22, 30], [120, 3]]", "walk.starts: [120.0, 3.0] lies outside the desert"),
        ("starts = []", "walk.starts: holds 0 places; give 1 to 12"),
        (f"starts = {[[5, 5]] * 13}", "walk.starts: holds 13 places; give 1 to 12"),
        ("starts = [5, 5]", "walk.starts: [5, 5] does not fit"),
        ("start = [9, 9]\nstarts = [[5, 5]]", "walk.start: and starts are both given"),
    ],
)
def test_starts_that_can_not_be_used_are_told(write, walk_table, said):
    with pytest.raises(levels.LevelError) as caught:
        levels.read(write(BOWL.replace("start = [22.0, 30.0]", walk_table)))
    (fault,) = caught.value.faults
    assert said in str(fault)


def test_every_start_lies_on_a_slope(write):
    level = levels.read(write(SEVERAL))
    gem = levels.build(level).setup.gem
    flat = replace(level, starts=(*STARTS, (float(gem[0]), float(gem[1]))))
    with pytest.raises(levels.LevelError, match=r"walk\.start: .* lies where there is no slope"):
        levels.build(flat)


@pytest.mark.parametrize(
    ("tools", "hand_out", "said"),
    [
        ("", 'schedules = ["constant", "step"]', "hand_out.shrink: sets the exponential schedule"),
        ('schedule = { kind = "step" }', "", "hand_out.shrink: cannot set the schedule StepDecay"),
        (
            'schedule = { kind = "exponential", rate = 0.5 }',
            "",
            "hand_out.shrink: the walk starts with 0.5, which lies outside [0.9, 1.0]",
        ),
    ],
)
def test_a_slider_of_the_schedule_that_could_not_show_it_is_told(write, tools, hand_out, said):
    rate = "learning_rate = 8.0"
    table = f"{rate}\n{tools}\n[hand_out]\nshrink = [0.9, 1.0]\n{hand_out}"
    changed = BOWL.replace(rate, table)
    with pytest.raises(levels.LevelError) as caught:
        levels.read(write(changed))
    (fault,) = caught.value.faults
    assert said in str(fault)
