"""Puts the things of a scenery into a baked picture, with their shadows on the ground.

They are part of the picture, so a sharper picture shows them sharper.
"""

import numpy as np
import pygame

from game.ui.camera import Camera
from game.ui.draw.colour import haze_at
from game.ui.draw.dots import Dots, Heights, blend_dots, strewn
from game.ui.draw.fields import Fields
from game.ui.draw.light import Light
from game.ui.draw.props import prop
from game.ui.draw.scenery import Scenery, Thing
from game.ui.draw.tones import Tones, tones_of
from game.ui.kept import passing

_UNIT = 1280 / 132  # pixels per pace for which the pictures are drawn
_FAR, _NEAR = (-22.0, 0.0, 55.0), (0.5, 0.78, 1.0)  # y in paces -> size
_SHADOW_DEPTH = 0.46
_LONGEST = 1.35  # paces of shadow for a pace of height
_SLACK = 1.2  # paces of nearer land that hide nothing of what stands
_SHADE = np.array((0.56, 0.50, 0.66), np.float32)  # what is left of a thing's colours in shade
_OF_THE_LAND = {"stones": 0.5, "ruins": 0.4, "bushes": 0.15}  # so much of the sand's colour
_WARM = np.array((0.96, 0.94, 0.92), np.float32)


def draw_things(
    rgb: np.ndarray,
    row_of_pixel: np.ndarray,
    camera: Camera,
    scenery: Scenery,
    fields: Fields,
    light: Light,
    ground: Heights,
) -> None:
    """Draw the things in place into a picture (h, w, 3) of uint8, the farthest first.

    `ground` gives the heights (N,) of the land at places (N, 2).
    """
    if not scenery.things:
        return
    tones = tones_of(scenery.look)
    feet = np.array([thing.place for thing in scenery.things])
    pixels = camera.pixels(feet, ground(feet))
    seen = [_picture(thing, camera, light) for thing in scenery.things]
    suns = [_sun_at(fields, thing.place) for thing in scenery.things]
    _cast_shadows(rgb, row_of_pixel, camera, scenery.things, seen, suns, light, tones, ground)
    for thing, foot, (colours, alpha, anchor), sun in zip(
        scenery.things, pixels, seen, suns, strict=True
    ):
        tint = (_SHADE + (1 - _SHADE) * sun) * _daylight(tones)
        veil = float(haze_at(np.array([thing.place[1]], np.float32))[0])
        painted = _local(colours, thing.kind, tones) * tint
        painted += (np.array(tones.haze, np.float32) - painted) * veil
        _put(rgb, row_of_pixel, painted, alpha, anchor, foot, thing.place[1])


def _local(colours: np.ndarray, kind: str, tones: Tones) -> np.ndarray:
    """Rock that lies here is made of what the ground is made of, as light or dark as it was."""
    share = _OF_THE_LAND.get(kind, 0.0)
    if not share:
        return colours
    sand = np.array(tones.middle, np.float32)
    grey = colours.mean(-1, keepdims=True)
    return colours + (grey * sand / sand.mean() - colours) * np.float32(share)


def _daylight(tones: Tones) -> np.ndarray:
    """What the sun of this hour does to white: as much as it does to the sand's haze."""
    sun = np.array(tones.haze, np.float32)
    return _WARM * (0.72 + 0.28 * sun / sun.max())


def _picture(
    thing: Thing, camera: Camera, light: Light
) -> tuple[np.ndarray, np.ndarray, tuple[int, int]]:
    """Colours (h, w, 3), alpha (h, w) 0..1 and the foot (column, row) of a thing as seen."""
    size = thing.size * float(np.interp(thing.place[1], _FAR, _NEAR))
    scale = round(size * camera.across / _UNIT, 2)
    from_east = light.toward[0] > 0
    return _painted(thing.kind, thing.variant, max(0.15, scale), from_east)


@passing(maxsize=128)
def _painted(
    kind: str, variant: int, scale: float, mirrored: bool
) -> tuple[np.ndarray, np.ndarray, tuple[int, int]]:
    sprite = prop(kind, variant, scale, mirrored)
    colours = pygame.surfarray.array3d(sprite.surface).swapaxes(0, 1).astype(np.float32)
    alpha = pygame.surfarray.array_alpha(sprite.surface).T.astype(np.float32) / 255
    return colours, alpha, sprite.anchor


def _sun_at(fields: Fields, place: tuple[float, float]) -> float:
    """How much of the sun is seen at a place, 0..1."""
    row = int(np.clip(np.searchsorted(fields.rows, place[1]), 0, len(fields.rows) - 1))
    column = int(np.clip(np.searchsorted(fields.columns, place[0]), 0, len(fields.columns) - 1))
    return float(fields.layers[2][row, column])


def _put(
    rgb: np.ndarray,
    row_of_pixel: np.ndarray,
    colours: np.ndarray,
    alpha: np.ndarray,
    anchor: tuple[int, int],
    foot: np.ndarray,
    y: float,
) -> None:
    """Blend one thing in, without what nearer land hides of it."""
    left, top = round(foot[0]) - anchor[0], round(foot[1]) - anchor[1]
    height, width = row_of_pixel.shape
    rows = slice(max(top, 0), min(top + alpha.shape[0], height))
    columns = slice(max(left, 0), min(left + alpha.shape[1], width))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return
    part = (
        slice(rows.start - top, rows.stop - top),
        slice(columns.start - left, columns.stop - left),
    )
    # Below its foot nearer ground is seen all the time: there the row of the foot counts.
    sight = np.minimum(np.arange(rows.start, rows.stop), min(max(round(foot[1]), 0), height - 1))
    hidden = row_of_pixel[sight, columns] > y + _SLACK
    cover = np.where(hidden, 0, alpha[part])[..., None]
    under = rgb[rows, columns].astype(np.float32)
    rgb[rows, columns] = np.clip(under + (colours[part] - under) * cover, 0, 255)


def _cast_shadows(
    rgb: np.ndarray,
    row_of_pixel: np.ndarray,
    camera: Camera,
    things: tuple[Thing, ...],
    seen: list[tuple[np.ndarray, np.ndarray, tuple[int, int]]],
    suns: list[float],
    light: Light,
    tones: Tones,
    ground: Heights,
) -> None:
    """Lay the outline of each thing on the ground, away from the sun."""
    east, south, up = light.unit
    flat = float(np.hypot(east, south))
    long = min(flat / up, _LONGEST) / max(flat, 1e-6)
    places, areas = [], []
    for thing, (_, alpha, (foot_x, foot_y)), sun in zip(things, seen, suns, strict=True):
        rows, columns = np.nonzero(alpha > 0.3)
        tall = (foot_y - rows) / camera.across
        x = thing.place[0] + (columns - foot_x) / camera.across - tall * east * long
        y = thing.place[1] - tall * south * long
        places.append(np.column_stack((x, y)))
        # Taller parts throw a fainter and softer shadow.
        fading = np.clip(1 - tall / 11, 0.35, 1) * camera.down / camera.across
        areas.append(alpha[rows, columns] * sun * fading)
    spots, area = np.concatenate(places), np.concatenate(areas)
    dots = Dots(spots, ground(spots), area, np.broadcast_to(tones.shade, (len(spots), 3)))
    at, cover, _ = strewn(dots, row_of_pixel, camera)
    blend_dots(rgb, at, cover * np.float32(_SHADOW_DEPTH), np.array(tones.shade, np.float32))
