"""The last captions of sounds, in a strip that finds a place beside all controls."""

from collections.abc import Sequence

import pygame

from game.ui import fonts
from game.ui.theme import Theme
from game.ui.widgets import icons, shapes
from game.ui.widgets.free_place import FreePlace

_MOST, _EDGE, _PAD, _SIZE = 2, 10, 14, 17
_LINGER_MS = 1600.0  # how long a caption stays once another has taken its place


class CaptionStrip:
    """Shows what `show` is given as long as it is given, and the one before a little longer."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._lines: list[tuple[str, float]] = []  # words, ms that they stay after they ended
        self._pictures: dict[tuple[str, ...], pygame.Surface] = {}
        self._place = FreePlace(theme.px(_EDGE))

    @property
    def lines(self) -> tuple[str, ...]:
        """The captions shown, the newest last."""
        return tuple(words for words, _ in self._lines)

    def show(self, words: str, elapsed_ms: float) -> None:
        """The caption of this frame ("" for none), `elapsed_ms` after the last frame."""
        kept = [
            (said, left if said == words else left - elapsed_ms)
            for said, left in self._lines
            if said == words or left > elapsed_ms
        ]
        if words and words not in (said for said, _ in kept):
            kept.append((words, _LINGER_MS))
        self._lines = kept[-_MOST:]

    def draw(
        self,
        surface: pygame.Surface,
        taken: Sequence[pygame.Rect] = (),
        pressed: Sequence[pygame.Rect] = (),
    ) -> None:
        """Draw where none of the boxes in `taken` is, as low as may be.

        Where there is no such place, it keeps off what can be `pressed`.
        """
        if not self._lines:
            return
        picture = self._picture(self.lines)
        place = self._place.find(picture.get_size(), self.theme.canvas, taken, pressed)
        surface.blit(picture, place)

    @property
    def place(self) -> pygame.Rect:
        """Where it was drawn last."""
        return self._place.box

    def _picture(self, lines: tuple[str, ...]) -> pygame.Surface:
        if lines not in self._pictures:
            if len(self._pictures) > 16:
                self._pictures.clear()
            self._pictures[lines] = self._paint(lines)
        return self._pictures[lines]

    def _paint(self, lines: tuple[str, ...]) -> pygame.Surface:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        size, side = theme.text_px(_SIZE), theme.text_px(20)
        most = round(theme.canvas[0] * 0.6)
        room = (most, fonts.line_height(size))
        laid = [fonts.fitted(said, fonts.STRONG, size, theme.floor_px, room) for said in lines]
        text_wide = max(fonts.width(one.lines[0], fonts.STRONG, one.pixels) for one in laid)
        wide = text_wide + side + 3 * px(_PAD)
        tall = room[1] * len(laid) + px(_PAD)
        solid = (*palette.panel_solid, 236)
        picture = shapes.rounded((wide, tall), min(px(20), tall // 2), solid).copy()
        ear = icons.icon("speaker", side, palette.yellow)
        picture.blit(ear, ear.get_rect(midleft=(px(_PAD), tall // 2)))
        for at, one in enumerate(laid):
            newest = at == len(laid) - 1
            box = pygame.Rect(side + 2 * px(_PAD), px(_PAD) // 2 + at * room[1], text_wide, room[1])
            colour = palette.cream if newest else palette.quiet
            fonts.draw(picture, one, fonts.STRONG, colour, box)
        return picture
