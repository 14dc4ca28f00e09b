"""The water that is left: a row of drops that empty one after the other, and the number."""

import pygame

from game.text import short_number
from game.ui import fonts
from game.ui.theme import Theme, mixed
from game.ui.widgets import icons
from game.ui.widgets.panel import Panel

_MOST_DROPS = 10
_FEW = 0.2
_DROP, _APART, _CLOSEST = 21, 17, 13


class Drops(Panel):
    """`left` of `total` water. Up to ten drops stand for all of it, each emptying from its top."""

    def __init__(self, theme: Theme, rect: pygame.Rect, name: str, total: int) -> None:
        super().__init__(theme, rect)
        self._name, self._total, self._left = name, max(1, total), total

    @property
    def left(self) -> int:
        """How much water is left."""
        return self._left

    @left.setter
    def left(self, left: int) -> None:
        if left != self._left:
            self._left = left
            self.changed()

    @property
    def spoken(self) -> str:
        """How much water is left."""
        return f"{self._name}: {self._left}"

    @property
    def few(self) -> bool:
        """Whether it is time to think of the end."""
        return self._left <= self._total * _FEW

    def fills(self, most: int = _MOST_DROPS) -> list[float]:
        """How full each of at most `most` drops is, 0..1, from the left."""
        count = min(self._total, most)
        full = self._left / self._total * count
        return [min(1.0, max(0.0, full - i)) for i in range(count)]

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        size = theme.text_px(theme.sizes.heading)
        inner = box.inflate(-2 * px(18), -px(6))
        wide = min(fonts.width(short_number(self._total), fonts.DISPLAY, size), inner.width // 3)
        colour = palette.rose if self.few else palette.cream
        right = pygame.Rect(inner.right - wide, inner.top, wide, inner.height)
        self._write(picture, short_number(self._left), fonts.DISPLAY, size, colour, right, (1, 0.5))
        inner.width -= wide + px(10)
        size = theme.text_px(theme.sizes.body)
        wide = min(fonts.width(self._name, fonts.STRONG, size), inner.width * 2 // 5)
        words = pygame.Rect(inner.left, inner.top, wide, inner.height)
        self._write(picture, self._name, fonts.STRONG, size, palette.cream, words, (0, 0.5), 2)
        inner.left, inner.width = words.right + px(9), inner.width - wide - px(9)
        self._paint_row(picture, inner)

    def _paint_row(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        side = self.theme.px(_DROP)
        # Fewer drops rather than heaped ones where words take the room.
        room = max(1, 1 + (box.width - side) // self.theme.px(_CLOSEST))
        fills = self.fills(min(room, _MOST_DROPS))
        step = min(self.theme.px(_APART), (box.width - side) / max(1, len(fills) - 1))
        left = box.right - round(step * (len(fills) - 1)) - side
        for i, full in enumerate(fills):
            place = (left + round(i * step), box.centery - side // 2)
            self._paint_drop(picture, place, side, full)

    def _paint_drop(
        self, picture: pygame.Surface, place: tuple[int, int], side: int, full: float
    ) -> None:
        palette = self.theme.palette
        picture.blit(icons.icon("drop", side, palette.spent), place)
        if full > 0:
            top = round(side * (1 - 0.08 - full * 0.9)) if full < 1 else 0
            piece = pygame.Rect(0, top, side, side - top)
            at = (place[0], place[1] + top)
            water = palette.rose if self.few else palette.water
            picture.blit(icons.icon("drop", side, water), at, piece)
            if full == 1:
                shine = icons.icon("drop", max(3, side // 4), mixed(water, palette.white, 0.7))
                picture.blit(shine, (place[0] + side * 0.3, place[1] + side * 0.52))
