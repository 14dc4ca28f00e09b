"""`dune-descent bench --endurance`: whether memory grows in hours of play."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from game.bench.processes import environment

ALLOWED = 0.05  # growth after the first minute
_PLAY = "from game.bench.endurance import tell_minutes; tell_minutes({minutes})"


def run_endurance(minutes: int, as_json: bool) -> int:
    """Play that long in a process of its own; 1 where memory grew by more than ALLOWED."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-c", _PLAY.format(minutes=minutes)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=environment(home)
        ) as process:
            assert process.stdout is not None
            rows = []
            for line in process.stdout:
                kind, *numbers = line.split()
                if kind != "minute":
                    continue
                rows.append((int(numbers[0]), float(numbers[1]), int(numbers[2])))
                if not as_json:
                    print("minute {:4}: {:7.1f} MB, {} walks".format(*rows[-1]), flush=True)
    if process.returncode or len(rows) < minutes:
        return 1
    growth = rows[-1][1] / rows[0][1] - 1
    if as_json:
        told = {"minutes": minutes, "mb": [row[1] for row in rows], "walks": rows[-1][2]}
        print(json.dumps(told | {"growth": growth}))
    else:
        print(f"memory grew by {growth:.1%} after the first minute (allowed: {ALLOWED:.0%})")
    return int(growth > ALLOWED)


def tell_minutes(count: int) -> None:
    """Play, and print memory and walks after each minute."""
    from game.ui.endurance import play_minutes

    def tell(minute: int, walks: int) -> None:
        print("minute", minute, resident_mb(), walks, flush=True)

    play_minutes(count, tell)


def resident_mb() -> float:
    """Megabytes that this process holds now; its peak where the system tells only that."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return float(status.partition("VmRSS:")[2].split()[0]) / 1024
    except (OSError, IndexError, ValueError):
        from game.bench.processes import peak_mb

        return peak_mb() or 0.0
