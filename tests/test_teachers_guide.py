"""The teacher's guide leaves nothing out, and its equations are those that the game computes."""

import itertools
import math
import re

import numpy as np
import pytest

from game import levels
from game.course import LOCKABLE
from game.level_file import BUTTONS
from game.resources import ASSETS
from game.sim.commands import COSTS, Gust, Leap, Step
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import SCHEDULES
from game.sim.tools import RANGES
from game.ui import tool_words
from tests.command_line import ROOT

GUIDE = (ASSETS / "teachers" / "GUIDE.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in GUIDE.splitlines()
    if line.startswith("|")
]
BY_CODE = {row[2].strip("`"): row for row in ROWS if len(row) == 4}
GEARS = {code: row for row in ROWS if len(row) == 4 and "p \N{LEFTWARDS ARROW}" in row[3]
         for code in [row[2].strip("`")]}  # fmt: skip
BY_BUTTON = {row[2].strip("`"): row for row in ROWS if len(row) == 5}
WORDS = {**tool_words.SLIDERS, **tool_words.BUTTONS, **tool_words.OPTIMIZERS}


@pytest.mark.parametrize("name", [*RANGES, "shrink", *OPTIMIZERS, *SCHEDULES])
def test_every_tool_has_its_row(name):
    assert BY_CODE[name][3]


@pytest.mark.parametrize("name", ["step", "walk", *BUTTONS])
def test_every_button_has_its_row(name):
    assert BY_BUTTON[name][3]


def test_the_costs_are_those_of_the_game():
    for kind, name in ((Step, "step"), (Gust, "gust"), (Leap, "leap")):
        assert BY_BUTTON[name][4] == str(COSTS[kind])


@pytest.mark.parametrize("name", sorted(WORDS.keys() - {"pause"}))
def test_every_tool_is_named_as_the_game_names_it(name):
    rows = [row for row in ROWS if len(row) > 3 and row[2] == f"`{name}`"]
    named = [(words[name].child(), words[name].grown_up()) for words in
             (tool_words.SLIDERS, tool_words.BUTTONS, tool_words.OPTIMIZERS, tool_words.SCHEDULES)
             if name in words]  # fmt: skip
    for names in named:
        assert list(names) in [row[:2] for row in rows]


@pytest.mark.parametrize("name", LOCKABLE)
def test_every_lock_is_told(name):
    assert f"`{name}`" in GUIDE[GUIDE.index("--lock") :]


# ---- the equations, read as they are written


SIGNS = {
    "\N{GREEK SMALL LETTER ALPHA}": " rate ", "\N{GREEK SMALL LETTER MU}": " mu ",
    "\N{GREEK SMALL LETTER RHO}": " rho ", "\N{GREEK SMALL LETTER BETA}": " beta",
    "\N{GREEK SMALL LETTER EPSILON}": " tiny ", "\N{MINUS SIGN}": "-", "\N{SUPERSCRIPT TWO}": "**2",
    "\N{SQUARE ROOT}": " root ", "^": "**",
}  # fmt: skip
PART = re.compile(r"\*\*|[a-z]\w*|\d+|[-+/()]")


def in_python(formula):
    """A side of an equation of the guide as Python; what stands side by side is multiplied."""
    for sign, word in SIGNS.items():
        formula = formula.replace(sign, word)
    found, before = "", "("
    for part in PART.findall(formula):
        if before == "root" and part != "(":
            part = f"({part})"
        elif before[-1] not in "(+-*/" and before != "root" and part[0] not in ")+-*/":
            found += "*"
        found += part
        before = part
    return found


def test_the_reader_of_equations_reads_them():
    minus, root = "\N{MINUS SIGN}", "\N{SQUARE ROOT}"
    assert in_python(f"v {minus} 2 g (s + t)") == "v-2*g*(s+t)"
    assert in_python(f"g / ({root}s + {root}(s / t))") == "g/(root(s)+root(s/t))"
    assert in_python("g\N{SUPERSCRIPT TWO} s^t") == "g**2*s**t"


