"""The sky in the north: a gradient, a low sun with its glow, thin clouds, two layers of ridges."""

import numpy as np

from game.ui.camera import Camera
from game.ui.draw import horizons, spline
from game.ui.draw.air import Air
from game.ui.draw.tones import RGB

# All places here are in units of the 1280 x 720 composition, from its upper left corner.
_STOPS = (0.0, 40.0, 78.0, 112.0, 150.0)
_CLOUD_KNOTS = (150.0, 7.0)  # across and down: long thin streaks
_LAYERS = ((3, 114.0, 42.0), (8, 126.0, 46.0))  # of the horizon: seed, foot, tallest


def sky(camera: Camera, rows: int, seed: int, air: Air) -> np.ndarray:
    """Return the topmost `rows` rows of the canvas as sky, float32 (rows, w, 3), 0..255.

    `seed` chooses the outline of the horizon and the clouds.
    """
    scale = camera.unit * camera.zoom
    corner = np.array(camera.corner) / camera.unit
    down = ((np.arange(rows) + 0.5) / scale + corner[1]).astype(np.float32)
    down -= np.float32(camera.sky_drop)
    across = ((np.arange(camera.size[0]) + 0.5) / scale + corner[0]).astype(np.float32)
    picture = np.empty((rows, len(across), 3), np.float32)
    for channel in range(3):
        stops = [colour[channel] for colour in air.sky]
        picture[..., channel] = np.interp(down, _STOPS, stops)[:, None]
    _cloud(picture, across, down, seed, air)
    if air.sun is not None:
        _shine(picture, across, down, air)
    for layer, colours in zip(_LAYERS, (air.far, air.near), strict=True):
        _ridge(picture, across, down, scale, layer, colours, seed, air)
    return picture


def _cloud(picture: np.ndarray, across: np.ndarray, down: np.ndarray, seed: int, air: Air) -> None:
    knots = np.random.Generator(np.random.Philox(40 + seed)).standard_normal((40, 16), np.float32)
    to_rows = spline.spline(down, -20.0, _CLOUD_KNOTS[1], knots.shape[0])
    to_columns = spline.spline(across, -500.0, _CLOUD_KNOTS[0], knots.shape[1])
    streaks = spline.over_both(knots, to_rows, to_columns)
    amount = np.clip(streaks * np.float32(0.5) - np.float32(0.08), 0, 0.4)
    amount *= np.clip(np.minimum(down, 100 - down) / 40, 0, 1)[:, None]
    picture += (np.array(air.cloud, np.float32) - picture) * amount[..., None]


def _shine(picture: np.ndarray, across: np.ndarray, down: np.ndarray, air: Air) -> None:
    away = np.hypot(across - np.float32(air.sun[0]), (down - np.float32(air.sun[1]))[:, None])
    glow = np.float32(0.6) * np.exp(away * np.float32(-1 / 52))
    glow += np.float32(0.38) * np.exp(away * np.float32(-1 / 210))
    disc = np.clip((np.float32(air.radius) - away) * np.float32(0.5), 0, 1)
    shine = np.array(air.glow, np.float32)
    picture += (shine - picture) * np.maximum(glow, disc)[..., None]


def _ridge(
    picture: np.ndarray,
    across: np.ndarray,
    down: np.ndarray,
    scale: float,
    layer: tuple[int, float, float],
    colours: tuple[RGB, RGB, RGB],
    seed: int,
    air: Air,
) -> None:
    """Paint one layer of what stands on the horizon."""
    own_seed, base, tallest = layer
    head, foot, sunlit = colours
    seed = own_seed + 100 * seed
    outline = horizons.OUTLINES[air.horizon](across, seed)
    if air.sun is not None:  # a gap for the sun
        outline = outline * (1 - 0.72 * np.exp(-(((across - air.sun[0]) / 74) ** 2)))
    outline = np.clip(outline + horizons.worn(across, seed), 0, 1)
    top = (base - tallest * outline).astype(np.float32)
    cover = np.clip((down[:, None] - top) * np.float32(scale) + np.float32(0.5), 0, 1)
    part = np.clip((down - (base - tallest)) / tallest, 0, 1).astype(np.float32)[:, None]
    rise = np.gradient(outline, across)
    side = rise if air.light.toward[0] < 0 else -rise
    side = np.clip(0.5 + side * 14 + _flutes(across, seed), 0, 1).astype(np.float32)
    side = side * (1 - part)
    for channel in range(3):
        colour = np.float32(head[channel]) + np.float32(foot[channel] - head[channel]) * part
        colour = colour + (np.float32(sunlit[channel]) - colour) * side * np.float32(0.6)
        picture[..., channel] += (colour - picture[..., channel]) * cover


def _flutes(across: np.ndarray, seed: int) -> np.ndarray:
    """Upright folds of the rock: -0.5..0.5 at positions (N,)."""
    fine = np.sin(across * 0.83 + 2.0 * np.sin(across * 0.11 + seed))
    return 0.16 * fine * np.sin(across * 0.047 + seed) + 0.16 * np.sin(across * 0.19 + seed)
