"""Height over steps: the curve that a lesson calls the loss curve."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import pygame

from game.text import number, text
from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.axes import height_range, picked, steps_range
from game.ui.widgets.panel import Panel

_MOST_POINTS, _DOTS_APART = 240, 9


class Chart(Panel):
    """The heights of a walk so far, one a step, the first before the first step.

    Small it shows the curve and the values at the start and now; enlarged, gridlines and both
    axes too. Pressing it calls `on_press`, which may set another `rect` by `place`.
    """

    focusable = True

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        heights: Sequence[float] = (),
        *,
        names: tuple[str, str] | None = None,
        on_press: Callable[[], None] = lambda: None,
        intent: Intent | None = Intent.CHART,
        tip: str = "",
    ) -> None:
        """`names` are those of the axes: height and steps, or loss and steps."""
        super().__init__(theme, rect, radius=20)
        self._heights = list(heights)
        self._names = names or (text("Height"), text("Steps"))
        self.on_press, self.intent, self.tip = on_press, intent, tip
        self.large = False
        self._measure()

    @property
    def heights(self) -> list[float]:
        """The heights shown, a copy."""
        return list(self._heights)

    @property
    def spoken(self) -> str:
        """What it shows, where the walk began and where it is."""
        if not self._heights:
            return self._names[0]
        start, now = number(self._heights[0], 1), number(self._heights[-1], 1)
        return f"{self._names[0]}: " + text("start {start}, now {now}", start=start, now=now)

    def show(self, heights: Sequence[float]) -> None:
        """Show another walk, or the same one with more or fewer steps."""
        if len(heights) != len(self._heights) or list(heights) != self._heights:
            self._heights = list(heights)
            self.changed()

    def rename(self, names: tuple[str, str]) -> None:
        """Other names for the axes."""
        if names != self._names:
            self._names = names
            self.changed()

    def place(self, rect: pygame.Rect, large: bool) -> None:
        """Draw in another place, with both axes written out where `large`."""
        self.rect, self.large = pygame.Rect(rect), large
        panel = self.theme.palette.panel
        self._colour = (*panel[:3], 250) if large else panel  # nothing shines through a large one
        self.changed()

    def press(self) -> None:
        """Ask to be enlarged or made small."""
        self.on_press()

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

    def _plot_box(self, box: pygame.Rect) -> pygame.Rect:
        theme, px = self.theme, self.theme.px
        row = fonts.line_height(self._small())
        head = fonts.line_height(self._heading())
        left = max(fonts.width(said, fonts.BODY, self._small()) for said in self._said) + px(18)
        top = px(9) + head * (2 if self._in_two_rows() else 1) + row // 2
        foot = row + px(10)
        return pygame.Rect(
            box.left + left,
            box.top + top,
            box.width - left - px(20) - theme.text_px(4),
            box.height - top - foot,
        )

    def _small(self) -> int:
        # Letters that grew without the box would push the curve out of it.
        return min(self.theme.text_px(17 if self.large else 15), self.rect.height // 8)

    def _heading(self) -> int:
        return min(self.theme.text_px(20 if self.large else 16), self.rect.height // 7)

    def _measure(self) -> None:
        low, high, step = height_range(self._heights or [0.0, 1.0], 6 if self.large else 2)
        self._marks = [low + step * i for i in range(round((high - low) / step) + 1)]
        self._said = [number(mark, 0 if step >= 1 else 1) for mark in self._marks]
        self._last = steps_range(len(self._heights) - 1)

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        self._measure()
        plot = self._plot_box(box)
        self._paint_grid(picture, plot)
        self._paint_names(picture, box, plot)
        if self._heights:
            self._paint_curve(picture, plot)

    def _paint_grid(self, picture: pygame.Surface, plot: pygame.Rect) -> None:
        theme, palette, small = self.theme, self.theme.palette, self._small()
        # In a low plot only every second or third number has room.
        every = math.ceil(small * (len(self._marks) - 1) / max(plot.height, 1))
        for at, (mark, said) in enumerate(zip(self._marks, self._said, strict=True)):
            y = self._y(mark, plot)
            line = palette.notch if mark == self._marks[0] else palette.track
            picture.fill((*line, 255), (plot.left, y, plot.width, theme.px(1)))
            if at % max(every, 1):
                continue
            tall = fonts.line_height(small)
            room = pygame.Rect(0, y - tall // 2, plot.left - theme.px(7), tall)
            self._write(picture, said, fonts.BODY, small, palette.quiet, room, (1.0, 0.5))

    def _now(self) -> str:
        """Both ends where there is room; small, the axis tells where it began."""
        now = number(self._heights[-1], 1)
        if self.large:
            return text("start {start}, now {now}", start=number(self._heights[0], 1), now=now)
        return text("now {now}", now=now)

    def _in_two_rows(self) -> bool:
        """Whether name and height now are too long for one row."""
        if not self._heights:
            return False
        room, floor = self.rect.width - self.theme.px(28), self.theme.floor_px
        name = fonts.width(self._names[0], fonts.STRONG, floor)
        now = fonts.width(self._now(), fonts.STRONG, floor)
        kept = min(fonts.width(self._now(), fonts.STRONG, self._heading()), room // 2)
        return now > kept or name > room - kept - self.theme.px(8)

    def _long_name(self) -> bool:
        """Whether the name needs both rows for itself."""
        wide = fonts.width(self._names[0], fonts.STRONG, self.theme.floor_px)
        return wide > self.rect.width - self.theme.px(28)

    def _paint_names(self, picture: pygame.Surface, box: pygame.Rect, plot: pygame.Rect) -> None:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        size = self._heading()
        tall = fonts.line_height(size)
        head = pygame.Rect(box.left + px(14), box.top + px(7), box.width - px(28), tall)
        now = ""
        if self._heights:
            now = self._now()
            if self._in_two_rows() and self._long_name():
                head.height *= 2  # no room for the number, which the curve tells as well
            elif self._in_two_rows():
                below = head.move(0, tall)
                self._write(picture, now, fonts.STRONG, size, palette.orange, below, (0.0, 0.5))
            else:
                wide = min(fonts.width(now, fonts.STRONG, size), head.width // 2)
                right = pygame.Rect(head.right - wide, head.top, wide, tall)
                self._write(picture, now, fonts.STRONG, size, palette.orange, right, (1.0, 0.5))
                head.width -= wide + px(8)
        self._write(picture, self._names[0], fonts.STRONG, size, palette.cream, head, most=2)
        small = self._small()
        foot = pygame.Rect(plot.left, plot.bottom + px(4), plot.width, fonts.line_height(small))
        last = str(self._last)
        third = min(foot.width // 4, fonts.width(last, fonts.BODY, small) + 1)
        ends = (("0", 0.0, foot.left, third), (last, 1.0, foot.right - third, third))
        for said, align, left, wide in ends:
            place = pygame.Rect(left, foot.top, wide, foot.height)
            self._write(picture, said, fonts.BODY, small, palette.quiet, place, (align, 0.5))
        foot.inflate_ip(-2 * third - px(8), 0)
        if self.large or fonts.width(self._names[1], fonts.BODY, theme.floor_px) <= foot.width:
            self._write(picture, self._names[1], fonts.BODY, small, palette.cream, foot, (0.5, 0.5))

    def _paint_curve(self, picture: pygame.Surface, plot: pygame.Rect) -> None:
        theme, palette = self.theme, self.theme.palette
        shown = picked(len(self._heights), _MOST_POINTS)
        points = [self._pixel(i, plot) for i in shown]
        self._paint_line(picture, points)
        if plot.width / self._last >= theme.px(_DOTS_APART):
            dot = shapes.disc(theme.px(6), palette.cream)
            for point in points:
                picture.blit(dot, dot.get_rect(center=point))
        self._paint_ends(picture, plot, points)

    def _paint_line(self, picture: pygame.Surface, points: list[tuple[int, int]]) -> None:
        thick = self.theme.px(4 if self.large else 3)
        if len(points) < 2:
            return
        left, top = min(x for x, _ in points) - thick, min(y for _, y in points) - thick
        right, foot = max(x for x, _ in points) + thick, max(y for _, y in points) + thick
        large = shapes.blank((2 * (right - left), 2 * (foot - top)), self.theme.palette.orange)
        fine = [(2 * (x - left), 2 * (y - top)) for x, y in points]
        for start, end in pairwise(fine):
            pygame.draw.line(large, self.theme.palette.orange, start, end, 2 * thick)
        for at in fine:
            pygame.draw.circle(large, self.theme.palette.orange, at, thick)
        smooth = pygame.transform.smoothscale(large, (right - left, foot - top))
        picture.blit(smooth, (left, top))

    def _paint_ends(
        self, picture: pygame.Surface, plot: pygame.Rect, points: list[tuple[int, int]]
    ) -> None:
        theme, palette = self.theme, self.theme.palette
        for at, colour in ((points[0], palette.cream), (points[-1], palette.orange)):
            for side, tint in ((theme.px(13), palette.white), (theme.px(9), colour)):
                ball = shapes.disc(side, tint)
                picture.blit(ball, ball.get_rect(center=at))

    def _pixel(self, step: int, plot: pygame.Rect) -> tuple[int, int]:
        across = plot.left + round(plot.width * step / self._last)
        return across, self._y(self._heights[step], plot)

    def _y(self, height: float, plot: pygame.Rect) -> int:
        low, high = self._marks[0], self._marks[-1]
        return plot.bottom - round(plot.height * (height - low) / (high - low))
