"""The README keeps its word: what it names is there, and what is there it names."""

import json
import re

import pytest

from game.ui.bindings import DEFAULT_BINDINGS
from game.ui.signals import Intent
from tests.command_line import ROOT, command

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = ("play", "walk", "check", "screenshot", "bench")


def test_its_links_lead_somewhere():
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    inside = [link for link in links if "://" not in link]
    assert len(inside) > 5
    assert [link for link in inside if not (ROOT / link).exists()] == []


def test_every_key_of_the_json_is_documented(capsys):
    data = json.loads(command(capsys, "walk", "1", "--steps", "2", "--json").out)
    for key in (*data, *data["score"]):
        assert f"`{key}`" in TEXT, key


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_documented(capsys, name):
    said = command(capsys, name, "--help")
    assert said.code == 0
    assert f"`dune-descent {name}" in TEXT
    options = set(re.findall(r"^ *(--[a-z0-9-]+)", said.out, re.MULTILINE)) - {"--help", "--claims"}
    documented = set(re.findall(r"--[a-z0-9][a-z0-9-]*", TEXT))
    assert options <= documented, options - documented


def test_every_walk_option_of_the_readme_exists(capsys):
    said = command(capsys, "walk", "--help").out
    section = TEXT[TEXT.index("### walk") : TEXT.index("The JSON object")]
    for option in set(re.findall(r"--[a-z0-9][a-z0-9-]*", section)):
        assert option in said, option


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        ("space", Intent.STEP),
        ("return", Intent.RUN),
        ("g", Intent.GUST),
        ("l", Intent.LEAP),
        ("d", Intent.DIG),
        ("backspace", Intent.REWIND),
        ("r", Intent.RESTART),
        ("p", Intent.PAUSE),
        ("plus", Intent.FASTER),
        ("minus", Intent.SLOWER),
        ("t", Intent.TOOLS),
        ("c", Intent.CHART),
        ("w", Intent.WHERE),
        ("pageup", Intent.ZOOM_IN),
        ("n", Intent.NAMES),
        ("h", Intent.HELP),
        ("v", Intent.READ),
        ("f11", Intent.FULL_SCREEN),
        ("escape", Intent.BACK),
    ],
)
def test_its_keys_are_those_of_the_game(key, intent):
    assert key in DEFAULT_BINDINGS[intent]


def test_it_says_how_to_start_and_how_to_test():
    assert ".venv/bin/pip install . && .venv/bin/dune-descent" in TEXT
    assert "pip install -e '.[dev]' && .venv/bin/python -m pytest" in TEXT
    assert r".venv\Scripts\dune-descent" in TEXT
