"""The bubble that tells what a widget is for, or why it cannot be used now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.ui import fonts
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import Widget

_WIDEST, _MARGIN, _LINES = 340, 14, 5
_GAP, _EDGE = 14, 8
# What it costs to lie over things: words are what a bubble helps to read, while what is pressed is
# known, and of pictures much is left.
_WORDS, _PRESSED, _PICTURE = 1.0, 0.3, 0.1


@dataclass(frozen=True)
class Near:
    """A box that a bubble should leave uncovered; `worth` is what it costs to lie over it."""

    box: tuple[int, int, int, int]
    worth: float


def near(told: Widget, widgets: Iterable[Widget]) -> list[Near]:
    """What a bubble about `told` should not cover: all but empty plates, and the one it is on."""
    others = (w for w in widgets if w.visible and w is not told and type(w) is not Panel)
    return [
        Near((w.rect.left, w.rect.top, w.rect.width, w.rect.height), _worth(w))
        for w in others
        if not w.rect.contains(told.rect)
    ]


def _worth(widget: Widget) -> float:
    if widget.is_picture:
        return _PICTURE
    return _PRESSED if widget.focusable else _WORDS


class Tip:
    """Draws a text beside a box, above it where that covers nothing, always inside the canvas."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._picture = lru_cache(maxsize=8)(self._paint)
        self._place = lru_cache(maxsize=8)(self._placed)

    def draw(
        self, surface: pygame.Surface, text: str, rect: pygame.Rect, around: Iterable[Near] = ()
    ) -> pygame.Rect:
        """Draw `text` so that it tells of `rect`; returns the box that it covers.

        Of the places near by it takes the one that covers least of what lies `around`.
        """
        picture = self._picture(text)
        rest = (tuple(rect), picture.get_size(), surface.get_size(), tuple(around))
        box = pygame.Rect(self._place(*rest))
        surface.blit(picture, box)
        return box

    def _placed(
        self,
        rect: tuple[int, int, int, int],
        size: tuple[int, int],
        canvas: tuple[int, int],
        around: tuple[Near, ...],
    ) -> tuple[int, int, int, int]:
        edge, target = self.theme.px(_EDGE), pygame.Rect(rect)
        room = pygame.Rect((0, 0), canvas).inflate(-2 * edge, -2 * edge)
        boxes = [pygame.Rect(one.box) for one in around]
        least, best = float("inf"), None
        for box in _beside(target, size, room, boxes, self.theme.px(_GAP)):
            cost = sum(
                one.worth * _share(box, other) for one, other in zip(around, boxes, strict=True)
            )
            if cost < least:
                least, best = cost, box
        if best is None:  # there is no room beside it
            best = pygame.Rect((0, 0), size)
            best.midbottom = target.midtop
            best.clamp_ip(room)
        return best.left, best.top, best.width, best.height

    def _paint(self, text: str) -> pygame.Surface:
        theme, px = self.theme, self.theme.px
        size = theme.text_px(17)
        room = (round(px(_WIDEST) * theme.text_scale), fonts.line_height(size) * _LINES)
        layout = fonts.fitted(text, fonts.BODY, size, theme.floor_px, room, _LINES)
        wide = max(fonts.width(part, fonts.BODY, layout.pixels) for part in layout.lines)
        edge = px(_MARGIN)
        picture = shapes.rounded(
            (wide + 2 * edge, layout.height + edge), px(14), theme.palette.paper
        ).copy()
        box = picture.get_rect().inflate(-2 * edge, -edge)
        fonts.draw(picture, layout, fonts.BODY, theme.palette.ink, box, (0.5, 0.5))
        return picture


def _beside(
    target: pygame.Rect,
    size: tuple[int, int],
    room: pygame.Rect,
    boxes: Sequence[pygame.Rect],
    gap: int,
) -> Iterator[pygame.Rect]:
    """Places in `room` close above, below, left and right of a target: farther off, a bubble would
    seem to tell of something else."""
    above, below, left, right = (pygame.Rect((0, 0), size) for _ in range(4))
    above.midbottom = (target.centerx, target.top - gap)
    below.midtop = (target.centerx, target.bottom + gap)
    left.midright = (target.left - gap, target.centery)
    right.midleft = (target.right + gap, target.centery)
    for box in (above, below, left, right):
        box.clamp_ip(room)
        if box.colliderect(target):
            continue
        yield box
        if box is above or box is below:
            yield from _aside(box, target, room, boxes, gap)


def _aside(
    box: pygame.Rect,
    target: pygame.Rect,
    room: pygame.Rect,
    boxes: Sequence[pygame.Rect],
    gap: int,
) -> Iterator[pygame.Rect]:
    """The box moved along, beside each thing that it covers, while it is at the target still."""
    for other in (boxes[met] for met in box.collidelistall(boxes)):
        for left in (other.left - gap - box.width, other.right + gap):
            moved = box.move(left - box.left, 0)
            shared = min(moved.right, target.right) - max(moved.left, target.left)
            if room.contains(moved) and shared >= min(target.width, box.width) // 3:
                yield moved


def _share(box: pygame.Rect, other: pygame.Rect) -> float:
    """How much of `box`, 0..1, lies over another one."""
    clip = box.clip(other)
    return clip.width * clip.height / (box.width * box.height)
