"""A sum worked out line by line, the last but one being what it is all about."""

import pygame

from game.ui import fonts
from game.ui.sum_words import Row
from game.ui.theme import Theme
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import sentences

_LEAST = 4  # rows that the heights are shared out among


class SumSheet(Panel):
    """A title, then for each row its words and value, and below them the symbols with numbers."""

    def __init__(self, theme: Theme, rect: pygame.Rect, title: str, rows: list[Row]) -> None:
        super().__init__(theme, rect)
        self._title, self._rows = title, rows

    @property
    def spoken(self) -> str:
        """All lines, each with its symbols."""
        lines = (sentences(f"{row.words}: {row.value}", row.symbols) for row in self._rows)
        return sentences(self._title, *lines)

    def show(self, title: str, rows: list[Row]) -> None:
        """Show another sum."""
        if (title, rows) != (self._title, self._rows):
            self._title, self._rows = title, rows
            self.changed()

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        room = box.inflate(-px(40), -px(24))
        head = pygame.Rect(room.left, room.top, room.width, 0)
        head.height = min(round(theme.text_px(26) * 1.5), px(62))
        size = theme.text_px(theme.sizes.heading)
        self._write(picture, self._title, fonts.HEAVY, size, palette.cream, head, (0, 0.5), 2)
        top = head.bottom + px(4)
        tall = min((room.bottom - top) // max(_LEAST, len(self._rows)), theme.text_px(74))
        size = self._size(room.width, tall)
        for i, row in enumerate(self._rows):
            place = pygame.Rect(room.left, top + i * tall, room.width, tall)
            pygame.draw.line(picture, palette.track, place.topleft, place.topright, px(1))
            self._paint_row(picture, place, row, size, i == len(self._rows) - 2)

    def _paint_row(
        self, picture: pygame.Surface, place: pygame.Rect, row: Row, size: int, main: bool
    ) -> None:
        palette, px = self.theme.palette, self.theme.px
        share = 0.58 if row.symbols else 1.0
        upper = pygame.Rect(place.left, place.top, place.width, round(place.height * share))
        wide = fonts.width(row.value, fonts.STRONG, size) + 2
        value = pygame.Rect(upper.right - wide, upper.top, wide, upper.height)
        words = pygame.Rect(upper.left, upper.top, upper.width - wide - px(8), upper.height)
        colour = palette.orange if main else palette.cream
        self._write(picture, row.words, fonts.STRONG, size, palette.cream, words, most=2)
        self._write(picture, row.value, fonts.STRONG, size, colour, value, (1.0, 0.5))
        if row.symbols:
            lower = pygame.Rect(place.left, upper.bottom, place.width, 0)
            lower.height = place.bottom - px(3) - lower.top
            small = round(size * 0.9)
            self._write(picture, row.symbols, fonts.BODY, small, palette.quiet, lower, (0, 0.2), 2)

    def _size(self, room: int, tall: int) -> int:
        """One size for all rows: what two lines of a row have room for, and its value beside."""
        theme = self.theme
        size = min(theme.text_px(theme.sizes.body - 2), round(tall * 0.4))
        widest = max((row.value for row in self._rows), key=len, default="")
        while size > theme.floor_px and fonts.width(widest, fonts.STRONG, size) > room * 0.5:
            size -= 1
        return max(size, theme.floor_px)
