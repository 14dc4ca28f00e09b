"""`dune-descent check`: all faults of all files, and the proof of what levels claim."""

import shutil

import pytest

from game import levels
from game.commands import check as check_command
from tests.command_line import command
from tests.levels_for_tests import BOWL, CLAIM, FALSE_CLAIM

BROKEN = (
    BOWL.replace("water = 40", "watre = 40")
    .replace('kind = "bowl"', 'kind = "bowel"')
    .replace("learning_rate = 8.0", 'learning_rate = "fast"')
)


@pytest.fixture
def write(tmp_path):
    def _write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return _write


def test_the_shipped_levels_load_and_their_lands_hold(capsys):
    said = command(capsys, "check", "--no-claims")
    count = len(levels.shipped())
    assert (said.code, said.err) == (0, "")
    assert f"{count} level{'s' * (count != 1)} checked: no faults; claims not proven" in said.out


def test_all_faults_of_all_files_are_told_in_a_line_each(capsys, write):
    one = write("01-one.toml", BROKEN)
    two = write("02-two.toml", BOWL.replace('name = "A bowl"', ""))
    said = command(capsys, "check", one, two)
    lines = said.err.splitlines()
    assert said.code == 1
    assert f"{one}: walk.watre: unknown key; did you mean 'water'?" in lines
    assert f"{one}: walk.water: is missing; give a whole number" in lines
    assert f"{one}: tools.learning_rate: 'fast' does not fit; give a number" in lines
    assert f"{one}: desert.parts[1].kind: unknown word 'bowel'; did you mean 'bowl'?" in lines
    assert f"{two}: name: is missing; give a text" in lines
    assert f"2 levels checked: {len(lines)} faults" in said.out


def test_a_folder_means_the_levels_in_it(capsys, write, tmp_path):
    write("01-one.toml", BOWL)
    write("notes.txt", "no level")
    said = command(capsys, "check", tmp_path)
    assert (said.code, said.err) == (0, "")
    assert "1 level checked: no faults; no claims, none failed" in said.out


def test_a_folder_without_levels_is_a_fault(capsys, tmp_path):
    said = command(capsys, "check", tmp_path)
    assert said.code == 1
    assert "no level file (.toml) is in it" in said.err


def test_a_land_that_breaks_the_rules_is_a_fault(capsys, write):
    tilted = BOWL[: BOWL.index("[[desert.parts]]")]
    tilted += '[desert.rim]\nheight = 0.0\nslope = 1e-9\n[[desert.parts]]\nkind = "tilt"\n'
    path = write("01-tilted.toml", tilted + "rise = 20.0\n")
    said = command(capsys, "check", path)
    assert said.code == 1
    assert f"{path}: desert: " in said.err


def test_a_claim_that_holds_is_listed(capsys, write):
    said = command(capsys, "check", write("01-one.toml", BOWL + CLAIM))
    assert (said.code, said.err) == (0, "")
    row = next(line for line in said.out.splitlines() if "The given step finds the gem" in line)
    assert "01-one" in row
    assert "1 of 1 walks" in row
    assert row.rstrip().endswith("holds")
    assert "1 claim, none failed" in said.out


def test_a_claim_that_fails_ends_in_code_1(capsys, write):
    said = command(capsys, "check", write("01-one.toml", BOWL + CLAIM + FALSE_CLAIM))
    assert said.code == 1
    row = next(line for line in said.out.splitlines() if "A tiny step finds the gem" in line)
    assert "0 of 1 walks" in row
    assert row.rstrip().endswith("FAILS")
    assert "2 claims, 1 failed" in said.out


def test_claims_can_be_left_out(capsys, write, monkeypatch):
    monkeypatch.setattr(check_command, "prove", lambda *_: pytest.fail("was proven"))
    said = command(capsys, "check", "--no-claims", write("01-one.toml", BOWL + FALSE_CLAIM))
    assert said.code == 0
    assert "claims not proven" in said.out


def test_one_bad_file_does_not_hide_the_claims_of_another(capsys, write):
    said = command(capsys, "check", write("a.toml", BROKEN), write("b.toml", BOWL + CLAIM))
    assert said.code == 1
    assert "The given step finds the gem" in said.out


def test_a_copy_of_the_shipped_levels_is_named_by_its_path(capsys, tmp_path):
    copy = tmp_path / levels.shipped()[0].name
    shutil.copy(levels.shipped()[0], copy)
    copy.write_text(copy.read_text(encoding="utf-8") + "\n[[claims]]\nsays = 3\n", encoding="utf-8")
    said = command(capsys, "check", copy)
    assert said.code == 1
    assert all(line.startswith(str(copy)) for line in said.err.splitlines())


def test_the_par_water_that_claims_prove_is_told(capsys, write):
    said = command(capsys, "check", write("01-one.toml", BOWL + CLAIM))
    row = next(line.split() for line in said.out.splitlines() if line.split()[-1:] == ["5"])
    assert row[0] == "01-one"
    water, best, suggested, own = map(int, row[1:])
    assert (water, own) == (40, 5)
    assert own < suggested <= best < water


def test_a_par_water_that_can_not_be_reached_is_a_fault(capsys, write):
    path = write("01-one.toml", BOWL.replace("par_water = 5", "par_water = 39") + CLAIM)
    said = command(capsys, "check", path)
    assert said.code == 1
    assert f"{path}: walk.par_water: 39 can't be reached: the best walk leaves " in said.err
