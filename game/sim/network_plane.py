"""Two weights of the tone guesser as x and y: its loss and the slopes of it, at any place.

A place in paces stands for a pair of weights: 0 is the low end of a weight's window, 100 the high
end, evenly between and beyond. All other weights stay as they were trained.
"""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from game.sim.bicubic import Floats
from game.sim.grid import SIZE
from game.sim.network import Weights, backpropagate, loss
from game.sim.tone_messages import FEATURES, TONES, table
from game.sim.tone_weights import HIDDEN, TRAINED

Window = tuple[float, float]

_ROWS = 8  # of a grid at once: what they need stays in the processor's cache
_CROWD = 512  # places at once, for the same reason

# What each weight is called, in the order of Weights.flat.
_NEURONS = [str(number + 1) for number in range(HIDDEN)]
NAMES = tuple(
    [f"{feature} to {neuron}" for feature in FEATURES for neuron in _NEURONS]
    + [f"bias of {neuron}" for neuron in _NEURONS]
    + [f"{neuron} to {tone}" for neuron in _NEURONS for tone in TONES]
    + [f"bias of {tone}" for tone in TONES]
)


@cache
def examples() -> tuple[Floats, Floats]:
    """Features (E, F) and expected outputs (E, O) of all messages."""
    return table()


@cache
def _distinct() -> tuple[Floats, Floats, Floats]:
    """Features (D, F) and expected (D, O) of messages that differ, and how many (D,) are alike."""
    features, expected = examples()
    both, counts = np.unique(np.hstack([features, expected]), axis=0, return_counts=True)
    return both[:, : features.shape[1]], both[:, features.shape[1] :], counts.astype(np.float64)


@dataclass(frozen=True)
class Plane:
    """The weights named `x` and `y` (one of NAMES each), and the windows that paces 0..100 span."""

    x: str
    y: str
    x_window: Window
    y_window: Window

    @cached_property
    def _at(self) -> list[int]:
        return [NAMES.index(self.x), NAMES.index(self.y)]

    @cached_property
    def per_pace(self) -> Floats:
        """How much a weight changes over one pace, (2,)."""
        low, high = np.array([self.x_window, self.y_window]).T
        rate: Floats = (high - low) / SIZE
        return rate

    def values(self, places: Floats) -> Floats:
        """The two weights (..., 2) at places (..., 2)."""
        low = np.array([self.x_window[0], self.y_window[0]])
        found: Floats = low + places * self.per_pace
        return found

    def weights(self, places: Floats) -> Weights:
        """All weights of the network at places (..., 2)."""
        rows = np.broadcast_to(TRAINED.flat(), (*places.shape[:-1], len(NAMES))).copy()
        rows[..., self._at] = self.values(places)
        return TRAINED.like(rows)

    def loss(self, places: Floats) -> Floats:
        """The loss (N,) at places (N, 2)."""
        found = [loss(self.weights(some), *examples()) for some in _pieces(places)]
        return np.concatenate(found)

    def slope(self, places: Floats, share: Floats | None = None) -> Floats:
        """How the loss (N, 2) changes with a pace east and south, by backpropagation.

        `share` (N, E) is how much each message counts; without it all count alike.
        """
        found, done = np.empty((len(places), 2)), 0
        for some in _pieces(places):
            here = slice(done, done + len(some))
            counts = None if share is None else share[here]
            slopes = backpropagate(self.weights(some), *examples(), counts).flat()
            found[here] = slopes[:, self._at] * self.per_pace
            done += len(some)
        return found

    def slope_of_each(self, place: Floats) -> Floats:
        """What each message alone would have the child feel at a place (2,): (E, 2)."""
        count = len(examples()[0])
        return self.slope(np.repeat(place[None], count, axis=0), np.eye(count))

    def loss_on(self, x: Floats, y: Floats) -> Floats:
        """The loss (R, C) at columns `x` (C,) and rows `y` (R,), in paces: quick for a grid.

        What depends on x alone, or on y alone, is worked out once for a column or a row. Where
        the sigmoid's inside is a sum of such parts, e^-(a + b) = e^-a * e^-b spares most of the
        exponentials.
        """
        across = self.x_window[0] + np.asarray(x, np.float64) * self.per_pace[0]
        down = self.y_window[0] + np.asarray(y, np.float64) * self.per_pace[1]
        out = np.empty((len(down), len(across)))
        for top in range(0, len(down), _ROWS):
            rows = down[top : top + _ROWS]
            out[top : top + _ROWS] = _loss_of(self._at, across[None, :, None], rows[:, None, None])
        return out


def _pieces(places: Floats) -> list[Floats]:
    return np.split(places, range(_CROWD, len(places), _CROWD))


def _loss_of(at: list[int], across: Floats, down: Floats) -> Floats:
    """The loss (R, C) where the weights numbered `at` are `across` (1, C, 1) and `down` (R, 1, 1).

    Every weight is an array that broadcasts to (R, C, E); most are single numbers.
    """
    features, expected, counts = _distinct()
    weights: list[Floats | float] = [*map(float, TRAINED.flat())]
    weights[at[0]], weights[at[1]] = across, down
    inputs, outputs = features.shape[1], expected.shape[1]
    hidden = []
    for h in range(HIDDEN):
        inside = _sum([features[:, f] * weights[f * HIDDEN + h] for f in range(inputs)])
        hidden.append(np.tanh(inside + weights[inputs * HIDDEN + h]))
    first, total = (inputs + 1) * HIDDEN, np.zeros(1)
    for o in range(outputs):
        terms = [hidden[h] * weights[first + h * outputs + o] for h in range(HIDDEN)]
        bias = np.asarray(weights[first + HIDDEN * outputs + o]) + np.zeros(len(features))
        # 1 - sigmoid(z) is sigmoid(-z): with the sign turned where 1 is expected, it is the error.
        sign = 1.0 - 2.0 * expected[:, o]
        error = _times_sigmoid(np.sqrt(counts), [sign * term for term in [*terms, bias]])
        total = total + np.einsum("...e,...e->...", error, error)
    mean: Floats = total / counts.sum()
    return mean


def _sum(terms: list[Floats]) -> Floats:
    """The sum of arrays that broadcast, the small ones added up first."""
    added = np.zeros(1)
    for term in sorted(terms, key=np.size):
        added = added + term
    return added


def _times_sigmoid(factor: Floats, terms: list[Floats]) -> Floats:
    """factor * sigmoid(sum of terms that broadcast): one exponential for each shape of them."""
    shapes: dict[tuple[int, ...], list[Floats]] = {}
    for term in terms:
        shapes.setdefault((1,) * (3 - term.ndim) + term.shape, []).append(term)
    grown = np.asarray(1.0)
    for alike in sorted(shapes.values(), key=lambda found: found[0].size):
        grown = grown * np.exp(-np.clip(_sum(alike), -300.0, 300.0))
    grown += 1.0
    squashed: Floats = np.divide(factor, grown, out=grown)
    return squashed
