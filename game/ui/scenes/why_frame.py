"""The frame around the pages that say why the gem was missed: where everything lies."""

from dataclasses import dataclass

import pygame

from game.ui.theme import Theme

EDGE, TOP, GAP, BAR = 18, 14, 14, 66
_SIDE, _GROWS = 410, 0.3


@dataclass(frozen=True)
class Frame:
    """Boxes of a page: the bar with its tabs, the photo, what stands beside and below it."""

    bar: pygame.Rect
    photo: pygame.Rect
    side: pygame.Rect
    foot: pygame.Rect


def frame_for(theme: Theme) -> Frame:
    """The frame for a canvas; the photo keeps the canvas's shape, so that it shows all of it."""
    px, (wide, tall) = theme.px, theme.canvas
    bar = pygame.Rect(px(EDGE), px(TOP), wide - 2 * px(EDGE), px(BAR))
    top = bar.bottom + px(GAP)
    across = round(px(_SIDE) * (1 + _GROWS * (theme.text_scale - 1)))
    side = pygame.Rect(wide - px(EDGE) - across, top, across, tall - px(TOP) - top)
    room = side.left - px(GAP) - px(EDGE)
    photo = pygame.Rect(px(EDGE), top, room, round(room * tall / wide))
    foot = pygame.Rect(px(EDGE), photo.bottom + px(GAP), room, 0)
    foot.height = tall - px(TOP) - foot.top
    return Frame(bar, photo, side, foot)
