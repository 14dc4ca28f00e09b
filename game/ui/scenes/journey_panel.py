"""The panels of the journey: who is on the way, and what the chosen stop holds."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.levels import Head
from game.progress import Best
from game.text import number, text
from game.ui import fonts
from game.ui.scenes.journey_map import View
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.theme import Theme
from game.ui.tool_words import paces
from game.ui.widgets import icons, layout
from game.ui.widgets.button import Button
from game.ui.widgets.heads import BAR, EDGE, TOP, back_button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, SpeechPanel, paint_badge
from game.ui.widgets.widget import Widget, sentences

_HIGH, _HIGHER = 140, 44  # of the lower panel, and what large text adds
_LARGEST_WITH_VIEW = 1.25  # size of text up to which there is room for a picture of the level


@dataclass(frozen=True)
class Wishes:
    """What the buttons of the journey ask for."""

    back: Callable[[], None]
    players: Callable[[], None]
    play: Callable[[], None]
    watch: Callable[[], None]
    turn: Callable[[int], None]
    lesson: Callable[[], None]
    tools: Callable[[], None]


class Header(Panel):
    """The name of the stretch on the left, stars and gems on the right."""

    def __init__(self, theme: Theme, rect: pygame.Rect, name: str, stars: str, gems: str) -> None:
        super().__init__(theme, rect)
        self._name, self._won = name, (("star", stars), ("gem", gems))

    @property
    def spoken(self) -> str:
        """All that it shows."""
        (_, stars), (_, gems) = self._won
        return sentences(self._name, text("Stars: {stars}. Gems: {gems}", stars=stars, gems=gems))

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        inner = box.inflate(-px(44), -px(8))
        name, stars, gems = layout.columns(inner, [0.54, 0.28, 0.18], px(22))
        size = theme.text_px(theme.sizes.title)
        self._write(picture, self._name, fonts.DISPLAY, size, palette.cream, name, (0.0, 0.5), 2)
        for (icon, said), room in zip(self._won, (stars, gems), strict=True):
            side = px(32)
            drawing = icons.icon("star", side, palette.yellow) if icon == "star" else _gem(theme)
            middle = (room.left + side // 2, room.centery)  # a gem's glow reaches beyond its side
            picture.blit(drawing, drawing.get_rect(center=middle))
            room = pygame.Rect(room.left + side + px(8), room.top, room.width - side - px(8),
                               room.height)  # fmt: skip
            size = theme.text_px(theme.sizes.heading)
            self._write(picture, said, fonts.DISPLAY, size, palette.cream, room)


def _gem(theme: Theme) -> pygame.Surface:
    from game.ui.draw.gems import RAREST, gem_sprite

    return gem_sprite(RAREST, theme.px(32), 0.1).surface


def header(stage: Stage, wishes: Wishes, name: str, nickname: str, won: tuple[str, str]) -> list:
    """The way back, the header, and a button with the player's nickname."""
    theme, px = stage.theme, stage.theme.px
    side, wide = px(BAR), theme.canvas[0]
    back = back_button(stage, wishes.back)
    who = pygame.Rect(0, px(TOP), px(210 + 60 * (theme.text_scale - 1)), side)
    who.right = wide - px(EDGE)
    player = Button(
        theme,
        who,
        nickname or text("Who is playing?"),
        wishes.players,
        colour=theme.palette.yellow,
        tip=text("Somebody else plays"),
    )
    left = back.rect.right + px(12)
    plate = pygame.Rect(left, px(TOP), who.left - px(12) - left, side)
    return [back, Header(theme, plate, name, *won), player]


def side_buttons(stage: Stage, wishes: Wishes, lesson: str) -> list[Button]:
    """Below the header on the right: the tools found so far, and the chapter's lesson.

    `lesson` is what the tip says of it; "" where there is none.
    """
    theme, px = stage.theme, stage.theme.px
    top = px(TOP + BAR + 10)
    right = theme.canvas[0] - px(EDGE)
    made = []
    if lesson:
        wide = px(170 + 70 * (theme.text_scale - 1))
        rect = pygame.Rect(right - wide, top, wide, px(BAR))
        made.append(
            Button(theme, rect, text("Lesson"), wishes.lesson, icon="book",
                   colour=theme.palette.violet, tip=lesson)
        )  # fmt: skip
        right = rect.left - px(10)
    rect = pygame.Rect(right - px(BAR), top, px(BAR), px(BAR))
    tip = text("The tools that you have found")
    made.append(
        Button(theme, rect, "", wishes.tools, icon="bag", colour=theme.palette.orange, tip=tip)
    )
    return made


