"""The kinds of tasks: each makes one from a level, or None where the level does not suit it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from game.commands.handouts import by_hand as hand
from game.commands.handouts import walks
from game.commands.handouts.sheet import Grid, Map, Spot, Task, emptied, spacing_for, without
from game.commands.handouts.words import OLD, YOUNG, Age, ending, gear, named, shown, tool
from game.levels import Site
from game.sim.bicubic import Floats
from game.sim.optimizers import OPTIMIZERS
from game.sim.tools import Tools
from game.text import number, text
from game.ui import tool_words

Builder = Callable[[Site, Age], Task | None]
_DECIMALS = {"step": 2, "x": 1, "y": 1}
_EVERY = 4  # samples of the land from one of the map's to the next


def title_of(site: Site) -> str:
    """The level's number and name."""
    name, at = text(site.level.name), site.level.number
    return text("Level {number}: {name}", number=f"{at:02}", name=name)


def downhill(site: Site, age: Age) -> Task:
    """A map to draw the way down on, always across the height lines."""
    way = walks.downhill(site, site.setup.start)
    end = {
        "gem": text("The way ends at the rarest gem."),
        "lesser": text("The way ends at a lesser gem, not at the rarest one."),
        "": text("The way ends where no gem is."),
    }[walks.gem_at(site, way[-1])]
    drawn = _map(site, (*_gems(site), _start(site)))
    asks = text(
        "Draw the way from the flag, always the steepest way down: straight across each line. "
        "Where does it end?"
    )
    return Task(
        title_of(site),
        asks,
        _scale(drawn),
        map=drawn,
        legend=_legend(drawn),
        lines=3,
        answer=end,
        answer_map=drawn.with_path(way),
    )


def steepest(site: Site, age: Age) -> Task:
    """Three places to put in order of their steepness."""
    ranked = walks.spread_places(site, (0.97, 0.6, 0.05))
    order = sorted(range(3), key=lambda i: (ranked[i][0], ranked[i][1]))  # A is the westernmost
    letters = dict(zip(order, "ABC", strict=True))
    spots = [Spot(*map(float, ranked[i]), "letter", letters[i]) for i in range(3)]
    drawn = _map(site, (*spots, _start(site)))
    asks = text(
        "Lines close together mean steep ground. Where would your step be longest, where "
        "shortest? Put A, B and C in order, the longest first."
    )
    steep = [walks.steepness(site, place) for place in ranked]
    found = sorted(range(3), key=lambda i: -steep[i])
    answer = "; ".join(
        text("{letter}: slope {slope}", letter=letters[i], slope=number(steep[i], 2)) for i in found
    )
    return Task(
        title_of(site),
        asks,
        _scale(drawn),
        map=drawn,
        legend=_legend(drawn),
        lines=2,
        answer=answer,
    )


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
        _set_first(site, tools, "", age),
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
    cells = [(shown("leap_reach", reach), "100", number(100 * share)) for reach, share in found]
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
        (
            str(i),
            *(
                number(value, _DECIMALS.get(sign, 3))
                for sign, value in zip(signs, row, strict=True)
            ),
        )
        for i, row in enumerate(work.rows, 1)
    )
    grid = Grid(("t", *signs), rows)
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
        (work.formula, text("At the start: {settings}.", settings=", ".join(settings))),
        grid=emptied(grid, tuple(range(2, len(grid.head)))),
        answer_grid=grid,
    )


