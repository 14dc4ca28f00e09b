"""Reading a formula as text, with a short list of what is allowed; nothing of it is ever run.

The text is taken apart by `ast` and worked out by this module alone, in numpy float64, so that
no formula can do anything but arithmetic, and no number in it can grow without end.
"""

import ast
import difflib
import re
from functools import lru_cache, reduce
from math import isfinite, pi
from typing import NoReturn

import numpy as np

from game.sim.noise_field import Field

LONGEST = 400  # characters
DEEPEST = 40  # levels of brackets, signs and powers

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
_TOUCHING = re.compile(r"[0-9](?![eE][+-]?[0-9])[A-Za-z_]")
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
        _refuse(f"{str(node.value)[:20]!r}", column, "only numbers such as 2 or 0.5 are known")
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
        _refuse(f"more than {DEEPEST} brackets or signs inside each other", column, "use fewer")
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
def read_formula(text: str) -> ast.expr:
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
    touching = _TOUCHING.search(text)
    if touching:
        _refuse("a number and a letter touch", touching.start() + 2, "put a * between them")
    _check(tree := _parse(text))
    return tree


def _parse(text: str) -> ast.expr:
    blanks = len(text) - len(text.lstrip())  # python takes them for an indented line
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        column = blanks + (getattr(error, "offset", None) or 1)
        _refuse(
            "the formula makes no sense",
            min(max(column, 1), len(text)),
            "close every bracket, and put + - * / or ** between any two things",
        )
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            node.col_offset += blanks
    return tree


def value_of(node: ast.expr, x: Field, y: Field) -> Field:
    """The value of a checked tree, of a shape that fits `x` and `y`."""
    result: Field
    match node:
        case ast.Constant(value=number):
            result = np.asarray(number, dtype=np.float64)
        case ast.Name(id=name):
            result = {"x": x, "y": y}[name] if name in "xy" else np.asarray(_NUMBERS[name])
        case ast.UnaryOp(op=operator, operand=inner):
            inside = value_of(inner, x, y)
            result = np.negative(inside) if isinstance(operator, ast.USub) else inside
        case ast.BinOp(left=left, op=operator, right=right):
            result = _BINARY[type(operator)](value_of(left, x, y), value_of(right, x, y))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            values = [value_of(each, x, y) for each in arguments]
            result = _ONE[name](values[0]) if name in _ONE else reduce(_MANY[name], values)
        case _:
            raise AssertionError("only checked trees are worked out")
    return result
