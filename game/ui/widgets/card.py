"""A large button for a list of levels: number, name, idea, stars, and why it is still shut."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.text import ntext, text
from game.ui import fonts
from game.ui.theme import Colour, Theme
from game.ui.widgets import icons, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.panel import paint_badge
from game.ui.widgets.widget import sentences

STARS = 3
_STAR = 26


@dataclass(frozen=True)
class CardText:
    """What a card tells; `stars` is None where there are none to win."""

    number: str
    title: str
    idea: str = ""
    stars: int | None = None


def stars_text(stars: int) -> str:
    """How many stars are won, in words."""
    return ntext("{count} star", "{count} stars", stars)


class Card(Button):
    """A button with a badge, a title and a few lines; `reason` shuts it with a lock."""

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        said: CardText,
        on_press: Callable[[], None],
        *,
        colour: Colour | None = None,
        tip: str = "",
    ) -> None:
        super().__init__(theme, rect, said.title, on_press, colour=colour, tip=tip)
        self._card = said

    @property
    def spoken(self) -> str:
        """Number and title, stars, and the idea or why it is shut."""
        card = self._card
        head = text("{number}: {title}", number=card.number, title=card.title)
        stars = "" if card.stars is None else stars_text(card.stars)
        return sentences(head, stars, self._reason or card.idea)

    def _paint_words(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        theme, px = self.theme, self.theme.px
        box = box.inflate(-px(10), -px(10))
        side = min(px(52), box.height // 2)
        place = pygame.Rect(box.left, box.top, side, side)
        if self._reason:
            lock = icons.icon("lock", side, ink)
            picture.blit(lock, place)
        else:
            paint_badge(picture, theme, place, self._card.number)
        left = place.right + px(12)
        head = pygame.Rect(left, box.top, box.right - left, side)
        size = theme.text_px(theme.sizes.heading)
        self._write(picture, self._card.title, fonts.DISPLAY, size, ink, head, (0.0, 0.5), 2)
        foot = px(_STAR + 14) if self._card.stars is not None and not self._reason else 0
        body = pygame.Rect(box.left + px(4), place.bottom + px(8), box.width - px(8), 0)
        body.height = box.bottom - foot - px(6) - body.top
        words, size = self._reason or self._card.idea, theme.text_px(theme.sizes.body)
        self._write(picture, words, fonts.STRONG, size, ink, body, (0.0, 0.0), 5)
        if foot:
            self._paint_stars(picture, pygame.Rect(box.left, box.bottom - foot, box.width, foot))

    def _paint_stars(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        palette, px = self.theme.palette, self.theme.px
        side, step = px(_STAR), px(_STAR + 6)
        plate = pygame.Rect(box.left, box.top, step * STARS + px(16), box.height)
        picture.blit(shapes.rounded(plate.size, plate.height // 2, palette.panel_solid), plate)
        for at in range(STARS):
            middle = (plate.left + px(11) + side // 2 + at * step, plate.centery)
            won = at < (self._card.stars or 0)
            star = icons.icon("star", side, palette.yellow if won else palette.grey)
            picture.blit(star, star.get_rect(center=middle))
            if not won:  # hollow: not told by colour alone
                hole = icons.icon("star", round(side * 0.66), palette.panel_solid)
                picture.blit(hole, hole.get_rect(center=middle))
