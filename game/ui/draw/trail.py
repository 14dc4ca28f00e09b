"""The trail: footprints on the way, and a mark at every place where a step really ended."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.ui.draw.paint import Board, Colour, Point, Sprite

_SPACING, _ASIDE = 9.0, 2.8  # units between prints, and from the middle line to each foot
_DARK: Colour = (66, 28, 44)
_LIGHT: Colour = (255, 240, 208)
_MARK: Colour = (255, 252, 244)
_MARK_RIM: Colour = (52, 22, 44)
_FADES = (228, 204, 182, 164, 148, 134)  # alpha of prints, from the newest steps to the oldest
_STEPS_A_FADE = 5
_TURNS = 32


@dataclass(frozen=True)
class _Way:
    """One move: its prints as (turn, foot, x, y), and where it began and ended."""

    prints: list[tuple[int, int, float, float]]
    marks: list[Point]


class Trail:
    """Draws the ways of all moves onto one layer, so that a frame costs one blit.

    The layer holds what no longer fades (`_old`) and, redrawn after each move, the newest moves.
    """

    def __init__(self, size: tuple[int, int], scale: float, squash: float = 0.5) -> None:
        """`size` of the canvas in pixels; `scale` 1 suits 1280 x 720; `squash` of the ground."""
        self._layer = pygame.Surface(size, pygame.SRCALPHA)
        self._old = pygame.Surface(size, pygame.SRCALPHA)
        self._scale, self._squash = scale, squash
        self._mark = _dot(scale)
        self._stamps: dict[tuple[int, int, int], Sprite] = {}
        self._ways: list[_Way] = []
        self._forget()

    def rebuild(self, ways: Iterable[Sequence[Point | None]]) -> None:
        """Forget all, and draw these ways (pixels along the ground, one sequence a move)."""
        self._ways.clear()
        self._forget()
        for way in ways:
            self.add(way)

    def add(self, way: Sequence[Point | None], prints: bool = True) -> None:
        """Draw one more way; without `prints` only where it began and ended.

        A point that is None is out of sight, and so are the prints before and after it.
        """
        ends = [point for point in (way[0], way[-1]) if point is not None]
        self._ways.append(_Way(list(self._prints_along(way)) if prints else [], ends))
        self._drawn = None

    def draw(self, surface: pygame.Surface, progress: float = 1.0) -> None:
        """Blit the trail; of the newest move only the share `progress` that has been walked."""
        count = len(self._ways) if progress >= 1.0 else len(self._ways) - 1
        if count < 0:
            return
        if self._drawn != count:
            self._redraw(count)
        if self._box.width:
            surface.blit(self._layer, self._box.topleft, self._box)
        if progress < 1.0:
            newest = self._ways[-1].prints
            for turn, foot, x, y in newest[: int(len(newest) * progress)]:
                self._stamp(turn, foot, 0).draw(surface, (x, y))
            if self._ways[-1].marks:
                self._mark.draw(surface, self._ways[-1].marks[0])

    def _forget(self) -> None:
        self._old.fill((0, 0, 0, 0))
        self._layer.fill((0, 0, 0, 0))
        self._old_box, self._box = pygame.Rect(0, 0, 0, 0), pygame.Rect(0, 0, 0, 0)
        self._settled = 0  # moves whose prints are on `_old`
        self._drawn: int | None = None
        self._carry, self._foot = _SPACING * self._scale * 0.5, 0

    def _redraw(self, count: int) -> None:
        """Bring the layer to the first `count` moves."""
        final = len(_FADES) - 1
        ready = max(0, count - final * _STEPS_A_FADE)
        while self._settled < ready:
            way = self._ways[self._settled]
            self._old_box = self._put(self._old, self._old_box, way, final)
            self._settled += 1
        self._layer.fill((0, 0, 0, 0), self._box)
        self._layer.blit(self._old, self._old_box, self._old_box)
        self._box = self._old_box.copy()
        for index in range(self._settled, count):
            age = (count - 1 - index) // _STEPS_A_FADE
            self._box = self._put(self._layer, self._box, self._ways[index], min(age, final))
        for way in self._ways[self._settled : count]:  # marks lie over all the prints around them
            for mark in way.marks:
                self._mark.draw(self._layer, mark)
        self._drawn = count

    def _put(self, layer: pygame.Surface, box: pygame.Rect, way: _Way, fade: int) -> pygame.Rect:
        """Draw a move on a layer; gives the box of all that has been drawn there."""
        drawn = [
            self._stamp(turn, foot, fade).draw(layer, (x, y)) for turn, foot, x, y in way.prints
        ]
        drawn += [self._mark.draw(layer, mark) for mark in way.marks]
        drawn = [rect for rect in drawn if rect.width]
        if not drawn:
            return box
        return (box if box.width else drawn[0]).unionall(drawn)

    def _prints_along(self, way: Sequence[Point | None]) -> Iterator[tuple[int, int, float, float]]:
        spacing, aside = _SPACING * self._scale, _ASIDE * self._scale
        for start, end in pairwise(way):
            if start is None or end is None:
                continue
            (x0, y0), (x1, y1) = start, end
            length = math.hypot(x1 - x0, y1 - y0)
            if length == 0:
                continue
            east, south = (x1 - x0) / length, (y1 - y0) / length
            turn = self._turn(east, south)
            while self._carry < length:
                self._foot = 1 - self._foot
                shift = aside * (2 * self._foot - 1)
                x, y = x0 + east * self._carry, y0 + south * self._carry
                yield turn, self._foot, x - south * shift, y + east * shift * 0.6
                self._carry += spacing
            self._carry -= length

    def _turn(self, east: float, south: float) -> int:
        """The way that a foot points on the ground, in 32nds, from its way on the canvas."""
        angle = math.atan2(south / self._squash, east)
        return round(angle / math.tau * _TURNS) % _TURNS

    def _stamp(self, turn: int, foot: int, fade: int) -> Sprite:
        key = (turn, foot, fade)
        if key not in self._stamps:
            stamp = _print(turn * math.tau / _TURNS, 2 * foot - 1, self._scale, self._squash)
            stamp.surface.fill((255, 255, 255, _FADES[fade]), None, pygame.BLEND_RGBA_MULT)
            self._stamps[key] = stamp
        return self._stamps[key]


def _dot(scale: float) -> Sprite:
    """The mark of a step's exact end: white in a dark rim, in a thin light one."""
    board = Board((-8, -8, 8, 8), scale, 6)
    board.disc((0, 0), 4.9, (255, 240, 214))
    board.disc((0, 0), 4.2, _MARK_RIM)
    board.disc((0, 0), 2.7, _MARK)
    return board.finish(1)


def _print(angle: float, side: int, scale: float, squash: float) -> Sprite:
    """A bare foot's print pointing along `angle` (radians on the ground); `side` 1 is the right.

    It is dark inside, and its far edge catches the sun, which is what shows in the shade.
    """
    s, c = math.sin(angle), math.cos(angle)
    flat = 0.45 + 0.55 * squash  # a print seen truly flat would be a dash

    def on(along: float, across: float, shift: float) -> Point:
        x, y = along * c - across * s, along * s + across * c
        return (x + shift * 0.7, y * flat + shift * 0.8)

    board = Board((-9, -9, 9, 9), scale, 6)
    toes = [(3.7 - 0.35 * abs(k - 0.6) ** 1.5, side * (1.7 - 1.05 * k)) for k in range(4)]
    for colour, grow, shift in ((_LIGHT, 0.72, 0.55), (_DARK, 0.0, 0.0)):
        sole = [on(-2.6, 0.0, shift), on(-0.4, -0.25 * side, shift), on(1.5, 0.0, shift)]
        board.limb(sole, [1.25 + grow, 1.2 + grow, 1.75 + grow], colour)
        for along, across in toes:
            board.disc(on(along, -across, shift), 0.55 + grow * 0.8, colour)
    return board.finish(1)
