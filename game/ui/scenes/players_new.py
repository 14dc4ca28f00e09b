"""Somebody new: a child to be, and a nickname to go by. Nobody needs to type."""

from collections.abc import Callable

import pygame

from game.progress import LONGEST_NICKNAME
from game.text import text
from game.ui import fonts
from game.ui.draw.figure import FIGURES, Figure
from game.ui.scenes.players_draft import SHOWN, Draft
from game.ui.scenes.players_page import Page
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.callouts import Callout
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, SpeechPanel
from game.ui.widgets.player_card import PlayerCard
from game.ui.widgets.text_entry import TextEntry

_ACROSS = 5


class NewPage(Page):
    """Choose a child on the right, a nickname below, and see both on the left."""

    def __init__(
        self,
        stage: Stage,
        draft: Draft,
        *,
        back: Callable[[], None],
        spell: Callable[[], None],
        done: Callable[[], None],
    ) -> None:
        super().__init__(stage, text("Who are you today?"), back)
        self.draft, self._done = draft, done
        self._titles: list[Label] = []
        px = self.theme.px
        left, right = layout.columns(self.room, [0.30, 0.70], px(18))
        self._build_left(left, spell)
        children, names = layout.rows(right, [0.565, 0.435], px(12))
        tiles = self._children(children)
        chips = self._nicknames(names, spell)
        self.start = self._start_button()
        said = pygame.Rect(self.foot.left, self.foot.top, 0, self.foot.height)
        said.width = self.start.rect.left - px(16) - said.left
        self.speech = SpeechPanel(self.theme, said, "")
        panels = [Panel(self.theme, children), Panel(self.theme, names)]
        self.compose(
            [
                *panels,
                *self._titles,
                self.portrait,
                self.entry,
                *tiles,
                *chips,
                self.speech,
                self.start,
            ],
            self.entry,
        )
        self._show()

    def _build_left(self, box: pygame.Rect, spell: Callable[[], None]) -> None:
        px = self.theme.px
        entry = pygame.Rect(box.left, box.bottom - px(70), box.width, px(70))
        card = pygame.Rect(box.left, box.top, box.width, entry.top - px(12) - box.top)
        self._card_box = card
        self.portrait = self._portrait()
        self.entry = TextEntry(
            self.theme,
            entry,
            self.draft.nickname,
            longest=LONGEST_NICKNAME,
            invitation=text("Type a nickname"),
            on_change=self._typed,
            on_done=self._finish,
            on_open=spell,
            hand_on=lambda act: self.ring.handle(act),
        )
        self.entry.suggested = self.draft.suggested
        self.entry.blinks = not self.stage.settings.reduced_motion

    def _portrait(self) -> PlayerCard:
        card = PlayerCard(self.theme, self._card_box, "", self.draft.figure, lambda: None)
        card.focusable = False
        return card

    def _children(self, panel: pygame.Rect) -> list[PlayerCard]:
        box = self._titled(panel, text("Choose a child"))
        boxes = layout.grid(box, _ACROSS, len(FIGURES), self.theme.px(10))
        self.tiles = [
            PlayerCard(self.theme, rect, "", figure, lambda figure=figure: self._be(figure))
            for figure, rect in zip(FIGURES, boxes, strict=True)
        ]
        return self.tiles

    def _nicknames(self, panel: pygame.Rect, spell: Callable[[], None]) -> list[Button]:
        palette, px = self.theme.palette, self.theme.px
        box = self._titled(panel, text("Choose a nickname"))
        boxes = layout.grid(box, 4, SHOWN + 2, px(10))
        self.chips = [
            Button(self.theme, rect, "", lambda i=i: self._take(i), colour=palette.yellow)
            for i, rect in enumerate([*boxes[0:3], *boxes[4:7]])
        ]
        others = Button(self.theme, boxes[3], text("Others"), self._others, icon="restart",
                        colour=palette.blue, tip=text("Shows other nicknames"))  # fmt: skip
        letters = Button(self.theme, boxes[7], text("Spell"), spell, colour=palette.blue,
                         tip=text("Spell a nickname, letter by letter"))  # fmt: skip
        return [*self.chips, others, letters]

    def _titled(self, panel: pygame.Rect, title: str) -> pygame.Rect:
        """Note a title for `panel`, and return the room under it."""
        px, size = self.theme.px, self.theme.text_px(self.theme.sizes.body)
        tall = min(fonts.line_height(size), round(panel.height * 0.14))
        inner = panel.inflate(-px(36), -px(24))
        label = Label(
            self.theme,
            pygame.Rect(inner.left, inner.top, inner.width, tall),
            title,
            family=fonts.STRONG,
            most=1,
        )
        self._titles.append(label)
        return pygame.Rect(inner.left, inner.top + tall + px(6), inner.width,
                           inner.height - tall - px(6))  # fmt: skip

    def _start_button(self) -> Button:
        wide = min(self.theme.px(330), self.foot.width // 2)
        rect = pygame.Rect(self.foot.right - wide, self.foot.top, wide, self.foot.height)
        return Button(
            self.theme,
            rect,
            text("Start"),
            self._done,
            colour=self.theme.palette.green,
            intent=Intent.RUN,
            icon="play",
            on_refused=lambda reason: None,
        )

    def pointers(self) -> tuple[Callout, ...]:
        """Where child and nickname are chosen, and how to go on."""
        return (
            Callout(self.tiles[0].rect, text("Choose the child that you want to be.")),
            Callout(self.chips[0].rect, text("Choose a nickname, or type one.")),
            Callout(self.start.rect, text("Then start the journey.")),
        )

    # ---- what the player wishes

    def _be(self, figure: Figure) -> None:
        self.draft.figure = figure
        at = self.ring.widgets.index(self.portrait)
        self.portrait = self.ring.widgets[at] = self._portrait()
        self._show()

    def _take(self, at: int) -> None:
        self.entry.suggested = True
        self.entry.text = self.draft.suggestions()[at]
        self.draft.suggested = True
        self._show()

    def _typed(self, nickname: str) -> None:
        self.draft.say(nickname, self.entry.suggested)
        self._show()

    def _others(self) -> None:
        self.draft.turn()
        self._show()

    def _finish(self) -> None:
        if not self.start.reason:
            self._done()

    def _show(self) -> None:
        """Bring every widget in line with the draft."""
        for tile, figure in zip(self.tiles, FIGURES, strict=True):
            tile.selected = figure is self.draft.figure
        for chip, nickname in zip(self.chips, self.draft.suggestions(), strict=True):
            chip.say(nickname)
            chip.selected = nickname == self.draft.nickname
        reason = self.draft.book.refusal(self.draft.nickname)
        self.start.reason = reason
        self.speech.text = reason

    def update(self, elapsed_ms: float) -> None:
        """The chosen child waves."""
        super().update(elapsed_ms)
        self.portrait.lively = not self.stage.settings.reduced_motion
        self.portrait.time_ms += elapsed_ms
