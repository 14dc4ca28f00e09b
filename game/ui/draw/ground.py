"""The land as the picture shows it: that of the level within the square, calmer far outside."""

from dataclasses import dataclass

import numpy as np

from game.sim.land import Land
from game.ui.camera import NORTH_END, SQUARE

_FAR_CREST = -15.0  # y of a low dune before the horizon
# Land outside settles: from y to y, how far it does so in the end, and to which height.
_SETTLING = ((-3.0, NORTH_END, 0.84, 1.5), (108.0, 136.0, 0.6, 4.0))
f32 = np.float32


@dataclass(frozen=True, eq=False)
class Ground:
    """Heights (rows, columns), float32, in paces, from `west` and `north` on at equal `steps`.

    `steps` are the paces between columns and between rows.
    """

    heights: np.ndarray
    west: float
    north: float
    steps: tuple[float, float]

    def at(self, places: np.ndarray) -> np.ndarray:
        """Return the heights (N,) at places (N, 2); beyond the grid those of its border."""
        limits = np.array(self.heights.shape[::-1]) - 1.001
        at = np.clip((places - (self.west, self.north)) / self.steps, 0, limits)
        column, row = at.astype(np.intp).T
        right, below = (at % 1).T
        upper, lower = (
            self.heights[row + down, column] * (1 - right)
            + self.heights[row + down, column + 1] * right
            for down in (0, 1)
        )
        return upper + (lower - upper) * below

    def reaching(self, west: float, east: float) -> "Ground":
        """The same ground, and where it ends before these x, more that goes on as steep."""
        step, columns = self.steps[0], self.heights.shape[1]
        last = self.west + step * (columns - 1)
        more = [
            int(np.ceil(max(0.0, lacking) / step)) for lacking in (self.west - west, east - last)
        ]
        if not any(more):
            return self
        heights = np.pad(self.heights, ((0, 0), more), "reflect", reflect_type="odd")
        return Ground(heights, self.west - step * more[0], self.north, self.steps)

    @property
    def square(self) -> np.ndarray:
        """The heights within the playable square."""
        west, north = round(-self.west / self.steps[0]), round(-self.north / self.steps[1])
        columns, rows = (round(SQUARE / step) + 1 for step in self.steps)
        return self.heights[north : north + rows, west : west + columns]


def settled(land: Land) -> Ground:
    """Return the wide heights of a land, calmed to the north and south of the square.

    So the horizon lies at the same level in every desert and the foreground fills the canvas.
    """
    heights = np.asarray(land.wide, f32)
    y = np.linspace(land.north, land.south, heights.shape[0])
    x = np.linspace(land.west, land.east, heights.shape[1])
    roll = (np.sin(x * 0.055 + 1.0) + 0.7 * np.sin(x * 0.121 + 2.4)).astype(f32)
    for begin, end, most, level in _SETTLING:
        part = np.clip((y - begin) / (end - begin), 0, 1)
        calm = (most * part * part * (3 - 2 * part)).astype(f32)[:, None]
        heights = heights + (f32(level) + roll * f32(1.3) - heights) * calm
    far = np.exp(-(((y - _FAR_CREST) / 4.0) ** 2)).astype(f32)[:, None]
    heights = heights + far * (f32(1.6) - f32(1.4) * roll[::-1])
    rows, columns = heights.shape
    steps = (land.east - land.west) / (columns - 1), (land.south - land.north) / (rows - 1)
    return Ground(heights, land.west, land.north, steps)
