"""Draws the map of the journey: four stretches of desert at four hours of a day, with their trail.

Run after the painting has changed: python assets/make_map.py
Writes images/journey/1.jpg and so on, and journey.json, which tells where the trail runs and where
its stops are, all as shares of a picture's width and height.
"""

import json
import os
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"

import numpy as np
import pygame

from game.sim.dunes import Dunes, Swell
from game.sim.land import survey
from game.sim.landforms import Basin, Craters, Hill, Plateau
from game.sim.recipe import Recipe, grounded, heights_on
from game.sim.rim import Rim
from game.sim.walls import Ravine, Ridge
from game.ui.camera import Camera
from game.ui.draw import shade
from game.ui.draw.bake import bake
from game.ui.draw.light import Light
from game.ui.draw.paint import smooth
from game.ui.draw.soft import blurred

OUT = Path(__file__).parent / "images" / "journey"
SIZE = (1920, 1080)
# Where the stops lie, as shares of the picture: clear of panels even where its sides are cut off.
ACROSS = (0.205, 0.320, 0.442, 0.560, 0.678, 0.792)
DOWN = (
    (0.335, 0.550, 0.305, 0.515, 0.345, 0.555),
    (0.345, 0.520, 0.320, 0.555, 0.305, 0.525),
    (0.305, 0.530, 0.345, 0.555, 0.320, 0.520),
    (0.345, 0.555, 0.315, 0.520, 0.335, 0.545),
)
NO_RIM = Rim(height=0.0)


@dataclass(frozen=True)
class Stretch:
    """One picture: its land, its sun, and the colours of its hour."""

    parts: tuple
    light: Light
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)
    haze: tuple[int, int, int] = (255, 236, 200)
    haze_share: float = 0.0
    seed: int = 1
    night: bool = False


STRETCHES = (
    Stretch(
        (Swell(2.2, 60, 2, 3), Dunes(height=6.5, spacing=24, direction=35, seed=7),
         Hill(12, 4, 8, 20), Basin(70, 60, 4, 16)),
        Light(),
        seed=3,
    ),
    Stretch(
        (Swell(2.5, 50, 2, 11), Dunes(height=3.6, spacing=15, direction=60, seed=19),
         Plateau(24, 16, 16, 9, border=7), Plateau(80, 26, 18, 7, border=6), Hill(52, 2, 7, 12),
         Plateau(50, 96, 22, 5, border=9)),
        Light((-0.35, -0.42, 0.80)),
        tint=(1.04, 1.03, 1.02),
        haze_share=0.05,
        seed=5,
    ),
    Stretch(
        (Swell(2.5, 60, 2, 23), Dunes(height=5.0, spacing=20, direction=20, seed=31),
         Ravine(-10, 52, 112, 46, depth=7, to_depth=8, width=11),
         Ridge(8, 20, 90, 10, height=7, width=10)),
        Light((-0.80, -0.20, 0.42)),
        tint=(1.06, 0.86, 0.80),
        haze=(250, 130, 96),
        haze_share=0.12,
        seed=8,
    ),
    Stretch(
        (Swell(2.0, 60, 2, 41), Dunes(height=4.2, spacing=19, direction=50, seed=43),
         Craters(14, 4.5, 7, seed=4), Hill(90, 10, 9, 16)),
        Light((0.70, -0.30, 0.52)),
        tint=(0.46, 0.50, 0.86),
        haze=(40, 42, 104),
        haze_share=0.14,
        seed=13,
        night=True,
    ),
)  # fmt: skip


def main():
    """Draw every stretch, and note its trail."""
    pygame.display.init()
    pygame.display.set_mode((16, 16))
    OUT.mkdir(parents=True, exist_ok=True)
    shade.colour.pale = lambda channels, amount: None  # a map has no inside and outside
    noted = []
    for number, stretch in enumerate(STRETCHES, start=1):
        recipe = grounded(Recipe(stretch.parts, NO_RIM))
        picture = bake(
            survey(recipe), Camera(SIZE), contours="off", light=stretch.light,
            seed=stretch.seed, border=False,
        )  # fmt: skip
        pixels, stops = trail(picture, recipe, list(zip(ACROSS, DOWN[number - 1], strict=True)))
        rgb = picture.rgb.astype(np.float32)
        tread(rgb, pixels)
        rgb = at_its_hour(rgb, stretch, np.isnan(picture.row_of_pixel))
        shot = pygame.image.frombuffer(rgb.astype(np.uint8).tobytes(), SIZE, "RGB")
        pygame.image.save(shot, OUT / f"{number}.jpg")
        noted.append({"trail": shares(pixels), "stops": stops})
    (OUT / "journey.json").write_text(json.dumps(noted) + "\n")


