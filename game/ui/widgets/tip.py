"""The bubble that tells what a widget is for, or why it cannot be used now."""

from functools import lru_cache

import pygame

from game.ui import fonts
from game.ui.theme import Theme
from game.ui.widgets import shapes

_WIDEST, _MARGIN, _LINES = 340, 14, 5


class Tip:
    """Draws a text beside a box, above it where there is room, always inside the canvas."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._picture = lru_cache(maxsize=8)(self._paint)

    def draw(self, surface: pygame.Surface, text: str, rect: pygame.Rect) -> pygame.Rect:
        """Draw `text` so that it points at `rect`; returns the box that it covers."""
        picture = self._picture(text)
        gap, edge = self.theme.px(14), self.theme.px(8)
        box = picture.get_rect(midbottom=(rect.centerx, rect.top - gap))
        if box.top < edge:
            box.top = rect.bottom + gap
        box.clamp_ip(surface.get_rect().inflate(-2 * edge, -2 * edge))
        surface.blit(picture, box)
        return box

    def _paint(self, text: str) -> pygame.Surface:
        theme, px = self.theme, self.theme.px
        size = theme.text_px(17)
        room = (round(px(_WIDEST) * theme.text_scale), fonts.line_height(size) * _LINES)
        layout = fonts.fitted(text, fonts.BODY, size, theme.floor_px, room, _LINES)
        wide = max(fonts.width(part, fonts.BODY, layout.pixels) for part in layout.lines)
        edge = px(_MARGIN)
        picture = shapes.rounded(
            (wide + 2 * edge, layout.height + edge), px(14), theme.palette.paper
        ).copy()
        box = picture.get_rect().inflate(-2 * edge, -edge)
        fonts.draw(picture, layout, fonts.BODY, theme.palette.ink, box, (0.5, 0.5))
        return picture
