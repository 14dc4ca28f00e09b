"""The question for a new key or button, over the list of them all."""

from collections.abc import Callable

import pygame

from game.text import text
from game.ui import fonts
from game.ui.theme import Theme
from game.ui.widgets import layout, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import Widget, sentences

WAIT_MS = 10_000.0


class Question(FocusRing):
    """Asks for a key, or for a button of the `pad`; calls `on_stop` after WAIT_MS or by choice."""

    def __init__(self, theme: Theme, what: str, pad: bool, on_stop: Callable[[], None]) -> None:
        """`what` the key is for, as the list calls it."""
        self._waited_ms = 0.0
        self._on_stop = on_stop
        px, (wide, tall) = theme.px, theme.canvas
        grown = 1 + 0.5 * (theme.text_scale - 1)
        box = pygame.Rect(0, 0, min(round(px(660) * grown), wide - px(60)), 0)
        box.height = min(round(px(310) * grown), tall - px(60))
        box.center = (wide // 2, tall // 2)
        inner = box.inflate(-2 * px(32), -2 * px(24))
        least = max(px(64), round(inner.height * 0.24))
        foot = pygame.Rect(0, 0, min(round(px(260) * grown), inner.width), least)
        foot.midbottom = inner.midbottom
        self._bar = _Waiting(theme, pygame.Rect(inner.left, foot.top - px(32), inner.width, px(16)))
        words = pygame.Rect(inner.left, inner.top, inner.width, self._bar.rect.top - inner.top)
        first, second = layout.rows(words, (1.2, 1.0), px(4))
        said, more = _words(what, pad)
        super().__init__(
            theme,
            [
                Panel(theme, box, colour=(*theme.palette.panel_solid, 252)),
                Label(theme, first, said, size=27, family=fonts.DISPLAY, align=(0.5, 0.5), most=2),
                Label(theme, second, more, size=18, align=(0.5, 0.5), most=3),
                self._bar,
                Button(theme, foot, text("Leave it"), on_stop, colour=theme.palette.cream),
            ],
        )
        self.heading = sentences(said, more)

    def update(self, elapsed_ms: float) -> None:
        """Let time pass; who asked for a pad's button and has no pad gets out by waiting."""
        super().update(elapsed_ms)
        self._waited_ms += elapsed_ms
        self._bar.show(1 - self._waited_ms / WAIT_MS)
        if self._waited_ms >= WAIT_MS:
            self._on_stop()


def _words(what: str, pad: bool) -> tuple[str, str]:
    if pad:
        return (
            text("Press the new button for: {what}", what=what),
            text("On the controller. Escape leaves it as it is."),
        )
    return (
        text("Press the new key for: {what}", what=what),
        text("On the keyboard. Escape leaves it as it is."),
    )


class _Waiting(Widget):
    """A bar that runs out."""

    def __init__(self, theme: Theme, rect: pygame.Rect) -> None:
        super().__init__(theme, rect)
        self._left = 0

    def show(self, share: float) -> None:
        """How much is left, 0..1."""
        left = max(0, round(self.rect.width * share))
        if left != self._left:
            self._left = left
            self.changed()

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        palette, radius = self.theme.palette, self.rect.height // 2
        picture = shapes.blank(self.rect.size, palette.track)
        picture.blit(shapes.rounded(self.rect.size, radius, palette.track), (0, 0))
        if self._left > 2 * radius:
            # A new size every frame would fill the cache of `shapes.rounded`.
            box = pygame.Rect(0, 0, self._left, self.rect.height)
            pygame.draw.rect(picture, palette.orange, box, border_radius=radius)
        return picture, self.rect.topleft
