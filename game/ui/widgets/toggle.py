"""A switch with a name: on or off, told by the knob's side, a tick or a stroke, and a word."""

from collections.abc import Callable

import pygame

from game.text import text
from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Colour, Theme, mixed
from game.ui.widgets import icons, shapes
from game.ui.widgets.widget import Widget

_WIDE, _TALL, _EDGE, _GAP = 104, 54, 5, 12


class Toggle(Widget):
    """Calls `on_change(on)` when switched. The whole rect is pressed, the name too."""

    focusable = True
    air = 6
    keeps_focus = True

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        name: str,
        on: bool,
        on_change: Callable[[bool], None],
        *,
        colour: Colour | None = None,
        tip: str = "",
        name_share: float = 0.46,
    ) -> None:
        """`name_share` of the width belongs to the name, the rest to the switch and its word."""
        super().__init__(theme, rect)
        self.name, self.tip, self.on_change = name, tip, on_change
        self._on, self._share = on, name_share
        self._colour = colour or theme.palette.green

    @property
    def on(self) -> bool:
        """Whether it is switched on; setting it calls nobody."""
        return self._on

    @on.setter
    def on(self, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.changed()

    @property
    def spoken(self) -> str:
        """Name and state, to be read aloud."""
        return text("{name}: {value}", name=self.name, value=self._word())

    def press(self) -> None:
        """Switch."""
        self.on = not self._on
        self.on_change(self._on)

    def handle(self, signal: Signal) -> bool:
        """ACTIVATE switches; RIGHT switches on and LEFT off."""
        if not isinstance(signal, Act):
            return False
        if signal.intent is Intent.ACTIVATE:
            self.press()
        elif signal.intent in (Intent.LEFT, Intent.RIGHT):
            if self._on is not (signal.intent is Intent.RIGHT):
                self.press()
        else:
            return False
        return True

    def point(self, point: Point) -> bool:
        """A press and release inside switches."""
        if point.kind is Touch.RELEASE and self.reaches(point.pixel):
            self.press()
        return point.kind is not Touch.WHEEL

    def _word(self) -> str:
        return text("On") if self._on else text("Off")

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        picture = shapes.blank(self.rect.size, palette.cream)
        wide = round(self.rect.width * self._share)
        box = pygame.Rect(px(_GAP), 0, wide - 2 * px(_GAP), self.rect.height)
        size = theme.text_px(theme.sizes.value)
        self._write(picture, self.name, fonts.STRONG, size, palette.cream, box, most=3)
        switch = pygame.Rect(wide, 0, px(_WIDE), px(_TALL))
        switch.centery = self.rect.height // 2
        self._paint_switch(picture, switch)
        left = switch.right + px(_GAP)
        box = pygame.Rect(left, 0, self.rect.width - left, self.rect.height)
        self._write(picture, self._word(), fonts.STRONG, size, palette.cream, box, most=2)
        return picture, self.rect.topleft

    def _paint_switch(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        palette, px = self.theme.palette, self.theme.px
        bed = self._colour if self._on else palette.track
        if self._hovered:
            bed = mixed(bed, palette.white, 0.18)
        picture.blit(shapes.rounded(box.size, box.height // 2, palette.white), box)
        inner = box.inflate(-2 * px(3), -2 * px(3))
        picture.blit(shapes.rounded(inner.size, inner.height // 2, bed), inner)
        side = inner.height - 2 * px(_EDGE - 2)
        x = inner.right - px(_EDGE - 2) - side if self._on else inner.left + px(_EDGE - 2)
        knob = pygame.Rect(x, inner.centery - side // 2, side, side)
        picture.blit(shapes.disc(side, palette.white), knob)
        room = inner.width - side - 2 * px(_EDGE)
        mark = min(round(side * 0.72), room)
        if self._on:
            tick = icons.icon("check", mark, palette.ink)
            picture.blit(tick, tick.get_rect(center=((inner.left + x) // 2 + px(2), box.centery)))
        else:
            stroke = pygame.Rect(0, 0, round(mark * 0.8), px(5))
            stroke.center = ((knob.right + inner.right) // 2 - px(2), box.centery)
            picture.blit(shapes.rounded(stroke.size, px(2), palette.cream), stroke)
