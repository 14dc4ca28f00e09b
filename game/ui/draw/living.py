"""The desert of the title: sand drifts, clouds pass, light changes, and a child dreams of a gem."""

import math

import pygame

from game.resources import ASSETS
from game.ui.camera import Camera
from game.ui.draw.child import EAST, SOUTH, SOUTH_EAST, SOUTH_WEST, WEST, ChildArt
from game.ui.draw.figure import Figure
from game.ui.draw.gems import draw_gem
from game.ui.draw.oasis import Oasis
from game.ui.draw.paint import Board, Point, Sprite, SpriteCache, mix, oval
from game.ui.draw.sleeper import Sleeper
from game.ui.draw.soft import glow
from game.ui.draw.weather import SandStreaks

_PICTURE = ASSETS / "images" / "title.jpg"
_SAND = (226, 150, 86)
_DAY_MS = 150_000.0
# Share of the day -> what the picture is multiplied by: morning, noon, late light, and back.
_LIGHTS = ((255, 244, 232), (255, 255, 255), (255, 240, 214), (250, 214, 196), (255, 240, 226))
_CLOUDS = ((0.10, 0.30, 0.30, 0.60), (0.55, 0.66, 0.42, 1.0), (0.85, 0.46, 0.24, 0.75))
_CLOUD_MS = 90_000.0  # from one side of the canvas to the other
_PALM, _PALM_SCALE, _CHILD_SCALE = (0.655, 0.80), 1.28, 1.75
_CHILD_FROM_PALM = (196, 68)  # units
_SWAY_MS = 5200.0
_BREEZE = (1.6, 0.35)  # paces per step


