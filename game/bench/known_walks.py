"""Walks whose cause is known before they are walked: land and settings are chosen to bring it.

Each maker takes chance and a ground and gives a Walk, or None where this ground does not suit. No
maker looks at turns, lengths or slopes of the walk that it makes; what they look at is the land
(its slopes, curvature and flow), the settings, and whether other settings would have found the
gem. Only the makers of `found` and `dug early` and the check that a walk missed look at an ending.
The makers stand in `known_short_walks` and `known_long_walks`.
"""

from game.bench import known_long_walks as long
from game.bench import known_short_walks as short
from game.bench.known_setups import Maker, Walk
from game.sim.diagnosis import Cause

__all__ = ["MAKERS", "Walk"]

MAKERS: dict[Cause, Maker] = {
    Cause.FOUND: short.found,
    Cause.OVERSHOT: long.overshot,
    Cause.BOUNCED: long.bounced,
    Cause.CRAWLED: short.crawled,
    Cause.STUCK: short.stuck,
    Cause.PLAIN: short.on_plain,
    Cause.THROWN: long.thrown,
    Cause.BLOWN_OFF: long.blown_off,
    Cause.PASSED: long.passed,
    Cause.DUG_EARLY: short.dug_early,
}
