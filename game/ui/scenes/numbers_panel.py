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


def numbers_width(theme: Theme, shown: list[tuple[str, str]]) -> int:
    """Pixels that a panel needs to show every line at full size."""
    size = theme.text_px(_SIZE)
    return theme.px(_PAD + 2 * _GAP) + max(
        fonts.width(name, fonts.BODY, size) + fonts.width(value, fonts.STRONG, size)
        for name, value in shown
    )


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
        tall, gap = room.height // max(len(self._lines), 3), theme.px(_GAP)
        size = self._size(room.width - gap, round(tall * 0.72))
        for i, (name, shown) in enumerate(self._lines):
            line = pygame.Rect(room.left, room.top + i * tall, room.width, tall)
            wide = min(fonts.width(shown, fonts.STRONG, size) + 2, round(room.width * 0.6))
            value = pygame.Rect(line.right - wide, line.top, wide, tall)
            name_box = pygame.Rect(line.left, line.top, line.width - wide - gap, tall)
            colour = palette.orange if i == len(self._lines) - 1 else palette.cream
            self._write(picture, name, fonts.BODY, size, palette.cream, name_box, most=2)
            self._write(picture, shown, fonts.STRONG, size, colour, value, (1.0, 0.5), 2)

    def _size(self, room: int, most: int) -> int:
        """The largest letters with which every line has room: one size for all."""
        size = min(self.theme.text_px(_SIZE), most)
        while size > self.theme.floor_px and any(
            fonts.width(name, fonts.BODY, size) + fonts.width(shown, fonts.STRONG, size) > room
            for name, shown in self._lines
        ):
            size -= 1
        return size
