"""Measuring the pictures: how long the bake takes, and the work of each frame of a walk."""

import os
import tempfile
import time
from pathlib import Path

import numpy as np
import pygame

from game.levels import Site
from game.settings import Settings
from game.store import Store
from game.ui.app import App
from game.ui.camera import Camera
from game.ui.draw.bake import Picture, bake
from game.ui.flow import FOLLOWING
from game.ui.outcomes import LevelChosen
from game.ui.scenes.play import Play
from game.ui.scenes.title import Title
from game.ui.stage import Stage

CANVAS = (1280, 720)
_FRAME_MS = 1000.0 / 60.0
_MOST_LOADING = 3000  # frames
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

    The level is made as in the game, by a thread beside the loading scene; those frames don't
    count. Then the child walks, and keys change names and speed. Nothing waits for the display.
    """
    surface = open_hidden(canvas)
    with tempfile.TemporaryDirectory() as home:
        app = App(Stage(Settings(), Store(Path(home)), canvas), FOLLOWING, surface)
        title = Title(app.stage)
        app.push(title)
        title.outcome = LevelChosen(level)
        _wait_for_play(app)
        times = [_frame_ms(app, _pressed(number)) for number in range(frames)]
        app.end()
    return times


def _wait_for_play(app: App) -> None:
    for _ in range(_MOST_LOADING):
        app.frame(_FRAME_MS)
        if isinstance(app.scenes[-1], Play):
            return
        pygame.display.flip()
        time.sleep(_FRAME_MS / 1e3)
    raise RuntimeError(f"the level never came: {app.stage.messages}")


def _frame_ms(app: App, keys: list[int]) -> float:
    for key in keys:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    start = time.perf_counter()
    for event in pygame.event.get():
        app.offer(event)
    app.frame(_FRAME_MS)
    took_ms = (time.perf_counter() - start) * 1e3
    pygame.display.flip()
    return took_ms


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
