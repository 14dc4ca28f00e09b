"""Draws the pictures that the game ships: the title's desert and a small view of each level.

Run after a level or the painting has changed: python assets/make_images.py
"""

import os
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from game import levels
from game.sim.generator import generate
from game.sim.land import survey
from game.ui.camera import Camera
from game.ui.draw.bake import bake
from game.ui.draw.scenery import scenery_of

IMAGES = Path(__file__).parent / "images"
TITLE_SEED, TITLE_SIZE = 12, (1920, 1080)
VIEW = pygame.Rect(60, 20, 1040, 585)
LEVEL_SIZE = (320, 180)


def painted(land, camera, **how):
    """The baked land as a surface."""
    rgb = bake(land, camera, **how).rgb
    return pygame.image.frombuffer(rgb.tobytes(), rgb.shape[1::-1], "RGB")


def hidden(shot, sight):
    """A view of a level whose land the walk hides: it must not be seen on the map either."""
    if sight == "clear":
        return shot
    coarse = pygame.transform.smoothscale(shot, (10, 6))
    veiled = pygame.transform.smoothscale(coarse, shot.get_size())
    if sight == "blindfold":
        veiled.fill((70, 60, 104), special_flags=pygame.BLEND_RGB_MULT)
    return veiled


def main():
    pygame.display.init()
    pygame.display.set_mode((16, 16))
    (IMAGES / "levels").mkdir(parents=True, exist_ok=True)
    land = survey(generate(TITLE_SEED).recipe)
    pygame.image.save(
        painted(land, Camera(TITLE_SIZE), contours="off", seed=TITLE_SEED, border=False),
        IMAGES / "title.jpg",
    )
    for old in (IMAGES / "levels").glob("*.jpg"):  # of levels that are called otherwise now
        old.unlink()
    for path in levels.shipped():
        site = levels.build(levels.read(path))
        look = scenery_of(site)
        view = painted(
            site.land, Camera((1280, 720)), contours="off", scenery=look, seed=site.level.number
        )
        # The square with its sky, without the foreground that panels cover.
        small = pygame.transform.smoothscale(view.subsurface(VIEW), LEVEL_SIZE)
        small = hidden(small, site.level.sight)
        pygame.image.save(small, IMAGES / "levels" / f"{path.stem}.jpg")


if __name__ == "__main__":
    main()
