"""Endless: a desert that nobody has walked before, or the one of a code that a friend tells."""

import secrets

import pygame

from game.sim.codes import ALPHABET, CodeError, DesertCode, decode_desert, encode_desert
from game.text import text
from game.ui import backdrop, fonts
from game.ui.outcomes import LevelChosen
from game.ui.signals import Act, Intent, Signal, Typed
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.heads import back_button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, TitlePanel
from game.ui.widgets.preview import Preview
from game.ui.widgets.text_entry import TextEntry

_LETTERS, _LONGEST = 12, 14  # with its two dashes
_ACROSS = 8


class Endless(Scene):
    """Ends with LevelChosen (the desert's code), or Back."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._code = encode_desert(DesertCode(secrets.randbelow(2**32), 1))

    def arrange(self) -> None:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        wide, tall = theme.canvas
        self._back = backdrop.desert(theme)
        whole = pygame.Rect(px(18), px(14), wide - px(36), tall - px(32))
        grown = 1 + 0.5 * (theme.text_scale - 1)
        head = pygame.Rect(whole.left + px(76), whole.top, whole.width - px(76), px(64))
        body = pygame.Rect(whole.left, head.bottom + px(14), whole.width, 0)
        body.height = whole.bottom - body.top
        left, right = layout.columns(body, [46, 54], px(20))
        self._preview = self._new_preview(left, round(px(96) * grown))
        below = pygame.Rect(left.left, self._preview.rect.bottom + px(14), left.width, 0)
        below.height = left.bottom - below.top
        plate = Panel(theme, below)
        level_box, actions = layout.rows(below.inflate(-px(36), -px(28)), [1, 1], px(12))
        self._level = Choice(
            theme,
            level_box,
            text("How wild?"),
            [Option(0, text("Gentle")), Option(1, text("Wild")), Option(2, text("Fierce"))],
            self._desert().difficulty if self._desert() else 1,
            lambda level: self._set_difficulty(int(str(level))),
            colour=palette.green,
            tip=text("Fierce deserts have more false treasures."),
        )
        another, go = layout.columns(actions, [1, 1], px(12))
        self._go = Button(
            theme, go, text("Walk it"), self._walk, colour=palette.orange, icon="play",
            tip=text("Walk this desert."),
        )  # fmt: skip
        new = Button(
            theme, another, text("Another"), self._roll, colour=palette.blue, icon="restart",
            tip=text("Let the wind shape another desert."),
        )  # fmt: skip
        corner = pygame.Rect(whole.left, whole.top, px(64), px(64))
        back = back_button(self.stage, self._leave, corner)
        pad = self._code_pad(right, grown)
        self.ring = FocusRing(
            theme,
            [
                TitlePanel(theme, head, "\N{INFINITY}", text("Endless desert")),
                Panel(theme, right),
                plate,
                back,
                self._preview,
                self._level,
                new,
                self._go,
                *pad,
            ],
        )
        self._tell()

    def _new_preview(self, left: pygame.Rect, row: int) -> Preview:
        px = self.stage.theme.px
        if hasattr(self, "_preview"):
            self._preview.close()
        rect = pygame.Rect(left.left, left.top, left.width, left.height - 2 * row - px(42))
        return Preview(self.stage.theme, rect, self._desert())

    def _code_pad(self, box: pygame.Rect, grown: float) -> list:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        inner = box.inflate(-px(36), -px(28))
        said = pygame.Rect(inner.left, inner.top, inner.width, round(px(58) * grown))
        entry = pygame.Rect(inner.left, said.bottom + px(6), inner.width, px(76))
        self._told = Label(theme, said, "", family=fonts.STRONG, most=3)
        self._entry = TextEntry(
            theme,
            entry,
            self._code,
            longest=_LONGEST,
            invitation=text("A code"),
            on_change=self._typed,
            on_done=self._walk,
            hand_on=lambda act: self.ring.handle(act),
        )
        self._entry.suggested = True
        self._entry.blinks = not self.stage.settings.reduced_motion
        keys = pygame.Rect(inner.left, entry.bottom + px(12), inner.width, 0)
        keys.height = inner.bottom - keys.top
        rects = layout.grid(keys, _ACROSS, len(ALPHABET) + _ACROSS, px(8))
        letters = [
            Button(theme, rect, letter, lambda letter=letter: self._write(letter),
                   colour=palette.cream)
            for letter, rect in zip(ALPHABET, rects, strict=False)
        ]  # fmt: skip
        foot = rects[len(ALPHABET) :]
        half = len(foot) // 2
        erase = Button(
            theme, foot[0].unionall(foot[1:half]), text("Erase"), self._erase, colour=palette.rose
        )
        clear = Button(
            theme, foot[half].unionall(foot[half + 1 :]), text("Clear"), self._clear,
            colour=palette.yellow,
        )  # fmt: skip
        return [self._told, self._entry, *letters, erase, clear]

    def _desert(self) -> DesertCode | None:
        try:
            return decode_desert(self._code)
        except CodeError:
            return None

    # ---- what the player does

    def _typed(self, written: str) -> None:
        self._code = written.upper()
        desert = self._desert()
        if desert is not None:
            self._level.value = desert.difficulty
            self._entry.text = encode_desert(desert)  # as it is told to a friend
        self._preview.show(desert)
        self._tell()

    def _tell(self) -> None:
        letters = sum(c.isalnum() for c in self._code)
        if self._desert() is not None:
            self._told.text = text("This desert's code. Tell it to a friend!")
            self._go.reason = ""
            return
        self._go.reason = text("No desert has this code")
        if letters < _LETTERS:
            left = _LETTERS - letters
            self._told.text = text("Type a friend's code: {left} more to go.", left=left)
        else:
            self._told.text = text("There is a slip in this code. Compare it letter by letter.")

    def _write(self, letter: str) -> None:
        if sum(c.isalnum() for c in self._entry.text) in (4, 8) and not self._entry.suggested:
            letter = letter if self._entry.text.endswith("-") else "-" + letter
        self._entry.write(letter)

    def _erase(self) -> None:
        self._entry.suggested = False
        self._entry.erase()

    def _clear(self) -> None:
        self._entry.suggested = False
        self._entry.text = ""

    def _roll(self) -> None:
        self._show(DesertCode(secrets.randbelow(2**32), int(str(self._level.value))))

    def _set_difficulty(self, level: int) -> None:
        desert = self._desert()
        seed = desert.seed if desert else secrets.randbelow(2**32)
        self._show(DesertCode(seed, level))

    def _show(self, desert: DesertCode) -> None:
        self._entry.text = encode_desert(desert)
        self._entry.suggested = True

    def _walk(self) -> None:
        desert = self._desert()
        if desert is not None:
            self.outcome = LevelChosen(encode_desert(desert))

    def _leave(self) -> None:
        self.outcome = Back()

    # ---- the scene

    def handle(self, signal: Signal) -> bool:
        if isinstance(signal, Act) and signal.intent is Intent.BACK:
            self._leave()
            return True
        if isinstance(signal, Typed) and signal.text.strip():  # whoever types means the code
            if self.ring.current is not self._entry:
                self.ring.focus(self._entry, shown=False)
            return self._entry.handle(signal)
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def close(self) -> None:
        self._preview.close()
