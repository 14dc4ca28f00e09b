"""A canvas, a theme, and a player's hands that post real events."""

import pygame
import pytest

from game.ui.keys import Keys
from game.ui.theme import Theme

CANVAS = (1280, 720)


class Hands:
    """Sends pygame events through the keys to one widget ring, as the app does."""

    def __init__(self, ring):
        self.ring, self.keys = ring, Keys()

    def send(self, *events):
        used = []
        for event in events:
            pygame.event.post(event)
        for event in pygame.event.get():
            used.append(any(self.ring.handle(signal) for signal in self.keys.read(event)))
        return any(used)

    def key(self, code, times=1, mod=0):
        used = False
        for _ in range(times):
            down = pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")
            used = self.send(down, pygame.event.Event(pygame.KEYUP, key=code, mod=mod))
        return used

    def move(self, pixel):
        buttons = (0, 0, 0)
        return self.send(
            pygame.event.Event(pygame.MOUSEMOTION, pos=pixel, rel=(0, 0), buttons=buttons)
        )

    def press(self, pixel):
        return self.send(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pixel, button=1))

    def release(self, pixel):
        return self.send(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=pixel, button=1))

    def click(self, pixel):
        self.move(pixel)
        self.press(pixel)
        return self.release(pixel)

    def wheel(self, pixel, notches):
        self.move(pixel)
        return self.send(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notches))


@pytest.fixture
def surface():
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(CANVAS)
    pygame.event.clear()
    return surface


@pytest.fixture
def theme(surface):
    return Theme(CANVAS)


@pytest.fixture
def hands():
    return Hands
