"""The score worked out line by line, counted up before the player's eyes."""

from dataclasses import dataclass

import pygame

from game.sim.events import Ending
from game.sim.run import RunSetup, RunState
from game.sim.score import CLOSENESS_POINTS, DEPTH_POINTS, GEM_POINTS, WATER_POINTS, Score
from game.text import ntext, number, text
from game.ui import fonts
from game.ui.theme import Theme
from game.ui.widgets import icons, shapes
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import sentences

_LINE_MS, _STAR_MS = 420.0, 350.0


@dataclass(frozen=True)
class Line:
    """One line of the sum: what, how much of it, and the points."""

    name: str
    amount: str
    points: int


@dataclass(frozen=True)
class Heading:
    """What stands above the sum: what happened, how far away, and a badge such as "New best!"."""

    head: str
    quiet: str = ""
    badge: str = ""


def lines(setup: RunSetup, state: RunState, score: Score) -> list[Line]:
    """The lines that add up to the total."""

    def part(share: float, points: int) -> str:
        percent = 100 * share
        # Rounded to whole ones, few of them would multiply out, and 99.8 would be a false 100.
        said = number(percent, 0 if abs(percent - round(percent)) < 0.05 else 1)
        return text("{percent} % of {points}", percent=said, points=points)

    close, deep = score.closeness_points, score.depth_points
    found = [
        Line(text("How close"), part(score.closeness, CLOSENESS_POINTS), close),
        Line(text("How deep"), part(score.depth, DEPTH_POINTS), deep),
    ]
    gems = len(state.collected)
    if gems or len(setup.lesser_gems):
        found.append(Line(text("Little gems"), f"{gems} \N{MULTIPLICATION SIGN} {GEM_POINTS}",
                          score.gem_points))  # fmt: skip
    if state.ending is Ending.FOUND:
        amount = f"{state.water} \N{MULTIPLICATION SIGN} {WATER_POINTS}"
        found.append(Line(text("Water left"), amount, score.water_points))
    return found


