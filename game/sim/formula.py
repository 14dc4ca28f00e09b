"""A land written as a formula, z = f(x, y): read with a short list of what is allowed, never run.

The text is taken apart by `ast` and worked out by this module alone, in numpy float64, so that
no formula can do anything but arithmetic, and no number in it can grow without end.
"""

import ast
import difflib
import re
from dataclasses import dataclass
from functools import lru_cache, reduce
from math import isfinite, pi
from typing import NoReturn

import numpy as np

from game.sim.grid import SIZE, Grid, hold
from game.sim.noise_field import Field

LONGEST = 400  # characters
DEEPEST = 40  # levels of brackets, signs and powers
_SAMPLES = 513  # along each side where a formula is tried: those of a terrain

_ONE = {"sin": np.sin, "cos": np.cos, "exp": np.exp, "log": np.log, "sqrt": np.sqrt, "abs": np.abs}
_MANY = {"min": np.minimum, "max": np.maximum}
_NUMBERS = {"pi": pi}
_NAMES = ["x", "y", *_NUMBERS, *_ONE, *_MANY]
_BINARY: dict[type[ast.operator], np.ufunc] = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
    ast.Div: np.divide,
    ast.Pow: np.power,
}
_FOREIGN = re.compile(r"[^0-9A-Za-z_.,+\-*/() ]")
# What someone may type who has never met a formula on one line.
_INSTEAD = {
    "^": "**",
    "\N{SUPERSCRIPT TWO}": "**2",
    "\N{SUPERSCRIPT THREE}": "**3",
    "\N{MULTIPLICATION SIGN}": "*",
    "\N{MIDDLE DOT}": "*",
    "\N{DIVISION SIGN}": "/",
    ":": "/",
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    "\N{GREEK SMALL LETTER PI}": "pi",
    "\N{SQUARE ROOT}": "sqrt( )",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "|": "abs( )",
}


class FormulaError(ValueError):
    """What is wrong with a formula, in one sentence. `column` counts from 1, or is None."""

    def __init__(self, sentence: str, column: int | None = None) -> None:
        super().__init__(sentence)
        self.column = column


def _refuse(what: str, column: int, remedy: str) -> NoReturn:
    raise FormulaError(f"{what} at column {column} of the formula: {remedy}", column)


def _refuse_name(name: str, column: int) -> NoReturn:
    close = difflib.get_close_matches(name.lower(), _NAMES, n=1, cutoff=0.5)
    guess = (
        f"did you mean {close[0]!r}?"
        if close
        else "use x, y, pi, numbers and " + ", ".join([*_ONE, *_MANY])
    )
    _refuse(f"unknown name {name!r}", column, guess)


def _number(node: ast.Constant, column: int) -> None:
    if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
        _refuse(
            f"{str(node.value)[:20]!r}", column, "only plain numbers such as 2 or 0.5 are known"
        )
    try:
        usable = isfinite(float(node.value))
    except OverflowError:
        usable = False
    if not usable:
        _refuse("a number that is too large", column, "use a smaller one")


def _call(node: ast.Call, column: int, depth: int) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if not name or name in ("x", "y", *_NUMBERS):
        what = f"{name!r} is not a function," if name else "brackets that call a value"
        _refuse(what, column, "put a * between things that are multiplied")
    if name not in _ONE and name not in _MANY:
        _refuse_name(name, column)
    count = len(node.args)
    if name in _ONE and count != 1:
        _refuse(f"{name} takes 1 value, not {count},", column, f"write {name}(x), for example")
    if name in _MANY and count < 2:
        _refuse(f"{name} takes 2 values or more, not {count},", column, f"write {name}(x, y)")
    for argument in node.args:
        _check(argument, depth + 1)


def _check(node: ast.AST, depth: int = 0) -> None:
    """Raise FormulaError unless the whole of a syntax tree is allowed."""
    column = getattr(node, "col_offset", 0) + 1
    if depth > DEEPEST:
        _refuse(f"more than {DEEPEST} levels of brackets", column, "write it in fewer")
    match node:
        case ast.Constant():
            _number(node, column)
        case ast.Name(id=name):
            if name in _ONE or name in _MANY:
                _refuse(f"{name} without brackets", column, f"write {name}(x), for example")
            if name not in _NAMES:
                _refuse_name(name, column)
        case ast.UnaryOp(op=ast.UAdd() | ast.USub(), operand=inner):
            _check(inner, depth + 1)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _BINARY:
            _check(left, depth)  # a long sum leans to the left: it is not deep to a reader
            _check(right, depth + 1)
        case ast.Call(keywords=[]):
            _call(node, column, depth)
        case ast.Tuple():
            _refuse("a comma outside of min and max", column, "write decimals with a point, as 0.5")
        case _:
            _refuse("something that is not arithmetic", column, "use + - * / ** and functions only")


