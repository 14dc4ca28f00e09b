"""The only module that knows keys: pygame events -> signals, and the words that name a key.

Return against focus: Enter stands for ACTIVATE and then for RUN, Space for STEP and then for
ACTIVATE. `read` gives all meanings of an event in order, and the app offers them to the scene
until one is used. A focus ring uses ACTIVATE only while its outline shows on a button, that is,
after Tab or arrows; so Enter runs the walk unless a button was picked by keyboard, and Space
always steps where stepping is possible and presses the picked button everywhere else.
"""

from collections.abc import Callable, Mapping

import pygame

from game.text import text
from game.ui.signals import NOWHERE, Act, Intent, Point, Signal, Touch, Typed

# Names as in pygame's constants: K_SPACE is "space", K_a is "a".
KEY_CODES: dict[str, int] = {
    name[2:].lower(): code for name, code in vars(pygame).items() if name.startswith("K_")
}
_KEY_NAMES: dict[int, str] = {code: name for name, code in KEY_CODES.items()}

DEFAULT_BINDINGS: dict[Intent, tuple[str, ...]] = {
    Intent.STEP: ("space",),
    Intent.ACTIVATE: ("return", "kp_enter", "space"),
    Intent.RUN: ("return", "kp_enter"),
    Intent.GUST: ("g",),
    Intent.LEAP: ("l",),
    Intent.DIG: ("d",),
    Intent.REWIND: ("backspace", "z"),
    Intent.RESTART: ("r",),
    Intent.PAUSE: ("p", "pause"),
    Intent.FASTER: ("plus", "equals", "kp_plus"),
    Intent.SLOWER: ("minus", "kp_minus"),
    Intent.NAMES: ("n",),
    Intent.CHART: ("c",),
    Intent.HELP: ("h", "f1"),
    Intent.BACK: ("escape",),
    Intent.FULL_SCREEN: ("f11", "alt+return"),
    Intent.LEFT: ("left",),
    Intent.RIGHT: ("right",),
    Intent.UP: ("up",),
    Intent.DOWN: ("down",),
    Intent.FIRST: ("home",),
    Intent.LAST: ("end",),
    Intent.NEXT_FOCUS: ("tab",),
    Intent.PREVIOUS_FOCUS: ("shift+tab",),
}

# Holding a key goes on only with what can be undone or costs nothing.
REPEATING = frozenset(
    {Intent.LEFT, Intent.RIGHT, Intent.UP, Intent.DOWN, Intent.REWIND}
    | {Intent.NEXT_FOCUS, Intent.PREVIOUS_FOCUS, Intent.FASTER, Intent.SLOWER}
)

_WORDS: dict[str, Callable[[], str]] = {
    "space": lambda: text("Space"),
    "return": lambda: text("Enter"),
    "kp_enter": lambda: text("Enter"),
    "backspace": lambda: text("Backspace"),
    "escape": lambda: text("Esc"),
    "tab": lambda: text("Tab"),
    "shift+tab": lambda: text("Shift + Tab"),
    "home": lambda: text("Home"),
    "end": lambda: text("End"),
    "pause": lambda: text("Pause key"),
    "alt+return": lambda: text("Alt + Enter"),
    "plus": lambda: "+",
    "equals": lambda: "=",
    "kp_plus": lambda: "+",
    "minus": lambda: "\N{MINUS SIGN}",
    "kp_minus": lambda: "\N{MINUS SIGN}",
    "left": lambda: "\N{LEFTWARDS ARROW}",
    "right": lambda: "\N{RIGHTWARDS ARROW}",
    "up": lambda: "\N{UPWARDS ARROW}",
    "down": lambda: "\N{DOWNWARDS ARROW}",
}


class Keys:
    """The bindings, and which keys are held."""

    def __init__(self, changes: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """`changes` (intent's value -> key names) as kept in the settings; unknown ones pass."""
        self.bindings = bindings(changes or {})
        self._meanings = _by_key(self.bindings)
        self._held: set[int] = set()
        self._pixel = NOWHERE

    def read(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        """Every meaning of `event`, the first to be tried first; () where it means nothing."""
        if event.type == pygame.KEYDOWN:
            return self._key_down(event)
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
            return ()
        if event.type == pygame.WINDOWFOCUSLOST:
            self._held.clear()
            return ()
        if event.type == pygame.TEXTINPUT:
            return (Typed(event.text),)
        return self._pointer(event)

    def prompt(self, intent: Intent) -> str:
        """The word for the first key of `intent`, as a button shows it; "" where it has none."""
        names = self.bindings.get(intent, ())
        return word(names[0]) if names else ""

    def _key_down(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        repeated = event.key in self._held
        self._held.add(event.key)
        intents = self._meanings.get(_name(event), ())
        return tuple(
            Act(intent, repeated) for intent in intents if not repeated or intent in REPEATING
        )

    def _pointer(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        # SDL sends a mouse event for every finger too; those alone are read, so none counts twice.
        device = "touch" if getattr(event, "touch", False) else "mouse"
        if event.type == pygame.MOUSEMOTION:
            self._pixel = event.pos
            return (Point(Touch.MOVE, event.pos, device=device),)
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
            self._pixel = event.pos
            kind = Touch.PRESS if event.type == pygame.MOUSEBUTTONDOWN else Touch.RELEASE
            return (Point(kind, event.pos, device=device),)
        if event.type == pygame.MOUSEWHEEL and event.y:
            return (Point(Touch.WHEEL, self._pixel, event.y, device),)
        if event.type == pygame.WINDOWLEAVE:
            return (Point(Touch.MOVE, NOWHERE),)
        return ()


def bindings(changes: Mapping[str, tuple[str, ...]]) -> dict[Intent, tuple[str, ...]]:
    """The default bindings with `changes` laid over them."""
    table = dict(DEFAULT_BINDINGS)
    for intent in Intent:
        if intent.value in changes:
            names = changes[intent.value]
            table[intent] = tuple(n for n in names if n.rpartition("+")[2] in KEY_CODES)
    return table


def word(name: str) -> str:
    """How a key called `name` is written for the player."""
    known = _WORDS.get(name)
    return known() if known else name.replace("+", " + ").replace("_", " ").upper()


def _by_key(table: Mapping[Intent, tuple[str, ...]]) -> dict[str, tuple[Intent, ...]]:
    meanings: dict[str, tuple[Intent, ...]] = {}
    for intent in Intent:  # in the order of the class, which is the order of being offered
        for name in table.get(intent, ()):
            modifier, plus, key = name.rpartition("+")
            name = modifier + plus + _KEY_NAMES[KEY_CODES[key]]  # some keys have two names
            meanings[name] = (*meanings.get(name, ()), intent)
    return meanings


def _name(event: pygame.event.Event) -> str:
    name = _KEY_NAMES.get(event.key, "")
    mod = getattr(event, "mod", 0)
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return "ctrl+" + name
    if mod & pygame.KMOD_LALT:  # the right one types letters on many layouts
        return "alt+" + name
    if mod & pygame.KMOD_SHIFT and name == "tab":
        return "shift+tab"
    return name
