"""How a command ends that can't do what was asked: one plain sentence, and an exit code."""

import errno
import os
import sys

from game.commands import FileError, UsageError

NAME = "dune-descent"


def drop_output() -> None:
    """What is still buffered has nowhere to go, and Python would complain of it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def sentence_of(error: Exception) -> tuple[str | None, int]:
    """What to say of an error, and the exit code; (None, 1) for a fault of the game's own."""
    from game.tables import TableError

    match error:
        case UsageError():
            return f"{NAME}: {error}", 2
        case FileError() | TableError():
            return str(error), 1
        case OSError() if error.filename:
            return f"{error.filename}: {error.strerror}", 1
        case OSError() if error.errno == errno.ENOSPC:
            drop_output()
            return f"standard output can't be written: {error.strerror}", 1
    if hasattr(error, "format_message"):  # typer's and click's own
        words = " ".join(error.format_message().split()).rstrip(".")
        context = getattr(error, "ctx", None)
        command = context.command_path if context else NAME
        return f"{command}: {words[0].lower()}{words[1:]}; see '{command} --help'", 2
    return None, 1
