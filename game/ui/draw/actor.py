"""What the child is seen doing: from two states of a walk and the share between them."""

from dataclasses import dataclass

import numpy as np

from game.sim.events import Ending
from game.sim.run import RunState
from game.ui.draw.child import SOUTH, facing_of

_RUN, _TUMBLE = 5.0, 14.0  # paces of one step from which the child runs, and is thrown
_STRIDE = 2.4  # paces of one cycle of the legs
_LEAN = 0.24  # radians for a slope of 1
_NEARLY = 0.72  # of a step: from here on the child sees what the step has led to
_BREATH_MS, _DIG_MS, _CHEER_MS, _DROOP_MS = 2600.0, 620.0, 760.0, 2400.0


@dataclass(frozen=True, eq=False)
class Moment:
    """How the child is drawn now.

    place    (2,) paces; `hop` paces above the ground there
    pose, facing, phase, lean  as ChildArt.frame takes them
    velocity (2,) paces per step: what the scarf and the sand show
    """

    place: np.ndarray
    hop: float
    pose: str
    facing: int
    phase: float
    lean: float
    velocity: np.ndarray


@dataclass(frozen=True, eq=False)
class Passage:
    """From one state to the next by a `kind` of move: "step", "gust", "leap", "rewind", "rest"."""

    before: RunState
    after: RunState
    kind: str = "rest"

    @property
    def length(self) -> float:
        """Paces from the one place to the other."""
        return float(np.hypot(*(self.after.place - self.before.place)))

    @property
    def uphill(self) -> bool:
        """Whether a step ended higher than it began: it went past the lowest ground on its way."""
        return self.kind == "step" and self.after.height > self.before.height + 0.15

    @property
    def finds(self) -> bool:
        """Whether a lesser gem lay where the move ended."""
        return self.kind != "rewind" and bool(self.after.collected - self.before.collected)


def moment(passage: Passage, blend: float, time_ms: float) -> Moment:
    """The child at `blend` (0..1) of a passage; `time_ms` moves what moves at rest."""
    before, after = passage.before, passage.after
    way = after.place - before.place
    place = before.place + way * blend
    velocity = before.velocity + (after.velocity - before.velocity) * blend
    facing = _facing(passage, way)
    lean = float(np.clip((before.slope + (after.slope - before.slope) * blend)[0], -1, 1)) * _LEAN
    if blend >= 1.0 or passage.kind == "rest":
        pose, phase = _at_rest(after, time_ms)
        if passage.finds and after.ending is None:
            pose, phase = "cheer", time_ms / _CHEER_MS % 1.0
        return Moment(after.place, 0.0, pose, facing, phase, lean, after.velocity)
    pose, phase, hop = _moving(passage, blend)
    return Moment(place, hop, pose, facing, phase, lean, velocity)


def _facing(passage: Passage, way: np.ndarray) -> int:
    if passage.kind == "rewind":
        way = -way
    if not way.any():
        way = passage.after.displacement
    return facing_of(float(way[0]), float(way[1])) if way.any() else SOUTH


def _at_rest(state: RunState, time_ms: float) -> tuple[str, float]:
    poses = {
        Ending.FOUND: ("cheer", _CHEER_MS),
        Ending.DUG: ("dig", _DIG_MS),
        Ending.OUT_OF_WATER: ("dig", _DIG_MS),
        Ending.LEFT_MAP: ("stumble", _CHEER_MS),
    }
    if state.ending is not None:
        pose, period = poses[state.ending]
    elif state.water <= 3:
        pose, period = "thirsty", _DROOP_MS
    else:
        pose, period = "idle", _BREATH_MS
    return pose, time_ms / period % 1.0


def _moving(passage: Passage, blend: float) -> tuple[str, float, float]:
    """(pose, phase, paces above the ground) of a move that is under way."""
    length, arc = passage.length, 4.0 * blend * (1.0 - blend)
    cycles = max(1.0, round(length / _STRIDE))
    if passage.kind == "leap":
        return "leap", blend, 7.0 * arc
    if passage.kind == "gust":
        return "gust", blend * max(1.0, cycles / 2) % 1.0, 1.2 * arc
    if length >= _TUMBLE:
        return "stumble", blend * 2 % 1.0, min(9.0, 0.25 * length) * arc
    if blend > _NEARLY and (passage.finds or passage.uphill):
        pose = "cheer" if passage.finds else "stumble"
        return pose, (blend - _NEARLY) / (1 - _NEARLY), 0.0
    return ("run" if length >= _RUN else "walk"), blend * cycles % 1.0, 0.0
