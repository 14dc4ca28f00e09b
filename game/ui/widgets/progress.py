"""A bar that fills while something is made ready."""

import pygame

from game.text import text
from game.ui import fonts
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.widget import Widget


class Progress(Widget):
    """How far a piece of work has come, 0..1, in `rect`, with what is being done above it."""

    def __init__(self, theme: Theme, rect: pygame.Rect, name: str = "") -> None:
        super().__init__(theme, rect)
        self._said = (name, 0.0)

    def show(self, done: float, name: str | None = None) -> None:
        """Show `done` (0..1), and what is being done now."""
        done = round(min(max(done, 0.0), 1.0), 2)
        said = (self._said[0] if name is None else name, done)
        if said != self._said:
            self._said = said
            self.changed()

    @property
    def spoken(self) -> str:
        """What is being done."""
        return self._said[0]

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        name, done = self._said
        picture = shapes.blank(self.rect.size, palette.cream)
        bar = pygame.Rect(0, 0, self.rect.width, px(22))
        bar.bottom = self.rect.height
        words = pygame.Rect(0, 0, self.rect.width, bar.top)
        size = theme.text_px(theme.sizes.body)
        percent = text("{percent} %", percent=round(done * 100))
        wide = fonts.width(text("{percent} %", percent=100), fonts.STRONG, size)
        right = pygame.Rect(words.right - wide, 0, wide, words.height)
        self._write(picture, percent, fonts.STRONG, size, palette.orange, right, (1.0, 0.5))
        words.width -= wide + px(10)
        self._write(picture, name, fonts.STRONG, size, palette.cream, words, (0.0, 0.5), 2)
        radius = bar.height // 2
        picture.blit(shapes.rounded(bar.size, radius, palette.track), bar)
        edge = px(4)
        room = bar.inflate(-2 * edge, -2 * edge)
        fill = (max(room.height, round(room.width * done)), room.height)
        picture.blit(shapes.rounded(fill, radius, palette.orange), room)
        return picture, self.rect.topleft
