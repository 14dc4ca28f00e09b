"""Game controllers: buttons, triggers and sticks -> intents, through SDL's controller mapping.

SDL knows the layout of most pads and names every button by its place; only what is printed on it
differs, and only for prompts. A stick pushed over and a trigger pulled are buttons here, so they
are bound and changed as all others. SDL tells of pads that come and go once `Pads.open` was called.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import pygame

from game.ui.signals import Act, Intent, Pressed, Signal, Unplugged

XBOX, PLAYSTATION, NINTENDO = "xbox", "playstation", "nintendo"
KINDS = (XBOX, PLAYSTATION, NINTENDO)

BUTTON_CODES: dict[str, int] = {
    "a": pygame.CONTROLLER_BUTTON_A,
    "b": pygame.CONTROLLER_BUTTON_B,
    "x": pygame.CONTROLLER_BUTTON_X,
    "y": pygame.CONTROLLER_BUTTON_Y,
    "back": pygame.CONTROLLER_BUTTON_BACK,
    "start": pygame.CONTROLLER_BUTTON_START,
    "leftstick": pygame.CONTROLLER_BUTTON_LEFTSTICK,
    "rightstick": pygame.CONTROLLER_BUTTON_RIGHTSTICK,
    "leftshoulder": pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
    "rightshoulder": pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,
    "dpup": pygame.CONTROLLER_BUTTON_DPAD_UP,
    "dpdown": pygame.CONTROLLER_BUTTON_DPAD_DOWN,
    "dpleft": pygame.CONTROLLER_BUTTON_DPAD_LEFT,
    "dpright": pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
}
_BUTTON_NAMES = {code: name for name, code in BUTTON_CODES.items()}
_TRIGGERS = {
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: "lefttrigger",
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: "righttrigger",
}
_STICKS = {  # axis -> stick, 0 for across and 1 for down
    pygame.CONTROLLER_AXIS_LEFTX: ("left", 0),
    pygame.CONTROLLER_AXIS_LEFTY: ("left", 1),
    pygame.CONTROLLER_AXIS_RIGHTX: ("right", 0),
    pygame.CONTROLLER_AXIS_RIGHTY: ("right", 1),
}
_WAYS = ("left", "right", "up", "down")
_STICK_NAMES = tuple(f"{stick}stick-{way}" for stick in ("left", "right") for way in _WAYS)
BUTTON_NAMES = frozenset((*BUTTON_CODES, *_TRIGGERS.values(), *_STICK_NAMES))

DEFAULT_PAD_BINDINGS: dict[Intent, tuple[str, ...]] = {
    Intent.ACTIVATE: ("a",),
    Intent.BACK: ("b",),
    Intent.STEP: ("x",),
    Intent.RUN: ("y",),
    Intent.GUST: ("leftshoulder",),
    Intent.LEAP: ("rightshoulder",),
    Intent.DIG: ("rightstick",),  # ends the walk, so no button that is pressed by mistake
    Intent.REWIND: ("back",),
    Intent.PAUSE: ("start",),
    Intent.SLOWER: ("lefttrigger",),
    Intent.FASTER: ("righttrigger",),
    Intent.TOOLS: ("rightstick-right",),
    Intent.WHERE: ("rightstick-left",),
    Intent.ZOOM_IN: ("rightstick-up",),
    Intent.ZOOM_OUT: ("rightstick-down",),
    Intent.HELP: ("leftstick",),
    Intent.LEFT: ("dpleft", "leftstick-left"),
    Intent.RIGHT: ("dpright", "leftstick-right"),
    Intent.UP: ("dpup", "leftstick-up"),
    Intent.DOWN: ("dpdown", "leftstick-down"),
}

_FULL = 32767
# Pushed over at half way, back only at a third: a resting or trembling stick does nothing.
_OVER, _BACK = 0.5, 0.35
_LEAN = 1.3  # how much nearer the other way must be before a stick changes from one to it
_REPEAT_AFTER_MS, _REPEAT_EVERY_MS = 350.0, 90.0
_VENDORS = {"4c05": PLAYSTATION, "7e05": NINTENDO}  # bytes 4 and 5 of SDL's guid


def kind_of(guid: str, name: str = "") -> str:
    """Which of KINDS a pad is, by its maker in SDL's `guid`, or else by its name."""
    if guid[8:12].lower() in _VENDORS:
        return _VENDORS[guid[8:12].lower()]
    said = name.lower()
    if any(word in said for word in ("playstation", "dualshock", "dualsense", "sony", "ps3")):
        return PLAYSTATION
    if any(word in said for word in ("ps4", "ps5")):
        return PLAYSTATION
    return NINTENDO if any(word in said for word in ("nintendo", "joy-con")) else XBOX


@dataclass
class _Pad:
    """One pad that is plugged in, or was heard of."""

    kind: str = XBOX
    device: object = None  # SDL closes a pad that nobody keeps
    held: dict[str, float] = field(default_factory=dict)  # name -> ms until it repeats
    axes: dict[str, list[float]] = field(
        default_factory=lambda: {"left": [0.0, 0.0], "right": [0.0, 0.0]}
    )
    ways: dict[str, str] = field(default_factory=lambda: {"left": "", "right": ""})


