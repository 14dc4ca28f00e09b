"""Spelling a nickname with buttons: for fingers, controllers and single switches."""

from collections.abc import Callable

import pygame

from game.progress import LONGEST_NICKNAME
from game.text import ctext, text
from game.ui.scenes.players_draft import Draft
from game.ui.scenes.players_page import Page
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_entry import TextEntry

_ACROSS = 7


class LettersPage(Page):
    """The letters as buttons, under the nickname as it is so far."""

    def __init__(self, stage: Stage, draft: Draft, *, back: Callable[[], None]) -> None:
        super().__init__(stage, text("Spell your nickname"), back)
        self.draft = draft
        theme, px, palette = self.theme, self.theme.px, self.theme.palette
        self.entry = TextEntry(
            theme,
            pygame.Rect(0, self.room.top, min(px(560), self.room.width), px(76)),
            draft.nickname,
            longest=LONGEST_NICKNAME,
            invitation=text("Choose letters, or type"),
            on_change=lambda nickname: draft.say(nickname, self.entry.suggested),
            on_done=back,
            on_open=back,
            hand_on=lambda act: self.ring.handle(act),
        )
        self.entry.rect.centerx = self.room.centerx
        self.entry.suggested = draft.suggested
        self.entry.blinks = not stage.settings.reduced_motion
        top = self.entry.rect.bottom + px(16)
        plate = pygame.Rect(0, top, min(px(860), self.room.width), self.room.bottom - top)
        plate.centerx = self.room.centerx
        letters = self._letters(plate.inflate(-px(36), -px(30)))
        wide = min(px(330), self.foot.width // 2)
        done = Button(
            theme,
            pygame.Rect(self.foot.right - wide, self.foot.top, wide, self.foot.height),
            text("Done"),
            back,
            colour=palette.green,
            intent=Intent.RUN,
            icon="check",
        )
        self.compose([Panel(theme, plate), self.entry, *letters, done], self.entry)

    def _letters(self, box: pygame.Rect) -> list[Button]:
        alphabet = ctext("letters to spell with", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        alphabet = list(dict.fromkeys(letter for letter in alphabet if letter.isalpha()))
        palette = self.theme.palette
        count = len(alphabet) + 2
        across = max(_ACROSS, -(-count // 4))
        boxes = layout.grid(box, across, count, self.theme.px(8))
        made = [
            Button(self.theme, rect, letter, lambda letter=letter: self._write(letter))
            for letter, rect in zip(alphabet, boxes, strict=False)
        ]
        space = Button(self.theme, boxes[-2], text("Space"), lambda: self._write(" "),
                       colour=palette.cream)  # fmt: skip
        erase = Button(self.theme, boxes[-1], "", self.entry.erase, icon="back",
                       colour=palette.rose, tip=text("Erases the last letter"))  # fmt: skip
        return [*made, space, erase]

    def _write(self, letter: str) -> None:
        """Capitals begin words, as in a name."""
        before = "" if self.entry.suggested else self.entry.text
        self.entry.write(letter.lower() if before[-1:].isalpha() else letter)
