"""Train the tone guesser on its messages, and write its weights.

    python assets/make_network.py            # writes game/sim/tone_weights.py
    python assets/make_network.py --check    # says whether that file is what training gives

The same seed gives the same weights (to the rounding that they are written with). A pull of all
weights toward 0 while learning keeps them small, so that the land around them has slopes that can
be felt; the loss that is walked on knows nothing of it.
"""

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.sim.network import Weights, backpropagate, guesses, loss  # noqa: E402
from game.sim.tone_messages import FEATURES, TONES, table  # noqa: E402

TARGET = ROOT / "game" / "sim" / "tone_weights.py"
SEED, HIDDEN, STEPS = 0, 3, 4000
LEARNING_RATE, MOMENTUM, PULL = 1.0, 0.9, 0.0002
SPREAD = 1.6  # the first weights lie between -SPREAD and SPREAD, biases half as far
DIGITS = 6

_HEAD = '''"""The weights of the tone guesser. Written by assets/make_network.py: do not edit.

{told}
"""

import numpy as np

from game.sim.network import Weights

HIDDEN = {hidden}

'''


def first_weights(seed: int = SEED, hidden: int = HIDDEN) -> Weights:
    """Where learning starts: random."""
    draw = np.random.Generator(np.random.Philox(seed)).random
    inputs, outputs = len(FEATURES), len(TONES)
    shapes = ((inputs, hidden), (hidden,), (hidden, outputs), (outputs,))
    return Weights(*((2 * draw(shape) - 1) * SPREAD / (3 - len(shape)) for shape in shapes))


def trained() -> Weights:
    """The weights after gradient descent with momentum on all messages, rounded."""
    features, expected = table()
    weights = first_weights()
    row = weights.flat()
    velocity = np.zeros_like(row)
    for _ in range(STEPS):
        slope = backpropagate(weights.like(row), features, expected).flat() + PULL * row
        velocity = MOMENTUM * velocity + slope
        row = row - LEARNING_RATE * velocity
    return weights.like(np.round(row, DIGITS) + 0.0)


def source(weights: Weights) -> str:
    """The text of the file that holds the weights."""
    features, expected = table()
    right = (guesses(weights, features).argmax(axis=1) == expected.argmax(axis=1)).sum()
    told = (
        f"Seed {SEED}, {STEPS} steps. Loss {float(loss(weights, features, expected)):.6f};"
        f" {right} of {len(features)} messages are guessed right."
    )
    parts = []
    for name in ("into", "bias_in", "out", "bias_out"):
        rows = np.atleast_2d(getattr(weights, name))
        inner = ["[" + ", ".join(repr(float(v)) for v in row) + "]" for row in rows]
        lines = "".join(f"            {line},\n" for line in inner)
        array = (
            f"np.array(\n        [\n{lines}        ]\n    )"
            if len(rows) > 1
            else (f"np.array({inner[0]})")
        )
        parts.append(f"    {name}={array},\n")
    head = _HEAD.format(told=told, hidden=weights.bias_in.shape[-1])
    return head + "TRAINED = Weights(\n" + "".join(parts) + ")\n"


def main() -> int:
    """Write the file, or compare it."""
    wanted = source(trained())
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(wanted, encoding="utf-8")
        return 0
    stale = not TARGET.exists() or TARGET.read_text(encoding="utf-8") != wanted
    print(f"{TARGET.name} is {'stale' if stale else 'up to date'}")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
