"""The sky in the north: a gradient, a low sun with its glow, thin clouds, two layers of mesas."""

import numpy as np

from game.ui.camera import Camera
from game.ui.draw import spline

# All places here are in units of the 1280 x 720 composition, from its upper left corner.
_STOPS = (0.0, 40.0, 78.0, 112.0, 150.0)
_COLOURS = ((74, 138, 198), (132, 182, 210), (206, 212, 200), (250, 220, 184), (255, 222, 184))
_SUN, _SUN_RADIUS = (216.0, 91.0), 22.0
_GLOW = np.array((255.0, 244.0, 208.0), np.float32)
_CLOUD = np.array((255.0, 240.0, 222.0), np.float32)
_CLOUD_KNOTS = (150.0, 7.0)  # across and down: long thin streaks
# Each layer of mesas: seed, foot, tallest, colours of the head, the foot and the sunlit sides.
_LAYERS = (
    (3, 114.0, 42.0, (216, 188, 192), (252, 220, 190), (240, 214, 196)),
    (8, 126.0, 46.0, (214, 154, 144), (253, 212, 180), (244, 190, 158)),
)


def sky(camera: Camera, rows: int, seed: int) -> np.ndarray:
    """Return the topmost `rows` rows of the canvas as sky, float32 (rows, w, 3), 0..255.

    `seed` chooses the mesas and the clouds.
    """
    scale = camera.unit * camera.zoom
    corner = np.array(camera.corner) / camera.unit
    down = ((np.arange(rows) + 0.5) / scale + corner[1]).astype(np.float32)
    down -= np.float32(camera.sky_drop)
    across = ((np.arange(camera.size[0]) + 0.5) / scale + corner[0]).astype(np.float32)
    picture = np.empty((rows, len(across), 3), np.float32)
    for channel in range(3):
        stops = [colour[channel] for colour in _COLOURS]
        picture[..., channel] = np.interp(down, _STOPS, stops)[:, None]
    _cloud(picture, across, down, seed)
    _shine(picture, across, down)
    for layer in _LAYERS:
        _mesas(picture, across, down, scale, layer, seed)
    return picture


def _cloud(picture: np.ndarray, across: np.ndarray, down: np.ndarray, seed: int) -> None:
    knots = np.random.Generator(np.random.Philox(40 + seed)).standard_normal((40, 16), np.float32)
    to_rows = spline.spline(down, -20.0, _CLOUD_KNOTS[1], knots.shape[0])
    to_columns = spline.spline(across, -500.0, _CLOUD_KNOTS[0], knots.shape[1])
    streaks = spline.over_both(knots, to_rows, to_columns)
    amount = np.clip(streaks * np.float32(0.5) - np.float32(0.08), 0, 0.4)
    amount *= np.clip(np.minimum(down, 100 - down) / 40, 0, 1)[:, None]
    picture += (_CLOUD - picture) * amount[..., None]


def _shine(picture: np.ndarray, across: np.ndarray, down: np.ndarray) -> None:
    away = np.hypot(across - np.float32(_SUN[0]), (down - np.float32(_SUN[1]))[:, None])
    glow = np.float32(0.6) * np.exp(away * np.float32(-1 / 52))
    glow += np.float32(0.38) * np.exp(away * np.float32(-1 / 210))
    disc = np.clip((np.float32(_SUN_RADIUS) - away) * np.float32(0.5), 0, 1)
    picture += (_GLOW - picture) * np.maximum(glow, disc)[..., None]


def _mesas(
    picture: np.ndarray,
    across: np.ndarray,
    down: np.ndarray,
    scale: float,
    layer: tuple,
    seed: int,
) -> None:
    own_seed, base, tallest, head, foot, sunlit = layer
    seed = own_seed + 100 * seed
    outline = profile(across, seed)
    top = (base - tallest * outline).astype(np.float32)
    cover = np.clip((down[:, None] - top) * np.float32(scale) + np.float32(0.5), 0, 1)
    part = np.clip((down - (base - tallest)) / tallest, 0, 1).astype(np.float32)[:, None]
    rise = np.gradient(outline, across)
    side = np.clip(0.5 + rise * 14 + _flutes(across, seed), 0, 1).astype(np.float32)
    side = side * (1 - part)
    for channel in range(3):
        colour = np.float32(head[channel]) + np.float32(foot[channel] - head[channel]) * part
        colour = colour + (np.float32(sunlit[channel]) - colour) * side * np.float32(0.6)
        picture[..., channel] += (colour - picture[..., channel]) * cover


def _flutes(across: np.ndarray, seed: int) -> np.ndarray:
    """Upright folds of the rock: -0.5..0.5 at positions (N,)."""
    fine = np.sin(across * 0.83 + 2.0 * np.sin(across * 0.11 + seed))
    return 0.16 * fine * np.sin(across * 0.047 + seed) + 0.16 * np.sin(across * 0.19 + seed)


def profile(across: np.ndarray, seed: int) -> np.ndarray:
    """Return the outline (N,), 0..1, of a row of mesas and buttes at positions (N,) in units."""
    chance = np.random.Generator(np.random.Philox(seed))
    outline = 0.10 + 0.05 * np.sin(across * 0.013 + seed) + 0.03 * np.sin(across * 0.031)
    for centre in np.arange(-700.0, 2000.0, 118.0):
        middle = centre + chance.uniform(-52, 52)
        half = chance.uniform(5, 16) if chance.random() < 0.35 else chance.uniform(26, 74)
        top, scree = chance.uniform(0.42, 1.0), chance.uniform(0.36, 0.55)
        skirt, step = chance.uniform(22, 60), chance.uniform(0.68, 0.86)
        lean = chance.uniform(-0.7, 0.7) * half
        away = np.abs(across - middle)
        cliff = _ease((half - away) / 7.0 + 0.5)
        shoulder = step * _ease((half * 1.35 + 6 - np.abs(across - middle - lean)) / 9.0 + 0.5)
        slope = scree * np.clip(1 - (away - half) / skirt, 0, 1) ** 1.7
        outline = np.maximum(outline, top * np.maximum(np.maximum(cliff, shoulder), slope))
    outline *= 1 - 0.72 * np.exp(-(((across - _SUN[0]) / 74) ** 2))  # a gap for the sun
    worn = 0.010 * np.sin(across * 0.31 + seed) + 0.014 * np.sin(across * 0.083)
    return np.clip(outline + worn, 0, 1)


def _ease(t: np.ndarray) -> np.ndarray:
    t = np.clip(t, 0, 1)
    return t * t * (3 - 2 * t)
