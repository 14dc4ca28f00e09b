"""Formulas: what they mean, and a clear sentence for everything that they must not be."""

import random
import warnings
from math import cos, exp, log, pi, sin, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.formula import Formula
from game.sim.formula_reader import FormulaError, read_formula, value_of
from game.sim.grid import Grid

MEANINGS = [
    ("x + 2*y", lambda x, y: x + 2 * y),
    ("-x**2 - -y", lambda x, y: -(x**2) + y),
    ("2**-3**x", lambda x, y: 2 ** -(3**x)),
    ("(x - y) / 4 / 2", lambda x, y: (x - y) / 8),
    ("sin(pi*x) * cos(y)", lambda x, y: sin(pi * x) * cos(y)),
    ("log(1 + exp(x)) + sqrt(abs(y))", lambda x, y: log(1 + exp(x)) + sqrt(abs(y))),
    ("max(x, y, 0.5) + min(x, -y)", lambda x, y: max(x, y, 0.5) + min(x, -y)),
    (" 1.5e-1 *x\n+ y", lambda x, y: 0.15 * x + y),
]

# Formula, a piece of the sentence, and the column that it names.
REFUSED = [
    ("", "empty", None),
    ("  ", "empty", None),
    ("x" * 401, "401 characters", None),
    ("sn(x)", "did you mean 'sin'", 1),
    ("x + Sqrt(y)", "did you mean 'sqrt'", 5),
    ("X", "did you mean 'x'", 1),
    ("wibble", "unknown name 'wibble'", 1),
    ("__import__", "unknown name", 1),
    ("  q", "unknown name 'q'", 3),
    ("sin", "sin without brackets", 1),
    ("sin(x, y)", "takes 1 value, not 2", 1),
    ("1 + max(x)", "2 values or more", 5),
    ("max(x, *y)", "not arithmetic", 8),
    ("pi(x)", "'pi' is not a function", 1),
    ("2(x)", "put a *", 1),
    ("3 + 2x", "a number and a letter touch", 6),
    ("2j*x", "a number and a letter touch", 2),
    ("0x10*x", "a number and a letter touch", 2),
    ("x^2", r"write \*\*", 2),
    ("x\N{SUPERSCRIPT TWO}", r"write \*\*2", 2),
    ("x\0", "is not known", 2),
    ("x = 1", "is not known", 3),
    ("'x'", "is not known", 1),
    ("x.real", "not arithmetic", 1),
    ("x // y", "not arithmetic", 1),
    ("x if y else 1", "not arithmetic", 1),
    ("not x", "not arithmetic", 1),
    ("True*x", "only numbers", 1),
    ("0,5*x", "decimals with a point", 1),
    ("sin(x", "close every bracket", 4),
    ("x)+(y", "close every bracket", 2),
    ("x y", "close every bracket", 3),
    ("-" * 60 + "x", "inside each other", None),
    ("sin(" * 50 + "x" + ")" * 50, "inside each other", None),
    ("**".join("x" * 60), "inside each other", None),
    ("9" * 390, "too large", 1),
    ("x*1e999", "too large", 3),
    ("9**9**9**9*x", "no finite value at x =", None),
    ("1/x", "no finite value at x = 0, y = ", None),
    ("log(y)", "no finite value", None),
    ("x*exp(1/y**2)*1e300", "no finite value", None),
    ("1e308*x", "too far apart", None),
    ("3", "equally high", None),
    ("x - x", "equally high", None),
]


@pytest.mark.parametrize(("text", "meaning"), MEANINGS)
def test_a_formula_means_what_it_says(text, meaning):
    for x, y in [(0.3, 0.9), (1.7, -0.4), (-0.6, 0.2)]:
        got = value_of(read_formula(text), np.array(x), np.array(y))
        assert float(got) == pytest.approx(meaning(x, y), rel=1e-12)


