"""Do a network's slopes hold? The same loss worked out another way, one neuron after the other.

Two derivatives that know nothing of backpropagation: central differences, and complex steps, which
take no difference and so lose no digits: f'(x) = Im f(x + ih) / h. Source: W. Squire and G. Trapp,
"Using complex variables to estimate derivatives of real functions", 1998.
"""

from cmath import exp, tanh
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.sim import chance
from game.sim.bicubic import Floats
from game.sim.network_land import LossTerrain
from game.sim.network_plane import NAMES
from game.sim.tone_messages import FEATURES, MESSAGES, TONES, expected_of, features_of
from game.sim.tone_weights import HIDDEN, TRAINED

WITHIN = 1e-8  # paces per pace: what the slopes are held to
PLACES = 24
_TINY, _SMALL = 1e-20, 1e-3

Derivative = Callable[[LossTerrain, Floats, tuple[int, int]], float]


@dataclass(frozen=True)
class GradientCheck:
    """The largest error of any slope, in paces per pace, at so many places."""

    places: int
    complex_steps: float
    central_differences: float

    @property
    def holds(self) -> bool:
        """Whether both are within what slopes are held to."""
        return max(self.complex_steps, self.central_differences) <= WITHIN


def plain_loss(weights: dict[str, complex]) -> complex:
    """The loss of the network with weights by their names: the textbook's sums, no arrays."""
    total = 0j
    for message, tone in MESSAGES:
        told, wanted = features_of(message), expected_of(tone)
        hidden = []
        for h in range(1, HIDDEN + 1):
            inside = weights[f"bias of {h}"]
            for feature, value in zip(FEATURES, told, strict=True):
                inside += weights[f"{feature} to {h}"] * value
            hidden.append(tanh(inside))
        for name, expected in zip(TONES, wanted, strict=True):
            inside = weights[f"bias of {name}"]
            for h, said in enumerate(hidden, 1):
                inside += weights[f"{h} to {name}"] * said
            total += (1 / (1 + exp(-inside)) - expected) ** 2
    return total / len(MESSAGES)


def check_gradient(terrain: LossTerrain, places: int = PLACES, seed: int = 0) -> GradientCheck:
    """Compare the slopes that are walked by with both other ways, at places by chance."""
    spots = chance.uniform(seed, 0, 0, 2 * places).reshape(-1, 2) * (terrain.size - 2) + 1
    walked = terrain.gradient(spots)
    by_complex = np.array([_both(terrain, spot, _complex_step) for spot in spots])
    by_difference = np.array([_both(terrain, spot, _central_difference) for spot in spots])
    return GradientCheck(
        places,
        float(np.abs(walked - by_complex).max()),
        float(np.abs(walked - by_difference).max()),
    )


def _height(terrain: LossTerrain, x: complex, y: complex) -> complex:
    network = terrain.network
    weights = dict(zip(NAMES, map(complex, TRAINED.flat()), strict=True))
    for name, window, at in (
        (network.x, network.x_window, x),
        (network.y, network.y_window, y),
    ):
        weights[name] = window[0] + (window[1] - window[0]) * at / terrain.size
    return network.paces * plain_loss(weights)


def _both(terrain: LossTerrain, spot: Floats, way: Derivative) -> tuple[float, float]:
    return way(terrain, spot, (1, 0)), way(terrain, spot, (0, 1))


def _complex_step(terrain: LossTerrain, spot: Floats, toward: tuple[int, int]) -> float:
    x, y = (value + 1j * _TINY * part for value, part in zip(map(float, spot), toward, strict=True))
    return _height(terrain, x, y).imag / _TINY


def _central_difference(terrain: LossTerrain, spot: Floats, toward: tuple[int, int]) -> float:
    """(8 (f(+h) - f(-h)) - (f(+2h) - f(-2h))) / 12h: the error falls with h^4."""

    def at(steps: float) -> float:
        x, y = (v + _SMALL * steps * part for v, part in zip(map(float, spot), toward, strict=True))
        return _height(terrain, x, y).real

    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * _SMALL)
