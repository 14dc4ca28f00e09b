"""What a walk sounds like: each move, its end, the wind it carries, and the land if wished."""

import numpy as np

from game.sim.events import Ended, Ending, Event, GemCollected, Gusted, Leapt, Refused, Stepped
from game.sim.expedition import Expedition
from game.ui.draw.actor import Passage
from game.ui.hearing import HearTheLand, arrival
from game.ui.stage import Stage

_STRONG_WIND = 6.0  # paces per step that sound like a storm
_DIG_MS, _FLIGHT_MS = 1300.0, 900.0
_THIRSTY = 5  # drops left at which one is heard
_ENDS = {
    Ending.FOUND: ("win",),
    Ending.DUG: ("dig", "dug"),
    Ending.OUT_OF_WATER: ("dig", "lose"),
    Ending.LEFT_MAP: ("off_map",),
}


class PlaySounds:
    """Plays a walk's sounds; with `hear_land` in the settings, or blindfold, also its beeps."""

    def __init__(self, stage: Stage, expedition: Expedition, blind: bool = False) -> None:
        self._stage, self._blind = stage, blind
        self._hearing: HearTheLand | None = None
        setup = expedition.setup
        self._bottom = float(setup.terrain.heights.min())
        self._relief = max(float(setup.terrain.heights.max()) - self._bottom, 1e-9)
        self._size = setup.terrain.size
        self.go_on(expedition)

    def pause(self) -> None:
        """A menu is open: neither the wind nor the land is heard."""
        self._stage.sounds.wind(0.0)
        if self._hearing is not None:
            self._hearing.stop()

    def go_on(self, expedition: Expedition) -> None:
        """The walk begins, or goes on after a menu, where hearing the land may have been set."""
        if not (self._blind or self._stage.settings.hear_land):
            self._hearing = None
        elif self._hearing is None:
            self._hearing = HearTheLand(self._stage.sounds)
        else:
            self._hearing.go_on()
        self.follow(expedition)

    def follow(self, expedition: Expedition) -> None:
        """The child stands somewhere else, or carries another wind."""
        now = expedition.now
        share = (now.height - self._bottom) / self._relief
        self._stage.sounds.height(share)
        self._stage.sounds.wind(min(float(np.hypot(*now.velocity)) / _STRONG_WIND, 1.0))
        if self._hearing is not None:
            self._hearing.feel(share, now.slope)
            if now.ending is not None:
                self._hearing.stop()

    def happened(
        self, passage: Passage, events: tuple[Event, ...], arrives_ms: float = 0.0
    ) -> None:
        """A command was carried out; in `arrives_ms` the child is seen where it led."""
        sounds, state = self._stage.sounds, passage.after
        pan = float(np.clip(2 * state.place[0] / self._size - 1, -1, 1)) * 0.7
        for event in events:
            match event:
                case Stepped() if state.ending is not Ending.LEFT_MAP:
                    sounds.step(float(np.hypot(*passage.before.slope)), pan)
                    if passage.uphill:
                        sounds.play("stumble", 0.8, pan)
                case Gusted():
                    sounds.play("gust", 1.0, pan)
                case Leapt():
                    sounds.play("leap", 1.0, pan)
                    sounds.play("land", 1.0, pan, after_ms=_FLIGHT_MS)
                case GemCollected():
                    sounds.play("gem", 1.0, pan, after_ms=arrives_ms)
                case Refused():
                    sounds.play("refused")
                case Ended(ending):
                    for turn, name in enumerate(_ENDS[ending]):
                        sounds.play(name, after_ms=arrives_ms + _DIG_MS * turn)
                    if self._hearing is not None:
                        self._stage.say(arrival(ending))
        if passage.before.water > _THIRSTY >= state.water:
            sounds.play("drop")

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""
        if self._hearing is not None:
            self._hearing.update(elapsed_ms)

    def close(self) -> None:
        """Nobody walks any more."""
        self._stage.sounds.wind(0.0)
        self._stage.sounds.forget()
        if self._hearing is not None:
            self._hearing.stop()
