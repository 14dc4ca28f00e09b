"""The revealed desert of a finished walk in a frame, with marks on its path."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

import numpy as np
import pygame

from game.sim.run import RunState
from game.ui.camera import Camera
from game.ui.draw import gems, marks
from game.ui.draw.actor import Passage, moment
from game.ui.draw.bake import Picture
from game.ui.draw.desert_view import DesertView
from game.ui.draw.guides import downhill
from game.ui.draw.plates import figure_box, plate, plate_size
from game.ui.draw.sidestep import sidestep
from game.ui.outcomes import WalkEnded
from game.ui.party import figure_of
from game.ui.stage import Stage
from game.ui.theme import Colour
from game.ui.widgets import icons, shapes
from game.ui.widgets.widget import Widget

_INK: Colour = (52, 22, 44)
_LARGER = 1.25  # figures, against the land that is seen smaller
_NEAREST = 2.0  # times nearer than the whole desert: then the picture is no longer sharp
Overlay = Callable[["Photo", pygame.Surface], None]


def cut_out(picture: Picture, camera: Camera) -> Picture:
    """What a smaller canvas's camera sees, taken from a picture of the whole view."""
    tall, wide = picture.rgb.shape[:2]
    scale = wide / camera.size[0]
    left, top = (round(at * scale) for at in camera.corner)
    part = pygame.Rect(left, top, round(wide / camera.zoom), round(tall / camera.zoom))
    part.clamp_ip(pygame.Rect(0, 0, wide, tall))
    rgb = np.ascontiguousarray(picture.rgb[part.top : part.bottom, part.left : part.right])
    whole = pygame.image.frombuffer(rgb, part.size, "RGB")
    scaled = pygame.transform.smoothscale(whole, camera.size)
    row = part.top + (np.arange(camera.size[1]) * part.height) // camera.size[1]
    column = part.left + (np.arange(camera.size[0]) * part.width) // camera.size[0]
    return replace(
        picture,
        rgb=pygame.surfarray.array3d(scaled).swapaxes(0, 1),
        row_of_pixel=picture.row_of_pixel[row[:, None], column],
        camera=camera,
    )


def camera_for(ended: WalkEnded, size: tuple[int, int]) -> Camera:
    """A camera on a canvas of `size` that sees the whole walk and the gem, as near as it can."""
    land, far = ended.site.land.terrain, ended.picture.camera.on(size)
    states = ended.expedition.states
    places = np.vstack([[state.place for state in states], ended.site.setup.gem])
    places = np.clip(np.nan_to_num(places, posinf=1e3, neginf=-1e3), -4.0, land.size + 4.0)
    pixels = far.pixels(places, land.height(places))
    low, high = pixels.min(axis=0), pixels.max(axis=0)
    spread = high - low + np.array([0.2, 0.42]) * size  # room for the child, its gem and words
    zoom = float(min(_NEAREST, *(np.array(size) / spread)))
    if zoom <= 1.0:
        return far
    middle = (low + high) / 2 - np.array([0.0, 0.04 * size[1]])
    return replace(far, zoom=zoom, centre=far.place((float(middle[0]), float(middle[1]))))


