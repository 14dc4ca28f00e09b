"""Where the panels of play lie on a canvas, and the camera that has the desert clear of them."""

from dataclasses import dataclass

import pygame

from game.level_file import HandOut
from game.levels import Level
from game.ui import fonts
from game.ui.camera import Camera
from game.ui.scenes.play_side import SidePanel, side_panel_of
from game.ui.theme import Theme
from game.ui.widgets import layout

_EDGE, _TOP, _GAP, _TALL = 18, 14, 12, 52
_KEY, _KEY_GAP = 64, 10  # of the buttons in the column at the left
_SIDE = 178  # as wide as the land between the square and the canvas
_CHART, _NUMBERS, _NUMBER_ROWS = 124, 112, 8
_AIR = 4  # between the bar and the square


@dataclass(frozen=True)
class Frame:
    """The boxes of all panels but those on the bar; `keys` from the top, `side` where there is one.

    `large` is that of the chart when it is enlarged.
    """

    title: pygame.Rect
    speech: pygame.Rect
    drops: pygame.Rect
    keys: list[pygame.Rect]
    chart: pygame.Rect
    large: pygame.Rect
    numbers: pygame.Rect
    side: pygame.Rect | None = None


def tools_of(held: HandOut) -> int:
    """How many sliders and choices a level hands out."""
    return len(held.sliders) + (len(held.optimizers) > 1) + (len(held.schedules) > 1)


def buttons_of(held: HandOut) -> list[str]:
    """The buttons of the bar that a level hands out, from left to right."""
    return ["step", "walk", *(b for b in ("gust", "leap", "dig") if b in held.buttons)]


def side_width(theme: Theme) -> int:
    """Pixels across of chart and numbers."""
    return theme.px(_SIDE)


def camera_for(theme: Theme, level: Level) -> Camera:
    """The camera at zoom 1 that has the whole square beside and above the panels.

    It may be called in any thread: nothing of it asks for the width of letters.
    """
    px, canvas, held, side = theme.px, theme.canvas, level.hand_out, side_panel_of(level)
    rows = layout.bar_rows(theme, tools_of(held), len(buttons_of(held)))
    below = canvas[1] - layout.bar_top(theme, rows) + px(_AIR)
    left, right = px(_EDGE + _KEY), px(_EDGE + _SIDE - _AIR)
    if side is not None:
        wide = px(2 * _GAP + side.width)
        left, right = (left + wide, right) if side.left else (left, right + wide)
    return Camera(canvas, clear=(left, right, below))


def frame_of(
    theme: Theme, bar_top: int, keys: int, crowded: bool, side: SidePanel | None = None
) -> Frame:
    """The boxes for a bar that begins at the pixel row `bar_top`, and so many `keys`.

    `crowded` numbers get room for lines of their own.
    """
    px, (wide, tall) = theme.px, theme.canvas
    title, speech, drops = _top_row(theme)
    under = title.bottom + px(_GAP)
    pitch = px(_KEY) + px(_KEY_GAP)
    column = [pygame.Rect(px(_EDGE), under + at * pitch, px(_KEY), px(_KEY)) for at in range(keys)]
    chart = pygame.Rect(wide - px(_EDGE + _SIDE), under, side_width(theme), 0)
    chart.height = round(px(_CHART) * (1 + 0.25 * (theme.text_scale - 1)))
    numbers = pygame.Rect(chart.left, chart.bottom + px(_GAP), chart.width, px(_NUMBERS))
    if crowded:
        line = fonts.line_height(theme.text_px(17))
        numbers.height = min(_NUMBER_ROWS * line + px(16), bar_top - px(_GAP) - numbers.top)
    large = pygame.Rect(0, 0, px(760), px(430))
    large.center = (wide // 2, tall // 2 - px(20))
    return Frame(
        title, speech, drops, column, chart, large, numbers, _side(theme, side, under, bar_top)
    )


def _top_row(theme: Theme) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
    px, (wide, tall) = theme.px, theme.canvas
    high = round(px(_TALL) * (1 + 0.6 * (theme.text_scale - 1)))
    # On narrow canvases the child's words need the room more than the name and the drops.
    share, tank = (0.3, px(290)) if wide > 1.5 * tall else (0.27, px(236))
    title = pygame.Rect(px(_EDGE), px(_TOP), min(px(390), round(wide * share)), high)
    drops = pygame.Rect(wide - px(_EDGE) - tank, px(_TOP), tank, high)
    left = title.right + px(_GAP)
    return title, pygame.Rect(left, px(_TOP), drops.left - px(_GAP) - left, high), drops


def _side(theme: Theme, side: SidePanel | None, under: int, bar_top: int) -> pygame.Rect | None:
    if side is None:
        return None
    px = theme.px
    box = pygame.Rect(px(_EDGE + _KEY + _GAP), under, px(side.width), bar_top - px(_GAP) - under)
    if not side.left:
        box.right = theme.canvas[0] - px(_EDGE + _SIDE + _GAP)
    return box
