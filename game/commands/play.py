"""`dune-descent play`, and `dune-descent` alone: the game in its window."""

import sys

INTERRUPTED = 130  # as shells say it of a command that was ended with Ctrl-C


def play(level: str | None = None) -> int:
    """Open the game, on the title or straight in a level; an exit code."""
    try:
        from game.ui.flow import play as open_window
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != "pygame":
            raise
        print("The game needs pygame-ce: python -m pip install pygame-ce", file=sys.stderr)
        return 1
    try:
        return open_window() if level is None else open_window(level=level)
    except KeyboardInterrupt:
        return INTERRUPTED
