"""Cutting boxes into boxes, and the bar of controls that finds room on every canvas."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.theme import Theme

_EDGE, _PAD, _GAP, _FOOT = 18, 20, 10, 12
_TOOL_GAP, _LEAST_TOOL, _FULL_TOOL, _MOST_TOOL = 24, 150, 200, 260
_WIDEST_TOOL, _APART = 360, 44
_LEAST_BUTTON, _MOST_BUTTON, _TALL = 92, 150, 76
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
    """Where the bar at the foot of the screen lies, and each of its tools and buttons."""

    panel: pygame.Rect
    tools: list[pygame.Rect]
    buttons: list[pygame.Rect]


def control_bar(theme: Theme, tools: int, buttons: int, least_button: int = 0) -> ControlBar:
    """Tools beside the buttons where they have room; else tools above, in as many rows as needed.

    `tools` are sliders and choices; they and the buttons grow with the size of the text. No button
    is narrower than `least_button` pixels while there is room.
    """
    px, (wide, tall) = theme.px, theme.canvas
    panel = pygame.Rect(px(_EDGE), 0, wide - 2 * px(_EDGE), 0)
    room = panel.width - 2 * px(_PAD)
    # Not as fast as the letters, or large ones would cover half of the desert with rows of tools.
    grown = 1 + 0.65 * (theme.text_scale - 1)
    least = round(px(_LEAST_TOOL if wide / tall >= _WIDE else _FULL_TOOL) * grown)
    pitch, need = least + px(_TOOL_GAP), _buttons_width(theme, buttons, least_button)
    line = round(px(_TALL) * (1 + (theme.text_scale - 1) * 0.4))
    beside = tools * pitch + need <= room
    per_row = max(1, tools if beside else room // pitch)
    above = 0 if beside else -(-tools // per_row)
    per_row = -(-tools // above) if above else per_row  # 2 and 2 rather than 3 and 1
    panel.height = (above + 1) * (line + px(_GAP)) + px(_GAP)
    panel.bottom = tall - px(_FOOT)
    inner = panel.inflate(-2 * px(_PAD), -2 * px(_GAP))
    foot = pygame.Rect(inner.left, inner.bottom - line, room, line)
    upper = pygame.Rect(inner.left, inner.top, room, inner.height - line - px(_GAP))
    if beside and tools:
        taken = _buttons_beside(theme, room, need, tools, buttons)
        upper = pygame.Rect(foot.left, foot.top, room - taken - px(_TOOL_GAP), line)
        foot = pygame.Rect(foot.right - taken, foot.top, taken, line)
    return ControlBar(
        panel,
        _tool_boxes(theme, upper, tools, per_row),
        columns(foot, [1] * buttons, px(_GAP)) if buttons else [],
    )


def _buttons_width(theme: Theme, buttons: int, least: int) -> int:
    button = max(least, round(theme.px(_LEAST_BUTTON) * (1 + (theme.text_scale - 1) / 2)))
    return max(0, buttons * (button + theme.px(_GAP)) - theme.px(_GAP))


def _buttons_beside(theme: Theme, room: int, need: int, tools: int, buttons: int) -> int:
    """Width of the buttons when tools have taken what is spare up to their full width."""
    full = round(theme.px(_FULL_TOOL) * theme.text_scale) + theme.px(_TOOL_GAP)
    most = max(need, buttons * (theme.px(_MOST_BUTTON) + theme.px(_GAP)) - theme.px(_GAP))
    return min(max(need, room - tools * full), most) if buttons else 0


def _tool_boxes(theme: Theme, box: pygame.Rect, tools: int, per_row: int) -> list[pygame.Rect]:
    boxes: list[pygame.Rect] = []
    above = box.width > theme.canvas[0] * 0.8  # a row of their own, with room to breathe
    gap = theme.px(_APART if above else _TOOL_GAP)
    widest = round(theme.px(_WIDEST_TOOL if above else _MOST_TOOL) * theme.text_scale)
    for at, line in enumerate(rows(box, [1] * -(-tools // per_row), theme.px(_GAP))):
        count = min(per_row, tools - at * per_row)
        line.width = min(line.width, widest * count + gap * (count - 1))
        boxes += columns(line, [1] * count, gap)
    return boxes
