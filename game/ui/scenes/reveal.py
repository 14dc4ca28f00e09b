"""The reveal: fog blows away, a ribbon runs from the child to the gem, the camera goes there."""

from dataclasses import replace

import numpy as np
import pygame

from game.ui.camera import MAX_ZOOM, Camera
from game.ui.draw.actor import Moment, Passage, moment
from game.ui.draw.bake import Picture, bake
from game.ui.draw.desert_view import DesertView
from game.ui.draw.flight import Flight
from game.ui.draw.fog import Fog
from game.ui.draw.scenery import scenery_of
from game.ui.draw.sidestep import sidestep
from game.ui.draw.unveil import Unveil
from game.ui.jobs import Job
from game.ui.outcomes import WalkEnded
from game.ui.party import figure_of
from game.ui.stage import Stage
from game.ui.tool_words import paces

_RIBBON_MS, _BEAM_MS, _FLIGHT_MS = 1100.0, 1500.0, 1500.0
_LEAST_ZOOM = 1.2  # nearer than this is worth another picture
_EDGE = 0.06  # of the canvas: what is nearer to the panels, or to its rim, is hard to see
_AT_IT = 1.5  # paces: who stands there needs no ribbon
_STORM = (13.0, 1.6)  # paces per step: the wind that takes the fog away


def close_up(camera: Camera, child: np.ndarray, gem: np.ndarray, room_right: int) -> Camera | None:
    """A camera that shows both pixels (2,) left of `room_right`; None where `camera` does it.

    It comes as near as both allow. Where they are far apart it only moves aside.
    """
    wide, tall = camera.size
    margin = np.array([0.16 * wide, 0.34 * tall])
    spread = np.abs(gem - child) + margin
    zoom = float(min(room_right / spread[0], 0.8 * tall / spread[1], MAX_ZOOM))
    if zoom >= _LEAST_ZOOM:
        middle = (gem + child) / 2
        # The camera centres the canvas; what is to be seen lies in its left part.
        aim = middle + np.array([(wide - room_right) / 2 / zoom, 0.0])
        near = replace(camera, zoom=zoom, centre=camera.place((float(aim[0]), float(aim[1]))))
        if (max(gem[0], child[0]) - near.corner[0]) * zoom <= room_right - _EDGE * wide:
            return near
    return _aside(camera, float(child[0]), float(gem[0]), room_right)


def _aside(camera: Camera, child: float, gem: float, room_right: int) -> Camera | None:
    """`camera` moved to the right until both columns, or at least the gem's, are in the room."""
    wide, tall = camera.size
    edge = _EDGE * wide
    last = room_right - edge
    way = max(gem - last, min(max(gem, child) - last, min(gem, child) - edge))
    if way <= 0:
        return None
    return replace(camera, beyond=way, centre=camera.place((wide / 2 + way, tall / 2)))


