"""From the tables of a level file to values, with every fault told.

The format is described in levels/README.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from game.claims import read_claims, read_schedule
from game.look import read_look
from game.sim.optimizers import OPTIMIZERS
from game.sim.recipe import PARTS, Craters, Formula, Network, Part, Recipe, Rim
from game.sim.schedules import SCHEDULES, Constant, Exponential, Schedule
from game.sim.terrain import SIZE
from game.sim.tools import RANGES, Tools
from game.tables import Table, nearest, shown

Sight = Literal["clear", "fog", "blindfold"]
SIGHTS: tuple[str, ...] = ("clear", "fog", "blindfold")
BUTTONS = ("gust", "leap", "dig", "rewind")
MOST_LESSER_GEMS = 10
MOST_STARTS = 12
Place = tuple[float, float]
# What a land may cost: with these the slowest is made in about two seconds.
MOST_PARTS, MOST_PITS, MOST_FORMULAS = 40, 200, 2
MOST_CLAIMS = 20


@dataclass(frozen=True)
class HandOut:
    """What the player of a level holds.

    sliders     parameter (a name in sim.tools.RANGES, or "shrink") -> lowest and highest value
    optimizers  those that can be chosen; one means no choice
    schedules   those that can be chosen; one means no choice
    buttons     some of BUTTONS, beside Step and Walk that are always there
    """

    sliders: tuple[tuple[str, float, float], ...] = ()
    optimizers: tuple[str, ...] = ()
    schedules: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ("dig", "rewind")


def read_level(top: Table) -> dict[str, Any]:
    """The fields of a Level; unusable where `top.faults` is not empty afterwards."""
    top.only(
        "name",
        "idea",
        "opening",
        "hint",
        "closing",
        "walk",
        "tools",
        "hand_out",
        "look",
        "desert",
        "claims",
    )
    words = {
        key: top.value(key, str, *optional)
        for key, *optional in (("name",), ("idea",), ("opening",), ("hint", ""), ("closing", ""))
    }
    walk = _read_walk(top.table("walk", required=True))
    tools = _read_tools(top.table("tools"))
    hand_out = _read_hand_out(top.table("hand_out"), tools)
    look = read_look(top.table("look"))
    recipe = _read_desert(top.table("desert", required=True))
    claims = read_claims(top.tables("claims", MOST_CLAIMS), tools, walk["starts"])
    return {
        **words,
        **walk,
        "tools": tools,
        "hand_out": hand_out,
        "recipe": recipe,
        "look": look,
        "claims": claims,
    }


def _read_walk(table: Table) -> dict[str, Any]:
    table.only("start", "starts", "water", "par_water", "settle", "seed", "sight", "lesser_gems")
    water = table.number("water", 1, 500)
    par_water = table.number("par_water", 0, 500, 0)
    if water is not None and par_water is not None and par_water >= water:
        table.fault("par_water", f"{par_water} is not below water", f"give less than {water}")
    return {
        "starts": _read_starts(table),
        "water": water,
        "par_water": par_water,
        "settle": table.number("settle", 1, 100, 1),
        "seed": table.number("seed", 0, 2**31, 0),
        "sight": table.choice("sight", SIGHTS, "clear"),
        "lesser_gems": table.number("lesser_gems", 0, MOST_LESSER_GEMS, MOST_LESSER_GEMS),
    }


def _read_starts(table: Table) -> tuple[Place, ...]:
    """The places where a walk may begin: `start`, or the list `starts`; none after a fault."""
    if "starts" not in table.data:
        key, start = "start", table.value("start", Place)
        starts = () if start is None else (start,)
    else:
        key, starts = "starts", table.value("starts", tuple[Place, ...])
        if "start" in table.data:
            table.fault("start", "and starts are both given", "leave one of them out")
        if starts is not None and not 1 <= len(starts) <= MOST_STARTS:
            table.fault("starts", f"holds {len(starts)} places", f"give 1 to {MOST_STARTS}")
            return ()
    for start in starts or ():
        if not all(0 < value < SIZE for value in start):
            problem = f"{list(start)} lies outside the desert"
            table.fault(key, problem, f"keep both in 0..{SIZE:g}")
    return starts or ()


def _read_tools(table: Table) -> Tools | None:
    table.only("optimizer", "schedule", *RANGES)
    values = {"optimizer": table.choice("optimizer", OPTIMIZERS, "gradient_descent")}
    if "schedule" in table.data:
        values["schedule"] = read_schedule(table.table("schedule"))
    for name, allowed in RANGES.items():
        if name in table.data:
            values[name] = table.number(name, float(allowed.low), float(allowed.high))
    return None if None in values.values() else Tools(**values)


def _read_hand_out(table: Table, tools: Tools | None) -> HandOut:
    sliders = []
    table.only("optimizers", "schedules", "buttons", "shrink", *RANGES)
    for name in (*RANGES, "shrink"):
        ends = table.value(name, tuple[float, float], None)
        if ends is None:
            continue
        allowed = RANGES.get(name)
        low, high = (allowed.low, allowed.high) if allowed else (0.0, 1.0)
        if not low <= ends[0] < ends[1] <= high:
            table.fault(name, f"{list(ends)} is no range", f"give [low, high] in {low:g}..{high:g}")
        elif tools and name in RANGES and not ends[0] <= getattr(tools, name) <= ends[1]:
            problem = f"tools.{name} = {getattr(tools, name):g} lies outside {list(ends)}"
            table.fault(name, problem, "widen the slider or start inside it")
        sliders.append((name, *ends))
    schedules = _words(table, "schedules", SCHEDULES, None)
    for name, low, high in sliders:
        if name == "shrink" and tools:
            _check_shrink(table, (low, high), tools.schedule, schedules)
    return HandOut(
        tuple(sliders),
        _words(table, "optimizers", OPTIMIZERS, tools.optimizer if tools else None),
        schedules,
        _words(table, "buttons", BUTTONS, None) or HandOut.buttons,
    )


def _check_shrink(
    table: Table, ends: tuple[float, float], schedule: Schedule, schedules: tuple[str, ...]
) -> None:
    """The slider is the rate of the exponential schedule; 1 is the constant one."""
    if schedules and "exponential" not in schedules:
        table.fault("shrink", "sets the exponential schedule, which is not handed out", "add it")
        return
    if not isinstance(schedule, Constant | Exponential):
        kind = type(schedule).__name__
        table.fault(
            "shrink", f"cannot set the schedule {kind}", "start with exponential or constant"
        )
        return
    rate = schedule.rate if isinstance(schedule, Exponential) else 1.0
    if not ends[0] <= rate <= ends[1]:
        problem = f"the walk starts with {rate:g}, which lies outside {list(ends)}"
        table.fault("shrink", problem, "widen the slider or start inside it")


def _words(table: Table, key: str, known: Iterable[str], must: str | None) -> tuple[str, ...]:
    found = table.value(key, tuple[str, ...], ()) or ()
    for word in found:
        if word not in known:
            table.fault(key, f"unknown word {shown(word)}", nearest(word, known))
    if found and must and must not in found:
        table.fault(key, f"does not hold {must!r}, which the walk starts with", "add it")
    return found


def _read_desert(table: Table) -> Recipe | None:
    table.only("rim", "parts")
    rim = table.table("rim").record(Rim)
    parts: list[Part | None] = []
    for part in table.tables("parts", MOST_PARTS):
        kind = part.choice("kind", PARTS)
        if (
            kind == "formula"
            and sum(isinstance(other, Formula) for other in parts) == MOST_FORMULAS
        ):
            part.fault("kind", f"is formula {MOST_FORMULAS + 1}", "put it into the one before")
            return None
        parts.append(None if kind is None else part.record(PARTS[kind], leave_out=("kind",)))
    if "parts" not in table.data or (not parts and not table.faults):
        table.fault("parts", "has no landform", "write at least one [[desert.parts]]")
    if rim is None or None in parts or not parts:
        return None
    if any(isinstance(part, Network) for part in parts):
        return _alone(table, parts)
    pits = sum(part.count for part in parts if isinstance(part, Craters))
    if pits > MOST_PITS:
        table.fault("parts", f"craters have {pits} pits in all", f"keep them to {MOST_PITS}")
        return None
    return Recipe(tuple(part for part in parts if part is not None), rim)


def _alone(table: Table, parts: list[Part | None]) -> Recipe | None:
    """The recipe of a network's land, which is nothing but the loss; None after telling a fault."""
    if len(parts) > 1:
        table.fault("parts", "a network stands alone", "leave out the other parts")
    if "rim" in table.data:
        table.fault("rim", "would change a network's loss", "leave it out; widen the windows")
    if len(parts) > 1 or "rim" in table.data:
        return None
    return Recipe(tuple(part for part in parts if part is not None), rim=None)
