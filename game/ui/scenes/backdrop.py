"""The desert behind screens that are not about one level."""

import pygame

from game.resources import ASSETS
from game.ui.theme import Theme


def filling(picture: pygame.Surface, canvas: tuple[int, int]) -> pygame.Surface:
    """`picture` scaled to cover the whole canvas, its middle kept."""
    scale = max(canvas[0] / picture.get_width(), canvas[1] / picture.get_height())
    size = (round(picture.get_width() * scale), round(picture.get_height() * scale))
    if size != picture.get_size():
        picture = pygame.transform.smoothscale(picture, size)
    part = pygame.Rect((0, 0), canvas)
    part.center = picture.get_rect().center
    return picture.subsurface(part).copy()


def backdrop(theme: Theme) -> pygame.Surface:
    """The title's desert, out of focus and a little darker, so that cards stand out."""
    try:
        picture = filling(pygame.image.load(ASSETS / "images" / "title.jpg"), theme.canvas)
    except (OSError, pygame.error):
        picture = pygame.Surface(theme.canvas)
        picture.fill((226, 150, 86))
    picture = pygame.transform.box_blur(picture, theme.px(3))
    picture.fill((240, 216, 214), special_flags=pygame.BLEND_RGB_MULT)
    return picture.convert() if pygame.display.get_surface() else picture
