"""Measuring the pictures: how long the bake takes, and the work of each frame of a walk."""

import os
import tempfile
import time
from pathlib import Path

import numpy as np
import pygame

from game import levels
from game.levels import Site
from game.settings import Settings
from game.store import Store
from game.ui.app import App
from game.ui.camera import Camera
from game.ui.draw.bake import Picture, bake
from game.ui.flow import FOLLOWING
from game.ui.outcomes import LevelReady
from game.ui.scenes.loading import prepare
from game.ui.scenes.play import Play
from game.ui.stage import Stage

CANVAS = (1280, 720)
_FRAME_MS = 1000.0 / 60.0
_AGAIN = 600  # frames after which the walk starts anew


def open_hidden(canvas: tuple[int, int] = CANVAS) -> pygame.Surface:
    """A window that nobody sees."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    return pygame.display.set_mode(canvas)


def bake_site(site: Site, canvas: tuple[int, int] = CANVAS) -> Picture:
    """The picture of a level, as the game bakes it."""
    return bake(site.land, Camera(canvas))


def play_frames(level: str, frames: int, canvas: tuple[int, int] = CANVAS) -> list[float]:
    """Milliseconds of work (events, update and drawing) of each frame of a scripted walk.

    The child walks, and from time to time the player drags nothing but presses keys: names,
    speed, pause. Nothing waits for the display.
    """
    surface = open_hidden(canvas)
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Settings(), Store(Path(home)), canvas)
        path = levels.find(level)
        ready = LevelReady(*prepare(path, canvas, stage.settings.contours, lambda *_: None))
        times: list[float] = []
        app = App(stage, FOLLOWING, surface)
        app.push(Play(stage, ready))
        for number in range(frames):
            for key in _pressed(number):
                pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
            if not app.scenes:
                break
            start = time.perf_counter()
            for event in pygame.event.get():
                app.offer(event)
            app.frame(_FRAME_MS)
            times.append((time.perf_counter() - start) * 1e3)
            pygame.display.flip()
    return times


def _pressed(frame: int) -> list[int]:
    """The script: run, change names now and then, start anew."""
    number = frame % _AGAIN
    if number == 0:
        return [pygame.K_r, pygame.K_RETURN] if frame else [pygame.K_RETURN]
    return {150: [pygame.K_n], 300: [pygame.K_PLUS], 450: [pygame.K_n]}.get(number, [])


def blit_times(count: int, canvas: tuple[int, int] = CANVAS) -> list[float]:
    """Milliseconds of each of `count` bare full-screen blits."""
    surface = open_hidden(canvas)
    picture = pygame.surfarray.make_surface(np.full((*canvas, 3), 128, np.uint8)).convert()
    times = []
    for _ in range(count):
        start = time.perf_counter()
        surface.blit(picture, (0, 0))
        times.append((time.perf_counter() - start) * 1e3)
        pygame.display.flip()
    return times
