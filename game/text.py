"""The player's language: every sentence a player reads passes through here.

The English sentence is the key, so a missing catalogue or entry shows English. Blanks have names
(`text("{paces} paces", paces=3)`), because word order differs between languages.
"""

import math
from decimal import Decimal
from typing import Protocol

from game.resources import ASSETS

CATALOGUES = ASSETS / "text"
_DOMAIN = "game"
_SMALLEST_WRITTEN_OUT = 1e-6
PSEUDO = "xx"  # English twice over with accents, to see whether everything has room


class _Catalogue(Protocol):
    def gettext(self, message: str) -> str: ...
    def ngettext(self, one: str, many: str, count: int) -> str: ...
    def pgettext(self, context: str, message: str) -> str: ...


class _English:
    """The catalogue that needs no file."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, one: str, many: str, count: int) -> str:
        return one if count == 1 else many

    def pgettext(self, context: str, message: str) -> str:
        return message


_catalogue: _Catalogue = _English()


def languages(everything: bool = False) -> tuple[str, ...]:
    """Codes of the languages that can be chosen, English first; PSEUDO only with `everything`."""
    found = sorted(path.parts[-3] for path in CATALOGUES.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo"))
    hidden = ("en",) if everything else ("en", PSEUDO)
    return ("en", *(code for code in found if code not in hidden))


def use(language: str) -> None:
    """Speak `language` from now on; English where there is no such catalogue or it is damaged."""
    global _catalogue
    _catalogue = _English()
    if language in ("", "en"):
        return
    # Only for other languages: the first frame in English does not pay for it.
    import gettext
    import struct

    try:
        _catalogue = gettext.translation(_DOMAIN, CATALOGUES, [language])
    except (OSError, ValueError, LookupError, SyntaxError, struct.error):
        _catalogue = _English()


def text(message: str, /, **blanks: object) -> str:
    """`message` in the player's language, its named blanks filled."""
    return _filled(_catalogue.gettext(message), message, blanks)


def ntext(one: str, many: str, count: float, /, **blanks: object) -> str:
    """The plural form for `count`, which also fills a blank called {count}."""
    english = one if count == 1 else many
    said = _catalogue.ngettext(one, many, _whole(one, many, count))
    return _filled(said, english, {"count": count, **blanks})


def _whole(one: str, many: str, count: float) -> int:
    """The whole number whose plural form fits `count`: gettext has no rule for fractions.

    Everywhere 1 itself is one. French says "0,4 mètre" and "1,9 mètre" like one, too: so does,
    here, every language in which none is said like one.
    """
    if isinstance(count, int):
        return count
    none, single = (_catalogue.ngettext(one, many, number) for number in (0, 1))
    return 1 if count == 1 or (none == single and abs(count) < 2) else 2


def ctext(context: str, message: str, /, **blanks: object) -> str:
    """`message` where one English word needs several translations; `context` tells which."""
    return _filled(_catalogue.pgettext(context, message), message, blanks)


def number(value: float, decimals: int = 0) -> str:
    """`value` with `decimals` places and the language's decimal sign, a true minus, no "-0"."""
    plain = f"{value:.{decimals}f}"
    if not float(plain):
        plain = plain.lstrip("-")
    return _signed(plain)


def short_number(value: float, digits: int = 3) -> str:
    """`value` with at most `digits` digits that count and no idle zeros; infinity as its sign."""
    if value in (math.inf, -math.inf):
        return _signed("\N{INFINITY}" if value > 0 else "-\N{INFINITY}")
    plain = f"{value:.{digits}g}"
    if abs(value) >= _SMALLEST_WRITTEN_OUT:  # few read powers of ten
        plain = format(Decimal(plain), "f")
    return _signed(plain)


def bracketed(first: str, second: str) -> str:
    """Two written numbers in brackets, parted by a sign that is no decimal sign."""
    part = "," if ctext("decimal sign", ".") == "." else ";"
    return f"({first}{part} {second})"


def _signed(plain: str) -> str:
    return plain.replace(".", ctext("decimal sign", ".")).replace("-", "\N{MINUS SIGN}")


def _filled(translated: str, english: str, blanks: dict[str, object]) -> str:
    if not blanks:
        return translated
    try:
        return translated.format(**blanks)
    except (KeyError, IndexError, ValueError, AttributeError, TypeError):
        return english.format(**blanks)  # a faulty translation must not stop the game
