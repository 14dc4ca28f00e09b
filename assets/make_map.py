"""Draws the map of the journey: a stretch of desert for each chapter, with its trail.

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

from game.look import Look
from game.sim.dunes import Dunes, Swell
from game.sim.land import survey
from game.sim.landforms import Basin, Craters, Hill, Plateau
from game.sim.recipe import Recipe, grounded, heights_on
from game.sim.rim import Rim
from game.sim.walls import Ravine, Ridge
from game.ui.camera import Camera
from game.ui.draw import shade
from game.ui.draw.bake import bake
from game.ui.draw.paint import smooth
from game.ui.draw.scenery import Scenery, scattered
from game.ui.draw.soft import blurred

OUT = Path(__file__).parent / "images" / "journey"
SIZE, SAVED = (1920, 1080), (1600, 900)
NO_RIM = Rim(height=0.0)
# Where the stops lie, as shares of the picture: clear of panels even where its sides are cut off.
FOUR, FIVE = (0.225, 0.410, 0.590, 0.775), (0.205, 0.350, 0.500, 0.645, 0.790)
ENTRY, EXIT = (-0.02, 0.44), (1.02, 0.42)


@dataclass(frozen=True)
class Stretch:
    """One picture: its land, its look, and how far down its stops lie."""

    parts: tuple
    look: Look
    across: tuple[float, ...]
    down: tuple[float, ...]
    seed: int = 1
    night: bool = False


STRETCHES = (
    Stretch(  # first steps: friendly dunes with palms
        (Swell(2.2, 60, 2, 3), Dunes(height=6.5, spacing=24, direction=35, seed=7),
         Hill(12, 4, 8, 20), Basin(70, 60, 4, 16)),
        Look("gold", "morning", ("palms", "flowers", "tents")),
        FOUR, (0.345, 0.545, 0.320, 0.535),
        seed=3,
    ),
    Stretch(  # the right stride: short and long waves side by side
        (Swell(2.5, 50, 2, 11), Dunes(height=4.2, spacing=11, direction=60, seed=19),
         Plateau(24, 16, 16, 9, border=7), Plateau(80, 26, 18, 7, border=6), Hill(52, 2, 7, 12),
         Plateau(50, 96, 22, 5, border=9)),
        Look("olive", "noon", ("bushes", "cacti", "flowers")),
        FOUR, (0.535, 0.330, 0.545, 0.345),
        seed=5,
    ),
    Stretch(  # false treasures: many small hollows
        (Swell(2.0, 60, 2, 41), Dunes(height=3.4, spacing=19, direction=50, seed=43),
         Craters(16, 4.2, 6.5, seed=4), Hill(90, 10, 9, 16)),
        Look("rose", "afternoon", ("bones", "cacti", "palms")),
        FIVE, (0.335, 0.550, 0.310, 0.540, 0.345),
        seed=13,
    ),
    Stretch(  # hard ground: a canyon and cliffs of layered rock
        (Swell(2.5, 60, 2, 23), Dunes(height=4.0, spacing=20, direction=20, seed=31),
         Ravine(-10, 52, 112, 46, depth=7, to_depth=8, width=11),
         Ridge(8, 20, 90, 10, height=7, width=10), Plateau(84, 84, 16, 10, border=5)),
        Look("ember", "afternoon", ("stones", "bones", "bushes")),
        FIVE, (0.545, 0.330, 0.550, 0.315, 0.535),
        seed=8,
    ),
    Stretch(  # wise gear: a town of old, where the tools come from
        (Swell(2.6, 55, 2, 57), Dunes(height=5.0, spacing=27, direction=70, seed=61),
         Plateau(50, 40, 20, 6, border=10), Hill(88, 8, 8, 15), Hill(8, 12, 7, 14)),
        Look("copper", "dusk", ("ruins", "tents", "palms")),
        FIVE, (0.335, 0.545, 0.320, 0.550, 0.335),
        seed=21,
    ),
    Stretch(  # blindfold: by night
        (Swell(2.4, 60, 2, 71), Dunes(height=5.4, spacing=22, direction=40, seed=73),
         Basin(30, 70, 5, 14), Hill(70, 6, 9, 16)),
        Look("slate", "dawn", ("stones", "tents", "ruins")),
        FOUR, (0.545, 0.325, 0.540, 0.340),
        seed=34, night=True,
    ),
)  # fmt: skip
NIGHT = (0.50, 0.52, 0.86)  # what is left of the colours of day


def main():
    """Draw every stretch, and note its trail."""
    pygame.display.init()
    pygame.display.set_mode((16, 16))
    OUT.mkdir(parents=True, exist_ok=True)
    shade.colour.pale = lambda channels, amount: None  # a map has no inside and outside
    noted = []
    for number, stretch in enumerate(STRETCHES, start=1):
        recipe = grounded(Recipe(stretch.parts, NO_RIM))
        land, camera = survey(recipe), Camera(SIZE)
        look = {"contours": "off", "seed": stretch.seed, "border": False}
        bare = bake(land, camera, scenery=Scenery(stretch.look), **look)
        where = list(zip(stretch.across, stretch.down, strict=True))
        pixels, stops, line = trail(bare, recipe, where)
        things = scattered(stretch.look.props, land, clear_of(line, stops, land), stretch.seed)
        picture = bake(land, camera, scenery=Scenery(stretch.look, things), **look)
        rgb = picture.rgb.astype(np.float32)
        tread(rgb, pixels)
        if stretch.night:
            rgb = by_night(rgb, np.isnan(picture.row_of_pixel))
        shot = pygame.image.frombuffer(rgb.astype(np.uint8).tobytes(), SIZE, "RGB")
        shot = pygame.transform.smoothscale(shot, SAVED)
        pygame.image.save(shot, OUT / f"{number}.jpg")
        noted.append({"trail": shares(pixels), "stops": stops})
    (OUT / "journey.json").write_text(json.dumps(noted) + "\n")


def clear_of(line, stops, land):
    """What things keep clear of (N, 4): the trail, its stops, and the plates below these."""
    clear = [(x, y, 6.0) for x, y in line[::3]]
    for x, y in line[stops]:
        clear += [(x + east, y + south, 7.5) for east in (-7, 0, 7) for south in (-3, 6, 14)]
    clear = np.array(clear)
    inside = np.clip(clear[:, :2], 0, 100)
    return np.column_stack((clear[:, :2], land.terrain.height(inside), clear[:, 2]))


def trail(picture, recipe, where):
    """The trail from edge to edge: pixels (N, 2), which are stops, places (N, 2)."""
    points = [ENTRY]
    for stop, after in zip(where, [*where[1:], None], strict=True):
        points.append(stop)
        if after is not None:  # round bends, wider at the top than at the foot of a slope
            middle = ((stop[0] + after[0]) / 2, (stop[1] + after[1]) / 2)
            points.append((middle[0] + 0.006, middle[1] + 0.012))
    points.append(EXIT)
    scaled = [(x * SIZE[0], y * SIZE[1]) for x, y in points]
    inside = [(min(max(x, 0), SIZE[0] - 1), y) for x, y in scaled]
    places = [picture.place_at(pixel) for pixel in inside]
    steps = 24
    line = np.array(smooth(places, steps, closed=False))
    heights = np.array([heights_on(recipe, [x], [y])[0, 0] for x, y in line])
    pixels = picture.camera.pixels(line, heights)
    pixels[:steps, 0] = np.linspace(scaled[0][0], pixels[steps, 0], steps, endpoint=False)
    return pixels, [steps * (1 + 2 * at) for at in range(len(where))], line


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


def by_night(rgb, sky):
    """Colours of the night, with stars and a moon."""
    rows = np.linspace(0, 1, SIZE[1], dtype=np.float32)[:, None, None]
    rgb = rgb * np.array(NIGHT, np.float32)
    haze = 0.14 * np.clip(1.9 - 2.4 * rows, 0, 1)
    rgb = rgb * (1 - haze) + np.array((40, 42, 104), np.float32) * haze
    return np.clip(np.where(sky[..., None], night_sky(rows), rgb), 0, 255)


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
