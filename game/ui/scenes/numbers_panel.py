"""The numbers of the next step, worked out: what the textbook would write."""

import numpy as np
import pygame

from game.sim.run import Preview, RunState
from game.text import number, short_number, text
from game.ui import fonts
from game.ui.theme import Theme
from game.ui.tool_words import paces, value_text
from game.ui.widgets.panel import Panel

_SIZE, _PAD, _GAP = 17, 24, 6
_ONE_ROW = 0.85  # of the full size of the letters


def _length(vector: np.ndarray) -> float:
    return float(np.sqrt((vector**2).sum()))


def _pair(vector: np.ndarray) -> str:
    return f"({number(float(vector[0]), 2)}, {number(float(vector[1]), 2)})"


def lines(state: RunState, ahead: Preview, names: str) -> list[tuple[str, str]]:
    """(name, number) of each line; lengths for children, vectors for grown-ups."""
    step = ahead.place - state.place
    carries = _length(state.velocity) > 0.005
    if names == "child":
        wind = [(text("Wind carries"), paces(_length(state.velocity)))] if carries else []
        return [
            (text("Slope"), number(_length(state.slope), 2)),
            (text("Step size"), value_text("learning_rate", state.learning_rate)),
            *wind,
            (text("Next step"), paces(_length(step))),
        ]
    velocity = [(text("Carried"), _pair(state.velocity))] if carries else []
    return [
        (text("Gradient"), _pair(state.slope)),
        (text("Learning rate"), short_number(state.learning_rate)),
        *velocity,
        (text("Update"), _pair(step)),
    ]


class NumbersPanel(Panel):
    """Slope, step size and what they make of the next step; the last line is the result."""

    def __init__(self, theme: Theme, rect: pygame.Rect) -> None:
        super().__init__(theme, rect, radius=20)
        self._lines: list[tuple[str, str]] = []

    def show(self, state: RunState, ahead: Preview, names: str) -> None:
        """Show the numbers of another moment."""
        new = lines(state, ahead, names)
        if new != self._lines:
            self._lines = new
            self.changed()

    @property
    def spoken(self) -> str:
        """All lines."""
        return " ".join(f"{name}: {shown}." for name, shown in self._lines)

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        if not self._lines:
            return
        theme, palette = self.theme, self.theme.palette
        room = box.inflate(-theme.px(_PAD), -theme.px(16))
        size, rows = self._laid_out(room)
        line = fonts.line_height(size)
        # What is spare stands between the lines, not within the two rows of one.
        taken = line * sum(words + (not beside) for words, beside in rows)
        spare = max(0, room.height - taken) // max(len(rows), 3)
        top = room.top + spare // 2
        for i, ((name, shown), (words, beside)) in enumerate(zip(self._lines, rows, strict=True)):
            upper = pygame.Rect(room.left, top, room.width, line * words)
            lower = pygame.Rect(room.left, upper.bottom - line * beside, room.width, line)
            top = lower.bottom + spare
            if beside:
                wide = min(fonts.width(shown, fonts.STRONG, size) + 2, round(room.width * 0.6))
                lower.left, lower.width = room.right - wide, wide
                upper.width -= wide + theme.px(_GAP) if words == 1 else 0
            colour = palette.orange if i == len(rows) - 1 else palette.cream
            self._write(picture, name, fonts.BODY, size, palette.cream, upper, most=3)
            self._write(picture, shown, fonts.STRONG, size, colour, lower, (1.0, 0.5))

    def _laid_out(self, room: pygame.Rect) -> tuple[int, list[tuple[int, bool]]]:
        """The largest letters with which all has room, and how each line then stands.

        Of each: the rows of its name, and whether its number stands beside the last of them, not
        below. One size for all.
        """
        full = size = self.theme.text_px(_SIZE)
        while size >= _ONE_ROW * full:  # a little smaller is better than a number below its name
            rows = [self._rows(name, shown, size, room.width) for name, shown in self._lines]
            if set(rows) == {(1, True)} and len(rows) * fonts.line_height(size) <= room.height:
                return size, rows
            size -= 1
        size = full
        while True:
            rows = [self._rows(name, shown, size, room.width) for name, shown in self._lines]
            tall = sum(words + (not beside) for words, beside in rows) * fonts.line_height(size)
            fits = tall <= room.height and self._widest(size, room.width) <= room.width
            if fits or size <= self.theme.floor_px:
                return size, rows
            size -= 1

    def _rows(self, name: str, shown: str, size: int, room: int) -> tuple[int, bool]:
        words = fonts.wrapped(name, fonts.BODY, size, room)
        last = fonts.width(words[-1], fonts.BODY, size)
        number = fonts.width(shown, fonts.STRONG, size)
        return len(words), last + number + self.theme.px(_GAP) + 2 <= room

    def _widest(self, size: int, room: int) -> int:
        numbers = [fonts.width(shown, fonts.STRONG, size) for _, shown in self._lines]
        words = [fonts.wrapped(name, fonts.BODY, size, room) for name, _ in self._lines]
        return max(*numbers, *(fonts.width(part, fonts.BODY, size) for w in words for part in w))
