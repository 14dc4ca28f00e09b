"""Writing a surface to a picture file, for those who may not import pygame themselves."""

from pathlib import Path

import pygame


def save(surface: pygame.Surface, path: Path) -> None:
    """Write a PNG file. Raises OSError where it can't be written."""
    try:
        with path.open("wb") as file:
            pygame.image.save(surface, file, "picture.png")
    except pygame.error as error:
        raise OSError(str(error)) from error
