"""What the player's tools are called, in the child's words and in the field's."""

from collections.abc import Callable
from dataclasses import dataclass

from game.text import ntext, number, short_number, text

Said = Callable[[], str]


@dataclass(frozen=True)
class ToolWords:
    """Names and explanations of one tool; `colour` is a field of the palette."""

    child: Said
    grown_up: Said
    child_tip: Said
    grown_up_tip: Said
    colour: str = "yellow"

    def name(self, names: str) -> str:
        """The name for `names`, "child" or "grown-up"."""
        return self.child() if names == "child" else self.grown_up()

    def tip(self, names: str) -> str:
        """What it does, in the same words."""
        return self.child_tip() if names == "child" else self.grown_up_tip()


SLIDERS: dict[str, ToolWords] = {
    "learning_rate": ToolWords(
        lambda: text("Step size"),
        lambda: text("Learning rate"),
        lambda: text("How far one step goes on a slope. Steep ground makes it longer."),
        lambda: text("\N{GREEK SMALL LETTER ALPHA}: the step is this times the slope."),
        "orange",
    ),
    "momentum": ToolWords(
        lambda: text("Wind"),
        lambda: text("Momentum"),
        lambda: text("How much of the last step the wind carries on."),
        lambda: text("Share of the velocity that each step keeps."),
        "blue",
    ),
    "noise": ToolWords(
        lambda: text("Sparkle"),
        lambda: text("Gradient noise"),
        lambda: text("How much the ground trembles: each step goes a little astray."),
        lambda: text("Standard deviation of the noise on the slope, as in SGD."),
        "violet",
    ),
    "shrink": ToolWords(
        lambda: text("Shrink"),
        lambda: text("Decay"),
        lambda: text("Each step size is this much of the one before. 1 never shrinks."),
        lambda: text("Exponential decay: every step multiplies the learning rate by this."),
        "green",
    ),
    "clip_norm": ToolWords(
        lambda: text("Rope"),
        lambda: text("Gradient clipping"),
        lambda: text("The steepest slope that may pull. A rope holds you on cliffs."),
        lambda: text("Longest gradient: a longer one is cut to this length."),
        "rose",
    ),
    "leap_reach": ToolWords(
        lambda: text("Reach"),
        lambda: text("Reach"),
        lambda: text("How far one leap jumps."),
        lambda: text("Distance of a random restart."),
        "violet",
    ),
    "gust_strength": ToolWords(
        lambda: text("Gust strength"),
        lambda: text("Velocity kick"),
        lambda: text("How far one gust blows."),
        lambda: text("Length of the push that is added to the velocity."),
        "blue",
    ),
    "batch_size": ToolWords(
        lambda: text("Messages"),
        lambda: text("Batch size"),
        lambda: text("How many messages you listen to for each step. Few: the ground trembles."),
        lambda: text("Examples in each mini-batch: the gradient is the mean of theirs."),
        "violet",
    ),
    "decay": ToolWords(
        lambda: text("Drum memory"),
        lambda: text("RMSProp decay"),
        lambda: text("How long the drum remembers steep ground."),
        lambda: text("Share of the mean of squares that each step keeps."),
        "rose",
    ),
    "beta1": ToolWords(
        lambda: text("Falcon's flight"),
        lambda: text("\N{GREEK SMALL LETTER BETA}1"),
        lambda: text("How long the falcon remembers the way."),
        lambda: text("Adam's memory of slopes."),
        "blue",
    ),
    "beta2": ToolWords(
        lambda: text("Falcon's eye"),
        lambda: text("\N{GREEK SMALL LETTER BETA}2"),
        lambda: text("How long the falcon remembers steep ground."),
        lambda: text("Adam's memory of squared slopes."),
        "rose",
    ),
}

