"""What a walk shows besides its cause: that it stood on a saddle, that mini-batches shook it.

No causes of their own: a child that stands on a pass crawled as well, and `diagnosis` says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.sim.batches import chosen_size
from game.sim.diagnosis import FLAT, Blame, Cause, Diagnosis
from game.sim.path import Path, lengths_of
from game.sim.run import RunSetup, RunState

_STILL = 0.5  # paces; shorter moves look like standing
_LEAST = 6  # moves; less is only a pause
_BENT = 0.005  # per pace, how much slopes must change for a pass to be more than a ripple
_SHARE = 0.5  # of the true slope; what strays by more is felt as trembling


@dataclass(frozen=True)
class AtSaddle:
    """The walk hardly moved from state `first` on, on a pass: up two ways and down two ways."""

    first: int


@dataclass(frozen=True)
class Trembled:
    """At the end each step felt `heard` of `examples`, and that strayed far from the slope."""

    heard: int
    examples: int


SideNote = AtSaddle | Trembled | None


def side_note(told: Diagnosis, setup: RunSetup, states: Sequence[RunState]) -> SideNote:
    """What is worth saying besides the diagnosis of a finished walk; None where nothing is."""
    if told.cause in (Cause.FOUND, Cause.THROWN) or len(states) <= _LEAST:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        shaken = _trembled(setup, states)
        if shaken is not None:  # who leaves the map or the gem by noise is told so already
            return None if told.blame is Blame.NOISE and _says_noise(told.cause) else shaken
        slow = told.cause in (Cause.CRAWLED, Cause.PLAIN, Cause.DUG_EARLY)
        return _at_saddle(Path.of(setup, states)) if slow else None


def _says_noise(cause: Cause) -> bool:
    return cause in (Cause.BLOWN_OFF, Cause.PASSED)


def _trembled(setup: RunSetup, states: Sequence[RunState]) -> Trembled | None:
    """Of the last third of the steps: whether few examples were felt, and that mattered."""
    land, last = setup.terrain, states[-max(_LEAST, len(states) // 3) - 1 :]
    steps = [(before, after) for before, after in pairwise(last) if after.steps > before.steps]
    sizes = [chosen_size(land, before.tools.batch_size) for before, _ in steps]
    if not steps or max(sizes) >= land.examples:
        return None
    strayed = lengths_of(np.array([after.felt - before.slope for before, after in steps]))
    slopes = lengths_of(np.array([before.slope for before, _ in steps]))
    if np.median(strayed) < _SHARE * np.median(slopes):
        return None
    return Trembled(sizes[-1], land.examples)


def _at_saddle(path: Path) -> AtSaddle | None:
    """The longest time that the child stood nearly still where one way bends up and one down."""
    xx, xy, yy = path.setup.terrain.hessian(path.places).T
    bends = np.linalg.eigvalsh(np.stack([xx, xy, xy, yy], axis=1).reshape(-1, 2, 2))
    on_pass = (path.steepness < FLAT) & (bends[:, 0] < -_BENT) & (bends[:, 1] > _BENT)
    still = on_pass[:-1] & on_pass[1:] & (path.lengths < _STILL)
    edges = np.flatnonzero(np.diff(np.pad(still.astype(int), 1)))
    begins, ends = edges[::2], edges[1::2]
    if len(begins) == 0 or (ends - begins).max() < _LEAST:
        return None
    return AtSaddle(int(begins[np.argmax(ends - begins)]))
