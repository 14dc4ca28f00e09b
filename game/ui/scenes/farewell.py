"""Asks before the game is left, so that one Escape too many ends nothing."""

import pygame

from game.text import text
from game.ui import backdrop, fonts
from game.ui.signals import Act, Intent, Signal
from game.ui.stage import Back, Leave, Scene, Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.callouts import Callout
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, TitlePanel

_WIDE, _TALL, _PAD, _GAP, _HEAD = 640, 290, 26, 16, 76


class Farewell(Scene):
    """Ends with Back (stay) or Leave."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._back = backdrop.covered(stage.theme)

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        wide, tall = theme.canvas
        grown = 1 + 0.32 * (theme.text_scale - 1)
        size = (min(wide - px(60), round(px(_WIDE) * grown)), round(px(_TALL) * grown))
        plate = pygame.Rect((0, 0), size)
        plate.center = (wide // 2, tall // 2)
        inner = plate.inflate(-2 * px(_PAD), -2 * px(_PAD))
        head = pygame.Rect(inner.left, inner.top, inner.width, round(px(_HEAD) * grown))
        said = pygame.Rect(inner.left, head.bottom + px(8), inner.width, round(px(34) * grown))
        body = pygame.Rect(inner.left, said.bottom + px(8), inner.width, 0)
        body.height = inner.bottom - body.top
        left, right = layout.columns(body, [1, 1], px(_GAP))
        stay = Button(
            theme, left, text("Stay"), self._stay, colour=theme.palette.green, icon="play",
            intent=Intent.BACK,
        )  # fmt: skip
        go = Button(
            theme, right, text("Leave the game"), self._leave, colour=theme.palette.rose,
            icon="back",
        )  # fmt: skip
        title = TitlePanel(theme, head, "", text("Leave the game?"), icon="question")
        words = self.stage.store.trouble or text("All stars are kept.")
        kept = Label(theme, said, words, family=fonts.STRONG,
                     align=(0.5, 0.5), most=2)  # fmt: skip
        self.ring = FocusRing(theme, [Panel(theme, plate), title, kept, stay, go])
        self.ring.focus(stay, shown=True)
        self._told = (
            Callout(stay.rect, text("Play on.")),
            Callout(go.rect, text("Close the game.")),
        )

    def pointers(self) -> tuple[Callout, ...]:
        """What the help says of both answers."""
        return self._told

    def handle(self, signal: Signal) -> bool:
        if isinstance(signal, Act) and signal.intent is Intent.BACK:
            self._stay()
            return True
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def _stay(self) -> None:
        self.outcome = Back()

    def _leave(self) -> None:
        self.outcome = Leave()
