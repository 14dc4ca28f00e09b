"""The desert while it is walked: the baked picture, and all that stands and moves on it."""

from itertools import pairwise

import numpy as np
import pygame

from game.levels import Site
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.sim.run import RunState, preview
from game.ui.draw import effects, gems, marks
from game.ui.draw.actor import Moment
from game.ui.draw.bake import Picture
from game.ui.draw.bursts import Bursts
from game.ui.draw.figure import FIGURES, Figure
from game.ui.draw.fog import Fog
from game.ui.draw.footing import Footing, Pixel
from game.ui.draw.glitter import draw_glitter
from game.ui.draw.guides import draw_guides
from game.ui.draw.lookout import Lookout
from game.ui.draw.night import Night
from game.ui.draw.tones import tones_of
from game.ui.draw.trail import Trail
from game.ui.draw.walker import Walker
from game.ui.draw.weather import SandStreaks

_IN_THE_DARK = 1.7  # how much larger the guides are where there is nothing else to see


class DesertView:
    """Draws one walk through one camera; `follow` it after every change of the walk."""

    def __init__(
        self,
        site: Site,
        picture: Picture,
        unit: float,
        reduced_motion: bool = False,
        revealed: bool = False,
        figure: Figure = FIGURES[0],
    ) -> None:
        """`unit`: canvas pixels of a design pixel; `revealed` shows what the walk may hide."""
        self.site = site
        sight = "clear" if revealed else site.level.sight
        self._unit, self._figure = unit, figure
        self._revealed, self._reduced_motion = revealed, reduced_motion
        self._foggy, self._blind = sight == "fog", sight == "blindfold"
        self._fog: Fog | None = None
        self._night: Night | None = None
        self._walked: list[RunState] = []
        self._landed = 0  # states whose landing has raised its dust and taken its gems
        self._lookout = Lookout(self._blind)
        self._left = 1.0
        self.look(picture)

    def look(self, picture: Picture) -> None:
        """See the same walk in another picture, that of another camera or a sharper one."""
        same = self._walked and picture.camera == self.picture.camera
        self.picture = picture
        self.footing = Footing(self.site.land, picture.camera)
        if same and self._fog is not None:
            self._fog.repaint(picture)
            return
        if not self._foggy:
            rgb = np.ascontiguousarray(picture.rgb)
            self._ground = pygame.image.frombuffer(rgb, rgb.shape[1::-1], "RGB").convert()
        if same:
            return
        self._scale = self._unit * picture.camera.zoom**0.5
        self._squash = picture.camera.down / picture.camera.across
        self._walker = Walker(
            self._figure, self._scale, picture, self.footing, self._reduced_motion
        )
        r, g, b = (round(part) for part in tones_of(picture.look).sunny)
        self._bursts = Bursts(
            self.footing, self._scale, self._squash, (r, g, b), self._reduced_motion
        )
        self._trail = Trail(picture.camera.size, self._scale, self._squash)
        self._streaks = SandStreaks(picture.camera, reduced_motion=self._reduced_motion)
        if self._foggy:
            self._fog = Fog(picture)
            self._ground = self._fog.surface
        self._lookout.through(self._fog, self.footing)
        if self._blind:
            self._night = Night(
                picture.camera.size, self._scale, self._squash, self._reduced_motion
            )
        if self._walked:
            self._retrace()

    @property
    def walked(self) -> list[RunState]:
        """The states of the walk, the first to the newest. Do not edit."""
        return self._walked

    def gems_seen(self) -> list[tuple[int, np.ndarray]]:
        """(kind, place) of every gem to be seen."""
        return self._lookout.seen()

    @property
    def scale(self) -> float:
        """Pixels of a unit of what is drawn over the desert."""
        return self._scale

    def follow(self, expedition: Expedition) -> None:
        """Take up what has changed in the walk: the trail, the fog, the gems in sight."""
        states = expedition.states
        known = len(self._walked)
        goes_on = 0 < known <= len(states) and states[: known - 1] == self._walked[:-1]
        self._walked = list(states)
        self._ahead = preview(expedition.setup, expedition.now)
        self._left = expedition.now.water / expedition.setup.water
        if not goes_on or len(states) < known:
            self._landed = len(states)
            self._list_gems()
            self._bursts.flying.clear()
            self._retrace()
            return
        for at, (one, other) in enumerate(pairwise(states[known - 1 :]), start=known - 1):
            self._leave_prints(one, other)
            self._land(at)
            self._lookout.reach(one.place)  # to the newest place it clears as the child walks there

    def _retrace(self) -> None:
        """Draw the whole walk anew."""
        self._trail.rebuild([])
        for pair in pairwise(self._walked):
            self._leave_prints(*pair)
        self._lookout.show(state.place for state in self._walked)

    def _leave_prints(self, before: RunState, after: RunState) -> None:
        flew = after.leaps > before.leaps
        self._trail.add(self.footing.path(before.place, after.place), prints=not flew)

    def _land(self, at: int) -> None:
        """Raise dust where the long step to a state ended, and take the gems there, once."""
        if at < self._landed or at == 0:
            return
        self._landed = at + 1
        before, state = self._walked[at - 1 : at + 1]
        if not self._blind:
            self._bursts.land(before, state)
        for gem in state.collected - before.collected:
            self._bursts.celebrate(gem + 1, self.site.setup.lesser_gems[gem])
        self._list_gems()

    def _list_gems(self) -> None:
        """A gem lies there until the child is seen to come to it."""
        self._lookout.list_gems(self.site.setup, self._walked[self._landed - 1].collected)

    def update(self, elapsed_ms: float) -> None:
        """Let time pass for what moves by itself."""
        self._streaks.update(elapsed_ms)
        if self._fog is not None and not self._reduced_motion:
            self._fog.update(elapsed_ms)
        self._bursts.update(elapsed_ms)

    def draw(
        self,
        surface: pygame.Surface,
        now: Moment,
        time_ms: float,
        guides: bool,
        blend: float = 1.0,
    ) -> None:
        """Draw the whole canvas at a moment, `blend` (0..1) of the way to the newest place.

        `guides` adds the slope arrow and the ghost mark.
        """
        if blend < 1.0 or self._landed < len(self._walked):
            self._lookout.reach(now.place)
        if blend >= 1.0:
            self._land(len(self._walked) - 1)
        if self._night is not None:
            self._draw_blind(surface, now, time_ms, guides)
            return
        self.draw_ground(surface, blend)
        self._draw_ends(surface, now, time_ms)
        self._draw_light(surface, time_ms)  # gems and guides stay bright in the evening
        if guides:
            self._draw_guides(surface, self._scale, time_ms)
        self.draw_actors(surface, now, time_ms)
        self._streaks.blow((float(now.velocity[0]), float(now.velocity[1])))
        self._streaks.draw(surface)

    def draw_ground(self, surface: pygame.Surface, blend: float = 1.0) -> None:
        """Draw the desert and the trail on it."""
        surface.blit(self._ground, (0, 0))
        self._trail.draw(surface, blend)

    def draw_actors(self, surface: pygame.Surface, now: Moment, time_ms: float) -> None:
        """Draw the child, the gems behind and before it, and what flies around them."""
        seen = self._lookout.seen()
        self._draw_gems(surface, [gem for gem in seen if gem[1][1] <= now.place[1]], time_ms)
        self._walker.draw(surface, now)
        self._draw_gems(surface, [gem for gem in seen if gem[1][1] > now.place[1]], time_ms)
        draw_glitter(surface, self._lookout.hints, self._scale, time_ms)
        self._bursts.draw(surface)

    def _draw_light(self, surface: pygame.Surface, time_ms: float) -> None:
        """The less water is left, the nearer is dusk; a revealed desert lies in the sun."""
        hour, camera = self.picture.look.hour, self.picture.camera
        light = effects.NOON if self._revealed else effects.daylight(self._left, hour)
        if light == effects.NOON:
            return
        surface.fill(light, special_flags=pygame.BLEND_RGB_MULT)
        if camera.zoom == 1.0:
            effects.draw_first_stars(surface, camera, self._left, time_ms, self._reduced_motion)

    def _draw_blind(
        self, surface: pygame.Surface, now: Moment, time_ms: float, guides: bool
    ) -> None:
        """The dark, the way down, where the next step lands, and the child's faint picture."""
        assert self._night is not None
        self._night.draw(surface, self.footing.pixel(self.footing.shown(now.place)), time_ms)
        self._walker.draw_in_the_dark(surface, now)
        if guides:
            self._draw_guides(surface, _IN_THE_DARK * self._scale, time_ms)
        self._bursts.draw(surface)

    def _calm(self, time_ms: float) -> float:
        """Time for what moves for its looks alone: with less motion it does not pass."""
        return 0.0 if self._reduced_motion else time_ms

    def _draw_guides(self, surface: pygame.Surface, scale: float, time_ms: float) -> None:
        moment_ms, here = self._calm(time_ms), self._walked[-1]
        draw_guides(surface, self.footing, here, self._ahead, scale, moment_ms)

    def _draw_gems(
        self, surface: pygame.Surface, seen: list[tuple[int, np.ndarray]], time_ms: float
    ) -> None:
        for kind, place in seen:
            pixel = self.footing.pixel(place)
            gems.draw_gem(surface, pixel, kind, self._scale, self._calm(time_ms) + 700 * kind)

    def _draw_ends(self, surface: pygame.Surface, now: Moment, time_ms: float) -> None:
        """A flag where the walk began, and what marks its end."""
        start, blown_ms = self.footing.pixel(self._walked[0].place), self._calm(time_ms)
        marks.start_flag(surface, start, self._scale, blown_ms)
        ending = self._walked[-1].ending
        if ending in (Ending.DUG, Ending.OUT_OF_WATER):
            here = self.footing.pixel(now.place)
            marks.dig_cross(surface, here, self._scale, self._squash)

    def draw_beam(self, surface: pygame.Surface, share: float) -> None:
        """Light that rises from the rarest gem, so much of it."""
        gem = self.footing.pixel(self.site.setup.gem)
        marks.gem_beam(surface, gem, share, self._scale, self._squash)

    def draw_child_at(self, surface: pygame.Surface, now: Moment, pixel: Pixel) -> None:
        """Draw the child with its feet at any pixel, and its shadow."""
        self._walker.draw_at(surface, now, pixel)

    def prepare(self, now: Moment) -> bool:
        """Have the child's picture for a moment ready before it comes; False where it was."""
        return self._walker.prepare(now)

    def draw_ribbon(
        self, surface: pygame.Surface, start: np.ndarray, end: np.ndarray, share: float, label: str
    ) -> None:
        """A dotted ribbon over the ground from `start` toward `end`, so much of it."""
        path = self.footing.path(start, end)
        marks.ribbon(surface, path[: max(2, round(len(path) * share))], self._scale, label)
