"""Mouse and fingers -> points, each touch once however SDL tells it.

SDL tells a finger twice, as itself and as a mouse that it imagines, unless a hint in the player's
environment switches one of them off or makes fingers of the mouse. Whichever of the two tells a
press first owns that touch until it is let go; the other one is not heard. So it counts once
with every hint, and a second finger does nothing.
"""

import pygame

from game.ui.signals import NOWHERE, Point, Signal, Touch

_KINDS = {
    pygame.MOUSEBUTTONDOWN: Touch.PRESS,
    pygame.MOUSEBUTTONUP: Touch.RELEASE,
    pygame.MOUSEMOTION: Touch.MOVE,
    pygame.FINGERDOWN: Touch.PRESS,
    pygame.FINGERUP: Touch.RELEASE,
    pygame.FINGERMOTION: Touch.MOVE,
}
_FINGERS = (pygame.FINGERDOWN, pygame.FINGERUP, pygame.FINGERMOTION)
_BUTTONS = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
_MOUSE_AS_FINGER = -1  # SDL_MOUSE_TOUCHID
_IMAGINED = "imagined"


class Pointer:
    """Where the mouse is, and which finger touches the glass."""

    def __init__(self) -> None:
        self._pixel = NOWHERE
        self._owner: object = None  # of the touch under way: a finger, or _IMAGINED
        self._pressed = False  # the mouse's own button

    def read(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        """The point that `event` makes, or ()."""
        if event.type in _FINGERS:
            return self._finger(event)
        if event.type in _KINDS:
            if event.type in _BUTTONS and event.button != 1:
                return ()
            if getattr(event, "touch", False):
                return self._touch(_KINDS[event.type], event.pos, _IMAGINED)
            return self._mouse(event)
        if event.type == pygame.MOUSEWHEEL and event.y:
            return (Point(Touch.WHEEL, self._pixel, event.y),)
        if event.type == pygame.WINDOWLEAVE:
            return (Point(Touch.MOVE, NOWHERE, moved=False),)
        return ()

    def release(self) -> tuple[Signal, ...]:
        """Let go of what is held without pressing it, as when the window loses the focus."""
        held, device = self._pressed or self._owner is not None, "touch" if self._owner else "mouse"
        self._pressed, self._owner = False, None
        return (Point(Touch.RELEASE, NOWHERE, device=device),) if held else ()

    def _mouse(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        if self._owner is not None:
            return ()  # one hand at a time
        kind, pixel = _KINDS[event.type], event.pos
        self._pixel = pixel
        if kind is Touch.RELEASE and not self._pressed:
            return ()  # let go of elsewhere already
        if kind is not Touch.MOVE:
            self._pressed = kind is Touch.PRESS
        # SDL tells where a mouse rests when a window comes to lie under it.
        rests = kind is Touch.MOVE and tuple(event.rel) == (0, 0)
        return (Point(kind, pixel, moved=not rests),)

    def _finger(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        window = pygame.display.get_surface()
        if event.touch_id == _MOUSE_AS_FINGER or window is None:
            return ()
        wide, tall = window.get_size()
        # A finger at the very edge is at 1.0, which is one pixel beyond.
        pixel = (min(int(event.x * wide), wide - 1), min(int(event.y * tall), tall - 1))
        return self._touch(_KINDS[event.type], pixel, (event.touch_id, event.finger_id))

    def _touch(self, kind: Touch, pixel: tuple[int, int], owner: object) -> tuple[Signal, ...]:
        if kind is Touch.PRESS and self._owner is None and not self._pressed:
            self._owner = owner
        elif owner != self._owner or kind is Touch.PRESS:
            return ()  # told already, or another finger
        if kind is Touch.RELEASE:
            self._owner = None
        return (Point(kind, pixel, device="touch"),)
