"""A tool on a plate: its names in the child's and in the field's words, and what it does."""

import pygame

from game.ui import fonts
from game.ui.theme import Theme
from game.ui.tool_words import ToolWords
from game.ui.widgets import layout, shapes
from game.ui.widgets.widget import Widget, sentences

_RADIUS, _STRIPE = 20, 14


class ToolCard(Widget):
    """Only looked at. `names` ("child" or "grown-up") come first, the others beside them."""

    def __init__(self, theme: Theme, rect: pygame.Rect, words: ToolWords, names: str) -> None:
        super().__init__(theme, rect)
        other = "grown-up" if names == "child" else "child"
        self.name, self._also, self._does = words.name(names), words.name(other), words.tip(names)
        self._colour = getattr(theme.palette, words.colour)

    @property
    def spoken(self) -> str:
        """Both names, and what the tool does."""
        return sentences(self.name, "" if self._also == self.name else self._also, self._does)

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        picture = shapes.rounded(self.rect.size, px(_RADIUS), self._colour).copy()
        size = (self.rect.width - px(_STRIPE), self.rect.height)
        paper = shapes.rounded(size, px(_RADIUS) - px(2), palette.paper[:3])
        picture.blit(paper, (px(_STRIPE), 0))
        box = pygame.Rect((px(_STRIPE), 0), size).inflate(-px(28), -px(14))
        head, body = layout.rows(box, [0.42, 0.58], px(2))
        also = "" if self._also == self.name else self._also
        left, right = layout.columns(head, [0.55, 0.45], px(10)) if also else (head, head)
        heading = theme.text_px(theme.sizes.heading)
        self._write(picture, self.name, fonts.DISPLAY, heading, palette.ink, left, (0.0, 0.5), 2)
        small = theme.text_px(theme.sizes.hint + 2)
        if also:
            self._write(picture, also, fonts.STRONG, small, palette.ink, right, (1.0, 0.5), 2)
        text = theme.text_px(theme.sizes.body - 1)
        self._write(picture, self._does, fonts.STRONG, text, palette.ink, body, (0.0, 0.5), 3)
        return picture, self.rect.topleft
