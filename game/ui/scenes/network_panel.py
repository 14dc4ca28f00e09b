"""The panel beside a network's desert: its drawing, three guesses, and one mistake worked out.

What has no room below each other, as with large letters, is a page of its own; pressing turns to
the next page, or works out the next message.
"""

from dataclasses import replace
from functools import cached_property

import numpy as np
import pygame

from game.levels import Site
from game.sim.network_land import LossTerrain
from game.sim.network_plane import NAMES
from game.sim.run import RunState
from game.text import number, text
from game.ui import fonts
from game.ui.draw.network_picture import NetworkPicture
from game.ui.guesser_words import Guess, guesses_of, sum_of, tone_names
from game.ui.scenes import network_parts as parts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import sentences

WIDTH = 290
_PAD = 14
_DRAWING, _MORE = 148, 110  # height of the drawing, and how much more it takes of spare room
_AIR = 8  # below the drawing, whose lowest name hangs down a little
_LEAST_DRAWING = 250  # its height on a page of its own


class NetworkPanel(Panel):
    """Follows the walk on a land that is a LossTerrain: the network at the child's place."""

    focusable = True

    def __init__(self, theme: Theme, rect: pygame.Rect, site: Site) -> None:
        super().__init__(theme, rect, radius=20)
        land = site.setup.terrain
        if not isinstance(land, LossTerrain):
            raise TypeError("only a network's land has a network to show")
        self._land, self._plane = land, land.network.plane
        self._walked = {NAMES.index(self._plane.x): "x", NAMES.index(self._plane.y): "y"}
        self._tall = fonts.line_height(theme.text_px(parts.SIZE))
        self._page = 0
        self._drawing: NetworkPicture | None = None
        self._drawn_for: object = None
        self.tip = text(
            "Whole lines say more of it, broken ones less; a star marks the right tone. Press for"
            " the next message."
        )
        self._show(site.setup.start, float(land.height(site.setup.start)[0]))

    def follow(self, state: RunState) -> None:
        """Show the network that has the weights of the child's place."""
        if not np.array_equal(state.place, self._place):
            self._show(state.place, state.height)
            self.changed()

    def _show(self, place: np.ndarray, height: float) -> None:
        self._place, self._height = place, height
        self._weights = self._plane.weights(place)
        self.guesses: list[Guess] = guesses_of(self._weights)

    @property
    def worked_out(self) -> Guess | None:
        """The message whose mistake is worked out; None on the page of the drawing."""
        at = self._page if self.in_one else self._page - 1
        return self.guesses[at] if at >= 0 else None

    @cached_property
    def in_one(self) -> bool:
        """Whether all has room on one page, without letters much smaller than is wished.

        Found out once, so that no number of a walk turns the page.
        """
        if self._needed() > self.rect.height:
            return False
        theme, wide = self.theme, self._wide
        size = round(parts.LEAST_SHARE * theme.text_px(parts.SIZE))
        said = [guess.told for guess in self.guesses] + parts.sum_lines(self.guesses[0], False)
        return parts.names_fit(theme, wide, self._drawing_height) and all(
            fonts.width(line, fonts.STRONG, size) <= wide for line in [*said, *self._numbers()]
        )

    @property
    def _drawing_height(self) -> int:
        """Of the drawing where all is on one page."""
        px = self.theme.px
        return px(_DRAWING) + min(px(_MORE), self._spare)

    @property
    def _spare(self) -> int:
        """Pixels more than all needs on one page."""
        return max(0, self.rect.height - self._needed())

    @property
    def _wide(self) -> int:
        return self.rect.width - 2 * self.theme.px(_PAD)

    def press(self) -> None:
        """On to the next message, or page."""
        self._page = (self._page + 1) % (len(self.guesses) + (not self.in_one))
        self.changed()

    def handle(self, signal: Signal) -> bool:
        """ACTIVATE presses."""
        if isinstance(signal, Act) and signal.intent is Intent.ACTIVATE:
            self.press()
            return True
        return False

    def point(self, point: Point) -> bool:
        """A press and release inside presses."""
        if point.kind is Touch.RELEASE and self.reaches(point.pixel):
            self.press()
        return point.kind is not Touch.WHEEL

    @property
    def spoken(self) -> str:
        """What it guesses of the message that is worked out, and how wrong that is."""
        guess = self.worked_out
        if guess is None:
            return sentences(*self._numbers())
        pairs = zip(tone_names(), guess.outputs, strict=True)
        said = ", ".join(f"{name} {number(value, 2)}" for name, value in pairs)
        right = text("It should be: {tone}", tone=tone_names()[guess.tone])
        mistake = text("Mistake: {sum}", sum=sum_of(guess).total)
        return sentences(guess.told, said, right, mistake)

    def _numbers(self) -> tuple[str, str]:
        """Where the child stands, as weights and as a height made of a loss."""
        x, y = self._plane.values(self._place)
        paces, base = self._land.network.paces, self._land.base
        return (
            text("x = {x}, y = {y}", x=number(x, 2), y=number(y, 2)),
            # For translators: {loss} is the mean mistake here, {least} that of the lowest place.
            text(
                "height {height} = {paces} \N{MULTIPLICATION SIGN} ({loss} \N{MINUS SIGN} {least})",
                height=number(self._height, 1),
                paces=number(paces),
                loss=number((self._height - base) / paces, 3),
                least=number(-base / paces, 3),
            ),
        )

    # ---- layout

    def _needed(self) -> int:
        """Pixels for everything below each other."""
        px, tall = self.theme.px, self._tall
        one = parts.guess_height(self.theme, tall, 1) + px(parts.GAP)
        return px(_DRAWING + 2 * _PAD + 2 * parts.GAP + 4) + 7 * tall + len(self.guesses) * one

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        pen = parts.Pen(self.theme, picture, self._write, self._tall)
        room = box.inflate(-2 * self.theme.px(_PAD), -2 * self.theme.px(_PAD - 3))
        if self.in_one:
            self._paint_all(pen, room)
        elif self.worked_out is None:
            self._paint_drawing_page(pen, room)
        else:
            self._paint_page(pen, room, self.worked_out)

    def _paint_all(self, pen: parts.Pen, room: pygame.Rect) -> None:
        px, drawing = self.theme.px, self._drawing_height
        spare, air = self._spare - (drawing - px(_DRAWING)), px(_AIR)
        gap = px(parts.GAP) + spare // (len(self.guesses) + 1)
        place = pygame.Rect(room.left, room.top, room.width, drawing)
        top = self._paint_network(pen, place, self._numbers(), [1, 1], parts.NARROW, air) + gap
        parts.paint_tones(pen, pygame.Rect(room.left, top, room.width, self._tall), 1)
        top += self._tall + px(4)
        for guess in self.guesses:
            tall = parts.guess_height(self.theme, self._tall, 1)
            place = pygame.Rect(room.left, top, room.width, tall)
            if guess is self.worked_out:
                plate = place.inflate(px(14), px(4))
                frame = shapes.frame(plate.size, px(10), px(2), self.theme.palette.notch)
                pen.picture.blit(frame, plate)
                said = parts.sum_lines(guess, stacked=False)
            parts.paint_guess(pen, place, guess, 1)
            top = place.bottom + gap
        rest = pygame.Rect(room.left, top, room.width, room.bottom - top)
        parts.paint_sum(pen, rest, said, [1] * len(said))

    def _paint_drawing_page(self, pen: parts.Pen, room: pygame.Rect) -> None:
        x_and_y, height = self._numbers()
        # Two short lines rather than one and a bit.
        said = (x_and_y.replace(", ", ",\n", 1), height.replace(" = ", " =\n", 1))
        lines = [parts.lines_for(self.theme, line, self._wide) for line in said]
        air = self.theme.px(_PAD)  # the lowest name hangs down a little
        place = pygame.Rect(room.left, room.top, room.width, 0)
        spare = room.height - air - self.theme.px(_LEAST_DRAWING)
        pen = replace(pen, tall=min(self._tall, spare // sum(lines)))
        place.height = room.height - sum(lines) * pen.tall - air
        self._paint_network(pen, place, said, lines, parts.WIDE, air)

    def _paint_page(self, pen: parts.Pen, room: pygame.Rect, guess: Guess) -> None:
        """One message, in lines as tall as all that it takes has room for."""
        px, theme = self.theme.px, self.theme
        said = parts.sum_lines(guess, stacked=True)
        lines = [1] * len(said)  # squares in one line each, whatever the size of letters
        for at in (0, -1):
            lines[at] = parts.lines_for(theme, said[at], self._wide)
        message = parts.lines_for(theme, guess.told, self._wide)
        spare = room.height - px(parts.BAR + 4 + parts.GAP)
        pen = replace(pen, tall=min(self._tall, spare // (3 + message + sum(lines))))
        parts.paint_tones(pen, pygame.Rect(room.left, room.top, room.width, 2 * pen.tall), 2)
        tall = parts.guess_height(theme, pen.tall, message)
        place = pygame.Rect(room.left, room.top + 2 * pen.tall, room.width, tall)
        parts.paint_guess(pen, place, guess, message)
        top = place.bottom + px(parts.GAP)
        parts.paint_sum(pen, pygame.Rect(room.left, top, room.width, 0), said, lines)

    def _paint_network(
        self,
        pen: parts.Pen,
        place: pygame.Rect,
        said: tuple[str, str],
        lines: list[int],
        shares: parts.Shares,
        air: int = 0,
    ) -> int:
        """The drawing, and in so many lines the numbers below it; the row where they end."""
        if self._drawing is None or self._drawn_for != (place.size, shares):
            self._drawn_for = (place.size, shares)
            self._drawing = parts.drawing_for(
                self.theme, place.size, self._weights, self._walked, shares
            )
        parts.paint_drawing(pen, place, self._drawing, self._weights, shares)
        top = place.bottom + air
        for line, count in zip(said, lines, strict=True):
            row = pygame.Rect(place.left, top, place.width, pen.tall * count)
            last = line is said[-1]
            pen.line(line, row, (0.5, 0.5), strong=True, last=last, most=count)
            top = row.bottom
        return top
