"""A small network that guesses, its cost, and its slopes by backpropagation, all by hand.

    hidden  = tanh(features @ into + bias_in)
    outputs = sigmoid(hidden @ out + bias_out)

The cost of one example is the sum over its outputs of (output - expected)^2, the loss the mean of
the costs of all examples, or of a batch of them. Source of backpropagation: D. Rumelhart, G. Hinton
and R. Williams, "Learning representations by back-propagating errors", 1986.

Weights may be those of many networks at once: with axes (N, ...) before those told below, all
that is said of them has these axes, too. E examples, F features, H hidden neurons, O outputs.
"""

from dataclasses import dataclass

import numpy as np

from game.sim.bicubic import Floats


@dataclass(frozen=True, eq=False)
class Weights:
    """Everything that learning changes; a slope of the loss has the same shapes.

    into (F, H) and bias_in (H,): to the hidden neurons; out (H, O) and bias_out (O,): to the
    outputs.
    """

    into: Floats
    bias_in: Floats
    out: Floats
    bias_out: Floats

    def flat(self) -> Floats:
        """All of them in one row (..., W): into, bias_in, out, bias_out, each row by row."""
        before = self.bias_in.shape[:-1]
        parts = (self.into, self.bias_in, self.out, self.bias_out)
        return np.concatenate([part.reshape(*before, -1) for part in parts], axis=-1)

    def like(self, rows: Floats) -> "Weights":
        """Weights of these F, H and O from rows (..., W) as `flat` gives them."""
        (features, hidden), outputs = self.into.shape[-2:], self.bias_out.shape[-1]
        ends = np.cumsum([features * hidden, hidden, hidden * outputs])
        into, bias_in, out, bias_out = np.split(rows, ends, axis=-1)
        before = rows.shape[:-1]
        return Weights(
            into.reshape(*before, features, hidden),
            bias_in,
            out.reshape(*before, hidden, outputs),
            bias_out,
        )


def sigmoid(x: Floats) -> Floats:
    """1 / (1 + e^-x): from 0 to 1, 0.5 at 0."""
    squashed: Floats = 1.0 / (1.0 + np.exp(-np.clip(x, -700.0, 700.0)))
    return squashed


def hidden_of(weights: Weights, features: Floats) -> Floats:
    """What the hidden neurons say (..., E, H) of features (E, F), each -1..1."""
    said: Floats = np.tanh(features @ weights.into + weights.bias_in[..., None, :])
    return said


def outputs_of(weights: Weights, hidden: Floats) -> Floats:
    """The outputs (..., E, O) that the hidden neurons (..., E, H) lead to, each 0..1."""
    return sigmoid(hidden @ weights.out + weights.bias_out[..., None, :])


def guesses(weights: Weights, features: Floats) -> Floats:
    """The outputs (..., E, O) for features (E, F)."""
    return outputs_of(weights, hidden_of(weights, features))


def cost(outputs: Floats, expected: Floats) -> Floats:
    """The cost (..., E) of outputs (..., E, O) where (E, O) is expected."""
    added: Floats = ((outputs - expected) ** 2).sum(axis=-1)
    return added


def loss(weights: Weights, features: Floats, expected: Floats) -> Floats:
    """The mean cost (...,) of all examples."""
    mean: Floats = cost(guesses(weights, features), expected).mean(axis=-1)
    return mean


def even_share(count: int) -> Floats:
    """The share (E,) that each of `count` examples has in a mean."""
    return np.full(count, 1.0 / count)


def backpropagate(
    weights: Weights, features: Floats, expected: Floats, share: Floats | None = None
) -> Weights:
    """The slope of the loss along every weight, by the chain rule from the end to the beginning.

    `share` (..., E) is how much each example counts, 0 for those outside a batch; the slope is of
    the sum of share * cost. Without it all count alike. `blame` is how that sum changes with what
    flows into a neuron.
    """
    share = even_share(len(features)) if share is None else share
    hidden = hidden_of(weights, features)
    outputs = outputs_of(weights, hidden)
    blame_out = 2.0 * share[..., None] * (outputs - expected) * outputs * (1.0 - outputs)
    blame_in = (blame_out @ np.swapaxes(weights.out, -1, -2)) * (1.0 - hidden**2)
    return Weights(
        features.T @ blame_in,
        blame_in.sum(axis=-2),
        np.swapaxes(hidden, -1, -2) @ blame_out,
        blame_out.sum(axis=-2),
    )
