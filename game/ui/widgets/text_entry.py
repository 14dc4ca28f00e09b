"""A line to write on: by keyboard, or by whoever calls `write` and `erase`, such as letter buttons.

A key that types a letter may also be bound to a wish: Z rewinds, Space steps. The entry therefore
waits with what a key wishes until it is clear that the same key has typed nothing: the system
reports the text right after the key, so that by the next `update` both have come.
"""

from collections.abc import Callable

import pygame

from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch, Typed
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.widget import Widget

_RIM, _PAD, _RADIUS = 3, 18, 18
_BLINK_MS = 530.0
# What is not held back: nobody types with these, and a way out must never wait.
_PASSING = frozenset({Intent.BACK, Intent.FULL_SCREEN})


class TextEntry(Widget):
    """Calls `on_change` with the text whenever it changes, and `on_done` when Enter is pressed.

    `on_open` is for those who have no keyboard: a finger, a controller or a switch pressed here.
    `hand_on` is given what a key meant to others, such as an arrow, once it has typed nothing.
    """

    focusable = True
    keeps_focus = True
    types = True  # letters are written here: what their keys are bound to has to wait

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        text: str,
        *,
        longest: int,
        invitation: str = "",
        on_change: Callable[[str], None] = lambda text: None,
        on_done: Callable[[], None] = lambda: None,
        on_open: Callable[[], None] = lambda: None,
        hand_on: Callable[[Act], object] = lambda act: None,
    ) -> None:
        """At most `longest` letters; `invitation` stands there while nothing else does."""
        super().__init__(theme, rect)
        self._text, self._longest, self._invitation = text, longest, invitation
        self.on_change, self.on_done, self.hand_on = on_change, on_done, hand_on
        self.on_open = on_open
        self.blinks = True
        self.suggested = False  # what stands there is a proposal: the first letter replaces it
        self._waiting: list[Act] = []
        self._handing_on = False
        self._time_ms = 0.0

    @property
    def text(self) -> str:
        """What is written."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.changed()
            self.on_change(text)

    @property
    def spoken(self) -> str:
        """What is written, or the invitation to."""
        return self._text or self._invitation

    def write(self, text: str) -> None:
        """Add `text` as far as there is room, without what can't be seen."""
        new = "".join(letter for letter in text if letter.isprintable())
        if self.suggested and new.strip():
            self.suggested, self._text = False, ""
        if not self._text:
            new = new.lstrip()
        if new:
            self.text = (self._text + new)[: self._longest]

    def erase(self) -> None:
        """Take the last letter away."""
        self.text = "" if self.suggested else self._text[:-1]
        self.suggested = False

    def press(self) -> None:
        """Pressed by what is no keyboard."""
        self.on_open()

    def point(self, point: Point) -> bool:
        """A finger opens, since it can't type; a mouse only brings the keys here."""
        if point.kind is Touch.RELEASE and point.device == "touch" and self.reaches(point.pixel):
            self.on_open()
        return point.kind is not Touch.WHEEL

    def handle(self, signal: Signal) -> bool:
        """Write what is typed; hold back what keys wish until it is clear what they mean."""
        if isinstance(signal, Typed):
            if self._waiting:
                self._waiting.pop()
            self.write(signal.text)
            return True
        if not isinstance(signal, Act) or self._handing_on or signal.intent in _PASSING:
            return False
        if signal.device != "keyboard":
            return self._mean(signal)
        self._waiting.append(signal)
        return True

    def update(self, elapsed_ms: float) -> None:
        """Do what the keys meant that have typed nothing, and let the caret blink."""
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            if not self._mean(act):
                self._handing_on = True
                self.hand_on(act)
                self._handing_on = False
        before = self._caret_lit
        self._time_ms += elapsed_ms
        if self._caret_lit != before:
            self.changed()

    def _mean(self, act: Act) -> bool:
        if act.intent is Intent.REWIND:
            self.erase()
        elif act.intent in (Intent.ACTIVATE, Intent.RUN):
            (self.on_done if act.device == "keyboard" else self.on_open)()
        else:
            return False
        return True

    @property
    def _caret_lit(self) -> bool:
        return not self.blinks or self._time_ms % (2 * _BLINK_MS) < _BLINK_MS

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        px, palette = self.theme.px, self.theme.palette
        picture = shapes.rounded(self.rect.size, px(_RADIUS), palette.ink).copy()
        rim = px(_RIM)
        inner = picture.get_rect().inflate(-2 * rim, -2 * rim)
        picture.blit(shapes.rounded(inner.size, px(_RADIUS - _RIM), palette.cream), inner)
        box = inner.inflate(-2 * px(_PAD), -px(8))
        size = self.theme.text_px(self.theme.sizes.title)
        if not self._text:
            low = self.theme.text_px(self.theme.sizes.body)
            self._write(picture, self._invitation, fonts.BODY, low, palette.ink, box, (0.5, 0.5), 2)
            return picture, self.rect.topleft
        room = (box.width - px(14), box.height)
        layout = fonts.fitted(self._text, fonts.DISPLAY, size, self.theme.floor_px, room)
        self._fits = self._fits and layout.fits
        fonts.draw(picture, layout, fonts.DISPLAY, palette.ink, box, (0.5, 0.5))
        if self._caret_lit:
            wide = fonts.width(layout.lines[0], fonts.DISPLAY, layout.pixels)
            caret = pygame.Rect(0, 0, px(3), layout.pixels)
            caret.midleft = (box.centerx + wide // 2 + px(5), box.centery)
            picture.fill(palette.ink, caret)
        return picture, self.rect.topleft
