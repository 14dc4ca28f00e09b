"""A framed picture of a lesson's walk, painted beside the frame loop."""

import pygame
from cachetools import LRUCache

from game.lesson_walks import Show
from game.levels import LevelError
from game.text import text
from game.ui import fonts
from game.ui.draw.desert_shot import Shot, drawn, taken
from game.ui.draw.figure import Figure
from game.ui.jobs import CancelledError, Job
from game.ui.kept import picture_bytes
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.widget import Widget

_RADIUS, _RIM = 22, 4
_TALLEST = 0.95  # of the width: a taller view would see the end of the land
_KEPT: LRUCache = LRUCache(12 * 2**20, getsizeof=picture_bytes)


class DesertFrame(Widget):
    """Shows the desert of `show`; a veil while it is being painted."""

    is_picture = True

    def __init__(self, theme: Theme, rect: pygame.Rect, show: Show, figure: Figure) -> None:
        box = pygame.Rect(rect.left, 0, rect.width, min(rect.height, round(_TALLEST * rect.width)))
        box.centery = rect.centery
        super().__init__(theme, box)
        rim = 2 * theme.px(_RIM)
        size = (max(8, box.width - rim), max(8, box.height - rim))
        self.show, self.room, self._figure = show, pygame.Rect(rect), figure
        self._key = (show, size, figure.name)
        self._failed = False
        self._job: Job[Shot] | None = None
        if self._key not in _KEPT:
            self._job = Job(lambda report: taken(show, size, report))

    def update(self, elapsed_ms: float) -> None:
        """Take over what was painted."""
        if self._job is None or not self._job.done:
            return
        job, self._job = self._job, None
        try:
            _KEPT[self._key] = drawn(job.result(), self._figure)
        except (LevelError, CancelledError):  # the lesson goes on without this picture
            self._failed = True
        self.changed()

    def close(self) -> None:
        """Nobody looks any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        theme, palette = self.theme, self.theme.palette
        radius, rim = theme.px(_RADIUS), theme.px(_RIM)
        picture = shapes.rounded(self.rect.size, radius, palette.white).copy()
        inner = picture.get_rect().inflate(-2 * rim, -2 * rim)
        shot = _KEPT.get(self._key)
        if shot is None:
            picture.blit(shapes.rounded(inner.size, radius - rim, palette.panel_solid), inner)
            said = "" if self._failed else text("The wind is shaping it\N{HORIZONTAL ELLIPSIS}")
            box, size = inner.inflate(-theme.px(40), -theme.px(20)), theme.text_px(20)
            self._write(picture, said, fonts.STRONG, size, palette.cream, box, (0.5, 0.5), 3)
            return picture, self.rect.topleft
        window = shapes.rounded(inner.size, radius - rim, palette.white).copy()
        window.blit(shot, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        picture.blit(window, inner)
        return picture, self.rect.topleft
