"""A drawing of a small network: neurons, and its weights as lines between them.

A weight above 0 is a whole line, one below 0 a broken one of another colour; the larger, the
thicker. Weights that are walked on are brighter and carry a letter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

import pygame

from game.sim.network import Weights
from game.ui.theme import Colour, Palette, mixed
from game.ui.widgets import shapes

_FINE = 2  # how many times larger it is drawn before it is shrunk
_THINNEST, _THICKEST, _HALF = 0.6, 5.0, 3.0  # pixels of lines; a weight of _HALF is half as thick
_DASH, _GAP = 5.0, 4.0
_DIMMED = 0.45  # how much of the panel's colour lies over the weights that stay as they are

Spot = tuple[float, float]


@dataclass(frozen=True)
class Layers:
    """Where the neurons stand in a picture: spots of the inputs, hidden neurons and outputs.

    `above` are those of the two biases' own neurons, which always say 1.
    """

    inputs: list[Spot]
    hidden: list[Spot]
    outputs: list[Spot]
    above: tuple[Spot, Spot]

    @property
    def ends(self) -> list[tuple[Spot, Spot]]:
        """From where to where each weight leads, in the order of `Weights.flat`."""
        into = [(one, other) for one in self.inputs for other in self.hidden]
        lift = [(self.above[0], other) for other in self.hidden]
        out = [(one, other) for one in self.hidden for other in self.outputs]
        return [*into, *lift, *out, *((self.above[1], other) for other in self.outputs)]


def layers_in(size: tuple[int, int], weights: Weights, radius: int) -> Layers:
    """The neurons in three columns, with room for the biases' neurons above."""
    wide, tall = size
    inputs, hidden = weights.into.shape
    columns = [radius + 1, wide // 2, wide - radius - 1]

    def spots(column: int, count: int) -> list[Spot]:
        first = radius * (3.6 if count < 4 else 1.9)  # few stand below the biases' neurons
        step = (tall - 1.9 * radius - first) / max(count - 1, 1)
        return [(columns[column], first + at * step) for at in range(count)]

    top = radius + 1.0
    above = (
        (columns[0] * 0.45 + columns[1] * 0.55, top),
        (columns[1] * 0.45 + columns[2] * 0.55, top),
    )
    return Layers(spots(0, inputs), spots(1, hidden), spots(2, weights.bias_out.size), above)


class NetworkPicture:
    """The drawing, `size` pixels large, of networks that differ only in the weights walked on.

    `walked` are letters by a weight's number in `Weights.flat`. All else is drawn only once.
    """

    def __init__(
        self,
        size: tuple[int, int],
        weights: Weights,
        radius: int,
        palette: Palette,
        walked: Mapping[int, str],
    ) -> None:
        self.size, self.layers, self.walked = size, layers_in(size, weights, radius), dict(walked)
        self._radius, self._palette, self._ends = radius, palette, self.layers.ends
        values = [float(value) for value in weights.flat()]
        self._still = self._lines([at for at in range(len(values)) if at not in walked], values)

    def middle(self, number: int, share: float) -> Spot:
        """The spot `share` (0..1) of the way along a weight's line."""
        (x0, y0), (x1, y1) = self._ends[number]
        return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share

    def paint(self, weights: Weights) -> pygame.Surface:
        """A picture of the network with these weights."""
        picture = self._still.copy()
        picture.blit(self._lines(list(self.walked), [float(v) for v in weights.flat()]), (0, 0))
        rim, layers = self._palette.panel_solid, self.layers
        for spot in (*layers.inputs, *layers.hidden, *layers.outputs):
            _ball(picture, spot, self._radius, self._palette.cream, rim)
        for spot in layers.above:
            _ball(picture, spot, round(self._radius * 0.66), self._palette.notch, rim)
        return picture

    def _lines(self, numbers: list[int], values: list[float]) -> pygame.Surface:
        large = shapes.blank(
            (self.size[0] * _FINE, self.size[1] * _FINE), self._palette.panel_solid
        )
        for at in numbers:
            _line(large, self._ends[at], values[at], self._palette, bright=at in self.walked)
        return pygame.transform.smoothscale(large, self.size)


def _ball(picture: pygame.Surface, spot: Spot, radius: int, colour: Colour, rim: Colour) -> None:
    for size, tint in ((2 * radius, rim), (2 * radius - 4, colour)):
        ball = shapes.disc(max(2, size), tint)
        picture.blit(ball, ball.get_rect(center=(round(spot[0]), round(spot[1]))))


def _line(
    large: pygame.Surface, ends: tuple[Spot, Spot], value: float, palette: Palette, bright: bool
) -> None:
    start, end = (pygame.Vector2(spot) * _FINE for spot in ends)
    share = abs(value) / (abs(value) + _HALF)
    thick = max(1, round(_FINE * (_THINNEST + (_THICKEST - _THINNEST) * share)))
    colour = palette.blue if value >= 0 else palette.rose
    if not bright:
        colour = mixed(colour, palette.panel_solid, _DIMMED)
    if value >= 0:
        pygame.draw.line(large, colour, start, end, thick)
        return
    whole, at = hypot(*(end - start)), 0.0
    way = (end - start) / max(whole, 1.0)
    while at < whole:
        stop = min(at + _DASH * _FINE, whole)
        pygame.draw.line(large, colour, start + way * at, start + way * stop, thick)
        at += (_DASH + _GAP) * _FINE