BUTTONS: dict[str, ToolWords] = {
    "step": ToolWords(
        lambda: text("Step"),
        lambda: text("Step"),
        lambda: text("One step down the slope. Costs 1 water."),
        lambda: text("One update of the optimizer. Costs 1 water."),
        "orange",
    ),
    "walk": ToolWords(
        lambda: text("Walk"),
        lambda: text("Run"),
        lambda: text("Step after step, until you press Pause."),
        lambda: text("Update after update, until paused."),
        "green",
    ),
    "pause": ToolWords(
        lambda: text("Pause"),
        lambda: text("Pause"),
        lambda: text("Stand still."),
        lambda: text("Stop updating."),
        "green",
    ),
    "gust": ToolWords(
        lambda: text("Gust"),
        lambda: text("Kick"),
        lambda: text("A burst of wind along the way you are going. Costs 2 water."),
        lambda: text("Adds a push to the velocity. Costs 2 water."),
        "blue",
    ),
    "leap": ToolWords(
        lambda: text("Leap"),
        lambda: text("Random restart"),
        lambda: text("A jump in a random direction. Costs 3 water."),
        lambda: text("Random restart nearby, with an empty memory. Costs 3 water."),
        "violet",
    ),
    "dig": ToolWords(
        lambda: text("Dig"),
        lambda: text("Finish"),
        lambda: text("Stop here and dig for the gem."),
        lambda: text("Stop here: this place is scored."),
        "yellow",
    ),
}

OPTIMIZERS: dict[str, ToolWords] = {
    "gradient_descent": ToolWords(
        lambda: text("Sandals"),
        lambda: text("Gradient descent"),
        lambda: text("Plain steps down the slope."),
        lambda: text("The plain update."),
    ),
    "momentum": ToolWords(
        lambda: text("Wind cloak"),
        lambda: text("Momentum"),
        lambda: text("The wind carries your steps on."),
        lambda: text("Past gradients keep pulling."),
    ),
    "nesterov": ToolWords(
        lambda: text("Spyglass"),
        lambda: text("Nesterov"),
        lambda: text("A wind cloak that looks ahead."),
        lambda: text("Momentum that looks ahead."),
    ),
    "adagrad": ToolWords(
        lambda: text("Camel"),
        lambda: text("AdaGrad"),
        lambda: text("Slower and slower where it was steep."),
        lambda: text("Steps shrink with the sum of squared slopes."),
    ),
    "rmsprop": ToolWords(
        lambda: text("Drum"),
        lambda: text("RMSProp"),
        lambda: text("Keeps an even beat on every slope."),
        lambda: text("Steps scaled by a running mean of squared slopes."),
    ),
    "adam": ToolWords(
        lambda: text("Falcon"),
        lambda: text("Adam"),
        lambda: text("Finds the right stride by itself."),
        lambda: text("Momentum and RMSProp together."),
    ),
}

SCHEDULES: dict[str, ToolWords] = {
    "constant": ToolWords(
        lambda: text("Even"),
        lambda: text("Constant"),
        lambda: text("Steps stay as they are."),
        lambda: text("The learning rate stays."),
    ),
    "exponential": ToolWords(
        lambda: text("Melting"),
        lambda: text("Exponential"),
        lambda: text("A little smaller with every step."),
        lambda: text("Multiplied by a constant every step."),
    ),
    "step": ToolWords(
        lambda: text("Stairs"),
        lambda: text("Step decay"),
        lambda: text("Half as large every ten steps."),
        lambda: text("Halved every ten steps."),
    ),
    "cosine": ToolWords(
        lambda: text("Sunset"),
        lambda: text("Cosine"),
        lambda: text("Large at first, then gently down to nothing."),
        lambda: text("Half a cosine wave down to nothing."),
    ),
}

GEAR_NAME = ToolWords(
    lambda: text("Gear"),
    lambda: text("Optimizer"),
    lambda: text("What you walk with."),
    lambda: text("How slopes become steps."),
)
SCHEDULE_NAME = ToolWords(
    lambda: text("Shrinking"),
    lambda: text("Schedule"),
    lambda: text("How your steps grow smaller."),
    lambda: text("How the learning rate changes."),
)


def far(value: float) -> str:
    """A distance: one decimal, or the digit that counts of a small one, which is not nothing."""
    return short_number(value, 1) if 1e-4 <= value < 0.095 else number(value, 1)


def paces(value: float) -> str:
    """A distance in paces, as `far` writes it."""
    return ntext("{paces} pace", "{paces} paces", round(float(value), 1), paces=far(value))


def value_text(parameter: str, value: float) -> str:
    """A slider's value as it is shown."""
    if parameter in ("leap_reach", "gust_strength"):
        return paces(value)
    if parameter == "batch_size":
        return number(value, 0)
    if parameter in ("momentum", "shrink", "decay", "beta1", "beta2"):
        return number(value, 3 if value > 0.99 and value < 1 else 2)
    return short_number(value)  # as many digits as any tick of a slider has
