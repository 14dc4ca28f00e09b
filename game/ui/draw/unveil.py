"""What the walk hid is shown: fog blows away in streaks, night or evening turns into day."""

import math

import numpy as np
import pygame

from game.look import DEFAULT
from game.ui.draw.effects import NOON, daylight
from game.ui.draw.fog import Fog
from game.ui.draw.paint import Colour

_BAND, _FEATHER = 3.0, 190.0  # units: rows that blow away together, and how long their tails are
_SUNRISE: tuple[tuple[float, Colour], ...] = (
    (0.0, (22, 14, 36)), (0.25, (72, 44, 92)), (0.5, (176, 98, 116)), (0.75, (255, 196, 156)),
    (1.0, NOON),
)  # fmt: skip


class Unveil:
    """Draws over a revealed desert what is left of fog or dark, from share 0 (all) to 1 (none)."""

    def __init__(
        self, sight: str, left: float, fog: Fog | None, unit: float, hour: str = DEFAULT.hour
    ) -> None:
        """`left`: the share of water left; `fog` as it lay when the walk ended, if it did.

        `hour` is that at which the walk began.
        """
        self._hour = hour
        self._blind, self._left, self._fog = sight == "blindfold", left, fog
        self._band = max(2, round(_BAND * unit))
        self._feather = round(_FEATHER * unit)
        self._tailed: pygame.Surface | None = None

    @property
    def long_ms(self) -> float:
        """How long this takes to be worth watching."""
        return 1700.0 if self._fog is not None else 1800.0 if self._blind else 900.0

    def draw(self, surface: pygame.Surface, share: float) -> None:
        """Draw over the whole canvas."""
        if share >= 1.0:
            return
        light = self.light(share)
        if light != NOON:
            surface.fill(light, special_flags=pygame.BLEND_RGB_MULT)
        if self._fog is not None:
            self._blow(surface, share)

    def light(self, share: float) -> Colour:
        """What daylight is multiplied by."""
        dawn = _SUNRISE if self._blind else ((0.0, daylight(self._left, self._hour)), (1.0, NOON))
        shares = [at for at, _ in dawn]
        channels = zip(*(colour for _, colour in dawn), strict=True)
        red, green, blue = (round(float(np.interp(share, shares, c))) for c in channels)
        return (red, green, blue)

    def _blow(self, surface: pygame.Surface, share: float) -> None:
        if self._tailed is None:
            assert self._fog is not None
            self._tailed = _tailed(self._fog.veil, self._feather)
        veil, tail = self._tailed, self._feather
        wide, tall = surface.get_size()
        veil.set_alpha(round(255 * (1 - share**2.2)))
        for top in range(0, tall, self._band):
            y = top / tall
            # Some streaks are off before others; neighbours go together.
            late = 0.34 * (0.5 + 0.5 * math.sin(9 * y + 2.2 * math.sin(17 * y)))
            late += 0.12 * (0.5 + 0.5 * math.sin(61 * y + 3 * math.sin(23 * y)))
            run = min(1.0, max(0.0, (share - late) / (1 - 0.46)))
            shift = round((wide + tail) * 1.02 * run * run * (1.6 - 0.6 * run)) - tail
            if shift < wide:
                surface.blit(veil, (shift, top), (0, top, wide - shift, self._band))


def _tailed(veil: pygame.Surface, tail: int) -> pygame.Surface:
    """The veil with streaks on its left that fade out, `tail` pixels long."""
    wide, tall = veil.get_size()
    longer = pygame.Surface((wide + tail, tall), pygame.SRCALPHA)
    edge = pygame.transform.smoothscale(veil.subsurface((0, 0, 8, tall)), (tail, tall))
    alpha = pygame.surfarray.pixels_alpha(edge)
    ramp = np.linspace(0, 1, tail, dtype=np.float32)[:, None] ** 1.5
    alpha[:] = (alpha * ramp).astype(np.uint8)
    del alpha  # or the surface stays locked
    # Copied, not blended: what is clear must stay so.
    longer.blit(edge, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    longer.blit(veil, (tail, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return longer
