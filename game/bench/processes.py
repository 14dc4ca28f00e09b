"""What only a process of its own shows: the time to the title, and the peak of memory."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.bench.figures import Figure
from game.store import FOLDER_VARIABLE
from game.trace import TRACE_VARIABLE

TITLE_BUDGET_S, MEMORY_BUDGET_MB = 0.6, 250.0
RUNS = 7
_BARE = (
    "import numpy, pygame; pygame.display.init(); pygame.display.set_mode((1280, 720));"
    "pygame.display.flip(); print('shown title', flush=True);"
)
_PEAK = "from game.bench.processes import peak_mb; print('peak', peak_mb(), flush=True)"
_PLAY = f"from game.ui.probe import play_frames; play_frames('1', 900); {_PEAK}"


def title_first_frame(runs: int = RUNS) -> Figure:
    """Seconds from the start of the process until the title is on the screen."""
    game = [sys.executable, "-m", "game"]
    bare = [sys.executable, "-c", _BARE]
    return Figure(
        "title's first frame",
        statistics.median(_until_line(game, "shown title") for _ in range(runs)),
        "s",
        statistics.median(_until_line(bare, "shown title") for _ in range(runs)),
        "Python, numpy, pygame and an empty window",
        TITLE_BUDGET_S,
    )


def peak_memory() -> Iterator[Figure]:
    """Megabytes at the peak of a process that makes a level and plays it to its results."""
    play = _number_after(_output([sys.executable, "-c", _PLAY]), "peak")
    bare = _number_after(_output([sys.executable, "-c", _BARE + _PEAK]), "peak")
    if play is not None:
        bare_is = "Python, numpy, pygame and an empty window"
        yield Figure("peak memory", play, "MB", bare, bare_is, MEMORY_BUDGET_MB)


def peak_mb() -> float | None:
    """The most memory that this process has held so far; None where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return float(status.partition("VmHWM:")[2].split()[0]) / 1024
    except (OSError, IndexError, ValueError):
        pass
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def environment(home: str) -> dict[str, str]:
    """A quiet, invisible game with settings of its own, found as this process finds it."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "PYTHONPATH": os.pathsep.join(paths),
        FOLDER_VARIABLE: home,
        TRACE_VARIABLE: "-",
    }


def _until_line(command: Sequence[str], line: str) -> float:
    """Seconds from starting a process until it prints `line`; it is ended then."""
    with tempfile.TemporaryDirectory() as home:
        start = time.perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=environment(home)
        ) as process:
            assert process.stdout is not None
            found = any(told.strip() == line for told in process.stdout)
            taken = time.perf_counter() - start
            process.kill()
    if not found:
        raise RuntimeError(f"{' '.join(command)} never told {line!r}")
    return taken


def _output(command: Sequence[str]) -> str:
    with tempfile.TemporaryDirectory() as home:
        return subprocess.run(
            command, stdout=subprocess.PIPE, text=True, env=environment(home), check=True
        ).stdout


def _number_after(text: str, word: str) -> float | None:
    for line in text.splitlines():
        key, _, value = line.partition(" ")
        if key == word and value != "None":
            return float(value)
    return None