class ScoreSheet(Panel):
    """Shows one line after the other, then the sum, then the stars."""

    def __init__(
        self, theme: Theme, rect: pygame.Rect, heading: Heading, sum_lines: list[Line], stars: int
    ) -> None:
        super().__init__(theme, rect)
        self._heading, self._lines, self._stars = heading, sum_lines, stars
        self._shown_ms = 0.0

    @property
    def finished(self) -> bool:
        """Whether everything is counted."""
        return self._shown_ms >= self._whole_ms

    @property
    def _whole_ms(self) -> float:
        return _LINE_MS * (len(self._lines) + 1) + _STAR_MS * 3

    @property
    def spoken(self) -> str:
        """How it ended, the stars, every line and the sum."""
        won = ntext("{count} star", "{count} stars", self._stars)
        total = str(sum(line.points for line in self._lines))
        rows = [f"{line.name}: {line.amount}: {line.points}" for line in self._lines]
        head = (self._heading.head, self._heading.quiet)
        return sentences(*head, won, *rows, f"{text('Score')}: {total}", self._heading.badge)

    def update(self, elapsed_ms: float) -> None:
        if not self.finished:
            self._shown_ms += elapsed_ms
            self.changed()

    def star_ms(self, star: int) -> float:
        """When a won star (from 0) lands, in milliseconds after the first line."""
        return _LINE_MS * (len(self._lines) + 1) + _STAR_MS * (star + 1)

    def finish(self) -> None:
        """Show everything at once."""
        self._shown_ms = self._whole_ms
        self.changed()

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        room = box.inflate(-px(48), -px(28))
        stars = pygame.Rect(room.left, self._paint_heading(picture, room), room.width, px(62))
        self._paint_stars(picture, stars)
        foot = pygame.Rect(room.left, room.bottom - px(50), room.width, px(50))
        body = pygame.Rect(room.left, stars.bottom + px(8), room.width, 0)
        body.height = foot.top - px(6) - body.top
        tall = min(px(72), body.height // max(1, len(self._lines)))
        body.top += (body.height - tall * len(self._lines)) // 2
        done = self._shown_ms / _LINE_MS
        for i, line in enumerate(self._lines):
            share = min(max(done - i, 0.0), 1.0)
            if share > 0:
                place = pygame.Rect(body.left, body.top + i * tall, body.width, tall)
                self._paint_line(picture, place, line, round(line.points * share))
        counted = sum(
            round(line.points * min(max(done - i, 0.0), 1.0)) for i, line in enumerate(self._lines)
        )
        pygame.draw.line(picture, palette.quiet, foot.topleft, foot.topright, px(2))
        self._paint_badge(picture, foot)
        size = theme.text_px(theme.sizes.title)
        half = foot.width * (3 if self._heading.badge else 5) // 10
        left, right = pygame.Rect(foot.topleft, (half, foot.height)), foot.copy()
        right.width = half
        right.right = foot.right
        self._write(picture, text("Score"), fonts.DISPLAY, size, palette.cream, left)
        self._write(picture, str(counted), fonts.DISPLAY, size, palette.orange, right, (1.0, 0.5))

    def _paint_heading(self, picture: pygame.Surface, room: pygame.Rect) -> int:
        """What happened, in lines of about the same length; returns where it ends."""
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        heading = self._heading
        tall = px(42 if heading.quiet else 66)
        head = pygame.Rect(room.left, room.top, room.width, round(tall * self._grown))
        size, family = theme.text_px(theme.sizes.title), fonts.DISPLAY
        self._write(picture, heading.head, family, size, palette.cream, head, (0.5, 0.5), 2)
        if heading.quiet:
            below = pygame.Rect(room.left, head.bottom, room.width, round(px(36) * self._grown))
            size = theme.text_px(theme.sizes.body)
            said = heading.quiet
            self._write(picture, said, fonts.STRONG, size, palette.quiet, below, (0.5, 0.5), 2)
            head = below
        return head.bottom + px(8)

    @property
    def _grown(self) -> float:
        return 1 + 0.35 * (self.theme.text_scale - 1)

    def _paint_badge(self, picture: pygame.Surface, foot: pygame.Rect) -> None:
        """Between the word and the number of the score, once all is counted."""
        theme, px = self.theme, self.theme.px
        if not self._heading.badge or not self.finished:
            return
        size = min(theme.text_px(theme.sizes.body), px(28))
        said = self._heading.badge
        wide = min(fonts.width(said, fonts.DISPLAY, size) + px(28), foot.width * 2 // 5)
        box = pygame.Rect(0, 0, wide, round(size * 1.6))
        box.center = foot.center
        picture.blit(shapes.rounded(box.size, box.height // 2, theme.palette.green), box)
        ink, room = theme.palette.ink, box.inflate(-px(16), 0)
        self._write(picture, said, fonts.DISPLAY, size, ink, room, (0.5, 0.5))

    def _paint_line(
        self, picture: pygame.Surface, place: pygame.Rect, line: Line, points: int
    ) -> None:
        theme, palette = self.theme, self.theme.palette
        gap = theme.px(10)
        room = place.width - 2 * gap
        size, wide = self._size(room)
        value = pygame.Rect(place.right - wide, place.top, wide, place.height)
        name = pygame.Rect(place.left, place.top, round((room - wide) * 0.54), place.height)
        amount = pygame.Rect(name.right + gap, place.top, 0, place.height)
        amount.width = value.left - gap - amount.left
        self._write(picture, line.name, fonts.STRONG, size, palette.cream, name, most=2)
        self._write(picture, line.amount, fonts.BODY, size, palette.quiet, amount, (1.0, 0.5), 2)
        self._write(picture, f"+{points}", fonts.STRONG, size, palette.orange, value, (1.0, 0.5))

    def _size(self, room: int) -> tuple[int, int]:
        """The largest letters with which every line has room, and the width kept for points."""
        theme, longest = self.theme, max((f"+{line.points}" for line in self._lines), key=len)
        size = theme.text_px(theme.sizes.body)
        while True:
            wide = fonts.width("+" + "0" * (len(longest) - 1), fonts.STRONG, size) + 2
            left = room - wide
            names = max(fonts.width(line.name, fonts.STRONG, size) for line in self._lines)
            amounts = max(fonts.width(line.amount, fonts.BODY, size) for line in self._lines)
            if size <= theme.floor_px or (names <= left * 0.54 and amounts <= left * 0.46):
                return size, wide
            size -= 1

    def _paint_stars(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        """Won stars are whole and large, the others small and hollow: not told by colour alone."""
        palette = self.theme.palette
        since = (self._shown_ms - _LINE_MS * (len(self._lines) + 1)) / _STAR_MS
        gap = round(box.height * 1.25)
        for at in range(3):
            middle = (box.centerx + (at - 1) * gap, box.centery)
            whole = icons.icon("star", round(box.height * 0.8), palette.spent)
            picture.blit(whole, whole.get_rect(center=middle))
            hole = icons.icon("star", round(box.height * 0.5), palette.panel_solid)
            picture.blit(hole, hole.get_rect(center=middle))
            share = min(max(since - at, 0.0), 1.0)
            if at < self._stars and share > 0:
                side = round(box.height * (1.35 - 0.35 * share))
                star = icons.icon("star", side, palette.yellow)
                picture.blit(star, star.get_rect(center=middle))
