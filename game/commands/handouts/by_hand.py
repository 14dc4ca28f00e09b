"""Updates worked out with the numbers that stand on the paper, so that every answer is exact."""

import math
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from game.commands.handouts import walks
from game.levels import Site
from game.sim.tools import Tools
from game.text import ctext

STEPS = 3
_SIGNS = {
    "alpha": "\N{GREEK SMALL LETTER ALPHA}", "beta": "\N{GREEK SMALL LETTER BETA}",
    "mu": "\N{GREEK SMALL LETTER MU}", "rho": "\N{GREEK SMALL LETTER RHO}",
    "sqrt": "\N{SQUARE ROOT}", "^2": "\N{SUPERSCRIPT TWO}", "*": "\N{MIDDLE DOT}",
    "-": "\N{MINUS SIGN}",
}  # fmt: skip
# Each optimizer's update along one direction, as in game.sim.optimizers, and the columns after g.
# {step} is the only word in them.
_FORMULAS = {
    "gradient_descent": "{step} = -alpha * g",
    "momentum": "v = mu * v + g;  {step} = -alpha * v",
    "nesterov": "v = mu * v + g;  {step} = -alpha * (g + mu * v)",
    "adagrad": "s = s + g^2;  {step} = -alpha * g / sqrt(s)",
    "rmsprop": "s = rho * s + (1 - rho) * g^2;  {step} = -alpha * g / sqrt(s)",
    "adam": "m = beta1 * m + (1 - beta1) * g;  s = beta2 * s + (1 - beta2) * g^2;  "
    "{step} = -alpha * (m / (1 - beta1^t)) / sqrt(s / (1 - beta2^t))",
}
_CLIPPED = "h = min(|g|, c);  {step} = alpha * h"
_COLUMNS = {
    "gradient_descent": (), "momentum": ("v",), "nesterov": ("v",), "adagrad": ("s",),
    "rmsprop": ("s",), "adam": ("m", "s"),
}  # fmt: skip
_LETTERS = {
    "learning_rate": "alpha", "momentum": "mu", "decay": "rho", "beta1": "beta1",
    "beta2": "beta2", "clip_norm": "c",
}  # fmt: skip


def in_signs(plain: str) -> str:
    """A formula with the signs of mathematics for its words."""
    for word, sign in _SIGNS.items():
        plain = plain.replace(word, sign)
    return plain


@dataclass(frozen=True)
class Work:
    """A worked example: `columns` name the numbers of each row of `rows`, g first.

    `settings` are (sign, parameter, value), `start` the place along the direction; None where
    only lengths are worked out.
    """

    formula: str
    columns: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]
    settings: tuple[tuple[str, str, float], ...]
    start: float | None = None

    @property
    def head(self) -> tuple[str, ...]:
        """The columns as they are printed; the only word among the signs is translated."""
        return tuple(_step() if name == "step" else name for name in self.columns)


def _step() -> str:
    return ctext("in a formula", "step")


def half_up(value: float, decimals: int) -> float:
    """`value` rounded as it is taught in school: a half away from 0, 1.575 to 1.58.

    The nine digits come first: in binary, 10.5 times 0.15 lies a little below 1.575.
    """
    exact = Decimal(f"{value:.9g}")
    return float(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def step_lengths(site: Site, tools: Tools) -> tuple[list[tuple[float, float]], float]:
    """Slopes along the way down, each with its step's length by the rounded slope; and the rate."""
    way = walks.downhill(site, site.setup.start)
    at = np.linspace(0, (len(way) - 1) * 0.85, 4).round().astype(int)
    steep = [round(walks.steepness(site, way[i]), 2) for i in at]
    rate = tools.learning_rate
    return [(slope, half_up(slope * rate, 2)) for slope in sorted(steep, reverse=True)], rate


def worked(site: Site, tools: Tools) -> Work:
    """The first steps of a walk along x or y, whichever is steeper at the start.

    With a rope that holds, the lengths of the slopes instead. The rows are worked out from the
    slopes as they are printed, with the schedule left constant.
    """
    felt = walks.slopes(site, tools, STEPS)
    names = tuple(name for name in tools.parameters() if name != "clip_norm")
    if tools.clip_norm < math.inf and tools.optimizer == "gradient_descent":
        slopes = [round(float(np.hypot(*slope)), 3) for slope in felt]
        rows = tuple(_clipped(slope, tools) for slope in slopes)
        formula, columns, names = _CLIPPED, ("|g|", "h", "step"), (*names, "clip_norm")
        start = None
    else:
        axis = int(abs(felt[0, 1]) > abs(felt[0, 0]))
        slopes = [round(float(slope), 3) for slope in felt[:, axis]]
        start = round(float(site.setup.start[axis]), 1)
        rows = tuple(_rows(slopes, tools, start))
        sign = "xy"[axis]
        formula = f"{_FORMULAS[tools.optimizer]};  {sign} = {sign} + {{step}}"
        columns = ("g", *_COLUMNS[tools.optimizer], "step", sign)
    settings = tuple((in_signs(_LETTERS[name]), name, getattr(tools, name)) for name in names)
    return Work(in_signs(formula).format(step=_step()), columns, rows, settings, start)


def _clipped(slope: float, tools: Tools) -> tuple[float, ...]:
    held = min(slope, tools.clip_norm)
    return slope, held, tools.learning_rate * held


def _rows(slopes: list[float], tools: Tools, place: float) -> list[tuple[float, ...]]:
    """The optimizer itself, walked along one direction."""
    free = replace(tools, clip_norm=math.inf)
    optimizer = free.make_optimizer(free.learning_rate)
    memory = optimizer.init(np.zeros((1, 2)))
    rows = []
    for slope in slopes:
        moved, memory = optimizer.step(np.array([[slope, 0.0]]), memory)
        kept = [float(part[0, 0]) for part in memory if np.ndim(part)]
        place += float(moved[0, 0])
        rows.append((slope, *kept, float(moved[0, 0]), place))
    return rows
