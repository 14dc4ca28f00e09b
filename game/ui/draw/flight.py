"""The camera's way from a far view to a near one, drawn from the pictures of both."""

from collections.abc import Callable

import numpy as np
import pygame

from game.ui.draw import gems, marks
from game.ui.draw.actor import Moment
from game.ui.draw.desert_view import DesertView
from game.ui.draw.footing import Pixel
from game.ui.draw.zoom import between, seen_through, window

_SHARPENS = 0.62  # of the way: from there on the near picture comes through
_STEP = 0.125  # steps in the size of what is drawn anew for each size


class Flight:
    """Draws at any share (0..1) of the way; what stands on the land grows less than the land."""

    def __init__(self, far: DesertView, near: DesertView) -> None:
        self._far, self._near = far, near
        size = far.picture.camera.size
        self._shots = []
        for view in (far, near):
            shot = pygame.Surface(size).convert()
            view.draw_ground(shot)
            self._shots.append(shot)
        self._ends = (window(far.picture.camera), window(near.picture.camera))
        self._wanted = self._ends[0]

    def draw(self, surface: pygame.Surface, now: Moment, time_ms: float, share: float) -> None:
        """Draw the whole canvas, so much of the way."""
        eased = share * share * share * (share * (6 * share - 15) + 10)
        self._wanted = between(*self._ends, eased)
        if self._ends[0][2] == self._ends[1][2]:
            self._draw_aside(surface)
        else:
            seen_through(self._shots[0], self._ends[0], self._wanted, surface)
        if self._zoom > 1.0 and eased > _SHARPENS:
            self._draw_near(surface, (eased - _SHARPENS) / (1 - _SHARPENS))
        self._draw_things(surface, now, time_ms)

    def draw_beam(self, surface: pygame.Surface, share: float) -> None:
        """Light over the rarest gem, as `DesertView.draw_beam`."""
        far = self._far
        squash = far.picture.camera.down / far.picture.camera.across
        marks.gem_beam(surface, self._at(far.site.setup.gem), share, self._step, squash)

    def draw_ribbon(
        self, surface: pygame.Surface, start: np.ndarray, end: np.ndarray, share: float, label: str
    ) -> None:
        """The ribbon over the ground, as `DesertView.draw_ribbon`."""
        path = [self._moved(pixel) for pixel in self._far.footing.path(start, end)]
        marks.ribbon(surface, path[: max(2, round(len(path) * share))], self._step, label)

    @property
    def _zoom(self) -> float:
        return self._far.picture.camera.size[0] / self._wanted[2]

    @property
    def _step(self) -> float:
        """Pixels of a unit here, in steps."""
        return max(_STEP, round(self._far.scale * self._zoom**0.5 / _STEP) * _STEP)

    def _moved(self, pixel: Pixel) -> Pixel:
        left, top, _, _ = self._wanted
        return ((pixel[0] - left) * self._zoom, (pixel[1] - top) * self._zoom)

    def _at(self, place: np.ndarray) -> Pixel:
        return self._moved(self._far.footing.pixel(self._far.footing.shown(place)))

    def _draw_aside(self, surface: pygame.Surface) -> None:
        """Both pictures beside each other: the camera comes no nearer."""
        for shot, (left, top, _, _) in zip(self._shots, self._ends, strict=True):
            surface.blit(shot, (round(left - self._wanted[0]), round(top - self._wanted[1])))

    def _draw_near(self, surface: pygame.Surface, strength: float) -> None:
        """The near picture where it belongs, more and more."""
        left, top, wide, tall = self._ends[1]
        zoom = self._zoom
        corner = self._moved((left, top))
        size = (round(wide * zoom), round(tall * zoom))
        shot = pygame.transform.smoothscale(self._shots[1], size)
        if strength < 1.0:
            shot.set_alpha(round(255 * strength))
        surface.blit(shot, (round(corner[0]), round(corner[1])))

    def _draw_things(self, surface: pygame.Surface, now: Moment, time_ms: float) -> None:
        near, scale = self._near, self._near.scale
        start = near.walked[0].place
        self._put(surface, start, lambda to, at: marks.start_flag(to, at, scale, time_ms))
        for kind, place in sorted(near.gems_seen(), key=lambda gem: float(gem[1][1])):
            if place[1] <= now.place[1]:
                self._put_gem(surface, kind, place, time_ms)
        self._put(surface, now.place, lambda to, at: near.draw_child_at(to, now, at))
        for kind, place in near.gems_seen():
            if place[1] > now.place[1]:
                self._put_gem(surface, kind, place, time_ms)

    def _put_gem(
        self, surface: pygame.Surface, kind: int, place: np.ndarray, time_ms: float
    ) -> None:
        scale = self._near.scale
        self._put(
            surface,
            place,
            lambda to, at: gems.draw_gem(to, at, kind, scale, time_ms + 700 * kind),
        )

    def _put(
        self,
        surface: pygame.Surface,
        place: np.ndarray,
        paint: Callable[[pygame.Surface, Pixel], None],
    ) -> None:
        """Draw something as the near view does, shrunk to the size it has here."""
        factor = min(1.0, (self._zoom / self._near.picture.camera.zoom) ** 0.5)
        pixel = self._at(place)
        reach = round(124 * self._near.scale)
        if not surface.get_rect().inflate(2 * reach, 2 * reach).collidepoint(pixel):
            return
        board = pygame.Surface((2 * reach, round(1.4 * reach)), pygame.SRCALPHA)
        feet = (reach, reach)
        paint(board, feet)
        size = (round(board.get_width() * factor), round(board.get_height() * factor))
        small = pygame.transform.smoothscale(board, size)
        surface.blit(small, (round(pixel[0] - reach * factor), round(pixel[1] - reach * factor)))
