"""Which gems are to be seen, and which only glitter through the fog."""

from collections.abc import Iterable

import numpy as np

from game.sim.run import RunSetup
from game.ui.draw.fog import SIGHT, Fog
from game.ui.draw.footing import Footing, Pixel
from game.ui.draw.glitter import FARTHEST

Gem = tuple[int, np.ndarray]  # kind and place: 0 is the rarest


class Lookout:
    """Keeps what has come in sight; `fog` None shows all, `blind` nothing."""

    def __init__(self, blind: bool) -> None:
        self._blind = blind
        self._fog: Fog | None = None
        self._gems: list[Gem] = []
        self._found: set[int] = set()
        self.hints: list[tuple[int, Pixel]] = []  # (kind, pixel) of gems that glitter

    def through(self, fog: Fog | None, footing: Footing) -> None:
        """Look through this fog from now on, and forget what was seen through another."""
        self._fog, self._footing = fog, footing
        self._found.clear()
        self.search()

    def list_gems(self, setup: RunSetup, collected: frozenset[int]) -> None:
        """Take up which gems are still there: all but the lesser ones that were `collected`."""
        self._gems = [
            (kind, place)
            for kind, place in enumerate([setup.gem, *setup.lesser_gems])
            if kind - 1 not in collected
        ]
        self.search()

    def show(self, places: Iterable[np.ndarray]) -> None:
        """Forget what was seen, and look around from these places."""
        if self._fog is not None:
            self._fog.show(places)
            self._found.clear()
            self.search()

    def reach(self, place: np.ndarray) -> None:
        """Look around on the way to one more place."""
        if self._fog is not None and self._fog.reach(place):
            self.search()

    def seen(self) -> list[Gem]:
        """The gems to be seen."""
        if self._blind:
            return []
        return [gem for gem in self._gems if self._fog is None or gem[0] in self._found]

    def search(self) -> None:
        """Note which gems the fog has set free, and which are near enough to glitter."""
        self.hints = []
        if self._fog is None:
            return
        for kind, place in self._gems:
            if kind in self._found:
                continue
            far = self._fog.nearest(place)
            if far <= SIGHT:
                self._found.add(kind)
            elif far <= FARTHEST * SIGHT:
                self.hints.append((kind, self._footing.pixel(place)))
