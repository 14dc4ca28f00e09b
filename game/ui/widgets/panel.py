"""The rounded plates that hold everything: bare, with a title, or as the child's speech."""

import pygame

from game.text import text
from game.ui import fonts
from game.ui.theme import Theme, Translucent
from game.ui.widgets import icons, shapes
from game.ui.widgets.widget import Widget

_RADIUS, _SOFT, _RIM_ALPHA = 26, 10, 26


class Panel(Widget):
    """A rounded plate under other widgets; stops the pointer from reaching what lies below."""

    def __init__(
        self,
        theme: Theme,
        rect: pygame.Rect,
        *,
        colour: Translucent | None = None,
        radius: float = _RADIUS,
    ) -> None:
        super().__init__(theme, rect)
        self._colour = colour or theme.palette.panel
        self._radius = theme.px(radius)

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        soft, size = self.theme.px(_SOFT), self.rect.size
        # The shadow only outside, or it would darken a plate that one can see through.
        picture = shapes.shadow(size, self._radius, soft, self.theme.palette.shadow).copy()
        hole = shapes.rounded(size, self._radius, (0, 0, 0))
        picture.blit(hole, (soft, soft), special_flags=pygame.BLEND_RGBA_SUB)
        picture.blit(shapes.rounded(size, self._radius, self._colour), (soft, soft))
        rim = shapes.frame(size, self._radius, self.theme.px(1.5), self.theme.palette.white).copy()
        rim.fill((255, 255, 255, _RIM_ALPHA), special_flags=pygame.BLEND_RGBA_MULT)
        picture.blit(rim, (soft, soft))
        self._paint_on(picture, pygame.Rect((soft, soft), size))
        return picture, (self.rect.left - soft, self.rect.top - soft)

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        """Add what lies on the plate, whose place in `picture` is `box`."""


class TitlePanel(Panel):
    """The number of a level in a golden disc, and its name."""

    def __init__(
        self, theme: Theme, rect: pygame.Rect, number: str, title: str, icon: str = ""
    ) -> None:
        """`icon` names a drawing of `icons` to stand in the disc instead of a number."""
        super().__init__(theme, rect, radius=_RADIUS)
        self._number, self._title, self._icon = number, title, icon

    @property
    def spoken(self) -> str:
        """Number and title."""
        if not self._number:
            return self._title
        return text("{number}: {title}", number=self._number, title=self._title)

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme, palette = self.theme, self.theme.palette
        side = round(box.height * 0.76)
        gap = (box.height - side) // 2
        place = pygame.Rect(box.left + gap + theme.px(3), box.top + gap, side, side)
        paint_badge(picture, theme, place, self._number, self._icon)
        left = place.right + theme.px(13)
        room = pygame.Rect(left, box.top, box.right - theme.px(22) - left, box.height)
        self._write(
            picture,
            self._title,
            fonts.DISPLAY,
            theme.text_px(theme.sizes.heading),
            palette.cream,
            room,
            (0.0, 0.5),
            2,
        )


class SpeechPanel(Panel):
    """What the child says, on pale paper with a pointed corner."""

    def __init__(self, theme: Theme, rect: pygame.Rect, text: str) -> None:
        super().__init__(theme, rect, colour=theme.palette.paper, radius=_RADIUS)
        self._text = text

    @property
    def text(self) -> str:
        """What is said; an empty text hides the panel."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.changed()

    @property
    def spoken(self) -> str:
        """What is said."""
        return self._text

    def draw(self, surface: pygame.Surface) -> None:
        """Nothing said, nothing drawn."""
        if self._text:
            super().draw(surface)

    def _paint_on(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        theme = self.theme
        room = box.inflate(-theme.px(44), -theme.px(10))
        size, floor = theme.text_px(theme.sizes.body), theme.floor_px
        if not fonts.fitted(self._text, fonts.STRONG, size, floor, room.size, 6).fits:
            room = box.inflate(-theme.px(30), 0)  # long words come nearer to the rim
        self._write(
            picture,
            self._text,
            fonts.STRONG,
            theme.text_px(theme.sizes.body),
            theme.palette.ink,
            room,
            (0.5, 0.5),
            6,
        )


def paint_badge(
    picture: pygame.Surface, theme: Theme, place: pygame.Rect, number: str, icon: str = ""
) -> None:
    """A golden disc with a white rim and a number or a drawing, filling the square `place`."""
    palette, side = theme.palette, place.width
    rim = max(2, round(side * 0.09))
    picture.blit(shapes.disc(side, palette.white), place)
    inner = side - 2 * rim
    picture.blit(shapes.disc(inner, palette.orange), place.move(rim, rim))
    if icon:
        drawing = icons.icon(icon, round(side * 0.56), palette.ink)
        picture.blit(drawing, drawing.get_rect(center=place.center))
        return
    box = place.inflate(-round(side * 0.34), -round(side * 0.2))
    size = round(side * 0.56)
    layout = fonts.fitted(number, fonts.DISPLAY, size, round(side * 0.25), box.size)
    fonts.draw(picture, layout, fonts.DISPLAY, palette.ink, box, (0.5, 0.5))
