"""Flash cards: the game's word on one side, the grown-ups' term and its meaning on the other.

Which cards come today, and in which order, is `game.flashcards`' to say.
"""

from dataclasses import replace
from datetime import date

import pygame

from game import flashcards
from game.lessons import Card, Lesson
from game.text import ntext, text
from game.ui import fonts
from game.ui.draw.child import SOUTH, ChildArt
from game.ui.outcomes import ShowMe
from game.ui.party import figure_of
from game.ui.scenes.lesson_frame import BAR, GAP, LessonPage, said
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.desert_frame import DesertFrame
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import Widget

_PAD = 28
_CHILD_TALL, _CHEER_MS = 92.0, 1300.0


class Cards(LessonPage):
    """Ends with ShowMe, LessonPart (the hook), or Back."""

    def __init__(self, stage: Stage, lesson: Lesson, today: int | None = None) -> None:
        """`today` as `date.toordinal` counts days."""
        super().__init__(stage, lesson)
        self.today = date.today().toordinal() if today is None else today
        self._by_key = {card.key: card for card in lesson.cards}
        self.deck = flashcards.due(self._by_key, self.study.cards, self.today)
        self.turned = False
        self.seen = 0  # cards that were known in this sitting
        self._time_ms = 0.0

    def title(self) -> str:
        return text("{chapter}: cards", chapter=said(self.lesson.name))

    @property
    def card(self) -> Card | None:
        """The card that lies on top; None when all were known."""
        return self._by_key[self.deck[0]] if self.deck else None

    # ---- laying out

    def lay_out(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        high = round(px(BAR + 28) * (1 + 0.35 * (theme.text_scale - 1)))
        self._bar = pygame.Rect(self.body.left, self.body.bottom - high, self.body.width, high)
        self._plate = pygame.Rect(self.body.left, self.body.top, self.body.width, 0)
        self._plate.height = self._bar.top - px(14) - self.body.top
        if self.card is None:
            self._lay_out_end()
            return
        buttons = self._buttons()
        self.show([*self._face(self.card), Panel(theme, self._bar), *buttons], buttons[0])

    def _face(self, card: Card) -> list[Widget]:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        paper = Panel(theme, self._plate, colour=palette.paper)
        inner = self._plate.inflate(-2 * px(_PAD), -2 * px(_PAD))
        view, words = layout.columns(inner, [0.44, 0.56], px(_PAD))
        frame = self._frame(view, card)
        head, rest = layout.rows(words, [0.16, 0.84], px(4))
        left = len(self.deck)
        count = ntext("{count} card to go", "{count} cards to go", left)
        made: list[Widget] = [paper, frame]
        made.append(Label(theme, head, count, size=19, colour=palette.ink, align=(0.0, 0.0)))
        backward = self._backward(card)
        asked = said(card.term) if backward else said(card.word)
        found = said(card.word) if backward else said(card.term)
        if not self.turned:
            top, low = layout.rows(rest, [0.55, 0.45], px(6))
            question = (
                text("What is it called in the game?")
                if backward
                else text("What do grown-ups call it?")
            )
            return [*made, self._large(top, asked, 0.9), self._small(low, question, 0.1)]
        top, middle, low = layout.rows(rest, [0.26, 0.34, 0.40], px(6))
        small = Label(theme, top, asked, size=25, family=fonts.STRONG, colour=palette.ink,
                      align=(0.0, 0.5), most=3)  # fmt: skip
        return [*made, small, self._large(middle, found, 0.5),
                self._small(low, said(card.means), 0.0)]  # fmt: skip

    def _frame(self, view: pygame.Rect, card: Card) -> DesertFrame:
        """The picture, which stays when the card is turned over."""
        theme = self.stage.theme
        for old in self.ring.widgets:
            if isinstance(old, DesertFrame) and (old.show, old.room, old.theme) == (
                card.show, view, theme,
            ):  # fmt: skip
                return old
        return DesertFrame(theme, view, card.show, figure_of(self.stage.player))

    def _large(self, box: pygame.Rect, words: str, down: float) -> Label:
        return Label(self.stage.theme, box, words, size=46, family=fonts.DISPLAY,
                     colour=self.stage.theme.palette.ink, align=(0.0, down), most=3)  # fmt: skip

    def _small(self, box: pygame.Rect, words: str, down: float) -> Label:
        return Label(self.stage.theme, box, words, size=28, family=fonts.STRONG,
                     colour=self.stage.theme.palette.ink, align=(0.0, down), most=8)  # fmt: skip

    def _backward(self, card: Card) -> bool:
        """Whether the term is asked from: every second look."""
        memory = self.study.cards.get(card.key)
        return memory is not None and memory.looks % 2 == 1

    def _buttons(self) -> list[Widget]:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        inner = self._bar.inflate(-2 * px(16), -2 * px(11))
        prompt = self.stage.keys.prompt
        if not self.turned:
            turn, show = layout.columns(inner, [72, 28], px(GAP))
            over = Button(theme, turn, text("Turn over"), self._turn, colour=palette.orange,
                          icon="restart", intent=Intent.STEP, hint=prompt(Intent.STEP))  # fmt: skip
            return [over, self._show_button(show)]
        knew, not_yet, show = layout.columns(inner, [36, 36, 28], px(GAP))
        return [
            Button(theme, knew, text("I knew it"), lambda: self._answer(True), icon="check",
                   colour=palette.green, intent=Intent.STEP, hint=prompt(Intent.STEP),
                   tip=text("It comes back in some days.")),
            Button(theme, not_yet, text("Not yet"), lambda: self._answer(False), icon="restart",
                   colour=palette.rose, intent=Intent.REWIND, hint=prompt(Intent.REWIND),
                   tip=text("It comes back soon.")),
            self._show_button(show),
        ]  # fmt: skip

    def _show_button(self, box: pygame.Rect) -> Button:
        return Button(
            self.stage.theme, box, text("Show me"), self._show_me, icon="play",
            colour=self.stage.theme.palette.blue, tip=text("Shows it in the desert."),
        )  # fmt: skip

    def _lay_out_end(self) -> None:
        """All known: praise, and when to come back."""
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        inner = self._plate.inflate(-2 * px(_PAD), -2 * px(_PAD))
        self._stage_box, words = layout.columns(inner, [0.34, 0.66], px(_PAD))
        top, low = layout.rows(words, [0.5, 0.5], px(10))
        head = text("All cards are known for today!")
        day = flashcards.next_day(self._by_key, self.study.cards, self.today)
        days = 1 if day is None else day - self.today
        again = ntext("Come back tomorrow.", "Come back in {count} days.", days)
        done, more = layout.columns(self._bar.inflate(-2 * px(16), -2 * px(11)), [1, 1], px(GAP))
        buttons = [
            Button(theme, done, text("Done"), self.leave, icon="check", colour=palette.green,
                   intent=Intent.STEP, hint=self.stage.keys.prompt(Intent.STEP)),
            Button(theme, more, text("All once more"), self._all, icon="restart",
                   colour=palette.orange, tip=text("Looks at all cards of the chapter again.")),
        ]  # fmt: skip
        paper = Panel(theme, self._plate, colour=palette.paper)
        labels = [self._large(top, head, 0.9), self._small(low, again, 0.1)]
        self.show([paper, *labels, Panel(theme, self._bar), *buttons], buttons[0])
        tall = min(self._stage_box.height * 0.8, self._stage_box.width * 1.1)
        self._art = ChildArt(figure_of(self.stage.player), tall / _CHILD_TALL, 6 << 20)

    # ---- what the player does

    def _turn(self) -> None:
        self.turned = True
        self.lay_out()

    def _answer(self, knew: bool) -> None:
        key = self.deck.pop(0)
        memory = flashcards.answered(self.study.cards.get(key), knew, self.today)
        self.keep(self.study.with_card(key, memory))
        if not knew:
            self.deck.append(key)  # once more in this sitting
        self.seen += knew
        self.turned = False
        if not self.deck:
            self.stage.sounds.play("star")
        self.lay_out()

    def _all(self) -> None:
        self.deck = list(self._by_key)
        self.lay_out()

    def _show_me(self) -> None:
        if self.card is not None:  # the whole walk, of which the picture shows a moment
            self.outcome = ShowMe(replace(self.card.show, steps=None))

    # ---- the scene

    def update(self, elapsed_ms: float) -> None:
        super().update(elapsed_ms)
        self._time_ms += elapsed_ms

    def draw(self, surface: pygame.Surface) -> None:
        super().draw(surface)
        if self.card is None:
            still = self.stage.settings.reduced_motion
            sprite = self._art.frame("cheer", SOUTH, 0.3 if still else self._time_ms / _CHEER_MS)
            feet = (self._stage_box.centerx, self._stage_box.bottom - self.stage.theme.px(50))
            surface.set_clip(self._plate)  # the shadow of a jump is long
            self._art.shadow(sprite).draw(surface, feet)
            surface.set_clip(None)
            sprite.draw(surface, feet)
