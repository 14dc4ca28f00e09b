"""What is shipped works: a wheel in a fresh environment plays from an empty folder.

Takes about a minute, most of it pip's. It needs the package index, as installing does.
"""

import json
import os
import struct
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from game import levels
from tests.command_line import ROOT

SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(*words: object, cwd: Path) -> str:
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, words)), cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{words}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The folder of the commands of a fresh environment with the wheel in it."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=True)
    python = home / SCRIPTS / "python"
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel, cwd=home)
    return home / SCRIPTS


def test_the_wheel_holds_the_game_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"game"}
    shipped = {name.rsplit("/", 1)[1] for name in names if "/shipped/levels/" in name}
    assert {path.name for path in levels.shipped()} <= shipped
    assert not [name for name in names if "__pycache__" in name]


def test_an_installed_game_walks_draws_and_checks_from_any_folder(installed, tmp_path):
    game = installed / "dune-descent"
    walked = json.loads(run(game, "walk", "01", "--json", cwd=tmp_path))
    assert walked["level"] == levels.shipped()[0].stem
    assert walked["ending"] is not None
    assert json.loads(
        run(game, "walk", "01", "--replay", walked["replay"], "--json", cwd=tmp_path)
    ) == walked  # fmt: skip

    run(game, "screenshot", "play", "play.png", "--size", "640x360", cwd=tmp_path)
    picture = (tmp_path / "play.png").read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", picture[16:24]) == (640, 360)

    told = run(game, "check", "--no-claims", cwd=tmp_path)
    assert f"{len(levels.shipped())} level" in told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["play.png"]


def test_an_installed_game_opens_its_title(installed, tmp_path):
    hidden = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "DUNE_DESCENT_FRAMES": "2"}
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    trace = {"DUNE_DESCENT_TRACE": "-", "DUNE_DESCENT_HOME": str(tmp_path)}
    done = subprocess.run(
        [installed / "dune-descent"], cwd=tmp_path, env=env | hidden | trace, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    assert b"shown title" in done.stdout
