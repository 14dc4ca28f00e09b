"""`dune-descent bench`: all figures, beside their budgets and their bare costs."""

import json
import os
import platform
import sys
from collections.abc import Iterator
from typing import Any

from game import __version__
from game.bench.figures import Figure


def bench(as_json: bool) -> None:
    """Measure everything and print it: a table that grows, or one JSON object."""
    figures: list[Figure] = []
    if not as_json:
        print(", ".join(f"{key} {value}" for key, value in machine().items()))
        print(_row(("what", "measured", "budget", "", "bare", "times")), flush=True)
    for figure in measure():
        figures.append(figure)
        if as_json:
            print(f"measured: {figure.name}", file=sys.stderr, flush=True)
        else:
            print(_row(_cells(figure)), flush=True)
    if as_json:
        data = {"machine": machine(), "figures": [figure.as_data() for figure in figures]}
        print(json.dumps(data, indent=1))
    else:
        kept, asked = (
            sum(figure.reached is value for figure in figures) for value in (True, False)
        )
        print(f"{kept} of {kept + asked} budgets reached")


def measure() -> Iterator[Figure]:
    """Processes first, while this one has not warmed anything but the disk's cache."""
    from game.bench import pictures, processes, walkers

    yield processes.title_first_frame()
    yield from pictures.ready()
    yield from pictures.frames()
    yield from walkers.measure()
    yield from processes.peak_memory()


def machine() -> dict[str, Any]:
    """What a figure depends on."""
    import numpy as np

    return {
        "game": __version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        # Other work on the machine makes every figure worse: 0 is a quiet one.
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def _cells(figure: Figure) -> tuple[str, ...]:
    reached = {True: "reached", False: "NOT REACHED", None: ""}[figure.reached]
    budget = "" if figure.budget is None else f"{'>=' if figure.more else '<='} {figure.budget:g}"
    bare = "" if figure.bare is None else f"{figure.bare:.3g} ({figure.bare_is})"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.3g}"
    return figure.name, f"{figure.value:.3g} {figure.unit}", budget, reached, bare, ratio


def _row(cells: tuple[str, ...]) -> str:
    name, value, budget, reached, bare, ratio = cells
    return f"{name:34}{value:>22}  {budget:8} {reached:12} {ratio:>8} x {bare}".rstrip()
