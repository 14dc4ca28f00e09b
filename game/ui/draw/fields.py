"""What the light needs to know about the land, on a grid that each pixel can look up fast.

One column per pixel column of the canvas, one row for about every pixel row of land.
"""

from dataclasses import dataclass

import numpy as np

from game.ui.camera import Camera
from game.ui.draw import project, ripples, spline
from game.ui.draw.ground import Ground
from game.ui.draw.light import Light, openness, sunshine


@dataclass(frozen=True, eq=False)
class Fields:
    """The `heights` and other `layers`, each (R, w) float32, over `rows` (R,) and `columns` (w,).

    The layers, in this order: the land's slope to the east and to the south, the part of the sun
    seen (0..1), how far the land stands above its surroundings (-1..1), the bending of the ripples
    in radians, and a noise around 0 for their patches. Rows and columns are in paces.
    """

    columns: np.ndarray
    rows: np.ndarray
    heights: np.ndarray
    layers: tuple[np.ndarray, ...]

    def look_up(self, y: np.ndarray) -> list[np.ndarray]:
        """Return every layer at y (h, w) in paces, in the columns of the canvas."""
        first, step = np.float32(self.rows[0]), np.float32(self.rows[1] - self.rows[0])
        position = (y - first) / step
        at = np.clip(position.astype(np.int32), 0, len(self.rows) - 2)
        part = position - at.astype(np.float32)  # with whole numbers it would become float64
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


def survey(ground: Ground, camera: Camera, light: Light, seed: int) -> Fields:
    """Return the fields for one view of the land; `seed` varies the ripples."""
    grid = ground.heights
    rows = project.land_rows(camera, float(grid.min()), float(grid.max()))
    columns = (np.arange(camera.size[0]) + 0.5 - camera.origin[0]) / camera.across
    down = (rows, ground.north, ground.steps[1], grid.shape[0])
    over = (columns, ground.west, ground.steps[0], grid.shape[1])
    to_rows, to_columns = spline.spline(*down), spline.spline(*over)
    across = spline.along_columns(grid, to_columns)
    heights = spline.along_rows(to_rows, across)
    layers = (
        spline.over_both(grid, to_rows, spline.spline_slope(*over)),
        spline.along_rows(spline.spline_slope(*down), across),
        spline.over_both(sunshine(grid, ground.steps, light), to_rows, to_columns),
        spline.over_both(openness(grid, ground.steps), to_rows, to_columns),
        ripples.bends(columns, rows, heights, seed),
        ripples.smooth_noise(columns, rows, 7.0, seed + 1),
    )
    return Fields(columns, rows, heights, layers)
