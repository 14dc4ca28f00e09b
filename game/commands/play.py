"""`dune-descent play`, and `dune-descent` alone: the game in its window."""

from game.commands import FileError, UsageError


def play(level: str | None = None) -> int:
    """Open the game, on the title or straight in a level; an exit code.

    Raises UsageError for a level that does not exist, LevelError for one that can't be used.
    """
    try:
        from game.ui.flow import play as open_window
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != "pygame":
            raise
        raise FileError("the game needs pygame-ce: python -m pip install pygame-ce") from None
    if level is None:
        return open_window()
    from game import deserts
    from game.levels import LevelError

    try:
        found = deserts.locate(level)
    except LevelError as error:
        raise UsageError(str(error)) from None
    deserts.load(found)  # what is wrong with a file is told before a window opens
    return open_window(level=level)
