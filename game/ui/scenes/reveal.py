"""The reveal: fog blows away, a ribbon runs from the child to the gem, the camera goes there."""

import numpy as np
import pygame

from game.ui.camera import MAX_ZOOM, Camera
from game.ui.draw.actor import Passage, moment
from game.ui.draw.bake import Picture, bake
from game.ui.draw.desert_view import DesertView
from game.ui.jobs import Job
from game.ui.outcomes import WalkEnded
from game.ui.stage import Stage
from game.ui.tool_words import paces

_RIBBON_MS, _FADE_MS = 1400.0, 700.0
_LEAST_ZOOM = 1.2  # nearer than this is worth another picture


def close_up(camera: Camera, child: np.ndarray, gem: np.ndarray, room_right: int) -> Camera | None:
    """A camera that shows both pixels (2,) left of `room_right`; None where that is no nearer."""
    wide, tall = camera.size
    margin = np.array([0.16 * wide, 0.34 * tall])
    spread = np.abs(gem - child) + margin
    zoom = float(min(room_right / spread[0], 0.8 * tall / spread[1], MAX_ZOOM))
    if zoom < _LEAST_ZOOM:
        return None
    middle = (gem + child) / 2
    # The camera centres the canvas; what is to be seen lies in its left part.
    aim = middle + np.array([(wide - room_right) / 2 / zoom, 0.0])
    return Camera(camera.size, zoom, camera.place((float(aim[0]), float(aim[1]))))


class Reveal:
    """Draws the end of a walk, ever nearer."""

    def __init__(self, stage: Stage, ended: WalkEnded, room_right: int) -> None:
        self._stage, self._ended, self._room_right = stage, ended, room_right
        self._time_ms = self._near_ms = 0.0
        self._far = self._view(ended.picture)
        self._near: DesertView | None = None
        child, gem = (
            np.array(self._far.footing.pixel(self._far.footing.shown(place)))
            for place in (ended.expedition.now.place, ended.site.setup.gem)
        )
        camera = close_up(ended.picture.camera, child, gem, room_right)
        contours = stage.settings.contours
        self._job: Job[Picture] | None = None
        if camera is not None:
            self._job = Job(
                lambda report: bake(
                    ended.site.land,
                    camera,
                    contours=contours,
                    seed=ended.site.level.number,
                    progress=report,
                )
            )

    def _view(self, picture: Picture) -> DesertView:
        view = DesertView(
            self._ended.site,
            picture,
            self._stage.theme.unit,
            self._stage.settings.reduced_motion,
            revealed=True,
        )
        view.follow(self._ended.expedition)
        return view

    def update(self, elapsed_ms: float) -> None:
        """Let time pass, and take the near picture once it is painted."""
        self._time_ms += elapsed_ms
        if self._job is not None and self._job.done and self._time_ms > _RIBBON_MS * 0.6:
            self._near = self._view(self._job.result())
            self._job = None
        if self._near is not None:
            self._near_ms += elapsed_ms
            self._near.update(elapsed_ms)
        self._far.update(elapsed_ms)

    def finish(self) -> None:
        """Wait for the near picture and show the last of it."""
        self._time_ms = max(self._time_ms, 2 * _RIBBON_MS)
        if self._job is not None:
            self._job.result()
        self.update(0.0)
        self._near_ms = _FADE_MS

    def close(self) -> None:
        """Nobody looks any more."""
        if self._job is not None:
            self._job.cancel()

    def draw(self, surface: pygame.Surface) -> None:
        """The far view, the near one, or the one fading into the other."""
        share = 1.0 if self._stage.settings.reduced_motion else self._near_ms / _FADE_MS
        if self._near is None or share < 1.0:
            self._draw(surface, self._far)
        if self._near is not None:
            if share >= 1.0:
                self._draw(surface, self._near)
            else:
                over = pygame.Surface(surface.get_size())
                self._draw(over, self._near)
                over.set_alpha(round(255 * share))
                surface.blit(over, (0, 0))

    def _draw(self, surface: pygame.Surface, view: DesertView) -> None:
        state = self._ended.expedition.now
        now = moment(Passage(state, state), 1.0, self._time_ms)
        view.draw(surface, now, self._time_ms, guides=False)
        gem = self._ended.site.setup.gem
        view.draw_beam(surface, min(1.0, self._time_ms / _RIBBON_MS))
        distance = float(np.sqrt(((state.place - gem) ** 2).sum()))
        share = min(1.0, self._time_ms / _RIBBON_MS)
        label = paces(distance) if share >= 1.0 else ""
        if distance > 1.5:
            view.draw_ribbon(surface, state.place, gem, share, label)
