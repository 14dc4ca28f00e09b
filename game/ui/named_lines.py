"""What a level says, for players who chose the grown-up names of the tools.

Lines are written with the child's words; the field's word is put behind the first of each:
"Give me more wind (momentum)". Only tools that the level hands out are meant by their words.
"""

import re

from game.level_file import HandOut
from game.levels import Level
from game.text import text
from game.ui.tool_words import BUTTONS, OPTIMIZERS, SLIDERS, ToolWords


def hint_of(level: Level, names: str, locked: frozenset[str]) -> str:
    """What a level's hint says here; it may speak of the very tools that a teacher has locked."""
    held = {*(slider[0] for slider in level.hand_out.sliders), *level.hand_out.buttons}
    choices = {"optimizer": level.hand_out.optimizers, "schedule": level.hand_out.schedules}
    held |= {name for name, choice in choices.items() if len(choice) > 1}
    if held & locked:
        return text("Your teacher locked some tools here. What can you do without them?")
    return with_names(text(level.hint), names, level.hand_out) if level.hint else ""


def with_names(line: str, names: str, held: HandOut) -> str:
    """`line`, in the player's language, with the names that the player chose beside its own."""
    if names == "child":
        return line
    words = {tool.child(): _grown_up(tool, plain) for tool, plain in _tools(held)}
    known = {child: grown for child, grown in words.items() if _differ(child, grown)}
    if not known:
        return line
    longest_first = sorted(known, key=len, reverse=True)
    pattern = r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b"
    by_lower = {child.lower(): grown for child, grown in known.items()}
    said: set[str] = set()

    def paired(found: re.Match[str]) -> str:
        word = found.group()
        if word.lower() in said:
            return word
        said.add(word.lower())
        return f"{word} ({by_lower[word.lower()]})"

    return re.sub(pattern, paired, line, flags=re.IGNORECASE)


def _tools(held: HandOut) -> list[tuple[ToolWords, bool]]:
    """What the level hands out, and whether its grown-up name is a common word."""
    sliders = [(SLIDERS[name], True) for name, _, _ in held.sliders if name in SLIDERS]
    gear = [(OPTIMIZERS[name], False) for name in held.optimizers] * (len(held.optimizers) > 1)
    buttons = [(BUTTONS[name], True) for name in held.buttons if name in BUTTONS]
    return [*sliders, *gear, *buttons]


def _grown_up(tool: ToolWords, plain: bool) -> str:
    name = tool.grown_up()
    # Where a common word has a capital within a sentence, as German nouns do, so have the names.
    small = plain and text("wind").islower()
    return name[:1].lower() + name[1:] if small else name


def _differ(child: str, grown: str) -> bool:
    return child.lower() != grown.lower()
