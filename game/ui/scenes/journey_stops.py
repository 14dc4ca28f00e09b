"""A level as a stop on the map: a landmark, and a plate with number, name and stars or a lock."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.text import ntext, text
from game.ui import fonts
from game.ui.draw.landmarks import landmark, prop_at
from game.ui.theme import Colour, Theme
from game.ui.widgets import icons, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.panel import paint_badge
from game.ui.widgets.widget import sentences

STARS = 3
_TALL, _AIR = 76, 6  # of the landmark above the trail, and between both and the plate
_WIDE, _WIDER, _HIGH, _HIGHER = 200, 28, 78, 32  # of the plate, and what large text adds
_RADIUS, _RIM = 18, 3
_BESIDE = ((52, -4, 1.0), (78, 0, 0.72))  # where a level's props stand, and how large


@dataclass(frozen=True)
class StopText:
    """What a stop tells; `reason` says why it is shut, "" where it is open."""

    number: str
    name: str
    stars: int
    reason: str = ""

    @property
    def kind(self) -> str:
        """The landmark: its shape tells the state, never its colour alone."""
        if self.reason:
            return "stones"
        return "flag" if self.stars else "tent"


class Stop(Button):
    """Pressed once it is chosen, twice it is played; the scene decides."""

    air = 3

    def __init__(
        self,
        theme: Theme,
        foot: tuple[float, float],
        said: StopText,
        on_press: Callable[[], None],
        colour: Colour,
        props: tuple[str, ...] = (),
    ) -> None:
        """`props` are those of the level's look: the first is its landmark."""
        extra, px = theme.text_scale - 1, theme.px
        wide, high = px(_WIDE + _WIDER * extra), px(_HIGH + _HIGHER * extra)
        rect = pygame.Rect(0, 0, wide, px(_TALL + _AIR) + high)
        rect.midtop = (round(foot[0]), round(foot[1]) - px(_TALL))
        rect.clamp_ip(pygame.Rect((0, 0), theme.canvas).inflate(-2 * px(8), 0))
        super().__init__(theme, rect, said.name, on_press, colour=colour)
        self.said, self.foot = said, foot
        self.still = False
        self._plate = pygame.Rect(rect.left, rect.bottom - high, wide, high)
        self._time_ms = 0.0
        self._props = props

    @property
    def spoken(self) -> str:
        """Number, name, and stars or the lock's reason."""
        said = self.said
        name = text("Level {number}: {name}", number=said.number, name=said.name)
        stars = ntext("{count} star", "{count} stars", said.stars)
        return sentences(name, said.reason or stars)

    def reaches(self, pixel: tuple[int, int]) -> bool:
        """Whether the pointer is on the landmark or the plate, not in the corners above."""
        if not super().reaches(pixel):
            return False
        aside = abs(pixel[0] - self.foot[0])
        return bool(self._plate.collidepoint(pixel)) or aside <= self.theme.px(40)

    def update(self, elapsed_ms: float) -> None:
        """The flag waves."""
        super().update(elapsed_ms)
        if not self.still:
            self._time_ms += elapsed_ms

    def draw(self, surface: pygame.Surface) -> None:
        """The landmark, which moves, and the plate, which is kept."""
        if not self.visible:
            return
        px = self.theme.px
        for kind, (east, south, size) in zip(self._props, _BESIDE, strict=False):
            seen = prop_at(kind, int(self.said.number or 0), self.theme.unit * size)
            seen.draw(surface, (self.foot[0] + px(east), self.foot[1] + px(south)))
        colour = self._colour if not self.said.reason else self.theme.palette.grey
        mark = landmark(self.said.kind, self.theme.unit, colour, self._time_ms)
        mark.draw(surface, self.foot)
        super().draw(surface)

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        px, palette, size = self.theme.px, self.theme.palette, self._plate.size
        soft = px(6)
        picture = shapes.blank((size[0] + 2 * soft, size[1] + 2 * soft), palette.ink)
        picture.blit(shapes.shadow(size, px(_RADIUS), soft, palette.shadow), (0, px(2)))
        body = pygame.Rect((soft, soft), size)
        shut = bool(self.said.reason)
        rim = palette.notch if shut else palette.white
        if self._selected:
            rim = palette.orange
        picture.blit(shapes.rounded(size, px(_RADIUS), rim), body)
        thick = px(_RIM + 2 if self._selected else _RIM)
        inner = body.inflate(-2 * thick, -2 * thick)
        face = palette.panel_solid if shut else palette.paper[:3]
        if self._hovered and not shut:
            face = palette.white
        picture.blit(shapes.rounded(inner.size, px(_RADIUS) - thick, face), inner)
        ink = palette.cream if shut else palette.ink
        self._paint_plate(picture, inner.inflate(-px(12), -px(6)), ink)
        return picture, (self._plate.left - soft, self._plate.top - soft)

    def _paint_plate(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        px, said = self.theme.px, self.said
        row = 0 if said.reason else min(round(box.height * 0.36), self.theme.text_px(24))
        head = pygame.Rect(box.left, box.top, box.width, box.height - row)
        side = min(px(34), head.height)
        place = pygame.Rect(head.left, 0, side, side)
        place.centery = head.centery
        if said.reason:
            picture.blit(icons.icon("lock", side, ink), place)
        else:
            paint_badge(picture, self.theme, place, said.number)
        left = place.right + px(7)
        words = pygame.Rect(left, head.top, head.right - left, head.height)
        size = self.theme.text_px(18)
        name = f"{said.number}  {said.name}" if said.reason else said.name
        self._write(picture, name, fonts.DISPLAY, size, ink, words, (0.0, 0.5), 4)
        if row:
            self._paint_stars(picture, pygame.Rect(box.left, head.bottom, box.width, row))

    def _paint_stars(self, picture: pygame.Surface, row: pygame.Rect) -> None:
        palette, side = self.theme.palette, row.height
        for at in range(STARS):
            middle = (row.centerx + round((at - 1) * side * 1.25), row.centery)
            whole = icons.icon("star", side, palette.ink)
            picture.blit(whole, whole.get_rect(center=middle))
            won = at < self.said.stars  # whole ones are won, hollow ones are not
            fill = palette.orange if won else palette.paper[:3]
            inner = icons.icon("star", max(4, round(side * (0.66 if won else 0.62))), fill)
            picture.blit(inner, inner.get_rect(center=middle))
