"""What symbols stand for: a row for each, its drawing on its colour, and its words."""

import pygame

from game.ui import fonts
from game.ui.theme import Colour, Theme
from game.ui.widgets import icons, shapes
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import sentences

_ROWS = 5


class Legend(Panel):
    """`entries` are (name of an icon, colour, words)."""

    def __init__(
        self, theme: Theme, rect: pygame.Rect, entries: list[tuple[str, Colour, str]]
    ) -> None:
        super().__init__(theme, rect)
        self._entries = entries

    @property
    def spoken(self) -> str:
        """All the words."""
        return sentences(*(words for _, _, words in self._entries))

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme, px = self.theme, self.theme.px
        room = box.inflate(-px(44), -px(20))
        tall = room.height // max(_ROWS, len(self._entries))
        side = min(px(30), tall - px(4))
        top = room.top + (room.height - tall * len(self._entries)) // 2
        size = theme.text_px(theme.sizes.body - 1)
        for i, (name, colour, words) in enumerate(self._entries):
            place = pygame.Rect(room.left, top + i * tall, room.width, tall)
            chip = pygame.Rect(place.left, 0, side, side)
            chip.centery = place.centery
            picture.blit(shapes.rounded(chip.size, px(6), colour), chip)
            drawing = icons.icon(name, round(side * 0.74), theme.palette.ink)
            picture.blit(drawing, drawing.get_rect(center=chip.center))
            left = chip.right + px(14)
            said = pygame.Rect(left, place.top, place.right - left, tall)
            self._write(picture, words, fonts.STRONG, size, theme.palette.cream, said, most=2)
