"""The path of a walk in numbers: what each move was, what made it, what ground it went over."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.sim.bicubic import Floats
from game.sim.run import RunSetup, RunState
from game.sim.valleys import Valleys, valleys_of

SAMPLES = 12  # of the ground under one move: a valley that was jumped over lies between its ends


def lengths_of(vectors: Floats) -> Floats:
    """Lengths (N,) of vectors (N, 2)."""
    found: Floats = np.sqrt((vectors**2).sum(axis=1))
    return found


@dataclass(frozen=True, eq=False)
class Path:
    """A walk of n moves as arrays; state i lies before move i, state i + 1 after it.

    places (n + 1, 2), heights, steepness (n + 1,)   of the states, the slope being the true one
    moves (n, 2), lengths (n,)                       in paces
    carried (n,)    share 0..1 of each move that wind from earlier steps made, not the slope
    kinds (n,)      "step", "gust" or "leap"
    """

    setup: RunSetup
    states: tuple[RunState, ...]
    places: Floats
    heights: Floats
    steepness: Floats
    moves: Floats
    lengths: Floats
    carried: Floats
    kinds: tuple[str, ...]

    @classmethod
    def of(cls, setup: RunSetup, states: Sequence[RunState]) -> "Path":
        """The path through the states of a walk (at least one)."""
        places = np.array([state.place for state in states])
        moves = np.diff(places, axis=0)
        wind = np.array([state.velocity for state in states[:-1]]).reshape(-1, 2)
        squares = np.maximum((moves**2).sum(axis=1), 1e-12)
        return cls(
            setup,
            tuple(states),
            places,
            np.array([state.height for state in states]),
            lengths_of(np.array([state.slope for state in states])),
            moves,
            lengths_of(moves),
            np.clip((wind * moves).sum(axis=1) / squares, 0.0, 1.0),
            tuple(kind_of(*pair) for pair in pairwise(states)),
        )

    @property
    def count(self) -> int:
        """How many moves there were."""
        return len(self.moves)

    @cached_property
    def from_gem(self) -> Floats:
        """Paces (n + 1,) from each state to the gem."""
        return lengths_of(self.places - self.setup.gem)

    @cached_property
    def valleys(self) -> Valleys:
        """The valleys of the land."""
        return valleys_of(self.setup.terrain)

    @cached_property
    def home(self) -> int:
        """The label of the gem's valley."""
        return int(self.valleys.at(self.setup.gem)[0])

    @cached_property
    def labels(self) -> NDArray[np.int64]:
        """The valley (n + 1,) of each state."""
        return self.valleys.at(self.places)

    @cached_property
    def turns(self) -> Floats:
        """Cosine (n - 1,) between each move and the one before: -1 is right back, 1 straight on."""
        if self.count < 2:
            return np.zeros(0)
        products = (self.moves[1:] * self.moves[:-1]).sum(axis=1)
        found: Floats = products / np.maximum(self.lengths[1:] * self.lengths[:-1], 1e-12)
        return found

    @cached_property
    def ground(self) -> Floats:
        """Places (n * SAMPLES, 2) along all moves; of a leap, which flies, only its two ends."""
        share = np.linspace(0.0, 1.0, SAMPLES)[None, :, None]
        flown = np.array([kind == "leap" for kind in self.kinds], dtype=bool)
        share = np.where(flown[:, None, None], np.rint(share), share)
        along = self.places[:-1, None] + share * self.moves[:, None]
        return along.reshape(-1, 2)

    @cached_property
    def miss(self) -> Floats:
        """Paces (n,) from the gem to the nearest place of each move."""
        away = lengths_of(self.ground - self.setup.gem)
        nearest: Floats = away.reshape(-1, SAMPLES).min(axis=1)
        return nearest


def kind_of(before: RunState, after: RunState) -> str:
    """What led from one state of a walk to the next: "step", "gust" or "leap"."""
    if after.leaps > before.leaps:
        return "leap"
    return "step" if after.steps > before.steps or after.water == before.water - 1 else "gust"
