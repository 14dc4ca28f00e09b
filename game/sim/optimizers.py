"""Six optimizers: frozen settings, and a memory that goes in and comes out.

    optimizer = OPTIMIZERS["momentum"](learning_rate=0.02, momentum=0.9)
    state = optimizer.init(positions)                     # positions (N, 2)
    displacement, state = optimizer.step(gradient, state)    # gradient (N, 2)
    positions = positions + displacement

The arithmetic is that of torch.optim, which tests hold it to. Each setting may be a number, or an
array of shape (N, 1) that gives every walker its own. A setting may be changed between any two
steps with `dataclasses.replace`; the memory stays.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.sim.bicubic import Floats

State = tuple[Any, ...]
Number = float | Floats


def _check(name: str, value: Number, low: float, high: float, open_end: bool = False) -> None:
    fine = np.all((value >= low) & ((value < high) if open_end else (value <= high)))
    if not (fine and np.all(np.isfinite(value))):
        end = "below" if open_end else "to"
        raise ValueError(f"{name} must be a number from {low:g} {end} {high:g}, not {value!r}")


_HUGE = 1e12


@dataclass(frozen=True, kw_only=True)
class Optimizer:
    """What all optimizers share: the learning rate, and clipping of the gradient by its norm.

    Clipping: g <- g * min(1, clip_norm / |g|), each walker by itself (Pascanu et al., 2013).
    `clip_norm` None means no clipping. Raises ValueError for a setting out of range.
    """

    learning_rate: Number = 0.001
    clip_norm: Number | None = None

    def __post_init__(self) -> None:
        _check("learning_rate", self.learning_rate, 0.0, _HUGE)
        if self.clip_norm is not None:
            _check("clip_norm", self.clip_norm, 0.0, math.inf)

    def init(self, positions: Floats) -> State:
        """The empty memory of walkers at `positions` (N, 2)."""
        raise NotImplementedError

    def step(self, gradient: Floats, state: State) -> tuple[Floats, State]:
        """How far to go (N, 2) for a `gradient` (N, 2) and a memory, and the new memory."""
        if self.clip_norm is not None:
            norm = np.sqrt((gradient * gradient).sum(axis=1, keepdims=True))
            gradient = gradient * np.minimum(1.0, self.clip_norm / np.maximum(norm, 1e-300))
        return self._update(gradient, state)

    def _update(self, gradient: Floats, state: State) -> tuple[Floats, State]:
        raise NotImplementedError

    def kick(self, displacement: Floats, state: State) -> State:
        """The memory after a push by `displacement` (N, 2): kept only by what has a velocity."""
        return state


@dataclass(frozen=True, kw_only=True)
class GradientDescent(Optimizer):
    """p <- p - learning_rate * g"""

    def init(self, positions: Floats) -> State:
        return ()

    def _update(self, gradient: Floats, state: State) -> tuple[Floats, State]:
        return gradient * -self.learning_rate, state


@dataclass(frozen=True, kw_only=True)
class Momentum(Optimizer):
    """v <- momentum * v + g;  p <- p - learning_rate * v   (Polyak, 1964)"""

    momentum: Number = 0.9

    def __post_init__(self) -> None:
        super().__post_init__()
        _check("momentum", self.momentum, 0.0, 1.0, open_end=True)

    def init(self, positions: Floats) -> State:
        return (np.zeros_like(positions, dtype=np.float64),)

    def _update(self, gradient: Floats, state: State) -> tuple[Floats, State]:
        velocity = state[0] * self.momentum
        velocity += gradient
        return velocity * -self.learning_rate, (velocity,)

    def kick(self, displacement: Floats, state: State) -> State:
        if not np.all(np.asarray(self.learning_rate) > 0):
            return state
        return (state[0] - displacement / self.learning_rate,)


@dataclass(frozen=True, kw_only=True)
class Nesterov(Momentum):
    """v <- momentum * v + g;  p <- p - learning_rate * (g + momentum * v)

    Nesterov's accelerated gradient (1983) in the form of Sutskever et al., 2013.
    """

    def _update(self, gradient: Floats, state: State) -> tuple[Floats, State]:
        velocity = state[0] * self.momentum
        velocity += gradient
        ahead = velocity * self.momentum
        ahead += gradient
        ahead *= -self.learning_rate
        return ahead, (velocity,)


@dataclass(frozen=True, kw_only=True)
class AdaGrad(Optimizer):
    """s <- s + g^2;  p <- p - learning_rate * g / (sqrt(s) + epsilon)   (Duchi et al., 2011)"""

    learning_rate: Number = 0.01
    epsilon: Number = 1e-10

    def __post_init__(self) -> None:
        super().__post_init__()
        _check("epsilon", self.epsilon, 0.0, 1.0)

    def init(self, positions: Floats) -> State:
        return (np.zeros_like(positions, dtype=np.float64),)

    def _update(self, gradient: Floats, state: State) -> tuple[Floats, State]:
        squares = state[0] + gradient * gradient
        return -self.learning_rate * gradient / (np.sqrt(squares) + self.epsilon), (squares,)


@dataclass(frozen=True, kw_only=True)
class RMSProp(Optimizer):
    """s <- decay * s + (1 - decay) * g^2;  p <- p - learning_rate * g / (sqrt(s) + epsilon)

    Source: Hinton, Srivastava & Swersky, lecture 6e of "Neural networks for machine learning".
    """

    learning_rate: Number = 0.01
    decay: Number = 0.99
    epsilon: Number = 1e-8

    def __post_init__(self) -> None:
        super().__post_init__()
        _check("decay", self.decay, 0.0, 1.0)
        _check("epsilon", self.epsilon, 0.0, 1.0)

    def init(self, positions: Floats) -> State:
        return (np.zeros_like(positions, dtype=np.float64),)

    def _update(self, gradient: Floats, state: State) -> tuple[Floats, State]:
        squares = self.decay * state[0] + (1.0 - self.decay) * (gradient * gradient)
        return -self.learning_rate * gradient / (np.sqrt(squares) + self.epsilon), (squares,)


@dataclass(frozen=True, kw_only=True)
class Adam(Optimizer):
    """m, s: running means of g and g^2, both corrected for their start at 0 (Kingma & Ba, 2015).

    p <- p - learning_rate * m / (1 - beta1^t) / (sqrt(s / (1 - beta2^t)) + epsilon)
    """

    beta1: Number = 0.9
    beta2: Number = 0.999
    epsilon: Number = 1e-8

    def __post_init__(self) -> None:
        super().__post_init__()
        _check("beta1", self.beta1, 0.0, 1.0, open_end=True)
        _check("beta2", self.beta2, 0.0, 1.0, open_end=True)
        _check("epsilon", self.epsilon, 0.0, 1.0)

    def init(self, positions: Floats) -> State:
        zeros = np.zeros_like(positions, dtype=np.float64)
        return zeros, zeros, 0

    def _update(self, gradient: Floats, state: State) -> tuple[Floats, State]:
        means, squares, count = state
        count += 1
        means = self.beta1 * means + (1.0 - self.beta1) * gradient
        squares = self.beta2 * squares + (1.0 - self.beta2) * (gradient * gradient)
        root = np.sqrt(squares) / np.sqrt(1.0 - self.beta2**count) + self.epsilon
        stride = self.learning_rate / (1.0 - self.beta1**count)
        return -stride * means / root, (means, squares, count)


OPTIMIZERS: dict[str, type[Optimizer]] = {
    "gradient_descent": GradientDescent,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "adagrad": AdaGrad,
    "rmsprop": RMSProp,
    "adam": Adam,
}