class LivingDesert:
    """All that lives behind the buttons of the title."""

    def __init__(
        self, canvas: tuple[int, int], unit: float, figure: Figure, still: bool = False
    ) -> None:
        """`unit`: canvas pixels of a design pixel; `still` for reduced motion."""
        self.sleeper = Sleeper()
        self._canvas, self._unit, self._still = canvas, unit, still
        self._back = _filling(canvas)
        self._streaks: SandStreaks | None = None
        self._oasis = Oasis(_PALM_SCALE * unit)
        self._child = ChildArt(figure, _CHILD_SCALE * unit, cache_bytes=10 << 20)
        self._cache = SpriteCache(8 << 20)
        self._time_ms = 0.0
        self._looks_at: Point | None = None

    def look(self, pixel: Point) -> None:
        """The child looks toward a pointer."""
        self._looks_at = pixel

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""
        if elapsed_ms <= 0:
            return
        if self._streaks is None:  # the very first frame is there sooner without what lives
            self._streaks = SandStreaks(Camera(self._canvas), count=44, reduced_motion=self._still)
            self._streaks.blow(_BREEZE)
        self.sleeper.update(elapsed_ms)
        self._streaks.update(elapsed_ms)
        if not self._still:
            self._time_ms += elapsed_ms
            gusts = 1.0 + 0.6 * math.sin(self._time_ms / 3700) * math.sin(self._time_ms / 9100)
            self._streaks.blow((_BREEZE[0] * gusts, _BREEZE[1] * gusts))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole canvas."""
        surface.blit(self._back, (0, 0))
        if self._streaks is None:
            return
        self._draw_clouds(surface)
        foot = self._palm_foot()
        self._oasis.draw_shade(surface, foot)
        self._oasis.draw(surface, foot, self._time_ms / _SWAY_MS)
        unit = self._unit
        self._oasis.draw_rock(surface, (foot[0] + 104 * unit, foot[1] + 26 * unit))
        self._draw_child(surface)
        self._streaks.draw(surface)
        surface.fill(self.light, special_flags=pygame.BLEND_RGB_MULT)

    @property
    def light(self) -> tuple[int, int, int]:
        """What daylight lets through at this moment."""
        at = self._time_ms / _DAY_MS % 1.0 * len(_LIGHTS)
        one, other = int(at), (int(at) + 1) % len(_LIGHTS)
        return mix(_LIGHTS[one], _LIGHTS[other], at % 1.0)

    @property
    def child_feet(self) -> Point:
        """The pixel that the child stands on."""
        foot = self._palm_foot()
        east, south = _CHILD_FROM_PALM
        return (foot[0] + east * self._unit, foot[1] + south * self._unit)

    def _palm_foot(self) -> Point:
        return (self._canvas[0] * _PALM[0], self._canvas[1] * _PALM[1])

    def _draw_clouds(self, surface: pygame.Surface) -> None:
        wide, tall = self._canvas
        for x, y, size, haste in _CLOUDS:
            reach = round(size * wide * 0.5) // 4 * 4
            shade = glow(reach, (92, 40, 70), 0.36, 0.26)
            at = ((x + self._time_ms / _CLOUD_MS * haste) % 1.0) * (wide + 2 * reach) - reach
            surface.blit(shade, shade.get_rect(center=(round(at), round(y * tall))))

    def _draw_child(self, surface: pygame.Surface) -> None:
        feet, unit = self.child_feet, self._unit
        pose, phase = self.sleeper.pose(self._still)
        flutter = 3.0 * math.sin(self._time_ms / 700)
        child = self._child.frame(pose, self._facing(), phase, 0.0, (16 * unit, flutter * unit))
        self._child.shadow(child).draw(surface, feet)
        child.draw(surface, feet)
        if not self.sleeper.awake:
            self._draw_dream(surface, (feet[0] + 62 * unit, feet[1] - 104 * unit))

    def _facing(self) -> int:
        if not self.sleeper.awake:
            return SOUTH
        if not self.sleeper.risen or self._looks_at is None or self.sleeper.pose()[0] != "idle":
            return SOUTH
        aside = (self._looks_at[0] - self.child_feet[0]) / (self._unit * 90)
        for limit, facing in ((-4.0, WEST), (-0.8, SOUTH_WEST), (0.8, SOUTH), (4.0, SOUTH_EAST)):
            if aside < limit:
                return facing
        return EAST

    def _draw_dream(self, surface: pygame.Surface, start: Point) -> None:
        """A bubble of thought with the gem that the child dreams of."""
        unit, bob = self._unit, 4.0 * math.sin(self._time_ms / 1300)
        for at, (x, y, size) in enumerate(((0, 0, 5), (13, -20, 8.5))):
            lift = bob * (at + 1) / 4
            self._puff(size).draw(surface, (start[0] + x * unit, start[1] + (y - lift) * unit))
        middle = (start[0] + 44 * unit, start[1] - (98 + bob) * unit)
        self._cache.get("bubble", self._make_bubble).draw(surface, middle)
        gem = (middle[0], middle[1] + 27 * unit)
        draw_gem(surface, gem, 0, 1.25 * unit, self._time_ms)

    def _puff(self, size: float) -> Sprite:
        def make() -> Sprite:
            board = Board((-16, -16, 16, 16), self._unit)
            board.disc((0, 0), size, (255, 252, 244), 2.0, (62, 30, 44))
            return board.finish(1)

        return self._cache.get(("puff", size), make)

    def _make_bubble(self) -> Sprite:
        board = Board((-90, -76, 90, 76), self._unit)
        rounds = [
            (58 * math.cos(k * math.tau / 9), 38 * math.sin(k * math.tau / 9), 24 + 4 * (k % 2))
            for k in range(9)
        ]
        for x, y, r in rounds:
            board.disc((x * 0.8, y * 0.9), r, (255, 252, 244), 2.2, (62, 30, 44))
        board.shape(oval((0, 0), 60, 44), (255, 252, 244))
        for x, y, r in rounds:
            board.disc((x * 0.8, y * 0.9), r - 0.6, (255, 252, 244))
        sprite = board.finish(1)
        sprite.surface.set_alpha(236)
        return sprite


def _filling(canvas: tuple[int, int]) -> pygame.Surface:
    """The title's desert, cut and scaled to fill the canvas; plain sand where it is missing."""
    try:
        shot = pygame.image.load(_PICTURE)
    except (OSError, pygame.error):
        plain = pygame.Surface(canvas)
        plain.fill(_SAND)
        return plain
    scale = max(canvas[0] / shot.get_width(), canvas[1] / shot.get_height())
    size = (round(shot.get_width() * scale), round(shot.get_height() * scale))
    if size != shot.get_size():
        shot = pygame.transform.smoothscale(shot, size)
    part = shot.get_rect()
    part.size, part.midtop = canvas, shot.get_rect().midtop
    return shot.subsurface(part).convert()
