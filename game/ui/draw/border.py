"""The edge of the playable square: posts with a rope and pennants between them, and their shadows.

All of it is strewn as dots finer than a pixel, each hidden where nearer land covers its pixel.
"""

import numpy as np

from game.ui.camera import SQUARE, Camera
from game.ui.draw.dots import Dots, Heights, blend_dots, strewn
from game.ui.draw.light import Light

_SPAN = 12.5  # paces between two posts
_POST, _TIE, _SAG = 1.9, 1.65, 0.75  # paces: heights of posts and of the rope at them, its sag
_PENNANTS = 6  # to a span
_PENNANT = (0.5, 1.2, 1.15)  # paces: half its width on the rope, how far it hangs and is blown
_WIND = (0.92, 0.38)  # the way pennants are blown, the one across the ripples
_ROPE_PIXELS, _POST_PACES = 1.0, 0.24
_SPACING = 0.45  # pixels between dots
_ROPE = (136.0, 84.0, 62.0)
_WOOD_SUN, _WOOD_SHADE = (206.0, 142.0, 92.0), (104.0, 58.0, 48.0)
_CLOTH = ((216.0, 78.0, 62.0), (255.0, 240.0, 208.0), (56.0, 136.0, 142.0), (246.0, 178.0, 66.0))
_SHADOW, _SHADOW_DEPTH = (96.0, 50.0, 62.0), 0.26


def draw_border(
    rgb: np.ndarray, row_of_pixel: np.ndarray, camera: Camera, light: Light, ground: Heights
) -> None:
    """Draw the border in place into a picture (h, w, 3) of uint8.

    `ground` gives the heights (N,) of the land at places (N, 2).
    """
    rope, pennants, posts = (make(camera, ground) for make in (_rope, _pennants, _posts))
    things = _joined([rope, pennants, posts])
    shadow = _shadow(_joined([rope, posts]), light, ground)
    at, cover = strewn(shadow, row_of_pixel, camera)[:2]
    blend_dots(rgb, at, cover * np.float32(_SHADOW_DEPTH), np.array(_SHADOW, np.float32))
    blend_dots(rgb, *strewn(things, row_of_pixel, camera))


def _joined(things: list[Dots]) -> Dots:
    names = ("places", "heights", "area", "colours")
    return Dots(*(np.concatenate([getattr(thing, name) for thing in things]) for name in names))


def _along_border(along: np.ndarray) -> np.ndarray:
    """Places (N, 2) at distances (N,) in paces along the border, clockwise from the north-west.

    They wander about half a pace outside it, as if laid by hand, and meet it at the corners.
    """
    side, rest = np.divmod(along % (4 * SQUARE), SQUARE)
    corners = np.array([(0, 0), (SQUARE, 0), (SQUARE, SQUARE), (0, SQUARE)])
    ways = np.array([(1, 0), (0, 1), (-1, 0), (0, -1)])
    side = side.astype(int)
    outward = np.array([(0, -1), (1, 0), (0, 1), (-1, 0)])
    wander = np.sin(np.pi * rest / SQUARE) * (0.6 + 0.5 * np.sin(rest * 0.37 + 2 * side))
    return corners[side] + ways[side] * rest[:, None] + outward[side] * wander[:, None]


def _tied(along: np.ndarray, ground: Heights) -> np.ndarray:
    """Heights (N,) of the rope: hung between posts, and lifted where a dune would bury it."""
    post = np.arange(0, 4 * SQUARE + _SPAN / 2, _SPAN)
    tied = np.interp(along, post, ground(_along_border(post)) + _TIE)
    part = (along % _SPAN) / _SPAN
    hung = tied - _SAG * 4 * part * (1 - part)
    return np.maximum(hung, ground(_along_border(along)) + 0.45)


def _rope(camera: Camera, ground: Heights) -> Dots:
    step = _SPACING / camera.across
    along = np.arange(0.0, 4 * SQUARE, step)
    places, heights = _along_border(along), _tied(along, ground)
    pixels = camera.pixels(places, heights)
    apart = np.hypot(*(np.roll(pixels, -1, 0) - pixels).T)
    wide = max(_ROPE_PIXELS * camera.unit, 0.09 * camera.across)
    return Dots(places, heights, apart * wide, np.broadcast_to(_ROPE, (len(along), 3)))


