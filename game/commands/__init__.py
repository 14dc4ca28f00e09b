"""What each command of the command line does; `game/cli.py` reads the arguments."""


class UsageError(Exception):
    """A command that was asked for wrongly; the message is one sentence. Exit code 2."""


class FileError(Exception):
    """A file, window or device that can't be used; the message is one sentence. Exit code 1."""
