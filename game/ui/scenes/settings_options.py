"""The values that each setting can take, with the words for them."""

from game.settings import CANVASES
from game.text import languages, number, text
from game.ui.pace import STEPS_A_SECOND
from game.ui.widgets.choice import Option

_TEXT_SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
_VOLUMES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_SCANS = (0.5, 1.0, 1.5, 2.0, 3.0, 5.0)
_TONGUES = {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français", "it": "Italiano",
            "nl": "Nederlands", "pl": "Polski", "pt": "Português", "uk": "Українська"}  # fmt: skip


def percent(share: float) -> str:
    """A share 0..1 (or more) in percent."""
    return text("{percent} %", percent=round(100 * share))


def canvases() -> list[Option]:
    """Sizes of the canvas."""

    def said(name: str) -> str:
        wide, _, tall = name.partition("x")
        return text("{width} \N{MULTIPLICATION SIGN} {height}", width=wide, height=tall)

    sizes = [Option(name, said(name)) for name in CANVASES if name != "auto"]
    return [Option("auto", text("By itself")), *sizes]


def contours() -> list[Option]:
    """How height lines are drawn."""
    return [
        Option("off", text("Off")),
        Option("fine", text("Fine")),
        Option("strong", text("Strong")),
    ]


def volumes() -> list[Option]:
    """How loud, 0..1."""
    return [Option(share, percent(share) if share else text("Off")) for share in _VOLUMES]


def sizes() -> list[Option]:
    """How large words are, 1..2."""
    return [Option(scale, percent(scale)) for scale in _TEXT_SIZES]


def scans() -> list[Option]:
    """Seconds that the wandering focus waits."""
    return [
        Option(wait, text("{seconds} s", seconds=number(wait, 1 if wait % 1 else 0)))
        for wait in _SCANS
    ]


def tongues() -> list[Option]:
    """Languages that the game speaks, each by its own name."""
    return [Option(code, _TONGUES.get(code, code)) for code in languages()]


def names() -> list[Option]:
    """Whose names the tools have."""
    return [Option("child", text("Wind")), Option("grown-up", text("Momentum"))]


def speeds() -> list[Option]:
    """Walking speeds from the slowest."""
    return [Option(at, icon=f"speed{at + 1}") for at in range(len(STEPS_A_SECOND))]


def nearest(options: list[Option], value: object) -> object:
    """The option's value that stands for `value`: itself, or the nearest number."""
    values = [option.value for option in options]
    if value in values or not isinstance(value, int | float):
        return value if value in values else values[0]
    return min(values, key=lambda known: abs(float(str(known)) - value))
