"""What the player wants, free of any device: values that `keys` makes and widgets understand."""

from dataclasses import dataclass, field
from enum import Enum


class Intent(Enum):
    """One wish. Where a key stands for several, the earlier member here is offered first."""

    STEP = "step"
    ACTIVATE = "activate"
    RUN = "run"
    GUST = "gust"
    LEAP = "leap"
    DIG = "dig"
    REWIND = "rewind"
    RESTART = "restart"
    PAUSE = "pause"
    FASTER = "faster"
    SLOWER = "slower"
    NAMES = "names"
    CHART = "chart"
    TOOLS = "tools"
    WHERE = "where"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    HELP = "help"
    READ = "read"
    BACK = "back"
    FULL_SCREEN = "full_screen"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"
    NEXT_FOCUS = "next_focus"
    PREVIOUS_FOCUS = "previous_focus"


@dataclass(frozen=True)
class Act:
    """An intent, once. `repeated` is True while the key is held.

    `device` made it: "keyboard", "pad", or "switch" for the one button of scanning.
    """

    intent: Intent
    repeated: bool = False
    device: str = "keyboard"


class Touch(Enum):
    """What a pointer does, be it a mouse or a finger."""

    MOVE = "move"
    PRESS = "press"
    RELEASE = "release"
    WHEEL = "wheel"


@dataclass(frozen=True)
class Point:
    """A pointer at `pixel` of the canvas; `notches` of the wheel, away from the player above 0.

    `moved` is False where nobody did anything: a window was opened under a resting mouse, or the
    pointer has left it.
    """

    kind: Touch
    pixel: tuple[int, int]
    notches: int = 0
    device: str = "mouse"
    moved: bool = field(default=True, compare=False)


@dataclass(frozen=True)
class Typed:
    """Text that was typed, after the keyboard layout and accents have had their say."""

    text: str


@dataclass(frozen=True)
class Pressed:
    """A key or a pad's button by its own name; made only while `Keys.listening`.

    `device` is "keyboard" or "pad".
    """

    device: str
    name: str


@dataclass(frozen=True)
class Unplugged:
    """The pad that was played with is gone: what runs by itself should wait."""


Signal = Act | Point | Typed | Pressed | Unplugged
NOWHERE = (-1, -1)
