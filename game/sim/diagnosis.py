"""What happened on a walk, from the path itself: why the gem was missed, and where.

The causes, in the order in which they are looked for; the first that fits is named:

FOUND      The walk ended at the gem.
THROWN     A cliff: one step on ground of slope STEEP or more, three times as steep as the walk's
           other places, went far and much longer than the other steps, and the slope made it.
BLOWN_OFF  The walk left the map, and no cliff threw it.
DUG_EARLY  It ended by digging, and just walking on with the same tools would have found the gem;
           or by digging on the way down, when none of what follows had happened yet.
BOUNCED    Again and again: of the last steps at least half turn back against the one before,
           and they do not die out. The step is too long for the valley. (Overshot: once.)
OVERSHOT   Once: a step went through or over the low ground of the gem's valley, out of it on the
           other side, and never came back; the slope made it long, so the step size did.
PASSED     The same, or going by the gem without staying, but carried: by wind, a gust or a leap.
STUCK      The walk came to the floor of another valley than the gem's and did not leave it again.
PLAIN      The last places have hardly any slope, nor has the ground around them, and they are no
           valley's floor: the slope vanishes. (Crawled: there is a slope.)
CRAWLED    The water ended on the way down: there was a slope, but the steps were too small.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from game.sim.bicubic import Floats
from game.sim.commands import Step
from game.sim.events import Ending
from game.sim.path import SAMPLES, Path, lengths_of
from game.sim.run import FOUND_WITHIN, RunSetup, RunState, advance

STEEP = 1.5  # slope of a cliff; generated deserts keep below it nearly everywhere
FLAT = 0.05  # slope that hardly pulls


class Cause(Enum):
    """Why a walk ended as it did."""

    FOUND = "found"
    OVERSHOT = "overshot"
    BOUNCED = "bounced"
    CRAWLED = "crawled"
    STUCK = "stuck"
    PLAIN = "plain"
    THROWN = "thrown"
    BLOWN_OFF = "blown_off"
    PASSED = "passed"
    DUG_EARLY = "dug_early"


class Blame(Enum):
    """What made the move that shows the cause."""

    SLOPE = "slope"  # the step size times the slope
    WIND = "wind"  # the velocity kept from earlier steps
    NOISE = "noise"
    GUST = "gust"
    LEAP = "leap"


@dataclass(frozen=True)
class Diagnosis:
    """`cause`, the index of the state that shows it, and what made the move from or to there.

    `more_steps` of walking on would have found the gem, where that is known; else 0.
    """

    cause: Cause
    state: int
    blame: Blame = Blame.SLOPE
    more_steps: int = 0


def diagnose(setup: RunSetup, states: Sequence[RunState]) -> Diagnosis:
    """Name what happened on a finished walk of these states, the first before any move.

    A walk that has not ended is judged as if its water were gone.
    """
    with np.errstate(over="ignore", invalid="ignore"):  # some walks end 1e200 paces away
        return _diagnose(setup, states)


def _diagnose(setup: RunSetup, states: Sequence[RunState]) -> Diagnosis:
    path, last, ending = Path.of(setup, states), len(states) - 1, states[-1].ending
    if ending is Ending.FOUND:
        return Diagnosis(Cause.FOUND, last)
    thrown = _throw(path)
    if thrown is not None:
        return Diagnosis(Cause.THROWN, thrown)
    if ending is Ending.LEFT_MAP:
        return Diagnosis(Cause.BLOWN_OFF, max(last - 1, 0), _blame(path, path.count - 1))
    more = _steps_to_gem(setup, states[-1]) if ending is Ending.DUG else 0
    if more:
        return Diagnosis(Cause.DUG_EARLY, last, more_steps=more)
    for look in (_bounced, _went_past, _stuck, _on_plain, _swung):
        found = look(path)
        if found is not None:
            return found
    cause = Cause.DUG_EARLY if ending is Ending.DUG and _is_early(path) else Cause.CRAWLED
    return Diagnosis(cause, last if cause is Cause.DUG_EARLY else _slowest(path))


def _steps_to_gem(setup: RunSetup, state: RunState) -> int:
    """How many steps on from a place that was dug at the gem is found; 0 where it is not."""
    walked, state = state.steps, replace(state, ending=None)
    while state.ending is None and state.water > 0:
        state, _ = advance(setup, state, Step())
    return state.steps - walked if state.ending is Ending.FOUND else 0


def _blame(path: Path, move: int) -> Blame:
    """What made a move, mostly."""
    if move < 0:
        return Blame.SLOPE
    if path.kinds[move] != "step":
        return Blame(path.kinds[move])
    shaken = path.states[move + 1].felt - path.states[move].slope
    if path.carried[move] >= 0.5:
        return Blame.WIND
    return Blame.NOISE if lengths_of(shaken[None])[0] > path.steepness[move] else Blame.SLOPE


def _throw(path: Path) -> int | None:
    """The state from which a cliff threw the child, if one did."""
    for move in range(path.count):
        others = np.delete(path.steepness[: path.count], move)
        lengths = np.delete(path.lengths * (1 - path.carried), move)
        usual = float(np.median(others)) if len(others) else 0.0
        stride = float(np.median(lengths)) if len(lengths) else 0.0
        steep = path.steepness[move] >= max(STEEP, 3 * usual)
        if steep and path.lengths[move] >= max(10.0, 3 * stride) and path.carried[move] < 0.5:
            return move
    return None


def _tail(path: Path, least: int = 6) -> int:
    """The first of the last moves: a third of the walk, `least` at least."""
    return max(0, path.count - max(least, path.count // 3))


def _bounced(path: Path) -> Diagnosis | None:
    if path.count < 5:
        return None
    first = max(_tail(path), 1)
    back = path.turns < -0.3
    if back[first - 1 :].mean() < 0.5 or np.median(path.lengths[first:]) < FOUND_WITHIN:
        return None
    begin = first
    while begin > 1 and back[begin - 2]:
        begin -= 1
    return Diagnosis(Cause.BOUNCED, begin, _blame(path, begin))


def _went_past(path: Path) -> Diagnosis | None:
    """Blown or leapt away from the gem itself; or through its valley and out, for good."""
    for move in np.flatnonzero(path.from_gem[:-1] <= FOUND_WITHIN)[::-1]:
        if path.kinds[move] != "step":
            return Diagnosis(Cause.PASSED, int(move), Blame(path.kinds[move]))
    if path.count == 0 or path.labels[-1] == path.home:
        return None
    inside = path.valleys.at(path.ground) == path.home
    edges = np.flatnonzero(np.diff(np.pad(inside.astype(int), 1)))
    for begin, end in zip(edges[-2::-2], edges[::-2], strict=True):
        found = _visit(path, int(begin), int(end) - 1)
        if found is not None:
            return found
    return None


def _visit(path: Path, begin: int, end: int) -> Diagnosis | None:
    """A way through the gem's valley, from sample `begin` of the ground to `end`: did it leave?"""
    heights = path.setup.terrain.height(path.ground[begin : end + 1])
    deepest = float(path.setup.terrain.height(path.setup.gem)[0])
    climb, depth = float(heights[-1] - heights.min()), float(heights[-1]) - deepest
    if climb < max(0.3, 0.35 * depth):
        return None  # only a corner of it was cut
    first, last = begin // SAMPLES, min(end // SAMPLES, path.count - 1)
    out = min((end + 1) // SAMPLES, path.count - 1)
    if path.kinds[out] != "step":
        return Diagnosis(Cause.PASSED, out, Blame(path.kinds[out]))
    move = first + int(np.argmin(path.miss[first : last + 1]))
    blame = _blame(path, move)
    cause = Cause.OVERSHOT if blame in (Blame.SLOPE, Blame.NOISE) else Cause.PASSED
    return Diagnosis(cause, move, blame)


def _stuck(path: Path) -> Diagnosis | None:
    label = int(path.labels[-1])
    if label == path.home or label < 0:
        return None
    minima, dug = path.setup.terrain.minima, path.states[-1].ending is Ending.DUG
    away = lengths_of(path.places - minima.places[label])
    near = (away <= 2.5) | ((path.heights - minima.heights[label] <= 0.3) & (not dug))
    first = path.count if dug else _tail(path, 3)
    if not near[first:].any() or (path.labels[first:] != label).any():
        return None
    if _is_flat(path, minima.places[label]):
        return None
    stays = path.count
    while stays > 0 and path.labels[stays - 1] == label:
        stays -= 1
    return Diagnosis(Cause.STUCK, stays + int(np.argmax(near[stays:])))


def _ring(place: Floats, radius: float) -> Floats:
    """Twelve places around one, `radius` paces away."""
    angle = np.arange(12) * (np.pi / 6)
    around: Floats = place + radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return around


def _is_flat(path: Path, place: Floats) -> bool:
    """Whether the ground is flat far around a place, and no floor from which all ways lead up."""
    land, near, far = path.setup.terrain, _ring(place, 3.0), _ring(place, 6.0)
    here = float(land.height(place)[0])
    if land.height(near).min() > here + 0.02 or land.height(far).min() > here + 0.05:
        return False
    # A floor has walls all around, a ravine on both sides; a plain goes on at least half around.
    slopes = lengths_of(land.gradient(np.vstack([near, far])))
    return bool((slopes < FLAT).mean() >= 0.4)


def _on_plain(path: Path) -> Diagnosis | None:
    """Half of the walk or its end on ground that is flat far around."""
    flat = np.flatnonzero(path.steepness < FLAT)
    tail = path.steepness[-max(3, path.count // 4) :]
    if len(flat) < 0.5 * len(path.steepness) and tail.mean() >= FLAT:
        return None
    state = int(flat[len(flat) // 2]) if len(flat) else path.count
    if not _is_flat(path, path.places[state]):
        return None
    return Diagnosis(Cause.PLAIN, int(flat[0]) if len(flat) else state)


def _swung(path: Path) -> Diagnosis | None:
    """Still on the move when it ended: carried around the gem, or with steps that went uphill."""
    if path.count < 3:
        return None
    first = _tail(path, 3)
    climbs, stride = np.diff(path.heights), float(np.median(path.lengths[first:]))
    uphill = float((climbs[first:] > 0.02).mean())
    if stride >= 0.3 and uphill >= 0.2 and path.carried.mean() >= 0.4:
        windy = np.where(path.carried >= 0.5, path.miss, np.inf)
        return Diagnosis(Cause.PASSED, int(np.argmin(windy)), Blame.WIND)
    if stride >= 2.0 and uphill >= 0.3:
        move = first + int(np.argmax(climbs[first:]))
        return Diagnosis(Cause.OVERSHOT, move, _blame(path, move))
    return None


def _is_early(path: Path) -> bool:
    """Whether the water left would have done, at the last steps' pace, for some of the way."""
    pace = float(path.lengths[-5:].mean()) if path.count else np.inf
    return bool(pace * path.states[-1].water >= min(0.5 * path.from_gem[-1], 5.0))


def _slowest(path: Path) -> int:
    """The state in the second half from which the smallest step was made on a slope."""
    half = path.count // 2
    lengths = np.where(path.steepness[half:-1] >= FLAT, path.lengths[half:], np.inf)
    return half + int(np.argmin(lengths)) if len(lengths) else path.count
