"""The pieces of a network's panel: the drawing with its names, a guess, a mistake worked out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.sim.network import Weights
from game.sim.tone_weights import TRAINED
from game.text import number, text
from game.ui import fonts
from game.ui.draw.network_picture import NetworkPicture, Spot, layers_in
from game.ui.guesser_words import Guess, feature_names, sum_of, tone_names
from game.ui.theme import Theme
from game.ui.widgets import layout, shapes

SIZE, GAP, BAR = 16, 6, 9  # design pixels of letters, between things, of a bar's height
_LINE = 1.24  # line heights of a letter's height, with a little air
_NEURON, _LETTER = 8, 20  # radius of a neuron; of the balls with x and y, how wide
Shares = tuple[float, float]  # of the width, for the names before and after the drawing
NARROW, WIDE = (0.29, 0.21), (0.36, 0.28)
LEAST_SHARE = 0.8  # of the letters' size that is wished: a line may shrink to it
MOST_LINES = 4  # of a name, or of a sentence
_STAR = [(0.5, 0.0), (0.62, 0.36), (1.0, 0.38), (0.7, 0.6), (0.81, 0.97), (0.5, 0.76),
         (0.19, 0.97), (0.3, 0.6), (0.0, 0.38), (0.38, 0.36)]  # fmt: skip

Align = tuple[float, float]


@dataclass(frozen=True)
class Pen:
    """Writes and paints on a `picture`; `write` is the panel's own, which sees whether all fits.

    tall  pixels from line to line
    """

    theme: Theme
    picture: pygame.Surface
    write: Callable[..., None]
    tall: int

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
        size = min(self.theme.text_px(SIZE), int(row.height / most / _LINE))
        colour = palette.orange if last else palette.cream
        self.write(self.picture, said, family, size, colour, row, align, most)

    def names(self, names: list[str], cells: list[pygame.Rect], align: Align, most: int) -> None:
        """Write each name in its cell, all in letters of one size, words unbroken where they go."""
        sizes = (self.theme.text_px(SIZE - 2), self.theme.floor_px)
        room = (cells[0].width, cells[0].height)  # of columns, the last may be a pixel wider
        size = _common_size(tuple(names), sizes, room, most)
        colour = self.theme.palette.cream
        for name, cell in zip(names, cells, strict=True):
            self.write(self.picture, name, fonts.BODY, size, colour, cell, align, most)


@lru_cache(maxsize=64)
def _common_size(
    names: tuple[str, ...], sizes: tuple[int, int], room: tuple[int, int], most: int
) -> int:
    """The largest letters in which every name has room with whole words, between both sizes."""
    size, floor = sizes
    while size > floor and not all(_has_room(name, size, room, most) for name in names):
        size -= 1
    return size


def _has_room(name: str, size: int, room: tuple[int, int], most: int) -> bool:
    longest = max(fonts.width(word, fonts.BODY, size) for word in name.split())
    return longest <= room[0] and fonts.fitted(name, fonts.BODY, size, size, room, most).fits


def lines_for(theme: Theme, said: str, wide: int) -> int:
    """How many lines a sentence takes in a column so wide, in letters about as large as wished."""
    size = max(round(LEAST_SHARE * theme.text_px(SIZE)), theme.floor_px)
    wrapped = fonts.wrapped(said, fonts.STRONG, size, wide)
    return min(len(wrapped), MOST_LINES)


def names_fit(theme: Theme, wide: int, tall: int) -> bool:
    """Whether the names of inputs and outputs have room in two lines beside a drawing so tall."""
    layers = layers_in((wide // 2, tall), TRAINED, theme.px(_NEURON))
    for names, spots, share, gap in (
        (feature_names(), layers.inputs, NARROW[0], GAP + 3),
        (tone_names(), layers.outputs, NARROW[1], GAP),
    ):
        room = (round(wide * share) - theme.px(gap), round(spots[1][1] - spots[0][1]))
        if not all(_has_room(name, theme.floor_px, room, 2) for name in names):
            return False
    cell = ((wide - 2 * theme.px(GAP)) // 3, fonts.line_height(theme.text_px(SIZE)))
    return all(_has_room(name, theme.floor_px, cell, 1) for name in tone_names())


def guess_height(theme: Theme, tall: int, lines: int) -> int:
    """Pixels of a message of so many lines, `tall` each, with its numbers and bars."""
    return (lines + 1) * tall + theme.px(BAR + 4)


def drawing_for(
    theme: Theme,
    room: tuple[int, int],
    weights: Weights,
    walked: Mapping[int, str],
    shares: Shares,
) -> NetworkPicture:
    """The drawing that `paint_drawing` wants for a room of this size."""
    wide = room[0] - round(room[0] * shares[0]) - round(room[0] * shares[1])
    return NetworkPicture((wide, room[1]), weights, theme.px(_NEURON), theme.palette, walked)


def paint_drawing(
    pen: Pen, room: pygame.Rect, drawing: NetworkPicture, weights: Weights, shares: Shares
) -> None:
    """The network with these weights, and the names of what goes in and out."""
    px, picture, palette = pen.theme.px, pen.picture, pen.theme.palette
    left, right = round(room.width * shares[0]), round(room.width * shares[1])
    corner = (room.left + left, room.top)
    picture.blit(drawing.paint(weights), corner)
    before = pygame.Rect(room.left, room.top, left - px(GAP + 3), room.height)
    after = pygame.Rect(room.right - right + px(GAP), room.top, right - px(GAP), room.height)
    pen.names(feature_names(), _beside(drawing.layers.inputs, before), (1.0, 0.5), MOST_LINES)
    pen.names(tone_names(), _beside(drawing.layers.outputs, after), (0.0, 0.5), MOST_LINES)
    ball = shapes.disc(px(_LETTER), palette.orange)
    for share, (at, letter) in zip((0.3, 0.72), drawing.walked.items(), strict=True):
        x, y = drawing.middle(at, share)
        place = ball.get_rect(center=(round(corner[0] + x), round(corner[1] + y)))
        picture.blit(ball, place)
        pen.write(picture, letter, fonts.HEAVY, px(15), palette.ink, place, (0.5, 0.5), 1)


def _beside(spots: list[Spot], column: pygame.Rect) -> list[pygame.Rect]:
    """A cell for the name of each neuron."""
    tall = round(spots[1][1] - spots[0][1])
    tops = [column.top + round(y) - tall // 2 for _, y in spots]
    return [pygame.Rect(column.left, top, column.width, tall) for top in tops]


def paint_tones(pen: Pen, row: pygame.Rect, most: int) -> None:
    """The names of the tones over the columns of numbers."""
    pen.names(tone_names(), layout.columns(row, [1, 1, 1], pen.theme.px(GAP)), (0.5, 0.5), most)


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
            side = min(round(tall * 0.8), px(18))
            star = shapes.polygon((side, side), _STAR, pen.theme.palette.yellow)
            pen.picture.blit(star, star.get_rect(midleft=cell.midleft))
        pen.line(number(value, 2), cell, (1.0, 0.5), strong=first, last=first)
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


def sum_lines(guess: Guess, stacked: bool) -> list[str]:
    """What `paint_sum` writes: in one sum, or with a line for each square."""
    worked = sum_of(guess)
    return [text("How wrong is that?"), *(worked.stacked if stacked else worked.in_a_row)]


def paint_sum(pen: Pen, room: pygame.Rect, said: list[str], most: list[int]) -> None:
    """The mistake of a guess, worked out; `most` lines for each of what is said."""
    top = room.top
    for at, (line, count) in enumerate(zip(said, most, strict=True)):
        row = pygame.Rect(room.left, top, room.width, count * pen.tall)
        last = at == len(said) - 1
        align = (0.0 if at == 0 else 1.0, 0.5)
        pen.line(line, row, align, strong=at == 0 or last, last=last, most=count)
        top = row.bottom
