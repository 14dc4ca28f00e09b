"""Which scene follows which outcome, and the game's way in."""

from game.ui.app import Following, How, Options, run_app
from game.ui.outcomes import LevelChosen, LevelReady, WalkEnded
from game.ui.scenes.loading import Loading
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.title import Title

FOLLOWING: Following = {
    LevelChosen: (How.COVER, lambda stage, outcome: Loading(stage, outcome.path)),
    LevelReady: (How.REPLACE, Play),
    WalkEnded: (How.REPLACE, Results),
}


def play(options: Options | None = None) -> int:
    """Open the window and play until it is closed; an exit code."""
    return run_app(Title, FOLLOWING, options)
