"""From the arguments of `dune-descent walk` to its output."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.commands import FileError, UsageError
from game.commands.walk import Walk, flag, replay, unused, walk
from game.commands.walk_report import as_data, write_csv, write_json, write_summary


def run_walk(
    level: str,
    settings: Mapping[str, Any],
    numbers: Mapping[str, float],
    code: str | None,
    *,
    as_json: bool,
    csv_file: Path | None,
) -> None:
    """Walk and tell. `settings` are optimizer, schedule, steps and seed, None where not given."""
    on_stdout = csv_file == Path("-")
    if as_json and on_stdout:
        raise UsageError("--json and --csv - can't both write to standard output")
    if code is None:
        walked = walk(level, numbers=numbers, **settings)
        _note_unused(walked, numbers)
    else:
        given = [name for name, value in settings.items() if value is not None]
        if given or numbers:
            named = flag([*given, *numbers][0])
            raise UsageError(f"--replay brings its own settings: leave out {named}")
        walked = replay(level, code)
    if csv_file is not None and not on_stdout:
        _write_file(walked, csv_file)
    if as_json:
        write_json(as_data(walked), sys.stdout)
    elif on_stdout:
        write_csv(as_data(walked), sys.stdout)
    elif csv_file is None:
        write_summary(walked, sys.stdout)


def _note_unused(walked: Walk, numbers: Mapping[str, float]) -> None:
    optimizer = walked.expedition.states[0].tools.optimizer
    for name in unused(walked, numbers):
        who = "this desert" if name == "batch_size" else optimizer
        print(f"note: {who} does not use {flag(name)}", file=sys.stderr)


def _write_file(walked: Walk, path: Path) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            write_csv(as_data(walked), file)
    except OSError as error:
        raise FileError(f"{path}: can't be written: {error.strerror}") from None
