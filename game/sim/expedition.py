"""A walk with its history: apply a command, undo a move, replay the whole."""

from collections.abc import Iterable

from game.sim.commands import COSTS, Command, Rewind, Tune
from game.sim.events import Event, Refused
from game.sim.run import RunSetup, RunState, advance, begin


class Expedition:
    """The states of a walk, one for each move, and the commands that led to them.

    `states[0]` is the start, `states[-1]` is now; settings change the newest state in place of
    adding one. `rewinds` counts undone moves: above 0, the walk was practice.
    """

    def __init__(self, setup: RunSetup) -> None:
        self.setup = setup
        self.states: list[RunState] = [begin(setup)]
        self.rewinds = 0
        self._commands: list[tuple[Command, ...]] = [()]  # those after each state's own move

    @property
    def now(self) -> RunState:
        """The newest state."""
        return self.states[-1]

    @property
    def previous(self) -> RunState:
        """The state before the newest; at the start the start itself."""
        return self.states[-2] if len(self.states) > 1 else self.states[-1]

    @property
    def commands(self) -> tuple[Command, ...]:
        """All that led here, without what was undone."""
        return tuple(command for group in self._commands for command in group)

    def apply(self, command: Command) -> tuple[Event, ...]:
        """Carry out a command. Raises as `run.advance` does; then nothing has changed."""
        if isinstance(command, Rewind):
            return self._rewind()
        state, events = advance(self.setup, self.now, command)
        if any(isinstance(event, Refused) for event in events):
            return events
        if type(command) in COSTS:
            self.states.append(state)
            self._commands.append((command,))
        else:
            self.states[-1] = state
            self._commands[-1] = (*_without_older(self._commands[-1], command), command)
        return events

    def _rewind(self) -> tuple[Event, ...]:
        if len(self.states) == 1:
            return (Refused("start"),)
        self.states.pop()
        self._commands.pop()
        self.rewinds += 1
        return ()


def _without_older(group: tuple[Command, ...], newest: Command) -> tuple[Command, ...]:
    """Drop the last command where the newest replaces it: a slider that is dragged leaves one."""
    if not group or type(group[-1]) is not type(newest):
        return group
    older = group[-1]
    if isinstance(older, Tune) and isinstance(newest, Tune):
        return group[:-1] if older.parameter == newest.parameter else group
    return group[:-1]


def replay(setup: RunSetup, commands: Iterable[Command]) -> Expedition:
    """The walk that these commands make; commands after its end change nothing."""
    expedition = Expedition(setup)
    for command in commands:
        expedition.apply(command)
    return expedition
