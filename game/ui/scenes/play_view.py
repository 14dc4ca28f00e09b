"""The desert of a walk as it is seen: from far and from near, and painted a little ahead."""

import numpy as np
import pygame

from game.levels import Site
from game.sim.commands import Step
from game.sim.expedition import Expedition
from game.sim.run import RunState, advance
from game.ui.draw.actor import Moment, Passage, moment
from game.ui.draw.bake import Picture
from game.ui.draw.desert_view import DesertView
from game.ui.draw.zoom import Zoom
from game.ui.pace import Pace
from game.ui.party import figure_of
from game.ui.scenes.play_frame import camera_for
from game.ui.scenes.play_walk import Walk
from game.ui.stage import Stage

_FRAME_US, _MOST_AHEAD = 16_667, 24  # moments of the next step that are painted before it


class PlayView:
    """A `view` of the walk, and its `zoom`."""

    def __init__(self, stage: Stage, site: Site, picture: Picture, expedition: Expedition) -> None:
        self._stage, self._site = stage, site
        settings, figure = stage.settings, figure_of(stage.player)
        still = settings.reduced_motion
        self.view = DesertView(site, picture, stage.theme.unit, still, figure=figure)
        self.view.follow(expedition)
        self.zoom = Zoom(self.view, settings.contours, still)
        self._blind = site.level.sight == "blindfold"
        self._ahead_of: RunState | None = None
        self._to_paint: list[Moment] = []

    def arrange(self) -> None:
        """Have the desert clear of panels that may have changed."""
        self.zoom.reframe(camera_for(self._stage.theme, self._site.level))

    def nearer(self, notches: int, place: np.ndarray) -> bool:
        """Look so many steps nearer; a blindfolded child sees no more from near."""
        return not self._blind and self.zoom.change(notches, place)

    def begin(self, expedition: Expedition) -> None:
        """Another walk begins on the same desert, seen from as near as the last."""
        self.view.follow(expedition)
        self.zoom.look_at(expedition.now.place)

    def update(self, elapsed_ms: float, walk: Walk, time_ms: float) -> None:
        """Let time pass, and paint the child: as it is now, or else as it will be in a moment."""
        expedition = walk.expedition
        self.view.update(elapsed_ms)
        self.zoom.update(elapsed_ms, expedition.now.place)
        now = moment(walk.passage, walk.pace.blend, time_ms)
        if not self._blind and not self.view.prepare(now) and not walk.ended:
            self._paint_ahead(expedition, walk.pace)

    def draw(self, surface: pygame.Surface, walk: Walk, time_ms: float) -> None:
        """Draw the whole canvas at this moment of a walk."""
        blend = walk.pace.blend
        how = (moment(walk.passage, blend, time_ms), time_ms, walk.waits, blend)
        self.zoom.draw(surface, lambda canvas: self.view.draw(canvas, *how))

    def _paint_ahead(self, expedition: Expedition, pace: Pace) -> None:
        """One picture of the step that comes next, or else all would be painted as it is taken."""
        now = expedition.now
        if now is not self._ahead_of:
            self._ahead_of = now
            step = Passage(now, advance(expedition.setup, now, Step())[0], "step")
            count = min(max(pace.period_us // _FRAME_US, 3), _MOST_AHEAD)
            self._to_paint = [moment(step, at / count, 0.0) for at in range(count)]
            return  # this frame has had a step to take
        while self._to_paint:
            if self.view.prepare(self._to_paint.pop(0)):
                return  # a frame has time for one
