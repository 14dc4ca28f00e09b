"""The proof of a level's claims by simulation, and the water that is left for its third star."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from game.claims import Claim, Place
from game.sim.commands import ChooseSchedule, Command, Gust, Leap, Step, Tune
from game.sim.crowd import walk_crowd
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.sim.optimizers import Number
from game.sim.run import RunSetup, RunState
from game.sim.schedules import Exponential

_STUCK = 0.06  # slope below which a player with a leap or a gust takes it
PAR_SHARE = 0.25  # of the walks that find the gem, the share that has the par water left


@dataclass(frozen=True)
class Proof:
    """The share (0..1) of walks that found the gem, of how many, and whether the claim holds.

    best_waters  for each of the claim's places the most water that was left; -1: gem not found
    par_waters   for each of them, what a quarter of the walks that found the gem had left; or -1
    """

    claim: Claim
    walks: int
    share: float
    best_waters: tuple[int, ...]
    par_waters: tuple[int, ...]

    @property
    def holds(self) -> bool:
        """Whether the gem was found as often as the claim says."""
        return self.claim.at_least <= self.share <= self.claim.at_most

    @property
    def best_water(self) -> int:
        """Water left by the best walk from any start; below 0 where none found the gem."""
        return max(self.best_waters)


@dataclass(frozen=True)
class Par:
    """Water of a level: at first, left by the best walk, and to be left for the third star."""

    water: int
    best: int
    suggested: int


def prove(claim: Claim, setup: RunSetup) -> Proof:
    """Walk all that a claim speaks of, and count."""
    places = claim.places or ((float(setup.start[0]), float(setup.start[1])),)
    water = [_water_from(place, claim, setup) for place in places]
    total = sum(map(len, water))
    share = sum(left >= 0 for walks in water for left in walks) / total
    return Proof(claim, total, share, tuple(map(max, water)), tuple(map(_par_water, water)))


def _par_water(water: list[int]) -> int:
    found = sorted((left for left in water if left >= 0), reverse=True)
    return found[math.ceil(PAR_SHARE * len(found)) - 1] if found else -1


def par_of(proofs: Iterable[Proof], water: int) -> Par | None:
    """The par water that the claims prove; None where no claim that holds says what works.

    Of the places where walks may begin, that one counts from which the least water is left: the
    third star must be within reach from all from which the gem is.
    """
    best: dict[Place | None, tuple[int, int]] = {}
    for proof in proofs:
        if proof.holds and proof.claim.at_least > 0:
            places = proof.claim.places or (None,)
            for place, *left in zip(places, proof.best_waters, proof.par_waters, strict=True):
                known = best.get(place, (-1, -1))
                best[place] = (max(left[0], known[0]), max(left[1], known[1]))
    found = [left for left in best.values() if left[0] >= 0]
    if not found:
        return None
    return Par(water, min(left for left, _ in found), min(left for _, left in found))


def _water_from(place: Place, claim: Claim, setup: RunSetup) -> list[int]:
    """Water left of each walk from a place of the level, -1 where it did not find the gem."""
    walks, starts = _combinations(claim), _starts(claim, place, setup.terrain.size)
    water: list[int] = []
    for seed in range(setup.seed, setup.seed + claim.seeds):
        seeded = replace(setup, seed=seed, tools=claim.tools)
        if claim.player == "walk":
            water += _crowd_water(claim, seeded, walks, starts)
            continue
        names = [sweep.parameter for sweep in claim.sweeps]
        for walk in walks:
            settings = [_setting(*pair) for pair in zip(names, walk, strict=True)]
            water += [_play(claim.player, seeded, settings, start) for start in starts]
    return water


def _combinations(claim: Claim) -> list[tuple[float, ...]]:
    if not claim.sweeps:
        return [()]
    grids = np.meshgrid(*(sweep.values() for sweep in claim.sweeps), indexing="ij")
    return [tuple(map(float, row)) for row in np.stack([g.ravel() for g in grids], axis=1)]


def _starts(claim: Claim, place: Place, size: float) -> np.ndarray:
    """Places (starts, 2) spread evenly over a disc: Vogel's sunflower, `place` itself first."""
    number = np.arange(claim.starts)
    angle, radius = number * 2.399963, claim.spread * np.sqrt(number / max(claim.starts - 1, 1))
    places = np.array(place) + np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius[:, None]
    return np.clip(places, 2.0, size - 2.0)


def _crowd_water(
    claim: Claim, setup: RunSetup, walks: list[tuple[float, ...]], starts: np.ndarray
) -> list[int]:
    """Water left of each walk, -1 where it did not find the gem; all walk at once."""
    table = np.repeat(np.array(walks, dtype=float).reshape(len(walks), -1), len(starts), axis=0)
    optimizer = claim.tools.make_optimizer(claim.tools.learning_rate)
    own = {sweep.parameter: table[:, i : i + 1] for i, sweep in enumerate(claim.sweeps)}
    noise: Number = own.pop("noise", claim.tools.noise)
    batch_size: Number = own.pop("batch_size", claim.tools.batch_size)
    schedule = claim.tools.schedule
    if "shrink" in own:
        schedule = partial(np.power, own.pop("shrink"))
    crowd = walk_crowd(
        setup,
        replace(optimizer, **own),
        np.tile(starts, (len(walks), 1)),
        schedule=schedule,
        noise=noise,
        batch_size=batch_size,
    )
    return [int(left) for left in np.where(crowd.found, setup.water - crowd.steps, -1)]


def _setting(parameter: str, value: float) -> Command:
    if parameter == "shrink":
        return ChooseSchedule(Exponential(value))
    return Tune(parameter, value)


def _play(player: str, setup: RunSetup, settings: Sequence[Command], start: np.ndarray) -> int:
    """Water left of one walk in which the player presses a button where the ground is flat."""
    expedition = Expedition(replace(setup, start=start))
    for command in settings:
        expedition.apply(command)
    while expedition.now.ending is None:
        expedition.apply(_choose(player, expedition.now))
    return expedition.now.water if expedition.now.ending is Ending.FOUND else -1


def _choose(player: str, state: RunState) -> Command:
    if state.settled:  # who stands at the gem stays there
        return Step()
    flat = float(np.sqrt((state.slope**2).sum())) < _STUCK
    if flat and player == "leap" and state.water >= 3:
        return Leap()
    if flat and player == "gust" and state.water >= 2 and state.steps > 0:
        return Gust()
    return Step()
