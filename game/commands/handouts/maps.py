"""A land drawn on paper: greys by height, height lines, marks, arrows and a way."""

import math

import numpy as np
from PIL import Image

from game.commands.handouts.contours import contour
from game.commands.handouts.paper import ACCENT, INK, QUIET, Paper
from game.commands.handouts.sheet import Map
from game.sim.terrain import SIZE

_DEEP, _HIGH = 168, 255  # greys: light enough for a pencil to be seen
_PIXELS = 2  # of the picture for each sample of the map
_PATH = (26, 92, 150)


def draw_map(page: Paper, drawn: Map, left: float, top: float, side: float) -> None:
    """Draw `drawn` as a square of `side` mm with its upper left corner at (left, top)."""
    scale = side / SIZE
    if not drawn.bare:
        page.image(_picture(drawn), left, top, side, side)
        _lines(page, drawn, left, top, side)
    page.set_draw_color(*INK)
    page.set_line_width(0.4)
    page.rect(left, top, side, side)
    for x, y, dx, dy in drawn.arrows:
        _arrow(page, left + x * scale, top + y * scale, dx * scale, dy * scale)
    if drawn.path:
        _path(page, [(left + x * scale, top + y * scale) for x, y in drawn.path], drawn.dots)
    for spot in drawn.spots:
        draw_mark(page, spot.kind, left + spot.x * scale, top + spot.y * scale, spot.label)


def _levels(drawn: Map) -> np.ndarray:
    low = math.ceil(drawn.heights.min() / drawn.spacing + 1e-9)
    high = math.floor(drawn.heights.max() / drawn.spacing)
    return np.arange(low, high + 1) * drawn.spacing


def _picture(drawn: Map) -> Image.Image:
    """Flat greys between the height lines, deeper ones darker."""
    rows, columns = drawn.heights.shape
    fine = np.linspace(0, columns - 1, columns * _PIXELS)
    across = np.array([np.interp(fine, np.arange(columns), row) for row in drawn.heights])
    down = np.linspace(0, rows - 1, rows * _PIXELS)
    before = np.clip(down.astype(int), 0, rows - 2)
    part = (down - before)[:, None]
    heights = across[before] * (1 - part) + across[before + 1] * part
    band = np.digitize(heights, _levels(drawn))
    grey = _DEEP + (_HIGH - _DEEP) * band / max(1, band.max())
    return Image.fromarray(grey.round().astype(np.uint8))


def _lines(page: Paper, drawn: Map, left: float, top: float, side: float) -> None:
    page.set_draw_color(*QUIET)
    scale = side / (len(drawn.heights) - 1)
    for at, level in enumerate(_levels(drawn)):
        page.set_line_width(0.28 if at % 5 == 0 else 0.13)
        for line in contour(drawn.heights, float(level) + 1e-9):
            page.polyline([(left + x * scale, top + y * scale) for x, y in line])


def _arrow(page: Paper, x: float, y: float, dx: float, dy: float) -> None:
    length = math.hypot(dx, dy)
    page.set_draw_color(*INK)
    page.set_fill_color(*INK)
    page.set_line_width(0.35)
    if length < 0.5:  # flat ground: a dot
        page.circle(x, y, 0.5, style="F")
        return
    page.line(x, y, x + dx, y + dy)
    ux, uy, head = dx / length, dy / length, min(1.5, 0.6 * length)
    tip = (x + dx, y + dy)
    wings = [(tip[0] - head * (ux + 0.5 * s * -uy), tip[1] - head * (uy + 0.5 * s * ux))
             for s in (1, -1)]  # fmt: skip
    page.polygon([tip, *wings], style="F")


def _path(page: Paper, points: list[tuple[float, float]], dots: bool) -> None:
    page.set_draw_color(*_PATH)
    page.set_fill_color(*_PATH)
    page.set_line_width(0.8)
    page.polyline(points)
    for x, y in points if dots else points[-1:]:
        page.circle(x, y, 0.7, style="F")


def draw_mark(page: Paper, kind: str, x: float, y: float, label: str = "") -> None:
    """The mark of a Spot's kind at (x, y) in mm; they differ by their shape."""
    page.set_line_width(0.4)
    page.set_draw_color(*INK)
    if kind == "start":
        page.line(x, y, x, y - 6)
        page.set_fill_color(*ACCENT)
        page.polygon([(x, y - 6), (x + 4, y - 4.6), (x, y - 3.2)], style="DF")
        page.set_fill_color(*INK)
        page.circle(x, y, 0.7, style="F")
    elif kind == "letter":
        page.set_fill_color(255, 255, 255)
        page.circle(x, y, 2.6, style="DF")
        page.ink(10, style="B")
        page.set_xy(x - 3, y - 2.5)
        page.cell(6, 5, label, align="C")
        page.ink()
    else:
        big = 2.4 if kind == "gem" else 1.5
        page.set_fill_color(*(INK if kind == "gem" else (255, 255, 255)))
        shape = [(x, y - big), (x + big, y), (x, y + big), (x - big, y)]
        page.polygon(shape, style="DF")
    page.set_line_width(0.2)
