"""What lies behind screens full of words: a blurred, dimmed desert, or the covered scene."""

import pygame

from game.resources import ASSETS
from game.ui.theme import Colour, Theme, Translucent

_PICTURE = ASSETS / "images" / "title.jpg"
_SAND: Colour = (226, 150, 86)
_COARSE = 4  # a picture this many times smaller takes little time to blur
_BLUR = 3  # its pixels: enough to hide those steps when it is drawn large again


def desert(theme: Theme) -> pygame.Surface:
    """The title's desert, out of focus and a little darker, as large as the canvas."""
    canvas = theme.canvas
    try:
        shot = pygame.image.load(_PICTURE)
    except (OSError, pygame.error):
        shot = pygame.Surface(canvas)
        shot.fill(_SAND)
    scale = max(canvas[0] / shot.get_width(), canvas[1] / shot.get_height())
    part = pygame.Rect(0, 0, round(canvas[0] / scale), round(canvas[1] / scale))
    part.midtop = shot.get_rect().midtop
    return _dimmed(shot.subsurface(part.clip(shot.get_rect())), canvas, (*theme.palette.ink, 44))


def covered(theme: Theme) -> pygame.Surface:
    """What the window shows at this moment, out of focus and darker; plain where nothing does."""
    shown = pygame.display.get_surface()
    if shown is None or shown.get_size() != tuple(theme.canvas):
        plain = pygame.Surface(theme.canvas)
        plain.fill(theme.palette.panel_solid)
        return plain
    return _dimmed(shown, theme.canvas, (*theme.palette.ink, 130))


def _dimmed(shot: pygame.Surface, canvas: tuple[int, int], veil: Translucent) -> pygame.Surface:
    size = (max(2, canvas[0] // _COARSE), max(2, canvas[1] // _COARSE))
    small = pygame.transform.smoothscale(shot.convert(24), size)
    soft = pygame.transform.gaussian_blur(small, _BLUR)
    picture = pygame.transform.smoothscale(soft, canvas)
    shade = pygame.Surface(canvas, pygame.SRCALPHA)
    shade.fill(veil)
    picture.blit(shade, (0, 0))
    return picture
