"""What is printed on the buttons of pads."""

from collections.abc import Callable

from game.text import text
from game.ui.pads import KINDS

_WORDS: dict[str, Callable[[], tuple[str, str, str]]] = {
    "a": lambda: ("A", text("Cross"), "A"),
    "b": lambda: ("B", text("Circle"), "B"),
    "x": lambda: ("X", text("Square"), "X"),
    "y": lambda: ("Y", text("Triangle"), "Y"),
    "leftshoulder": lambda: ("LB", "L1", "L"),
    "rightshoulder": lambda: ("RB", "R1", "R"),
    "lefttrigger": lambda: ("LT", "L2", "ZL"),
    "righttrigger": lambda: ("RT", "R2", "ZR"),
    "leftstick": lambda: (text("Left stick"), "L3", text("Left stick")),
    "rightstick": lambda: (text("Right stick"), "R3", text("Right stick")),
    "back": lambda: (text("View"), text("Create"), "\N{MINUS SIGN}"),
    "start": lambda: (text("Menu"), text("Options"), "+"),
}
_ARROWS = {
    "left": "\N{LEFTWARDS ARROW}",
    "right": "\N{RIGHTWARDS ARROW}",
    "up": "\N{UPWARDS ARROW}",
    "down": "\N{DOWNWARDS ARROW}",
}


def pad_word(name: str, kind: str) -> str:
    """What is printed on the button called `name` of a pad of this `kind`."""
    if name in _WORDS:
        return _WORDS[name]()[KINDS.index(kind)]
    stick, dash, way = name.partition("stick-")
    if not dash:
        return _ARROWS.get(name.removeprefix("dp"), name)
    if stick == "left":
        return text("Left stick {arrow}", arrow=_ARROWS[way])
    return text("Right stick {arrow}", arrow=_ARROWS[way])
