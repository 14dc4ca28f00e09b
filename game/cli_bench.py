"""`dune-descent bench`: its options, and what each of them runs."""

from typing import Annotated

import typer

from game.cli_options import a_count
from game.commands import UsageError


def bench(
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    fuzz: Annotated[
        int | None, a_count("Instead: feed N broken levels and codes to the loaders.", 10**9, 1)
    ] = None,
    monkey: Annotated[
        int | None, a_count("Instead: send N events of all kinds through all scenes.", 10**9, 1)
    ] = None,
    endurance: Annotated[
        int | None,
        a_count("Instead: play N minutes by a fast clock and watch the memory.", 10**5, 2),
    ] = None,
    diagnosis: Annotated[
        bool, typer.Option("--diagnosis", help="Instead: name the causes of walks of known causes.")
    ] = False,
    seed: Annotated[int, a_count("The seed of --fuzz or --monkey.", 2**31)] = 1,
) -> None:
    """Measure the game's speed and memory on this machine, each beside its bare cost."""
    instead = {"--fuzz": fuzz, "--monkey": monkey, "--endurance": endurance}
    instead["--diagnosis"] = 1 if diagnosis else None
    asked = [name for name, count in instead.items() if count is not None]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} can't run together: give one of them")
    if monkey is not None:
        from game.ui.monkey import run_monkey

        raise typer.Exit(run_monkey(monkey, seed, as_json=json))
    if endurance is not None:
        from game.bench.endurance import run_endurance

        raise typer.Exit(run_endurance(endurance, as_json=json))
    if diagnosis:
        from game.bench.diagnosis import run_diagnosis

        raise typer.Exit(run_diagnosis(json))
    if fuzz is not None:
        from game.bench.fuzz import run_fuzz

        raise typer.Exit(run_fuzz(fuzz, seed, as_json=json))
    from game.commands.bench import bench as measure

    measure(json)
