"""What to change for the next try, in the player's words."""

from game.advice import GEAR, Advice
from game.text import text
from game.ui import tool_words
from game.ui.tool_words import ToolWords, value_text


def change(advice: Advice, names: str) -> str:
    """What to change, in one sentence; `names` are "child" or "grown-up"."""
    if advice.what == GEAR:
        before, after = (
            tool_words.OPTIMIZERS[str(name)].name(names) for name in (advice.before, advice.after)
        )
        said = text("Walk with {after} instead of {before}.", before=before, after=after)
    elif isinstance(advice.before, float) and isinstance(advice.after, float):
        what = advice.what
        blanks = {
            "name": tool_words.SLIDERS[what].name(names),
            "before": value_text(what, advice.before),
            "after": value_text(what, advice.after),
        }
        if advice.after > advice.before:
            said = text("{name}: slide it up, from {before} to {after}.", **blanks)
        else:
            said = text("{name}: slide it down, from {before} to {after}.", **blanks)
    elif advice.what in ("locked", "some_locked"):
        return _locked(advice, names)
    else:
        return _without_number(advice.what, names)
    return said + " " + text("Then you find the gem!") if advice.proven else said


def _without_number(what: str, names: str) -> str:
    if what in ("leap", "gust"):
        return text(
            "Press {button} when you are stuck: it may carry you out.",
            button=tool_words.BUTTONS[what].name(names),
        )
    return {
        "elsewhere": text("Try again: another start may be a luckier one."),
        "better": text("Can you find it with even more water left?"),
        "walk_on": text("Walk on as long as there is water and the ground leads down."),
        "stay": text("At the gem, only take steps. They keep you there until it is yours."),
    }.get(what, text("Try other settings, and watch what the steps do."))


def _locked(advice: Advice, names: str) -> str:
    """What a teacher locked, and what is left to set."""
    if advice.what == "locked":
        said = text("Your teacher locked what would help here.")
    else:
        said = text("Your teacher locked some tools.")
    if not advice.free:
        return said + " " + text("Watch what the steps do.")
    tools = ", ".join(_tool(name).name(names) for name in advice.free)
    return said + " " + text("You can still change: {tools}.", tools=tools)


def _tool(name: str) -> ToolWords:
    """The words for a choice, a slider or a button by its name."""
    choices = {"optimizer": tool_words.GEAR_NAME, "schedule": tool_words.SCHEDULE_NAME}
    return {**tool_words.BUTTONS, **tool_words.SLIDERS, **choices}[name]
