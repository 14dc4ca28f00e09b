"""A small picture of a generated desert, painted beside the frame loop."""

import numpy as np
import pygame

from game import levels
from game.deserts import desert_level
from game.sim.codes import DesertCode
from game.text import text
from game.ui import fonts
from game.ui.camera import Camera
from game.ui.draw.bake import bake
from game.ui.draw.scenery import scenery_of
from game.ui.jobs import Job, Report
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.widget import Widget

_FRAME = (640, 360)


def painted(code: DesertCode, report: Report) -> np.ndarray:
    """The desert of a code as colours (360, 640, 3)."""
    report(0.0)
    site = levels.build(desert_level(code))
    report(0.6)
    look = scenery_of(site)
    return bake(site.land, Camera(_FRAME), contours="off", scenery=look, seed=code.seed % 997).rgb


class Preview(Widget):
    """Shows the desert of `code`; a veil while it is being painted."""

    is_picture = True

    def __init__(self, theme: Theme, rect: pygame.Rect, code: DesertCode | None) -> None:
        super().__init__(theme, rect)
        self._code: DesertCode | None = None
        self._job: Job[np.ndarray] | None = None
        self._rgb: np.ndarray | None = None
        self.show(code)

    def show(self, code: DesertCode | None) -> None:
        """Paint another desert; None shows that there is none."""
        if code == self._code and (self._rgb is not None or self._job is not None):
            return
        self.close()
        self._code, self._rgb = code, None
        self._job = Job(lambda report: painted(code, report)) if code is not None else None
        self.changed()

    def close(self) -> None:
        """Nobody looks any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def update(self, elapsed_ms: float) -> None:
        if self._job is not None and self._job.done:
            self._rgb, self._job = self._job.result(), None
            self.changed()

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        palette, radius = self.theme.palette, self.theme.px(22)
        picture = shapes.rounded(self.rect.size, radius, palette.white).copy()
        if self._rgb is None:
            picture.fill((*palette.panel_solid, 255), special_flags=pygame.BLEND_RGBA_MULT)
            said = text("The wind is shaping it\N{HORIZONTAL ELLIPSIS}") if self._code else "?"
            box = picture.get_rect().inflate(-self.theme.px(40), -self.theme.px(20))
            size = self.theme.text_px(self.theme.sizes.body)
            self._write(picture, said, fonts.STRONG, size, palette.cream, box, (0.5, 0.5), 3)
            return picture, self.rect.topleft
        rgb = self._rgb
        shot = pygame.image.frombuffer(np.ascontiguousarray(rgb).tobytes(), rgb.shape[1::-1], "RGB")
        scale = max(self.rect.width / rgb.shape[1], self.rect.height / rgb.shape[0])
        size = (round(rgb.shape[1] * scale), round(rgb.shape[0] * scale))
        shot = pygame.transform.smoothscale(shot, size)
        part = pygame.Rect((0, 0), self.rect.size)
        part.center = shot.get_rect().center
        picture.blit(shot, (0, 0), part, special_flags=pygame.BLEND_RGB_MULT)
        return picture, self.rect.topleft
