"""What the tone guesser's panel says: its messages, what it is told of them, what it makes of them.

The messages are shown in the player's language; the numbers are those of the English ones, which
the guesser was trained on. Capital letters and exclamation marks are the same in both.
"""

from dataclasses import dataclass

import numpy as np

from game.sim.network import Weights, guesses
from game.sim.tone_messages import FEATURES, MESSAGES, TONES, expected_of, features_of
from game.text import number, text

# One of each tone, by its number in MESSAGES.
SHOWN = tuple(
    next(at for at, (said, _) in enumerate(MESSAGES) if said == message)
    for message in ("YAY, we won!!!", "Thank you, that was nice!", "STOP IT NOW!!!")
)
_TOLD = {
    # For translators: these three are messages whose tone is guessed. Keep all capital letters and
    # exclamation marks: the guesser counts them.
    "YAY, we won!!!": lambda: text("YAY, we won!!!"),
    "Thank you, that was nice!": lambda: text("Thank you, that was nice!"),
    "STOP IT NOW!!!": lambda: text("STOP IT NOW!!!"),
}
_TONES = {
    # For translators: tones of a message, in small letters.
    "chill": lambda: text("chill"),
    "decent": lambda: text("decent"),
    "angry": lambda: text("angry"),
}
_FEATURES = {
    # For translators: what is counted in a message; short, beside a drawing.
    "capitals": lambda: text("CAPITALS"),
    "shouts": lambda: text("marks !!!"),
    "easy": lambda: text("fun words"),
    "polite": lambda: text("polite words"),
    "cross": lambda: text("cross words"),
}


@dataclass(frozen=True)
class Guess:
    """What the network makes of a message: `outputs`, one for each tone, where `tone` is right."""

    message: str
    tone: int
    outputs: tuple[float, ...]

    @property
    def likeliest(self) -> int:
        """The tone that it guesses."""
        return int(np.argmax(self.outputs))

    @property
    def told(self) -> str:
        """The message in the player's language."""
        return _TOLD[self.message]()


@dataclass(frozen=True)
class Sum:
    """The cost worked out: (output, expected, square) of each output, as numbers are written."""

    squares: tuple[tuple[str, str, str], ...]
    total: str

    @property
    def _brackets(self) -> list[str]:
        minus = "\N{MINUS SIGN}"
        return [f"({output} {minus} {wanted})²" for output, wanted, _ in self.squares]

    @property
    def in_a_row(self) -> list[str]:
        """(a - b)² + (c - d)² + ..., what that is, and the total: three lines."""
        added = " + ".join(square for *_, square in self.squares)
        return [" + ".join(self._brackets), f"= {added}", f"= {self.total}"]

    @property
    def stacked(self) -> list[str]:
        """A line for each square, and the total."""
        squares = (square for *_, square in self.squares)
        lines = [f"{one} = {two}" for one, two in zip(self._brackets, squares, strict=True)]
        return [*lines, text("together {sum}", sum=self.total)]


def tone_names() -> list[str]:
    """Chill, decent, angry."""
    return [_TONES[tone]() for tone in TONES]


def feature_names() -> list[str]:
    """What the inputs stand for, in their order."""
    return [_FEATURES[feature]() for feature in FEATURES]


def guesses_of(weights: Weights) -> list[Guess]:
    """What a network with these weights makes of the messages shown."""
    found = []
    for at in SHOWN:
        message, tone = MESSAGES[at]
        outputs = guesses(weights, np.array([features_of(message)]))[0]
        found.append(Guess(message, tone, tuple(map(float, outputs))))
    return found


def worked_out(outputs: tuple[float, ...], expected: tuple[float, ...]) -> Sum:
    """The sum of squares of outputs as they are shown, with two decimals: then it is exact."""
    squares, total = [], 0.0
    for output, wanted in zip(outputs, expected, strict=True):
        shown = round(output, 2)
        square = (shown - wanted) ** 2
        total += square
        squares.append((number(shown, 2), number(wanted), number(square, 4)))
    return Sum(tuple(squares), number(total, 4))


def sum_of(guess: Guess) -> Sum:
    """The cost of a guess, worked out."""
    return worked_out(guess.outputs, expected_of(guess.tone))
