"""The answers of a quiz as large rows; once one is chosen, each tells why it is right or wrong."""

from collections.abc import Callable, Sequence

import pygame

from game.text import text
from game.ui import fonts
from game.ui.theme import Colour, Theme
from game.ui.widgets import icons, layout, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget, sentences


class AnswerRow(Button):
    """An answer to choose. `reveal` adds a tick or a cross and the reason."""

    def __init__(
        self, theme: Theme, rect: pygame.Rect, letter: str, says: str, on_press: Callable[[], None]
    ) -> None:
        super().__init__(theme, rect, says, on_press, colour=theme.palette.cream)
        self._letter = letter
        self._because = ""
        self._right = self._chosen = False

    @property
    def spoken(self) -> str:
        """The answer, and once revealed whether it is right, and why."""
        if not self._because:
            return sentences(self._letter, self.label)
        judged = text("Right") if self._right else text("Not right")
        return sentences(self.label, judged, self._because)

    def reveal(self, right: bool, because: str, chosen: bool) -> None:
        """Tell whether it is right, and why; `chosen` is the player's own."""
        self._right, self._because, self._chosen = right, because, chosen
        palette = self.theme.palette
        self._colour = palette.green if right else palette.rose if chosen else palette.quiet
        self._selected = chosen
        self.on_press = lambda: None
        self.changed()

    def _paint_words(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        theme, px, palette = self.theme, self.theme.px, self.theme.palette
        side = min(px(44), box.height)
        place = pygame.Rect(box.left + px(4), 0, side, side)
        place.centery = box.centery
        picture.blit(shapes.disc(side, ink), place)
        if self._because:
            sign = "check" if self._right else "cross"
            colour = palette.green if self._right else palette.rose
            drawing = icons.icon(sign, round(side * 0.56), colour)
            picture.blit(drawing, drawing.get_rect(center=place.center))
        else:
            inner = place.inflate(-px(6), -px(6))
            self._write(picture, self._letter, fonts.DISPLAY, round(side * 0.5), palette.cream,
                        inner, (0.5, 0.5))  # fmt: skip
        left = place.right + px(14)
        room = pygame.Rect(left, box.top, box.right - px(6) - left, box.height)
        size = _grown(theme, 30)
        if not self._because:
            self._write(picture, self.label, fonts.STRONG, size, ink, room, (0.0, 0.5), 3)
            return
        upper, lower = layout.rows(room, [0.5, 0.5], 0)
        self._write(picture, self.label, fonts.STRONG, size, ink, upper, (0.0, 0.7), 2)
        size = _grown(theme, 24)
        self._write(picture, self._because, fonts.BODY, size, ink, lower, (0.0, 0.3), 3)


def _grown(theme: Theme, design: float) -> int:
    """Pixels of letters that grow more slowly than others, since they are large already."""
    return theme.px(design * (1 + 0.7 * (theme.text_scale - 1)))


class Pips(Widget):
    """How the questions went: a tick, a cross, or an empty ring for each."""

    def __init__(
        self, theme: Theme, rect: pygame.Rect, results: Sequence[bool], most: int, *,
        at: int = -1, dark: bool = False,
    ) -> None:  # fmt: skip
        """`at` is the question that is asked now; `dark` is for paper."""
        super().__init__(theme, rect)
        self._results, self._most, self._at, self._dark = tuple(results), most, at, dark

    @property
    def spoken(self) -> str:
        """How many were right so far."""
        return text("Right so far: {count}", count=sum(self._results))

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        px, palette = self.theme.px, self.theme.palette
        picture = shapes.blank(self.rect.size, palette.cream)
        step = min(px(50), self.rect.width // self._most)
        side = min(step - px(6), self.rect.height)
        for at in range(self._most):
            place = pygame.Rect(at * step, (self.rect.height - side) // 2, side, side)
            picture.blit(shapes.disc(side, palette.ink if self._dark else palette.cream), place)
            inner = place.inflate(*(-2 * max(2, px(5 if at == self._at else 3)),) * 2)
            empty = palette.paper[:3] if self._dark else palette.panel_solid
            done = at < len(self._results)
            colour = (palette.green if self._results[at] else palette.rose) if done else empty
            picture.blit(shapes.disc(inner.width, colour), inner)
            if done:
                sign = "check" if self._results[at] else "cross"
                drawing = icons.icon(sign, round(inner.width * 0.6), palette.ink)
                picture.blit(drawing, drawing.get_rect(center=place.center))
        return picture, self.rect.topleft
