"""The only module that knows keys: pygame events -> signals, and the words that name a key.

Pads and pointers have modules of their own, `Keys` asks them too: it is all that scenes know.

Return against focus: Enter stands for ACTIVATE and then for RUN, Space for STEP and then for
ACTIVATE. `read` gives all meanings of an event in order, and the app offers them to the scene
until one is used. A focus ring uses ACTIVATE only while its outline shows on a button, that is,
after Tab or arrows; so Enter runs the walk unless a button was picked by keyboard, and Space
always steps where stepping is possible and presses the picked button everywhere else.
"""

from collections.abc import Callable, Mapping

import pygame

from game.text import text
from game.ui.bindings import (
    DEFAULT_BINDINGS,
    ESSENTIAL,
    KEY_CODES,
    bindings,
    code_of,
    key_name,
    letter,
    pad_bindings,
)
from game.ui.pad_words import pad_word
from game.ui.pads import Pads
from game.ui.pointer import Pointer
from game.ui.signals import Act, Intent, Point, Pressed, Signal, Touch, Typed, Unplugged

__all__ = ["DEFAULT_BINDINGS", "ESSENTIAL", "KEY_CODES", "REPEATING", "Keys", "word"]

KEYBOARD, TOUCH = "keyboard", "touch"  # devices that prompts speak of, beside pads.KINDS

# Holding a key goes on only with what can be undone or costs nothing.
REPEATING = frozenset(
    {Intent.LEFT, Intent.RIGHT, Intent.UP, Intent.DOWN, Intent.REWIND}
    | {Intent.NEXT_FOCUS, Intent.PREVIOUS_FOCUS, Intent.FASTER, Intent.SLOWER}
)

_MODIFIERS = frozenset(
    getattr(pygame, "K_" + name)
    for name in ("LSHIFT", "RSHIFT", "LCTRL", "RCTRL", "LALT", "RALT", "LMETA", "RMETA", "MODE")
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
    "pageup": lambda: text("Page up"),
    "pagedown": lambda: text("Page down"),
    "leftbracket": lambda: "[",
    "rightbracket": lambda: "]",
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
    """The bindings, which keys are held, and the device that was used last."""

    def __init__(
        self,
        changes: Mapping[str, tuple[str, ...]] | None = None,
        pad_changes: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`changes` (intent's value -> key names) as kept in the settings; unknown ones pass."""
        self.pads = Pads(REPEATING)
        self.device = KEYBOARD
        self._pointer = Pointer()
        self._held: set[int] = set()
        self.bind(changes or {}, pad_changes or {})

    def bind(
        self, changes: Mapping[str, tuple[str, ...]], pad_changes: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Other bindings from now on; what is held stays held."""
        self.bindings = bindings(changes)
        self.pad_bindings = pad_bindings(pad_changes)
        self._meanings = _by_key(self.bindings)
        self.pads.bind(self.pad_bindings)

    @property
    def listening(self) -> bool:
        """Whether the next keys and buttons are told by name, as `Pressed`, to be bound anew."""
        return self.pads.listening

    @listening.setter
    def listening(self, listening: bool) -> None:
        self.pads.listening = listening

    def read(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        """Every meaning of `event`, the first to be tried first; () where it means nothing."""
        if event.type == pygame.KEYDOWN:
            self.device = KEYBOARD
            return self._key_down(event)
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
            return ()
        if event.type == pygame.WINDOWFOCUSLOST:
            self._held.clear()
            self.pads.release()
            return self._pointer.release()
        if event.type == pygame.TEXTINPUT:
            return () if self.listening else (Typed(event.text),)
        pressed = self.pads.read(event)
        if pressed is not None:
            # Prompts of a pad that is gone would be of no use.
            self.device = KEYBOARD if Unplugged() in pressed else self.pads.kind
            return pressed
        return self._points(event)

    def tick(self, elapsed_ms: float) -> tuple[Signal, ...]:
        """Let time pass: a pad's buttons repeat while they are held."""
        return self.pads.tick(elapsed_ms)

    def prompt(self, intent: Intent) -> str:
        """The word for what gives `intent` on the device used last; "" where nothing does."""
        if self.device == TOUCH:
            return ""
        if self.device == KEYBOARD:
            names = self.bindings.get(intent, ())
            return word(names[0]) if names else ""
        names = self.pad_bindings.get(intent, ())
        return pad_word(names[0], self.device) if names else ""

    def told(self, words: str, intent: Intent) -> str:
        """`words` for a tip, with the prompt behind them where there is one."""
        key = self.prompt(intent)
        return text("{words} ({key})", words=words, key=key) if key else words

    def _key_down(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        repeated = event.key in self._held
        self._held.add(event.key)
        if self.listening:
            known = not repeated and event.key not in _MODIFIERS and event.key
            return (Pressed(KEYBOARD, _name(event)),) if known else ()
        intents = self._meanings.get(_name(event), ())
        return tuple(
            Act(intent, repeated) for intent in intents if not repeated or intent in REPEATING
        )

    def _points(self, event: pygame.event.Event) -> tuple[Signal, ...]:
        signals = self._pointer.read(event)
        for point in signals:
            # A mouse pushed by accident changes no prompts; who plays by it has keys as well.
            if isinstance(point, Point) and point.kind is not Touch.MOVE:
                self.device = TOUCH if point.device == "touch" else KEYBOARD
        return signals


def word(name: str) -> str:
    """How a key called `name` is written for the player."""
    known = _WORDS.get(name)
    if known:
        return known()
    modifier, plus, key = name.rpartition("+")
    if letter(key):
        return (modifier + plus).replace("+", " + ").upper() + letter(key)
    return name.replace("+", " + ").replace("_", " ").upper()


def _by_key(table: Mapping[Intent, tuple[str, ...]]) -> dict[str, tuple[Intent, ...]]:
    meanings: dict[str, tuple[Intent, ...]] = {}
    for intent in Intent:  # in the order of the class, which is the order of being offered
        for name in table.get(intent, ()):
            modifier, plus, _ = name.rpartition("+")
            name = modifier + plus + key_name(code_of(name) or 0)  # some keys have two names
            meanings[name] = (*meanings.get(name, ()), intent)
    return meanings


def _name(event: pygame.event.Event) -> str:
    name = key_name(event.key)
    mod = getattr(event, "mod", 0)
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return "ctrl+" + name
    if mod & pygame.KMOD_LALT:  # the right one types letters on many layouts
        return "alt+" + name
    if mod & pygame.KMOD_SHIFT and name == "tab":
        return "shift+tab"
    return name
