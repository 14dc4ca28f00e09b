"""Events as children, cats and broken cables make them, chosen by chance."""

import random
import string
from collections.abc import Callable
from typing import Any

import pygame

from game.ui.app import App
from game.ui.bindings import KEY_CODES
from game.ui.widgets.focus import ring_of

Event = pygame.event.Event
_KEYS = tuple(KEY_CODES.values())
_USUAL = tuple(
    KEY_CODES[name]
    for name in ("space", "return", "escape", "tab", "left", "right", "up", "down", "d", "p")
)
_MODS = (0, 0, 0, 0, pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL, pygame.KMOD_LALT, pygame.KMOD_RALT)
_TEXTS = (*string.ascii_letters, *string.digits, " ", "-", "é", "ß", "İ", "日", "مرحبا", "👩🏽‍🚀",
          "e\u0301",
          "\u202e", "\u200b", "x" * 300, "{}", "{0}", "%s", "")  # fmt: skip
_PLAIN = tuple(
    getattr(pygame, name)
    for name in (
        "WINDOWFOCUSLOST", "WINDOWFOCUSGAINED", "WINDOWLEAVE", "WINDOWENTER", "WINDOWMINIMIZED",
        "WINDOWRESTORED", "WINDOWEXPOSED", "WINDOWHIDDEN", "WINDOWSHOWN", "WINDOWCLOSE",
        "CLIPBOARDUPDATE", "USEREVENT", "RENDER_TARGETS_RESET",
    )
)  # fmt: skip


class Mischief:
    """Makes one event after the other, given the app that will get it."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._pixel = (0, 0)
        self._to_come: list[Event] = []  # such as the release of what was pressed
        self._kinds: dict[Callable[[App], Event], int] = {
            self._key: 30,
            self._text: 5,
            self._mouse: 36,
            self._wheel: 4,
            self._finger: 14,
            self._pad: 16,
            self._window: 3,
        }

    def event(self, app: App) -> Event:
        """The next event."""
        if self._to_come and self._chance.random() < 0.8:
            return self._to_come.pop(0)
        kinds = tuple(self._kinds)
        return self._chance.choices(kinds, tuple(self._kinds.values()))[0](app)

    def _key(self, app: App) -> Event:
        chance = self._chance
        code = chance.choice(_USUAL if chance.random() < 0.4 else _KEYS)
        if chance.random() < 0.02:
            code = chance.choice((0, 2**30 + 500, pygame.K_LSHIFT, pygame.K_CAPSLOCK))
        mod = chance.choice(_MODS)
        letter = chr(code) if 32 <= code < 127 else ""
        up, down = (
            Event(kind, key=code, mod=mod, unicode=letter, scancode=0)
            for kind in (pygame.KEYUP, pygame.KEYDOWN)
        )
        if chance.random() < 0.1:
            return up
        if letter and chance.random() < 0.8:
            self._to_come.append(Event(pygame.TEXTINPUT, text=letter))
        if chance.random() < 0.2:
            self._to_come.append(down)
        if chance.random() < 0.9:
            self._to_come.append(up)
        return down

    def _text(self, app: App) -> Event:
        said = self._chance.choice(_TEXTS)
        if self._chance.random() < 0.1:
            return Event(pygame.TEXTEDITING, text=said, start=0, length=len(said))
        return Event(pygame.TEXTINPUT, text=said)

    def _place(self, app: App) -> tuple[int, int]:
        """On something that can be pressed, or anywhere, or a little beside the canvas."""
        wide, tall = app.stage.canvas
        ring = ring_of(app.scenes[-1]) if app.scenes else None
        if ring is not None and ring.stops and self._chance.random() < 0.6:
            rect = self._chance.choice(ring.stops).rect
            x = self._chance.randint(rect.left, rect.right)
            self._pixel = (x, self._chance.randint(rect.top, rect.bottom))
        else:
            x, y = self._chance.randint(-3, wide + 3), self._chance.randint(-3, tall + 3)
            self._pixel = (x, y)
        return self._pixel

    def _mouse(self, app: App) -> Event:
        chance, button = self._chance, self._chance.choice((1, 1, 1, 1, 1, 1, 2, 3, 4, 7))
        imagined = chance.random() < 0.1
        pixel = self._place(app)
        move: dict[str, Any] = {"rel": (1, 1), "buttons": (0, 0, 0), "touch": imagined}
        match chance.randrange(8):
            case 0 | 1:
                return Event(pygame.MOUSEMOTION, pos=pixel, **move)
            case 2:
                return Event(pygame.MOUSEBUTTONUP, pos=pixel, button=button, touch=imagined)
        release = {"button": button, "touch": imagined}
        if chance.random() < 0.25:  # a drag
            end = self._place(app)
            self._to_come.append(Event(pygame.MOUSEMOTION, pos=end, **move))
        if chance.random() < 0.95:
            self._to_come.append(Event(pygame.MOUSEBUTTONUP, pos=self._pixel, **release))
        return Event(pygame.MOUSEBUTTONDOWN, pos=pixel, **release)

    def _wheel(self, app: App) -> Event:
        notches = self._chance.choice((-30, -3, -1, -1, 0, 1, 1, 3, 30))
        return Event(pygame.MOUSEWHEEL, x=self._chance.choice((-1, 0, 0, 1)), y=notches)

    def _finger(self, app: App) -> Event:
        wide, tall = app.stage.canvas
        chance, (x, y) = self._chance, self._place(app)
        glass = {"touch_id": chance.choice((1, 1, 1, 2, -1)), "finger_id": chance.choice((0, 0, 1))}
        glass |= {"dx": 0.0, "dy": 0.0, "pressure": 1.0, "x": x / wide, "y": y / tall}
        match chance.randrange(6):
            case 0:
                return Event(pygame.FINGERMOTION, **glass)
            case 1:
                return Event(pygame.FINGERUP, **glass)
        if chance.random() < 0.9:
            self._to_come.append(Event(pygame.FINGERUP, **glass))
        return Event(pygame.FINGERDOWN, **glass)

    def _pad(self, app: App) -> Event:
        chance, instance = self._chance, self._chance.choice((0, 0, 0, 1, 7))
        match chance.randrange(20):
            case 0:
                return Event(
                    pygame.CONTROLLERDEVICEADDED, device_index=chance.randrange(3), guid=""
                )
            case 1:
                return Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=instance)
            case 2 | 3 | 4 | 5:
                push = chance.choice((-32768, -20000, -9000, 0, 0, 0, 9000, 20000, 32767))
                axis = chance.randrange(7)
                return Event(
                    pygame.CONTROLLERAXISMOTION, instance_id=instance, axis=axis, value=push
                )
            case 6:
                return Event(pygame.JOYHATMOTION, instance_id=instance, hat=0, value=(0, 1))
        button = chance.randrange(22)
        up = Event(pygame.CONTROLLERBUTTONUP, instance_id=instance, button=button)
        if chance.random() < 0.9:
            self._to_come.append(up)
        return Event(pygame.CONTROLLERBUTTONDOWN, instance_id=instance, button=button)

    def _window(self, app: App) -> Event:
        kind = self._chance.choice((*_PLAIN, pygame.WINDOWRESIZED, pygame.VIDEORESIZE))
        if kind == pygame.WINDOWRESIZED:
            return Event(kind, x=self._chance.randrange(1, 4000), y=self._chance.randrange(1, 3000))
        if kind == pygame.VIDEORESIZE:
            return Event(kind, w=300, h=200, size=(300, 200))
        return Event(kind)