def walked(name, settings, gradients):
    """Places after each gradient, by the guide's equations of a gear, along one direction."""
    row = GEARS[name][3]
    steps = [part.split("←") for part in row.split(", ε")[0].split(";")]
    tiny = re.search(r"ε = (\S+)", row)
    known = {**settings, "p": 0.0, "v": 0.0, "m": 0.0, "s": 0.0, "root": math.sqrt}
    known["tiny"] = float(tiny[1]) if tiny else 0.0
    places = []
    for count, gradient in enumerate(gradients, 1):
        known |= {"g": gradient, "t": count}
        for left, right in steps:
            known[left.strip()] = eval(in_python(right), {}, known)
        places.append(known["p"])
    return places


SETTINGS = {
    "gradient_descent": {},
    "momentum": {"momentum": 0.7},
    "nesterov": {"momentum": 0.7},
    "adagrad": {},
    "rmsprop": {"decay": 0.8},
    "adam": {"beta1": 0.6, "beta2": 0.95},
}
LETTERS = {"momentum": "mu", "decay": "rho", "beta1": "beta1", "beta2": "beta2"}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_equations_of_every_gear_are_what_the_game_computes(name):
    gradients = [0.5, -0.3, 1.2, 1e-7, 0.0, -2.0]
    settings = {LETTERS[key]: value for key, value in SETTINGS[name].items()}
    told = walked(name, {"rate": 0.3, **settings}, gradients)
    optimizer = OPTIMIZERS[name](learning_rate=0.3, **SETTINGS[name])
    place, memory, real = 0.0, optimizer.init(np.zeros((1, 2))), []
    for gradient in gradients:
        moved, memory = optimizer.step(np.array([[gradient, 0.0]]), memory)
        place += float(moved[0, 0])
        real.append(place)
    np.testing.assert_allclose(told, real, rtol=1e-12)


def test_the_schedules_are_as_the_game_has_them():
    assert BY_CODE["constant"][3] == "1"
    assert SCHEDULES["constant"]()(7) == 1
    assert BY_CODE["exponential"][3] == "r^n"
    assert SCHEDULES["exponential"](0.9)(7) == pytest.approx(0.9**7)
    share, every = re.match(r"(\S+) for every (\d+) steps", BY_CODE["step"][3]).groups()
    steps = range(60)
    assert [SCHEDULES["step"]()(n) for n in steps] == [
        float(share) ** (n // int(every)) for n in steps
    ]
    long = int(
        re.match(
            r"\(1 \+ cos\(\N{GREEK SMALL LETTER PI} n / (\d+)\)\) / 2, then 0", BY_CODE["cosine"][3]
        )[1]
    )
    wave = [(1 + math.cos(math.pi * min(n, long) / long)) / 2 for n in steps]
    np.testing.assert_allclose([SCHEDULES["cosine"]()(n) for n in steps], wave, atol=1e-15)


def test_the_plans_fill_45_minutes_without_a_gap():
    plans = [[]]
    for row in ROWS:
        if found := re.fullmatch(r"(\d+)-(\d+)", row[0]):
            plans[-1].append((int(found[1]), int(found[2])))
            if plans[-1][-1][1] == 45:
                plans.append([])
    assert len(plans) == 4
    for plan in plans[:3]:
        assert plan[0][0] == 0
        assert all(one[1] == other[0] for one, other in itertools.pairwise(plan))


def test_the_levels_of_the_plans_exist():
    numbers = {int(path.stem.split("-")[0]) for path in levels.shipped()}
    named = re.findall(r"play --levels ([\d,-]+)`", GUIDE)
    assert len(named) >= 3
    for words in named:
        for word in words.split(","):
            ends = [int(end) for end in word.split("-")]
            assert set(range(ends[0], ends[-1] + 1)) <= numbers, f"{words}: {word} is not there"


def test_the_readme_leads_to_it():
    assert "(assets/teachers/GUIDE.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
