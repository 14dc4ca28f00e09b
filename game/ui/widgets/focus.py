"""Which widget the keys speak to, and which one the pointer means.

The ring knows only signals, so a pad's cross (arrows and ACTIVATE) and one-button scanning
(`move(1)` by a clock, ACTIVATE by the button) need nothing new here.
"""

from collections.abc import Iterable

import pygame

from game.ui.signals import NOWHERE, Act, Intent, Point, Signal, Touch
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.tip import Tip, near
from game.ui.widgets.widget import Widget

_ARROWS = {
    Intent.LEFT: (-1, 0),
    Intent.RIGHT: (1, 0),
    Intent.UP: (0, -1),
    Intent.DOWN: (0, 1),
}
_TURNS = {Intent.NEXT_FOCUS: 1, Intent.PREVIOUS_FOCUS: -1}
_TIP_AFTER_MS = 500.0
_SIDEWAYS_COSTS = 3.0


class FocusRing:
    """The widgets of one screen in the order of Tab; draws them, their outline and the tip."""

    def __init__(self, theme: Theme, widgets: Iterable[Widget]) -> None:
        self.theme = theme
        self.widgets = list(widgets)
        self.current: Widget | None = None
        self.shown = False
        self.tips = True  # whether bubbles may cover what lies around a widget
        self.heading = ""  # what a voice says when it opens, where no title panel says it
        self._held: Widget | None = None
        self._hovered: Widget | None = None
        self._hovered_ms = 0.0
        self._tip = Tip(theme)
        self._told_in: pygame.Rect | None = None

    @property
    def fits(self) -> bool:
        """Whether all text of all visible widgets lies in its box."""
        return all(widget.fits for widget in self.widgets if widget.visible)

    @property
    def taken(self) -> list[pygame.Rect]:
        """What was drawn last covers these boxes: all widgets, and the tip."""
        boxes = [widget.rect for widget in self.widgets if widget.visible]
        return boxes if self._told_in is None else [*boxes, self._told_in]

    @property
    def stops(self) -> list[Widget]:
        """The widgets that the outline can stand on, in order."""
        return [widget for widget in self.widgets if widget.focusable and widget.visible]

    def focus(self, widget: Widget | None, shown: bool = True) -> None:
        """Give the keys to `widget`; `shown` draws the outline."""
        self.current = widget
        self.shown = shown and widget is not None

    def move(self, turns: int) -> None:
        """Go to the next (1) or previous (-1) stop, round and round."""
        stops = self.stops
        if not stops:
            return
        if self.current in stops:
            at = stops.index(self.current) + turns if self.shown else stops.index(self.current)
        else:
            at = 0 if turns > 0 else -1
        self.focus(stops[at % len(stops)])

    def press(self) -> None:
        """Press the widget in focus."""
        if self.current is not None:
            self.current.press()

    def handle(self, signal: Signal) -> bool:
        """Offer `signal` to the right widget; True where it was used."""
        if isinstance(signal, Act):
            return self._act(signal)
        if isinstance(signal, Point):
            return self._point(signal)
        return self.current is not None and self.current.handle(signal)

    def let_go(self) -> None:
        """Let go of what the pointer holds, without pressing it."""
        self._point(Point(Touch.RELEASE, NOWHERE))

    def update(self, elapsed_ms: float) -> None:
        """Let time pass for all widgets and for the tip."""
        self._hovered_ms += elapsed_ms
        for widget in self.widgets:
            widget.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all widgets, the outline, and the tip above everything."""
        for widget in self.widgets:
            widget.draw(surface)
        if self.shown and self.current is not None and self.current.visible:
            self._draw_outline(surface, self.current)
        told = self._told()
        self._told_in = None
        if told is not None and self.tips:
            around = near(told, self.widgets)
            self._told_in = self._tip.draw(surface, told.tip, told.rect, around)

    def _told(self) -> Widget | None:
        if self._hovered and self._hovered.tip and self._hovered_ms >= _TIP_AFTER_MS:
            return self._hovered
        return self.current if self.shown and self.current and self.current.tip else None

    def _act(self, act: Act) -> bool:
        if act.intent in _TURNS:
            self.move(_TURNS[act.intent])
            return bool(self.stops)
        if act.intent in _ARROWS:
            return self._arrow(act)
        if act.intent is Intent.ACTIVATE:
            return self._activate(act)
        if self.current is not None and self.current.handle(act):
            self.shown = True
            return True
        return self._shortcut(act.intent)

    def _activate(self, act: Act) -> bool:
        if self.shown and self.current is not None:
            return self.current.handle(act)
        if act.device != "pad":
            return False
        self.move(1)  # the button of a pad means nothing else: show what it would press
        return bool(self.stops)

    def _arrow(self, act: Act) -> bool:
        if self.current not in self.stops:
            self.move(1)
            return bool(self.stops)
        if self.current.handle(act):
            self.shown = True
            return True
        if self.shown:
            self._go(*_ARROWS[act.intent])
        self.shown = True
        return True

    def _go(self, dx: int, dy: int) -> None:
        assert self.current is not None
        x, y = self.current.rect.center
        best, least = None, float("inf")
        for widget in self.stops:
            along = (widget.rect.centerx - x) * dx + (widget.rect.centery - y) * dy
            aside = abs((widget.rect.centerx - x) * dy) + abs((widget.rect.centery - y) * dx)
            cost = along + _SIDEWAYS_COSTS * aside
            if along > 0 and aside <= 2 * along and cost < least:
                best, least = widget, cost
        if best is not None:
            self.focus(best)
        else:  # nothing lies that way: no key is ever dead
            self.move(dx + dy)

    def _shortcut(self, intent: Intent) -> bool:
        for widget in self.widgets:
            if widget.visible and widget.intent is intent:
                # Or else Enter would press a button that was picked some steps ago.
                if self.current is not None and not self.current.keeps_focus:
                    self.shown = False
                widget.press()
                return True
        return False

    def _point(self, point: Point) -> bool:
        if point.kind is Touch.RELEASE or self._held is not None:
            held, self._held = self._held, None if point.kind is Touch.RELEASE else self._held
            # Who drags out of the window has not let go.
            if held is not None and (point.kind is Touch.RELEASE or point.pixel != NOWHERE):
                held.point(point)
            self._hover(point)
            return held is not None
        self._hover(point)
        if point.kind is Touch.MOVE or self._hovered is None:
            return False
        if point.kind is Touch.PRESS:
            if self._hovered.focusable:
                self.focus(self._hovered, shown=False)
            self._held = self._hovered if self._hovered.point(point) else None
            return True
        return self._hovered.point(point)

    def _hover(self, point: Point) -> None:
        # A finger that has left the glass points at nothing.
        lifted = point.device == "touch" and point.kind is Touch.RELEASE
        pixel = NOWHERE if lifted else point.pixel
        found = self._held or self._under(pixel)
        if found is not self._hovered:
            self._hovered_ms = 0.0
            if self._hovered is not None:
                self._hovered.hovered = False
            self._hovered = found
        if found is not None:
            found.hovered = True

    def _under(self, pixel: tuple[int, int]) -> Widget | None:
        """The uppermost widget at `pixel`; a small one is meant from its surroundings too."""
        around = None
        for widget in reversed(self.widgets):
            if not widget.reaches(pixel):
                continue
            if widget.rect.collidepoint(pixel):
                return widget if widget.focusable else around or widget
            around = around or widget
        return around

    def _draw_outline(self, surface: pygame.Surface, widget: Widget) -> None:
        px, palette, air = self.theme.px, self.theme.palette, widget.air
        # Dark, bright, dark: seen on sand, on panels and on every button.
        for grow, width, colour in ((air + 2, 7, palette.ink), (air, 4, palette.focus)):
            around = widget.rect.inflate(2 * px(grow), 2 * px(grow))
            around.clamp_ip(surface.get_rect())
            surface.blit(shapes.frame(around.size, px(20 + grow), px(width), colour), around)


def ring_of(scene: object) -> FocusRing | None:
    """The ring that a scene is played by at this moment, its own or that of its page; or None."""
    for holder in (scene, getattr(scene, "page", None), getattr(scene, "panels", None)):
        ring = getattr(holder, "ring", None)
        if isinstance(ring, FocusRing):
            return ring
    return None


def carry(before: FocusRing | None, after: FocusRing | None) -> None:
    """Keep the focus where it was when a scene was laid out anew, as far as it still has it."""
    if before is None or after is None or before is after or after.current is not None:
        return
    stops, old = after.stops, before.stops
    if before.current in old and stops:
        after.focus(stops[min(old.index(before.current), len(stops) - 1)], before.shown)
