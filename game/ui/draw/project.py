"""What each pixel sees: the floating horizon, solved for all columns at once.

Going north from the viewer, the land seen so far hides all that does not rise above it. The
running minimum of the screen rows says how far up each column is covered, and counting the land
rows below each pixel says which of them it sees.
"""

from dataclasses import dataclass

import numpy as np

from game.ui.camera import NORTH_END, Camera


@dataclass(frozen=True)
class Sight:
    """What the pixels of a canvas (h, w) see of land rows that lie `step` paces apart.

    `row_of_pixel` is the y in paces, nan for sky. `edges` are the pixels just above the outline
    of nearer land (rows (E,), columns (E,)), and `edge_rows` (E,) the outline's exact screen row.
    """

    row_of_pixel: np.ndarray
    edges: tuple[np.ndarray, np.ndarray]
    edge_rows: np.ndarray


def land_rows(camera: Camera, lowest: float, highest: float) -> np.ndarray:
    """Return the y (R,) in paces of the land rows to look at, about one per pixel row.

    They reach from the land's end, or the top of the canvas, to its bottom, for heights within
    `lowest` .. `highest` paces.
    """
    first = max(NORTH_END, camera.place((0, 0), lowest)[1] - 1.0)
    last = camera.place((0, camera.size[1]), highest)[1] + 1.0
    count = int(np.ceil((last - first) * camera.down)) + 1
    return np.linspace(first, last, max(count, 2))


def see(camera: Camera, rows: np.ndarray, heights: np.ndarray) -> Sight:
    """Return what a canvas sees of heights (R, w) on land rows (R,), north first."""
    screen = rows.astype(np.float32)[:, None] * np.float32(camera.down)
    screen = (screen + np.float32(camera.origin[1])) - heights * np.float32(camera.lift)
    cover = screen.copy()
    for row in range(len(rows) - 2, -1, -1):  # by rows: eight times faster than accumulate
        np.minimum(cover[row + 1], cover[row], out=cover[row])
    index = _rows_above(cover, camera.size[1])
    y = _crossings(index, screen, rows)
    edges, edge_rows = _outlines(index, y, screen, cover, rows)
    return Sight(y, edges, edge_rows)


def smooth_outlines(rgb: np.ndarray, sight: Sight) -> None:
    """Blend pixels (h, w, 3) along outlines in place by how much of each nearer land covers."""
    rows, columns = sight.edges
    above, below = (rgb[rows + down, columns].astype(np.float32) for down in (0, 1))
    past = (sight.edge_rows - rows - 1)[:, None]  # -0.5..0.5 pixels below their common border
    rgb[rows, columns] = above + (below - above) * np.maximum(-past, 0)
    rgb[rows + 1, columns] = below + (above - below) * np.maximum(past, 0)


def _rows_above(cover: np.ndarray, height: int) -> np.ndarray:
    """Index (h, w) of the southernmost land row at or above each pixel's centre; -1 is sky."""
    width = cover.shape[1]
    first = np.ceil(cover - np.float32(0.5)).astype(np.int32)
    np.clip(first, 0, height, out=first)
    first *= width
    first += np.arange(width, dtype=np.int32)
    counts = np.bincount(first.ravel(), minlength=(height + 1) * width)
    counts = counts[: height * width].reshape(height, width).astype(np.int32)
    np.cumsum(counts, axis=0, out=counts)
    counts -= 1
    return counts


def _crossings(index: np.ndarray, screen: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Y in paces (h, w) where the line of sight of each pixel's centre meets the land."""
    height, width = index.shape
    step = np.float32(rows[1] - rows[0])
    at = np.clip(index, 0, len(rows) - 2)
    flat = at * np.int32(width) + np.arange(width, dtype=np.int32)
    above = screen.take(flat)
    flat += np.int32(width)
    gap = screen.take(flat)
    gap -= above
    above -= np.arange(height, dtype=np.float32)[:, None] + np.float32(0.5)
    part = np.clip(-above / np.maximum(gap, np.float32(1e-6)), 0, 1)
    y = (at.astype(np.float32) + part) * step + np.float32(rows[0])
    y[index < 0] = np.nan
    return y


def _outlines(
    index: np.ndarray, y: np.ndarray, screen: np.ndarray, cover: np.ndarray, rows: np.ndarray
) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray]:
    """Pixels right above nearer land, and where exactly it begins."""
    leap = 3 * np.float32(rows[1] - rows[0])
    jumps = ~(y[1:] - y[:-1] < leap) & (index[1:] >= 0)
    at = np.flatnonzero(jumps)
    pixel_rows, columns = np.divmod(at, y.shape[1])
    below = index[pixel_rows, columns] + 1
    sky = below == 0
    for _ in range(4):  # on to the first row that is hidden: what hides it is the outline
        below += (screen[below, columns] <= cover[below, columns]) & ~sky
        np.minimum(below, len(rows) - 1, out=below)
    edge = cover[below, columns]
    real = (screen[below, columns] > edge) | sky
    real &= np.abs(edge - pixel_rows - 1) <= 0.5
    return (pixel_rows[real], columns[real]), edge[real]
