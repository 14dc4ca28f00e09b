"""What a worksheet is made of, before it is put on paper: values only, every word translated."""

from dataclasses import dataclass, replace

import numpy as np

from game.sim.bicubic import Floats

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Spot:
    """A mark on a map, in paces: `kind` is "start", "gem", "lesser", or "letter" with its label."""

    x: float
    y: float
    kind: str
    label: str = ""


@dataclass(frozen=True, eq=False)
class Map:
    """A land seen from above, 100 paces wide.

    `heights` (R, C) paces, rows growing south; a height line every `spacing` paces, none at all
    where `bare`; `arrows` are (x, y, dx, dy) in paces; `path` is walked, in paces.
    """

    heights: Floats
    spacing: float
    spots: tuple[Spot, ...] = ()
    arrows: tuple[tuple[float, float, float, float], ...] = ()
    path: Line = ()
    dots: bool = False  # a dot at each place of the path: they are steps
    bare: bool = False

    def with_path(self, path: Floats, dots: bool = False) -> "Map":
        """This map with a walk (N, 2) on it, and its height lines shown."""
        line = tuple((float(x), float(y)) for x, y in path)
        return replace(self, path=line, dots=dots, bare=False)


@dataclass(frozen=True)
class Grid:
    """A table; cells of "" are for the learner to fill in. `wide` are the columns' shares."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class Task:
    """One task: what is asked, and all that its answer has in place of what is left empty.

    `lines` is how many lines there are to write on; `notes` stand small below the question, and
    `legend` beside the map: (kind of mark, its meaning).
    """

    title: str
    asks: str
    notes: tuple[str, ...] = ()
    map: Map | None = None
    legend: tuple[tuple[str, str], ...] = ()
    grid: Grid | None = None
    lines: int = 0
    answer: str = ""
    answer_map: Map | None = None
    answer_grid: Grid | None = None


@dataclass(frozen=True, eq=False)
class Sheet:
    """The tasks of one chapter for one age."""

    chapter: int
    name: str
    age: str
    tasks: tuple[Task, ...]


def emptied(grid: Grid, columns: tuple[int, ...]) -> Grid:
    """The grid with these columns left to fill in."""
    rows = (tuple("" if i in columns else c for i, c in enumerate(row)) for row in grid.rows)
    return replace(grid, rows=tuple(rows))


def without(grid: Grid, column: int) -> Grid:
    """The grid without one of its columns."""
    head, *rows = (cells[:column] + cells[column + 1 :] for cells in (grid.head, *grid.rows))
    return Grid(head, tuple(rows), grid.wide[:column] + grid.wide[column + 1 :])


def spacing_for(heights: Floats, most: int = 14) -> float:
    """Paces between height lines, so that about `most` of them cross a land at most.

    The few highest and lowest places do not count: a wall at the edge would take all lines away.
    """
    low, high = np.percentile(heights, (1, 97))
    steps = (0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0)
    return next((step for step in steps if (high - low) / step <= most), steps[-1])
