"""The walk stands still: go on, start again, set something, or go back to the journey."""

from collections.abc import Callable

import pygame

from game.text import text
from game.ui import backdrop
from game.ui.outcomes import HelpWanted, Left, Opened, Restarted
from game.ui.signals import Act, Intent, Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.panel import Panel, TitlePanel

_WIDE, _TALL, _PAD, _GAP, _HEAD = 660, 470, 26, 16, 66


class Pause(Scene):
    """Ends with Back (go on), Restarted, Left, HelpWanted, or Opened("settings" or "controls")."""

    captioned = False  # all is still here

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._back = backdrop.covered(stage.theme)
        self._focus = 0

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        wide, tall = theme.canvas
        grown = 1 + 0.32 * (theme.text_scale - 1)
        size = (
            min(wide - px(60), round(px(_WIDE) * grown)),
            min(tall - px(40), round(px(_TALL) * grown)),
        )
        plate = pygame.Rect((0, 0), size)
        plate.center = (wide // 2, tall // 2)
        inner = plate.inflate(-2 * px(_PAD), -2 * px(_PAD))
        head = pygame.Rect(inner.left, inner.top, inner.width, round(px(_HEAD) * grown))
        body = pygame.Rect(inner.left, 0, inner.width, inner.bottom - head.bottom - px(_GAP))
        body.bottom = inner.bottom
        self.buttons = [
            Button(
                theme,
                rect,
                label,
                press,
                colour=getattr(theme.palette, colour),
                icon=icon,
                intent=intent,
                tip=tip,
            )
            for (label, icon, colour, intent, press, tip), rect in zip(
                self._wanted(), layout.grid(body, 2, 6, px(_GAP)), strict=True
            )
        ]
        title = TitlePanel(theme, head, "", text("Pause"), icon="pause")
        outlined = self.ring.shown if hasattr(self, "ring") else False
        self.ring = FocusRing(theme, [Panel(theme, plate), title, *self.buttons])
        self.ring.focus(self.buttons[self._focus], outlined)

    def _wanted(
        self,
    ) -> list[tuple[str, str, str, Intent | None, Callable[[], None], str]]:
        return [
            (text("Walk on"), "play", "green", Intent.PAUSE, self._go_on,
             text("Back to the desert.")),
            (text("Start again"), "restart", "orange", Intent.RESTART, self._restart,
             text("The same level, from its start.")),
            (text("Settings"), "gear", "blue", None, lambda: self._open("settings", 2),
             text("Sound, picture, words and comfort.")),
            (text("Keys and buttons"), "controller", "violet", None,
             lambda: self._open("controls", 3), text("See and change what every key does.")),
            (text("Help"), "question", "yellow", None, self._help,
             text("What is what on the screen.")),
            (text("To the journey"), "flag", "rose", None, self._give_up,
             text("Leave this walk and choose a level.")),
        ]  # fmt: skip

    def handle(self, signal: Signal) -> bool:
        if isinstance(signal, Act) and signal.intent is Intent.BACK:
            self._go_on()
            return True
        if isinstance(signal, Act) and signal.intent is Intent.HELP:
            self._help()
            return True
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def _go_on(self) -> None:
        self.outcome = Back()

    def _restart(self) -> None:
        self.outcome = Restarted()

    def _give_up(self) -> None:
        self.outcome = Left()

    def _help(self) -> None:
        self.outcome = HelpWanted()

    def _open(self, screen: str, at: int) -> None:
        self._focus = at
        self.outcome = Opened(screen)
