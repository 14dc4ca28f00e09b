"""A large button with a child in its own small desert, its nickname, and its stars."""

from collections.abc import Callable

import pygame

from game.text import ntext
from game.ui import fonts
from game.ui.draw.child import SOUTH, SOUTH_EAST, ChildArt
from game.ui.draw.figure import Figure
from game.ui.draw.vignette import GROUND, vignette
from game.ui.theme import Colour, Theme, mixed
from game.ui.widgets import icons, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.widget import sentences

_CHILD_TALL = 92.0  # units from the feet to the top of a hat
_WAVE_MS = 1300.0


class PlayerCard(Button):
    """`figure` None is the place of somebody who is yet to come. `lively` lets the child cheer."""

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        name: str,
        figure: Figure | None,
        on_press: Callable[[], None],
        *,
        stars: int | None = None,
        colour: Colour | None = None,
        tip: str = "",
    ) -> None:
        """`stars` None shows none; an empty `name` leaves the whole card to the child."""
        sky = mixed(figure.scarf, (255, 255, 255), 0.25) if figure else theme.palette.blue
        super().__init__(theme, rect, name, on_press, colour=colour or theme.palette.cream, tip=tip)
        self._figure, self._stars, self._sky = figure, stars, sky
        self.marked = False  # shown with a cross: pressing it removes
        self.lively = False
        self.time_ms = 0.0
        self._art: ChildArt | None = None

    @property
    def spoken(self) -> str:
        """The nickname and the stars; without a nickname the child's own name."""
        name = self.label or (self._figure.name.capitalize() if self._figure else "")
        stars = "" if self._stars is None else ntext("{count} star", "{count} stars", self._stars)
        return sentences(name, stars, self.tip)

    def mark(self, marked: bool) -> None:
        """Show or hide the cross."""
        if marked != self.marked:
            self.marked = marked
            self.changed()

    def draw(self, surface: pygame.Surface) -> None:
        """The card, and the child over it, since only the child moves."""
        super().draw(surface)
        if self._figure is None or not self.visible:
            return
        view = self._view()
        if self._art is None:
            # In a low view the child stands nearer, since there is no sky to spare.
            tall = min(view.height * (0.66 if view.height > view.width else 0.80), view.width * 0.8)
            self._art = ChildArt(self._figure, tall / _CHILD_TALL, cache_bytes=3 << 20)
        pose, facing = ("cheer", SOUTH) if self.lively else ("idle", SOUTH_EAST)
        phase = self.time_ms / _WAVE_MS if self.lively else 0.15
        child = self._art.frame(pose, facing, phase)
        feet = (view.centerx, view.top + view.height * GROUND + view.height * 0.07)
        clip = surface.get_clip()
        surface.set_clip(view.clip(clip))
        self._art.shadow(child).draw(surface, feet)
        surface.set_clip(clip)
        child.draw(surface, feet)

    def _view(self) -> pygame.Rect:
        """The small desert on the canvas: the upper part of the button's face."""
        px = self.theme.px
        box = self.rect.inflate(-px(14), -px(14))
        box.height -= px(7)
        box.height -= self._words_height()
        return box.move(0, px(5)) if self.sunk else box

    def _words_height(self) -> int:
        if not self.label:
            return 0
        name = fonts.line_height(self.theme.text_px(self.theme.sizes.heading)) + self.theme.px(6)
        stars = self._star_side() + self.theme.px(8) if self._stars is not None else 0
        return min(name + stars, round(self.rect.height * 0.42))

    def _star_side(self) -> int:
        return min(self.theme.text_px(22), self.theme.px(32))

    def _paint_words(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        px = self.theme.px
        # `picture` is the card with its shadow around it; the view is given on the canvas.
        corner = self.rect.left - px(6), self.rect.top - px(6)
        view = self._view().move(-corner[0], -corner[1])
        picture.blit(vignette(view.size, px(16), self._sky), view)
        if self._figure is None:
            self._paint_plus(picture, view)
        if self.marked:
            self._paint_cross(picture, view)
        if not self.label:
            return
        words = pygame.Rect(box.left, view.bottom, box.width, self._words_height())
        if self._stars is not None:
            row = pygame.Rect(box.left, 0, box.width, self._star_side() + px(4))
            row.bottom = words.bottom - px(2)
            self._paint_stars(picture, row, ink)
            words.height = row.top - words.top
        size = self.theme.text_px(self.theme.sizes.heading)
        self._write(picture, self.label, fonts.DISPLAY, size, ink, words, (0.5, 0.5), 2)

    def _paint_stars(self, picture: pygame.Surface, row: pygame.Rect, ink: Colour) -> None:
        side, px = self._star_side(), self.theme.px
        said, size = str(self._stars), self.theme.text_px(self.theme.sizes.body)
        size = min(size, side)
        wide = side + px(6) + fonts.width(said, fonts.STRONG, size)
        left = row.centerx - wide // 2
        star = icons.icon("star", side, ink)
        picture.blit(star, star.get_rect(midleft=(left, row.centery)))
        room = pygame.Rect(left + side + px(6), row.top, row.width, row.height)
        self._write(picture, said, fonts.STRONG, size, ink, room)

    def _paint_plus(self, picture: pygame.Surface, view: pygame.Rect) -> None:
        palette, side = self.theme.palette, round(min(view.size) * 0.42)
        place = pygame.Rect(0, 0, side, side)
        place.center = view.center
        picture.blit(shapes.disc(side, palette.white), place)
        bar = (round(side * 0.56), round(side * 0.15))
        for size in (bar, bar[::-1]):
            arm = pygame.Rect((0, 0), size)
            arm.center = place.center
            picture.blit(shapes.rounded(size, min(size) // 2, palette.ink), arm)

    def _paint_cross(self, picture: pygame.Surface, view: pygame.Rect) -> None:
        palette, px = self.theme.palette, self.theme.px
        side = px(46)
        place = pygame.Rect(view.right - side - px(6), view.top + px(6), side, side)
        picture.blit(shapes.disc(side, palette.white), place)
        inner = place.inflate(-px(6), -px(6))
        picture.blit(shapes.disc(inner.width, palette.rose), inner)
        a, b = 0.24, 0.34
        for flip in (False, True):
            corners = ((a, b), (b, a), (1 - a, 1 - b), (1 - b, 1 - a))
            arm = shapes.polygon(
                inner.size, [(1 - x if flip else x, y) for x, y in corners], palette.ink
            )
            picture.blit(arm, inner)
