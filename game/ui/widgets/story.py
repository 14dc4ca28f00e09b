"""A plate with a headline, a text, and a quieter line: one thing told well."""

from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.theme import Theme
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import sentences


@dataclass(frozen=True)
class Told:
    """What a Story tells."""

    head: str
    body: str
    quiet: str = ""


class Story(Panel):
    """Shows what is told; `most` design pixels is the largest letter of the headline."""

    def __init__(self, theme: Theme, rect: pygame.Rect, told: Told, most: float = 34) -> None:
        super().__init__(theme, rect)
        self._told, self._most = told, most

    @property
    def told(self) -> Told:
        """What is told now."""
        return self._told

    @told.setter
    def told(self, told: Told) -> None:
        if told != self._told:
            self._told = told
            self.changed()

    @property
    def spoken(self) -> str:
        """All of it."""
        return sentences(self._told.head, self._told.body, self._told.quiet)

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        room, told = box.inflate(-px(48), -px(28)), self._told
        head = pygame.Rect(room.left, room.top, room.width, round(room.height * 0.3))
        quiet = pygame.Rect(room.left, 0, room.width, round(room.height * 0.2 * bool(told.quiet)))
        quiet.bottom = room.bottom
        body = pygame.Rect(room.left, head.bottom, room.width, 0)
        body.height = quiet.top - px(6) - body.top
        size = theme.text_px(self._most)
        self._write(picture, told.head, fonts.DISPLAY, size, palette.orange, head, (0, 0.5), 3)
        size = theme.text_px(theme.sizes.heading - 2)
        self._write(picture, told.body, fonts.STRONG, size, palette.cream, body, (0, 0.3), 9)
        if told.quiet:
            size = theme.text_px(theme.sizes.body - 2)
            self._write(picture, told.quiet, fonts.BODY, size, palette.quiet, quiet, (0, 1.0), 4)
