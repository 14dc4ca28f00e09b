"""The walk of a play scene: its moves, carried out in time, and those of a stored walk."""

from collections.abc import Sequence
from dataclasses import replace

from game.levels import Site
from game.sim.commands import Command, Dig, Gust, Leap, Rewind, Step
from game.sim.events import Ended, Event, Gusted, Leapt, Moved, Refused
from game.sim.expedition import Expedition
from game.ui.draw.actor import Passage
from game.ui.pace import Pace

_LEAP_MS, _GUST_MS, _REWIND_MS = 900.0, 600.0, 220.0
_JOY_MS = 1520.0  # to be glad of a lesser gem: two jumps
_FAREWELL_MS = 1800.0  # to see the child dig or cheer before the desert is revealed


class Walk:
    """An expedition with its clock, `pace`, and the `passage` that is seen now."""

    def __init__(
        self,
        site: Site,
        speed: int,
        stored: Sequence[Command] | None = None,
        given: Sequence[Command] = (),
    ) -> None:
        """`stored` are the commands of a walk that is only watched, `given` set each new start."""
        self._site, self._stored, self._given = site, stored, given
        self.pace = Pace(speed)
        self.begin()

    def begin(self) -> None:
        """From the start again."""
        self.expedition = Expedition(self._site.setup)
        for command in self._given:
            self.expedition.apply(command)
        self._to_come = list(self._stored or ())
        self.pace.rest()
        self.passage = Passage(self.expedition.now, self.expedition.now)
        self._joy_ms = self._farewell_ms = 0.0

    @property
    def watched(self) -> bool:
        """Whether it is a stored walk."""
        return self._stored is not None

    @property
    def ended(self) -> bool:
        """Whether it has come to its end, seen or not."""
        return self.expedition.now.ending is not None

    @property
    def waits(self) -> bool:
        """Whether the child stands and may walk on."""
        return self.pace.blend >= 1.0 and not self.ended

    def calm(self, elapsed_ms: float) -> None:
        """Let time pass: who has found a lesser gem jumps for joy, and then stands again."""
        self._joy_ms = self._joy_ms + elapsed_ms if self.passage.finds and self.pace.resting else 0
        if self._joy_ms >= _JOY_MS:
            self.passage = Passage(self.expedition.now, self.expedition.now)

    def left(self, elapsed_ms: float) -> bool:
        """Let time pass after the end; True once the child was seen to dig or cheer."""
        if self.ended and self.pace.resting:
            self._farewell_ms += elapsed_ms
        return self._farewell_ms >= _FAREWELL_MS

    def toggle(self) -> None:
        """Walk on or stand still; after the end there is no need to watch it longer."""
        if not self.ended:
            self.pace.toggle()
        elif self.pace.resting:
            self._farewell_ms = _FAREWELL_MS

    def next_move(self) -> Command:
        """A step; of a stored walk the next move, what was set before it being set first."""
        while self._to_come:
            command = self._to_come.pop(0)
            if isinstance(command, Step | Gust | Leap | Dig):
                return command
            self.tune(command)
        return Dig() if self.watched else Step()

    def tune(self, command: Command) -> None:
        """Change a setting: nothing moves."""
        before = self.expedition.now
        self.expedition.apply(command)
        if self.passage.after is before:
            self.passage = replace(self.passage, after=self.expedition.now)

    def move(self, command: Command) -> tuple[Event, ...]:
        """Carry out a move; where it ends the walk or can't be made, the child stands still."""
        before = self.expedition.now
        events = self.expedition.apply(command)
        moved = next((event for event in events if isinstance(event, Moved)), None)
        if moved is not None:
            kind = {Gusted: "gust", Leapt: "leap"}.get(type(moved), "step")
            self.passage = Passage(before, self.expedition.now, kind)
            self.pace.glide({"leap": _LEAP_MS, "gust": _GUST_MS}.get(kind))
        elif self.expedition.now is not before:
            self.passage = Passage(self.expedition.now, self.expedition.now)
        if stops(events):
            self.pace.pause()
        return events

    def rewind(self) -> bool:
        """One move back; False at the start."""
        undone = self.expedition.now
        self.pace.pause()
        if stops(self.expedition.apply(Rewind())):
            return False
        self._farewell_ms = 0.0
        self.passage = Passage(undone, self.expedition.now, "rewind")
        self.pace.glide(_REWIND_MS)
        return True


def stops(events: tuple[Event, ...]) -> bool:
    """Whether the walk stops at what happened."""
    return any(isinstance(event, Refused | Ended) for event in events)
