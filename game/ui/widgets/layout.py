"""Cutting boxes into boxes, and the bar of controls that finds room on every canvas."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.theme import Theme

_EDGE, _PAD, _GAP, _FOOT = 18, 20, 10, 12
_TOOL_GAP, _LEAST_TOOL, _FULL_TOOL, _MOST_TOOL = 24, 150, 200, 260
_WIDEST_TOOL, _APART = 360, 44
_LEAST_BUTTON, _MOST_BUTTON, _TALL = 92, 150, 76
_PAGER, _PAGER_GAP, _FEW = 64, 18, 3
_WIDE = 1.6  # canvases less wide than this have height to spare for another row


def columns(rect: pygame.Rect, shares: Sequence[float], gap: int) -> list[pygame.Rect]:
    """`rect` cut into columns, as wide as their `shares` of what the gaps leave."""
    room, total = rect.width - gap * (len(shares) - 1), sum(shares)
    boxes, left, done = [], rect.left, 0.0
    for share in shares:
        start, done = round(room * done / total), done + share
        wide = round(room * done / total) - start
        boxes.append(pygame.Rect(left, rect.top, wide, rect.height))
        left += wide + gap
    return boxes


def rows(rect: pygame.Rect, shares: Sequence[float], gap: int) -> list[pygame.Rect]:
    """`rect` cut into rows, as tall as their `shares` of what the gaps leave."""
    turned = columns(pygame.Rect(rect.top, rect.left, rect.height, rect.width), shares, gap)
    return [pygame.Rect(rect.left, box.left, rect.width, box.width) for box in turned]


def grid(rect: pygame.Rect, across: int, count: int, gap: int) -> list[pygame.Rect]:
    """`count` equal boxes, `across` in a row, from the upper left."""
    lines = rows(rect, [1] * -(-count // across), gap)
    boxes = [box for line in lines for box in columns(line, [1] * across, gap)]
    return boxes[:count]


@dataclass(frozen=True)
class ControlBar:
    """Where the bar at the foot of the screen lies, and what is on it.

    `tools` are as many places as it has room for; where tools are left over, `pager` is the place
    of the button that turns to them.
    """

    panel: pygame.Rect
    tools: list[pygame.Rect]
    buttons: list[pygame.Rect]
    pager: pygame.Rect | None = None


def bar_rows(theme: Theme, tools: int, buttons: int) -> int:
    """Rows of the bar: one on wide canvases, where more would hide the land; else one or two."""
    if tools == 0 or theme.canvas[0] / theme.canvas[1] >= _WIDE:
        return 1
    beside = tools * _pitch(theme, _least_tool(theme)) + _buttons_width(theme, buttons, 0)
    return 1 if beside <= _room(theme) else 2


def bar_top(theme: Theme, rows: int) -> int:
    """The pixel row at which a bar of so many rows begins."""
    gap = theme.px(_GAP)
    return theme.canvas[1] - theme.px(_FOOT) - rows * (_line(theme) + gap) - gap


def control_bar(theme: Theme, tools: int, buttons: int, least_button: int = 0) -> ControlBar:
    """Tools beside the buttons; in a row above them on narrow canvases where they need one.

    `tools` are sliders and choices; they and the buttons grow with the size of the text. No button
    is narrower than `least_button` pixels while there is room.
    """
    px, rows = theme.px, bar_rows(theme, tools, buttons)
    top = bar_top(theme, rows)
    panel = pygame.Rect(px(_EDGE), top, theme.canvas[0] - 2 * px(_EDGE), 0)
    panel.height = theme.canvas[1] - px(_FOOT) - top
    inner = panel.inflate(-2 * px(_PAD), -2 * px(_GAP))
    foot = pygame.Rect(inner.left, inner.bottom - _line(theme), inner.width, _line(theme))
    upper = pygame.Rect(inner.topleft, foot.size)
    need = _buttons_width(theme, buttons, least_button)
    if rows == 1 and tools:
        if tools * _pitch(theme, _least_tool(theme)) + need <= foot.width:
            taken = _buttons_beside(theme, foot.width, need, tools, buttons)
        else:
            taken = _buttons_width(theme, buttons, least_button, 0.3)
        upper.width = foot.width - taken - px(_TOOL_GAP)
        foot = pygame.Rect(foot.right - taken, foot.top, taken, foot.height)
    slots, pager = _slots(theme, upper, tools, above=rows == 2)
    return ControlBar(
        panel, slots, columns(foot, [1] * buttons, px(_GAP)) if buttons else [], pager
    )


def _line(theme: Theme) -> int:
    return round(theme.px(_TALL) * (1 + (theme.text_scale - 1) * 0.4))


def _room(theme: Theme) -> int:
    return theme.canvas[0] - 2 * theme.px(_EDGE) - 2 * theme.px(_PAD)


def _least_tool(theme: Theme, share: float = 0.65) -> int:
    """Pixels for one tool; not growing as fast as the letters, or few would have room."""
    wide = theme.canvas[0] / theme.canvas[1] >= _WIDE
    full = theme.px(_LEAST_TOOL if wide else _FULL_TOOL)
    return round(full * (1 + share * (theme.text_scale - 1)))


def _pitch(theme: Theme, tool: int) -> int:
    return tool + theme.px(_TOOL_GAP)


def _buttons_width(theme: Theme, buttons: int, least: int, share: float = 0.5) -> int:
    button = max(least, round(theme.px(_LEAST_BUTTON) * (1 + (theme.text_scale - 1) * share)))
    return max(0, buttons * (button + theme.px(_GAP)) - theme.px(_GAP))


def _buttons_beside(theme: Theme, room: int, need: int, tools: int, buttons: int) -> int:
    """Width of the buttons when tools have taken what is spare up to their full width."""
    full = round(theme.px(_FULL_TOOL) * theme.text_scale) + theme.px(_TOOL_GAP)
    most = max(need, buttons * (theme.px(_MOST_BUTTON) + theme.px(_GAP)) - theme.px(_GAP))
    return min(max(need, room - tools * full), most) if buttons else 0


def _slots(
    theme: Theme, box: pygame.Rect, tools: int, above: bool
) -> tuple[list[pygame.Rect], pygame.Rect | None]:
    """Places for tools in a row, and one for the pager where not all have room."""
    if not tools:
        return [], None
    gap = theme.px(_APART if above and tools <= _FEW else _TOOL_GAP)
    widest = round(theme.px(_WIDEST_TOOL if above else _MOST_TOOL) * theme.text_scale)
    pager = None
    least = _least_tool(theme, 0.5 if above else 0.3)
    # Beside buttons that have taken only what they need, all tools may stand a little closer.
    count = min(tools, (box.width + gap) // (least + gap))
    if count < tools:
        side = round(theme.px(_PAGER) * (1 + 0.3 * (theme.text_scale - 1)))
        pager = pygame.Rect(box.right - side, box.top, side, box.height)
        box = pygame.Rect(box.left, box.top, box.width - side - theme.px(_PAGER_GAP), box.height)
        count = max(1, min(tools - 1, (box.width + gap) // (least + gap)))
    if pager is None:
        box.width = min(box.width, widest * count + gap * (count - 1))
    return columns(box, [1] * count, gap), pager