def blindfold(site: Site, age: Age) -> Task:
    """Arrows in place of a map: this is all that an optimizer ever knows."""
    axis = np.arange(8.0, 93.0, 12.0)
    places = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    down = -site.land.terrain.gradient(places)
    length = np.hypot(*down.T)[:, None]
    arrows = np.hstack([places, down * np.minimum(1.0, 1.2 / np.maximum(length, 1e-9)) * 7.0])
    way = walks.downhill(site, site.setup.start)
    drawn = replace(
        _map(site, (_start(site),)), arrows=tuple(map(tuple, arrows.tolist())), bare=True
    )
    asks = text(
        "Nothing can be seen. Each arrow says which way is down, and how steep it is. Draw the "
        "way from the flag, and a gem where you would dig."
    )
    answered = replace(drawn.with_path(way), spots=(*_gems(site), _start(site)))
    return Task(
        title_of(site),
        asks,
        map=drawn,
        legend=_legend(drawn),
        lines=3,
        answer=text("An optimizer never sees more than this."),
        answer_map=answered,
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


def told(site: Site, age: Age) -> Task:
    """In the learner's own words."""
    asks = text("What went wrong at first, and what helped? Write or draw it.")
    answer = " ".join(text(line) for line in (site.level.hint, site.level.closing) if line)
    return Task(title_of(site), asks, lines=4, answer=answer)


def pairs(site: Site, age: Age) -> Task:
    """The child's words and the field's: which mean the same?"""
    kinds = [
        tool_words.SLIDERS["learning_rate"], tool_words.SLIDERS["momentum"],
        tool_words.SLIDERS["noise"], tool_words.SLIDERS["shrink"], tool_words.SLIDERS["clip_norm"],
        *(tool_words.OPTIMIZERS[name] for name in OPTIMIZERS if name != "momentum"),
    ]  # fmt: skip
    letters = "ABCDEFGHIJ"[: len(kinds)]
    turned = [(i * 3 + 1) % len(kinds) for i in range(len(kinds))]
    rows = []
    for at, words in enumerate(kinds):
        match = letters[turned.index(at)]
        rows.append((words.child(), match, f"{letters[at]}  {kinds[turned[at]].grown_up()}"))
    head = (text("In the desert"), text("Letter"), text("In machine learning"))
    grid = Grid(head, tuple(rows), (0.36, 0.18, 0.46))
    asks = text("Which words mean the same? Write the right letter beside each word.")
    return Task(text("Two names"), asks, grid=emptied(grid, (1,)), answer_grid=grid)


# ---- parts


def _map(site: Site, spots: tuple[Spot, ...]) -> Map:
    heights: Floats = site.land.terrain.heights[::_EVERY, ::_EVERY]
    return Map(heights, spacing_for(heights), spots)


def _start(site: Site) -> Spot:
    return Spot(float(site.setup.start[0]), float(site.setup.start[1]), "start")


def _gems(site: Site) -> tuple[Spot, ...]:
    lesser = (Spot(float(x), float(y), "lesser") for x, y in site.setup.lesser_gems)
    return (*lesser, Spot(float(site.setup.gem[0]), float(site.setup.gem[1]), "gem"))


def _legend(drawn: Map) -> tuple[tuple[str, str], ...]:
    """What the marks of a map mean, those that are on it."""
    words = {
        "start": text("Start"),
        "gem": text("Rarest gem"),
        "lesser": text("Lesser gem"),
    }
    there = {spot.kind for spot in drawn.spots}
    return tuple((kind, said) for kind, said in words.items() if kind in there)


def _scale(drawn: Map) -> tuple[str, ...]:
    paces = number(drawn.spacing, 1 if drawn.spacing < 1 else 0)
    return (text("Darker is deeper. Paces of height from line to line: {paces}.", paces=paces),)


def _set_first(site: Site, tools: Tools, besides: str, age: Age) -> tuple[str, ...]:
    """What has to be set before, where it is not so from the start."""
    changed = [
        f"{tool(name, age)} {shown(name, walks.value_of(tools, name))}"
        for name in walks.scales(site.level)
        if name != besides and walks.value_of(tools, name) != walks.value_of(site.level.tools, name)
    ]
    if tools.optimizer != site.level.tools.optimizer:
        changed.insert(0, gear(tools.optimizer, age))
    return (text("Set this first: {settings}.", settings=", ".join(changed)),) if changed else ()


def _plain(site: Site) -> Tools:
    best = walks.winning(site)
    rate = best[0].learning_rate if best else site.level.tools.learning_rate
    return Tools(learning_rate=rate)
