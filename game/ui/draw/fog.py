"""What the child can see: the land lies under drifting sand but where it has been."""

import math
from collections.abc import Iterable

import numpy as np
import pygame

from game.look import Look
from game.ui.draw.bake import Picture
from game.ui.draw.tones import RGB, blend, tones_of
from game.ui.kept import passing

SIGHT = 15.0  # paces around each place where the child has been
_SOFT = 5.0  # paces over which the fog thins out
_RAGGED = 46.0  # square paces by which its edge frays
_APART = 3.0  # paces between two circles that look like one way
_FINE = 16  # whole numbers per pace
_SHIFT = 6  # bits that squares of those numbers can spare
_THICK = 0.95
_HIGHEST, _LOWEST = 24.0, -2.0  # paces: between these lies the land
_STRIPS = 16  # so many frames renew all of the drifting sand
_DRIFT = 9.0  # units a second
_COARSE = 4


class Fog:
    """A `surface` of the desert under fog; `reach` clears it, and what was seen stays seen.

    The fog is a veil of dust over the picture. Only the parts that change are put together anew.
    """

    def __init__(self, picture: Picture) -> None:
        camera = picture.camera
        self._wide, self._tall = camera.size
        self._drifted = 0.0
        self._strip = 0
        self._centres: list[tuple[float, float]] = []
        self._clear = np.zeros((self._tall, self._wide), np.uint8)
        self._dust = _dust(camera.size, *_tones(picture.look))
        self._ragged = _frays(camera.size)
        self._veil = pygame.Surface(camera.size, pygame.SRCALPHA)
        self.surface = pygame.Surface(camera.size).convert()
        # How much is seen, by the square of the distance.
        square = np.arange(1 << 13) * (1 << _SHIFT) / _FINE**2
        seen = np.clip((SIGHT + _SOFT - np.sqrt(square)) / _SOFT, 0, 1)
        self._seen = np.rint(255 * seen * seen * (3 - 2 * seen)).astype(np.uint8)
        self.repaint(picture)

    def repaint(self, picture: Picture) -> None:
        """Lie over another picture of the same view."""
        self.picture = picture
        rgb = np.ascontiguousarray(picture.rgb)
        self._base = pygame.image.frombuffer(rgb, rgb.shape[1::-1], "RGB").convert()
        y = np.where(np.isnan(picture.row_of_pixel), -60.0, picture.row_of_pixel)
        # Toward the horizon the haze of the picture takes over.
        self._thick = (255 * _THICK * np.clip((y + 22.0) / 18.0, 0, 1)).astype(np.uint8)
        self._rows = np.rint(y * _FINE).astype(np.int16)
        self._colour(self.surface.get_rect())
        self._thin(self.surface.get_rect())

    def show(self, places: Iterable[np.ndarray]) -> None:
        """Forget what was seen, and clear the fog along the way through `places` (each (2,))."""
        self._clear[:] = 0
        self._centres.clear()
        for place in places:
            self._walk(place)
        self._thin(self.surface.get_rect())

    def clear(self, place: np.ndarray) -> None:
        """Clear the fog around one more place."""
        self._thin(self._see(place))

    def reach(self, place: np.ndarray) -> bool:
        """Clear the fog on the way from the place before to this one; tells if anything changed."""
        boxes = self._walk(place, 0.25)
        for box in boxes:
            self._thin(box)
        return bool(boxes)

    def nearest(self, place: np.ndarray) -> float:
        """Paces from a place to the nearest one where the child has been."""
        if not self._centres:
            return math.inf
        away = np.array(self._centres) - (float(place[0]), float(place[1]))
        return float(np.sqrt((away * away).sum(1).min()))

    def update(self, elapsed_ms: float) -> None:
        """Let the sand drift: a strip of it moves on."""
        self._drifted += elapsed_ms / 1000 * _DRIFT * self.picture.camera.unit
        top, bottom = (self._tall * at // _STRIPS for at in (self._strip, self._strip + 1))
        self._strip = (self._strip + 1) % _STRIPS
        strip = pygame.Rect(0, top, self._wide, bottom - top)
        self._colour(strip)
        self._compose(strip)

    @property
    def veil(self) -> pygame.Surface:
        """The fog alone, on nothing. Do not edit."""
        return self._veil

    def _walk(self, place: np.ndarray, least: float = 0.3) -> list[pygame.Rect]:
        here = (float(place[0]), float(place[1]))
        start = self._centres[-1] if self._centres else here
        length = math.dist(start, here)
        if self._centres and length < least:
            return []
        parts = max(1, math.ceil(length / _APART))
        ways = [part / parts for part in range(1, parts + 1)]
        return [
            self._see((start[0] + (here[0] - start[0]) * s, start[1] + (here[1] - start[1]) * s))
            for s in ways
        ]

    def _see(self, place: np.ndarray | tuple[float, float]) -> pygame.Rect:
        """Note what is seen from a place; gives the box of it on the canvas."""
        x, y = float(place[0]), float(place[1])
        self._centres.append((x, y))
        camera, far = self.picture.camera, SIGHT + _SOFT + 1.0
        left, top = camera.pixel((x - far, y - far), _HIGHEST)
        right, bottom = camera.pixel((x + far, y + far), _LOWEST)
        box = pygame.Rect(int(left), int(top), int(right - left) + 2, int(bottom - top) + 2)
        box = box.clip(self.surface.get_rect())
        if not box.width or not box.height:
            return box
        rows, columns = slice(box.top, box.bottom), slice(box.left, box.right)
        west = camera.place((box.left + 0.5, 0.0))[0] - x
        aside = (west + np.arange(box.width) / camera.across) * _FINE
        square = np.subtract(self._rows[rows, columns], round(y * _FINE), dtype=np.int32)
        square *= square
        square += np.rint(aside * aside).astype(np.int32)
        square >>= _SHIFT
        square += self._ragged[rows, columns]
        np.clip(square, 0, len(self._seen) - 1, out=square)
        part = self._clear[rows, columns]
        np.maximum(part, self._seen.take(square), out=part)
        return box

    def _thin(self, box: pygame.Rect) -> None:
        """Let the land be seen through the veil as far as it has been seen."""
        if not box.width or not box.height:
            return
        rows, columns = slice(box.top, box.bottom), slice(box.left, box.right)
        left = np.multiply(self._thick[rows, columns], 255 - self._clear[rows, columns], dtype="u2")
        left >>= 8
        alpha = pygame.surfarray.pixels_alpha(self._veil)
        alpha[columns, rows] = left.T
        del alpha  # or the surface stays locked
        self._compose(box)

    def _colour(self, box: pygame.Rect) -> None:
        """Bring the dust to where it has drifted; how thick it is stays."""
        self._veil.fill((0, 0, 0), box, special_flags=pygame.BLEND_RGB_MULT)
        shift = int(self._drifted) % self._wide
        for left in (shift - self._wide, shift):
            self._veil.set_clip(box)
            self._veil.blit(self._dust, (left, 0), special_flags=pygame.BLEND_RGB_ADD)
            self._veil.set_clip(None)

    def _compose(self, box: pygame.Rect) -> None:
        self.surface.blit(self._base, box, box)
        self.surface.blit(self._veil, box, box)


def _tones(look: Look) -> tuple[RGB, RGB]:
    """The darkest and the lightest colour of the dust of a desert."""
    tones = tones_of(look)
    dark = blend(blend(tones.middle, tones.shade, 0.2), tones.haze, 0.5)
    return dark, blend(tones.haze, tones.sunny, 0.5)


def _waves(size: tuple[int, int], count: int, finest: float, seed: int) -> np.ndarray:
    """Smooth noise (h, w) around 0, about -1..1, that goes on over the sides of the canvas."""
    wide, tall = size[0] // _COARSE, size[1] // _COARSE
    chance = np.random.Generator(np.random.Philox(seed))
    column = np.arange(wide, dtype=np.float32) / wide * np.float32(math.tau)
    # Farther off all is smaller.
    row = np.sqrt(np.linspace(0.02, 1, tall, dtype=np.float32)) * np.float32(math.tau)
    total = np.zeros((tall, wide), np.float32)
    for _ in range(count):
        across, down = round(chance.uniform(1, finest)), chance.uniform(-1.6, 1.6) * finest
        turn, bend = chance.uniform(0, math.tau, 2)
        swing = np.sin(column + np.float32(bend)) * np.float32(1.3)
        wave = np.sin(row[:, None] * np.float32(down) + (column * across + swing + turn)[None])
        total += wave / np.float32(1 + 0.5 * (abs(down) + across) / finest)
    return total / np.float32(math.sqrt(count) * 0.9)


def _spread(values: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Values (h, w) 0..1 made as large as the canvas, as (height, width) uint8."""
    grey = np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8)
    rgb = np.repeat(grey[..., None], 3, axis=2)
    small = pygame.image.frombuffer(rgb.tobytes(), rgb.shape[1::-1], "RGB")
    large = pygame.transform.smoothscale(small, size)
    return pygame.surfarray.array_red(large).T


@passing(maxsize=2)
def _dust(size: tuple[int, int], darkest: RGB, lightest: RGB) -> pygame.Surface:
    """Billows of blown sand, in colour, as large as the canvas. Do not edit."""
    bend = _waves(size, 6, 3.0, 1)
    fine = _waves(size, 12, 7.0, 2)
    billow = 0.5 + 0.34 * np.sin(bend * 2.4 + fine * 0.9) + 0.12 * fine
    billow = np.clip(billow, 0, 1)[..., None].astype(np.float32)
    deep, light = np.array(darkest, np.float32), np.array(lightest, np.float32)
    rgb = np.rint(deep + (light - deep) * billow).astype(np.uint8)
    small = pygame.image.frombuffer(rgb.tobytes(), rgb.shape[1::-1], "RGB")
    return pygame.transform.smoothscale(small, size).convert()


@passing(maxsize=2)
def _frays(size: tuple[int, int]) -> np.ndarray:
    """By how much the edge of the fog frays, (h, w) int16, in shifted squares. Do not edit."""
    noise = 0.5 + 0.5 * _waves(size, 14, 16.0, 3)
    scale = 2 * _RAGGED * _FINE**2 / (1 << _SHIFT) / 255
    return ((_spread(noise, size).astype(np.float32) - 128) * scale).astype(np.int16)
