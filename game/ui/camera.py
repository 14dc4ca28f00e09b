"""Paces to pixels and back: an oblique, parallel view of the desert. Nothing else converts.

East goes right; south goes down the canvas, squashed; height goes straight up. Pixels are
continuous: pixel (column, row) of an array covers [column, column + 1) x [row, row + 1).
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

SQUARE = 100.0  # paces along one side of the playable square
NORTH_END = -25.0  # y of the last land before the sky
MAX_ZOOM = 2.5
# The composition, in pixels of a 1280 x 720 canvas ("units"); other canvases scale it.
_FRAME = (1280.0, 720.0)
_ACROSS = 1280.0 / 132.0  # units per pace eastward: 32 paces beyond the square's width
_ASIDE = 48.0  # units by which the square lies left of the middle, clear of the height chart
_WIDEST = 150.0  # never show more paces than this across, the land ends soon after
_HORIZON = 120.5  # row where the land ends, at height 0
_BELOW = 112.0  # rows kept free below the south edge, for the bottom bar
_STEEPEST = 5.4  # units per pace southward at most, or tall canvases would look from straight above
_LIFT = 4.3  # units per pace of height
_SKY_SHARE = 0.45  # of the rows that a tall canvas has to spare, the part that goes to the sky


@dataclass(frozen=True)
class Camera:
    """A view of the land on a canvas of `size` (width, height) pixels.

    At zoom 1 the whole square is visible and clear of the panels. A larger zoom shows the part
    of that view around `centre` (a place, x and y in paces, standing at `centre_height`), kept
    inside it. `clear` are the pixels at the left, the right and the bottom that panels cover at
    zoom 1, where they cover more than usual: the square lies beside and above them. `beyond` are
    the pixels at zoom 1 by which a view may go on past that view's right edge.
    """

    size: tuple[int, int]
    zoom: float = 1.0
    centre: tuple[float, float] = (SQUARE / 2, SQUARE / 2)
    centre_height: float = 0.0
    clear: tuple[float, float, float] = (0.0, 0.0, 0.0)
    beyond: float = 0.0

    def __post_init__(self) -> None:
        """Raise ValueError if the canvas is empty or the zoom out of range."""
        if min(self.size) < 1:
            raise ValueError(f"a canvas of {self.size} pixels has no room")
        if not 1.0 <= self.zoom <= MAX_ZOOM:
            raise ValueError(f"zoom {self.zoom} is not within 1..{MAX_ZOOM}")

    @cached_property
    def unit(self) -> float:
        """Pixels per unit of the 1280 x 720 composition, before zooming."""
        return min(self.size[0] / _FRAME[0], self.size[1] / _FRAME[1])

    @cached_property
    def across(self) -> float:
        """Pixels per pace eastward."""
        usual = max(_ACROSS * self.unit, self.size[0] / _WIDEST)
        left, right, _ = self.clear
        return self.zoom * min(usual, (self.size[0] - left - right) / SQUARE)

    @cached_property
    def down(self) -> float:
        """Pixels per pace southward."""
        return self.zoom * self.unit * self._rows_per_pace

    @cached_property
    def lift(self) -> float:
        """Pixels per pace of height."""
        return self.zoom * self.unit * _LIFT

    @cached_property
    def origin(self) -> tuple[float, float]:
        """Pixel of the square's north-west corner at height 0."""
        east, south = self._base_origin
        return (east - self.corner[0]) * self.zoom, (south - self.corner[1]) * self.zoom

    @cached_property
    def corner(self) -> tuple[float, float]:
        """Upper left corner of this view, in pixels of the view at zoom 1."""
        east, south = self._base_origin
        scale = 1.0 / self.zoom
        focus = (
            east + self.centre[0] * self.across * scale,
            south + (self.centre[1] * self.down - self.centre_height * self.lift) * scale,
        )
        half = (self.size[0] * scale / 2, self.size[1] * scale / 2)
        return (
            min(max(focus[0] - half[0], 0.0), self.size[0] - 2 * half[0] + self.beyond),
            min(max(focus[1] - half[1], 0.0), self.size[1] - 2 * half[1]),
        )

    def on(self, size: tuple[int, int]) -> "Camera":
        """The same view on a canvas of another size and the same shape."""
        across, down = size[0] / self.size[0], size[1] / self.size[1]
        left, right, below = self.clear
        clear = (left * across, right * across, below * down)
        return replace(self, size=size, clear=clear, beyond=self.beyond * across)

    def sees_as(self, other: "Camera") -> bool:
        """Whether every place is at the same pixel as for the other camera."""
        ours = (self.size, self.zoom, self.origin, self.across, self.down)
        return ours == (other.size, other.zoom, other.origin, other.across, other.down)

    def pixel(self, place: tuple[float, float], height: float = 0.0) -> tuple[float, float]:
        """Return the pixel (column, row) of a place (x, y) at a height, all in paces."""
        east, south = self.origin
        return (
            east + float(place[0]) * self.across,
            south + float(place[1]) * self.down - float(height) * self.lift,
        )

    def pixels(self, places: np.ndarray, heights: np.ndarray) -> np.ndarray:
        """Return the pixels (N, 2) of places (N, 2) at heights (N,)."""
        places = np.asarray(places, dtype=float)
        rows = places[:, 1] * self.down - np.asarray(heights, dtype=float) * self.lift
        return np.stack((places[:, 0] * self.across, rows), axis=1) + self.origin

    def place(self, pixel: tuple[float, float], height: float = 0.0) -> tuple[float, float]:
        """Return the place (x, y) that a pixel shows, given the height of what is seen there."""
        east, south = self.origin
        return (
            (float(pixel[0]) - east) / self.across,
            (float(pixel[1]) + float(height) * self.lift - south) / self.down,
        )

    @cached_property
    def sky_drop(self) -> float:
        """Units by which the horizon lies lower than on a canvas of 16 : 9."""
        land = (SQUARE - NORTH_END) * self._rows_per_pace
        return _SKY_SHARE * (self.size[1] / self.unit - _HORIZON - self._below - land)

    @cached_property
    def _rows_per_pace(self) -> float:
        room = self.size[1] / self.unit - _HORIZON - self._below
        return min(_STEEPEST, room / (SQUARE - NORTH_END))

    @cached_property
    def _below(self) -> float:
        return max(_BELOW, self.clear[2] / self.unit)

    @cached_property
    def _base_origin(self) -> tuple[float, float]:
        across = self.across / self.zoom
        horizon = _HORIZON + self.sky_drop
        north_edge = (horizon - NORTH_END * self._rows_per_pace) * self.unit
        west_edge = (self.size[0] - SQUARE * across) / 2 - _ASIDE * self.unit
        left, right, _ = self.clear
        free = (left, self.size[0] - right - SQUARE * across)
        if not free[0] <= west_edge <= free[1]:
            west_edge = sum(free) / 2
        return west_edge, north_edge
