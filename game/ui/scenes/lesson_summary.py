"""The summary of a chapter at three depths: a few words, a few sentences, and the formulas."""

import re

import pygame

from game.lessons import DEPTHS, Lesson
from game.text import text
from game.ui import fonts
from game.ui.party import figure_of
from game.ui.scenes.lesson_frame import BAR, GAP, LessonPage, said
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.desert_frame import DesertFrame
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import Paragraph, Scroll
from game.ui.widgets.widget import Widget

_PAD = 26
_SIZES = {"basic": 38, "medium": 29}
_LARGER = (1.5, 1.4, 1.3, 1.2, 1.1)
_ENDS = re.compile(r"[.:!?]$")


class LessonSummary(LessonPage):
    """Ends with LessonPart (the hook), or Back."""

    def __init__(self, stage: Stage, lesson: Lesson) -> None:
        super().__init__(stage, lesson)
        self.depth = DEPTHS[0]

    def title(self) -> str:
        return text("{chapter}: summary", chapter=said(self.lesson.name))

    def lay_out(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        body = self.body
        bar = pygame.Rect(body.left, body.top, body.width, px(BAR + 20))
        tabs, aloud = layout.columns(bar.inflate(-2 * px(14), -2 * px(10)), [78, 22], px(GAP))
        names = (text("Basic"), text("Medium"), text("Detailed"))
        options = [Option(depth, name) for depth, name in zip(DEPTHS, names, strict=True)]
        self._tabs = Choice(
            theme, tabs, "", options, self.depth, self._choose, colour=theme.palette.green,
            tip=text("How much would you like to know?"),
        )  # fmt: skip
        read = Button(
            theme, aloud, text("Read aloud"), self._read, icon="speaker",
            colour=theme.palette.blue, tip=text("Reads this page, where there is a voice."),
        )  # fmt: skip
        plate = pygame.Rect(body.left, bar.bottom + px(14), body.width, 0)
        plate.height = body.bottom - plate.top
        page = self._page(plate)
        self.show([Panel(theme, bar), self._tabs, read, *page], self._tabs)
        self.keep(self.study.opened(self.lesson.slug, DEPTHS.index(self.depth) + 1))

    def _page(self, plate: pygame.Rect) -> list[Widget]:
        theme, px = self.stage.theme, self.stage.theme.px
        inner = plate.inflate(-2 * px(_PAD), -2 * px(_PAD))
        paragraphs = self.paragraphs()
        if self.depth == DEPTHS[-1]:
            return [Panel(theme, plate), Scroll(theme, inner, paragraphs, _LARGER)]
        words = paragraphs[0].words
        made: list[Widget] = [Panel(theme, plate)]
        if theme.text_scale < 1.5:  # large words need the room that the picture would take
            view, inner = layout.columns(inner, [1, 1], px(_PAD))
            show = self.lesson.cards[0 if self.depth == DEPTHS[0] else -1].show
            made.append(DesertFrame(theme, view, show, figure_of(self.stage.player)))
        size = theme.text_px(_SIZES[self.depth])
        fits = fonts.fitted(words, fonts.STRONG, size, theme.text_px(24), inner.size, 20).fits
        if not fits:
            return [*made, Scroll(theme, inner, paragraphs, _LARGER)]
        label = Label(theme, inner, words, size=_SIZES[self.depth], family=fonts.STRONG, most=20)
        return [*made, label]

    def paragraphs(self) -> list[Paragraph]:
        """The page's words; a formula is what does not end as a sentence does."""
        return [
            Paragraph(said(words), "body" if _ENDS.search(words) else "heading")
            for words in self.lesson.summary[self.depth]
        ]

    def _choose(self, depth: object) -> None:
        self.depth = str(depth)
        self.lay_out()

    def _read(self) -> None:
        self.stage.say(" ".join(paragraph.words for paragraph in self.paragraphs()))
