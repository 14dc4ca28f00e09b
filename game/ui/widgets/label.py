"""Text in a box: wrapped, shrunk to a floor, never drawn outside."""

import pygame

from game.ui import fonts
from game.ui.theme import Colour, Theme
from game.ui.widgets import shapes
from game.ui.widgets.widget import Widget


class Label(Widget):
    """Words in `rect`; `fits` is False when even the smallest letters needed more room."""

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        text: str,
        *,
        size: float | None = None,
        family: str = fonts.BODY,
        colour: Colour | None = None,
        align: tuple[float, float] = (0.0, 0.5),
        most: int = 12,
    ) -> None:
        """`size` in design pixels; `align` 0 left/top to 1 right/bottom; at most `most` lines."""
        super().__init__(theme, rect)
        self._text = text
        self._size = theme.text_px(size or theme.sizes.body)
        self._family, self._colour = family, colour or theme.palette.cream
        self._align, self._most = align, most

    @property
    def text(self) -> str:
        """What is written."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.changed()

    @property
    def spoken(self) -> str:
        """The words themselves."""
        return self._text

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        picture = shapes.blank(self.rect.size, self._colour)
        box = picture.get_rect()
        self._write(
            picture,
            self._text,
            self._family,
            self._size,
            self._colour,
            box,
            self._align,
            self._most,
        )
        return picture, self.rect.topleft
