"""A big coloured button that sinks when pressed, with its name and its key."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Colour, Theme, mixed
from game.ui.widgets import icons, shapes
from game.ui.widgets.widget import Widget, sentences

_SINK_MS = 130.0
_EDGE, _RIM, _RADIUS, _SOFT = 7, 3, 22, 6


def _nothing(*_: object) -> None:
    pass


@dataclass(frozen=True)
class Look:
    """The colours of one state of a button's face."""

    top: Colour
    bottom: Colour
    edge: Colour
    rim: Colour
    ink: Colour


class Button(Widget):
    """Calls `on_press` when pressed; a `reason` disables it, and then it calls `on_refused`."""

    focusable = True

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        label: str,
        on_press: Callable[[], None],
        *,
        colour: Colour | None = None,
        hint: str = "",
        icon: str = "",
        intent: Intent | None = None,
        on_refused: Callable[[str], None] = _nothing,
        tip: str = "",
    ) -> None:
        """`icon` names a drawing of `icons`; `hint` is the word for the key."""
        super().__init__(theme, rect)
        self.on_press, self.on_refused = on_press, on_refused
        self.intent = intent
        self._own_tip = self.tip = tip
        self._colour = colour or theme.palette.yellow
        self._said = (label, hint, icon)
        self._reason = ""
        self._selected = self._down = False
        self._sink_ms = 0.0

    @property
    def label(self) -> str:
        """The name on the button."""
        return self._said[0]

    @property
    def about(self) -> str:
        """What the button is for."""
        return self._own_tip

    @property
    def spoken(self) -> str:
        """The name, and what it does or why it cannot be used."""
        return sentences(self.label, self._reason or self._own_tip)

    @property
    def reason(self) -> str:
        """Why the button cannot be used now; "" where it can."""
        return self._reason

    @reason.setter
    def reason(self, reason: str) -> None:
        if reason != self._reason:
            self._reason = reason
            self.tip = reason or self._own_tip
            self._down = False
            self.changed()

    @property
    def selected(self) -> bool:
        """Whether the button stays down as the chosen one of several."""
        return self._selected

    @selected.setter
    def selected(self, selected: bool) -> None:
        if selected != self._selected:
            self._selected = selected
            self.changed()

    @property
    def sunk(self) -> bool:
        """Whether the button is drawn pressed down."""
        return self._down or self._sink_ms > 0 or self._selected

    def say(
        self, label: str | None = None, hint: str | None = None, icon: str | None = None
    ) -> None:
        """Change what is written on the button."""
        new = (label, hint, icon)
        said = tuple(old if n is None else n for old, n in zip(self._said, new, strict=True))
        if said != self._said:
            self._said = (said[0], said[1], said[2])
            self.changed()

    def press(self) -> None:
        """Press as a key does: sink for a moment, and act."""
        if self._reason:
            self.on_refused(self._reason)
            return
        self._sink_ms = _SINK_MS
        self.changed()
        self.on_press()

    def handle(self, signal: Signal) -> bool:
        """ACTIVATE presses."""
        if isinstance(signal, Act) and signal.intent is Intent.ACTIVATE:
            self.press()
            return True
        return False

    def point(self, point: Point) -> bool:
        """Press inside and let go inside; dragging off lets go of it unpressed."""
        if point.kind is Touch.WHEEL:
            return False
        inside = self.reaches(point.pixel)
        if point.kind is Touch.RELEASE:
            if self._down and inside:
                self._down = False
                self.press()
            self._set_down(False)
            return True
        if point.kind is Touch.PRESS and self._reason:
            self.on_refused(self._reason)
            return True
        self._set_down(inside and not self._reason)
        return True

    def update(self, elapsed_ms: float) -> None:
        """Come up again after a key press."""
        if self._sink_ms > 0:
            self._sink_ms -= elapsed_ms
            if self._sink_ms <= 0:
                self.changed()

    def _set_down(self, down: bool) -> None:
        if down != self._down:
            self._down = down
            self.changed()

    def _look(self) -> Look:
        palette, colour = self.theme.palette, self._colour
        if self._reason:
            dull = mixed(palette.panel_solid, palette.grey, 0.45)
            rim = mixed(palette.panel_solid, palette.grey, 0.9)
            return Look(dull, dull, mixed(dull, palette.ink, 0.5), rim, palette.cream)
        light = 0.62 if self._hovered and not self.sunk else 0.36
        top, edge = mixed(colour, palette.white, light), mixed(colour, palette.ink, 0.36)
        return Look(top, colour, edge, palette.white, palette.ink)

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        px, look = self.theme.px, self._look()
        soft, edge, radius = px(_SOFT), px(_EDGE), px(_RADIUS)
        w, h = self.rect.size
        picture = shapes.blank((w + 2 * soft, h + 2 * soft), self.theme.palette.ink)
        body = pygame.Rect(soft, soft, w, h - edge)
        picture.blit(shapes.shadow((w, h), radius, soft, self.theme.palette.shadow), (0, px(2)))
        picture.blit(shapes.rounded((w, h - edge), radius, look.edge), body.move(0, edge))
        if self.sunk:
            body.move_ip(0, edge - px(2))
        picture.blit(shapes.rounded(body.size, radius, look.rim), body)
        rim = px(_RIM)
        inner = body.inflate(-2 * rim, -2 * rim)
        picture.blit(shapes.shaded(inner.size, radius - rim, look.top, look.bottom), inner)
        if self._selected:
            picture.blit(shapes.frame(inner.size, radius - rim, px(3), look.ink), inner)
        self._paint_words(picture, inner.inflate(-px(10), -px(6)), look.ink)
        return picture, (self.rect.left - soft, self.rect.top - soft)

    def _paint_words(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        theme, (label, hint, icon) = self.theme, self._said
        size = theme.text_px(theme.sizes.hint)
        low, tall, most = hint, min(fonts.line_height(size), round(box.height * 0.42)), 1
        if self._reason:
            room = (box.width, round(box.height * 0.6))
            # A reason too long for the face is left to the tip.
            if fonts.fitted(self._reason, fonts.STRONG, size, theme.floor_px, room, 2).fits:
                low, tall, most = self._reason, room[1], 2
        if low:
            foot = pygame.Rect(box.left, box.bottom - tall, box.width, tall)
            self._write(picture, low, fonts.STRONG, size, ink, foot, (0.5, 0.5), most)
            box = pygame.Rect(box.left, box.top, box.width, box.height - tall)
        if icon:
            box = self._paint_icon(picture, box, ink)
        align = (0.0, 0.5) if icon else (0.5, 0.5)
        if label:
            size = theme.text_px(theme.sizes.button)
            self._write(picture, label, fonts.DISPLAY, size, ink, box, align, 2)

    def _paint_icon(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> pygame.Rect:
        """Draw the icon, and return the room beside it for the label."""
        theme, label = self.theme, self.label
        side = min(box.height, theme.px(30 if label else 36))
        if label:  # larger beside large words, where the button is wide
            side = max(side, min(theme.text_px(30), box.height * 3 // 4, box.width // 8))
        drawing = icons.icon(self._said[2], side, ink)
        if not label:
            picture.blit(drawing, drawing.get_rect(center=box.center))
            return box
        gap = theme.px(6)
        wide = side + gap + fonts.width(label, fonts.DISPLAY, theme.text_px(theme.sizes.button))
        left = box.left + max(0, (box.width - wide) // 2)
        picture.blit(drawing, drawing.get_rect(midleft=(left, box.centery)))
        start = left + side + gap
        return pygame.Rect(start, box.top, box.right - start, box.height)