class Photo(Widget):
    """Draws the walk, and then what `overlay` adds on the photo's own surface."""

    is_picture = True

    def __init__(
        self, stage: Stage, rect: pygame.Rect, ended: WalkEnded, whole: bool = False
    ) -> None:
        """`whole` shows all of the desert and no child; else the walk, as near as it fits."""
        super().__init__(stage.theme, rect)
        self.ended, self.still = ended, stage.settings.reduced_motion
        self.overlay: Overlay | None = None
        self._whole = whole
        self.time_ms = 0.0
        self._canvas = pygame.Surface(rect.size).convert()
        whole_view = ended.picture.camera.on(rect.size)
        camera = whole_view if whole else camera_for(ended, rect.size)
        self.view = DesertView(
            ended.site,
            cut_out(ended.picture, camera),
            stage.theme.unit * _LARGER * rect.width / stage.canvas[0],
            reduced_motion=True,  # nothing may move here but what is told
            revealed=True,
            figure=figure_of(stage.player),
        )
        self.view.follow(ended.expedition)
        self.scale = self.view.scale

    @property
    def fits(self) -> bool:
        """Words on the photo are as wide as their plates."""
        return True

    @property
    def squash(self) -> float:
        """How much flatter than wide a circle on the ground is seen."""
        camera = self.view.picture.camera
        return camera.down / camera.across

    def update(self, elapsed_ms: float) -> None:
        """Let time pass for marks that pulse."""
        self.time_ms += elapsed_ms

    def draw(self, surface: pygame.Surface) -> None:
        """The land, the trail, the marks, and a frame."""
        canvas = self._canvas
        canvas.blit(self._land, (0, 0))
        if self.overlay is not None:
            self.overlay(self, canvas)
        if self._whole:  # above the line that leads to them
            for kind, place in self.view.gems_seen():
                gems.draw_gem(canvas, self.view.footing.pixel(place), kind, self.scale, 0.0)
        self._blit_rounded(surface)
        px = self.theme.px
        frame = shapes.frame(self.rect.size, px(22), px(3), self.theme.palette.cream)
        surface.blit(frame, self.rect)

    @cached_property
    def _land(self) -> pygame.Surface:
        """What never changes: the land with the walk on it."""
        land, now = pygame.Surface(self.rect.size).convert(), self.ended.expedition.now
        if self._whole:
            self.view.draw_ground(land)
            return land
        at_rest = moment(Passage(now, now), 1.0, 0.0)
        aside = sidestep(self.view, now.place, self.ended.site.setup.gem)
        self.view.draw(land, replace(at_rest, place=at_rest.place + aside), 0.0, guides=False)
        return land

    def _blit_rounded(self, surface: pygame.Surface) -> None:
        """The canvas without its corners: only those need to be blended."""
        (wide, tall), r, (x, y) = self.rect.size, self.theme.px(22), self.rect.topleft
        for left, top, w, h in ((0, r, wide, tall - 2 * r), (r, 0, wide - 2 * r, r)):
            surface.blit(self._canvas, (x + left, y + top), (left, top, w, h))
        surface.blit(self._canvas, (x + r, y + tall - r), (r, tall - r, wide - 2 * r, r))
        ball = shapes.disc(2 * r, (255, 255, 255))
        for across, down in ((0, 0), (1, 0), (0, 1), (1, 1)):
            left, top = across * (wide - r), down * (tall - r)
            corner = self._canvas.subsurface((left, top, r, r)).convert_alpha()
            part = (across * r, down * r, r, r)
            corner.blit(ball, (0, 0), part, pygame.BLEND_RGBA_MIN)
            surface.blit(corner, (x + left, y + top))

    # ---- what overlays draw with

    def pixel(self, place: np.ndarray) -> tuple[float, float]:
        """Where a place is seen on the photo."""
        footing = self.view.footing
        return footing.pixel(footing.shown(place))

    def ring(self, surface: pygame.Surface, place: np.ndarray, label: str) -> None:
        """A ring around a place that draws the eye, and a plate with a word beside it."""
        x, y = self.pixel(place)
        wave = 0.0 if self.still else 0.5 + 0.5 * np.sin(self.time_ms / 260.0)
        wide = round((30 + 7 * wave) * self.scale)
        box = pygame.Rect(0, 0, 2 * wide, round(2 * wide * max(self.squash, 0.55)))
        box.center = (round(x), round(y))
        for grow, colour, thick in ((2, _INK, 7), (0, self.theme.palette.focus, 4)):
            width = max(2, round(thick * self.scale))
            pygame.draw.ellipse(surface, colour, box.inflate(2 * grow, 2 * grow), width)
        reach = 37 * self.scale * max(self.squash, 0.55)
        top = self._plate_top(x, y, reach, label)
        plate(surface, (x, top), self._words_px(), label)

    def _plate_top(self, x: float, y: float, reach: float, label: str) -> float:
        """Where a plate beside a ring begins, that hides neither the child nor the gem."""
        size, gap = self._words_px(), reach + 4 * self.scale
        wide, tall = plate_size(size, label)
        now, gem = self.ended.expedition.now.place, self.ended.site.setup.gem
        figures = [self._figure(gem), self._figure(now)]
        above, below = y - gap - tall, y + gap
        tops = [above, below] if self.pixel(gem)[1] > y else [below, above]
        tops += [figure.top - tall for figure in figures if abs(figure.centerx - x) < wide]

        def hides(top: float) -> int:
            plate = pygame.Rect(x - wide / 2, top, wide, tall)
            outside = plate.top < 0 or plate.bottom > self.rect.height
            return 3 * outside + len(plate.collidelistall(figures))

        return min(tops, key=hides)

    def _figure(self, place: np.ndarray) -> pygame.Rect:
        """The room that a child or a gem takes at a place."""
        x, y = np.clip(self.pixel(place), -1e4, 1e4)
        return figure_box((float(x), float(y)), self.scale)

    def _words_px(self) -> int:
        return max(self.theme.floor_px, round(22 * self.theme.unit))

    def arrows(self, surface: pygame.Surface, before: RunState, after: RunState) -> None:
        """The way down at a state, and where the move from it led."""
        footing = self.view.footing
        path = footing.path(before.place, footing.shown(after.place))
        marks.ghost(surface, path, self.scale, self.squash)
        steepness = float(np.hypot(*before.slope))
        here = self.pixel(before.place)
        marks.slope_arrow(
            surface, here, downhill(footing, before), steepness, self.scale, self.squash
        )

    def ghost_walk(self, surface: pygame.Surface, places: np.ndarray, share: float) -> None:
        """Another walk as a pale line from landing to landing, so much (0..1) of it."""
        shown = max(1.0, share * (len(places) - 1))
        pixels = self._line(places[: int(shown) + 1])
        if int(shown) + 1 < len(places):
            start, end = places[int(shown)], places[int(shown) + 1]
            pixels += self._line(np.array([start, start + (end - start) * (shown % 1.0)]))[1:]
        thick = max(2, round(4 * self.scale))
        for colour, wide in ((_INK, thick + 4), ((126, 232, 255), thick)):
            for one, other in pairwise(pixels):
                pygame.draw.line(surface, colour, one, other, wide)
        for place in places[: int(shown) + 1]:
            dot = shapes.disc(thick * 2 + 4, _INK)
            surface.blit(dot, dot.get_rect(center=self.pixel(place)))
            dot = shapes.disc(thick * 2, (226, 250, 255))
            surface.blit(dot, dot.get_rect(center=self.pixel(place)))
        head = shapes.disc(round(18 * self.scale), (255, 255, 255))
        surface.blit(head, head.get_rect(center=pixels[-1]))

    def chip(self, surface: pygame.Surface, place: np.ndarray, icon: str, colour: Colour) -> None:
        """A drawing on its colour where a ghost's walk ended."""
        side = max(16, round(34 * self.scale))
        x, y = self.pixel(place)
        box = pygame.Rect(0, 0, side, side)
        box.midbottom = (round(x), round(y - 8 * self.scale))
        gem = self._figure(self.ended.site.setup.gem)
        if box.colliderect(gem):  # which would hide it
            box.midbottom = gem.midtop
        box.clamp_ip(surface.get_rect())
        surface.blit(shapes.rounded((side + 4, side + 4), side // 4, _INK), box.move(-2, -2))
        surface.blit(shapes.rounded(box.size, side // 4, colour), box)
        drawing = icons.icon(icon, round(side * 0.72), _INK)
        surface.blit(drawing, drawing.get_rect(center=box.center))

    def _line(self, places: np.ndarray) -> list[tuple[float, float]]:
        found = [self.pixel(places[0])]
        for one, other in pairwise(places):
            found += self.view.footing.path(one, other, spacing=3.0)[1:]
        return found
