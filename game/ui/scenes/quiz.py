"""A quiz of six questions: every answer has its reason, and every question its place to look."""

import secrets

import pygame

from game.lessons import Lesson
from game.quiz import Asked, draw
from game.text import ctext, text
from game.ui import fonts
from game.ui.draw.child import SOUTH, ChildArt
from game.ui.outcomes import ShowMe
from game.ui.party import figure_of
from game.ui.scenes.lesson_frame import BAR, GAP, LessonPage, said
from game.ui.scenes.quiz_answers import AnswerRow, Pips
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import Widget

_PAD = 26
_CHILD_TALL, _CHEER_MS = 92.0, 1300.0


class Quiz(LessonPage):
    """Ends with ShowMe, LessonPart (the hook), or Back."""

    def __init__(self, stage: Stage, lesson: Lesson, seed: int | None = None) -> None:
        """The same `seed` asks the same questions."""
        super().__init__(stage, lesson)
        self._seed = secrets.randbelow(2**32) if seed is None else seed
        self._time_ms = 0.0
        self._begin()

    def _begin(self) -> None:
        self.asked = draw(self.lesson, self._seed)
        self.at = 0
        self.chosen: int | None = None
        self.results: list[bool] = []

    def title(self) -> str:
        return text("{chapter}: quiz", chapter=said(self.lesson.name))

    @property
    def question(self) -> Asked | None:
        """What is asked now; None when all was asked."""
        return self.asked[self.at] if self.at < len(self.asked) else None

    # ---- laying out

    def lay_out(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        high = round(px(BAR + 24) * (1 + 0.3 * (theme.text_scale - 1)))
        self._bar = pygame.Rect(self.body.left, self.body.bottom - high, self.body.width, high)
        self._plate = pygame.Rect(self.body.left, self.body.top, self.body.width, 0)
        self._plate.height = self._bar.top - px(12) - self.body.top
        if self.question is None:
            self._lay_out_end()
            return
        head, room = self._head_and_room(self.question)
        self.rows = self._make_rows(room, self.question)
        buttons = self._buttons()
        focus = self.rows[0] if self.chosen is None else buttons[0]
        self.show([*head, *self.rows, Panel(theme, self._bar), *buttons, self._pips()], focus)

    def _head_and_room(self, asked: Asked) -> tuple[list[Widget], pygame.Rect]:
        """The question on its paper, and the room below it for the answers."""
        theme, px = self.stage.theme, self.stage.theme.px
        words = said(asked.question.asks)
        room = (self._plate.width - 2 * px(_PAD), round(self._plate.height * 0.28))
        # Not as fast as other letters: these are large already.
        size = 31 * (1 + 0.7 * (theme.text_scale - 1)) / theme.text_scale
        pixels = theme.text_px(size)
        found = fonts.fitted(words, fonts.STRONG, pixels, theme.floor_px, room, 4)
        high = max(px(76), found.height + px(26))
        paper = pygame.Rect(self._plate.topleft, (self._plate.width, high))
        box = paper.inflate(-2 * px(_PAD), -px(14))
        label = Label(theme, box, words, size=size, family=fonts.STRONG,
                      colour=theme.palette.ink, align=(0.5, 0.5), most=4)  # fmt: skip
        rest = pygame.Rect(self._plate.left, paper.bottom + px(14), self._plate.width, 0)
        rest.height = self._plate.bottom - rest.top
        return [Panel(theme, paper, colour=theme.palette.paper), label], rest

    def _make_rows(self, room: pygame.Rect, asked: Asked) -> list[AnswerRow]:
        theme, px = self.stage.theme, self.stage.theme.px
        letters = ctext("marks of a quiz's answers", "A B C D").split()
        boxes = layout.rows(room, [1] * len(asked.answers), px(12))
        rows = [
            AnswerRow(theme, box, letter, said(answer.says), lambda at=at: self._choose(at))
            for at, (box, letter, answer) in enumerate(
                zip(boxes, letters, asked.answers, strict=False)
            )
        ]
        if self.chosen is not None:
            for at, (row, answer) in enumerate(zip(rows, asked.answers, strict=True)):
                row.reveal(answer.right, said(answer.because), at == self.chosen)
        return rows

    def _buttons(self) -> list[Button]:
        theme, palette = self.stage.theme, self.stage.theme.palette
        inner = self._inner_bar()
        _, show, on = layout.columns(inner, [34, 30, 36], theme.px(GAP))
        last = self.at == len(self.asked) - 1
        after = Button(
            theme, on, text("To the end") if last else text("Next"), self._on, icon="right",
            colour=palette.orange, intent=Intent.STEP, hint=self.stage.keys.prompt(Intent.STEP),
            on_refused=lambda _: self.stage.sounds.play("refused"),
        )  # fmt: skip
        after.reason = "" if self.chosen is not None else text("Choose an answer first.")
        return [
            after,
            Button(theme, show, text("Show me"), self._show_me, icon="play", colour=palette.blue,
                   tip=text("Shows it in the desert.")),
        ]  # fmt: skip

    def _inner_bar(self) -> pygame.Rect:
        px = self.stage.theme.px
        return self._bar.inflate(-2 * px(16), -2 * px(10))

    def _pips(self) -> Pips:
        theme = self.stage.theme
        box = layout.columns(self._inner_bar(), [34, 30, 36], theme.px(GAP))[0]
        return Pips(theme, box, self.results, len(self.asked), at=self.at)

    def _lay_out_end(self) -> None:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        inner = self._plate.inflate(-2 * px(_PAD), -2 * px(_PAD))
        self._stage_box, words = layout.columns(inner, [0.34, 0.66], px(_PAD))
        top, middle, low = layout.rows(words, [0.4, 0.25, 0.35], px(10))
        right, most = sum(self.results), len(self.asked)
        head = text("{right} of {most} right", right=right, most=most)
        again, done = layout.columns(self._inner_bar(), [1, 1], px(GAP))
        buttons = [
            Button(theme, done, text("Done"), self.leave, icon="check", colour=palette.green,
                   intent=Intent.STEP, hint=self.stage.keys.prompt(Intent.STEP)),
            Button(theme, again, text("Other questions"), self._again, icon="restart",
                   colour=palette.orange, tip=text("A new quiz, drawn by chance.")),
        ]  # fmt: skip
        ink = palette.ink
        labels: list[Widget] = [
            Label(theme, top, head, size=50, family=fonts.DISPLAY, colour=ink, align=(0.0, 0.9),
                  most=3),
            Pips(theme, middle, self.results, most, dark=True),
            Label(theme, low, _praise(right, most), size=28, family=fonts.STRONG, colour=ink,
                  align=(0.0, 0.1), most=5),
        ]  # fmt: skip
        paper = Panel(theme, self._plate, colour=palette.paper)
        self.show([paper, *labels, Panel(theme, self._bar), *buttons], buttons[0])
        tall = min(self._stage_box.height * 0.8, self._stage_box.width * 1.1)
        self._art = ChildArt(figure_of(self.stage.player), tall / _CHILD_TALL, 6 << 20)

    # ---- what the player does

    def _choose(self, at: int) -> None:
        if self.chosen is not None or self.question is None:
            return
        self.chosen = at
        right = at == self.question.right
        self.results.append(right)
        if right:
            self.stage.sounds.play("star")
        else:
            self.stage.sounds.play("refused", caption="wrong")
        self.lay_out()

    def _on(self) -> None:
        if self.chosen is None:
            return
        self.at, self.chosen = self.at + 1, None
        if self.question is None:
            self.keep(self.study.quizzed(self.lesson.slug, sum(self.results)))
        self.lay_out()

    def _again(self) -> None:
        self._seed = (self._seed + 1) % 2**32
        self._begin()
        self.lay_out()

    def _show_me(self) -> None:
        if self.question is not None:
            self.outcome = ShowMe(self.question.question.show)

    # ---- the scene

    def update(self, elapsed_ms: float) -> None:
        super().update(elapsed_ms)
        self._time_ms += elapsed_ms

    def draw(self, surface: pygame.Surface) -> None:
        super().draw(surface)
        if self.question is None:
            happy = 2 * sum(self.results) >= len(self.asked)
            still = self.stage.settings.reduced_motion
            phase = 0.3 if still else self._time_ms / _CHEER_MS
            sprite = self._art.frame("cheer" if happy else "greet", SOUTH, phase)
            feet = (self._stage_box.centerx, self._stage_box.bottom - self.stage.theme.px(50))
            surface.set_clip(self._plate)  # the shadow of a jump is long
            self._art.shadow(sprite).draw(surface, feet)
            surface.set_clip(None)
            sprite.draw(surface, feet)


def _praise(right: int, most: int) -> str:
    if right == most:
        return text("All of them! You could teach this.")
    if 2 * right >= most:
        return text("Well done! Look once more at what you missed.")
    return text("A brave try. Listen to the talk, and ask again.")
