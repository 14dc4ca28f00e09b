"""Where the child stands on the canvas: from places to pixels, the height looked up on the way."""

import numpy as np

from game.sim.land import Land
from game.ui.camera import Camera
from game.ui.draw.ground import settled

Pixel = tuple[float, float]


class Footing:
    """Heights in the square are those of the terrain, to the last bit; outside the picture's."""

    def __init__(self, land: Land, camera: Camera) -> None:
        self.land, self.camera = land, camera
        self._outside = settled(land)

    def heights(self, places: np.ndarray) -> np.ndarray:
        """Heights (N,) in paces at places (N, 2); beyond the wide land those of its border."""
        places = np.asarray(places, dtype=float).reshape(-1, 2)
        inside = self.land.terrain.contains(places)
        found: np.ndarray = self.land.terrain.height(places)
        return found if inside.all() else np.where(inside, found, self._outside.at(places))

    def shown(self, place: np.ndarray) -> np.ndarray:
        """The place itself, or the nearest one that can be drawn where it lies far away."""
        land = self.land
        return np.clip(place, (land.west + 2, land.north + 2), (land.east - 2, land.south - 2))

    def pixel(self, place: np.ndarray, above: float = 0.0) -> Pixel:
        """Where a place (2,) is drawn, `above` paces over the ground."""
        height = float(self.heights(place)[0]) + above
        return self.camera.pixel((float(place[0]), float(place[1])), height)

    def path(self, start: np.ndarray, end: np.ndarray, spacing: float = 1.2) -> list[Pixel]:
        """Pixels along the straight way over the ground, about every `spacing` paces."""
        start, end = self.shown(start), self.shown(end)
        count = max(2, int(np.hypot(*(end - start)) / spacing) + 1)
        share = np.linspace(0.0, 1.0, count)[:, None]
        places = start + (end - start) * share
        return [(float(x), float(y)) for x, y in self.camera.pixels(places, self.heights(places))]
