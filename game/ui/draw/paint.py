"""Antialiased drawing: shapes drawn large, in units, then scaled down smoothly into a sprite.

A unit is one pixel of a canvas of 1280 x 720 (scale 1). x grows to the right, y grows downward.
"""

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pygame

from game.ui.kept import shrinks

Colour = tuple[int, int, int]
Point = tuple[float, float]

LINE: Colour = (62, 30, 44)  # the dark plum that every figure is outlined with
_SHARE_LEFT = 12  # one part in so many of a cache stays when a scene closes
_TURN = [(math.cos(k * math.tau / 28), math.sin(k * math.tau / 28)) for k in range(28)]


@dataclass(frozen=True)
class Sprite:
    """A finished picture and the pixel of it that belongs on the ground (`anchor`)."""

    surface: pygame.Surface
    anchor: tuple[int, int]
    key: Hashable = field(default=None, compare=False)

    def draw(self, target: pygame.Surface, pixel: Point) -> pygame.Rect:
        """Blit onto `target` with the anchor at `pixel`."""
        x = round(pixel[0]) - self.anchor[0]
        y = round(pixel[1]) - self.anchor[1]
        return target.blit(self.surface, (x, y))


class SpriteCache:
    """Least-recently-used store of sprites, bounded by the bytes of their pixels.

    When a scene closes, the last few used stay: a child that was walking will walk again.
    """

    def __init__(self, limit_bytes: int = 12 << 20):
        self.limit_bytes = limit_bytes
        self.used_bytes = 0
        self.made = 0
        self._sprites: OrderedDict[Hashable, Sprite] = OrderedDict()
        shrinks(self)

    def __len__(self) -> int:
        return len(self._sprites)

    def get(self, key: Hashable, make: Callable[[], Sprite]) -> Sprite:
        """The sprite stored under `key`, made with `make` if it is not there."""
        sprite = self._sprites.get(key)
        if sprite is not None:
            self._sprites.move_to_end(key)
            return sprite
        sprite = self._sprites[key] = make()
        self.made += 1
        self.used_bytes += _bytes(sprite)
        self._limit(self.limit_bytes)
        return sprite

    def shrink(self) -> None:
        """Forget most of the sprites, those not used for longest first."""
        self._limit(self.limit_bytes // _SHARE_LEFT)

    def _limit(self, limit_bytes: int) -> None:
        while self.used_bytes > limit_bytes and len(self._sprites) > 1:
            self.used_bytes -= _bytes(self._sprites.popitem(last=False)[1])


def _bytes(sprite: Sprite) -> int:
    return sprite.surface.get_width() * sprite.surface.get_height() * 4


def mix(first: Sequence[float], second: Sequence[float], share: float) -> Colour:
    """The colour `share` (0..1) of the way from `first` to `second`."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(first[:3], second[:3], strict=True))
    return (r, g, b)


def shaded(colour: Colour, share: float = 0.28) -> Colour:
    """`colour` as it looks away from the sun: darker and a little toward plum."""
    return mix(colour, (72, 26, 66), share)


def lit(colour: Colour, share: float = 0.3) -> Colour:
    """`colour` as it looks in full sun: lighter and warmer."""
    return mix(colour, (255, 246, 214), share)


@lru_cache(maxsize=64)
def _basis(count: int, steps: int, closed: bool) -> np.ndarray:
    """Matrix that turns `count` control points into a uniform Catmull-Rom curve."""
    spans = count if closed else count - 1
    rows = np.zeros((spans * steps + (0 if closed else 1), count))
    for row in range(len(rows)):
        span, t = min(row // steps, spans - 1), (row / steps) - min(row // steps, spans - 1)
        weights = (
            (-t + 2 * t * t - t**3) / 2,
            (2 - 5 * t * t + 3 * t**3) / 2,
            (t + 4 * t * t - 3 * t**3) / 2,
            (t**3 - t * t) / 2,
        )
        for offset, weight in enumerate(weights, start=-1):
            index = span + offset
            index = index % count if closed else min(max(index, 0), count - 1)
            rows[row, index] += weight
    return rows


def smooth(points: Sequence[Point], steps: int = 5, closed: bool = True) -> list[Point]:
    """A smooth curve through `points`, as a denser list of points."""
    return (_basis(len(points), steps, closed) @ np.array(points)).tolist()


def oval(centre: Point, rx: float, ry: float, turn: float = 0.0) -> list[Point]:
    """The outline of an ellipse, turned clockwise by `turn` radians."""
    cx, cy = centre
    if not turn:
        return [(cx + rx * c, cy + ry * s) for c, s in _TURN]
    tc, ts = math.cos(turn), math.sin(turn)
    return [(cx + rx * c * tc - ry * s * ts, cy + rx * c * ts + ry * s * tc) for c, s in _TURN]


class Board:
    """A supersampled drawing board. Coordinates are in units; `box` is (left, top, right, bottom).

    It starts as transparent `LINE`, so that smooth scaling leaves no fringe around outlined shapes.
    """

    def __init__(self, box: tuple[int, int, int, int], scale: float = 1.0, oversample: int = 0):
        self.box = box
        self.scale = scale
        self.oversample = oversample or (4 if scale <= 1.1 else 3 if scale <= 1.6 else 2)
        self.k = scale * self.oversample
        size = (math.ceil((box[2] - box[0]) * self.k), math.ceil((box[3] - box[1]) * self.k))
        self.surface = pygame.Surface(size, pygame.SRCALPHA)
        self.surface.fill((*LINE, 0))
        self.dirty: pygame.Rect | None = None
        self.reset()

    def reset(self) -> None:
        """Wipe the board and undo all turns."""
        if self.dirty:
            self.surface.fill((*LINE, 0), self.dirty.inflate(4, 4))
        self.dirty = None
        self._to_pixel = (self.k, 0.0, 0.0, self.k, -self.box[0] * self.k, -self.box[1] * self.k)

    def turned(self, centre: Point, angle: float, stretch: Point = (1.0, 1.0)) -> tuple:
        """Turn clockwise and stretch all that follows about `centre`; gives the old frame back."""
        old = self._to_pixel
        c, s = math.cos(angle), math.sin(angle)
        a, b, cc, d = c * stretch[0], s * stretch[0], -s * stretch[1], c * stretch[1]
        cx, cy = centre
        self._compose(a, b, cc, d, cx - a * cx - cc * cy, cy - b * cx - d * cy)
        return old

    def moved(self, x: float, y: float) -> tuple:
        """Shift all that follows; gives the old frame back."""
        old = self._to_pixel
        self._compose(1, 0, 0, 1, x, y)
        return old

    def sheared(self, slant: float) -> tuple:
        """Shift all that follows right by `slant` times its height; gives the old frame back."""
        old = self._to_pixel
        self._compose(1, 0, -slant, 1, 0, 0)
        return old

    def restore(self, frame: tuple) -> None:
        """Go back to a frame given by `turned` or `sheared`."""
        self._to_pixel = frame

    def _compose(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        ka, kb, kc, kd, ke, kf = self._to_pixel
        self._to_pixel = (
            ka * a + kc * b,
            kb * a + kd * b,
            ka * c + kc * d,
            kb * c + kd * d,
            ka * e + kc * f + ke,
            kb * e + kd * f + kf,
        )

    def _pixels(self, points: Iterable[Point]) -> list[Point]:
        a, b, c, d, e, f = self._to_pixel
        return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]

    def _touch(self, rect: pygame.Rect) -> None:
        self.dirty = rect if self.dirty is None else self.dirty.union(rect)

    def shape(self, points: Sequence[Point], colour: Colour | None, line: float = 0.0, ink=LINE):
        """A filled polygon, with an outline reaching `line` units outward."""
        pixels = self._pixels(points)
        if line:
            width = max(1, round(2 * line * self.k))
            drawn = pygame.draw.lines(self.surface, ink, True, pixels, width)
            self._touch(drawn.inflate(2 * width, 2 * width))  # it leaves out the lines' width
        if colour is not None:
            self._touch(pygame.draw.polygon(self.surface, colour, pixels))

    def disc(self, centre: Point, radius: float, colour: Colour, line: float = 0.0, ink=LINE):
        """A filled circle, with an outline reaching `line` units outward."""
        (pixel,) = self._pixels([centre])
        if line:
            outer = (radius + line) * self.k
            self._touch(pygame.draw.circle(self.surface, ink, pixel, outer))
        self._touch(pygame.draw.circle(self.surface, colour, pixel, radius * self.k))

    def limb(self, path: Sequence[Point], radii: Sequence[float], colour, line=0.0, ink=LINE):
        """A round, tapering tube through `path`, with `radii` at its points."""
        pixels = self._pixels(path)
        if line:
            self._tube(pixels, [(r + line) * self.k for r in radii], ink)
        if colour is not None:
            self._tube(pixels, [r * self.k for r in radii], colour)

    def _tube(self, pixels: list[Point], radii: list[float], colour: Colour) -> None:
        for pixel, radius in zip(pixels, radii, strict=True):
            self._touch(pygame.draw.circle(self.surface, colour, pixel, radius))
        for index in range(len(pixels) - 1):
            (ax, ay), (bx, by) = pixels[index], pixels[index + 1]
            length = math.hypot(bx - ax, by - ay)
            if length > 0.5:
                nx, ny = (ay - by) / length, (bx - ax) / length
                ra, rb = radii[index], radii[index + 1]
                quad = (
                    (ax + nx * ra, ay + ny * ra),
                    (bx + nx * rb, by + ny * rb),
                    (bx - nx * rb, by - ny * rb),
                    (ax - nx * ra, ay - ny * ra),
                )
                self._touch(pygame.draw.polygon(self.surface, colour, quad))

    def stroke(self, path: Sequence[Point], width: float, colour: Colour) -> None:
        """A line of even width with round ends through `path`."""
        self.limb(path, [width / 2] * len(path), colour)

    def finish(self, margin: int = 4, flip: bool = False) -> Sprite:
        """The sprite of all that was drawn, cropped, `anchor` at the origin of the units."""
        over = self.oversample
        margin = math.ceil(margin * self.scale) * over
        bounds = self.surface.get_rect()
        area = (self.dirty or pygame.Rect(bounds.center, (1, 1))).inflate(2 * margin, 2 * margin)
        area = area.clip(bounds)
        left, top = area.left // over, area.top // over
        right, bottom = -(-area.right // over), -(-area.bottom // over)
        right, bottom = min(right, bounds.w // over), min(bottom, bounds.h // over)
        cut = self.surface.subsurface(
            (left * over, top * over, (right - left) * over, (bottom - top) * over)
        )
        small = pygame.transform.smoothscale(cut, (right - left, bottom - top))
        x = round(-self.box[0] * self.scale) - left
        y = round(-self.box[1] * self.scale) - top
        if flip:
            small, x = pygame.transform.flip(small, True, False), right - left - x
        return Sprite(small, (x, y))
