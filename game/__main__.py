"""`dune-descent` and `python -m game`: the game without arguments, a command with them."""

import sys

INTERRUPTED = 130  # as shells say it of a command that was ended with Ctrl-C


def main() -> int:
    """Run what the command line asks for; an exit code."""
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    if not arguments:  # the way in must stay short: the title is to show at once
        from game.commands import FileError
        from game.commands.play import play

        try:
            return play()
        except FileError as error:
            print(error, file=sys.stderr)
            return 1
    from game.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
