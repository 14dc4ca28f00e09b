"""Bakes the desert into one picture, in numpy, once per level and view.

Safe to run in a worker thread: it holds no state, and large array operations free the lock.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.look import DEFAULT, Look
from game.sim.land import Land
from game.ui.camera import Camera
from game.ui.draw.air import Air, air_of
from game.ui.draw.border import draw_border
from game.ui.draw.fields import survey
from game.ui.draw.ground import settled
from game.ui.draw.project import Sight, see, smooth_outlines
from game.ui.draw.scenery import PLAIN, Scenery
from game.ui.draw.shade import Contours, Shader
from game.ui.draw.sky import sky
from game.ui.draw.standing import draw_things
from game.ui.draw.tones import tones_of

_BAND = 32  # canvas rows shaded at once: few enough to stay in the processor's cache
_SURVEYED, _SEEN, _SHADED = 0.2, 0.3, 0.9  # of the work: done after each stage
_SLACK = 0.9  # paces of nearer land that still are the ground under one's feet


class Cancelled(Exception):  # noqa: N818  # not an error: the bake was told to stop
    """Raised by `bake` once its `cancelled` says so."""


@dataclass(frozen=True, eq=False)
class Picture:
    """The baked desert: `rgb` (h, w, 3) uint8 and `row_of_pixel` (h, w) float32, as `camera` sees.

    `row_of_pixel` is the y in paces of the land that each pixel's centre shows, nan for sky; the
    `look` is what it was painted in.
    """

    rgb: np.ndarray
    row_of_pixel: np.ndarray
    camera: Camera
    look: Look = DEFAULT

    def place_at(self, pixel: tuple[float, float]) -> tuple[float, float] | None:
        """Return the place (x, y) shown at a pixel (column, row); None for sky or off canvas."""
        column, row = int(np.floor(pixel[0])), int(np.floor(pixel[1]))
        if not self._on_canvas(column, row) or np.isnan(self.row_of_pixel[row, column]):
            return None
        return self.camera.place((pixel[0], 0.0))[0], float(self.row_of_pixel[row, column])

    def hides(self, place: tuple[float, float], height: float) -> bool:
        """Tell whether nearer land hides a point over `place` (paces). Off canvas nothing does."""
        column, row = (int(np.floor(at)) for at in self.camera.pixel(place, height))
        if not self._on_canvas(column, row):
            return False
        return bool(self.row_of_pixel[row, column] > place[1] + _SLACK)

    def hidden_mask(
        self, rect: tuple[int, int, int, int], place: tuple[float, float], height: float
    ) -> np.ndarray:
        """Return which pixels of a figure standing at `place` nearer land hides, bool (h, w).

        `rect` is the figure's (left, top, width, height) in pixels; what lies off the canvas is
        not hidden. Below the feet nearer ground is seen all the time: there the feet's row counts.
        """
        left, top, width, tall = rect
        mask = np.zeros((tall, width), bool)
        canvas_h, canvas_w = self.row_of_pixel.shape
        first, last = max(left, 0), min(left + width, canvas_w)
        if first >= last:
            return mask
        feet = int(np.floor(self.camera.pixel(place, height)[1]))
        rows = np.minimum(np.arange(top, top + tall), feet)
        seen = (rows >= 0) & (rows < canvas_h)
        near = self.row_of_pixel[rows[seen], first:last] > place[1] + _SLACK
        mask[seen, first - left : last - left] = near
        return mask

    def _on_canvas(self, column: int, row: int) -> bool:
        return 0 <= row < self.row_of_pixel.shape[0] and 0 <= column < self.row_of_pixel.shape[1]


def bake(
    land: Land,
    camera: Camera,
    *,
    contours: Contours = "fine",
    scenery: Scenery = PLAIN,
    seed: int = 0,
    border: bool = True,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Picture:
    """Return the picture of a land; the same for the same input.

    `scenery` is what it is painted with; `seed` varies ripples, clouds and the horizon; `border`
    shows where the square ends. `progress` is told the fraction done, 0..1; `cancelled` is asked
    between parts of the work, and Cancelled is raised once it is true.
    """

    def done(fraction: float) -> None:
        if cancelled is not None and cancelled():
            raise Cancelled
        if progress is not None:
            progress(fraction)

    done(0.0)
    west, east = (camera.place((column, 0.0))[0] for column in (0, camera.size[0]))
    ground, air = settled(land).reaching(west, east), air_of(scenery.look)
    fields = survey(ground, camera, air.light, seed)
    done(_SURVEYED)
    sight = see(camera, fields.rows, fields.heights)
    done(_SEEN)
    rgb = np.empty((*sight.row_of_pixel.shape, 3), np.uint8)
    ends = float(ground.square.min()), float(ground.square.max())
    tones = tones_of(scenery.look)
    shader = Shader(camera, fields, air.light, contours, _noise(rgb, seed), *ends, tones)
    _paint_land(rgb, sight, shader, done)
    _paint_sky(rgb, sight, camera, seed, air)
    smooth_outlines(rgb, sight)
    if border:
        draw_border(rgb, sight.row_of_pixel, camera, air.light, ground.at)
    draw_things(rgb, sight.row_of_pixel, camera, scenery, fields, air.light, ground.at)
    done(1.0)
    return Picture(rgb, sight.row_of_pixel, camera, scenery.look)


def _noise(rgb: np.ndarray, seed: int) -> np.ndarray:
    """Grain (h + 1, w), standard normal: one row more, for neighbours of the last."""
    chance = np.random.Generator(np.random.Philox(seed))
    return chance.standard_normal((rgb.shape[0] + 1, rgb.shape[1]), np.float32)


def _paint_land(
    rgb: np.ndarray, sight: Sight, shader: Shader, done: Callable[[float], None]
) -> None:
    rows = sight.row_of_pixel
    nowhere = np.float32(shader.fields.rows[0])
    for first in range(0, len(rows), _BAND):
        last = min(first + _BAND, len(rows))
        y = rows[first : last + 1]
        if last == len(rows):
            y = np.concatenate((y, y[-1:]))
        channels = shader.band(np.where(np.isnan(y), nowhere, y), first)
        for index, channel in enumerate(channels):
            rgb[first:last, :, index] = np.clip(channel, 0, 255, out=channel)
        done(_SEEN + (_SHADED - _SEEN) * last / len(rows))


def _paint_sky(rgb: np.ndarray, sight: Sight, camera: Camera, seed: int, air: Air) -> None:
    empty = np.isnan(sight.row_of_pixel)
    rows = int(np.flatnonzero(empty.any(1)).max(initial=-1)) + 1
    if rows:
        above = sky(camera, rows, seed, air)
        np.copyto(rgb[:rows], above, where=empty[:rows, :, None], casting="unsafe")
