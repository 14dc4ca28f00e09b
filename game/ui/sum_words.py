"""A step worked out line by line: in words, in symbols with their numbers, and what comes out.

pull g, wind v, squares s, means m (M and S corrected), step size alpha, move d, place p
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from game.sim.explained import Explained, Value
from game.text import bracketed, ntext, number, short_number, text
from game.ui import tool_words
from game.ui.tool_words import far, paces

ALPHA, TIMES = "\N{GREEK SMALL LETTER ALPHA}", "\N{MULTIPLICATION SIGN}"
MINUS, ROOT, SQUARED = "\N{MINUS SIGN}", "\N{SQUARE ROOT}", "\N{SUPERSCRIPT TWO}"


@dataclass(frozen=True)
class Row:
    """One line of the sum: `words`, `symbols` with the numbers put in, and the `value`."""

    words: str
    symbols: str
    value: str


def rows(told: Explained, names: str) -> list[Row]:
    """All lines of a move, first to last; `names` are "child" or "grown-up"."""
    if told.kind != "step":
        return [*_flown(told), *_landed(told, "")]
    made = [*_pull(told), *_MEMORY[told.optimizer](told), *_rate(told, names)]
    return [*made, *_landed(told, _formula(told))]


def formula(told: Explained) -> str:
    """The update of this step in symbols alone."""
    if told.kind != "step":
        return "p + d"
    return f"p + d,  d = {_MOVES[told.optimizer]}"


def pair(value: Value, digits: int = 3) -> str:
    """A vector as (east, south)."""
    both = np.asarray(value, dtype=float)
    # What is nothing beside the other direction is written as nothing.
    both = np.where(np.abs(both) < 1e-5 * np.abs(both).max(), 0.0, both)
    east, south = both
    return bracketed(_figure(float(east), digits), _figure(float(south), digits))


def _figure(value: float, digits: int = 3) -> str:
    """Short, and exact enough to check the sum by hand."""
    if abs(value) >= 0.1:
        return number(value, 2 if abs(value) < 100 else 1)
    return short_number(value, digits - 1) if value else "0"


def _length(value: Value) -> float:
    return float(np.hypot(*np.asarray(value, dtype=float)))


_MOVES = {
    "gradient_descent": f"{MINUS}{ALPHA} {TIMES} g",
    "momentum": f"{MINUS}{ALPHA} {TIMES} v",
    "nesterov": f"{MINUS}{ALPHA} {TIMES} w",
    "adagrad": f"{MINUS}{ALPHA} {TIMES} g / {ROOT}s",
    "rmsprop": f"{MINUS}{ALPHA} {TIMES} g / {ROOT}s",
    "adam": f"{MINUS}{ALPHA} {TIMES} M / {ROOT}S",
}


def _pull(told: Explained) -> list[Row]:
    terms = told.terms
    words = text("Slope under your feet")
    found = [Row(words, "g", pair(terms["slope"]))]
    if "noise" in terms:
        shown = f"g = {pair(terms['slope'])} + {pair(terms['noise'])}"
        found = [Row(text("Slope and trembling"), shown, pair(terms["felt"]))]
    if "rope" in terms:
        share = _number(terms, "rope") / _number(terms, "length")
        shown = f"g = {_figure(share)} {TIMES} {pair(terms['felt'])}"
        found.append(Row(text("Cut by the rope"), shown, pair(terms["pull"])))
    return found


def _rate(told: Explained, names: str) -> list[Row]:
    terms, name = told.terms, tool_words.SLIDERS["learning_rate"].name(names)
    rate = _number(terms, "rate")
    if "factor" not in terms:
        return [Row(name, ALPHA, _plain(rate))]
    shown = f"{ALPHA} = {_plain(_number(terms, 'step_size'))} {TIMES} "
    shown += _plain(_number(terms, "factor"))
    child = names == "child"
    words = text("Shrunk step size") if child else text("Decayed learning rate")
    return [Row(words, shown, _plain(rate))]


def _number(terms: Mapping[str, Value], name: str) -> float:
    return float(np.asarray(terms[name]))


def _landed(told: Explained, symbols: str) -> list[Row]:
    terms = told.terms
    move = terms["move"]
    if told.kind != "step":
        reach = _number(terms, "reach")
        symbols = f"d = {_figure(reach)} {TIMES} {pair(terms['way'])}"
    reached = _length(move)
    words = ntext(
        "So you go {paces} pace",
        "So you go {paces} paces",
        round(reached, 1),
        paces=far(reached),
    )
    landing = f"p \N{LEFTWARDS ARROW} {pair(terms['place'])} + {pair(move)}"
    return [
        Row(words, symbols, pair(move)),
        Row(text("You come to"), landing, pair(terms["new_place"])),
    ]


def _flown(told: Explained) -> list[Row]:
    terms = told.terms
    words = text("The way of the gust") if told.kind == "gust" else text("Chance picks a way")
    return [
        Row(words, "", pair(terms["way"])),
        Row(text("How far it goes"), "", paces(_number(terms, "reach"))),
    ]


def _formula(told: Explained) -> str:
    """The move with its numbers."""
    terms = told.terms
    rate = f"d = {MINUS}{_plain(_number(terms, 'rate'))} {TIMES} "
    top = {"momentum": "wind", "nesterov": "ahead", "adam": "fair_means"}
    shown = pair(terms[top.get(told.optimizer, "pull")])
    if told.optimizer in ("adagrad", "rmsprop", "adam"):
        below = terms["fair_squares" if told.optimizer == "adam" else "squares"]
        roots = np.sqrt(np.asarray(below, dtype=float))
        return f"{rate}{shown} / {pair(roots)}"
    return f"{rate}{shown}"


# ---- what each optimizer remembers


def _nothing(told: Explained) -> list[Row]:
    return []


def _wind(told: Explained) -> list[Row]:
    terms = told.terms
    kept = _share(_number(terms, "momentum"))
    shown = f"v = {kept} {TIMES} {pair(terms['old_wind'])} + {pair(terms['pull'])}"
    found = [Row(text("Wind and slope"), shown, pair(terms["wind"]))]
    if "ahead" in terms:
        shown = f"w = {pair(terms['pull'])} + {kept} {TIMES} {pair(terms['wind'])}"
        found.append(Row(text("Looking ahead"), shown, pair(terms["ahead"])))
    return found


def _sum_of_squares(told: Explained) -> list[Row]:
    terms = told.terms
    shown = f"s = {pair(terms['old_squares'])} + {pair(terms['pull'])}{SQUARED}"
    return [Row(text("Steepness in all"), shown, pair(terms["squares"]))]


def _mean_of_squares(told: Explained) -> list[Row]:
    terms = told.terms
    kept = _number(terms, "decay")
    shown = f"s = {_share(kept)} {TIMES} {pair(terms['old_squares'])} + "
    shown += f"{_share(1 - kept)} {TIMES} {pair(terms['pull'])}{SQUARED}"
    return [Row(text("Steepness lately"), shown, pair(terms["squares"]))]


def _falcon(told: Explained) -> list[Row]:
    terms, count = told.terms, round(_number(told.terms, "count"))
    beta1, beta2 = _number(terms, "beta1"), _number(terms, "beta2")
    pull = pair(terms["pull"])
    way = f"m = {_share(beta1)} {TIMES} {pair(terms['old_means'])} + "
    way += f"{_share(1 - beta1)} {TIMES} {pull}"
    steep = f"s = {_share(beta2)} {TIMES} {pair(terms['old_squares'])} + "
    steep += f"{_share(1 - beta2)} {TIMES} {pull}{SQUARED}"
    fair_way = f"M = m / (1 {MINUS} {_share(beta1)}^{count})"
    fair_steep = f"S = s / (1 {MINUS} {_share(beta2)}^{count})"
    return [
        Row(text("The way lately"), way, pair(terms["means"])),
        Row(text("Steepness lately"), steep, pair(terms["squares"])),
        Row(text("The way, made fair"), fair_way, pair(terms["fair_means"])),
        Row(text("Steepness, made fair"), fair_steep, pair(terms["fair_squares"])),
    ]


def _plain(value: float) -> str:
    return short_number(value, 3)


def _share(value: float) -> str:
    return short_number(value, 4)


_MEMORY: dict[str, Callable[[Explained], list[Row]]] = {
    "gradient_descent": _nothing,
    "momentum": _wind,
    "nesterov": _wind,
    "adagrad": _sum_of_squares,
    "rmsprop": _mean_of_squares,
    "adam": _falcon,
}
