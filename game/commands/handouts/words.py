"""How the worksheets speak to each age: names of tools, endings of walks, numbers."""

from dataclasses import dataclass

from game.commands.handouts.walks import Walk
from game.sim.events import Ending
from game.text import ntext, number, text
from game.ui import tool_words
from game.ui.tool_words import ToolWords, value_text


@dataclass(frozen=True)
class Age:
    """An age group, and which names it reads: "child", "both" or "grown-up"."""

    years: str
    names: str

    @property
    def title(self) -> str:
        return text("Ages {years}", years=self.years)


YOUNG, MIDDLE, OLD = Age("7\N{EN DASH}9", "child"), Age("10\N{EN DASH}13", "both"), Age(
    "14\N{EN DASH}18", "grown-up"
)  # fmt: skip
AGES = (YOUNG, MIDDLE, OLD)


def named(words: ToolWords, age: Age) -> str:
    """A tool by the name, or both names, that this age reads."""
    child, grown_up = words.child(), words.grown_up()
    if age.names == "both" and child != grown_up:
        return f"{child} ({grown_up})"
    return grown_up if age.names == "grown-up" else child


def tool(name: str, age: Age) -> str:
    """A slider's name."""
    return named(tool_words.SLIDERS[name], age)


def gear(name: str, age: Age) -> str:
    """An optimizer's name."""
    return named(tool_words.OPTIMIZERS[name], age)


def shown(name: str, value: float) -> str:
    """A slider's value as the game shows it."""
    return value_text(name, value)


def ending(walk: Walk, detailed: bool) -> str:
    """What became of a walk, in a few words."""
    if walk.ending is Ending.FOUND:
        steps = ntext("found after {count} step", "found after {count} steps", walk.steps)
        return steps if detailed else text("found")
    if walk.ending is Ending.LEFT_MAP:
        return text("off the map")
    if not detailed:
        return text("not found")
    return text("not found: {paces} paces away", paces=number(walk.distance, 1))
