"""A choice with its name on the left and its options on the right, as a row of a list."""

import pygame

from game.text import text
from game.ui import fonts
from game.ui.theme import mixed
from game.ui.widgets import shapes
from game.ui.widgets.choice import Choice

_BAR, _GAP = 64, 12


class SideChoice(Choice):
    """`name_share` of the width belongs to the name; the options have the rest."""

    air = 6
    name_share = 0.46

    @property
    def name(self) -> str:
        """What is chosen here."""
        return self._name

    @property
    def spoken(self) -> str:
        """Name and value, to be read aloud."""
        option = self._options[self._at]
        value = option.label or str(self._at + 1)
        return text("{name}: {value}", name=self._name, value=value)

    @property
    def bar(self) -> pygame.Rect:
        """The part that is pressed."""
        left = self.rect.left + round(self.rect.width * self.name_share)
        right = self.rect.right - self.theme.px(_GAP)
        box = pygame.Rect(left, 0, right - left, min(self.rect.height, self._tall()))
        box.centery = self.rect.centery
        return box

    def _tall(self) -> int:
        return max(self.theme.px(_BAR), round(self.rect.height * 0.86))

    def _room_for_segments(self) -> bool:
        room = self.bar.width // len(self._options) - self.theme.px(_GAP)
        size = self._words_size()
        labels = [option.label for option in self._options if not option.icon]
        return all(fonts.width(label, fonts.STRONG, size) <= room for label in labels)

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme, palette = self.theme, self.theme.palette
        picture = shapes.blank(self.rect.size, palette.cream)
        bar = self.bar.move(-self.rect.left, -self.rect.top)
        gap = theme.px(_GAP)
        box = pygame.Rect(gap, 0, bar.left - 2 * gap, self.rect.height)
        size = theme.text_px(theme.sizes.value)
        self._write(picture, self._name, fonts.STRONG, size, palette.cream, box, most=3)
        bed = mixed(palette.track, palette.white, 0.1 if self._hovered else 0)
        picture.blit(shapes.rounded(bar.size, theme.px(16), bed), bar)
        if self._segmented:
            self._paint_segments(picture, bar)
        else:
            self._paint_arrows(picture, bar)
        return picture, self.rect.topleft
