"""The colour of each pixel of land: light on rippled sand, tints, contour lines, haze."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.ui.camera import SQUARE, Camera
from game.ui.draw import colour, ripples
from game.ui.draw.fields import Fields
from game.ui.draw.light import Light
from game.ui.draw.tones import GOLD, Tones

Contours = Literal["fine", "off", "strong"]
INTERVAL = 1.5  # paces of height between two contour lines
_INK = {"off": 0.0, "fine": 0.20, "strong": 0.5}
_WIDTH = {"off": 0.0, "fine": 1.1, "strong": 1.6}
_RELIEF = 0.9  # slopes are lit as if this much steeper, to keep the steepest out of the dark
_FILL = (0.46, 0.28, 0.84)  # the direction that lights the shade: from the sky behind the sun
_GRAIN = 0.020
f32 = np.float32


@dataclass(frozen=True)
class Shader:
    """All that colours a band of the picture.

    `lowest` and `highest` are heights within the square; `noise` (h + 1, w) is standard normal.
    """

    camera: Camera
    fields: Fields
    light: Light
    contours: Contours
    noise: np.ndarray
    lowest: float
    highest: float
    tones: Tones = GOLD

    def band(self, y: np.ndarray, first: int) -> colour.Channels:
        """Return the channels (n, w) of canvas rows `first`.. for their land's y (n + 1, w)."""
        tones = self.tones
        noise = self.noise[first : first + len(y)]
        slope_x, slope_y, lit, opened, bent, patches = self.fields.look_up(y)
        waves = ripples.phase(self.fields.columns.astype(f32), y, bent)
        y, slope_x, slope_y, lit, opened = (
            layer[:-1] for layer in (y, slope_x, slope_y, lit, opened)
        )
        steep = np.sqrt(slope_x * slope_x + slope_y * slope_y)
        ripple = ripples.slope(waves[:-1], waves[1:], steep, patches[:-1]) * f32(tones.ripples)
        normal = _normal(slope_x, slope_y, ripple, noise * f32(_GRAIN * tones.grain))
        level, shade = self._light(normal, lit, opened)
        channels = colour.sand(level, tones)
        colour.fill_shade(channels, shade, opened, tones)
        if tones.mottle:
            colour.mottle(channels, patches[:-1], tones.mottle)
        height = self._heights(y, first)
        if tones.strata:
            colour.draw_strata(channels, height, bent[:-1], level, tones)
        rise = (height - f32(self.lowest)) / f32(max(self.highest - self.lowest, 0.1))
        outside = _outside(self.fields.columns.astype(f32), y)
        beyond = np.clip(outside * f32(0.1), 0, 1)
        rise = np.clip(np.maximum(rise, beyond * f32(0.5)), 0, 1)
        colour.tint_by_height(channels, rise, level, tones)
        if self.contours != "off":
            ink = self._contour_ink(height, slope_x, slope_y) * np.clip(-outside, 0, 1)
            colour.draw_contours(channels, ink, lit, tones)
        colour.pale(channels, beyond)
        colour.haze(channels, y, tones.haze)
        return channels

    def _light(
        self, normal: tuple[np.ndarray, ...], lit: np.ndarray, opened: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """How light the sand is, 0..1, and how much of that is the sky's light in the shade."""
        direct = _facing(normal, self.light.unit)
        direct *= lit
        fill = _facing(normal, _FILL)
        shade = f32(1) - np.minimum(direct * f32(1.6), f32(1))
        level = direct * (f32(1.3) - f32(0.3) * direct) + (fill - f32(0.62)) * f32(0.34) * shade
        level += opened * f32(0.08)
        return np.clip(level, 0, 1), shade * fill

    def _heights(self, y: np.ndarray, first: int) -> np.ndarray:
        """Height in paces of what each pixel sees: the projection solved for it."""
        screen = np.arange(first, first + len(y), dtype=f32)[:, None] + f32(0.5)
        level = y * f32(self.camera.down) + f32(self.camera.origin[1])
        return (level - screen) * f32(1 / self.camera.lift)

    def _contour_ink(
        self, height: np.ndarray, slope_x: np.ndarray, slope_y: np.ndarray
    ) -> np.ndarray:
        """How much of each pixel a contour line covers, 0..1: as wide in pixels everywhere."""
        camera = self.camera
        facing = np.maximum(f32(camera.down) - f32(camera.lift) * slope_y, f32(0.05 * camera.down))
        across = slope_x * (f32(camera.down / camera.across) / facing)
        pace = np.sqrt(across * across + (slope_y / facing) ** 2)  # of height, per pixel
        pace *= f32(1 / INTERVAL)
        level = height * f32(1 / INTERVAL)
        away = np.abs(level - np.round(level)) / (pace + f32(1e-5))
        wide = f32(_WIDTH[self.contours] * max(1.0, camera.unit * camera.zoom**0.5))
        ink = np.clip(wide * f32(0.5) + f32(0.5) - away, 0, 1)
        ink *= np.clip(f32(2) - pace * f32(4), 0, 1)  # too close together to tell apart
        ink *= np.clip(pace * f32(60 * camera.unit * camera.zoom), 0, 1)  # blots on flat land
        ink *= f32(_INK[self.contours])
        return ink


def _normal(
    slope_x: np.ndarray, slope_y: np.ndarray, ripple: np.ndarray, grain: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Normals (x, y, z), of length 1, of rippled and grainy sand."""
    across, along = ripples.CREST
    x = grain[:-1] - slope_x * f32(_RELIEF) - ripple * f32(across)
    y = grain[1:] - slope_y * f32(_RELIEF) - ripple * f32(along)
    z = f32(1) / np.sqrt(x * x + y * y + f32(1))
    x *= z
    y *= z
    return x, y, z


def _facing(normal: tuple[np.ndarray, ...], toward: tuple[float, float, float]) -> np.ndarray:
    x, y, z = normal
    return np.maximum(x * f32(toward[0]) + y * f32(toward[1]) + z * f32(toward[2]), f32(0))


def _outside(columns: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Paces beyond the edge of the square; negative within."""
    half = f32(SQUARE / 2)
    return np.maximum(np.abs(columns - half), np.abs(y - half)) - half
