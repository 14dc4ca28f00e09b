"""A player without a window: real pygame events in, scenes out."""

import time

import pygame

from game.settings import Settings
from game.store import Store
from game.ui.app import App
from game.ui.flow import FOLLOWING
from game.ui.scenes.journey import Journey
from game.ui.scenes.loading import Loading
from game.ui.scenes.title import Title
from game.ui.stage import Stage

FRAME_MS = 40.0


class Player:
    """Presses keys, moves the mouse, lets frames pass. Begins on the journey, all levels open."""

    def __init__(self, folder, size=(1280, 720), **settings):
        pygame.display.init()
        pygame.font.init()
        self.surface = pygame.display.set_mode(size)
        stage = Stage(Settings().changed(all_levels=True, **settings), Store(folder), size)
        self.app = App(stage, FOLLOWING, self.surface)
        self.app.push(Title(stage))
        self.app.push(Journey(stage))
        self.run(FRAME_MS)

    @property
    def scene(self):
        return self.app.scenes[-1] if self.app.scenes else None

    def run(self, ms):
        """Let so much time pass, frame by frame."""
        while ms > 0 and self.app.scenes:
            self.app.frame(FRAME_MS)
            ms -= FRAME_MS

    def key(self, *names, ms=FRAME_MS):
        """Press and release keys, one after the other."""
        for name in names:
            code = pygame.key.key_code(name)
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                self.app.offer(pygame.event.Event(kind, key=code, mod=0, unicode=""))
            self.run(ms)

    def click(self, pixel, ms=FRAME_MS):
        """Press and release the left mouse button."""
        self.point(pixel)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.app.offer(pygame.event.Event(kind, pos=pixel, button=1, touch=False))
        self.run(ms)

    def point(self, pixel):
        """Move the mouse."""
        self.app.offer(
            pygame.event.Event(
                pygame.MOUSEMOTION, pos=pixel, rel=(0, 0), buttons=(0, 0, 0), touch=False
            )
        )

    def drag(self, start, end):
        """Press at `start`, move to `end`, release."""
        self.point(start)
        self.app.offer(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1, touch=False))
        self.point(end)
        self.app.offer(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=end, button=1, touch=False))
        self.run(FRAME_MS)

    def load(self):
        """Wait until the land is ready."""
        for _ in range(3000):
            self.run(FRAME_MS)
            if not isinstance(self.scene, Loading):
                return
            time.sleep(0.01)  # the work is done in a thread of its own
        raise AssertionError("the level was never ready")

    def until(self, kind, ms=60_000):
        """Let time pass until a scene of this kind is on top."""
        while ms > 0 and not isinstance(self.scene, kind):
            self.run(200)
            ms -= 200
        assert isinstance(self.scene, kind), f"still {self.scene}"