def _posts(camera: Camera, ground: Heights) -> Dots:
    along = np.arange(0.0, 4 * SQUARE, _SPAN)
    corner = along % SQUARE == 0
    wide = max(_POST_PACES * camera.across, 2.0)
    up = np.arange(0.0, 1.0, _SPACING / (1.4 * _POST * camera.lift))
    over = np.linspace(-0.5, 0.5, max(3, round(wide / _SPACING)))
    tall = np.where(corner, 1.35 * _POST, _POST)[:, None, None]
    shape = (len(along), len(up), len(over))
    places = np.broadcast_to(_along_border(along)[:, None, None], (*shape, 2)).copy()
    places[..., 0] += over * (wide / camera.across)
    feet = ground(_along_border(along))[:, None, None] - 0.15
    heights = np.broadcast_to(feet + tall * up[:, None], shape)
    area = np.broadcast_to(tall * camera.lift * wide / (len(up) * len(over)), shape)
    sunny = np.clip(0.6 - 1.6 * over, 0, 1)[:, None]
    colours = np.array(_WOOD_SHADE) + (np.array(_WOOD_SUN) - np.array(_WOOD_SHADE)) * sunny
    colours = np.broadcast_to(colours, (*shape, 3))
    return Dots(places.reshape(-1, 2), heights.ravel(), area.ravel(), colours.reshape(-1, 3))


def _pennants(camera: Camera, ground: Heights) -> Dots:
    gap = _SPAN / (_PENNANTS + 1)
    middles = np.arange(0.0, 4 * SQUARE, gap)
    middles = middles[np.arange(len(middles)) % (_PENNANTS + 1) != 0]
    corners = camera.pixels(*_flown(middles, np.array((0, 0, 1.0)), np.array((1.0, -1, 0)), ground))
    corners = corners.reshape(-1, 3, 2)
    one, other = (corners[:, corner] - corners[:, 2] for corner in (0, 1))
    area = 0.5 * np.abs(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0])
    fine = max(4, round(np.sqrt(area.max()) / _SPACING))
    steps = (np.arange(fine) + 0.5) / fine
    out, side = (axis.ravel() for axis in np.meshgrid(steps, 2 * steps - 1))
    shares = (1 - out) / (1 - out).sum()
    cloth = np.array(_CLOTH)[np.arange(len(middles)) % len(_CLOTH)]
    colours = cloth[:, None] * (1.06 - 0.22 * out)[:, None]
    places, heights = _flown(middles, out, side * (1 - out), ground)
    areas = (area + 0.8)[:, None] * shares
    return Dots(places, heights, areas.ravel(), colours.reshape(-1, 3))


def _flown(
    middles: np.ndarray, out: np.ndarray, side: np.ndarray, ground: Heights
) -> tuple[np.ndarray, np.ndarray]:
    """Places (P * D, 2) and heights of points of pennants at `middles` (P,) along the border.

    Points (D,) lie `out` from the rope (0) to the tip (1), `side` from one end (-1) to the other.
    """
    half, hang, blown = _PENNANT
    along = (middles[:, None] + side * half).ravel()
    flutter = (0.8 + 0.2 * np.sin(middles * 1.7))[:, None]
    places = _along_border(along) + (out * blown * flutter).ravel()[:, None] * np.array(_WIND)
    drop = (out * hang * (1.25 - 0.5 * flutter)).ravel()
    return places, _tied(along, ground) - drop


def _shadow(dots: Dots, light: Light, ground: Heights) -> Dots:
    """The dots' shadows on the ground; `ground` near by stands for the ground that they reach."""
    east, south, up = light.unit
    above = dots.heights - ground(dots.places)
    places = dots.places - (above / up)[:, None] * np.array((east, south))
    return Dots(places, ground(places), dots.area, dots.colours)
