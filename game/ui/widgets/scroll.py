"""A long text in a box: scrolled by arrows, wheel, a finger, or the bar at its side."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.widget import Widget

_BAR, _GAP, _LEAST_THUMB = 14, 20, 48
_NOTCH = 72  # design pixels for a turn of the wheel or an arrow
_LINES = 40


@dataclass(frozen=True)
class Paragraph:
    """Some words, and how large: as a "heading" or as "body"."""

    words: str
    kind: str = "body"


class Scroll(Widget):
    """Paragraphs below each other, of which the box shows a part."""

    focusable = True
    air = 6
    keeps_focus = True

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        paragraphs: Sequence[Paragraph],
        larger: Sequence[float] = (),
    ) -> None:
        """`larger`: how many times larger letters may be where that needs no scrolling."""
        super().__init__(theme, rect)
        self._paragraphs = tuple(paragraphs)
        self._offset = 0
        self._grip: tuple[int, int, int] | None = None  # y, offset, pixels of text for one of y
        self._sheet: pygame.Surface | None = None
        self._times = 1.0
        for times in larger:
            self._times, self._sheet = times, None
            if self._text().get_height() <= rect.height and self._fits:
                break
        else:
            self._times, self._sheet = 1.0, None

    @property
    def spoken(self) -> str:
        """All of it."""
        return " ".join(paragraph.words for paragraph in self._paragraphs)

    @property
    def fits(self) -> bool:
        """Whether no word is wider than the box; the rest can be scrolled to."""
        self._text()
        return self._fits

    @property
    def offset(self) -> int:
        """Pixels of text above the box."""
        return self._offset

    @property
    def most(self) -> int:
        """The offset at the end."""
        return max(0, self._text().get_height() - self.rect.height)

    def press(self) -> None:
        """On by a box, and from the end to the beginning."""
        at_end = self._offset >= self.most
        self._go(0 if at_end else self._offset + self.rect.height * 4 // 5)

    def handle(self, signal: Signal) -> bool:
        """UP and DOWN scroll while there is more that way; FIRST and LAST go to the ends."""
        if not isinstance(signal, Act):
            return False
        step = self.theme.px(_NOTCH)
        targets = {
            Intent.UP: self._offset - step,
            Intent.DOWN: self._offset + step,
            Intent.FIRST: 0,
            Intent.LAST: self.most,
        }
        if signal.intent is Intent.ACTIVATE:
            self.press()
            return True
        return signal.intent in targets and self._go(targets[signal.intent])

    def point(self, point: Point) -> bool:
        """Drag the text or the bar's thumb; turn the wheel."""
        if point.kind is Touch.WHEEL:
            self._go(self._offset - point.notches * self.theme.px(_NOTCH))
        elif point.kind is Touch.PRESS:
            on_bar = point.pixel[0] >= self.rect.right - self.theme.px(_BAR + _GAP)
            pull = -1
            if on_bar:
                pull = max(1, self._text().get_height() // max(1, self.rect.height))
            self._grip = (point.pixel[1], self._offset, pull)
        elif point.kind is Touch.RELEASE:
            self._grip = None
        elif self._grip is not None:
            y, offset, pull = self._grip
            self._go(offset + (point.pixel[1] - y) * pull)
        return True

    def _go(self, offset: int) -> bool:
        offset = min(max(offset, 0), self.most)
        if offset == self._offset:
            return False
        self._offset = offset
        self.changed()
        return True

    def _text(self) -> pygame.Surface:
        if self._sheet is None:
            self._sheet = self._set()
        return self._sheet

    def _set(self) -> pygame.Surface:
        """All paragraphs as one tall picture."""
        theme, px = self.theme, self.theme.px
        room = self.rect.width - px(_BAR + _GAP)
        placed, top = [], 0
        self._fits = True
        for paragraph in self._paragraphs:
            heading = paragraph.kind == "heading"
            family = fonts.DISPLAY if heading else fonts.BODY
            design = theme.sizes.heading if heading else theme.sizes.body - 1
            size = theme.text_px(design * self._times)
            colour = theme.palette.orange if heading else theme.palette.cream
            box = (room, fonts.line_height(size) * _LINES)
            layout = fonts.fitted(paragraph.words, family, size, theme.floor_px, box, _LINES)
            self._fits = self._fits and layout.fits
            top += px(18) if heading and top else 0
            placed.append((layout, family, colour, top))
            top += layout.height + px(8)
        sheet = shapes.blank((room, max(1, top)), theme.palette.cream)
        for layout, family, colour, y in placed:
            place = pygame.Rect(0, y, room, layout.height)
            fonts.draw(sheet, layout, family, colour, place)
        return sheet

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        palette, px = self.theme.palette, self.theme.px
        picture = shapes.blank(self.rect.size, palette.cream)
        sheet = self._text()
        part = pygame.Rect(0, self._offset, sheet.get_width(), self.rect.height)
        picture.blit(sheet, (0, 0), part)
        if self.most:
            wide, tall = px(_BAR), self.rect.height
            left = self.rect.width - wide
            picture.blit(shapes.rounded((wide, tall), wide // 2, palette.track), (left, 0))
            thumb = max(px(_LEAST_THUMB), tall * tall // sheet.get_height())
            y = (tall - thumb) * self._offset // self.most
            picture.blit(shapes.rounded((wide, thumb), wide // 2, palette.cream), (left, y))
        return picture, self.rect.topleft
