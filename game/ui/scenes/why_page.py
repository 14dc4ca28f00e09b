"""What the pages of why have in common."""

from typing import TYPE_CHECKING, Any

import pygame

from game.ui.scenes.why_frame import Frame
from game.ui.scenes.why_photo import Photo
from game.ui.signals import Signal
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.scenes.why import Why


class Page:
    """One page: its `widgets`, what it draws on the photo, and what it `kept` for a new layout."""

    def __init__(self, why: "Why", frame: Frame, kept: Any = None) -> None:
        self.why, self.stage, self.frame = why, why.stage, frame
        self.kept = kept
        self.widgets: list[Widget] = []
        self.main: Widget | None = None  # what the keys speak to at first

    @property
    def states(self) -> list[Any]:
        """The states of the walk."""
        return self.why.ended.expedition.states

    def overlay(self, photo: Photo, surface: pygame.Surface) -> None:
        """Draw on the photo."""

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""

    def handle(self, signal: Signal) -> bool:
        """Use a signal that no widget wanted."""
        return False