def page_buttons(stage: Stage, wishes: Wishes, leaf: int, leaves: int, foot: int) -> list[Button]:
    """Left and right to the neighbouring chapters, where there are any, above the row `foot`."""
    theme, px = stage.theme, stage.theme.px
    side = px(BAR + 6)
    made = []
    for step, icon, tip in (
        (-1, "left", text("The chapter before")),
        (1, "right", text("The next chapter")),
    ):
        if 0 <= leaf + step < leaves:
            rect = pygame.Rect(px(10), 0, side, side)
            if step > 0:
                rect.right = theme.canvas[0] - px(10)
            rect.bottom = foot - px(10)
            made.append(
                Button(theme, rect, "", lambda step=step: wishes.turn(step), icon=icon,
                       colour=theme.palette.cream, tip=tip)
            )  # fmt: skip
    return made


class StopPanel:
    """The lower panel: number and name, what the level is about, the best walk, and Play."""

    def __init__(self, stage: Stage, wishes: Wishes) -> None:
        self.theme = theme = stage.theme
        px, palette = theme.px, theme.palette
        high = px(_HIGH + _HIGHER * (theme.text_scale - 1))
        self.rect = pygame.Rect(px(EDGE), 0, theme.canvas[0] - 2 * px(EDGE), high)
        self.rect.bottom = theme.canvas[1] - px(12)
        inner = self.rect.inflate(-px(40), -px(26))
        self.view: View | None = None
        if theme.text_scale <= _LARGEST_WITH_VIEW:
            seen = pygame.Rect(inner.left - px(8), 0, 0, inner.height + px(8))
            seen.width = round(seen.height * 16 / 9)
            seen.centery = inner.centery
            self.view = View(theme, seen)
            inner.width -= seen.right + px(18) - inner.left
            inner.left = seen.right + px(18)
        words, watch, play = layout.columns(inner, [0.56, 0.20, 0.24], px(18))
        title, rest = layout.rows(words, [0.42, 0.58], 0)
        self.title = _NumberedTitle(theme, title)
        line, best = layout.rows(rest, [0.62, 0.38], px(2))
        self.line = Label(theme, line, "", family=fonts.STRONG, most=3)
        self.best = Label(
            theme, best, "", size=18, colour=palette.orange, family=fonts.STRONG, most=2
        )
        self.watch = Button(theme, watch, text("Watch"), wishes.watch, colour=palette.blue,
                            icon="restart", tip=text("Shows your best walk again"))  # fmt: skip
        self.play = Button(theme, play, text("Play"), wishes.play, colour=palette.green,
                           icon="play", intent=Intent.RUN,
                           hint=stage.keys.prompt(Intent.RUN))  # fmt: skip
        self.widgets: list[Widget] = [
            Panel(theme, self.rect), self.title, self.line, self.best, self.watch, self.play
        ]  # fmt: skip
        if self.view is not None:
            self.widgets.insert(1, self.view)

    def show(self, slug: str, head: Head, line: str, best: Best, reason: str) -> None:
        """Tell of another stop; `reason` says why it is shut."""
        self.title.show(str(head.number), text(head.name))
        if self.view is not None:
            self.view.show(slug, head.look)
        self.line.text = reason or line
        self.best.text = best_line(best)
        self.play.reason = reason
        self.watch.reason = "" if best.walk else text("There is no walk yet.")


class _NumberedTitle(Widget):
    """A golden number and a name."""

    def __init__(self, theme: Theme, rect: pygame.Rect) -> None:
        super().__init__(theme, rect)
        self._said = ("", "")

    def show(self, shown: str, name: str) -> None:
        """Write another number and name."""
        if self._said != (shown, name):
            self._said = (shown, name)
            self.changed()

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme, palette = self.theme, self.theme.palette
        picture = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        picture.fill((*palette.cream, 0))
        side = min(theme.px(46), self.rect.height)
        place = pygame.Rect(0, (self.rect.height - side) // 2, side, side)
        paint_badge(picture, theme, place, self._said[0])
        left = place.right + theme.px(12)
        room = pygame.Rect(left, 0, self.rect.width - left, self.rect.height)
        size = theme.text_px(theme.sizes.title)
        self._write(picture, self._said[1], fonts.DISPLAY, size, palette.cream, room, (0.0, 0.5), 2)
        return picture, self.rect.topleft


def best_line(best: Best) -> str:
    """The best score in words; "" where nothing was walked yet."""
    if not best.walk:
        return ""
    if best.stars >= 2:
        return text("Best score: {score}", score=number(best.score))
    return text("Best score: {score}, {paces} from the gem",
                score=number(best.score), paces=paces(best.distance))  # fmt: skip


def message_panel(stage: Stage, beside: list[Button]) -> SpeechPanel:
    """Where a sentence is shown for a while, left of the buttons `beside`."""
    theme, px = stage.theme, stage.theme.px
    right = min(button.rect.left for button in beside) - px(10)
    wide = min(px(720), right - px(EDGE))
    rect = pygame.Rect(right - wide, px(TOP + BAR + 8), wide, px(70))
    return SpeechPanel(theme, rect, "")
