"""Effects of the walk: dust at hard landings, and light from morning to the first star."""

import math

import numpy as np
import pygame

from game.look import DEFAULT
from game.ui.camera import Camera
from game.ui.draw.paint import Colour, Point
from game.ui.draw.soft import glow
from game.ui.draw.sparkle import draw_star

HARD = 5.0  # paces of a step from which dust flies where it ends
NOON: Colour = (255, 255, 255)
_WILD = 16.0  # paces at which there is no more dust to come
_DUST: Colour = (250, 222, 176)
_DUST_MS = 900.0
# Share of water left -> what daylight is multiplied by, for the hour at which the walk begins.
# The picture is painted as that hour sees it; a desert of the dusk ends by night.
_EVENING: tuple[tuple[float, Colour], ...] = (
    (0.0, (178, 132, 172)), (0.07, (206, 146, 162)), (0.16, (240, 184, 158)),
    (0.30, (255, 218, 176)), (0.48, (255, 240, 216)), (0.66, NOON),
)  # fmt: skip
_DAYS: dict[str, tuple[tuple[float, Colour], ...]] = {
    "dawn": (*_EVENING, (0.78, NOON), (1.0, (232, 214, 234))),
    "morning": (*_EVENING, (0.86, NOON), (1.0, (255, 249, 238))),
    "noon": (*_EVENING, (1.0, NOON)),
    "afternoon": ((0.0, (164, 124, 172)), (0.10, (204, 148, 164)), (0.26, (240, 196, 172)),
                  (0.50, (255, 230, 206)), (0.80, NOON), (1.0, NOON)),
    "dusk": ((0.0, (140, 136, 190)), (0.12, (164, 156, 202)), (0.34, (204, 190, 216)),
             (0.62, (240, 228, 234)), (0.86, NOON), (1.0, NOON)),
}  # fmt: skip
_STARS = ((0.598, 0.100, 0.10, 7.5), (0.800, 0.098, 0.06, 5.5), (0.455, 0.101, 0.04, 5.0))


def daylight(left: float, hour: str = DEFAULT.hour) -> Colour:
    """What the sun gives while so much of the water (0..1) is left of a walk begun at an hour."""
    shares = [share for share, _ in _DAYS[hour]]
    channels = zip(*(colour for _, colour in _DAYS[hour]), strict=True)
    red, green, blue = (round(float(np.interp(left, shares, c))) for c in channels)
    return (red, green, blue)


def draw_first_stars(
    surface: pygame.Surface, camera: Camera, left: float, time_ms: float, still: bool
) -> None:
    """The evening's first stars, once the water is all but gone."""
    for x, y, from_share, arm in _STARS:
        strength = min(1.0, (from_share - left) / 0.03)
        if strength <= 0:
            continue
        twinkle = 1.0 if still else 0.82 + 0.18 * math.sin(time_ms / 420 + 40 * x)
        drop = camera.sky_drop * camera.unit
        pixel = (x * camera.size[0], y * 720 * camera.unit + drop)
        arm *= twinkle * camera.unit
        draw_star(surface, pixel, arm, (255, 250, 226), strength * 0.95)


def hardness(paces: float) -> float:
    """How hard a step of this length lands, 0..1; 0 raises no dust."""
    return 0.0 if paces < HARD else min(1.0, 0.3 + 0.7 * (paces - HARD) / (_WILD - HARD))


class Dust:
    """A cloud that a landing raises; `update` it, `draw` it, until `over`."""

    def __init__(
        self,
        pixel: Point,
        scale: float,
        hard: float,
        squash: float,
        reduced: bool = False,
        colour: Colour = _DUST,
    ) -> None:
        """`hard` 0..1 as from `hardness`; with `reduced` motion it lies still and fades."""
        self.pixel, self.scale, self.hard, self._colour = pixel, scale, hard, colour
        self._squash, self._reduced = squash, reduced
        self._age_ms = 0.0

    @property
    def over(self) -> bool:
        """Whether all has settled."""
        return self._age_ms >= _DUST_MS

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""
        self._age_ms += elapsed_ms

    def draw(self, surface: pygame.Surface) -> None:
        """Rings of puffs that roll outward and rise a little."""
        share = self._age_ms / _DUST_MS
        if share >= 1.0:
            return
        run = 0.55 if self._reduced else 1 - (1 - share) ** 2.4
        fade = (1 - share) ** 1.3
        count = 7 + round(7 * self.hard)
        reach = (12 + 34 * self.hard) * self.scale * (0.25 + 0.75 * run)
        for k in range(count):
            spin = math.sin(k * 12.9898) * 0.5
            angle = math.tau * (k + 0.7 * spin) / count
            out = reach * (0.72 + 0.56 * abs(spin))
            rise = (4 + 9 * abs(spin)) * self.scale * run
            x = self.pixel[0] + math.cos(angle) * out
            y = self.pixel[1] + math.sin(angle) * out * self._squash - rise
            radius = round((7 + 8 * self.hard) * self.scale * (0.6 + 0.7 * run))
            puff = glow(max(3, radius // 2 * 2), self._colour, 0.85, 0.8)
            puff.set_alpha(round(225 * fade))
            surface.blit(puff, puff.get_rect(center=(round(x), round(y))))
