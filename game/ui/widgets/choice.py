"""One of several: segments beside each other where they have room, or arrows left and right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.text import text
from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Colour, Theme, mixed
from game.ui.widgets import icons, shapes
from game.ui.widgets.widget import LEAST_TARGET, Widget, sentences

_TURNS = {Intent.LEFT: -1, Intent.RIGHT: 1}
_AREA, _RIM, _PAD = 44, 3, 10


@dataclass(frozen=True)
class Option:
    """One thing to choose: what the program gets, and the word or drawing that is shown."""

    value: object
    label: str = ""
    icon: str = ""


def _nothing(_: str) -> None:
    pass


class Choice(Widget):
    """Calls `on_change(value)` when another option is chosen; the chosen one is raised.

    A `reason` locks it: then it calls `on_refused` with the reason, and stays.
    """

    focusable = True
    air = 8
    keeps_focus = True

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        name: str,
        options: Sequence[Option],
        value: object,
        on_change: Callable[[object], None],
        *,
        colour: Colour | None = None,
        tip: str = "",
        reason: str = "",
        on_refused: Callable[[str], None] = _nothing,
    ) -> None:
        """`name` is written above where it is not empty. Raises ValueError for an unknown value."""
        super().__init__(theme, rect)
        self._name, self._options, self.tip = name, tuple(options), reason or tip
        self._at = self._index(value)
        self.on_change = on_change
        self.reason, self.on_refused = reason, on_refused
        self._colour = theme.palette.grey if reason else colour or theme.palette.yellow
        self._most_px = 0  # of the letters of the name; 0: as the theme has them
        self._segmented = self._room_for_segments()

    @property
    def value(self) -> object:
        """The chosen value; setting it calls nobody."""
        return self._options[self._at].value

    @value.setter
    def value(self, value: object) -> None:
        at = self._index(value)
        if at != self._at:
            self._at = at
            self.changed()

    @property
    def spoken(self) -> str:
        """Name and value; the explanation stands in where there is no name."""
        option = self._options[self._at]
        name, value = self._name or self.tip, option.label or str(self._at + 1)
        said = text("{name}: {value}", name=name.rstrip("."), value=value)
        return sentences(said, self.reason) if self.reason else said

    @property
    def segmented(self) -> bool:
        """Whether all options are seen at once."""
        return self._segmented

    @property
    def bar(self) -> pygame.Rect:
        """The part that is pressed, below the name."""
        tall = min(self.rect.height, self.theme.px(_AREA)) if self._name else self.rect.height
        return pygame.Rect(self.rect.left, self.rect.bottom - tall, self.rect.width, tall)

    def put(self, rect: pygame.Rect) -> None:
        """Stand in another place from now on."""
        super().put(rect)
        self._segmented = self._room_for_segments()

    @property
    def name_px(self) -> int:
        """Height of the letters of the name where nothing else is to be kept to."""
        size, tall = self.theme.text_px(self.theme.sizes.value), self.rect.height - self.bar.height
        room = (self.rect.width, tall)
        return fonts.fitted(self._name, fonts.STRONG, size, self.theme.floor_px, room, 2).pixels

    def keep_to(self, pixels: int) -> None:
        """Write the name with letters no higher than this: those of its neighbours."""
        if pixels != self._most_px:
            self._most_px = pixels
            self.changed()

    def rename(self, name: str, options: Sequence[Option]) -> None:
        """Other words for the same choice; the chosen value stays."""
        value = self.value
        self._name, self._options = name, tuple(options)
        self._at = self._index(value)
        self._segmented = self._room_for_segments()
        self.changed()

    def press(self) -> None:
        """On to the next option, round and round."""
        self._choose((self._at + 1) % len(self._options))

    def handle(self, signal: Signal) -> bool:
        """LEFT and RIGHT choose the neighbour, ACTIVATE the next one round and round."""
        if not isinstance(signal, Act):
            return False
        if signal.intent in _TURNS:
            self._choose(self._at + _TURNS[signal.intent])
        elif signal.intent in (Intent.FIRST, Intent.LAST):
            self._choose(0 if signal.intent is Intent.FIRST else len(self._options) - 1)
        elif signal.intent is Intent.ACTIVATE:
            self.press()
        else:
            return False
        return True

    def point(self, point: Point) -> bool:
        """Press a segment, or the left or right end; the wheel turns."""
        bar = self.bar
        if point.kind is Touch.WHEEL:
            self._choose(self._at - (1 if point.notches > 0 else -1))
        elif point.kind is Touch.PRESS and self._pressed_by(point.pixel):
            along = point.pixel[0] - bar.left
            if self._segmented:
                self._choose(along * len(self._options) // bar.width)
            else:
                back = along < bar.width // 3
                self._choose((self._at + (-1 if back else 1)) % len(self._options))
        return True

    def _pressed_by(self, pixel: tuple[int, int]) -> bool:
        """Whether `pixel` is on the bar, or so near that a finger means it."""
        lacking = max(0, self.theme.px(LEAST_TARGET) - self.bar.height)
        return self.bar.inflate(0, 2 * lacking).collidepoint(pixel)

    def _index(self, value: object) -> int:
        for at, option in enumerate(self._options):
            if option.value == value:
                return at
        raise ValueError(f"{value!r} is none of the options")

    def _choose(self, at: int) -> None:
        if self.reason:
            self.on_refused(self.reason)
            return
        at = min(max(at, 0), len(self._options) - 1)
        if at != self._at:
            self._at = at
            self.changed()
            self.on_change(self.value)

    def _words_size(self) -> int:
        return self.theme.text_px(17)

    def _room_for_segments(self) -> bool:
        room = self.rect.width // len(self._options) - 2 * self.theme.px(_PAD) // 2
        size = self._words_size()
        return all(
            fonts.width(option.label, fonts.STRONG, size) <= room
            for option in self._options
            if not option.icon
        )

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme = self.theme
        picture = shapes.blank(self.rect.size)
        bar = self.bar.move(-self.rect.left, -self.rect.top)
        if self._name:
            box = pygame.Rect(0, 0, self.rect.width, bar.top)
            size = min(theme.text_px(theme.sizes.value), self._most_px or theme.canvas[1])
            if self.reason:
                lock = icons.icon("lock", min(box.height, theme.px(24)), theme.palette.cream)
                picture.blit(lock, lock.get_rect(midright=box.midright))
                box.width -= lock.get_width() + theme.px(6)
            self._write(picture, self._name, fonts.STRONG, size, theme.palette.cream, box, most=2)
        bed = mixed(theme.palette.track, theme.palette.white, 0.1 if self._hovered else 0)
        picture.blit(shapes.rounded(bar.size, theme.px(16), bed), bar)
        if self._segmented:
            self._paint_segments(picture, bar)
        else:
            self._paint_arrows(picture, bar)
        return picture, self.rect.topleft

    def _paint_segments(self, picture: pygame.Surface, bar: pygame.Rect) -> None:
        palette, count = self.theme.palette, len(self._options)
        for at, option in enumerate(self._options):
            left, right = bar.width * at // count, bar.width * (at + 1) // count
            box = pygame.Rect(bar.left + left, bar.top, right - left, bar.height)
            if at == self._at:
                self._paint_plate(picture, box)
            self._paint_option(
                picture, option, box, palette.ink if at == self._at else palette.cream
            )

    def _paint_arrows(self, picture: pygame.Surface, bar: pygame.Rect) -> None:
        palette, side = self.theme.palette, self.theme.px(20)
        plate = bar.inflate(-2 * (side + self.theme.px(14)), 0)
        self._paint_plate(picture, plate)
        self._paint_option(picture, self._options[self._at], plate, palette.ink)
        for name, middle in (("left", bar.left + plate.left), ("right", plate.right + bar.right)):
            drawing = icons.icon(name, side, palette.cream)
            picture.blit(drawing, drawing.get_rect(center=(middle // 2, bar.centery)))

    def _paint_plate(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        palette, px = self.theme.palette, self.theme.px
        rim = px(_RIM)
        picture.blit(shapes.rounded(box.size, px(16), palette.white), box)
        inner = box.inflate(-2 * rim, -2 * rim)
        top = mixed(self._colour, palette.white, 0.4)
        picture.blit(shapes.shaded(inner.size, px(16) - rim, top, self._colour), inner)

    def _paint_option(
        self, picture: pygame.Surface, option: Option, box: pygame.Rect, colour: Colour
    ) -> None:
        if option.icon:
            drawing = icons.icon(
                option.icon, min(box.height - self.theme.px(16), box.width), colour
            )
            picture.blit(drawing, drawing.get_rect(center=box.center))
            return
        room = box.inflate(-self.theme.px(_PAD), -self.theme.px(4))
        size = self._words_size()
        self._write(picture, option.label, fonts.STRONG, size, colour, room, (0.5, 0.5), 2)
