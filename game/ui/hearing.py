"""Hearing the land: a walk without eyes, each beep telling where the child stands.

pitch      height: the lower the tone, the lower the place
tempo      steepness: the faster the beeps, the steeper the ground
side       the way down: left is west, right is east
timbre     the way down: bright is away to the north, hollow is toward the player, in the south
hum        the ground is flat

It tells what the feet feel and no more: there is no sign of the gem.

How a child wins the first level with the screen covered: the beeps are quick and high. Press
Step; the tone sinks with each press while the beeps grow slower. If the way down jumps from one
ear to the other, the last step went too far over the bottom: smaller steps settle it. When the
fanfare sounds (or the hum, at the bottom of another valley) the child has arrived.
"""

import math
from collections.abc import Sequence
from typing import Protocol

from game.sim.events import Ending
from game.text import ctext, text
from game.ui.tones import Tone, pitch_of

FLAT = 0.03  # slopes below this cannot be felt
_HUM_GAP_MS = 1600.0
_SLOWEST, _QUICKEST = 1.0, 7.0  # beeps a second
_STEEPEST = 1.2
# Down is away or toward the player if it lies within 67 degrees of north or south.
_ACROSS = math.sin(math.radians(22.5))


class Beeper(Protocol):
    """What hearing needs of the sounds."""

    def beep(self, tone: Tone, pan: float) -> None: ...


class HearTheLand:
    """Beeps for the place last felt, while `listening`."""

    def __init__(self, sounds: Beeper) -> None:
        self._sounds = sounds
        self.listening = True
        self.tone = Tone(0, flat=True)
        self.pan = 0.0
        self.gap_ms = _HUM_GAP_MS
        self._since_ms = math.inf

    def feel(self, height_share: float, slope: Sequence[float]) -> None:
        """The child stands at 0 (lowest) to 1 (highest) on a `slope` (2,), uphill, x east, y south.

        A place that is new in height or slope is heard at once, without waiting for the gap.
        """
        before = self.tone, self.pan, self.gap_ms
        east, south = -float(slope[0]), -float(slope[1])  # the way down
        steepness = math.hypot(east, south)
        pitch = pitch_of(height_share)
        if not steepness >= FLAT:
            self.tone, self.pan, self.gap_ms = Tone(pitch, flat=True), 0.0, _HUM_GAP_MS
        else:
            south /= steepness
            timbre = "bright" if south < -_ACROSS else "dull" if south > _ACROSS else "plain"
            self.tone, self.pan = Tone(pitch, timbre), east / steepness
            self.gap_ms = 1e3 / beeps_a_second(steepness)
        if before != (self.tone, self.pan, self.gap_ms):
            self._since_ms = max(self._since_ms, self.gap_ms - 60.0)

    def update(self, elapsed_ms: float) -> None:
        """Let time pass; beeps when it is time, at most once a call."""
        self._since_ms += elapsed_ms
        if self.listening and self._since_ms >= self.gap_ms:
            self._since_ms = 0.0
            self._sounds.beep(self.tone, self.pan)

    def stop(self) -> None:
        """The walk is over, or a menu is open: be quiet until `go_on`."""
        self.listening = False

    def go_on(self) -> None:
        """Beep again."""
        self.listening = True


def beeps_a_second(steepness: float) -> float:
    """The tempo for a steepness: from one a second on nearly flat ground to seven on cliffs."""
    share = min(steepness / _STEEPEST, 1.0)
    return float(_SLOWEST + (_QUICKEST - _SLOWEST) * share**0.7)


def arrival(ending: Ending) -> str:
    """The end of a walk in words, to be read aloud."""
    return {
        Ending.FOUND: text("You are there! This is the rarest gem."),
        Ending.DUG: text("You dug here. The rarest gem lies somewhere else."),
        Ending.OUT_OF_WATER: text("The water is gone. The walk ends here."),
        Ending.LEFT_MAP: text("You went over the edge of the map. The walk ends."),
    }[ending]


def bearing(slope: Sequence[float]) -> str:
    """The way down as one of eight winds, or that the ground is flat."""
    east, north = -float(slope[0]), float(slope[1])
    if not math.hypot(east, north) >= FLAT:
        return text("The ground is flat.")
    winds = (
        lambda: ctext("way down", "Down is to the north."),
        lambda: ctext("way down", "Down is to the north-east."),
        lambda: ctext("way down", "Down is to the east."),
        lambda: ctext("way down", "Down is to the south-east."),
        lambda: ctext("way down", "Down is to the south."),
        lambda: ctext("way down", "Down is to the south-west."),
        lambda: ctext("way down", "Down is to the west."),
        lambda: ctext("way down", "Down is to the north-west."),
    )
    return winds[round(math.degrees(math.atan2(east, north)) / 45) % 8]()
