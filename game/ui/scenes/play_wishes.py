"""What the panels of play may ask of the scene."""

from collections.abc import Callable
from dataclasses import dataclass

from game.sim.commands import Command


@dataclass(frozen=True)
class Wishes:
    """The scene's answers to what is pressed and moved."""

    command: Callable[[Command], None]
    walk: Callable[[], None]
    rewind: Callable[[], None]
    restart: Callable[[], None]
    back: Callable[[], None]
    speed: Callable[[int], None]
    zoom: Callable[[int], None]  # so many steps nearer
    say: Callable[[str], None]
    press: Callable[[str], None]  # "step", "gust", "leap", "dig"
