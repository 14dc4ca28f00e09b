"""The child on the dune: every pose from every side, drawn when first needed and kept."""

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pygame

from game.ui.draw.child_drawing import draw_child
from game.ui.draw.child_poses import POSES
from game.ui.draw.child_rig import View
from game.ui.draw.figure import FIGURES, Figure
from game.ui.draw.paint import Board, Colour, Point, Sprite, SpriteCache
from game.ui.draw.soft import alpha_of, blurred, cast, tinted

EAST, SOUTH_EAST, SOUTH, SOUTH_WEST, WEST, NORTH_WEST, NORTH, NORTH_EAST = range(8)
SHADOW: Colour = (70, 28, 58)
RIM: Colour = (255, 246, 218)
_BOX = (-66, -124, 66, 26)
_YAW = {EAST: 1.17, SOUTH_EAST: 0.58, SOUTH: 0.0, NORTH_EAST: 2.36, NORTH: math.pi}
_MIRRORED = {WEST: EAST, SOUTH_WEST: SOUTH_EAST, NORTH_WEST: NORTH_EAST}
_RIM_ALPHA = 0.42
_LEANS, _LEAN_MOST = 4, 0.32  # steps to each side, and radians of the last


def facing_of(east: float, south: float) -> int:
    """Which of the 8 ways (0 = east, clockwise on the canvas) a move on the ground goes."""
    return round(math.atan2(south, east) / (math.pi / 4)) % 8


def quantised(vector: Point) -> tuple[int, int]:
    """A scarf's vector in units as (direction in 24ths, strength in 5 units), for the cache."""
    strength = round(min(math.hypot(*vector), 50.0) / 5)
    if strength == 0:
        return (0, 0)
    return (round(math.atan2(vector[1], vector[0]) / math.tau * 24) % 24, strength)


class ChildArt:
    """Draws one child. `scale` 1.0 suits a canvas of 1280 x 720: about 80 pixels tall."""

    def __init__(
        self,
        figure: Figure = FIGURES[0],
        scale: float = 1.0,
        cache_bytes: int = 12 << 20,
        sun_in_east: bool = False,
    ):
        """`sun_in_east` lays the shadow to the left."""
        self._sun_in_east = sun_in_east
        self.figure = figure
        self.scale = scale
        self.cache = SpriteCache(cache_bytes)
        self._board = Board(_BOX, scale)

    def frame(
        self,
        pose: str,
        facing: int,
        phase: float,
        lean: float = 0.0,
        scarf: Point = (0.0, 0.0),
    ) -> Sprite:
        """The child in `pose` at `phase` (0..1, wraps), looking in one of 8 ways (`facing_of`).

        `lean`: radians that it leans to the right of the canvas. `scarf`: where the tip of the
        scarf is blown, pixels. All are rounded to a few steps. Raises KeyError for other poses.
        """
        count = POSES[pose][1]
        moment = int((phase % 1.0) * count)
        lean_step = round(max(-1.0, min(1.0, lean / _LEAN_MOST)) * _LEANS)
        way, strength = quantised((scarf[0] / self.scale, scarf[1] / self.scale))
        key = (pose, facing % 8, moment, lean_step, way, strength)
        return self.cache.get(key, lambda: self._render(*key))

    def shadow(self, sprite: Sprite) -> Sprite:
        """The long soft shadow of a frame, away from the sun; its anchor is at the feet too."""
        return self.cache.get(("shadow", sprite.key), lambda: self._cast(sprite))

    def outline(self, sprite: Sprite):
        """A bright silhouette of a frame, same size and anchor, for a child behind a dune."""
        return self.cache.get(("outline", sprite.key), lambda: self._ghost(sprite)).surface

    @property
    def painted(self) -> int:
        """How many pictures were painted so far."""
        return self.cache.made

    def dimmed(self, sprite: Sprite, light: Colour) -> Sprite:
        """A frame as it looks in so little light."""

        def make() -> Sprite:
            dark = sprite.surface.copy()
            dark.fill(light, special_flags=pygame.BLEND_RGB_MULT)
            return Sprite(dark, sprite.anchor)

        return self.cache.get(("dimmed", light, sprite.key), make)

    def _render(self, pose: str, facing: int, moment: int, lean: int, way: int, strength: int):
        key = (pose, facing, moment, lean, way, strength)
        flip = facing in _MIRRORED
        side = -1 if flip else 1
        make, count = POSES[pose]
        phase = (moment + 0.5) / count
        angle = way / 24 * math.tau
        blown = (strength * 5 * math.cos(angle) * side, strength * 5 * math.sin(angle))
        board = self._board
        board.reset()
        view = View(_YAW[_MIRRORED.get(facing, facing)])
        slant = math.tan(lean / _LEANS * _LEAN_MOST * side)
        draw_child(board, self.figure, make(phase), view, phase, slant, blown, side)
        return replace(self._rimmed(board.finish(4, flip)), key=key)

    def _rimmed(self, sprite: Sprite) -> Sprite:
        """The sprite in a faint rim of light, by which it reads in the dark hollows too."""
        near = np.clip(2.2 * blurred(alpha_of(sprite.surface), max(1, round(self.scale))), 0, 1)
        rim = tinted(_RIM_ALPHA * near, RIM)
        rim.blit(sprite.surface, (0, 0))
        return replace(sprite, surface=rim)

    def _cast(self, sprite: Sprite) -> Sprite:
        solid, (foot, y) = alpha_of(sprite.surface), sprite.anchor
        if self._sun_in_east:
            solid, foot = solid[::-1], len(solid) - 1 - foot
        alpha, (x, y) = cast(solid, (foot, y), 0.86, 0.27, 0.0)
        margin = math.ceil(4 * self.scale)
        alpha = blurred(np.pad(alpha, margin), max(1, round(1.3 * self.scale)))
        reach = np.linspace(0.62, 0.30, alpha.shape[0], dtype=np.float32)[:, None]
        alpha, x = alpha * reach, x + margin
        if self._sun_in_east:
            alpha, x = alpha[::-1], len(alpha) - 1 - x
        return Sprite(tinted(alpha, SHADOW), (x, y + margin))

    def _ghost(self, sprite: Sprite) -> Sprite:
        solid = alpha_of(sprite.surface)
        soft = np.clip(blurred(solid, max(1, round(1.2 * self.scale))), 0, 1)
        ring = np.clip(5 * soft * (1 - soft) ** 1.5 * (1.3 - solid), 0, 1)
        return Sprite(tinted(np.maximum(ring, 0.16 * solid), RIM), sprite.anchor)


@lru_cache(maxsize=2)
def shared_art(figure: Figure, scale: float, sun_in_east: bool = False) -> ChildArt:
    """The art of a child for all scenes that show it so large, with what was painted before."""
    return ChildArt(figure, scale, sun_in_east=sun_in_east)
