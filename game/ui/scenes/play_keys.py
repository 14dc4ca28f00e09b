"""The column of buttons at the left of the desert: way back, start, undo, speed, near and far."""

from collections.abc import Callable

import pygame

from game.sim.expedition import Expedition
from game.text import text
from game.ui.pace import STEPS_A_SECOND, Pace
from game.ui.scenes.play_tools import locked
from game.ui.scenes.play_wishes import Wishes
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets.button import Button
from game.ui.widgets.widget import sentences

_NOWHERE = pygame.Rect(0, 0, 64, 64)  # until it is laid out
_SPEEDS = len(STEPS_A_SECOND)


class SpeedKey(Button):
    """Shows how fast the child walks; pressed, it walks faster, and from the fastest slowly."""

    speed = 0

    @property
    def spoken(self) -> str:
        """Which speed it is, and what the button does."""
        said = text("Speed {speed} of {speeds}", speed=self.speed + 1, speeds=_SPEEDS)
        return sentences(said, self.about)

    def show(self, speed: int) -> None:
        """Show a speed, an index into STEPS_A_SECOND."""
        self.speed = speed
        self.say(icon=f"speed{speed + 1}")


class KeyColumn:
    """The buttons from the top, and what they show of the walk; near and far only where asked."""

    def __init__(self, stage: Stage, wishes: Wishes, zooms: bool) -> None:
        self._stage, self._wishes = stage, wishes
        self.rewind = self._key(
            "rewind", Intent.REWIND, wishes.rewind, text("Undo a step. Then the walk is practice.")
        )
        self.speed = SpeedKey(
            stage.theme,
            _NOWHERE,
            "",
            lambda: wishes.speed((self.speed.speed + 1) % _SPEEDS),
            colour=stage.theme.palette.cream,
            tip=text("How fast you walk."),
        )
        self.nearer = self._key(
            "nearer", Intent.ZOOM_IN, lambda: wishes.zoom(1), text("Look nearer.")
        )
        self.farther = self._key(
            "farther", Intent.ZOOM_OUT, lambda: wishes.zoom(-1), text("Look from afar.")
        )
        self.buttons = [
            self._key("back", Intent.BACK, wishes.back, text("Pause")),
            self._key("restart", Intent.RESTART, wishes.restart, text("Start this level again")),
            self.rewind,
            self.speed,
            *([self.nearer, self.farther] if zooms else []),
        ]

    def put(self, places: list[pygame.Rect]) -> None:
        """Stand in these places, from the top."""
        for button, place in zip(self.buttons, places, strict=True):
            button.put(place)

    def sync(self, expedition: Expedition, pace: Pace) -> None:
        """Show the present state."""
        undone = text("Nothing to undo yet") if len(expedition.states) == 1 else ""
        self.rewind.reason = locked(self._stage, "rewind") or undone
        self.speed.show(pace.speed)

    def show_zoom(self, nearer: bool, farther: bool) -> None:
        """Whether one can look nearer, and farther."""
        self.nearer.reason = "" if nearer else text("This is as near as it gets.")
        self.farther.reason = "" if farther else text("This is the whole desert.")

    def _key(self, icon: str, intent: Intent, press: Callable[[], None], tip: str) -> Button:
        return Button(
            self._stage.theme,
            _NOWHERE,
            "",
            press,
            icon=icon,
            intent=intent,
            colour=self._stage.theme.palette.cream,
            on_refused=self._wishes.say,
            tip=self._stage.keys.told(tip, intent),
        )
