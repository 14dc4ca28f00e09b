"""The words that stand for a sound, for players who cannot hear it or have it off."""

from collections.abc import Callable
from dataclasses import dataclass

from game.text import text


@dataclass(frozen=True)
class Caption:
    """What is shown, in the player's language, and for how many seconds.

    A `minor` one, of sounds that come and go all the time, waits while another is shown.
    """

    words: Callable[[], str]
    seconds: float = 2.0
    minor: bool = False


# Sounds that say nothing new (a button, the focus, a notch of a slider, a page) have no caption.
CAPTIONS: dict[str, Caption] = {
    "step_soft": Caption(lambda: text("Soft steps: flat sand"), minor=True),
    "step_gentle": Caption(lambda: text("Soft steps: a very gentle slope"), minor=True),
    "step_firm": Caption(lambda: text("Firm steps: a gentle slope"), minor=True),
    "step_steep": Caption(lambda: text("Crunching steps: steep sand"), minor=True),
    "slide": Caption(lambda: text("Sand slides: very steep"), minor=True),
    "wind_rises": Caption(lambda: text("The wind rises"), minor=True),
    "wind_strong": Caption(lambda: text("A strong wind"), minor=True),
    "wind_rests": Caption(lambda: text("The wind dies down"), minor=True),
    "gust": Caption(lambda: text("A gust of wind")),
    "leap": Caption(lambda: text("Hop! Up in the air")),
    "land": Caption(lambda: text("A soft landing in sand")),
    "stumble": Caption(lambda: text("Oops! A stumble")),
    "gem": Caption(lambda: text("Bells: a gem is picked up")),
    "dig": Caption(lambda: text("Digging in the sand"), 2.5),
    "win": Caption(lambda: text("Fanfare: the rarest gem!"), 4.0),
    "dug": Caption(lambda: text("Two strings ask: was it here?"), 3.0),
    "lose": Caption(lambda: text("Falling notes: no water left"), 3.0),
    "off_map": Caption(lambda: text("A long whistle: off the map!"), 3.0),
    "reveal": Caption(lambda: text("A gust of air: the gem is shown"), 2.5),
    "fog_lifts": Caption(lambda: text("The fog blows away"), 2.5),
    "rewind": Caption(lambda: text("Backwards: one step back")),
    "drop": Caption(lambda: text("A drop: little water left"), 2.5),
    "refused": Caption(lambda: text("Two low knocks: not now")),
    "wrong": Caption(lambda: text("Two low knocks: not this one")),
    "star": Caption(lambda: text("A star rings"), 1.2),
    "unlocked": Caption(lambda: text("A rising chord: something new!"), 3.0),
    "flat": Caption(lambda: text("A low hum: the ground is flat"), minor=True),
}


class CaptionLine:
    """The caption that is shown now; a new one takes the place of the old."""

    def __init__(self) -> None:
        self.words = ""
        self._left_ms = 0.0

    def show(self, words: str, seconds: float) -> None:
        """Show `words` for `seconds` from now on."""
        self.words = words
        self._left_ms = seconds * 1e3

    def update(self, elapsed_ms: float) -> None:
        """Let time pass; in the end there is no caption."""
        self._left_ms -= elapsed_ms
        if self._left_ms <= 0.0:
            self.words = ""
