"""The four ways to learn a chapter, each a large button with a drawing and how far one has come."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.text import text
from game.ui import fonts
from game.ui.draw.child import SOUTH_EAST, SOUTH_WEST, ChildArt
from game.ui.draw.figure import Figure
from game.ui.draw.gems import RAREST, gem_sprite
from game.ui.draw.teacher import TALLER, TEACHER
from game.ui.draw.vignette import GROUND, vignette
from game.ui.theme import Colour, Theme, mixed
from game.ui.widgets import icons, layout, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.widget import sentences

_CHILD_TALL = 92.0


@dataclass(frozen=True)
class Mark:
    """How far one has come: `done` of `most`, and in words."""

    done: int
    most: int
    words: str


class FormCard(Button):
    """A drawing in a small desert, a name, and the mark."""

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        name: str,
        mark: Mark,
        on_press: Callable[[], None],
        *,
        colour: Colour,
        tip: str,
        figure: Figure,
    ) -> None:
        super().__init__(theme, rect, name, on_press, colour=colour, tip=tip)
        self._mark, self._figure = mark, figure

    @property
    def spoken(self) -> str:
        """The name, how far one has come, and what it is."""
        return sentences(self.label, self._mark.words, self.tip)

    def _paint_words(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        theme, px = self.theme, self.theme.px
        view, title, foot = self._boxes(box)
        sky = mixed(self._colour, theme.palette.white, 0.25)
        picture.blit(vignette(view.size, px(14), sky), view)
        clip = picture.get_clip()
        picture.set_clip(view)
        self._illustrate(picture, view)
        picture.set_clip(clip)
        size = theme.text_px(26)
        self._write(picture, self.label, fonts.DISPLAY, size, ink, title, (0.5, 0.5), 2)
        self._paint_mark(picture, foot, ink)

    def _boxes(self, box: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
        """Where the drawing, the name and the mark lie: below or beside each other."""
        px = self.theme.px
        if box.width > 1.5 * box.height:
            view, words = layout.columns(box, [0.42, 0.58], px(12))
            words.inflate_ip(0, -words.height // 6)
            title, foot = layout.rows(words, [0.45, 0.55], px(4))
            return view, title, foot
        grown = 1 + 0.5 * (self.theme.text_scale - 1)
        tall = min(round(px(112) * grown), box.height * 2 // 3)
        view = pygame.Rect(box.left, box.top, box.width, box.height - tall)
        words = pygame.Rect(box.left + px(4), view.bottom + px(4), box.width - px(8), tall - px(4))
        title, foot = layout.rows(words, [0.4, 0.6], 0)
        return view, title, foot

    def _illustrate(self, picture: pygame.Surface, view: pygame.Rect) -> None:
        """Draw what the form is."""
        raise NotImplementedError

    def _paint_mark(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        """A row of discs, those that are done with a tick, and the words under them."""
        px, palette = self.theme.px, self.theme.palette
        side = min(px(22), box.height // 2)
        step = side + px(5)
        left = box.centerx - (step * self._mark.most - px(5)) // 2
        for at in range(self._mark.most):
            place = pygame.Rect(left + at * step, box.top, side, side)
            picture.blit(shapes.disc(side, ink), place)
            inner = side - 2 * max(2, px(3))
            done = at < self._mark.done
            disc = shapes.disc(inner, palette.white if done else self._colour)
            picture.blit(disc, disc.get_rect(center=place.center))
            if done:
                tick = icons.icon("check", round(inner * 0.86), ink)
                picture.blit(tick, tick.get_rect(center=place.center))
        room = pygame.Rect(box.left + px(4), box.top + side, box.width - px(8), box.height - side)
        size = self.theme.text_px(18)
        self._write(picture, self._mark.words, fonts.STRONG, size, ink, room, (0.5, 0.5), 2)

    def _stand(
        self, picture: pygame.Surface, view: pygame.Rect, figure: Figure, at: float, tall: float,
        facing: int, pose: str = "idle",
    ) -> None:  # fmt: skip
        """A figure on the sand, `at` 0..1 across the view and `tall` of its height."""
        art = ChildArt(figure, tall * view.height / _CHILD_TALL, cache_bytes=1 << 20)
        sprite = art.frame(pose, facing, 0.15)
        feet = (view.left + at * view.width, view.top + view.height * (GROUND + 0.08))
        art.shadow(sprite).draw(picture, feet)
        sprite.draw(picture, feet)


class TalkForm(FormCard):
    """Student and teacher."""

    def _illustrate(self, picture: pygame.Surface, view: pygame.Rect) -> None:
        tall = min(0.5, 0.6 * view.width / view.height)
        self._stand(picture, view, self._figure, 0.3, tall, SOUTH_EAST)
        self._stand(picture, view, TEACHER, 0.72, tall * TALLER, SOUTH_WEST)
        side = round(min(view.width * 0.2, view.height * 0.26))
        for x, y in ((0.08, 0.1), (0.34, 0.03)):
            bubble = icons.icon("bubble", side, self.theme.palette.white)
            picture.blit(bubble, (view.left + x * view.width, view.top + y * view.height))


class SummaryForm(FormCard):
    """Three steps down, each longer than the one before."""

    def _illustrate(self, picture: pygame.Surface, view: pygame.Rect) -> None:
        palette, px = self.theme.palette, self.theme.px
        sheet = pygame.Rect(0, 0, round(view.width * 0.56), round(view.height * 0.74))
        sheet.center = view.center
        picture.blit(shapes.rounded(sheet.size, px(12), palette.white), sheet)
        line = max(3, sheet.height // 13)
        for at, share in enumerate((0.4, 0.62, 0.54, 0.78, 0.7, 0.76)):
            colour = (palette.orange, palette.blue, palette.blue)[min(at, 2)]
            colour = palette.violet if at > 2 else colour
            top = sheet.top + round(sheet.height * (0.12 + 0.135 * at))
            bar = (round(sheet.width * share), line)
            where = (sheet.left + sheet.width // 9, top)
            picture.blit(shapes.rounded(bar, line // 2, mixed(colour, palette.ink, 0.25)), where)


class CardsForm(FormCard):
    """Two cards with a gem on them."""

    def _illustrate(self, picture: pygame.Surface, view: pygame.Rect) -> None:
        palette, px = self.theme.palette, self.theme.px
        size = (round(view.height * 0.5), round(view.height * 0.68))
        for turn, shift, colour in ((14, -0.16, palette.blue), (-8, 0.12, palette.white)):
            card = shapes.rounded(size, px(10), colour).copy()
            card.blit(shapes.frame(size, px(10), px(3), palette.ink), (0, 0))
            gem = gem_sprite(RAREST, round(size[0] * 0.5), 0.1).surface
            card.blit(gem, gem.get_rect(center=card.get_rect().center))
            turned = pygame.transform.rotozoom(card, turn, 1.0)
            middle = (view.centerx + round(shift * view.width), view.centery)
            picture.blit(turned, turned.get_rect(center=middle))


class QuizForm(FormCard):
    """A question, and a child that wonders."""

    def _illustrate(self, picture: pygame.Surface, view: pygame.Rect) -> None:
        palette = self.theme.palette
        tall = min(0.6, 0.72 * view.width / view.height)
        self._stand(picture, view, self._figure, 0.34, tall, SOUTH_EAST)
        side = round(min(view.height * 0.5, view.width * 0.36))
        disc = shapes.disc(side, palette.white)
        place = disc.get_rect(center=(view.left + round(view.width * 0.7),
                                      view.top + round(view.height * 0.36)))  # fmt: skip
        picture.blit(disc, place)
        sign = icons.icon("question", round(side * 0.7), palette.ink)
        picture.blit(sign, sign.get_rect(center=place.center))


def talk_mark(heard: bool) -> Mark:
    """Whether the talk was heard."""
    return Mark(int(heard), 1, text("Heard") if heard else text("Not heard yet"))


def summary_mark(depth: int, most: int) -> Mark:
    """How deep the summary was read."""
    return Mark(depth, most, text("Read: {done} of {most}", done=depth, most=most))


def cards_mark(done: int, most: int) -> Mark:
    """How many cards are known."""
    return Mark(done, most, text("Known: {done} of {most}", done=done, most=most))


def quiz_mark(best: int | None, most: int) -> Mark:
    """The best quiz."""
    words = text("Best: {done} of {most}", done=best, most=most)
    return Mark(best or 0, most, text("Not tried yet") if best is None else words)