class Reveal:
    """Draws the end of a walk: first what was hidden, then the way to the gem, then both nearer."""

    def __init__(self, stage: Stage, ended: WalkEnded, room_right: int) -> None:
        self._stage, self._ended = stage, ended
        self._still = stage.settings.reduced_motion
        self._time_ms = self._near_ms = 0.0
        self._far = self._view(ended.picture)
        self._near: DesertView | None = None
        self._flight: Flight | None = None
        self._away = float(np.hypot(*(ended.expedition.now.place - ended.site.setup.gem)))
        self._unveil = self._make_unveil()
        self._ribbon_from_ms = 0.0 if self._still else 0.6 * self._unveil.long_ms
        self._job = self._paint_near(room_right)

    def _make_unveil(self) -> Unveil:
        ended, fog = self._ended, None
        sight, now = ended.site.level.sight, ended.expedition.now
        if sight == "fog":
            fog = Fog(ended.picture)
            fog.show(state.place for state in ended.expedition.states)
        left = now.water / ended.expedition.setup.water
        return Unveil(sight, left, fog, self._stage.theme.unit, ended.site.level.look.hour)

    def _paint_near(self, room_right: int) -> Job[Picture] | None:
        """Begin to paint what the camera sees in the end."""
        ended, contours = self._ended, self._stage.settings.contours
        child, gem = (
            np.array(self._far.footing.pixel(self._far.footing.shown(place)))
            for place in (ended.expedition.now.place, ended.site.setup.gem)
        )
        camera = close_up(ended.picture.camera, child, gem, room_right)
        if camera is None:
            return None
        site, seed = ended.site, ended.site.level.number
        return Job(
            lambda report: bake(
                site.land,
                camera,
                contours=contours,
                scenery=scenery_of(site),
                seed=seed,
                progress=report,
            )
        )

    def _view(self, picture: Picture) -> DesertView:
        view = DesertView(
            self._ended.site,
            picture,
            self._stage.theme.unit,
            self._still,
            revealed=True,
            figure=figure_of(self._stage.player),
        )
        view.follow(self._ended.expedition)
        return view

    @property
    def _ribbon(self) -> float:
        """How much of the ribbon is laid, 0..1."""
        return min(1.0, max(0.0, (self._time_ms - self._ribbon_from_ms) / _RIBBON_MS))

    def update(self, elapsed_ms: float) -> None:
        """Let time pass, and go near once the ribbon is laid and the near picture painted."""
        self._time_ms += elapsed_ms
        if self._job is not None and self._job.done and self._ribbon >= 0.8:
            self._near = self._view(self._job.result())
            self._job = None
            if not self._still:
                self._flight = Flight(self._far, self._near)
        elif self._near is not None:
            self._near_ms += elapsed_ms
            self._near.update(elapsed_ms)
        self._far.update(elapsed_ms)

    def finish(self) -> None:
        """Wait for the near picture and show the last of it."""
        self._time_ms = max(self._time_ms, self._ribbon_from_ms + _RIBBON_MS + _BEAM_MS)
        if self._job is not None:
            self._job.result()
        self.update(0.0)
        self._near_ms, self._flight = _FLIGHT_MS, None

    def close(self) -> None:
        """Nobody looks any more."""
        if self._job is not None:
            self._job.cancel()

    def draw(self, surface: pygame.Surface) -> None:
        """The far view, the flight from it to the near one, or the near one."""
        now = self._moment()
        if self._near is None:
            self._draw_view(surface, self._far, now)
            share = 1.0 if self._still else self._time_ms / self._unveil.long_ms
            self._unveil.draw(surface, share)
        elif self._flight is not None and self._near_ms < _FLIGHT_MS:
            share = self._near_ms / _FLIGHT_MS
            far, near = self._aside(self._far), self._aside(self._near)
            now = replace(now, place=now.place + far + (near - far) * share)
            self._flight.draw(surface, now, self._time_ms, share)
            self._draw_signs(surface, self._flight)
        else:
            self._flight = None
            self._draw_view(surface, self._near, now)

    def _moment(self) -> Moment:
        state = self._ended.expedition.now
        now = moment(Passage(state, state), 1.0, self._time_ms)
        blowing = not self._still and self._time_ms < 0.7 * self._unveil.long_ms
        if blowing and self._ended.site.level.sight == "fog":
            return replace(now, velocity=np.array(_STORM))
        return now

    def _draw_view(self, surface: pygame.Surface, view: DesertView, now: Moment) -> None:
        now = replace(now, place=now.place + self._aside(view))
        view.draw(surface, now, self._time_ms, guides=False)
        self._draw_signs(surface, view)

    def _aside(self, view: DesertView) -> np.ndarray:
        """Paces (2,) by which the child steps aside, so that it and the gem are both seen."""
        ended = self._ended
        return sidestep(view, ended.expedition.now.place, ended.site.setup.gem)

    def _draw_signs(self, surface: pygame.Surface, view: "DesertView | Flight") -> None:
        """The ribbon, and light over the gem once the ribbon has come to it."""
        ended, ribbon = self._ended, self._ribbon
        since_ms = self._time_ms - self._ribbon_from_ms
        begin_ms = _RIBBON_MS * 0.8 if self._away > _AT_IT else 0.0
        if since_ms > begin_ms:
            view.draw_beam(surface, min(1.0, (since_ms - begin_ms) / _BEAM_MS))
        if self._away > _AT_IT and ribbon > 0:
            label = paces(self._away) if ribbon >= 1.0 else ""
            here, gem = ended.expedition.now.place, ended.site.setup.gem
            view.draw_ribbon(surface, here, gem, ribbon, label)
