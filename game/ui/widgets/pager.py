"""Leaves of a list that is too long for its panel: back, which one, on."""

from collections.abc import Callable

import pygame

from game.text import text
from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Theme, mixed
from game.ui.widgets import icons, shapes
from game.ui.widgets.widget import Widget


class Pager(Widget):
    """Calls `on_turn(leaf)`, counted from 0. Pressing goes on, and from the last to the first."""

    focusable = True
    air = 6
    keeps_focus = True

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        leaf: int,
        leaves: int,
        on_turn: Callable[[int], None],
    ) -> None:
        super().__init__(theme, rect)
        self.leaf, self.leaves, self.on_turn = leaf, leaves, on_turn

    @property
    def spoken(self) -> str:
        """Which leaf of how many, to be read aloud."""
        return text("Page {page} of {pages}", page=self.leaf + 1, pages=self.leaves)

    def press(self) -> None:
        """On to the next leaf, round and round."""
        self.on_turn((self.leaf + 1) % self.leaves)

    def handle(self, signal: Signal) -> bool:
        """ACTIVATE goes on, LEFT and RIGHT turn."""
        if not isinstance(signal, Act):
            return False
        if signal.intent is Intent.ACTIVATE:
            self.press()
        elif signal.intent in (Intent.LEFT, Intent.RIGHT):
            self.on_turn((self.leaf + (1 if signal.intent is Intent.RIGHT else -1)) % self.leaves)
        else:
            return False
        return True

    def point(self, point: Point) -> bool:
        """The left third turns back, the rest goes on; so does the wheel."""
        if point.kind is Touch.WHEEL:
            self.on_turn((self.leaf - (1 if point.notches > 0 else -1)) % self.leaves)
        elif point.kind is Touch.RELEASE and self.reaches(point.pixel):
            back = point.pixel[0] < self.rect.left + self.rect.width // 3
            self.on_turn((self.leaf + (-1 if back else 1)) % self.leaves)
        return True

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        picture = shapes.blank(self.rect.size, palette.cream)
        bed = mixed(palette.track, palette.white, 0.14 if self._hovered else 0)
        picture.blit(shapes.rounded(self.rect.size, px(18), bed), (0, 0))
        side = min(px(26), self.rect.height // 2)
        box = picture.get_rect()
        for name, x in (("left", px(30)), ("right", box.width - px(30))):
            arrow = icons.icon(name, side, palette.cream)
            picture.blit(arrow, arrow.get_rect(center=(x, box.centery)))
        room = box.inflate(-2 * px(52), -px(8))
        size = theme.text_px(theme.sizes.body)
        words = text("{page} / {pages}", page=self.leaf + 1, pages=self.leaves)
        self._write(picture, words, fonts.STRONG, size, palette.cream, room, (0.5, 0.5))
        return picture, self.rect.topleft