def trail(picture, recipe, where):
    """The trail's pixels (N, 2) from edge to edge, and which of them are the stops."""
    points = [(-0.02, 0.44)]
    for stop, after in zip(where, [*where[1:], None], strict=True):
        points.append(stop)
        if after is not None:  # round bends, wider at the top than at the foot of a slope
            middle = ((stop[0] + after[0]) / 2, (stop[1] + after[1]) / 2)
            points.append((middle[0] + 0.006, middle[1] + 0.012))
    points.append((1.02, 0.42))
    scaled = [(x * SIZE[0], y * SIZE[1]) for x, y in points]
    inside = [(min(max(x, 0), SIZE[0] - 1), y) for x, y in scaled]
    places = [picture.place_at(pixel) for pixel in inside]
    steps = 24
    line = np.array(smooth(places, steps, closed=False))
    heights = np.array([heights_on(recipe, [x], [y])[0, 0] for x, y in line])
    pixels = picture.camera.pixels(line, heights)
    pixels[:steps, 0] = np.linspace(scaled[0][0], pixels[steps, 0], steps, endpoint=False)
    return pixels, [steps * (1 + 2 * at) for at in range(len(where))]


def tread(rgb, pixels):
    """A band of trodden sand along the trail, with a darker lower edge."""
    band = pygame.Surface(SIZE)
    for (x, y), (to_x, to_y) in pairwise(pixels):
        count = max(1, int(np.hypot(to_x - x, to_y - y) / 3))
        for step in range(count):
            cx, cy = x + (to_x - x) * step / count, y + (to_y - y) * step / count
            pygame.draw.ellipse(band, (255, 255, 255), (cx - 17, cy - 8, 34, 16))
    mask = pygame.surfarray.array_red(band).T.astype(np.float32) / 255
    mask = blurred(mask, 3)
    edge = np.clip(np.roll(mask, 5, axis=0) - mask, 0, 1)
    rgb *= 1 - 0.30 * edge[..., None]
    share = (0.44 * mask)[..., None]
    rgb[...] = rgb * (1 - share) + np.array((255, 240, 206), np.float32) * share


def at_its_hour(rgb, stretch, sky):
    """Colours of the hour, haze toward the horizon, at night stars and a moon."""
    rgb = rgb * np.array(stretch.tint, np.float32)
    rows = np.linspace(0, 1, SIZE[1], dtype=np.float32)[:, None, None]
    haze = stretch.haze_share * np.clip(1.9 - 2.4 * rows, 0, 1)
    rgb = rgb * (1 - haze) + np.array(stretch.haze, np.float32) * haze
    if stretch.night:
        rgb = np.where(sky[..., None], night_sky(rows), rgb)
    return np.clip(rgb, 0, 255)


def night_sky(rows):
    """Stars over a sky that pales toward the horizon, and a moon with its halo."""
    top, low = np.array((20, 22, 62), np.float32), np.array((96, 84, 150), np.float32)
    sky = np.broadcast_to(top + (low - top) * np.clip(rows * 6, 0, 1), (SIZE[1], SIZE[0], 3)).copy()
    chance = np.random.Generator(np.random.Philox(5))
    for x, y, bright in zip(chance.uniform(0, SIZE[0], 420), chance.uniform(0, 200, 420),
                            chance.uniform(0.2, 1, 420), strict=True):  # fmt: skip
        size = 2 if bright > 0.82 else 1
        spot = sky[int(y) : int(y) + size, int(x) : int(x) + size]
        spot += (255 - spot) * bright
    x, y = np.arange(SIZE[0])[None, :], np.arange(SIZE[1])[:, None]
    away = np.hypot(x - 1480, y - 92)
    halo = np.clip(1 - away / 190, 0, 1) ** 2
    bite = np.hypot(x - 1498, y - 82)
    moon = np.clip(40 - away, 0, 1) * np.clip(bite - 36, 0, 1)
    sky += (np.array((210, 210, 255), np.float32) - sky) * (0.45 * halo)[..., None]
    return sky + (np.array((255, 250, 226), np.float32) - sky) * moon[..., None]


def shares(pixels):
    """Pixels as shares of the picture, short enough to read."""
    return [[round(x / SIZE[0], 4), round(y / SIZE[1], 4)] for x, y in pixels.tolist()]


if __name__ == "__main__":
    main()
