"""The child on the desert of one picture: in the open, behind a dune, in the dark."""

import numpy as np
import pygame

from game.ui.draw.actor import Moment
from game.ui.draw.air import air_of
from game.ui.draw.bake import Picture
from game.ui.draw.child import shared_art
from game.ui.draw.figure import Figure
from game.ui.draw.footing import Footing, Pixel
from game.ui.draw.paint import Sprite

_SCARF = 7.0  # pixels of scarf for a velocity of one pace per step
_ANKLE = 0.4  # paces: where the feet are hidden, so is the shadow
_HARDLY = 0.08  # of the sprite: the edge of the dune that it stands on
_STILL = {"idle": 0.0, "thirsty": 0.0, "cheer": 0.25, "dig": 0.3}  # phases for less motion
_DIM = (158, 132, 196)  # what is seen of the child in the dark


class Walker:
    """Draws the child at any moment of a walk."""

    def __init__(
        self,
        figure: Figure,
        scale: float,
        picture: Picture,
        footing: Footing,
        still: bool = False,
    ) -> None:
        """`scale`: pixels of a unit of what is drawn; `still`: at rest it does not move at all."""
        self._scale, self._picture, self._footing = scale, picture, footing
        self._still = still
        self._squash = picture.camera.down / picture.camera.across
        air = air_of(picture.look)
        self._art = shared_art(figure, scale, air.light.toward[0] > 0)

    def prepare(self, now: Moment) -> bool:
        """Have the picture of a moment ready; False where it was."""
        before = self._art.painted
        self._art.shadow(self._sprite(now))
        return self._art.painted > before

    def draw(self, surface: pygame.Surface, now: Moment) -> None:
        """Draw the child and its shadow; as an outline what a dune before it hides."""
        sprite, (corner, place) = self._sprite(now), self._stand(now)
        left, top = corner[0] - sprite.anchor[0], corner[1] - sprite.anchor[1]
        height = float(self._footing.heights(place)[0])
        where = ((float(place[0]), float(place[1])), height)
        hidden = self._picture.hidden_mask((left, top, *sprite.surface.get_size()), *where)
        if not self._picture.hides(where[0], height + _ANKLE):
            self._art.shadow(sprite).draw(surface, self._footing.pixel(place))
        if hidden.mean() < _HARDLY:
            surface.blit(sprite.surface, (left, top))
            return
        surface.blit(_cut(sprite.surface, hidden), (left, top))
        surface.blit(_cut(self._art.outline(sprite), ~hidden), (left, top))

    def draw_at(self, surface: pygame.Surface, now: Moment, pixel: Pixel) -> None:
        """Draw the child with its feet at any pixel, and its shadow."""
        sprite = self._sprite(now)
        self._art.shadow(sprite).draw(surface, pixel)
        sprite.draw(surface, pixel)

    def draw_in_the_dark(self, surface: pygame.Surface, now: Moment) -> None:
        """Draw the child as one guesses it without light, in a bright outline."""
        sprite, (at, _) = self._sprite(now), self._stand(now)
        self._art.dimmed(sprite, _DIM).draw(surface, at)
        left, top = at[0] - sprite.anchor[0], at[1] - sprite.anchor[1]
        surface.blit(self._art.outline(sprite), (left, top))

    def _sprite(self, now: Moment) -> Sprite:
        scarf = (
            -float(now.velocity[0]) * _SCARF * self._scale,
            -float(now.velocity[1]) * _SCARF * self._scale * self._squash,
        )
        phase = _STILL.get(now.pose, now.phase) if self._still else now.phase
        return self._art.frame(now.pose, now.facing, phase, now.lean, scarf)

    def _stand(self, now: Moment) -> tuple[tuple[int, int], np.ndarray]:
        """The pixel of the feet, or of what is below them in a hop, and the place that is shown."""
        place = self._footing.shown(now.place)
        pixel = self._footing.pixel(place)
        return (round(pixel[0]), round(pixel[1] - now.hop * self._picture.camera.lift)), place


def _cut(picture: pygame.Surface, away: np.ndarray) -> pygame.Surface:
    """A copy without the pixels `away` (h, w)."""
    left = picture.copy()
    alpha = pygame.surfarray.pixels_alpha(left)
    alpha[away.T] = 0
    del alpha  # or the surface stays locked
    return left
