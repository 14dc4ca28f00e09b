"""A strip of bars, one for each value of a setting: how that walk would have ended.

How it ended is told by colour, by the symbol below, and by the height of the bar.
"""

from collections.abc import Callable
from itertools import groupby

import pygame

from game.sim.what_if import Fate
from game.text import text
from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Colour, Palette, Theme, mixed
from game.ui.widgets import icons, shapes
from game.ui.widgets.widget import Widget

_TURNS = {Intent.LEFT: -1, Intent.RIGHT: 1}
_SYMBOL = 20  # design pixels
_LEAST = 0.1  # of the height: even a walk that flies off at once has a bar
ICONS = {
    Fate.FOUND: "star",
    Fate.NEAR: "ring",
    Fate.LESSER: "gem",
    Fate.OFF_MAP: "away",
    Fate.DRY: "drop",
}


def colour_of(fate: Fate, palette: Palette) -> Colour:
    """The colour that stands for how a walk ended."""
    return {
        Fate.FOUND: palette.green,
        Fate.NEAR: palette.yellow,
        Fate.LESSER: palette.violet,
        Fate.OFF_MAP: palette.rose,
        Fate.DRY: palette.blue,
    }[fate]


class Strip(Widget):
    """Calls `on_move(which)` whenever another bar is chosen, by arrows, pointer or wheel."""

    focusable = True
    air = 4
    keeps_focus = True

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        fates: tuple[Fate, ...],
        heights: tuple[float, ...],
        own: int,
        on_move: Callable[[int], None],
        *,
        ends: tuple[str, str],
        said: Callable[[int], str],
    ) -> None:
        """`heights` 0..1; `own` is the player's bar; `ends` are the values of the outer bars."""
        super().__init__(theme, rect)
        self._fates, self._heights, self.own = fates, heights, own
        self._on_move, self._ends, self._said = on_move, ends, said
        self.at = own
        self._dragged = False

    @property
    def spoken(self) -> str:
        """The chosen bar in words."""
        return self._said(self.at)

    def choose(self, which: int) -> None:
        """Go to a bar; the ends hold."""
        which = min(max(which, 0), len(self._fates) - 1)
        if which != self.at:
            self.at = which
            self.changed()
            self._on_move(which)

    def handle(self, signal: Signal) -> bool:
        """LEFT and RIGHT go to the next bar, FIRST and LAST to the ends."""
        if not isinstance(signal, Act):
            return False
        if signal.intent in _TURNS:
            self.choose(self.at + _TURNS[signal.intent])
        elif signal.intent in (Intent.FIRST, Intent.LAST):
            self.choose(0 if signal.intent is Intent.FIRST else len(self._fates) - 1)
        else:
            return False
        return True

    def press(self) -> None:
        """Back to the player's own bar."""
        self.choose(self.own)

    def point(self, point: Point) -> bool:
        """The bar under a pressed pointer; the wheel goes on by one."""
        if point.kind is Touch.WHEEL:
            self.choose(self.at + (1 if point.notches > 0 else -1))
        elif point.kind is Touch.PRESS:
            self._dragged = True
            self._go_to(point.pixel[0])
        elif point.kind is Touch.RELEASE:
            self._dragged = False
        elif self._dragged:
            self._go_to(point.pixel[0])
        return True

    def _go_to(self, x: int) -> None:
        bars = self._bars()
        self.choose(int((x - bars.left) / (bars.width / len(self._fates))))

    def _bars(self) -> pygame.Rect:
        """Where the bars stand, on the canvas."""
        px = self.theme.px
        box = self.rect.inflate(-px(36), 0)
        top, foot = px(26), px(_SYMBOL) + round(px(24) * self._grown())
        return pygame.Rect(box.left, box.top + top, box.width, box.height - top - foot)

    def _grown(self) -> float:
        return 1 + 0.5 * (self.theme.text_scale - 1)

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        palette, px = self.theme.palette, self.theme.px
        picture = shapes.rounded(self.rect.size, px(20), palette.panel).copy()
        bars = self._bars().move(-self.rect.left, -self.rect.top)
        wide = bars.width / len(self._fates)
        for which in range(len(self._fates)):
            left = bars.left + which * wide
            place = pygame.Rect(round(left) + 1, bars.top, 0, bars.height)
            place.width = round(left + wide) - 1 - place.left
            self._paint_bar(picture, place, which)
        self._paint_symbols(picture, bars, wide)
        self._paint_own(picture, bars, wide)
        self._paint_ends(picture, bars)
        return picture, self.rect.topleft

    def _paint_bar(self, picture: pygame.Surface, place: pygame.Rect, which: int) -> None:
        palette, fate = self.theme.palette, self._fates[which]
        colour, chosen = colour_of(fate, palette), which == self.at
        tall = round(place.height * (_LEAST + (1 - _LEAST) * self._heights[which]))
        bar = pygame.Rect(place.left, place.bottom - tall, place.width, tall)
        if chosen:
            around = bar.inflate(self.theme.px(6), self.theme.px(6))
            pygame.draw.rect(picture, palette.white, around, border_radius=self.theme.px(4))
        body = colour if chosen else mixed(colour, palette.panel_solid, 0.12)
        pygame.draw.rect(picture, body, bar, border_radius=self.theme.px(4))

    def _paint_symbols(self, picture: pygame.Surface, bars: pygame.Rect, wide: float) -> None:
        """Under each run of bars that end alike the symbol of how they end."""
        most, at = self.theme.px(_SYMBOL), 0
        for fate, run in groupby(self._fates):
            count = len(list(run))
            side = max(8, min(most, round(count * wide)))
            drawing = icons.icon(ICONS[fate], side, colour_of(fate, self.theme.palette))
            middle = (bars.left + (at + count / 2) * wide, bars.bottom + most / 2 + 3)
            picture.blit(drawing, drawing.get_rect(center=middle))
            at += count

    def _paint_own(self, picture: pygame.Surface, bars: pygame.Rect, wide: float) -> None:
        """A pointer above the player's own bar, with a word."""
        theme, px = self.theme, self.theme.px
        x = bars.left + (self.own + 0.5) * wide
        side = px(14)
        mark = shapes.polygon((side, side), ((0, 0), (1, 0), (0.5, 1)), theme.palette.white)
        picture.blit(mark, mark.get_rect(midbottom=(round(x), bars.top - px(1))))
        size = min(theme.text_px(theme.sizes.hint), px(20))
        label = text("You")
        room = fonts.width(label, fonts.STRONG, size) + px(4)
        right = x + side + room < bars.right
        box = pygame.Rect(round(x + side * 0.8) if right else 0, 0, room, bars.top)
        if not right:
            box.right = round(x - side * 0.8)
        self._write(picture, label, fonts.STRONG, size, theme.palette.white, box)

    def _paint_ends(self, picture: pygame.Surface, bars: pygame.Rect) -> None:
        theme = self.theme
        top = bars.bottom + theme.px(_SYMBOL)
        foot = pygame.Rect(bars.left, top, bars.width // 2, 0)
        foot.height = picture.get_height() - foot.top - theme.px(2)
        size = theme.text_px(theme.sizes.hint)
        quiet = theme.palette.quiet
        self._write(picture, self._ends[0], fonts.STRONG, size, quiet, foot, (0.0, 0.5))
        foot.right = bars.right
        self._write(picture, self._ends[1], fonts.STRONG, size, quiet, foot, (1.0, 0.5))
