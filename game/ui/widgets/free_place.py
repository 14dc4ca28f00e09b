"""A place on the canvas for what may lie anywhere, beside what is shown there already."""

import math
from collections.abc import Sequence

import pygame

_PRESSED = 20  # how much worse it is to cover a button than a panel


class FreePlace:
    """The place of one strip, looked for again only when what is around it has changed.

    Looking takes long where there is none.
    """

    def __init__(self, edge: int) -> None:
        """`edge`: pixels left free to the canvas' edge and to what is shown."""
        self.box = pygame.Rect(0, 0, 0, 0)
        self._edge = edge
        self._found_for: object = None

    def find(
        self,
        size: tuple[int, int],
        canvas: tuple[int, int],
        taken: Sequence[pygame.Rect],
        pressed: Sequence[pygame.Rect],
    ) -> pygame.Rect:
        """As `free_place`."""
        key = (size, canvas, *(tuple(map(tuple, boxes)) for boxes in (taken, pressed)))
        if self._found_for != key:
            self._found_for = key
            self.box = free_place(size, canvas, taken, self._edge, pressed)
        return self.box


def free_place(
    size: tuple[int, int],
    canvas: tuple[int, int],
    boxes: Sequence[pygame.Rect],
    edge: int,
    pressed: Sequence[pygame.Rect] = (),
) -> pygame.Rect:
    """A place for something `size` large: as low, and touching as little of `boxes`, as may be.

    Where all is full, it rather lies over a panel than over what can be `pressed`.
    """
    best, least = pygame.Rect((edge, edge), size), math.inf
    spare = canvas[0] - size[0]
    for y in range(canvas[1] - size[1] - edge, edge - 1, -max(4, edge)):
        for x in (spare // 2, edge, spare - edge):
            place = pygame.Rect((x, y), size)
            around = place.inflate(edge, edge)
            covered = _covered(around, boxes)
            if covered:
                covered += _PRESSED * _covered(around, pressed)
            if covered < least:
                best, least = place, covered
            if not covered:
                return best
    return best


def _covered(place: pygame.Rect, boxes: Sequence[pygame.Rect]) -> int:
    """How many pixels of `boxes` lie under `place`."""
    clips = (place.clip(box) for box in boxes)
    return sum(clip.width * clip.height for clip in clips)
