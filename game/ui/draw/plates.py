"""Dark plates with a word on the land, put where they hide little."""

from collections.abc import Sequence

import pygame

from game.ui import fonts
from game.ui.draw.paint import Colour, Point

_DARK: Colour = (52, 22, 44)
_GOLD: Colour = (255, 214, 92)
_FIGURE = (52.0, 76.0)  # units across and up that a child or a gem takes
_AWAY = 22.0  # units between a plate and what it belongs to
# Where a plate may lie, seen from there: across and down. The first are liked best; at the right
# may be panels.
_SIDES = ((0, 1), (0, -1), (-1, 1), (-1, -1), (1, -1), (1, 1), (-1, 0), (1, 0))


def figure_box(foot: Point, scale: float) -> pygame.Rect:
    """Pixels that a child or a gem with its foot there takes."""
    across, up = (side * scale for side in _FIGURE)
    return pygame.Rect(foot[0] - across / 2, foot[1] - up, across, up)


def plate_size(size: int, label: str) -> tuple[int, int]:
    """Pixels (width, height) of the plate of a word in letters `size` pixels high."""
    wide = fonts.width(label, fonts.DISPLAY, size)
    return wide + round(size * 1.1), round(size * 1.3) + round(size / 3)


def plate(surface: pygame.Surface, top: Point, size: int, label: str) -> None:
    """A word in letters `size` pixels high on a dark plate, the middle of its upper edge at `top`.

    It is kept on the canvas.
    """
    box = pygame.Rect((0, 0), plate_size(size, label))
    box.midtop = (round(top[0]), round(top[1]))
    box.clamp_ip(surface.get_rect())
    pygame.draw.rect(surface, _DARK, box, border_radius=box.height // 2)
    room = (fonts.width(label, fonts.DISPLAY, size) + 4, box.height)
    layout = fonts.fitted(label, fonts.DISPLAY, size, size, room)
    fonts.draw(surface, layout, fonts.DISPLAY, _GOLD, box, (0.5, 0.5))


def beside(
    dots: Sequence[Point],
    figures: Sequence[Point],
    middle: Point,
    size: tuple[int, int],
    scale: float,
) -> pygame.Rect:
    """The box of a plate near `middle` that hides no figure (their feet) and the fewest dots."""
    bodies = [figure_box(foot, scale) for foot in figures]
    boxes = []
    for east, south in _SIDES:
        box = pygame.Rect((0, 0), size)
        away = (size[0] / 2 + _AWAY * scale, size[1] / 2 + _AWAY * scale)
        box.center = (round(middle[0] + east * away[0]), round(middle[1] + south * away[1]))
        boxes.append(box)

    def hides(box: pygame.Rect) -> int:
        return 100 * len(box.collidelistall(bodies)) + sum(box.collidepoint(dot) for dot in dots)

    return min(boxes, key=hides)
