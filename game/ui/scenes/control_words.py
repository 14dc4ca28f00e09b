"""What keys and buttons do, in the player's words, in the order in which they are listed."""

from collections.abc import Callable

from game.text import ctext, text
from game.ui import tool_words
from game.ui.signals import Intent

_TOOLS = {
    Intent.STEP: "step",
    Intent.RUN: "walk",
    Intent.GUST: "gust",
    Intent.LEAP: "leap",
    Intent.DIG: "dig",
}
_WORDS: dict[Intent, Callable[[], str]] = {
    Intent.REWIND: lambda: text("One step back"),
    Intent.RESTART: lambda: text("Start again"),
    Intent.PAUSE: lambda: text("Pause"),
    Intent.FASTER: lambda: text("Faster"),
    Intent.SLOWER: lambda: text("Slower"),
    Intent.NAMES: lambda: text("Other names"),
    Intent.CHART: lambda: text("Large chart"),
    Intent.TOOLS: lambda: text("More tools"),
    Intent.WHERE: lambda: text("Where am I?"),
    Intent.ZOOM_IN: lambda: text("Nearer"),
    Intent.ZOOM_OUT: lambda: text("Farther"),
    Intent.HELP: lambda: text("Help"),
    Intent.READ: lambda: text("Read the screen aloud"),
    Intent.FULL_SCREEN: lambda: text("Full screen"),
    Intent.ACTIVATE: lambda: text("Press what is framed"),
    Intent.BACK: lambda: text("Back"),
    Intent.LEFT: lambda: text("Left"),
    Intent.RIGHT: lambda: ctext("direction", "Right"),
    Intent.UP: lambda: text("Up"),
    Intent.DOWN: lambda: text("Down"),
    Intent.FIRST: lambda: text("To the start"),
    Intent.LAST: lambda: text("To the end"),
    Intent.NEXT_FOCUS: lambda: text("Next thing"),
    Intent.PREVIOUS_FOCUS: lambda: text("Thing before"),
}


def ordered() -> list[Intent]:
    """All intents: those of the walk first, then those of every screen."""
    known = [*_TOOLS, *_WORDS]
    return [*known, *(intent for intent in Intent if intent not in known)]


def intent_word(intent: Intent, names: str) -> str:
    """What `intent` is called under the setting `names`."""
    if intent in _TOOLS:
        return tool_words.BUTTONS[_TOOLS[intent]].name(names)
    known = _WORDS.get(intent)
    return known() if known else intent.value.replace("_", " ").capitalize()
