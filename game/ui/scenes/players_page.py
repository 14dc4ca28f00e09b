"""What the pages of "who is playing" share: a heading, the way back, and a row at the foot."""

from collections.abc import Callable, Iterable

import pygame

from game.ui import fonts
from game.ui.signals import Signal, Typed
from game.ui.stage import Stage
from game.ui.theme import Theme
from game.ui.widgets.callouts import Callout
from game.ui.widgets.focus import FocusRing, carry
from game.ui.widgets.heads import back_button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.text_entry import TextEntry
from game.ui.widgets.widget import Widget

EDGE, TOP, BAR, FOOT = 18, 14, 64, 80


class Page:
    """One page: a ring of widgets and where they lie. Subclasses fill `ring` by `compose`."""

    def __init__(self, stage: Stage, heading: str, back: Callable[[], None]) -> None:
        self.stage = stage
        self.theme: Theme = stage.theme
        px, (wide, tall) = self.theme.px, self.theme.canvas
        self.heading = heading
        self._head = _head(stage, heading, back)
        self.room = pygame.Rect(px(EDGE), px(TOP + BAR + 18), wide - 2 * px(EDGE), 0)
        self.room.height = tall - px(FOOT + 12 + 14) - self.room.top
        self.foot = pygame.Rect(px(EDGE), tall - px(FOOT + 12), wide - 2 * px(EDGE), px(FOOT))
        self.ring = FocusRing(self.theme, [])
        self.entry: TextEntry | None = None

    def compose(self, widgets: Iterable[Widget], first: Widget | None = None) -> None:
        """Put `widgets` into the ring, between heading and the way back; `first` has the keys."""
        back, *head = self._head
        self.ring = FocusRing(self.theme, [*head, *widgets, back])
        self.ring.heading = self.heading
        self.ring.focus(first, shown=False)

    def pointers(self) -> tuple[Callout, ...]:
        """What the help says of things that have no words of their own."""
        return ()

    def take_over(self, before: "Page") -> None:
        """Go on as a page of the same kind was."""
        if before.ring.current is not None:
            self.ring.focus(None)
            carry(before.ring, self.ring)

    def handle(self, signal: Signal) -> bool:
        """Offer a signal to the page's widgets; whoever types means the entry, wherever keys go."""
        if isinstance(signal, Typed) and self.entry is not None and signal.text.strip():
            if self.ring.current is not self.entry:
                self.ring.focus(self.entry, shown=False)
            return self.entry.handle(signal)
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all widgets."""
        self.ring.draw(surface)


def _head(stage: Stage, heading: str, back: Callable[[], None]) -> list[Widget]:
    theme, px = stage.theme, stage.theme.px
    side, button = px(BAR), back_button(stage, back)
    left = button.rect.right + px(14)
    plate = pygame.Rect(left, px(TOP), theme.canvas[0] - px(EDGE) - left, side)
    words = plate.inflate(-px(40), 0)
    label = Label(
        theme,
        words,
        heading,
        size=theme.sizes.title,
        family=fonts.DISPLAY,
        align=(0.5, 0.5),
        most=2,
    )
    return [button, Panel(theme, plate), label]
