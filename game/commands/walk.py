"""`dune-descent walk`: one walk without a window, by settings of one's own or as it was stored."""

from collections.abc import Iterable, Mapping
from dataclasses import Field, dataclass, fields, replace

from game import deserts, levels
from game.commands import UsageError
from game.levels import LevelError, Site
from game.sim.codes import CodeError, WalkCode, decode_walk, encode_walk
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Command, Step, Tune, settings_to
from game.sim.events import Event
from game.sim.expedition import Expedition
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import SCHEDULES, Schedule
from game.sim.tools import RANGES, check_parameter
from game.tables import nearest

_USED_BY_ALL = ("learning_rate", "clip_norm", "noise", "leap_reach", "gust_strength")


@dataclass(frozen=True, eq=False)
class Walk:
    """A walk that was walked. `log` holds, for each event and each setting changed on the way,
    how many moves had been made by then."""

    site: Site
    expedition: Expedition
    log: tuple[tuple[int, Event | Tune | ChooseOptimizer | ChooseSchedule], ...]

    @property
    def code(self) -> str:
        """The text that stands for this walk."""
        setup, slug = self.expedition.setup, self.site.level.slug
        return encode_walk(WalkCode(slug, setup.fingerprint, setup.seed, self.expedition.commands))


def walk(
    level: str,
    *,
    optimizer: str | None = None,
    schedule: str | None = None,
    numbers: Mapping[str, float] | None = None,
    steps: int | None = None,
    seed: int | None = None,
) -> Walk:
    """Walk a level to its end, or for `steps` steps; `numbers` are those of `Tools`.

    Raises UsageError for a setting that may not be, LevelError for a file that can't be used.
    """
    wishes = {"optimizer": optimizer, "schedule": schedule and read_schedule(schedule)}
    known = {key: value for key, value in wishes.items() if value is not None}
    _check(optimizer, numbers or {})
    site = _site(level, seed)
    wanted = replace(site.setup.tools, **known, **(numbers or {}))
    commands = settings_to(wanted, site.setup.tools)
    count = site.setup.water if steps is None else steps
    return _walked(site, [*commands, *[Step()] * count])


def replay(level: str, code: str) -> Walk:
    """Walk a stored walk again. Raises UsageError for a code that is none, or of another level."""
    try:
        stored = decode_walk(code)
    except CodeError as error:
        raise UsageError(f"--replay: {error}") from None
    site = _site(level, stored.seed)
    if site.level.slug != stored.level:
        raise UsageError(
            f"--replay: this is the code of a walk in {stored.level[:80]!r},"
            f" not in {site.level.slug!r}"
        )
    if site.setup.fingerprint != stored.fingerprint:
        raise UsageError(
            f"--replay: {site.level.slug!r} is not as it was when this walk was stored;"
            " the code only holds for the level as it was"
        )
    return _walked(site, stored.commands)


def unused(walk: Walk, numbers: Iterable[str]) -> list[str]:
    """Those of the numbers that change nothing with the chosen optimizer, in this desert."""
    setup, first = walk.expedition.setup, walk.expedition.states[0]
    used = (*first.tools.parameters(), *_USED_BY_ALL)
    if setup.terrain.examples:
        used = (*used, "batch_size")
    return [name for name in numbers if name not in used]


def flag(parameter: str) -> str:
    """The command line's name of a number of the tools."""
    return "--" + parameter.replace("_", "-")


def read_schedule(text: str) -> Schedule:
    """A schedule as the command line writes it: KIND, or KIND:NUMBER,NUMBER. Raises UsageError."""
    kind, _, rest = text.partition(":")
    if kind not in SCHEDULES:
        raise UsageError(f"--schedule: unknown kind {kind[:40]!r}; {nearest(kind, SCHEDULES)}")
    words, items = rest.split(",") if rest else [], fields(SCHEDULES[kind])
    if len(words) > len(items):
        wanted = ",".join(item.name.upper() for item in items)
        raise UsageError(f"--schedule: too many numbers; write {f'{kind}:{wanted}'.strip(':')}")
    try:
        made: Schedule = SCHEDULES[kind](*map(_number, items, words))
    except ValueError as error:
        raise UsageError(f"--schedule: {error}") from None
    return made


def _number(item: Field, word: str) -> float:
    try:
        return item.type(word)
    except ValueError:
        kind = "a whole number" if item.type is int else "a number"
        raise ValueError(f"{item.name} must be {kind}, not {word[:40]!r}") from None


def _check(optimizer: str | None, numbers: Mapping[str, float]) -> None:
    if optimizer is not None and optimizer not in OPTIMIZERS:
        problem = f"unknown name {optimizer[:40]!r}; {nearest(optimizer, OPTIMIZERS)}"
        raise UsageError(f"--optimizer: {problem}")
    for name, value in numbers.items():
        try:
            check_parameter(name, value)
        except ValueError:
            low, high = RANGES[name].low, RANGES[name].high
            raise UsageError(
                f"{flag(name)}: must be a number from {low:g} to {high:g}, not {value:g}"
            ) from None


def _site(level: str, seed: int | None) -> Site:
    try:
        found = deserts.locate(level)
    except LevelError as error:
        raise UsageError(str(error)) from None
    return levels.build(deserts.load(found), seed)


def _walked(site: Site, commands: Iterable[Command]) -> Walk:
    expedition, log = Expedition(site.setup), []
    for command in commands:
        if expedition.now.ending is not None:
            break
        if isinstance(command, Tune | ChooseOptimizer | ChooseSchedule):
            log.append((len(expedition.states) - 1, command))
        events = expedition.apply(command)
        log += [(len(expedition.states) - 1, event) for event in events]
    return Walk(site, expedition, tuple(log))
