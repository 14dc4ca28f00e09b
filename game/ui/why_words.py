"""Why the gem was missed, in the player's words: headlines, sentences, and other endings."""

from collections.abc import Callable, Sequence

from game.sim.diagnosis import Blame, Cause, Diagnosis
from game.sim.events import Ending
from game.sim.run import FOUND_WITHIN, RunSetup, RunState
from game.sim.side_notes import AtSaddle, SideNote, Trembled, side_note
from game.sim.what_if import Fate, WhatIf
from game.text import ntext, text
from game.ui.tool_words import paces

Said = Callable[[], str]

HEADLINES: dict[Cause, Said] = {
    Cause.FOUND: lambda: text("You found the rarest gem!"),
    Cause.OVERSHOT: lambda: text("You jumped too far!"),
    Cause.BOUNCED: lambda: text("Back and forth!"),
    Cause.CRAWLED: lambda: text("Your steps were too small"),
    Cause.STUCK: lambda: text("Stuck in a dip"),
    Cause.PLAIN: lambda: text("Lost on the plain"),
    Cause.THROWN: lambda: text("Thrown by a cliff!"),
    Cause.BLOWN_OFF: lambda: text("You flew off the map!"),
    Cause.PASSED: lambda: text("You went past the gem!"),
    Cause.DUG_EARLY: lambda: text("You dug too early"),
}
# What the field calls it.
TERMS: dict[Cause, Said] = {
    Cause.FOUND: lambda: text("convergence"),
    Cause.OVERSHOT: lambda: text("overshooting"),
    Cause.BOUNCED: lambda: text("oscillation"),
    Cause.CRAWLED: lambda: text("slow convergence"),
    Cause.STUCK: lambda: text("a local minimum"),
    Cause.PLAIN: lambda: text("a vanishing gradient"),
    Cause.THROWN: lambda: text("an exploding gradient"),
    Cause.BLOWN_OFF: lambda: text("divergence"),
    Cause.PASSED: lambda: text("too much momentum"),
    Cause.DUG_EARLY: lambda: text("stopping early"),
}


def headline(told: Diagnosis, setup: RunSetup, states: Sequence[RunState]) -> str:
    """What happened, in a few words."""
    if _almost(setup, states[-1]):
        return text("So close!")
    if pass_of(told, setup, states):
        return text("Stuck on a pass")
    return HEADLINES[told.cause]()


def pass_of(told: Diagnosis, setup: RunSetup, states: Sequence[RunState]) -> AtSaddle | None:
    """The pass on which a walk rested that would be said to have crawled: there larger steps are
    no help."""
    if told.cause is not Cause.CRAWLED or _almost(setup, states[-1]):
        return None
    note = side_note(told, setup, states)
    return note if isinstance(note, AtSaddle) else None


def term(told: Diagnosis, on_pass: bool = False) -> str:
    """What grown-ups who train machines call it."""
    if on_pass:
        return text("Grown-ups call it {term}.", term=text("a saddle point"))
    if told.cause is Cause.PASSED and told.blame is not Blame.WIND:
        return text("Grown-ups call it leaving a minimum.")
    return text("Grown-ups call it {term}.", term=TERMS[told.cause]())


# Causes that a move shows; the others are shown by a place, after the step that led there.
MOVES = (Cause.OVERSHOT, Cause.THROWN, Cause.PASSED, Cause.BLOWN_OFF, Cause.BOUNCED)


def step_of(told: Diagnosis, states: Sequence[RunState]) -> int:
    """The number of the step that shows it, counted from 1."""
    step = told.state + 1 if told.cause in MOVES else told.state
    return min(max(step, 1), max(len(states) - 1, 1))


def what_happened(told: Diagnosis, setup: RunSetup, states: Sequence[RunState]) -> str:
    """What happened and at which step, in one or two sentences."""
    step, last = step_of(told, states), states[-1]
    if _almost(setup, last):
        return ntext(
            "You were at the gem, but it wants you to stay for {count} step.",
            "You were at the gem, but it wants you to stay for {count} steps in a row.",
            setup.settle,
        )
    match told.cause:
        case Cause.FOUND:
            return ntext(
                "You came to the gem in {count} step.",
                "You came to the gem in {count} steps.",
                last.steps,
            )
        case Cause.OVERSHOT:
            return text(
                "Your steps were too long: at step {step} you jumped over the valley.", step=step
            )
        case Cause.BOUNCED:
            return text(
                "Your steps were too long: from step {step} on you bounced from side to side.",
                step=step,
            )
        case Cause.CRAWLED:
            return text("Your steps were so small that the water ran out on the way down.")
        case Cause.STUCK:
            return text(
                "At step {step} you came into a dip. All ways lead up from there, but it is not"
                " the deepest place.",
                step=step,
            )
        case Cause.PLAIN:
            return text("Hardly any slope from step {step} on: on flat ground steps are tiny.",
                        step=step)  # fmt: skip
        case Cause.THROWN:
            return text(
                "At step {step} the ground was so steep that a single step threw you far away.",
                step=step,
            )
        case Cause.DUG_EARLY:
            return _dug(told, last)
    return _carried(told, step, states[min(told.state, len(states) - 1)].tools.optimizer)


