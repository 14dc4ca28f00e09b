"""A slider: name, value, a track with ticks, a big handle, and a mark for the effective value."""

from collections.abc import Callable

import pygame

from game.text import short_number, text
from game.ui import fonts
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.theme import Colour, Theme, mixed
from game.ui.widgets import icons, shapes
from game.ui.widgets.scale import SliderScale
from game.ui.widgets.slider_words import shared_size
from game.ui.widgets.widget import LEAST_TARGET, Widget, sentences

_TURNS = {Intent.LEFT: -1, Intent.RIGHT: 1}
_TRACK, _HANDLE, _AREA, _GAP = 13, 34, 44, 10
_SOFT = 6


def _nothing(_: object) -> None:
    pass


class Slider(Widget):
    """Calls `on_change` for every new tick and `on_settle` once a drag, key or notch is done.

    A `reason` locks it: then it calls `on_refused` with the reason, and stays.
    A value set by the program may lie between two ticks and is kept as it is until moved.
    """

    focusable = True
    air = 10
    keeps_focus = True

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        name: str,
        scale: SliderScale,
        value: float,
        *,
        colour: Colour | None = None,
        unit: Callable[[float], str] = short_number,
        on_change: Callable[[float], None] = _nothing,
        on_settle: Callable[[float], None] = _nothing,
        tip: str = "",
        reason: str = "",
        on_refused: Callable[[str], None] = _nothing,
    ) -> None:
        """`unit` writes a value with its unit, in the player's language."""
        super().__init__(theme, rect)
        self.scale, self.unit, self.tip = scale, unit, reason or tip
        self.reason, self.on_refused = reason, on_refused
        self.on_change, self.on_settle = on_change, on_settle
        self._name = name
        self._value = value
        self._effective: float | None = None
        self._colour = theme.palette.grey if reason else colour or theme.palette.orange
        self._longest: list[str] = []
        self._most_px = 0  # of the letters; 0: as the theme has them
        self._grip: int | None = None  # pixels from the pointer to the handle's middle

    @property
    def value(self) -> float:
        """The value; setting it calls nobody."""
        return self._value

    @value.setter
    def value(self, value: float) -> None:
        if value != self._value:
            self._value = value
            self.changed()

    @property
    def effective(self) -> float | None:
        """What acts now where that differs from `value`, as a learning rate under a schedule."""
        return self._effective

    @effective.setter
    def effective(self, effective: float | None) -> None:
        if effective != self._effective:
            self._effective = effective
            self.changed()

    @property
    def name(self) -> str:
        """What the slider is called."""
        return self._name

    @name.setter
    def name(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.changed()

    @property
    def spoken(self) -> str:
        """Name and value, and why it is locked."""
        said = text("{name}: {value}", name=self._name, value=self.unit(self._value))
        return sentences(said, self.reason) if self.reason else said

    @property
    def track(self) -> pygame.Rect:
        """Where the handle's middle can be, as a rect of the track's height."""
        px = self.theme.px
        height, handle = px(_TRACK), px(_HANDLE)
        wide = self.rect.width - handle
        middle = self.rect.bottom - px(_AREA) // 2
        return pygame.Rect(self.rect.left + handle // 2, middle - height // 2, wide, height)

    @property
    def name_px(self) -> int:
        """Height of the letters of name and value where nothing else is to be kept to."""
        return self._shared_size(0)[0]

    def keep_to(self, pixels: int) -> None:
        """Write with letters no higher than this: those of its neighbours."""
        if pixels != self._most_px:
            self._most_px = pixels
            self.changed()

    def handle(self, signal: Signal) -> bool:
        """LEFT and RIGHT move by a tick, FIRST and LAST to the ends."""
        if not isinstance(signal, Act):
            return False
        if signal.intent in _TURNS:
            target = self.scale.moved(self._value, _TURNS[signal.intent])
        elif signal.intent in (Intent.FIRST, Intent.LAST):
            target = self.scale.values[0 if signal.intent is Intent.FIRST else -1]
        else:
            return False
        if self._move_to(target):
            self.on_settle(self._value)
        return True

    def point(self, point: Point) -> bool:
        """Drag the handle, press the track, or turn the wheel."""
        if point.kind is Touch.WHEEL:
            if self._move_to(self.scale.moved(self._value, 1 if point.notches > 0 else -1)):
                self.on_settle(self._value)
            return True
        if point.kind is Touch.RELEASE:
            if self._grip is not None:
                self._grip = None
                self.changed()
                self.on_settle(self._value)
            return True
        if point.kind is Touch.PRESS:
            return self._take(point)
        if self._grip is not None:
            self._follow(point)
        return True

    def _take(self, point: Point) -> bool:
        x, y = point.pixel
        if y < self.target.bottom - self.theme.px(LEAST_TARGET):
            return False  # the name and value high above are no handle
        off = self._handle_x() - x
        # Taken by the handle it must not jump; elsewhere it comes to the pointer.
        self._grip = off if abs(off) <= self.theme.px(_HANDLE) // 2 else 0
        self._follow(point)
        self.changed()
        return True

    def _follow(self, point: Point) -> None:
        track, grip = self.track, self._grip or 0
        at = point.pixel[0] + grip
        if at != self._handle_x():
            self._move_to(self.scale.value_at((at - track.left) / track.width))

    def _move_to(self, value: float) -> bool:
        if self.reason:
            self.on_refused(self.reason)
            return False
        if value == self._value:
            return False
        self.value = value
        self.on_change(value)
        return True

    def _handle_x(self) -> int:
        track = self.track
        return track.left + round(track.width * self.scale.fraction_of(self._value))

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        soft = self.theme.px(_SOFT)
        picture = shapes.blank((self.rect.width + 2 * soft, self.rect.height + 2 * soft))
        origin = (self.rect.left - soft, self.rect.top - soft)
        self._paint_words(picture, soft)
        self._paint_track(picture, self.track.move(-origin[0], -origin[1]))
        return picture, origin

    def _paint_words(self, picture: pygame.Surface, soft: int) -> None:
        palette, gap = self.theme.palette, self.theme.px(_GAP)
        box = pygame.Rect(soft, soft, self.rect.width, self._words_tall)
        size, wide = self._shared_size(self._most_px)
        said = self.unit(self._value)
        right = pygame.Rect(box.right - wide, box.top, wide, box.height)
        ink = palette.cream if self.reason else self._colour
        self._write(picture, said, fonts.STRONG, size, ink, right, (1.0, 0.5), 2)
        box.width -= wide + gap
        self._write(picture, self._name, fonts.STRONG, size, palette.cream, box, (0, 0.5), 2)

    @property
    def _words_tall(self) -> int:
        return self.rect.height - self.theme.px(_AREA - 2)  # the handle is less tall than its area

    def _shared_size(self, most: int) -> tuple[int, int]:
        """The size of name and value, at most `most` pixels if above 0, and the value's width."""
        full = self.theme.text_px(self.theme.sizes.value)
        room = (self.rect.width - self.theme.px(_GAP), self._words_tall)
        sizes = (min(full, most) if most else full, self.theme.floor_px)
        return shared_size(self._name, self._extremes(), room, sizes)

    def _extremes(self) -> list[str]:
        if not self._longest:
            said = {self.unit(value) for value in self.scale.values}
            self._longest = sorted(said, key=len)[-3:]
        return [*self._longest, self.unit(self._value)]

    def _paint_track(self, picture: pygame.Surface, track: pygame.Rect) -> None:
        px, palette = self.theme.px, self.theme.palette
        reach = px(_HANDLE) // 2
        bed = track.inflate(2 * reach, 0)
        x = track.left + round(track.width * self.scale.fraction_of(self._value))
        picture.blit(shapes.rounded(bed.size, bed.height // 2, palette.track), bed)
        fill = pygame.Rect(bed.left, bed.top, max(bed.height, x - bed.left), bed.height)
        picture.blit(shapes.rounded(fill.size, bed.height // 2, self._colour), fill)
        if self._effective is not None:
            self._paint_effective(picture, track)
        side = px(_HANDLE)
        handle = pygame.Rect(0, 0, side, side)
        handle.center = (x, track.centery)
        shade = shapes.shadow(handle.size, side // 2, px(5), palette.shadow)
        picture.blit(shade, shade.get_rect(center=(x, track.centery + px(2))))
        picture.blit(shapes.disc(side, palette.white), handle)
        if self.reason:
            lock = icons.icon("lock", side - px(10), palette.ink)
            picture.blit(lock, lock.get_rect(center=handle.center))
            return
        lively = self._hovered or self._grip is not None
        core = mixed(self._colour, palette.white, 0.3) if lively else self._colour
        inner = shapes.disc(side - 2 * px(6 if lively else 5), core)
        picture.blit(inner, inner.get_rect(center=handle.center))

    def _paint_effective(self, picture: pygame.Surface, track: pygame.Rect) -> None:
        assert self._effective is not None
        px, palette = self.theme.px, self.theme.palette
        x = track.left + round(track.width * self.scale.fraction_of(self._effective))
        for side, colour in ((px(18), palette.ink), (px(13), palette.white)):
            mark = shapes.polygon((side, side), ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)), colour)
            picture.blit(mark, mark.get_rect(center=(x, track.centery)))
