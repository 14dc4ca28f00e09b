"""The numbers of the next step, worked out: what the textbook would write."""

import numpy as np
import pygame

from game.sim.run import Preview, RunState
from game.text import bracketed, number, short_number, text
from game.ui import fonts
from game.ui.theme import Theme
from game.ui.tool_words import paces, value_text
from game.ui.widgets.panel import Panel

_SIZE, _PAD, _GAP = 17, 24, 6
_ONE_ROW = 0.8  # of the full size of the letters


def _length(vector: np.ndarray) -> float:
    return float(np.sqrt((vector**2).sum()))


def _pair(vector: np.ndarray) -> str:
    return bracketed(number(float(vector[0]), 2), number(float(vector[1]), 2))


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
        self._most_px = theme.text_px(_SIZE)  # letters once made smaller stay so: no flicker

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

    @property
    def crowded(self) -> bool:
        """Whether some number has no room beside its name."""
        room = pygame.Rect(0, 0, self.rect.width - self.theme.px(_PAD), self.theme.canvas[1])
        return any(stand != (1, 0) for stand in self._laid_out(room)[1])

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        if not self._lines:
            return
        theme, palette = self.theme, self.theme.palette
        room = box.inflate(-theme.px(_PAD), -theme.px(16))
        size, stands = self._laid_out(room)
        if set(stands) == {(1, 0)}:
            self._most_px = min(self._most_px, size)
        line = fonts.line_height(size)
        # What is spare stands between the lines, not within the rows of one.
        spare = max(0, room.height - line * sum(map(sum, stands))) // max(len(stands), 3)
        top = room.top + spare // 2
        for i, ((name, shown), (words, below)) in enumerate(zip(self._lines, stands, strict=True)):
            upper = pygame.Rect(room.left, top, room.width, line * words)
            lower = pygame.Rect(room.left, upper.bottom, room.width, line * below)
            top = lower.bottom + spare
            if not below:
                wide = min(fonts.width(shown, fonts.STRONG, size) + 2, round(room.width * 0.6))
                lower.update(room.right - wide, upper.bottom - line, wide, line)
                upper.width -= wide + theme.px(_GAP) if words == 1 else 0
            colour = palette.orange if i == len(stands) - 1 else palette.cream
            self._write(picture, name, fonts.BODY, size, palette.cream, upper, most=3)
            self._write(picture, shown, fonts.STRONG, size, colour, lower, (1.0, 0.5), most=2)

    def _laid_out(self, room: pygame.Rect) -> tuple[int, list[tuple[int, int]]]:
        """The largest letters with which all has room, and how each line then stands.

        Of each: the rows of its name, and those of its number below it, 0 where that stands beside
        the last of them. One size for all.
        """
        full, floor = self.theme.text_px(_SIZE), self.theme.floor_px
        for size in range(self._most_px, round(_ONE_ROW * full) - 1, -1):
            # A little smaller is better than a number below its name.
            stands = self._stands(size, room.width)
            if set(stands) == {(1, 0)} and len(stands) * fonts.line_height(size) <= room.height:
                return size, stands
        for size in range(full, floor, -1):
            stands = self._stands(size, room.width)
            tall = sum(map(sum, stands)) * fonts.line_height(size)
            if tall <= room.height and self._widest(size, room.width) <= room.width:
                return size, stands
        return floor, self._stands(floor, room.width)

    def _stands(self, size: int, room: int) -> list[tuple[int, int]]:
        found = []
        for name, shown in self._lines:
            words = fonts.wrapped(name, fonts.BODY, size, room)
            last = fonts.width(words[-1], fonts.BODY, size) + self.theme.px(_GAP) + 2
            beside = last + fonts.width(shown, fonts.STRONG, size) <= room
            below = 0 if beside else len(fonts.wrapped(shown, fonts.STRONG, size, room))
            found.append((len(words), below))
        return found

    def _widest(self, size: int, room: int) -> int:
        parts = [
            fonts.width(part, family, size)
            for line in self._lines
            for words, family in zip(line, (fonts.BODY, fonts.STRONG), strict=True)
            for part in fonts.wrapped(words, family, size, room)
        ]
        return max(parts)
