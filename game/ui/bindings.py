"""Which keys and buttons give which intent, and what happens when the player changes one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pygame

from game.ui.pads import BUTTON_NAMES, DEFAULT_PAD_BINDINGS
from game.ui.signals import Intent

Table = Mapping[Intent, tuple[str, ...]]

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
    Intent.TOOLS: ("t",),
    Intent.WHERE: ("w",),
    Intent.ZOOM_IN: ("pageup", "rightbracket"),
    Intent.ZOOM_OUT: ("pagedown", "leftbracket"),
    Intent.HELP: ("h", "f1"),
    Intent.READ: ("v", "f2"),
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

# Without these the player of a keyboard or a pad would be stuck.
ESSENTIAL = frozenset(
    {Intent.BACK, Intent.ACTIVATE, Intent.LEFT, Intent.RIGHT, Intent.UP, Intent.DOWN}
)
WAY_OUT = "escape"  # always leads back, whatever else is changed
_UNNAMED = "code "  # keys of other alphabets have a number alone


def bindings(changes: Mapping[str, tuple[str, ...]]) -> dict[Intent, tuple[str, ...]]:
    """The default key bindings with `changes` laid over them; Escape leads back and nowhere else.

    Unknown names pass, and what a player cannot do without keeps its defaults.
    """
    table = _laid_over(DEFAULT_BINDINGS, changes, lambda name: code_of(name) is not None)
    for intent, names in table.items():
        if intent is not Intent.BACK:
            table[intent] = tuple(name for name in names if name != WAY_OUT)
    if WAY_OUT not in table[Intent.BACK]:
        table[Intent.BACK] += (WAY_OUT,)
    return table


def pad_bindings(changes: Mapping[str, tuple[str, ...]]) -> dict[Intent, tuple[str, ...]]:
    """The same for the buttons of pads."""
    return _laid_over(DEFAULT_PAD_BINDINGS, changes, BUTTON_NAMES.__contains__)


def _laid_over(
    defaults: Mapping[Intent, tuple[str, ...]],
    changes: Mapping[str, tuple[str, ...]],
    known: Callable[[str], bool],
) -> dict[Intent, tuple[str, ...]]:
    table = {}
    for intent in Intent:
        usual = defaults.get(intent, ())
        names = tuple(filter(known, changes.get(intent.value, usual)))
        table[intent] = usual if intent in ESSENTIAL and not names else names
    return table


def code_of(name: str) -> int | None:
    """The code of the key in `name`, which may begin with a modifier; None where there is none."""
    key = name.rpartition("+")[2]
    if key.startswith(_UNNAMED) and key.removeprefix(_UNNAMED).isdecimal():
        return int(key.removeprefix(_UNNAMED))
    return KEY_CODES.get(key)


def key_name(code: int) -> str:
    """The name of the key with this code, as it is kept in the settings."""
    return _KEY_NAMES.get(code) or f"{_UNNAMED}{code}"


def letter(name: str) -> str:
    """What is printed on a key that has only a number for a name; "" for all others."""
    if not name.startswith(_UNNAMED):
        return ""
    code = code_of(name) or 0  # SDL's code of a letter is the letter's own
    printed = chr(code) if code < 0x10000 and chr(code).isprintable() else f"#{code}"
    return printed.upper()


@dataclass(frozen=True)
class Rebound:
    """What became of a wish to bind a key or button anew.

    `table` is the new one, or the old one where the key is `needed` by the intent `other`, which
    nobody can do without. Else `other` has lost the key: it now has those of the table.
    """

    table: dict[Intent, tuple[str, ...]]
    other: Intent | None = None
    needed: bool = False


# Enter presses what is framed, and means something else where nothing is.
_SHARED = frozenset(Intent) - {
    *(Intent.BACK, Intent.LEFT, Intent.RIGHT, Intent.UP, Intent.DOWN),
    *(Intent.NEXT_FOCUS, Intent.PREVIOUS_FOCUS, Intent.FULL_SCREEN),
}
_TWINS = {"return": ("return", "kp_enter")}  # nobody thinks of them as two


def rebind(table: Table, intent: Intent, name: str, pad: bool = False) -> Rebound:
    """Let `name` alone stand for `intent`. Who had it before gets what `intent` had, if needed.

    On a pad no button stands for two intents; on a keyboard ACTIVATE shares its keys.
    """
    old, new = table.get(intent, ()), dict(table)
    names = (name,) if pad else _TWINS.get(name, (name,))
    losers = [other for other in Intent if other is not intent and set(names) & set(new[other])]
    if not pad:
        losers = [other for other in losers if not _may_share(intent, other)]
    new[intent] = names if pad or intent is not Intent.BACK else (*names, WAY_OUT)
    used = {n for other in Intent for n in new[other]}
    freed = [n for n in old if n not in used and n != WAY_OUT]
    for loser in losers:
        rest = tuple(n for n in new[loser] if n not in names)
        if not rest and freed:
            rest, freed = tuple(freed), []
        if not rest and loser in ESSENTIAL:
            return Rebound(dict(table), loser, needed=True)
        new[loser] = rest
    return Rebound(new, losers[0] if losers else None)


def _may_share(one: Intent, other: Intent) -> bool:
    return Intent.ACTIVATE in (one, other) and {one, other} <= _SHARED


def changes(table: Table, pad: bool = False) -> dict[str, tuple[str, ...]]:
    """What the settings have to keep of `table`: all that is not as usual."""
    usual: Table = DEFAULT_PAD_BINDINGS if pad else DEFAULT_BINDINGS
    return {
        intent.value: tuple(names)
        for intent, names in table.items()
        if tuple(names) != usual.get(intent, ())
    }
