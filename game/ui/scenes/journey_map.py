"""The map of the journey: its pictures, and where the trail and its stops lie on a canvas."""

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from game.look import DEFAULT, Look
from game.resources import ASSETS
from game.ui.draw.child import SOUTH, SOUTH_EAST, ChildArt, facing_of
from game.ui.draw.figure import Figure
from game.ui.draw.vignette import vignette
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.widget import Widget

JOURNEY = ASSETS / "images" / "journey"
VIEWS = ASSETS / "images" / "levels"
PICTURES = 6  # one for each chapter
Pixel = tuple[float, float]
_SIZE = (1920, 1080)  # of the pictures
_SQUASH = 0.55  # of the ground, seen from this height
_PRINT, _DOT = (92, 44, 58), (255, 250, 236)
_SPEED = 150.0  # design pixels a second
_BESIDE = (-46, 3)  # where the child stands at a stop, from its foot
_IDLE_MS, _WALK_MS = 3600.0, 900.0


@lru_cache(maxsize=1)
def _noted() -> list[dict]:
    try:
        noted: list[dict] = json.loads((JOURNEY / "journey.json").read_text())
    except (OSError, ValueError):
        line = [[at / 100, 0.43 + 0.11 * math.sin(at / 8)] for at in range(101)]
        noted = [{"trail": line, "stops": [20, 35, 50, 65, 80]}]
    return noted


@dataclass(frozen=True)
class Trail:
    """The trail over one picture, in pixels of the canvas; `stops` are positions in `points`."""

    points: tuple[Pixel, ...]
    stops: tuple[int, ...]

    def stop(self, index: int) -> Pixel:
        """The foot of a stop."""
        return self.points[self.stops[index]]


def room_on(picture: int) -> int:
    """How many stops the trail of a picture has."""
    return len(_noted()[picture % len(_noted())]["stops"])


def trail_on(canvas: tuple[int, int], picture: int) -> Trail:
    """The trail of a picture on a canvas that it fills."""
    noted = _noted()[picture % len(_noted())]
    scale = max(canvas[0] / _SIZE[0], canvas[1] / _SIZE[1])
    wide, tall = _SIZE[0] * scale, _SIZE[1] * scale
    left, top = (canvas[0] - wide) / 2, (canvas[1] - tall) / 2
    points = tuple((left + x * wide, top + y * tall) for x, y in noted["trail"])
    return Trail(points, tuple(noted["stops"]))


def _filling(picture: pygame.Surface, canvas: tuple[int, int]) -> pygame.Surface:
    """`picture` scaled to cover the whole canvas, its middle kept."""
    scale = max(canvas[0] / picture.get_width(), canvas[1] / picture.get_height())
    size = (round(picture.get_width() * scale), round(picture.get_height() * scale))
    if size != picture.get_size():
        picture = pygame.transform.smoothscale(picture, size)
    part = pygame.Rect((0, 0), canvas)
    part.center = picture.get_rect().center
    return picture.subsurface(part).copy()


def painted(theme: Theme, picture: int, trail: Trail, reached: int) -> pygame.Surface:
    """A picture with footprints up to point `reached` of the trail, and dots beyond."""
    try:
        shot = pygame.image.load(JOURNEY / f"{picture + 1}.jpg")
        ground = _filling(shot, theme.canvas)
    except (OSError, pygame.error):
        ground = pygame.Surface(theme.canvas)
        ground.fill((226, 150, 86))
    _footprints(ground, theme, trail.points[: reached + 1])
    _dots(ground, theme, trail.points[reached:])
    return ground.convert()


