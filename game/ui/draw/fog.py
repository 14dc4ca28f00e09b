"""What the child can see: the land lies under drifting sand but where it has been."""

from collections.abc import Iterable

import numpy as np
import pygame

from game.ui.draw.bake import Picture

SIGHT = 15.0  # paces around each place where the child has stood
_SOFT = 5.0  # paces over which the fog thins out
_THICK = 0.93
_DUST = np.array([236.0, 205.0, 170.0], dtype=np.float32)


def _cloud(shape: tuple[int, int]) -> np.ndarray:
    """Slow waves of brightness (h, w, 1), so that the fog looks like blown sand."""
    row = np.linspace(0, 9, shape[0], dtype=np.float32)[:, None]
    column = np.linspace(0, 7, shape[1], dtype=np.float32)[None]
    waves = np.sin(row * 2.1 + np.sin(column * 1.3)) + np.sin(row * 4.3 - column * 1.7)
    return (0.965 + 0.018 * waves)[..., None]


class Fog:
    """A surface of the desert under fog, cleared around places; what was seen stays seen."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        land = np.isfinite(picture.row_of_pixel)
        y = np.where(land, picture.row_of_pixel, -60.0)
        # Toward the horizon the haze of the picture takes over.
        thick = (_THICK * np.clip((y + 22.0) / 18.0, 0, 1))[..., None].astype(np.float32)
        dust = _DUST * _cloud(picture.row_of_pixel.shape)
        fogged = picture.rgb * (1 - thick) + dust * thick
        self._fogged = fogged.astype(np.uint8)
        self._clear = np.zeros(picture.row_of_pixel.shape, dtype=np.float32)
        self.surface = pygame.image.frombuffer(
            np.ascontiguousarray(self._fogged), self._fogged.shape[1::-1], "RGB"
        ).convert()

    def show(self, places: Iterable[np.ndarray]) -> None:
        """Forget what was seen, and clear the fog around `places` (each (2,))."""
        self._clear[:] = 0
        self._paste(self._fogged, (0, 0))
        for place in places:
            self.clear(place)

    def clear(self, place: np.ndarray) -> None:
        """Clear the fog around one more place."""
        camera = self._picture.camera
        reach = SIGHT + _SOFT
        west, _ = camera.pixel((float(place[0]) - reach, 0.0))
        east, _ = camera.pixel((float(place[0]) + reach, 0.0))
        _, top = camera.pixel((0.0, float(place[1]) - reach), 26.0)
        _, bottom = camera.pixel((0.0, float(place[1]) + reach), -4.0)
        high, wide = self._clear.shape
        left, right = max(0, int(west)), min(wide, int(east) + 1)
        above, below = max(0, int(top)), min(high, int(bottom) + 1)
        if left >= right or above >= below:
            return
        y = self._picture.row_of_pixel[above:below, left:right]
        x = camera.place((left, 0.0))[0] + np.arange(right - left, dtype=np.float32) / camera.across
        square = (x - np.float32(place[0])) ** 2 + (y - np.float32(place[1])) ** 2
        seen = np.clip((reach - np.sqrt(square)) / _SOFT, 0, 1)
        box = self._clear[above:below, left:right]
        np.maximum(box, np.nan_to_num(seen * seen * (3 - 2 * seen)), out=box)
        under = self._fogged[above:below, left:right].astype(np.float32)
        clear = self._picture.rgb[above:below, left:right]
        self._paste((under + (clear - under) * box[..., None]).astype(np.uint8), (left, above))

    def _paste(self, rgb: np.ndarray, corner: tuple[int, int]) -> None:
        rgb = np.ascontiguousarray(rgb)
        patch = pygame.image.frombuffer(rgb, rgb.shape[1::-1], "RGB")
        self.surface.blit(patch, corner)
