"""The memory hook: a word of four letters, a rhyme, and ways in that one knows already."""

import pygame

from game.lessons import Hook, Lesson, hook
from game.text import text
from game.ui import fonts
from game.ui.scenes.lesson_frame import BAR, GAP, LessonPage, said
from game.ui.stage import Stage
from game.ui.theme import Theme
from game.ui.widgets import layout, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.pager import Pager
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import Widget, sentences

_COLOURS = ("green", "orange", "rose", "blue")
_PAD = 24


class LessonHook(LessonPage):
    """Ends with Back."""

    hook = False

    def __init__(self, stage: Stage, lesson: Lesson) -> None:
        super().__init__(stage, lesson)
        self.words: Hook = hook()
        self._leaf = 0

    def title(self) -> str:
        return said(self.words.word)

    def lay_out(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        bar = pygame.Rect(self.body.left, 0, self.body.width, px(BAR + 12))
        bar.bottom = self.body.bottom
        room = pygame.Rect(self.body.topleft, (self.body.width, bar.top - px(14) - self.body.top))
        read = Button(
            theme, bar, text("Read aloud"), self._read, icon="speaker",
            colour=theme.palette.blue, tip=text("Reads this page, where there is a voice."),
        )  # fmt: skip
        leaves = (self._letters, self._rhyme, self._ways)
        if theme.text_scale >= 1.5:  # one after the other
            turn, read.rect = layout.columns(bar, [1, 1], px(GAP))
            pager = Pager(theme, turn, self._leaf, len(leaves), self._turn)
            self.show([*leaves[self._leaf](room), pager, read], pager)
            return
        left, right = layout.columns(room, [1, 1], px(16))
        upper, lower = layout.rows(right, [0.42, 0.58], px(16))
        self.show([*leaves[0](left), *leaves[1](upper), *leaves[2](lower), read], read)

    def _letters(self, plate: pygame.Rect) -> list[Widget]:
        theme, px = self.stage.theme, self.stage.theme.px
        inner = plate.inflate(-2 * px(_PAD), -2 * px(_PAD))
        boxes = layout.rows(inner, [1] * len(self.words.letters), px(14))
        rows = [
            LetterRow(theme, box, letter.term[0], _term(letter.term), said(letter.says), colour)
            for box, letter, colour in zip(boxes, self.words.letters, _COLOURS, strict=True)
        ]
        return [Panel(theme, plate), *rows]

    def _rhyme(self, plate: pygame.Rect) -> list[Widget]:
        theme, px = self.stage.theme, self.stage.theme.px
        inner = plate.inflate(-2 * px(_PAD + 6), -2 * px(16))
        words = "\n".join(said(line) for line in self.words.rhyme)
        paper = Panel(theme, plate, colour=theme.palette.paper)
        # Verses are not broken, if smaller letters can help it.
        size, verses = 31, len(self.words.rhyme)
        asked = (words, fonts.STRONG, theme.text_px(size), theme.floor_px, inner.size, verses)
        label = Label(theme, inner, words, size=size, family=fonts.STRONG,
                      colour=theme.palette.ink, align=(0.5, 0.5),
                      most=verses if fonts.fitted(*asked).fits else 12)  # fmt: skip
        return [paper, label]

    def _ways(self, plate: pygame.Rect) -> list[Widget]:
        theme, px = self.stage.theme, self.stage.theme.px
        inner = plate.inflate(-2 * px(_PAD), -2 * px(_PAD - 6))
        made: list[Widget] = [Panel(theme, plate)]
        for box, way in zip(
            layout.rows(inner, [1] * len(self.words.ways), px(10)), self.words.ways, strict=True
        ):
            who, says = layout.rows(box, [0.36, 0.64], 0)
            made.append(Label(theme, who, said(way.who), size=21, family=fonts.DISPLAY,
                              colour=theme.palette.orange))  # fmt: skip
            made.append(Label(theme, says, said(way.says), size=20, align=(0.0, 0.0), most=6))
        return made

    def _turn(self, leaf: int) -> None:
        self._leaf = leaf
        self.lay_out()

    def _read(self) -> None:
        found = self.words
        parts = [*(part for letter in found.letters for part in (letter.term, letter.says)),
                 *found.rhyme,
                 *(part for way in found.ways for part in (way.who, way.says))]  # fmt: skip
        self.stage.say(sentences(*(said(part) for part in parts)))


def _term(english: str) -> str:
    """A term in the player's language, with the English one where only that begins so."""
    term = said(english)
    same = term[:1].upper() == english[:1].upper()
    return term if same else f"{english} ({term})"


class LetterRow(Widget):
    """A large letter in a disc, the term that it begins, and what it says."""

    def __init__(
        self, theme: Theme, rect: pygame.Rect, letter: str, term: str, says: str, colour: str
    ) -> None:
        super().__init__(theme, rect)
        self._letter, self._term, self._says, self._colour = letter, term, says, colour

    @property
    def spoken(self) -> str:
        """The term, and what it says."""
        return sentences(self._term, self._says)

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        picture = shapes.blank(self.rect.size, palette.cream)
        side = min(self.rect.height, px(104))
        place = pygame.Rect(0, (self.rect.height - side) // 2, side, side)
        picture.blit(shapes.disc(side, palette.white), place)
        inner = place.inflate(-2 * px(5), -2 * px(5))
        picture.blit(shapes.disc(inner.width, getattr(palette, self._colour)), inner)
        size = round(side * 0.62)
        self._write(picture, self._letter, fonts.DISPLAY, size, palette.ink, inner,
                    (0.5, 0.5))  # fmt: skip
        left = side + px(18)
        room = pygame.Rect(left, 0, self.rect.width - left, self.rect.height)
        upper, lower = layout.rows(room, [0.5, 0.5], 0)
        size = theme.text_px(30)
        self._write(picture, self._term, fonts.DISPLAY, size, palette.cream, upper, (0.0, 0.9), 2)
        size = theme.text_px(23)
        self._write(picture, self._says, fonts.BODY, size, palette.cream, lower, (0.0, 0.1), 3)
        return picture, self.rect.topleft
