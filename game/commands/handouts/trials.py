"""Tasks whose answers are numbers, or the endings of walks."""

import math

from game.commands.handouts import by_hand as hand
from game.commands.handouts import walks
from game.commands.handouts.sheet import Grid, Task, emptied, without
from game.commands.handouts.tasks import title_of
from game.commands.handouts.words import OLD, YOUNG, Age, ending, gear, named, shown, tool
from game.levels import Site
from game.sim.tools import Tools
from game.text import number, text
from game.ui import tool_words

_DECIMALS = {
    "g": 3,
    "|g|": 3,
    "step": 2,
    "x": 1,
    "y": 1,
}  # of other numbers at least 3, and 3 digits that count


def endings(site: Site, age: Age) -> Task | None:
    """Values of one slider: guess how each walk ends, then try it."""
    best = walks.winning(site)
    known = walks.scales(site.level)
    names = [name for name in known if name not in ("leap_reach", "gust_strength")]
    if best is None or not names:
        return None
    tools, sweep = best
    name = sweep.parameter if sweep and sweep.parameter in names else names[-1]
    count = 4 if age is YOUNG else 5
    values = walks.spread(known[name], walks.value_of(tools, name), count)
    found = [walks.walk(site, walks.with_value(tools, name, value)) for value in values]
    head = (tool(name, age), text("My guess"), text("What happened"))
    cells = [
        (shown(name, value), "", ending(walk, age is not YOUNG))
        for value, walk in zip(values, found, strict=True)
    ]
    grid = Grid(head, tuple(cells), (0.3, 0.27, 0.43))
    asks = text(
        "First guess how each walk will end. Then try it: only set this one tool, and press Walk."
    )
    return Task(
        title_of(site),
        asks,
        _set_first(site, tools, name, age),
        grid=emptied(grid, (2,)),
        answer_grid=without(grid, 1),
        answer=text(site.level.hint),
    )


def gears(site: Site, age: Age) -> Task | None:
    """Which gear finds the gem here?"""
    if len(site.level.hand_out.optimizers) < 2:
        return None
    best = walks.winning(site)
    tools = best[0] if best else site.level.tools
    found = walks.gears(site, tools)
    head = (named(tool_words.GEAR_NAME, age), text("My guess"), text("What happened"))
    cells = [(gear(name, age), "", ending(walk, age is not YOUNG)) for name, walk in found.items()]
    grid = Grid(head, tuple(cells), (0.34, 0.23, 0.43))
    asks = text("Which gear finds the rarest gem here? First guess, then try each one.")
    return Task(
        title_of(site),
        asks,
        _set_first(site, tools, "optimizer", age),
        grid=emptied(grid, (2,)),
        answer_grid=without(grid, 1),
        answer=text(site.level.closing),
    )


def leaps(site: Site, age: Age) -> Task | None:
    """How often is the gem found? Counted by the whole class."""
    found = walks.leaps(site)
    if not found:
        return None
    head = (tool("leap_reach", age), text("Tries"), text("Found"))
    tries = walks.LEAP_TRIES
    cells = [
        (shown("leap_reach", reach), number(tries), number(tries * share)) for reach, share in found
    ]
    grid = Grid(head, tuple(cells), (0.4, 0.3, 0.3))
    asks = text(
        "Walk until you are stuck, then leap, and walk on. Count in the whole class: how many "
        "tries find the gem?"
    )
    return Task(
        title_of(site),
        asks,
        grid=emptied(grid, (1, 2)),
        answer_grid=grid,
        answer=text("Chance decides each try; the share shows only in many. {closing}",
                    closing=text(site.level.closing)),
    )  # fmt: skip


def lengths(site: Site, age: Age) -> Task:
    """The update rule with numbers: how long is the step?"""
    tools = _plain(site)
    rows, rate = hand.step_lengths(site, tools)
    grid = Grid(
        (text("Slope"), text("Step size"), text("Length of the step, in paces")),
        tuple((number(s, 2), shown("learning_rate", rate), number(d, 2)) for s, d in rows),
        (0.25, 0.3, 0.45),
    )
    asks = text(
        "A step is as long as the step size times the slope. The child walks down and feels "
        "these slopes. How long is each step?"
    )
    return Task(
        title_of(site),
        asks,
        grid=emptied(grid, (2,)),
        answer_grid=grid,
        answer=text("The gentler the ground, the shorter the step."),
    )


def by_hand(site: Site, age: Age) -> Task | None:
    """The level's own optimizer, worked out for three steps in one direction."""
    best = walks.winning(site)
    tools = best[0] if best else site.level.tools
    if site.level.tools.noise or tools.noise:
        return None
    work = hand.worked(site, tools)
    signs = work.columns
    rows = tuple(
        (str(i), *(_by_hand(value, sign) for value, sign in zip(row, signs, strict=True)))
        for i, row in enumerate(work.rows, 1)
    )
    grid = Grid(("t", *work.head), rows)
    asks = text(
        "Work out by hand how the child moves along one direction in its first steps. The slopes "
        "g are those that it feels."
    )
    settings = [f"{sign} = {shown(name, value)}" for sign, name, value in work.settings]
    if work.start is not None:
        settings.append(f"{signs[-1]} = {number(work.start, 1)}")
    return Task(
        text("{level}: {gear}", level=title_of(site), gear=gear(tools.optimizer, OLD)),
        asks,
        (work.formula, text("At the start: {settings}.", settings="; ".join(settings))),
        grid=emptied(grid, tuple(range(2, len(grid.head)))),
        answer_grid=grid,
    )


def costs(site: Site, age: Age) -> Task:
    """The cost of a guess: the sum of squares."""
    guesses, right = (0.5, 0.1, 0.4), (1, 0, 0)
    rows = [
        (number(guess, 1), str(wanted), number((guess - wanted) ** 2, 2))
        for guess, wanted in zip(guesses, right, strict=True)
    ]
    total = sum((guess - wanted) ** 2 for guess, wanted in zip(guesses, right, strict=True))
    head = (text("Guess"), text("Right"), text("Difference, squared"))
    grid = Grid(head, tuple(rows), (0.28, 0.28, 0.44))
    asks = text(
        "A network guesses the tone of a message. Square each difference from what is right, and "
        "add them up: that sum is the height of the ground. How large is it?"
    )
    return Task(
        text("A network's guess"),
        asks,
        grid=emptied(grid, (2,)),
        lines=1,
        answer_grid=grid,
        answer=text("The sum is {sum}.", sum=number(total, 2)),
    )


def _set_first(site: Site, tools: Tools, besides: str, age: Age) -> tuple[str, ...]:
    """What has to be set before, where it is not so from the start."""
    changed = [
        f"{tool(name, age)} {shown(name, walks.value_of(tools, name))}"
        for name in walks.scales(site.level)
        if name != besides and walks.value_of(tools, name) != walks.value_of(site.level.tools, name)
    ]
    if besides != "optimizer" and tools.optimizer != site.level.tools.optimizer:
        changed.insert(0, gear(tools.optimizer, age))
    return (text("Set this first: {settings}.", settings="; ".join(changed)),) if changed else ()


def _plain(site: Site) -> Tools:
    best = walks.winning(site)
    rate = best[0].learning_rate if best else site.level.tools.learning_rate
    return Tools(learning_rate=rate)


def _by_hand(value: float, sign: str) -> str:
    small = 2 - math.floor(math.log10(abs(value))) if value else 3
    decimals = _DECIMALS.get(sign) or min(max(small, 3), 9)
    return number(hand.half_up(value, decimals), decimals)
