"""What lies over every scene: help, captions, the reading voice, and the sounds of the controls."""

import pygame

from game.ui.help import Help
from game.ui.reading import Reader, ring_of
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.stage import Scene, Stage
from game.ui.widgets.caption_strip import CaptionStrip
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.slider import Slider
from game.ui.widgets.warning_strip import WarningStrip

_OURS = (Intent.HELP, Intent.READ)
_TURNS = (Intent.LEFT, Intent.RIGHT)


class Overlays:
    """Is offered every signal before the scene is, and draws after it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.help = Help(stage)
        self._reader = Reader(stage)
        self._held: Signal | None = None
        self._strip = CaptionStrip(stage.theme)
        self.warning = WarningStrip(stage.theme)

    @property
    def still(self) -> bool:
        """Whether the scene has to stand still meanwhile."""
        return self.help.open

    def handle(self, signal: Signal, scene: Scene) -> bool:
        """Use `signal`, or leave it to the scene."""
        ring = ring_of(scene)
        if not self.help.open and ring is not None and getattr(ring.current, "types", False):
            # H may open the help or be a letter: by the next frame it is known which.
            self._held = signal if isinstance(signal, Act) and signal.intent in _OURS else None
            return self._held is not None
        return self._used(signal, scene)

    def _used(self, signal: Signal, scene: Scene) -> bool:
        return self.help.handle(signal, scene) or self._reader.handle(signal, scene)

    def used(self, signal: Signal, ring: FocusRing | None, before: object) -> None:
        """The scene has used `signal`; `before` was in focus: let the control be heard."""
        if ring is None:
            return
        sounds = self.stage.sounds
        if isinstance(signal, Act):
            if signal.intent in _TURNS and isinstance(ring.current, Slider):
                sounds.play("tick", 0.6)
            elif ring.current is not before:
                sounds.play("focus", 0.7)
            elif signal.intent is Intent.ACTIVATE:
                sounds.play("press")
        elif isinstance(signal, Point) and signal.kind is Touch.RELEASE:
            sounds.play("press")

    def update(self, elapsed_ms: float, scene: Scene) -> None:
        """Let time pass."""
        if self._held is not None:
            self._used(self._held, scene)
            self._held = None
        self._reader.update(elapsed_ms, scene)
        if self._strip.theme is not self.stage.theme:
            self._strip = CaptionStrip(self.stage.theme)
            self.warning = WarningStrip(self.stage.theme)
        shown = self.stage.captions.words if self.stage.settings.captions else ""
        self._strip.show(shown, elapsed_ms)

    def draw(self, surface: pygame.Surface, scene: Scene) -> None:
        """Draw over what the scene has just drawn."""
        ring = ring_of(scene)
        taken = ring.taken if ring is not None else []
        pressed = [stop.rect for stop in ring.stops] if ring is not None else []
        if scene.warns and not self.help.open:
            self.warning.draw(surface, self.stage.store.trouble, taken, pressed)
            taken.append(self.warning.place)
        if scene.captioned:
            self._strip.draw(surface, taken, pressed)
        self.help.draw(surface)
