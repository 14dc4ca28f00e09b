"""Which scene follows which outcome, and the game's way in."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from game.ui.app import Following, How, Options, run_app
from game.ui.outcomes import (
    LevelChosen,
    LevelReady,
    NextLevel,
    Opened,
    Swapped,
    WalkEnded,
    WatchWalk,
)
from game.ui.scenes.title import Title
from game.ui.stage import Scene, Stage

if TYPE_CHECKING:
    from game.course import Course


def _scene(module: str, name: str) -> Callable[..., Scene]:
    """A scene whose module is imported when it is made: the title does not wait for it."""

    def make(stage: Stage, *more: Any) -> Scene:
        scene: Scene = getattr(import_module(f"game.ui.scenes.{module}"), name)(stage, *more)
        return scene

    return make


# Every screen that can be opened by its name from others.
SCREENS: dict[str, Callable[..., Scene]] = {
    "journey": _scene("journey", "Journey"),
    "players": _scene("players", "Players"),
    "endless": _scene("endless", "Endless"),
    "daily": _scene("daily", "Daily"),
    "pause": _scene("pause", "Pause"),
    "settings": _scene("settings", "Settings"),
    "controls": _scene("controls", "Controls"),
    "credits": _scene("credits", "Credits"),
}
_loading = _scene("loading", "Loading")


def _watching(stage: Stage, code: str) -> Scene:
    from game.sim.codes import decode_walk  # numpy: the title does not wait for it

    walk = decode_walk(code)
    return _loading(stage, (stage.course or {}).get(walk.level, walk.level), walk)


FOLLOWING: Following = {
    Opened: (How.COVER, lambda stage, outcome: SCREENS[outcome.screen](stage)),
    Swapped: (How.REPLACE, lambda stage, outcome: SCREENS[outcome.screen](stage)),
    LevelChosen: (How.COVER, lambda stage, outcome: _loading(stage, outcome.name)),
    NextLevel: (How.REPLACE, lambda stage, outcome: _loading(stage, outcome.name)),
    WatchWalk: (How.COVER, lambda stage, outcome: _watching(stage, outcome.code)),
    LevelReady: (How.REPLACE, _scene("play", "Play")),
    WalkEnded: (How.REPLACE, _scene("results", "Results")),
}


def play(
    options: Options | None = None, level: str | None = None, course: "Course | None" = None
) -> int:
    """Open the window and play until it is closed; an exit code.

    With a `level` (a name, a file or a desert's code) its walk begins at once. A `course` is what
    a teacher has chosen.
    """

    def first(stage: Stage) -> Scene:
        if course is not None:
            stage.course, stage.locked = course.levels, course.locked
        title = Title(stage)
        if level is not None:
            title.outcome = LevelChosen(level)
        return title

    return run_app(first, FOLLOWING, options)
