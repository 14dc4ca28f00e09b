"""The drawings on the buttons around a walk: look nearer, look farther, more tools."""

from collections.abc import Callable

import pygame

from game.ui.theme import Colour

Pen = Callable[[pygame.Surface, int, Colour], None]


def _glass(plus: bool) -> Pen:
    """A magnifying glass with a plus or a minus in it."""

    def pen(surface: pygame.Surface, side: int, colour: Colour) -> None:
        middle, thick = (side * 0.42, side * 0.42), round(side * 0.11)
        pygame.draw.circle(surface, colour, middle, side * 0.37, thick)
        start, end = (side * 0.69, side * 0.69), (side * 0.90, side * 0.90)
        pygame.draw.line(surface, colour, start, end, round(side * 0.16))
        for at in (start, end):
            pygame.draw.circle(surface, colour, at, side * 0.08)
        long, wide = side * 0.34, side * 0.10
        bars = [pygame.Rect(0, 0, long, wide), *([pygame.Rect(0, 0, wide, long)] if plus else [])]
        for bar in bars:
            bar.center = (round(middle[0]), round(middle[1]))
            pygame.draw.rect(surface, colour, bar)

    return pen


def _sliders(surface: pygame.Surface, side: int, colour: Colour) -> None:
    """Three tracks with their handles at different places."""
    for row, at in ((0.2, 0.68), (0.5, 0.30), (0.8, 0.56)):
        track = pygame.Rect(side * 0.06, side * (row - 0.045), side * 0.88, side * 0.09)
        pygame.draw.rect(surface, colour, track, border_radius=round(side * 0.045))
        pygame.draw.circle(surface, colour, (side * at, side * row), side * 0.13)


PENS: dict[str, Pen] = {
    "nearer": _glass(plus=True),
    "farther": _glass(plus=False),
    "sliders": _sliders,
}
