"""`dune-descent walk`: the laboratory's bench."""

import csv
import io
import itertools
import json
import math

import numpy as np
import pytest

from game import deserts, levels
from game.sim.codes import WalkCode, decode_walk, encode_walk
from game.sim.commands import ChooseSchedule, Gust, Leap, Step, Tune
from game.sim.expedition import replay
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import SCHEDULES, Exponential
from tests.command_line import command
from tests.levels_for_tests import BOWL

DESERT = "2400-001A-80CR"


@pytest.fixture
def bowl(tmp_path):
    path = tmp_path / "07-bowl.toml"
    path.write_text(BOWL, encoding="utf-8")
    return path


@pytest.fixture
def walked(capsys):
    """The JSON object that a walk prints."""

    def run(*words):
        said = command(capsys, "walk", *words, "--json")
        assert (said.code, said.err) == (0, "")
        return json.loads(said.out)

    return run


def test_json_tells_the_whole_walk(walked, bowl):
    data = walked(bowl)
    site = levels.build(levels.read(bowl))
    expedition = replay(site.setup, [Step()] * 40)
    count = len(expedition.states)
    assert (data["format"], data["level"], data["name"]) == (1, "07-bowl", "A bowl")
    assert (data["seed"], data["optimizer"]) == (0, "gradient_descent")
    assert data["settings"] == {
        "learning_rate": 8.0,
        "clip_norm": None,
        "noise": 0.0,
        "schedule": {"kind": "constant"},
    }
    assert data["positions"] == [list(map(float, s.place)) for s in expedition.states]
    assert data["heights"] == [s.height for s in expedition.states]
    assert data["gradients"] == [list(map(float, s.slope)) for s in expedition.states]
    assert data["steps"] == list(range(count))
    assert data["learning_rates"] == [8.0] * count
    assert data["felt"] == [None, *data["gradients"][:-1]]
    assert data["gem"] == list(map(float, site.setup.gem))
    assert data["ending"] == "found"
    assert data["events"][-1] == {"at": count - 1, "event": "ended", "ending": "found"}
    assert data["water_left"] == 40 - (count - 1)
    assert data["distance"] == pytest.approx(math.dist(data["positions"][-1], data["gem"]))


def test_score_is_given_with_its_parts(walked, bowl):
    score = walked(bowl)["score"]
    parts = ("closeness_points", "depth_points", "gem_points", "water_points")
    assert score["total"] == sum(score[part] for part in parts)
    assert score["total"] > 990
    assert score["stars"] == 3
    assert 0.9 < score["closeness"] <= 1
    assert 0.9 < score["depth"] <= 1


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_optimizer_walks_and_its_code_walks_again(walked, bowl, optimizer):
    rate = ("--learning-rate", 2.5, "--noise", 0.1, "--seed", 11, "--clip-norm", 0.5)
    first = walked(bowl, "--optimizer", optimizer, *rate)
    again = walked(bowl, "--replay", first["replay"])
    assert first["optimizer"] == optimizer
    assert first["seed"] == 11
    assert again == first
    place, start = np.array(first["positions"][1]), np.array(first["positions"][0])
    assert np.hypot(*(place - start)) > 0


def test_settings_reach_the_walk(walked, bowl):
    adam = walked(bowl, "--optimizer", "adam", "--beta1", 0.5, "--beta2", 0.75, "--steps", 2)
    assert adam["settings"]["beta1"] == 0.5
    assert adam["settings"]["beta2"] == 0.75
    drum = walked(bowl, "--optimizer", "rmsprop", "--decay", 0.5, "--steps", 2)
    assert drum["settings"]["decay"] == 0.5
    wind = walked(bowl, "--optimizer", "momentum", "--momentum", 0.25, "--steps", 2)
    (x0, _), (x1, _), (x2, _) = wind["positions"]
    (g0, _), (g1, _), _ = wind["gradients"]
    assert x1 - x0 == pytest.approx(-8 * g0, rel=1e-12)
    assert x2 - x1 == pytest.approx(-8 * (0.25 * g0 + g1), rel=1e-12)


def test_rope_clips_the_slope(walked, bowl):
    data = walked(bowl, "--clip-norm", 0.125, "--steps", 3)
    paces = [math.dist(a, b) for a, b in itertools.pairwise(data["positions"])]
    assert paces == pytest.approx([8 * 0.125] * 3, rel=1e-12)
    assert data["settings"]["clip_norm"] == 0.125


def test_noise_is_felt_and_follows_the_seed(walked, bowl):
    one = walked(bowl, "--noise", 0.3, "--seed", 1, "--steps", 3)
    two = walked(bowl, "--noise", 0.3, "--seed", 2, "--steps", 3)
    assert one["felt"][1] != one["gradients"][0]
    assert one["positions"][1] != two["positions"][1]
    assert one == walked(bowl, "--noise", 0.3, "--seed", 1, "--steps", 3)


@pytest.mark.parametrize(
    ("written", "rates"),
    [
        ("constant", [8, 8, 8, 8]),
        ("exponential:0.5", [8, 4, 2, 1]),
        ("step:2,0.25", [8, 8, 2, 2]),
        ("cosine:2,0.5", [8, 6, 4, 4]),
        ("exponential", [8, 8 * 0.97, 8 * 0.97**2, 8 * 0.97**3]),
    ],
)
def test_schedules_are_written_shortly(walked, bowl, written, rates):
    data = walked(bowl, "--schedule", written, "--steps", 3)
    assert data["learning_rates"] == pytest.approx(rates)
    assert data["settings"]["schedule"]["kind"] == written.partition(":")[0]


