"""Height lines of a land, by marching squares."""

from collections import defaultdict

import numpy as np

from game.sim.bicubic import Floats

Place = tuple[float, float]
_Edge = tuple[int, int, int]  # row, column, and 0 for the edge to the east, 1 for that to the south


def contour(heights: Floats, level: float) -> list[list[Place]]:
    """The lines at height `level` as lists of (column, row); a closed one ends where it began.

    `heights` is (R, C). Method: marching squares, a saddle being split by its mean height.
    """
    links = _links(heights, level)
    lines, seen = [], set()
    ends = [edge for edge, others in links.items() if len(others) == 1]
    for first in (*ends, *links):
        if first in seen:
            continue
        chain = [first]
        seen.add(first)
        while ahead := next((edge for edge in links[chain[-1]] if edge not in seen), None):
            chain.append(ahead)
            seen.add(ahead)
        if len(chain) > 2 and chain[0] in links[chain[-1]]:
            chain.append(chain[0])
        lines.append([_crossing(heights, level, edge) for edge in chain])
    return lines


def _links(heights: Floats, level: float) -> dict[_Edge, list[_Edge]]:
    """Which crossed edges of the grid are joined by a piece of line inside a cell."""
    above = heights > level
    corners = above[:-1, :-1] + 2 * above[:-1, 1:] + 4 * above[1:, 1:] + 8 * above[1:, :-1]
    links: dict[_Edge, list[_Edge]] = defaultdict(list)
    for row, column in zip(*np.nonzero((corners > 0) & (corners < 15)), strict=True):
        r, c = int(row), int(column)
        north, south, west, east = (r, c, 0), (r + 1, c, 0), (r, c, 1), (r, c + 1, 1)
        around = [north, east, south, west]
        kind = int(corners[r, c])
        if kind in (5, 10):
            middle = heights[r : r + 2, c : c + 2].mean() > level
            turned = middle == (kind == 5)  # which two corners the middle belongs to
            pairs = [(north, east), (south, west)] if turned else [(north, west), (south, east)]
        else:
            bits = [kind >> i & 1 for i in range(4)]
            crossed = [edge for i, edge in enumerate(around) if bits[i] != bits[(i + 1) % 4]]
            pairs = [(crossed[0], crossed[1])]
        for one, other in pairs:
            links[one].append(other)
            links[other].append(one)
    return links


def _crossing(heights: Floats, level: float, edge: _Edge) -> Place:
    """Where the line crosses an edge of the grid, straight between its two ends."""
    row, column, down = edge
    here = heights[row, column]
    there = heights[row + 1, column] if down else heights[row, column + 1]
    part = float((level - here) / (there - here))
    return (float(column), row + part) if down else (column + part, float(row))
