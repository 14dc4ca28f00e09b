"""What the light needs to know about the land, on a grid that each pixel can look up fast.

One column per pixel column of the canvas, one row for about every pixel row of land.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.sim.land import Land
from game.ui.camera import NORTH_END, SQUARE, Camera
from game.ui.draw import project, ripples, spline
from game.ui.draw.light import Light, openness, sunshine

_FAR_CREST = -15.0  # y of a low dune before the horizon
# Land outside settles: from y to y, how far it does so in the end, and to which height.
_SETTLING = ((-3.0, NORTH_END, 0.84, 1.5), (108.0, 136.0, 0.6, 4.0))


@dataclass(frozen=True)
class Fields:
    """Layers (R, w), float32, over `rows` (R,) and `columns` (w,) in paces.

    `slope_x`, `slope_y` are the land's slope, `lit` the part of the sun seen (0..1), `open` how
    far the land stands above its surroundings (-1..1), `bent` the bending of the ripples in
    radians. `lowest` and `highest` are heights within the square, `heights` all of them.
    """

    columns: np.ndarray
    rows: np.ndarray
    heights: np.ndarray
    layers: tuple[np.ndarray, ...]
    lowest: float
    highest: float
    grid: np.ndarray
    corner: tuple[float, float]
    steps: tuple[float, float]

    def ground(self, places: np.ndarray) -> np.ndarray:
        """Return the heights (N,) in paces at places (N, 2)."""
        limits = np.array(self.grid.shape[::-1]) - 1.001
        at = np.clip((places - self.corner) / self.steps, 0, limits)
        column, row = at.astype(np.intp).T
        right, below = (at % 1).T
        upper, lower = (
            self.grid[row + down, column] * (1 - right) + self.grid[row + down, column + 1] * right
            for down in (0, 1)
        )
        return upper + (lower - upper) * below

    def look_up(self, y: np.ndarray) -> list[np.ndarray]:
        """Return every layer at y (h, w) in paces, in the columns of the canvas."""
        first, step = np.float32(self.rows[0]), np.float32(self.rows[1] - self.rows[0])
        position = (y - first) / step
        at = np.clip(position.astype(np.int32), 0, len(self.rows) - 2)
        part = position - at
        at *= np.int32(y.shape[1])
        at += np.arange(y.shape[1], dtype=np.int32)
        found = []
        for layer in self.layers:
            upper = layer.take(at)
            lower = layer[1:].take(at)
            lower -= upper
            lower *= part
            upper += lower
            found.append(upper)
        return found


def grid_steps(land: Land) -> tuple[float, float]:
    """Return the paces between the columns and between the rows of the land's wide grid."""
    rows, columns = land.wide.shape
    return (land.east - land.west) / (columns - 1), (land.south - land.north) / (rows - 1)


def settled(land: Land) -> np.ndarray:
    """Return the wide heights, calmed far to the north and south of the square, float32.

    So the horizon lies at the same level in every desert and the foreground fills the canvas.
    """
    grid = np.ascontiguousarray(land.wide, np.float32)
    y = np.linspace(land.north, land.south, grid.shape[0])
    x = np.linspace(land.west, land.east, grid.shape[1])
    roll = (np.sin(x * 0.055 + 1.0) + 0.7 * np.sin(x * 0.121 + 2.4)).astype(np.float32)
    for begin, end, most, level in _SETTLING:
        part = np.clip((y - begin) / (end - begin), 0, 1)
        calm = (most * part * part * (3 - 2 * part)).astype(np.float32)[:, None]
        grid = grid + (np.float32(level) + roll * np.float32(1.3) - grid) * calm
    far = np.exp(-(((y - _FAR_CREST) / 4.0) ** 2)).astype(np.float32)[:, None]
    return grid + far * (np.float32(1.6) - np.float32(1.4) * roll[::-1])


def survey(land: Land, camera: Camera, light: Light, seed: int) -> Fields:
    """Return the layers for one view of the land."""
    grid, steps = settled(land), grid_steps(land)
    rows = project.land_rows(camera, NORTH_END, float(grid.max()))
    columns = (np.arange(camera.size[0]) + 0.5 - camera.origin[0]) / camera.across
    down = (rows, land.north, steps[1], grid.shape[0])
    over = (columns, land.west, steps[0], grid.shape[1])
    to_rows, to_columns = spline.spline(*down), spline.spline(*over)

    def spread(coarse: np.ndarray) -> np.ndarray:
        return spline.along_columns(spline.along_rows(to_rows, coarse), to_columns)

    by_rows = spline.along_rows(to_rows, grid)
    heights = spline.along_columns(by_rows, to_columns)
    layers = (
        spline.along_columns(by_rows, spline.spline_slope(*over)),
        spline.along_columns(spline.along_rows(spline.spline_slope(*down), grid), to_columns),
        spread(sunshine(grid, steps, light)),
        spread(openness(grid, steps)),
        ripples.bends(columns, rows, heights, seed),
        ripples.smooth_noise(columns, rows, 7.0, seed + 1),
    )
    inside = _inside(grid, land, steps)
    return Fields(
        columns,
        rows,
        heights,
        layers,
        float(inside.min()),
        float(inside.max()),
        grid,
        (land.west, land.north),
        steps,
    )


def _inside(grid: np.ndarray, land: Land, steps: Sequence[float]) -> np.ndarray:
    west, north = round(-land.west / steps[0]), round(-land.north / steps[1])
    columns, rows = round(SQUARE / steps[0]), round(SQUARE / steps[1])
    return grid[north : north + rows + 1, west : west + columns + 1]