class View(Widget):
    """A small picture of a level's desert; without its file, a desert under the level's sky."""

    def __init__(self, theme: Theme, rect: pygame.Rect) -> None:
        super().__init__(theme, rect)
        self._slug, self._look = "", DEFAULT

    def show(self, slug: str, look: Look) -> None:
        """Show another level's."""
        if slug != self._slug:
            self._slug, self._look = slug, look
            self.changed()

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        size, radius = self.rect.size, self.theme.px(14)
        try:
            shot = _filling(pygame.image.load(VIEWS / f"{self._slug}.jpg"), size)
        except (OSError, pygame.error):
            from game.ui.draw.air import air_of  # numpy: most journeys do without

            sky = tuple(round(part) for part in air_of(self._look).sky[1])
            return vignette(size, radius, sky), self.rect.topleft
        picture = shapes.rounded(size, radius, (255, 255, 255)).copy()
        picture.blit(shot, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        return picture, self.rect.topleft


def _spaced(points: tuple[Pixel, ...], apart: float) -> list[tuple[Pixel, Pixel]]:
    """Pixels `apart` from each other along a line, each with its direction."""
    found, left = [], apart
    for (x, y), (to_x, to_y) in pairwise(points):
        length = math.hypot(to_x - x, to_y - y)
        while length and left <= length:
            share = left / length
            way = ((to_x - x) / length, (to_y - y) / length)
            found.append(((x + (to_x - x) * share, y + (to_y - y) * share), way))
            left += apart
        left -= length
    return found


def _footprints(ground: pygame.Surface, theme: Theme, points: tuple[Pixel, ...]) -> None:
    side = theme.px(7)
    mark = shapes.disc(side, _PRINT).copy()
    mark.set_alpha(170)
    for at, ((x, y), (dx, dy)) in enumerate(_spaced(points, theme.px(13))):
        aside = theme.px(5) * (1 if at % 2 else -1)
        flat = pygame.transform.smoothscale(mark, (side, max(2, round(side * 0.7))))
        ground.blit(flat, flat.get_rect(center=(x - dy * aside, y + dx * aside * _SQUASH)))


def _dots(ground: pygame.Surface, theme: Theme, points: tuple[Pixel, ...]) -> None:
    side = theme.px(7)
    shade = shapes.disc(side + theme.px(3), _PRINT).copy()
    shade.set_alpha(120)
    for (x, y), _ in _spaced(points, theme.px(26)):
        ground.blit(shade, shade.get_rect(center=(x, y)))
        dot = shapes.disc(side, _DOT)
        ground.blit(dot, dot.get_rect(center=(x, y)))


class Traveller(Widget):
    """The player's child on the map: stands at a stop, or walks along the trail to the next."""

    def __init__(self, theme: Theme, figure: Figure, trail: Trail, still: bool) -> None:
        super().__init__(theme, pygame.Rect(0, 0, 1, 1))
        self._trail, self._still = trail, still
        self._art = ChildArt(figure, 1.05 * theme.unit)
        self._time_ms = 0.0
        self._at, self._goal = 0.0, 0
        self.visible = False

    @property
    def walking(self) -> bool:
        """Whether the child is on its way."""
        return self.visible and self._at < self._goal

    def stand(self, index: int, coming_from: int | None = None) -> None:
        """Be at a stop, or set out for it from an earlier one."""
        self.visible = True
        self._goal = self._trail.stops[index]
        start = index if coming_from is None or self._still else coming_from
        self._at = float(self._trail.stops[min(start, index)])

    def update(self, elapsed_ms: float) -> None:
        """Walk on."""
        if not self._still:
            self._time_ms += elapsed_ms
        if self.walking:
            here, ahead = self._spot(self._at), self._spot(self._at + 1)
            length = math.hypot(ahead[0] - here[0], ahead[1] - here[1]) or 1.0
            self._at += self.theme.px(_SPEED) * elapsed_ms / 1000 / length
            self._at = min(self._at, float(self._goal))

    def draw(self, surface: pygame.Surface) -> None:
        """Blit the child and its shadow."""
        if not self.visible:
            return
        x, y = self._spot(self._at)
        dx, dy = self._beside()
        if self.walking:
            ahead = self._spot(self._at + 1)
            facing = facing_of(ahead[0] - x, (ahead[1] - y) / _SQUASH)
            child = self._art.frame("walk", facing, self._time_ms / _WALK_MS, 0.0, (-10, 3))
        else:
            facing = SOUTH_EAST if self._still or self._time_ms % 9000 < 6000 else SOUTH
            child = self._art.frame("idle", facing, self._time_ms / _IDLE_MS)
        clip = surface.get_clip()
        if not self.walking:  # a plate stands there, and no shadow falls on it
            surface.set_clip(clip.clip((0, 0, clip.right, round(y + self.theme.px(6)))))
        self._art.shadow(child).draw(surface, (x + dx, y + dy))
        surface.set_clip(clip)
        child.draw(surface, (x + dx, y + dy))

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        return shapes.blank((1, 1)), self.rect.topleft  # it has no face that could be kept

    def _spot(self, at: float) -> Pixel:
        points = self._trail.points
        low = min(int(at), len(points) - 1)
        high, share = min(low + 1, len(points) - 1), at - low
        (x, y), (to_x, to_y) = points[low], points[high]
        return x + (to_x - x) * share, y + (to_y - y) * share

    def _beside(self) -> Pixel:
        """On the trail itself while walking, beside the landmark once it has arrived."""
        share = 1 - min(abs(self._goal - self._at) / 4, 1.0)
        return share * self.theme.px(_BESIDE[0]), share * self.theme.px(_BESIDE[1])
