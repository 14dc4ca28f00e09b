"""The bubbles of a talk: the line that is said now, large, and those before it above."""

import pygame

from game.ui import fonts
from game.ui.theme import Theme, Translucent, mixed
from game.ui.widgets import shapes
from game.ui.widgets.panel import Panel, SpeechPanel

_RADIUS, _PAD, _TAIL, _NAME = 26, 22, 26, 17
_MOST = 9


class _Tail:
    """The corner of a bubble that points to who speaks."""

    def __init__(self, theme: Theme, rect: pygame.Rect, left: bool, colour: Translucent) -> None:
        side = theme.px(_TAIL)
        corners = [(0.0, 0.95), (1.0, 0.0), (1.0, 0.8)]
        if not left:
            corners = [(1 - x, y) for x, y in corners]
        self._picture = shapes.polygon((side, side), corners, colour[:3])
        reach = side - theme.px(3)
        x = rect.left - reach if left else rect.right - side + reach
        self._at = (x, rect.bottom - theme.px(9) - side)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it beside the bubble."""
        surface.blit(self._picture, self._at)


class Bubble(SpeechPanel):
    """The line that is said now, with the name of who says it."""

    def __init__(self, theme: Theme, rect: pygame.Rect, who: str, words: str, left: bool) -> None:
        super().__init__(theme, rect, words)
        self._who, self._left = who, left
        self._tail = _Tail(theme, rect, left, theme.palette.paper)

    def draw(self, surface: pygame.Surface) -> None:
        """The bubble and its tail."""
        self._tail.draw(surface)
        super().draw(surface)

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        picture.blit(shapes.frame(box.size, px(_RADIUS), px(4), palette.orange), box)
        inner = box.inflate(-2 * px(_PAD), -2 * px(12))
        head = pygame.Rect(inner.left, inner.top, inner.width, name_height(theme))
        align = 0.0 if self._left else 1.0
        ink = mixed(palette.orange, palette.ink, 0.6)
        self._write(picture, self._who, fonts.HEAVY, theme.text_px(_NAME), ink, head, (align, 0.5))
        room = pygame.Rect(inner.left, head.bottom, inner.width, inner.bottom - head.bottom)
        size = line_size(theme)
        self._write(picture, self._text, fonts.STRONG, size, palette.ink, room, (0.0, 0.5), _MOST)


class OldBubble(Panel):
    """A line that was said before, smaller and quieter."""

    def __init__(self, theme: Theme, rect: pygame.Rect, words: str, left: bool) -> None:
        colour = (*mixed(theme.palette.panel_solid, theme.palette.white, 0.08), 235)
        super().__init__(theme, rect, colour=colour, radius=_RADIUS)
        self._words = words
        self._tail = _Tail(theme, rect, left, colour)

    def draw(self, surface: pygame.Surface) -> None:
        """The bubble and its tail."""
        self._tail.draw(surface)
        super().draw(surface)

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme = self.theme
        room = box.inflate(-2 * theme.px(_PAD), -2 * theme.px(8))
        colour, size = theme.palette.cream, old_size(theme)
        self._write(picture, self._words, fonts.BODY, size, colour, room, (0.0, 0.5), _MOST)


def line_size(theme: Theme) -> int:
    """Pixels of the letters of the line that is said now."""
    return _grown(theme, 32)


def old_size(theme: Theme) -> int:
    """Pixels of the letters of older lines."""
    return _grown(theme, 22)


def _grown(theme: Theme, design: float) -> int:
    """Not as fast as other letters: these are large already."""
    return theme.px(design * (1 + 0.7 * (theme.text_scale - 1)))


def name_height(theme: Theme) -> int:
    """Pixels for the name above a line."""
    return fonts.line_height(theme.text_px(_NAME))


def measured(theme: Theme, words: str, room: tuple[int, int], old: bool) -> tuple[int, int]:
    """Width and height of a bubble for `words` that has at most `room`."""
    pad = 2 * theme.px(_PAD)
    head = 0 if old else name_height(theme) + 2 * theme.px(12)
    head = head or 2 * theme.px(9)
    family, size = (fonts.BODY, old_size(theme)) if old else (fonts.STRONG, line_size(theme))
    box = (room[0] - pad, max(1, room[1] - head))
    found = fonts.fitted(words, family, size, theme.floor_px, box, _MOST)
    wide = max(fonts.width(line, family, found.pixels) for line in found.lines)
    least = theme.px(150)
    return min(room[0], max(least, wide + pad + theme.px(4))), found.height + head + theme.px(2)
