"""Whatever is given to the command line: one clear sentence, the right exit code, no traceback."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from game import levels
from tests.command_line import ROOT, command, process
from tests.levels_for_tests import BOWL

MEGABYTE = 2**20
REAL_CODE = "2400-001A-80CR"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path_factory, monkeypatch):
    """So that a command that should have been refused leaves nothing behind."""
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))


def is_one_sentence(text: str) -> bool:
    return (
        text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text and text != "\n"
    )


def expect(said, code, *words):
    assert said.code == code, said.err
    assert is_one_sentence(said.err), said.err
    for word in words:
        assert word in said.err
    assert said.out == ""


@pytest.fixture
def level_file(tmp_path):
    def write(content, name="level.toml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def huge(tmp_path):
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(100 * MEGABYTE)
    return path


@pytest.mark.parametrize("first", ["walk", "check"])
class TestFiles:
    """Every command that takes a level file."""

    def tell(self, capsys, first, path):
        said = command(capsys, first, path)
        # `check` counts on standard output what it tells on standard error.
        return said if first == "walk" else type(said)(said.code, "", said.err)

    def test_missing(self, capsys, first, tmp_path):
        said = self.tell(capsys, first, tmp_path / "gone.toml")
        expect(said, 1, "gone.toml", "there is no such file")

    def test_folder(self, capsys, first, tmp_path):
        (tmp_path / "x.toml").mkdir()
        said = self.tell(capsys, first, tmp_path / "x.toml")
        expect(said, 1, "x.toml", "is a folder" if first == "walk" else "no level file")

    def test_not_utf8(self, capsys, first, level_file):
        said = self.tell(capsys, first, level_file(b'name = "D\xfcne"'))
        expect(said, 1, "is not UTF-8 text (byte 9)", "save it as UTF-8")

    def test_not_toml(self, capsys, first, level_file):
        expect(self.tell(capsys, first, level_file("name = = 3")), 1, "is not TOML", "line 1")

    def test_a_picture_by_mistake(self, capsys, first, level_file):
        expect(self.tell(capsys, first, level_file(b"\x89PNG\r\n\x1a\n" + bytes(99))), 1, "UTF-8")

    def test_huge(self, capsys, first, tmp_path):
        expect(self.tell(capsys, first, huge(tmp_path)), 1, "is larger than 64 KiB")

    @pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this system has no /dev/zero")
    def test_endless(self, capsys, first, tmp_path):
        (tmp_path / "zero.toml").symlink_to("/dev/zero")
        said = self.tell(capsys, first, tmp_path / "zero.toml")
        expect(said, 1, "is larger than 64 KiB")

    def test_unreadable(self, capsys, first, level_file, monkeypatch):
        path = level_file(BOWL)

        def refuse(*_, **__):
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(type(path), "open", refuse)
        expect(self.tell(capsys, first, path), 1, "level.toml", "Permission denied")

    @pytest.mark.parametrize(
        ("bomb", "words"),
        [
            ("a" + ".a" * 20_000 + " = 1", "has over 300 dots on line 1"),
            ("a = " + "[" * 30_000, "is nested too deeply"),
            ("a = " + "{b = " * 10_000, "is nested too deeply"),
            ("water = " + "9" * 5000, "can't be read"),
        ],
        ids=["dots", "brackets", "braces", "digits"],
    )
    def test_bombs(self, capsys, first, level_file, bomb, words):
        expect(self.tell(capsys, first, level_file(bomb)), 1, "level.toml", words)

    @pytest.mark.parametrize(
        "value",
        ["nan", "inf", "-inf", "1e300", "0x" + "f" * 9000, "true", "1979-05-27", "[[1.0]]", "{}"],
    )
    def test_values_that_are_none(self, capsys, first, level_file, value):
        path = level_file(BOWL.replace("depth = 14.0", f"depth = {value}"))
        said = self.tell(capsys, first, path)
        expect(said, 1, "desert.parts[1].depth")
        assert len(said.err) < 300

    def test_a_key_of_odd_letters_stays_on_its_line(self, capsys, first, level_file):
        path = level_file(BOWL.replace("[walk]", '[walk]\n"a\\n\\u001b[31m" = 1'))
        expect(self.tell(capsys, first, path), 1, r"a\n\x1b[31m", "unknown key")

    def test_too_many_craters(self, capsys, first, level_file):
        part = '\n[[desert.parts]]\nkind = "craters"\ncount = 1000000\ndepth = 1.0\nwidth = 2.0\n'
        expect(self.tell(capsys, first, level_file(BOWL + part)), 1, "count")
        part = part.replace("1000000", "150")
        said = self.tell(capsys, first, level_file(BOWL + part * 2))
        expect(said, 1, "300 pits in all")

    def test_too_many_parts(self, capsys, first, level_file):
        part = '\n[[desert.parts]]\nkind = "tilt"\nrise = 0.1\n'
        expect(self.tell(capsys, first, level_file(BOWL + part * 60)), 1, "62 tables")

    def test_too_many_walks_claimed(self, capsys, first, level_file):
        claim = '\n[[claims]]\nsays = "all"\nat_least = 0.0\nstarts = 1000\nseeds = 1000\n'
        expect(self.tell(capsys, first, level_file(BOWL + claim)), 1, "1000000 walks")

    @pytest.mark.parametrize(
        "formula",
        ["1/(x-x)", "log(x)", "exp(exp(exp(9*x)))", "9**9**9**9", "().__class__", "x" * 999],
    )
    def test_formulas_without_sense(self, capsys, first, level_file, formula):
        part = f'\n[[desert.parts]]\nkind = "formula"\ntext = "{formula}"\n'
        expect(self.tell(capsys, first, level_file(BOWL + part)), 1, "desert.parts[3]")

    def test_more_hollows_than_a_desert_has(self, capsys, first, level_file):
        text = "sin(999*x)*sin(999*y)"
        part = f'\n[[desert.parts]]\nkind = "formula"\ntext = "{text}"\n'
        expect(self.tell(capsys, first, level_file(BOWL + part)), 1, "hollows")

    def test_numbers_too_small_to_divide_by(self, capsys, first, level_file):
        path = level_file(BOWL.replace("radius = 60.0", "radius = 1e-300"))
        expect(self.tell(capsys, first, path), 1, "level.toml: desert")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("first-stepz", "did you mean"),
        ("9999", "there is no such level"),
        ("\N{SUPERSCRIPT TWO}", "there is no such level"),
        ("x" * 5000, "there is no such level"),
        ("a\0b", "there is no such level"),
        ("", "there is no such level"),
        (REAL_CODE.replace("8", "9"), "slip"),
        (REAL_CODE[:-1], "12 letters"),
        (REAL_CODE.replace("8", "U"), "'U' is not one of them"),
    ],
)
def test_no_such_level(capsys, name, words):
    for said in (command(capsys, "walk", name), command(capsys, "screenshot", "play", "a.png",
                                                        "--level", name)):  # fmt: skip
        expect(said, 2, words)
        assert len(said.err) < 400


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--learning-rate", "-1"), "--learning-rate: must be a number from 0"),
        (("--learning-rate", "nan"), "not nan"),
        (("--learning-rate", "fast"), "--learning-rate"),
        (("--momentum", "1"), "--momentum: must be a number from 0 to 0.999999"),
        (("--noise", "inf"), "not inf"),
        (("--decay", "1.5"), "--decay"),
        (("--beta1", "1"), "--beta1"),
        (("--beta2", "-0.1"), "--beta2"),
        (("--clip-norm", "0"), "--clip-norm"),
        (("--steps", "-1"), "--steps"),
        (("--steps", "2.5"), "--steps"),
        (("--seed", "-1"), "--seed"),
        (("--seed", "9" * 60), "--seed"),
        (("--optimizer", "adagard"), "did you mean 'adagrad'?"),
        (("--schedule", "cosin:3,0"), "did you mean 'cosine'?"),
        (("--schedule", "step:2.5,0.5"), "every must be a whole number"),
        (("--schedule", "exponential:2"), "rate must be from 0 to 1"),
        (("--schedule", "exponential:nan"), "rate must be from 0 to 1"),
        (("--schedule", "cosine:1,2,3"), "write cosine:STEPS,FLOOR"),
        (("--schedule", "constant:1"), "write constant"),
        (("--replay", "HELLO"), "broken or incomplete"),
        (("--replay", ""), "is empty"),
        (("--replay", "\N{SNOWMAN}"), "is not one of them"),
        (("--csv", "-", "--json"), "can't both"),
        (("--lerning-rate", "1"), "--learning-rate"),
        (("--learning-rate",), "--learning-rate"),
        (("extra",), "extra"),
    ],
)
def test_flags(capsys, flags, words):
    expect(command(capsys, "walk", "1", *flags), 2, words, "dune-descent")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("wlak",), "did you mean 'walk'"),
        (("walk",), "level"),
        (("--help-me",), "--help"),
        (("check", "--claim"), "--claims"),
        (("screenshot", "plya", "a.png"), "did you mean 'play'?"),
        (("screenshot", "play"), "out.png"),
        (("screenshot", "play", "a.jpg"), "ends in .png"),
        (("screenshot", "play", "a.png", "--size", "big"), "write it as 1280x720"),
        (("screenshot", "play", "a.png", "--size", "10x10"), "640x360 to 3840x2160"),
        (("screenshot", "play", "a.png", "--size", "99999x99999"), "out of range"),
        (("screenshot", "play", "a.png", "--steps", "-3"), "--steps"),
        (("bench", "--fuzz", "0"), "--fuzz"),
        (("bench", "--fuzz", "9", "--monkey", "9"), "--fuzz and --monkey"),
        (("bench", "--endurance", "1"), "--endurance"),
        (("bench", "--fuzz", "many"), "--fuzz"),
    ],
)
def test_usage(capsys, line, words):
    said = command(capsys, *line)
    expect(said, 2)
    assert words.lower() in said.err.lower()


def test_a_file_that_cannot_be_written(capsys, tmp_path):
    expect(command(capsys, "walk", "1", "--csv", tmp_path), 1, "can't be written")
    said = command(capsys, "screenshot", "title", tmp_path / "no" / "a.png")
    expect(said, 1, "can't be written", "No such file")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_full_disk():
    expect(process("walk", "1", "--csv", "/dev/full"), 1, "No space left")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "game", "walk", "1", "--json"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert is_one_sentence(done.stderr), done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_that_stops_early_ends_it_quietly():
    line = f"{sys.executable} -m game walk 1 --json | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such shell")
def test_closed_output_is_no_fault():
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        line = f"{sys.executable} -m game walk 1 --json {closed}"
        done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), closed


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
def test_ctrl_c_ends_it_quietly():
    game = subprocess.Popen(
        [sys.executable, "-m", "game", "bench", "--fuzz", "1000000"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Who runs the tests in the background has them deaf to Ctrl-C, and what they start too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    time.sleep(6)  # until it has begun, on a busy machine too
    game.send_signal(signal.SIGINT)
    try:
        out, err = game.communicate(timeout=60)
    finally:
        game.kill()
    assert (game.returncode, out, err.strip()) == (130, "", "")


def test_no_display_is_told_in_a_sentence(tmp_path):
    hidden = {"SDL_VIDEODRIVER": "x11", "DISPLAY": "", "DUNE_DESCENT_HOME": str(tmp_path)}
    for line in ((), ("play",)):
        expect(process(*line, env=hidden), 1, "no display")


def test_no_sound_device_is_no_hindrance(tmp_path):
    silent = {"SDL_AUDIODRIVER": "nosuchdevice", "DUNE_DESCENT_HOME": str(tmp_path)}
    said = process(env={**silent, "SDL_VIDEODRIVER": "dummy", "DUNE_DESCENT_FRAMES": "3"})
    assert said.code == 0
    assert "Traceback" not in said.err


def test_a_level_to_play_that_does_not_exist(tmp_path):
    said = process("play", "no-such-level", env={"DUNE_DESCENT_HOME": str(tmp_path)})
    expect(said, 2, "there is no such level")


def test_letters_that_the_terminal_lacks_end_nothing(tmp_path):
    path = tmp_path / "level.toml"
    path.write_text(BOWL.replace("A bowl", "\N{DESERT} D\xfcne"), encoding="utf-8")
    said = process("walk", path, env={"PYTHONIOENCODING": "ascii"})
    assert said.code == 0
    assert r"\U0001f3dc D\xfcne" in said.out


def test_a_level_of_the_users_own_may_lie_anywhere(tmp_path):
    shutil.copy(levels.shipped()[0], tmp_path / "my level.toml")
    assert process("walk", "my level.toml", cwd=tmp_path).code == 0
