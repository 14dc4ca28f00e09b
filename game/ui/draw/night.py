"""What a blindfolded child sees: the dark of the cloth, and what its feet feel around them."""

import numpy as np
import pygame

from game.ui.draw.paint import Board, Colour, Point, Sprite, SpriteCache, oval
from game.ui.draw.soft import glow
from game.ui.kept import passing

_MIDDLE, _CORNER = (31, 19, 45), (13, 7, 23)
_THREAD, _WEAVE = 4, 3.0  # pixels of a canvas 720 high, and how much lighter a thread is
_NEAR: Colour = (108, 80, 138)
_RING: Colour = (170, 142, 206)
_RIPPLES, _RIPPLE_MS = 3, 3600.0
_REACH, _STEPS = (26.0, 150.0), 24  # units from the feet where a ripple begins and ends


class Night:
    """Draws the dark over the whole canvas."""

    def __init__(self, size: tuple[int, int], scale: float, squash: float, still: bool) -> None:
        """`squash`: how much flatter than wide circles on the ground are; `still`: none moves."""
        self._cloth, self._scale, self._squash, self._still = _cloth(size), scale, squash, still
        self._light = glow(round(230 * scale) // 4 * 4, _NEAR, 0.5, 0.55)
        self._rings = SpriteCache(3 << 20)

    def draw(self, surface: pygame.Surface, feet: Point, time_ms: float) -> None:
        """Fill a canvas; `feet` is the pixel that the child stands on."""
        surface.blit(self._cloth, (0, 0))
        at = (round(feet[0]), round(feet[1] - 30 * self._scale))
        surface.blit(self._light, self._light.get_rect(center=at))
        for k in range(_RIPPLES):
            come = 0.5 / _RIPPLES if self._still else time_ms / _RIPPLE_MS
            step = int((come + k / _RIPPLES) % 1.0 * _STEPS)
            self._rings.get(step, lambda step=step: self._ring(step)).draw(surface, feet)

    def _ring(self, step: int) -> Sprite:
        """A wave on the ground, fainter the farther it has come."""
        share = (step + 0.5) / _STEPS
        reach = _REACH[0] + (_REACH[1] - _REACH[0]) * share
        edge = round(reach + 6)
        board = Board((-edge, -edge, edge, edge), self._scale, 2)
        outline = oval((0.0, 0.0), reach, reach * self._squash)
        board.limb([*outline, outline[0]], [0.9] * (len(outline) + 1), _RING)
        sprite = board.finish(1)
        sprite.surface.set_alpha(round(150 * (1 - share) ** 1.5))
        return sprite


@passing(maxsize=2)
def _cloth(size: tuple[int, int]) -> pygame.Surface:
    """Dark woven cloth before the eyes, darker toward the corners. Do not edit."""
    wide, tall = size
    thread = max(2, round(_THREAD * tall / 720))
    x, y = np.arange(wide, dtype=np.float32)[:, None], np.arange(tall, dtype=np.float32)[None, :]
    away = np.hypot((x / wide - 0.5) * 1.3, y / tall - 0.5) / 0.82
    dark = np.clip(away, 0, 1)[..., None] ** 1.4
    over = ((x // thread + y // thread) % 2)[..., None]  # every thread over one and under the next
    along = np.sin(np.pi * (x % thread + 0.5) / thread)
    across = np.sin(np.pi * (y % thread + 0.5) / thread)
    relief = np.where(over > 0, along[..., None], across[..., None]) - 0.6
    rgb = np.array(_MIDDLE, np.float32) * (1 - dark) + np.array(_CORNER, np.float32) * dark
    rgb += _WEAVE * relief * (1 - 0.5 * dark)
    rgb += np.random.default_rng(24).random((wide, tall, 1), np.float32) - 0.5  # or one sees rings
    return pygame.surfarray.make_surface(np.clip(np.rint(rgb), 0, 255).astype(np.uint8)).convert()