@pytest.mark.parametrize(("text", "sentence", "column"), REFUSED)
def test_what_is_refused_and_why(text, sentence, column):
    with pytest.raises(FormulaError, match=sentence) as caught:
        Formula(text)
    if column is not None:
        assert caught.value.column == column
        assert f"column {column} " in str(caught.value)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"domain": (1, 1, 0, 1)}, "x0 < x1"),
        ({"domain": (0, 1, 2, 1)}, "y0 < y1"),
        ({"domain": (0, float("inf"), 0, 1)}, "domain"),
        ({"relief": 0}, "relief"),
        ({"relief": float("nan")}, "relief"),
    ],
)
def test_domain_and_relief_are_checked(settings, sentence):
    with pytest.raises(FormulaError, match=sentence):
        Formula("x + y", **settings)


def test_a_long_sum_is_not_deep():
    assert Formula("+".join(["x"] * 199)) == Formula("+".join(["x"] * 199))


def laid(formula, x, y):
    grid = Grid(np.array(x, dtype=float), np.array(y, dtype=float))
    return formula.over(grid.flat(), grid)


def test_x_runs_east_and_y_south_over_the_domain():
    linear = Formula("x + 10*y", (-2, 2, -1, 3), relief=10.0)
    heights = laid(linear, [20, 50, 80], [20, 50, 80])
    rise = np.diff(heights, axis=1), np.diff(heights, axis=0)
    np.testing.assert_allclose(rise[1], rise[0][0, 0] * 10, rtol=1e-9)
    assert rise[0][0, 0] > 0
    # The place where x = 0.4 and y = 1.8 on this domain, against the one where both are 0.
    tall = laid(Formula("(x - 0.4)**2 + (y - 1.8)**2", (-2, 2, -1, 3)), [60, 50], [70, 25])
    assert tall[0, 0] == pytest.approx(0, abs=1e-3)
    assert tall[1, 1] > 1


@pytest.mark.parametrize("relief", [3.0, 18.0])
@pytest.mark.parametrize("text", ["x**2 + y**2", "1e9*sin(5*x) + 1e9*y", "1e-9*x*y"])
def test_heights_range_from_zero_to_the_relief(text, relief):
    along = np.linspace(0, 100, 513)
    heights = laid(Formula(text, relief=relief), along, along)
    assert heights.min() == pytest.approx(0, abs=1e-9)
    assert heights.max() == pytest.approx(relief, rel=1e-9)


@pytest.mark.parametrize(
    "text", ["exp(20*x)", "sqrt(x + 1)", "log(x + 1)", "1/(x + 1) + y", "x**9"]
)
def test_outside_the_square_nothing_explodes(text):
    heights = laid(
        Formula(text, relief=18.0), np.linspace(-400, 500, 90), np.linspace(-400, 500, 90)
    )
    assert np.isfinite(heights).all()
    assert heights.min() >= -5
    assert heights.max() <= 23


GOOD = [
    "log(1+(x**2+y-11)**2+(x+y**2-7)**2)",
    "max(x,y,-x)+abs(y)*sin(pi*x)",
    "2.5*x**3-1e-3*y/(2+cos(x))",
]
LETTERS = "xy0123456789.+-*/()eE, sincoxplgrtabm_^[]{}=:'\"\\\n\0#@!%&|~jJ\u00b2\u03c0"


def mutated(chance):
    text = chance.choice(GOOD)
    for _ in range(chance.randint(1, 10)):
        at, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
        text = chance.choice(
            [
                text[:at] + chance.choice(LETTERS) + text[at:],
                text[:at] + text[at + 1 :],
                text[:at] + text[min(at, other) : max(at, other)] + text[at:],
                text[:at] + chance.choice(["(", "**9999", "-"]) * chance.randint(1, 60) + text[at:],
                text[:at] + chr(chance.randrange(0x110000)) + text[at:],
            ]
        )
    return text


def read_or_refuse(text):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return Formula(text, (-2, 2, -2, 2)) is not None
        except FormulaError as error:
            column, sentence = error.column, str(error)
    assert column is None or 1 <= column <= len(text)
    assert "\n" not in sentence
    return False


def test_mutated_formulas_only_ever_raise_formula_error():
    chance = random.Random(4)
    read = [read_or_refuse(mutated(chance)) for _ in range(500)]
    assert 0 < sum(read) < 250


@given(st.text(max_size=60))
def test_any_text_only_ever_raises_formula_error(text):
    read_or_refuse(text)