def test_steps_end_a_walk_that_goes_on(walked, bowl):
    data = walked(bowl, "--steps", 4)
    assert data["ending"] is None
    assert data["steps"] == [0, 1, 2, 3, 4]
    assert data["score"]["total"] > 0
    assert walked(bowl, "--steps", 0)["positions"] == [[22.0, 30.0]]


def test_a_walk_ends_with_its_water(walked, bowl):
    data = walked(bowl, "--learning-rate", 0.01, "--steps", 1000)
    assert (data["ending"], data["water_left"], len(data["positions"])) == ("out_of_water", 0, 41)


def test_outside_the_map_there_is_no_land(walked, bowl):
    data = walked(bowl, "--learning-rate", 5000)
    assert data["ending"] == "left_map"
    assert data["heights"][-1] is None
    assert data["gradients"][-1] is None
    assert data["score"]["closeness_points"] == data["score"]["depth_points"] == 0


def test_a_replay_holds_what_was_done_on_the_way(walked, bowl):
    site = levels.build(levels.read(bowl))
    path = (Step(), Tune("noise", 0.5), Step(), ChooseSchedule(Exponential(0.9)), Gust(), Leap())
    code = encode_walk(WalkCode("07-bowl", site.setup.fingerprint, 0, path))
    data = walked(bowl, "--replay", code)
    assert data["events"] == [
        {"at": 1, "event": "stepped"},
        {"at": 1, "event": "tuned", "parameter": "noise", "value": 0.5},
        {"at": 2, "event": "stepped"},
        {
            "at": 2,
            "event": "schedule_chosen",
            "schedule": {"kind": "exponential", "rate": 0.9},
        },
        {"at": 3, "event": "gusted"},
        {"at": 4, "event": "leapt"},
    ]
    assert data["steps"] == [0, 1, 2, 2, 2]
    assert data["felt"][3:] == [None, None]
    assert decode_walk(data["replay"]).commands == path


def test_a_code_of_another_level_or_a_changed_one_is_refused(capsys, walked, bowl, tmp_path):
    code = walked(bowl)["replay"]
    other = tmp_path / "08-other.toml"
    other.write_text(BOWL, encoding="utf-8")
    said = command(capsys, "walk", other, "--replay", code)
    assert (said.code, said.out) == (2, "")
    assert "'07-bowl', not in '08-other'" in said.err
    bowl.write_text(BOWL.replace("depth = 3.0", "depth = 3.001"), encoding="utf-8")
    said = command(capsys, "walk", bowl, "--replay", code)
    assert (said.code, said.out) == (2, "")
    assert "not as it was" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("more", [("--seed", 3), ("--momentum", 0.5), ("--steps", 2)])
def test_a_replay_takes_no_settings(capsys, walked, bowl, more):
    said = command(capsys, "walk", bowl, "--replay", walked(bowl)["replay"], *more)
    assert said.code == 2
    assert f"leave out {more[0]}" in said.err


def test_a_generated_desert_is_walked_by_its_code(walked):
    data = walked(DESERT, "--steps", 5)
    assert data["level"] == DESERT
    assert walked(DESERT.lower().replace("-", " "), "--steps", 5) == data
    assert walked(DESERT, "--replay", data["replay"]) == data


def test_a_generated_desert_hands_out_what_its_walk_starts_with():
    level = deserts.open_level(DESERT)
    sliders = {name: (low, high) for name, low, high in level.hand_out.sliders}
    assert level.tools.optimizer in level.hand_out.optimizers
    for name, (low, high) in sliders.items():
        if name != "shrink":
            assert low <= getattr(level.tools, name) <= high
    assert level.par_water < level.water


def test_a_level_is_found_by_number_name_and_file(walked):
    path = levels.shipped()[0]
    number, _, words = path.stem.partition("-")
    for name in (number, int(number), words, path.stem, path):
        assert walked(name, "--steps", 1)["level"] == path.stem


def test_csv_has_a_row_for_each_place(capsys, walked, bowl, tmp_path):
    data = walked(bowl, "--csv", tmp_path / "walk.csv")
    rows = list(csv.DictReader((tmp_path / "walk.csv").open(encoding="utf-8")))
    assert [int(row["step"]) for row in rows] == data["steps"]
    assert [[float(row["x"]), float(row["y"])] for row in rows] == data["positions"]
    assert [float(row["height"]) for row in rows] == data["heights"]
    assert rows[-1]["events"] == "stepped ended"
    said = command(capsys, "walk", bowl, "--csv", "-")
    assert list(csv.DictReader(io.StringIO(said.out))) == rows


def test_csv_leaves_blanks_outside_the_map(capsys, bowl):
    said = command(capsys, "walk", bowl, "--csv", "-", "--learning-rate", 5000)
    last = list(csv.DictReader(io.StringIO(said.out)))[-1]
    assert (last["height"], last["slope_x"], last["slope_y"]) == ("", "", "")


def test_people_get_a_summary(capsys, bowl):
    said = command(capsys, "walk", bowl)
    assert said.code == 0
    assert "A bowl (07-bowl), seed 0" in said.out
    assert "learning_rate 8" in said.out
    assert "The gem was found" in said.out
    assert "stars: 3" in said.out


def test_a_setting_that_changes_nothing_is_noted(capsys, bowl):
    said = command(capsys, "walk", bowl, "--momentum", 0.5, "--json")
    assert said.code == 0
    assert said.err == "note: gradient_descent does not use --momentum\n"
    json.loads(said.out)


def test_help_names_all_optimizers_and_schedules(capsys):
    said = command(capsys, "walk", "--help")
    words = said.out.replace(":", " ").replace(",", " ").split()
    assert said.code == 0
    assert {*OPTIMIZERS, *SCHEDULES} <= {word.rstrip(".") for word in words}
