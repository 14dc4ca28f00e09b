"""Which scene follows which outcome, and the game's way in."""

from game.ui.app import Following, How, Options, run_app
from game.ui.outcomes import LevelChosen, LevelReady, WalkEnded
from game.ui.scenes.loading import Loading
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.title import Title
from game.ui.stage import Scene, Stage

FOLLOWING: Following = {
    LevelChosen: (How.COVER, lambda stage, outcome: Loading(stage, outcome.name)),
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
