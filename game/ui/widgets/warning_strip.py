"""A warning that stays as long as its cause does, beside all that can be used."""

from collections.abc import Sequence

import pygame

from game.ui import fonts
from game.ui.theme import Theme
from game.ui.widgets import icons, shapes
from game.ui.widgets.free_place import FreePlace

_EDGE, _PAD, _SIZE, _WIDE, _LINES = 10, 14, 18, 460, 3


class WarningStrip:
    """Shows one sentence in a frame, with a drawing: never by colour alone."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._painted: tuple[str, pygame.Surface] | None = None
        self._place = FreePlace(theme.px(_EDGE))

    def draw(
        self,
        surface: pygame.Surface,
        words: str,
        taken: Sequence[pygame.Rect] = (),
        pressed: Sequence[pygame.Rect] = (),
    ) -> None:
        """Draw `words` where none of the boxes in `taken` is; nothing for "".

        Where there is no such place, it keeps off what can be `pressed`.
        """
        if not words:
            return
        if self._painted is None or self._painted[0] != words:
            self._painted = (words, self._paint(words))
        picture = self._painted[1]
        place = self._place.find(picture.get_size(), self.theme.canvas, taken, pressed)
        surface.blit(picture, place)

    @property
    def place(self) -> pygame.Rect:
        """Where it was drawn last."""
        return self._place.box

    def _paint(self, words: str) -> pygame.Surface:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        size, side = theme.text_px(_SIZE), theme.px(34)
        room = (round(px(_WIDE) * (1 + 0.3 * (theme.text_scale - 1))),
                fonts.line_height(size) * _LINES)  # fmt: skip
        laid = fonts.fitted(words, fonts.STRONG, size, theme.floor_px, room, _LINES)
        text_wide = max(fonts.width(line, fonts.STRONG, laid.pixels) for line in laid.lines)
        box = pygame.Rect(0, 0, text_wide + side + 3 * px(_PAD),
                          max(laid.height, side) + px(_PAD))  # fmt: skip
        picture = shapes.rounded(box.size, px(18), palette.rose).copy()
        inner = box.inflate(-2 * px(4), -2 * px(4))
        picture.blit(shapes.rounded(inner.size, px(14), palette.paper[:3]), inner)
        mark = icons.icon("warning", side, palette.ink)
        picture.blit(mark, mark.get_rect(midleft=(px(_PAD), box.centery)))
        words_box = pygame.Rect(side + 2 * px(_PAD), 0, text_wide, box.height)
        fonts.draw(picture, laid, fonts.STRONG, palette.ink, words_box, (0.0, 0.5))
        return picture