class Pads:
    """All pads at once: any of them plays. `kind` is that of the one used last."""

    def __init__(self, repeating: frozenset[Intent]) -> None:
        """`repeating` are the intents that go on while a button is held."""
        self.listening = False
        self.kind = XBOX
        self._repeating = repeating
        self._pads: dict[int, _Pad] = {}
        self._opened = False
        self._used: int | None = None
        self._meanings: dict[str, tuple[Intent, ...]] = {}

    def bind(self, table: Mapping[Intent, tuple[str, ...]]) -> None:
        """Play by `table` from now on."""
        self._meanings = {}
        for intent in Intent:
            for name in table.get(intent, ()):
                self._meanings[name] = (*self._meanings.get(name, ()), intent)

    def open(self) -> None:
        """Ask SDL for pads; those that are plugged in are told of by events.

        Costs some milliseconds (more where a driver is slow), so only after the first frame.
        """
        try:
            from pygame._sdl2 import controller

            controller.init()
            self._opened = True
        except (ImportError, pygame.error):
            return  # a system without pads: nothing to tell

    def close(self) -> None:
        """Let go of all pads."""
        self._pads.clear()
        self._used = None
        if self._opened:
            from pygame._sdl2 import controller

            self._opened = False
            controller.quit()  # what pygame.quit leaves behind would tell of no pads next time

    def read(self, event: pygame.event.Event) -> tuple[Signal, ...] | None:
        """What a pad's event means; None where nobody did anything with a pad."""
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return self._down(event.instance_id, _BUTTON_NAMES.get(event.button, ""))
        if event.type == pygame.CONTROLLERBUTTONUP:
            self._pad(event.instance_id).held.pop(_BUTTON_NAMES.get(event.button, ""), None)
        elif event.type == pygame.CONTROLLERAXISMOTION:
            return self._axis(event)
        elif event.type == pygame.CONTROLLERDEVICEADDED:
            self._plugged(event)
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._pads.pop(event.instance_id, None)
            if event.instance_id == self._used:
                self._used = None
                return (Unplugged(),)
        return None

    def release(self) -> None:
        """Nothing is held any more, as when the window loses the focus."""
        for pad in self._pads.values():
            pad.held.clear()

    def tick(self, elapsed_ms: float) -> tuple[Signal, ...]:
        """Let time pass; what is held repeats."""
        due: list[Signal] = []
        for pad in self._pads.values():
            for name in pad.held:
                pad.held[name] -= elapsed_ms
                if pad.held[name] <= 0 and not self.listening:
                    pad.held[name] = _REPEAT_EVERY_MS
                    due += self._acts(name, repeated=True)
        return tuple(due)

    def _pad(self, instance: int) -> _Pad:
        return self._pads.setdefault(instance, _Pad())

    def _acts(self, name: str, repeated: bool) -> list[Signal]:
        intents = self._meanings.get(name, ())
        return [
            Act(intent, repeated, "pad")
            for intent in intents
            if not repeated or intent in self._repeating
        ]

    def _down(self, instance: int, name: str) -> tuple[Signal, ...] | None:
        pad = self._pad(instance)
        if not name or name in pad.held:
            return None
        self._used, self.kind = instance, pad.kind
        pad.held[name] = _REPEAT_AFTER_MS
        if self.listening:
            return (Pressed("pad", name),)
        return tuple(self._acts(name, repeated=False))

    def _axis(self, event: pygame.event.Event) -> tuple[Signal, ...] | None:
        pad, share = self._pad(event.instance_id), event.value / _FULL
        if event.axis in _TRIGGERS:
            name = _TRIGGERS[event.axis]
            if share < _BACK:
                pad.held.pop(name, None)
            return self._down(event.instance_id, name) if share > _OVER else None
        if event.axis not in _STICKS:
            return None
        stick, which = _STICKS[event.axis]
        pad.axes[stick][which] = share
        way = _way(*pad.axes[stick], pad.ways[stick])
        if way == pad.ways[stick]:
            return None
        pad.held.pop(f"{stick}stick-{pad.ways[stick]}", None)
        pad.ways[stick] = way
        return self._down(event.instance_id, f"{stick}stick-{way}") if way else None

    def _plugged(self, event: pygame.event.Event) -> None:
        guid = getattr(event, "guid", "")
        try:
            from pygame._sdl2 import controller

            device = controller.Controller(event.device_index)
            instance, name = device.as_joystick().get_instance_id(), device.name or ""
        except (ImportError, pygame.error, ValueError, SystemError):
            return  # gone again already
        if instance not in self._pads:
            self._pads[instance] = _Pad(kind_of(guid, name), device)


def _way(across: float, down: float, before: str) -> str:
    """Where a stick points, "" in its dead zone; it holds on a little to where it was `before`."""
    if math.hypot(across, down) < (_BACK if before else _OVER):
        return ""
    flat, steep = abs(across), abs(down)
    if before in ("left", "right"):
        flat *= _LEAN
    elif before:
        steep *= _LEAN
    if flat >= steep:
        return "left" if across < 0 else "right"
    return "up" if down < 0 else "down"
