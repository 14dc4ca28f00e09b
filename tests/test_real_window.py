"""The game in a real window: a level is played by key presses to its results.

Needs Linux with Xvfb and xdotool (Debian: apt-get install xvfb xdotool). Where these are missing
the test is left out, unless DUNE_DESCENT_WINDOW_TEST is set, as CI does: then it fails.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import ROOT

PATIENCE_S = 60.0
MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
NEEDED = bool(os.environ.get("DUNE_DESCENT_WINDOW_TEST"))

pytestmark = pytest.mark.skipif(
    bool(MISSING) and not NEEDED, reason=f"not installed: {', '.join(MISSING)}"
)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own, on a display that nobody uses."""
    ours, theirs = os.pipe()
    options = ["-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), *options],
        pass_fds=[theirs],
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    with os.fdopen(ours) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait(timeout=10)


class Player:
    """Presses keys in a running game, and sees which scenes it shows."""

    def __init__(self, display: str, folder: Path, *words: str) -> None:
        self.trace = folder / "trace.txt"
        self.errors = folder / "errors.txt"
        self.env = {
            **{key: value for key, value in os.environ.items() if key != "SDL_VIDEODRIVER"},
            "DISPLAY": display,
            "SDL_AUDIODRIVER": "dummy",
            "DUNE_DESCENT_HOME": str(folder / "home"),
            "DUNE_DESCENT_TRACE": str(self.trace),
        }
        with self.errors.open("w", encoding="utf-8") as errors:
            self.game = subprocess.Popen(
                [sys.executable, "-m", "game", *words], cwd=ROOT, env=self.env, stderr=errors
            )

    def scenes(self) -> list[str]:
        """The scenes shown so far."""
        if not self.trace.exists():
            return []
        lines = self.trace.read_text(encoding="utf-8").splitlines()
        return [line.removeprefix("shown ") for line in lines if line.startswith("shown ")]

    def press(self, key: str) -> None:
        subprocess.run(["xdotool", "key", key], env=self.env, check=True)

    def wait_for(self, *scenes: str) -> None:
        """Wait until the newest scene is one of these."""
        until = time.monotonic() + PATIENCE_S
        while self.scenes()[-1:] not in [[scene] for scene in scenes]:
            told = self.errors.read_text(encoding="utf-8")
            assert self.game.poll() is None, f"the game ended after {self.scenes()}: {told}"
            assert time.monotonic() < until, f"no {scenes} after {self.scenes()}: {told}"
            time.sleep(0.05)

    def press_until(self, key: str, scene: str, every_s: float = 1.0) -> None:
        """Press a key again and again: a window may not have the keyboard at once."""
        for _ in range(int(PATIENCE_S / every_s)):
            if scene in self.scenes():
                return
            self.press(key)
            until = time.monotonic() + every_s
            while time.monotonic() < until and scene not in self.scenes():
                time.sleep(0.05)
        pytest.fail(f"{key} never led to {scene}: {self.scenes()}")

    def leave(self) -> int:
        """Close the game as a player does; its exit code."""
        for _ in range(40):
            if self.game.poll() is not None:
                break
            if self.scenes()[-1:] == ["farewell"]:  # the title asks: not to stay, but to leave
                self.press("Tab")
                self.press("Return")
            else:
                self.press("Escape")
            time.sleep(0.5)
        return self.game.wait(timeout=10)


@pytest.fixture
def play(display: str, tmp_path: Path):
    players = []

    def start(*words: str) -> Player:
        players.append(Player(display, tmp_path, *words))
        return players[-1]

    yield start
    for player in players:
        player.game.kill()
        player.game.wait()


def test_a_level_is_played_by_keys_to_its_results(play):
    player = play()
    player.wait_for("title")
    player.press("Tab")
    player.press_until("Return", "loading")
    player.wait_for("play")
    player.press("space")  # one step by hand
    player.press("Return")  # and the child walks on by itself
    player.wait_for("results")
    assert player.scenes()[0] == "title"
    assert player.scenes()[-3:] == ["loading", "play", "results"]
    assert player.leave() == 0
    assert player.errors.read_text(encoding="utf-8") == ""


def test_a_level_that_is_named_opens_at_once_and_digging_ends_it(play):
    player = play("play", "1")
    player.wait_for("play")
    player.press("space")
    player.press_until("d", "results")
    assert player.leave() == 0
