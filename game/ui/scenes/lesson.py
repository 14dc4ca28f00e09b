"""A chapter's lesson: talk, summary, cards and quiz, to be taken in any order or not at all."""

import pygame

from game import flashcards
from game.lessons import ASKED, DEPTHS, Lesson, lesson, lessons
from game.text import text
from game.ui import fonts
from game.ui.party import figure_of
from game.ui.scenes.lesson_forms import (
    CardsForm,
    FormCard,
    QuizForm,
    SummaryForm,
    TalkForm,
    cards_mark,
    quiz_mark,
    summary_mark,
    talk_mark,
)
from game.ui.scenes.lesson_frame import BAR, LessonPage, said
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import Widget

_WIDE = 1.6


class LessonHub(LessonPage):
    """Ends with LessonPart, or Back."""

    def __init__(self, stage: Stage, lesson: Lesson) -> None:
        super().__init__(stage, lesson)
        self._at = 0  # which of the four is in focus

    def lay_out(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        high = round(px(92) * (1 + 0.5 * (theme.text_scale - 1)))
        head = pygame.Rect(self.body.left, self.body.top, self.body.width, high)
        room = pygame.Rect(self.body.left, head.bottom + px(16), self.body.width, 0)
        room.height = self.body.bottom - room.top
        wide = theme.canvas[0] / theme.canvas[1] >= _WIDE and theme.text_scale < 1.5
        cards = self._cards(layout.grid(room, 4 if wide else 2, 4, px(18)))
        self.show([*self._idea(head), *cards], cards[self._at])

    def _idea(self, box: pygame.Rect) -> list[Widget]:
        """What the chapter is about, and the ways to its neighbours."""
        theme, px, side = self.stage.theme, self.stage.theme.px, self.stage.theme.px(BAR + 6)
        made: list[Widget] = [Panel(theme, box)]
        numbers = [each.number for each in lessons()]
        at = numbers.index(self.lesson.number)
        inner = box.inflate(-2 * (side + px(26)), -px(16))
        for step, icon, tip in (
            (-1, "left", text("The chapter before")),
            (1, "right", text("The next chapter")),
        ):
            if 0 <= at + step < len(numbers):
                rect = pygame.Rect(box.left + px(14), 0, side, side)
                if step > 0:
                    rect.right = box.right - px(14)
                rect.centery = box.centery
                turn = lambda number=numbers[at + step]: self._turn(number)  # noqa: E731
                made.append(
                    Button(theme, rect, "", turn, icon=icon, colour=theme.palette.cream, tip=tip)
                )
        label = Label(theme, inner, said(self.lesson.idea), size=24, family=fonts.STRONG,
                      align=(0.5, 0.5), most=3)  # fmt: skip
        return [*made, label]

    def _cards(self, boxes: list[pygame.Rect]) -> list[FormCard]:
        theme, palette, study = self.stage.theme, self.stage.theme.palette, self.study
        slug, figure = self.lesson.slug, figure_of(self.stage.player)
        known = flashcards.known([card.key for card in self.lesson.cards], study.cards)
        wanted = (
            (TalkForm, text("Talk"), talk_mark(slug in study.talks), "lesson_talk",
             palette.orange, text("A student and a teacher talk about it. Listen, or read.")),
            (SummaryForm, text("Summary"), summary_mark(study.depths.get(slug, 0), len(DEPTHS)),
             "lesson_summary", palette.green, text("The chapter in short, in three depths.")),
            (CardsForm, text("Cards"), cards_mark(known, len(self.lesson.cards)), "cards",
             palette.blue, text("Flash cards: the grown-ups' words for what you know.")),
            (QuizForm, text("Quiz"), quiz_mark(study.quizzes.get(slug), ASKED), "quiz",
             palette.violet, text("Six questions. Every answer has its reason.")),
        )  # fmt: skip
        return [
            kind(theme, box, name, mark, lambda part=part, at=at: self._open(part, at),
                 colour=colour, tip=tip, figure=figure)
            for at, (box, (kind, name, mark, part, colour, tip)) in enumerate(
                zip(boxes, wanted, strict=True)
            )
        ]  # fmt: skip

    def resume(self, outcome: object) -> None:
        """Back from a page: the marks may have grown."""
        self.arrange()

    def _open(self, part: str, at: int) -> None:
        self._at = at
        self.go(part)

    def _turn(self, number: int) -> None:
        self.lesson = lesson(number)
        self.arrange()
