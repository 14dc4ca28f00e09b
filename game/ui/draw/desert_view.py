"""The desert while it is walked: the baked picture, and all that stands and moves on it."""

from itertools import pairwise

import numpy as np
import pygame

from game.levels import Site
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.sim.run import RunState, preview
from game.ui.draw import gems, marks
from game.ui.draw.actor import Moment
from game.ui.draw.bake import Picture
from game.ui.draw.child import ChildArt
from game.ui.draw.fog import SIGHT, Fog
from game.ui.draw.footing import Footing
from game.ui.draw.trail import Trail
from game.ui.draw.weather import SandStreaks

_SCARF = 7.0  # pixels of scarf for a velocity of one pace per step
_NOON = (255, 255, 255)
# Share of water left -> what daylight is multiplied by.
_DAY = ((0.0, (214, 158, 176)), (0.2, (250, 206, 182)), (0.55, _NOON), (1.0, _NOON))
_ANKLE = 0.4  # paces: where the feet are hidden, so is the shadow
_HARDLY = 0.08  # of the sprite: the edge of the dune that it stands on
_NIGHT = (30, 18, 40)  # what a blindfolded child sees


class DesertView:
    """Draws one walk through one camera; `follow` it after every change of the walk."""

    def __init__(
        self,
        site: Site,
        picture: Picture,
        unit: float,
        reduced_motion: bool = False,
        revealed: bool = False,
    ) -> None:
        """`unit`: canvas pixels of a design pixel; `revealed` shows what the walk may hide."""
        self.site, self.picture = site, picture
        self.footing = Footing(site.land, picture.camera)
        self._scale = unit * picture.camera.zoom**0.5
        sight = "clear" if revealed else site.level.sight
        self._revealed = revealed
        self._blind = sight == "blindfold"
        self._fog = Fog(picture) if sight == "fog" else None
        self._ground = self._paint_ground()
        self._child = ChildArt(scale=self._scale)
        self._squash = picture.camera.down / picture.camera.across
        self._trail = Trail(picture.camera.size, self._scale, self._squash)
        self._streaks = SandStreaks(picture.camera, reduced_motion=reduced_motion)
        self._bursts: list[gems.Burst] = []
        self._reduced_motion = reduced_motion
        self._walked: list[RunState] = []
        self._seen_gems: list[tuple[int, np.ndarray]] = []

    def _paint_ground(self) -> pygame.Surface:
        if self._fog is not None:
            return self._fog.surface
        rgb = np.ascontiguousarray(self.picture.rgb)
        surface = pygame.image.frombuffer(rgb, rgb.shape[1::-1], "RGB").convert()
        if self._blind:
            surface.fill(_NIGHT)
        return surface

    def follow(self, expedition: Expedition) -> None:
        """Take up what has changed in the walk: the trail, the fog, the gems in sight."""
        states = expedition.states
        known = len(self._walked)
        if states[: known - 1] == self._walked[:-1] and known:
            new = states[known:]
            for before, after in zip(states[known - 1 :], new, strict=False):
                self._leave_prints(before, after)
                if self._fog is not None:
                    self._fog.clear(after.place)
        else:
            self._trail.rebuild([])
            for pair in pairwise(states):
                self._leave_prints(*pair)
            if self._fog is not None:
                self._fog.show(state.place for state in states)
        self._walked = list(states)
        self._ahead = preview(expedition.setup, expedition.now)
        self._find_gems(expedition)
        self._daylight = self._light(expedition)

    def _light(self, expedition: Expedition) -> tuple[int, int, int]:
        """What the sun gives: the less water is left, the nearer is dusk."""
        if self._revealed:
            return _NOON
        left = expedition.now.water / expedition.setup.water
        channels = zip(*(colour for _, colour in _DAY), strict=True)
        shares = [share for share, _ in _DAY]
        red, green, blue = (round(float(np.interp(left, shares, c))) for c in channels)
        return (red, green, blue)

    def _leave_prints(self, before: RunState, after: RunState) -> None:
        flew = after.leaps > before.leaps
        self._trail.add(self.footing.path(before.place, after.place), prints=not flew)

    def _find_gems(self, expedition: Expedition) -> None:
        """(kind, place) of every gem to be seen: 0 is the rarest."""
        setup = expedition.setup
        places = [setup.gem, *setup.lesser_gems]
        stood = np.array([state.place for state in expedition.states])
        self._seen_gems = [
            (kind, place)
            for kind, place in enumerate(places)
            if self._in_sight(place, stood) and kind - 1 not in expedition.now.collected
        ]

    def _in_sight(self, place: np.ndarray, stood: np.ndarray) -> bool:
        if self._blind:
            return False
        return self._fog is None or bool((np.hypot(*(stood - place).T) <= SIGHT).any())

    def celebrate(self, kind: int, place: np.ndarray) -> None:
        """Sparkles where a gem was found; kind 0 is the rarest."""
        pixel, colour = self.footing.pixel(place), gems.gem_colour(kind)
        self._bursts.append(
            gems.Burst(pixel, self._scale, colour=colour, reduced=self._reduced_motion)
        )

    def update(self, elapsed_ms: float) -> None:
        """Let time pass for what moves by itself."""
        self._streaks.update(elapsed_ms)
        for burst in self._bursts:
            burst.update(elapsed_ms)
        self._bursts = [burst for burst in self._bursts if not burst.over]

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
        surface.blit(self._ground, (0, 0))
        self._trail.draw(surface, blend)
        self._draw_ends(surface, now, time_ms)
        if guides:
            self._draw_guides(surface, time_ms)
        behind = [gem for gem in self._seen_gems if gem[1][1] <= now.place[1]]
        before = [gem for gem in self._seen_gems if gem[1][1] > now.place[1]]
        self._draw_gems(surface, behind, time_ms)
        self._draw_child(surface, now)
        self._draw_gems(surface, before, time_ms)
        self._streaks.blow((float(now.velocity[0]), float(now.velocity[1])))
        self._streaks.draw(surface)
        for burst in self._bursts:
            burst.draw(surface)
        if self._daylight != _NOON and not self._blind:
            surface.fill(self._daylight, special_flags=pygame.BLEND_RGB_MULT)

    def _draw_gems(
        self, surface: pygame.Surface, seen: list[tuple[int, np.ndarray]], time_ms: float
    ) -> None:
        for kind, place in seen:
            pixel = self.footing.pixel(place)
            gems.draw_gem(surface, pixel, kind, self._scale, time_ms + 700 * kind)

    def _draw_ends(self, surface: pygame.Surface, now: Moment, time_ms: float) -> None:
        """A flag where the walk began, and what marks its end."""
        marks.start_flag(surface, self.footing.pixel(self._walked[0].place), self._scale, time_ms)
        ending = self._walked[-1].ending
        if ending in (Ending.DUG, Ending.OUT_OF_WATER):
            here = self.footing.pixel(now.place)
            marks.dig_cross(surface, here, self._scale, self._squash)

    def draw_beam(self, surface: pygame.Surface, share: float) -> None:
        """Light that rises from the rarest gem, so much of it."""
        gem = self.footing.pixel(self.site.setup.gem)
        marks.gem_beam(surface, gem, share, self._scale, self._squash)

    def _draw_guides(self, surface: pygame.Surface, time_ms: float) -> None:
        state, squash = self._walked[-1], self._squash
        here = self.footing.pixel(state.place)
        steepness = float(np.hypot(*state.slope))
        down = self._downhill(state)
        marks.slope_arrow(surface, here, down, steepness, self._scale, squash)
        ahead = self.footing.shown(self._ahead.place)
        marks.ghost(
            surface,
            self.footing.path(state.place, ahead),
            self._scale,
            squash,
            spread=self._ahead.spread * self.picture.camera.across,
            time_ms=time_ms,
        )

    def _downhill(self, state: RunState) -> tuple[float, float]:
        """The way down, in pixels of the canvas: along the ground, which falls that way."""
        length = float(np.hypot(*state.slope))
        if length == 0:
            return (0.0, 0.0)
        here = self.footing.pixel(state.place)
        there = self.footing.pixel(state.place - state.slope / length * 2.0)
        return (there[0] - here[0], there[1] - here[1])

    def _draw_child(self, surface: pygame.Surface, now: Moment) -> None:
        camera, place = self.picture.camera, self.footing.shown(now.place)
        pixel = self.footing.pixel(place)
        scarf = (
            -float(now.velocity[0]) * _SCARF * self._scale,
            -float(now.velocity[1]) * _SCARF * self._scale * camera.down / camera.across,
        )
        sprite = self._child.frame(now.pose, now.facing, now.phase, now.lean, scarf)
        height = float(self.footing.heights(place)[0])
        up = (pixel[0], pixel[1] - now.hop * camera.lift)
        corner = (round(up[0]) - sprite.anchor[0], round(up[1]) - sprite.anchor[1])
        where = ((float(place[0]), float(place[1])), height)
        hidden = self.picture.hidden_mask((*corner, *sprite.surface.get_size()), *where)
        if not self.picture.hides(where[0], height + _ANKLE):
            self._child.shadow(sprite).draw(surface, pixel)
        if hidden.mean() < _HARDLY:
            surface.blit(sprite.surface, corner)
            return
        # A dune stands before the child: what it hides stays to be seen as an outline.
        surface.blit(_cut(sprite.surface, hidden), corner)
        surface.blit(_cut(self._child.outline(sprite), ~hidden), corner)

    def draw_ribbon(
        self, surface: pygame.Surface, start: np.ndarray, end: np.ndarray, share: float, label: str
    ) -> None:
        """A dotted ribbon over the ground from `start` toward `end`, so much of it."""
        path = self.footing.path(start, end)
        marks.ribbon(surface, path[: max(2, round(len(path) * share))], self._scale, label)


def _cut(picture: pygame.Surface, away: np.ndarray) -> pygame.Surface:
    """A copy without the pixels `away` (h, w)."""
    left = picture.copy()
    alpha = pygame.surfarray.pixels_alpha(left)
    alpha[away.T] = 0
    del alpha  # or the surface stays locked
    return left
