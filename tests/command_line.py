"""Running the command line in tests: inside this process, or in one of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli import run

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


def command(capsys: pytest.CaptureFixture[str], *words: object) -> Said:
    """A command carried out inside this process."""
    capsys.readouterr()
    code = run([str(word) for word in words])
    printed = capsys.readouterr()
    return Said(code, printed.out, printed.err)


def process(*words: object, env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> Said:
    """`python -m game` with these words, in a process of its own."""
    full = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    done = subprocess.run(
        [sys.executable, "-m", "game", *map(str, words)],
        capture_output=True,
        text=True,
        env={key: value for key, value in full.items() if value},
        cwd=cwd,
        timeout=60,
    )
    return Said(done.returncode, done.stdout, done.stderr)
