"""`dune-descent play`, and `dune-descent` alone: the game in its window."""

from collections.abc import Sequence

from game.commands import FileError, UsageError


def play(level: str | None = None, only: Sequence[str] = (), lock: Sequence[str] = ()) -> int:
    """Open the game, on the title or straight in a level; an exit code.

    `only` and `lock` are what a teacher asks for, as `game.course` reads it. Raises UsageError for
    a level or a tool that does not exist, LevelError for a level that can't be used.
    """
    try:
        from game.ui.flow import play as open_window
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != "pygame":
            raise
        raise FileError("the game needs pygame-ce: python -m pip install pygame-ce") from None
    if level is None and not only and not lock:
        return open_window()
    from game import deserts
    from game.course import CourseError, read_course
    from game.levels import LevelError

    try:
        course = read_course(only, lock)
        found = [deserts.locate(level)] if level is not None else []
    except (CourseError, LevelError) as error:
        raise UsageError(str(error)) from None
    # What is wrong with a file is told before a window opens.
    for name in (course.levels or {}).values():
        deserts.open_level(name)
    for place in found:
        deserts.load(place)
    return open_window(level=level, course=course)
