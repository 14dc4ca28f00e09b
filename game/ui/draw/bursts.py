"""What flies up and is gone: dust where the child lands hard, sparkles where a gem was found."""

import numpy as np
import pygame

from game.sim.run import RunState
from game.ui.draw import effects, gems
from game.ui.draw.footing import Footing
from game.ui.draw.paint import Colour

_LEAP = 14.0  # paces: a leap lands as hard as a step of this length


class Bursts:
    """All that is in the air above one picture."""

    def __init__(
        self, footing: Footing, scale: float, squash: float, dust: Colour, reduced: bool
    ) -> None:
        """`dust` is the colour of the sand that is raised."""
        self._footing, self._scale, self._squash = footing, scale, squash
        self._dust, self._reduced = dust, reduced
        self.flying: list[gems.Burst | effects.Dust] = []

    def land(self, before: RunState, state: RunState) -> None:
        """Raise dust where a long step or a leap ended."""
        paces = float(np.hypot(*(state.place - before.place)))
        hard = effects.hardness(paces if state.leaps == before.leaps else max(paces, _LEAP))
        if hard:
            pixel = self._footing.pixel(self._footing.shown(state.place))
            self.flying.append(
                effects.Dust(pixel, self._scale, hard, self._squash, self._reduced, self._dust)
            )

    def celebrate(self, kind: int, place: np.ndarray) -> None:
        """Sparkles where a gem was found; kind 0 is the rarest."""
        pixel, colour = self._footing.pixel(place), gems.gem_colour(kind)
        self.flying.append(gems.Burst(pixel, self._scale, colour=colour, reduced=self._reduced))

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""
        for burst in self.flying:
            burst.update(elapsed_ms)
        self.flying = [burst for burst in self.flying if not burst.over]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what is in the air."""
        for burst in self.flying:
            burst.draw(surface)
