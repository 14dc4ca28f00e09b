"""Which scene follows which outcome, and the game's way in."""

from collections.abc import Callable
from importlib import import_module

from game.sim.codes import decode_walk
from game.ui.app import Following, How, Options, run_app
from game.ui.outcomes import LevelChosen, LevelReady, Opened, Swapped, WalkEnded, WatchWalk
from game.ui.scenes.loading import Loading
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.title import Title
from game.ui.stage import Scene, Stage


def _screen(module: str, name: str) -> Callable[[Stage], Scene]:
    """A scene whose module is imported when it is opened: the title does not wait for it."""

    def make(stage: Stage) -> Scene:
        scene: Scene = getattr(import_module(f"game.ui.scenes.{module}"), name)(stage)
        return scene

    return make


# Every screen that can be opened by its name from others.
SCREENS: dict[str, Callable[[Stage], Scene]] = {
    "journey": _screen("journey", "Journey"),
    "players": _screen("players", "Players"),
    "endless": _screen("endless", "Endless"),
    "daily": _screen("daily", "Daily"),
    "pause": _screen("pause", "Pause"),
    "settings": _screen("settings", "Settings"),
    "controls": _screen("controls", "Controls"),
    "credits": _screen("credits", "Credits"),
}


def _watching(stage: Stage, code: str) -> Scene:
    walk = decode_walk(code)
    return Loading(stage, walk.level, walk)


FOLLOWING: Following = {
    Opened: (How.COVER, lambda stage, outcome: SCREENS[outcome.screen](stage)),
    Swapped: (How.REPLACE, lambda stage, outcome: SCREENS[outcome.screen](stage)),
    LevelChosen: (How.COVER, lambda stage, outcome: Loading(stage, outcome.name)),
    WatchWalk: (How.COVER, lambda stage, outcome: _watching(stage, outcome.code)),
    LevelReady: (How.REPLACE, Play),
    WalkEnded: (How.REPLACE, Results),
}


def play(options: Options | None = None, level: str | None = None) -> int:
    """Open the window and play until it is closed; an exit code.

    With a `level` (a name, a file or a desert's code) its walk begins at once.
    """

    def first(stage: Stage) -> Scene:
        title = Title(stage)
        if level is not None:
            title.outcome = LevelChosen(level)
        return title

    return run_app(first, FOLLOWING, options)
