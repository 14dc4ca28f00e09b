"""Trial walks: how many usual settings find the gem from a place? Measures how hard a start is."""

import numpy as np
from numpy.typing import NDArray

from game.sim.bicubic import Floats
from game.sim.terrain import Terrain

STEPS = 60  # what a good player needs
REACH = 1.5  # paces from the gem that count as found

# (learning rate, momentum): plain walks first, then with more and more momentum.
_PLAIN = [(1.0, 0.0), (2.0, 0.0), (4.0, 0.0), (8.0, 0.0)]
_CARRIED = [
    *[(0.5, 0.8), (1.0, 0.8), (2.0, 0.8), (4.0, 0.8)],
    *[(0.25, 0.9), (0.5, 0.9), (1.0, 0.9), (2.0, 0.9)],
    *[(0.25, 0.95), (0.5, 0.95), (1.0, 0.95)],
]
TRIALS = np.array(_PLAIN + _CARRIED)
PLAIN = len(_PLAIN)


def found(land: Terrain, starts: Floats, gem: Floats) -> NDArray[np.bool_]:
    """Which of the TRIALS stand within reach of `gem` (2,) in time: (S, len(TRIALS)).

    Each start (S, 2) is walked from with each setting, by gradient descent with heavy-ball
    momentum and without chance. A walk that leaves the land has found nothing more.
    """
    trials = len(TRIALS)
    places = np.repeat(starts, trials, axis=0)
    learning_rate, momentum = np.tile(TRIALS, (len(starts), 1)).T[:, :, None]
    velocity = np.zeros_like(places)
    arrived = np.zeros(len(places), dtype=bool)
    walking = np.ones(len(places), dtype=bool)
    for _ in range(STEPS):
        velocity = momentum * velocity + land.gradient(places)
        places = places - learning_rate * velocity
        walking &= land.contains(places)
        arrived |= walking & (((places - gem) ** 2).sum(axis=1) <= REACH**2)
    return arrived.reshape(len(starts), trials)
