"""One move worked out: every number of the update, in the order in which it is made.

The terms are those of `sim.optimizers`, per direction (2,) or single numbers; `move` follows from
the others by the formula of the optimizer, to the last bits.

    gradient_descent  move = -rate * pull
    momentum          wind = momentum * old_wind + pull;            move = -rate * wind
    nesterov          ahead = pull + momentum * wind;               move = -rate * ahead
    adagrad           squares = old_squares + pull^2
    rmsprop           squares = decay * old_squares + (1 - decay) * pull^2
                      both: move = -rate * pull / (sqrt(squares) + epsilon)
    adam              means   = beta1 * old_means + (1 - beta1) * pull
                      squares = beta2 * old_squares + (1 - beta2) * pull^2
                      fair_means = means / (1 - beta1^count), fair_squares alike with beta2
                      move = -rate * fair_means / (sqrt(fair_squares) + epsilon)
    gust, leap        move = reach * way, `way` being of length 1
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.sim.bicubic import Floats
from game.sim.path import kind_of
from game.sim.run import RunState

Value = float | Floats


@dataclass(frozen=True, eq=False)
class Explained:
    """A move from one state to the next.

    kind       "step", "gust" or "leap"
    optimizer  what was walked with
    terms      each number by its name, first to last; vectors (2,) east and south
    """

    kind: str
    optimizer: str
    terms: Mapping[str, Value]

    def vector(self, name: str) -> Floats:
        """A term that has two directions. Raises KeyError where there is no such term."""
        return np.asarray(self.terms[name], dtype=np.float64)


def explain(before: RunState, after: RunState) -> Explained:
    """The numbers of the move that led from `before` to `after`, two states of one walk."""
    kind, tools = kind_of(before, after), before.tools
    if kind != "step":
        reach = tools.gust_strength if kind == "gust" else tools.leap_reach
        way = after.displacement / reach if reach > 0 else np.zeros(2)
        flown: dict[str, Value] = {"way": way, "reach": reach}
        return Explained(kind, tools.optimizer, {**flown, **_landing(before, after)})
    terms: dict[str, Value] = {"slope": before.slope}
    if tools.noise > 0 or not np.array_equal(after.felt, before.slope):
        terms["noise"] = after.felt - before.slope
        terms["felt"] = after.felt
    terms |= _roped(after.felt, tools.clip_norm)
    factor = tools.schedule(before.steps - before.schedule_start)
    if factor != 1.0:
        terms |= {"step_size": tools.learning_rate, "factor": factor}
    terms["rate"] = before.learning_rate
    terms |= _update(before, np.asarray(terms["pull"]))
    return Explained(kind, tools.optimizer, {**terms, **_landing(before, after)})


def _landing(before: RunState, after: RunState) -> dict[str, Value]:
    return {"move": after.displacement, "place": before.place, "new_place": after.place}


def _roped(felt: Floats, rope: float) -> dict[str, Value]:
    """What the rope lets through: a slope longer than it is cut to its length."""
    length = float(np.sqrt((felt**2).sum()))
    if length <= rope:
        return {"pull": felt}
    return {"length": length, "rope": rope, "pull": felt * (rope / length)}


def _update(before: RunState, pull: Floats) -> dict[str, Value]:
    """What the optimizer makes of the slope that pulls."""
    tools = before.tools
    memory = [np.asarray(part, dtype=np.float64) for part in before.memory]
    optimizer = tools.make_optimizer(before.learning_rate)
    epsilon = float(getattr(optimizer, "epsilon", 0.0))
    match tools.optimizer:
        case "momentum" | "nesterov":
            wind = tools.momentum * memory[0][0] + pull
            found: dict[str, Value] = {
                "old_wind": memory[0][0],
                "momentum": tools.momentum,
                "wind": wind,
            }
            return (
                found
                if tools.optimizer == "momentum"
                else {
                    **found,
                    "ahead": pull + tools.momentum * wind,
                }
            )
        case "adagrad":
            old = memory[0][0]
            return {"old_squares": old, "squares": old + pull**2, "epsilon": epsilon}
        case "rmsprop":
            old, kept = memory[0][0], tools.decay
            squares = kept * old + (1.0 - kept) * pull**2
            return {"old_squares": old, "decay": kept, "squares": squares, "epsilon": epsilon}
        case "adam":
            return _adam(before, memory, pull, epsilon)
    return {}


def _adam(before: RunState, memory: list[Floats], pull: Floats, epsilon: float) -> dict[str, Value]:
    beta1, beta2, count = before.tools.beta1, before.tools.beta2, int(memory[2]) + 1
    means = beta1 * memory[0][0] + (1.0 - beta1) * pull
    squares = beta2 * memory[1][0] + (1.0 - beta2) * pull**2
    return {
        "old_means": memory[0][0],
        "beta1": beta1,
        "means": means,
        "old_squares": memory[1][0],
        "beta2": beta2,
        "squares": squares,
        "count": float(count),
        "fair_means": means / (1.0 - beta1**count),
        "fair_squares": squares / (1.0 - beta2**count),
        "epsilon": epsilon,
    }
