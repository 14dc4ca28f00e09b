"""Glitter: now and then a glint through the fog, where a gem is not far off."""

import math
from collections.abc import Iterable

import pygame

from game.ui.draw.paint import Point
from game.ui.draw.sparkle import draw_star

FARTHEST = 2.0  # times the sight: gems beyond give no hint
_PERIOD_MS, _GLINT_MS = 3400.0, 900.0
_TONE = (255, 244, 206)


def glint(number: int, time_ms: float) -> tuple[float, Point]:
    """(strength 0..1, how far aside in units) of a gem's glint at a moment; mostly there is none.

    Every gem, the rarest too, has the same light: it tells that there is one, not which.
    """
    turn, since = divmod(time_ms + number * 1130.0, _PERIOD_MS)
    if since >= _GLINT_MS:
        return 0.0, (0.0, 0.0)
    chance = math.sin((turn + 1) * 12.9898 + number * 78.233) * 43758.5453 % 1.0
    angle = math.tau * chance
    strength = math.sin(math.pi * since / _GLINT_MS) ** 2
    return strength, (7.0 * math.cos(angle), 4.0 * math.sin(angle))


def draw_glitter(
    surface: pygame.Surface, hidden: Iterable[tuple[int, Point]], scale: float, time_ms: float
) -> None:
    """Draw the glints of hidden gems, given as (number, pixel)."""
    for number, pixel in hidden:
        strength, aside = glint(number, time_ms)
        if strength > 0.02:
            spot = (pixel[0] + aside[0] * scale, pixel[1] + (aside[1] - 6) * scale)
            draw_star(surface, spot, (3.0 + 5.0 * strength) * scale, _TONE, 0.75 * strength)
