"""The pieces of a network's panel: the drawing with its names, a guess, a mistake worked out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pygame

from game.sim.network import Weights
from game.text import number, text
from game.ui import fonts
from game.ui.draw.network_picture import Spot, layers_in, paint_network
from game.ui.guesser_words import Guess, feature_names, sum_of, tone_names
from game.ui.theme import Theme
from game.ui.widgets import layout, shapes

SIZE, GAP, BAR = 16, 6, 9  # design pixels of letters, between things, of a bar's height
_NEURON, _LETTER = 8, 20  # radius of a neuron; of the balls with x and y, how wide
_STAR = [(0.5, 0.0), (0.62, 0.36), (1.0, 0.38), (0.7, 0.6), (0.81, 0.97), (0.5, 0.76),
         (0.19, 0.97), (0.3, 0.6), (0.0, 0.38), (0.38, 0.36)]  # fmt: skip

Align = tuple[float, float]


@dataclass(frozen=True)
class Pen:
    """Writes and paints on a `picture`; `write` is the panel's own, which sees whether all fits."""

    theme: Theme
    picture: pygame.Surface
    write: Callable[..., None]

    @property
    def tall(self) -> int:
        """Pixels from line to line."""
        return fonts.line_height(self.theme.text_px(SIZE))

    def line(
        self,
        said: str,
        row: pygame.Rect,
        align: Align,
        *,
        strong: bool = False,
        last: bool = False,
        most: int = 1,
    ) -> None:
        """Write in the panel's letters; what matters most (`last`) in orange."""
        palette = self.theme.palette
        family = fonts.STRONG if strong else fonts.BODY
        size = min(self.theme.text_px(SIZE), round(row.height / most * 0.84))
        colour = palette.orange if last else palette.cream
        self.write(self.picture, said, family, size, colour, row, align, most)

    def names(self, names: list[str], cells: list[pygame.Rect], align: Align, most: int) -> None:
        """Write each name in its cell, all in letters of one size, words unbroken where they go."""
        size, floor = self.theme.text_px(SIZE - 2), self.theme.floor_px
        while size > floor and not all(
            _has_room(name, size, cell, most) for name, cell in zip(names, cells, strict=True)
        ):
            size -= 1
        colour = self.theme.palette.cream
        for name, cell in zip(names, cells, strict=True):
            self.write(self.picture, name, fonts.BODY, size, colour, cell, align, most)


def _has_room(name: str, size: int, cell: pygame.Rect, most: int) -> bool:
    longest = max(fonts.width(word, fonts.BODY, size) for word in name.split())
    return (
        longest <= cell.width and fonts.fitted(name, fonts.BODY, size, size, cell.size, most).fits
    )


def guess_height(theme: Theme, lines: int) -> int:
    """Pixels of a message of so many lines with its numbers and bars."""
    return (lines + 1) * fonts.line_height(theme.text_px(SIZE)) + theme.px(BAR + 4)


def paint_drawing(pen: Pen, room: pygame.Rect, weights: Weights, walked: Mapping[int, str]) -> None:
    """The network, with the names of what goes in and out; `walked` are letters by number."""
    px, picture = pen.theme.px, pen.picture
    left, right = round(room.width * 0.29), round(room.width * 0.21)
    size, corner = (room.width - left - right, room.height), (room.left + left, room.top)
    layers = layers_in(size, weights, px(_NEURON))
    picture.blit(paint_network(size, weights, px(_NEURON), pen.theme.palette, walked), corner)
    before = pygame.Rect(room.left, room.top, left - px(GAP + 3), room.height)
    after = pygame.Rect(room.right - right + px(GAP), room.top, right - px(GAP), room.height)
    pen.names(feature_names(), _beside(layers.inputs, before), (1.0, 0.5), 2)
    pen.names(tone_names(), _beside(layers.outputs, after), (0.0, 0.5), 2)
    ball = shapes.disc(px(_LETTER), pen.theme.palette.orange)
    for share, (at, letter) in zip((0.3, 0.72), walked.items(), strict=True):
        (x0, y0), (x1, y1) = layers.ends[at]
        middle = (corner[0] + x0 + (x1 - x0) * share, corner[1] + y0 + (y1 - y0) * share)
        place = ball.get_rect(center=(round(middle[0]), round(middle[1])))
        picture.blit(ball, place)
        ink = pen.theme.palette.ink
        pen.write(picture, letter, fonts.HEAVY, px(15), ink, place, (0.5, 0.5), 1)


def _beside(spots: list[Spot], column: pygame.Rect) -> list[pygame.Rect]:
    """A cell for the name of each neuron."""
    tall = round(spots[1][1] - spots[0][1])
    tops = [column.top + round(y) - tall // 2 for _, y in spots]
    return [pygame.Rect(column.left, top, column.width, tall) for top in tops]


def paint_tones(pen: Pen, row: pygame.Rect) -> None:
    """The names of the tones over the columns of numbers."""
    pen.names(tone_names(), layout.columns(row, [1, 1, 1], pen.theme.px(GAP)), (0.5, 0.5), 1)


def paint_guess(pen: Pen, room: pygame.Rect, guess: Guess, lines: int) -> None:
    """The message, and a number and a bar for each tone; a star marks what it should be."""
    px, tall = pen.theme.px, pen.tall
    row = pygame.Rect(room.left, room.top, room.width, lines * tall)
    pen.line(guess.told, row, (0.0, 0.5), strong=True, most=lines)
    row = pygame.Rect(room.left, row.bottom, room.width, tall)
    cells = layout.columns(row, [1, 1, 1], px(GAP))
    for at, (cell, value) in enumerate(zip(cells, guess.outputs, strict=True)):
        first = at == guess.likeliest
        if at == guess.tone:
            side = min(round(tall * 0.8), px(20))
            star = shapes.polygon((side, side), _STAR, pen.theme.palette.yellow)
            pen.picture.blit(star, star.get_rect(midleft=cell.midleft))
        pen.line(number(value, 2), cell, (0.62, 0.5), strong=first, last=first)
        _paint_bar(pen, pygame.Rect(cell.left, cell.bottom, cell.width, px(BAR)), value, first)


def _paint_bar(pen: Pen, bar: pygame.Rect, value: float, first: bool) -> None:
    palette, radius = pen.theme.palette, bar.height // 2
    inner = bar.inflate(-2, -2)
    wide = round(bar.width * value)
    filled = palette.orange if first else palette.quiet
    plates = [(bar, palette.notch), (inner, palette.panel_solid)]
    if wide:
        plates.append((pygame.Rect(bar.left, bar.top, wide, bar.height), filled))
    for rect, colour in plates:
        picture = shapes.rounded(rect.size, min(radius, rect.width // 2), colour)
        pen.picture.blit(picture, rect)


def paint_sum(pen: Pen, room: pygame.Rect, guess: Guess, stacked: bool) -> None:
    """The mistake of a guess, worked out: in one sum, or with a line for each square."""
    worked = sum_of(guess)
    said = [text("How wrong is that?"), *(worked.stacked if stacked else worked.in_a_row)]
    tall = min(pen.tall, room.height // len(said))
    for at, line in enumerate(said):
        row = pygame.Rect(room.left, room.top + at * tall, room.width, tall)
        last = at == len(said) - 1
        align = (0.0 if at == 0 else 1.0, 0.5)
        pen.line(line, row, align, strong=at == 0 or last, last=last)