def in_short(told: Diagnosis, setup: RunSetup, states: Sequence[RunState]) -> str:
    """What happened, where there is room for one thing."""
    rested = pass_of(told, setup, states)
    return besides(rested) if rested else what_happened(told, setup, states)


def besides(note: SideNote) -> str:
    """What else there is to say of a walk, in one sentence; "" where there is nothing."""
    match note:
        case AtSaddle(first):
            return text(
                "At step {step} you came to rest on a pass, a saddle point: it feels flat, but two"
                " ways lead down.",
                step=max(first, 1),
            )
        case Trembled(heard, examples):
            return text(
                "The ground trembled: each step heard only {count} of {all} messages, not the true"
                " slope.",
                count=heard,
                all=examples,
            )
    return ""


def _almost(setup: RunSetup, last: RunState) -> bool:
    """Whether it ended within reach of the gem, too soon."""
    away = float(((last.place - setup.gem) ** 2).sum()) ** 0.5
    ended = last.ending is not None and last.ending not in (Ending.FOUND, Ending.LEFT_MAP)
    return ended and away <= FOUND_WITHIN and setup.settle > 1


def _dug(told: Diagnosis, last: RunState) -> str:
    if told.more_steps:
        return ntext(
            "You were on the right way! {count} more step would have brought you to the gem.",
            "You were on the right way! {count} more steps would have brought you to the gem.",
            told.more_steps,
        )
    return text("You dug while you were still going down. You had water to walk on.")


def _carried(told: Diagnosis, step: int, optimizer: str) -> str:
    """Off the map, or past the gem, by whatever made that move."""
    if told.blame is Blame.WIND and optimizer not in ("momentum", "nesterov"):  # no wind in sight
        if told.cause is Cause.BLOWN_OFF:
            return text("You were too fast: step {step} went off the map.", step=step)
        return text("You were too fast to stop: you ran past the gem at step {step}.", step=step)
    if told.cause is Cause.BLOWN_OFF:
        lines = {
            Blame.SLOPE: text("Your steps were too long: step {step} went off the map.", step=step),
            Blame.WIND: text("The wind blew you off the map at step {step}.", step=step),
            Blame.NOISE: text("The ground shook you off the map at step {step}.", step=step),
            Blame.GUST: text("A gust blew you off the map."),
            Blame.LEAP: text("A leap took you off the map."),
        }
    else:
        lines = {
            Blame.SLOPE: text("You walked past the gem at step {step}.", step=step),
            Blame.WIND: text(
                "The wind carried you past the gem at step {step}. You were too fast to stop.",
                step=step,
            ),
            Blame.NOISE: text("The ground shook you away from the gem at step {step}.", step=step),
            Blame.GUST: text("You stood at the gem, and a gust blew you away from it."),
            Blame.LEAP: text("You stood at the gem, and leapt away from it."),
        }
    return lines[told.blame]


FATES: dict[Fate, Said] = {
    Fate.FOUND: lambda: text("Finds the gem"),
    Fate.NEAR: lambda: text("Comes close"),
    Fate.LESSER: lambda: text("Only a lesser gem"),
    Fate.OFF_MAP: lambda: text("Off the map"),
    Fate.DRY: lambda: text("Ends too far away"),
}


def fate_line(told: WhatIf, which: int) -> str:
    """How one of the walks ends, in a sentence."""
    steps, away = int(told.steps[which]), paces(float(told.distances[which]))
    match told.fates[which]:
        case Fate.FOUND:
            return ntext("Finds the gem in {count} step!", "Finds the gem in {count} steps!", steps)
        case Fate.OFF_MAP:
            return text("Flies off the map at step {step}.", step=steps)
        case Fate.NEAR:
            return text("Comes close: {paces} from the gem.", paces=away)
        case Fate.LESSER:
            return text("Finds only a lesser gem, {paces} from the rarest.", paces=away)
    return text("The water ends {paces} from the gem.", paces=away)
