"""`dune-descent` and `python -m game`: the game without arguments, a command with them."""

import sys


def main() -> int:
    """Run what the command line asks for; an exit code."""
    arguments = sys.argv[1:]
    if not arguments:  # the way in must stay short: the title is to show at once
        from game.commands.play import play

        return play()
    from game.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
