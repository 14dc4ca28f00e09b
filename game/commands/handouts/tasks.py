"""Tasks with maps and words: each is made from a level."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from game.commands.handouts import walks
from game.commands.handouts.sheet import Grid, Map, Spot, Task, emptied, spacing_for
from game.commands.handouts.words import Age
from game.levels import Site
from game.sim.bicubic import Floats
from game.sim.optimizers import OPTIMIZERS
from game.text import number, text
from game.ui import tool_words

Builder = Callable[[Site, Age], Task | None]
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


def told(site: Site, age: Age) -> Task:
    """In the learner's own words."""
    asks = text("What went wrong at first, and what helped? Write or draw it.")
    level = site.level
    said = (text(level.hint) if level.hint else "", text(level.closing) if level.closing else "")
    answer = " ".join(line for line in said if line)
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
