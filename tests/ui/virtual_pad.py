"""Pads that SDL itself takes for real: its virtual joysticks, through its own mapping."""

import contextlib
import ctypes
from pathlib import Path

import pygame

XBOX, PLAYSTATION, NINTENDO = (0x045E, 0x02FD), (0x054C, 0x0CE6), (0x057E, 0x2009)
_GAME_CONTROLLER, _AXES, _BUTTONS = 1, 6, 15


class _Description(ctypes.Structure):
    """SDL_VirtualJoystickDesc, version 1."""

    _fields_ = (
        *((name, ctypes.c_uint16) for name in ("version", "type", "axes", "buttons", "hats")),
        *((name, ctypes.c_uint16) for name in ("vendor", "product", "padding")),
        *((name, ctypes.c_uint32) for name in ("button_mask", "axis_mask")),
        ("name", ctypes.c_char_p),
        *((f"callback{i}", ctypes.c_void_p) for i in range(7)),
    )


def library() -> ctypes.CDLL | None:
    """The very SDL that pygame uses, or None where it cannot be reached."""
    with contextlib.suppress(OSError, AttributeError):
        lines = Path("/proc/self/maps").read_text().splitlines()
        found = next((line.split()[-1] for line in lines if "libSDL2-2" in line), None)
        if found is not None:
            sdl = ctypes.CDLL(found)
            sdl.SDL_JoystickFromInstanceID.restype = ctypes.c_void_p
            _ = sdl.SDL_JoystickAttachVirtualEx
            return sdl
    return None


class VirtualPad:
    """Plugged in when made; `pull` takes it out again."""

    def __init__(self, sdl: ctypes.CDLL, ids: tuple[int, int] = XBOX, name: str = "Pad") -> None:
        self._sdl = sdl
        self._said = name.encode()
        description = _Description(
            1, _GAME_CONTROLLER, _AXES, _BUTTONS, 0, *ids, 0, 0, 0, self._said
        )
        self._index = sdl.SDL_JoystickAttachVirtualEx(ctypes.byref(description))
        assert self._index >= 0
        self.instance = sdl.SDL_JoystickGetDeviceInstanceID(self._index)

    def hold(self, button: int, down: bool = True) -> None:
        """Press a button or let it go."""
        self._sdl.SDL_JoystickSetVirtualButton(self._joystick(), button, int(down))

    def push(self, axis: int, value: int) -> None:
        """Move an axis, -32768..32767."""
        self._sdl.SDL_JoystickSetVirtualAxis(self._joystick(), axis, ctypes.c_int16(value))

    def pull(self) -> None:
        """Out of its socket."""
        self._sdl.SDL_JoystickDetachVirtual(self._index)

    def _joystick(self) -> ctypes.c_void_p:
        found = self._sdl.SDL_JoystickFromInstanceID(self.instance)
        assert found, "nobody has opened this pad"
        return ctypes.c_void_p(found)


def events() -> list[pygame.event.Event]:
    """What SDL has to tell."""
    return pygame.event.get()
