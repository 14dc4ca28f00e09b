"""The command line: reads the arguments, and ends every fault in one plain sentence."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from game import __version__
from game.cli_bench import bench
from game.cli_handouts import handouts
from game.cli_options import a_count, a_number
from game.commands import UsageError
from game.commands.endings import NAME, drop_output, sentence_of

INTERRUPTED = 130  # as shells say it of a command that was ended with Ctrl-C

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A child walks a desert downhill by gradient descent. Without a command, the game opens.",
    epilog=f"'{NAME} COMMAND --help' tells more of a command.",
)

LevelName = Annotated[
    str,
    typer.Argument(
        metavar="LEVEL",
        help="A level's name or number, a level file, or the share code of a desert.",
        show_default=False,
    ),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"{NAME} {__version__}")
        raise typer.Exit


@app.callback()
def _all_commands(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """Only holds what stands before a command."""


@app.command()
def play(
    level: Annotated[
        str | None,
        typer.Argument(metavar="[LEVEL]", help="Open this level at once.", show_default=False),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--levels",
            metavar="LEVELS",
            help="For teachers: the journey has these levels alone, all open, such as 05,07-09.",
            show_default=False,
        ),
    ] = None,
    lock: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TOOLS",
            help="For teachers: tools that can't be changed, such as learning_rate,leap.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Open the game in its window."""
    from game.commands.play import play as open_window

    raise typer.Exit(open_window(level, only or (), lock or ()))


@app.command(short_help="Walk a level without a window.")
def walk(
    level: LevelName,
    optimizer: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="gradient_descent, momentum, nesterov, adagrad, rmsprop or adam.",
            show_default=False,
        ),
    ] = None,
    learning_rate: Annotated[float | None, a_number("Paces of a step per unit of slope.")] = None,
    momentum: Annotated[float | None, a_number("Share of the velocity that is kept.")] = None,
    noise: Annotated[float | None, a_number("Strength of the noise on the slope.")] = None,
    batch_size: Annotated[
        float | None, a_number("Examples that each step feels, in a network's desert.")
    ] = None,
    decay: Annotated[float | None, a_number("RMSProp's memory of squares.")] = None,
    beta1: Annotated[float | None, a_number("Adam's memory of slopes.")] = None,
    beta2: Annotated[float | None, a_number("Adam's memory of squares.")] = None,
    clip_norm: Annotated[float | None, a_number("The longest slope that may pull.")] = None,
    schedule: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="How the learning rate shrinks: constant, exponential:RATE, step:EVERY,RATE"
            " or cosine:STEPS,FLOOR.",
            show_default=False,
        ),
    ] = None,
    steps: Annotated[int | None, a_count("Stop after N steps.", 100_000)] = None,
    seed: Annotated[int | None, a_count("The seed of all chance.", 2**31)] = None,
    replay: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Walk a stored walk again.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    csv: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write a table; - is standard output.", show_default=False
        ),
    ] = None,
) -> None:
    """Walk a level without a window, and tell every step.

    What is not set is as the level has it; the tools that it hands out do not bind. The walk ends
    as in the game, or after --steps.
    """
    from game.commands.walk_command import run_walk

    numbers = {
        "learning_rate": learning_rate,
        "momentum": momentum,
        "noise": noise,
        "batch_size": batch_size,
        "decay": decay,
        "beta1": beta1,
        "beta2": beta2,
        "clip_norm": clip_norm,
    }
    given = {name: value for name, value in numbers.items() if value is not None}
    settings = {"optimizer": optimizer, "schedule": schedule, "steps": steps, "seed": seed}
    run_walk(level, settings, given, replay, as_json=json, csv_file=csv)


@app.command(short_help="Check level files and their claims.")
def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Level files, or folders of them."),
    ] = None,
    claims: Annotated[
        bool, typer.Option("--claims/--no-claims", help="Prove what the levels claim.")
    ] = True,
) -> None:
    """Check level files: tell all their faults, and prove what they claim of their tools.

    Without a PATH, the levels that come with the game. Exit code 1 for any fault or failed claim.
    """
    from game.commands.check import check as check_levels

    raise typer.Exit(check_levels(paths or [], claims))


@app.command(short_help="Draw a scene into a PNG file.")
def screenshot(
    scene: Annotated[
        str | None,
        typer.Argument(metavar="SCENE", help="Such as title, play, results.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Argument(metavar="OUT.png", help="The picture's file.", show_default=False),
    ] = None,
    everything: Annotated[
        Path | None,
        typer.Option(
            "--all",
            metavar="DIR",
            help="Instead: every scene, on every canvas and in every variant, into this folder.",
            show_default=False,
        ),
    ] = None,
    level: Annotated[
        str, typer.Option(metavar="LEVEL", help="Name, number, file or share code.")
    ] = "1",
    steps: Annotated[int, a_count("Steps that were walked.", 1000)] = 12,
    size: Annotated[str, typer.Option(metavar="WxH", help="The picture's size.")] = "1280x720",
) -> None:
    """Draw a scene into a PNG file, without a window."""
    from game.commands.screenshot import screenshot as draw
    from game.commands.screenshot import screenshot_all

    if everything is not None:
        if scene is not None:
            raise UsageError("give either SCENE and OUT.png or --all DIR")
        screenshot_all(everything, level, steps)
    elif scene is None or out is None:
        missing = "SCENE" if scene is None else "OUT.png"
        raise UsageError(f"missing argument {missing!r}; see '{NAME} screenshot --help'")
    else:
        draw(scene, out, level, steps, size)


app.command(short_help="Make the teacher's guide and worksheets, to print.")(handouts)
app.command(short_help="Measure speed and memory.")(bench)


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; an exit code. A fault of the user's ends in one sentence."""
    if sys.stdout is None or sys.stderr is None:  # closed by the caller, or a window without them
        sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a letter must not end a walk
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app(list(arguments), prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (KeyboardInterrupt, typer.Abort):  # typer turns the first into the second
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        drop_output()
        return 1
    except Exception as error:
        sentence, code = sentence_of(error)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return code
