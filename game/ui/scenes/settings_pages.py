"""What can be set, page by page: names, explanations and the values to choose from."""

from collections.abc import Callable
from dataclasses import dataclass

from game.settings import NAMES
from game.text import text
from game.ui.scenes import settings_options as options
from game.ui.widgets.choice import Option

Said = Callable[[], str]


@dataclass(frozen=True)
class Row:
    """One setting (a field of Settings), or a way to another screen.

    A flag has no `options`; `opens` names the screen that a link leads to.
    """

    field: str
    name: Said
    tip: Said
    options: Callable[[], list[Option]] | None = None
    opens: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Page:
    """A page of settings, and the drawing and colour of its tab."""

    key: str
    icon: str
    colour: str
    name: Said
    about: Said
    rows: tuple[Row, ...]


PAGES: tuple[Page, ...] = (
    Page(
        "picture",
        "picture",
        "orange",
        lambda: text("Picture"),
        lambda: text("What you see."),
        (
            Row(
                "full_screen",
                NAMES["full_screen"],
                lambda: text("The desert fills the whole screen."),
            ),
            Row(
                "canvas",
                NAMES["canvas"],
                lambda: text("How many dots the picture has. Counts from the next start on."),
                options.canvases,
            ),
            Row(
                "contours",
                NAMES["contours"],
                lambda: text("Lines that join places of the same height. From the next level on."),
                options.contours,
            ),
            Row(
                "high_contrast",
                NAMES["high_contrast"],
                lambda: text("Black and white panels behind all words."),
            ),
            Row(
                "reduced_motion",
                NAMES["reduced_motion"],
                lambda: text("No drifting sand, no swinging, no rushing camera."),
            ),
        ),
    ),
    Page(
        "sound",
        "speaker",
        "blue",
        lambda: text("Sound"),
        lambda: text("What you hear."),
        (
            Row(
                "effects_volume",
                NAMES["effects_volume"],
                lambda: text("Footsteps, wind, gems and buttons."),
                options.volumes,
            ),
            Row(
                "music_volume",
                NAMES["music_volume"],
                lambda: text("The song of the desert."),
                options.volumes,
            ),
            Row(
                "voice_volume",
                NAMES["voice_volume"],
                lambda: text("How loud words are read aloud."),
                options.volumes,
            ),
            Row(
                "hear_land",
                NAMES["hear_land"],
                lambda: text(
                    "High notes on high ground, quick notes where it is steep, and the "
                    "side that you hear them from is the way down."
                ),
            ),
        ),
    ),
    Page(
        "comfort",
        "heart",
        "green",
        lambda: text("Comfort"),
        lambda: text("Make the game fit you."),
        (
            Row(
                "text_scale",
                NAMES["text_scale"],
                lambda: text("How large all words are."),
                options.sizes,
            ),
            Row(
                "captions",
                NAMES["captions"],
                lambda: text("Every sound that means something is written down too."),
            ),
            Row(
                "speak",
                NAMES["speak"],
                lambda: text("The computer's voice reads what you point at."),
            ),
            Row(
                "one_button",
                NAMES["one_button"],
                lambda: text("The frame wanders by itself. Press any key to use what it is on."),
            ),
            Row(
                "scan_seconds",
                NAMES["scan_seconds"],
                lambda: text("How long the frame stays on each thing in one-button play."),
                options.scans,
            ),
        ),
    ),
    Page(
        "language",
        "bubble",
        "violet",
        lambda: text("Words"),
        lambda: text("How the game speaks to you."),
        (
            Row(
                "language",
                NAMES["language"],
                lambda: text("The language of all words."),
                options.tongues,
            ),
            Row(
                "names",
                NAMES["names"],
                lambda: text("Wind is the child's name; grown-ups call it momentum."),
                options.names,
            ),
        ),
    ),
    Page(
        "play",
        "feet",
        "yellow",
        lambda: text("Play"),
        lambda: text("How you walk, and where."),
        (
            Row(
                "speed",
                NAMES["speed"],
                lambda: text("How fast you walk. Steps stay the same."),
                options.speeds,
            ),
            Row(
                "all_levels",
                NAMES["all_levels"],
                lambda: text("For teachers: no level is locked."),
            ),
            Row(
                "controls",
                lambda: text("Keys and buttons"),
                lambda: text("See and change what every key and button does."),
                opens="controls",
                icon="controller",
            ),
            Row(
                "credits",
                lambda: text("Who made this"),
                lambda: text("The people, letters and libraries behind the game."),
                opens="credits",
                icon="star",
            ),
        ),
    ),
)