@lru_cache(maxsize=64)
def _tree(text: str) -> ast.expr:
    """The checked syntax tree of a formula. Raises FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError(f"the formula is {len(text)} characters long: {LONGEST} is the limit")
    text = re.sub(r"\s", " ", text)
    foreign = _FOREIGN.search(text)
    if foreign:
        sign = foreign.group()
        remedy = f"write {_INSTEAD[sign]}" if sign in _INSTEAD else "leave it out"
        _refuse(f"the sign {sign!r} is not known", foreign.start() + 1, remedy)
    if not text.strip():
        raise FormulaError("the formula is empty: write one such as x**2 + y**2")
    try:
        tree = ast.parse("(" + text + "\n)", mode="eval").body
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        # The added bracket moves columns by one, and an end that is missing lies past the text.
        column = min(max((getattr(error, "offset", None) or 1) - 1, 1), len(text))
        _refuse(
            "the formula cannot be read",
            column,
            "check the brackets, and put a * between things that are multiplied",
        )
    _check(tree)
    return tree


def _value(node: ast.expr, x: Field, y: Field) -> Field:
    """The value of a checked tree, of a shape that fits `x` and `y`."""
    result: Field
    match node:
        case ast.Constant(value=number):
            result = np.asarray(number, dtype=np.float64)
        case ast.Name(id=name):
            result = {"x": x, "y": y}[name] if name in "xy" else np.asarray(_NUMBERS[name])
        case ast.UnaryOp(op=operator, operand=inner):
            inside = _value(inner, x, y)
            result = np.negative(inside) if isinstance(operator, ast.USub) else inside
        case ast.BinOp(left=left, op=operator, right=right):
            result = _BINARY[type(operator)](_value(left, x, y), _value(right, x, y))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            values = [_value(each, x, y) for each in arguments]
            result = _ONE[name](values[0]) if name in _ONE else reduce(_MANY[name], values)
        case _:
            raise AssertionError("only checked trees are worked out")
    return result


Domain = tuple[float, float, float, float]


def _raw(text: str, domain: Domain, x: Field, y: Field) -> Field:
    """Values (R, C) of the formula at columns `x` and rows `y` in paces, before any scaling."""
    x0, x1, y0, y1 = domain
    east = x0 + (x1 - x0) * (hold(x.astype(np.float64)) / SIZE)
    south = y0 + (y1 - y0) * (hold(y.astype(np.float64)) / SIZE)
    with np.errstate(all="ignore"):
        values = _value(_tree(text), east[None, :], south[:, None])
    return np.broadcast_to(values, (len(y), len(x)))


@lru_cache(maxsize=64)
def _measure(text: str, domain: Domain) -> tuple[float, float]:
    """The lowest and the highest value on the square. Raises FormulaError where there is none."""
    along = np.linspace(0.0, SIZE, _SAMPLES)
    values = _raw(text, domain, along, along)
    low, high = float(values.min()), float(values.max())
    if not (isfinite(low) and isfinite(high)):
        row, column = np.argwhere(~np.isfinite(values))[0]
        x0, x1, y0, y1 = domain
        x = x0 + (x1 - x0) * float(hold(along)[column]) / SIZE
        y = y0 + (y1 - y0) * float(hold(along)[row]) / SIZE
        raise FormulaError(
            f"the formula has no finite value at x = {x:.3g}, y = {y:.3g}: "
            "change it or its domain so that there is no dividing by 0, no log or root below 0 "
            "and nothing without end"
        )
    if not isfinite(high - low):
        raise FormulaError("the formula's heights lie too far apart: wrap it in log(1 + ...)")
    if high - low <= 1e-9 * max(abs(low), abs(high)) or high - low < 1e-200:
        raise FormulaError("the formula is equally high everywhere: use x or y in it")
    return low, high


@dataclass(frozen=True)
class Formula:
    """A land z = f(x, y) from its `text`, over `domain` (x0, x1, y0, y1) and `relief` paces high.

    x runs from x0 in the west to x1 in the east of the square, y from y0 in the north to y1 in the
    south; heights are shifted and scaled to 0..`relief`. Known are numbers, x, y, pi, + - * / **,
    brackets, sin cos exp log sqrt abs, and min and max of 2 values or more. The land comes to rest
    over the last 4 paces before the border and stays so beyond it. Raises FormulaError.
    """

    text: str
    domain: Domain = (-1.0, 1.0, -1.0, 1.0)
    relief: float = 18.0

    def __post_init__(self) -> None:
        x0, x1, y0, y1 = self.domain
        if not all(isfinite(edge) and abs(edge) <= 1e6 for edge in self.domain):
            raise FormulaError("the domain must be four numbers between -1000000 and 1000000")
        if not (x0 < x1 and y0 < y1):
            raise FormulaError("the domain must be (x0, x1, y0, y1) with x0 < x1 and y0 < y1")
        if not 0 < self.relief <= 100:
            raise FormulaError(f"the relief must be 0 to 100 paces, not {self.relief}")
        _measure(self.text, self.domain)

    def over(self, ground: Field, grid: Grid) -> Field:
        """The ground with the formula's heights added, the lowest of which is 0."""
        low, high = _measure(self.text, self.domain)
        values = (_raw(self.text, self.domain, grid.x, grid.y) - low) / (high - low)
        # Only beyond the border can it leave 0..1, or have no value; fmax and fmin pass over nan.
        values = self.relief * np.fmin(np.fmax(values, -0.25), 1.25)
        ground += grid.ended(values, 0.6 * self.relief)
        return ground
