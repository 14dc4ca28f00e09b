"""The options of `dune-descent handouts`."""

from pathlib import Path
from typing import Annotated

import typer


def handouts(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to write into.", show_default=False)
    ],
    language: Annotated[
        str, typer.Option(metavar="CODE", help="The worksheets' language, such as de.")
    ] = "en",
    chapter: Annotated[
        list[int] | None,
        typer.Option(
            metavar="N", help="Only this chapter; may be given again.", show_default=False
        ),
    ] = None,
    paper: Annotated[str, typer.Option(metavar="KIND", help="a4 or letter.")] = "a4",
) -> None:
    """Make PDF files to print: the teacher's guide, worksheets for three ages, and answers.

    All numbers on them come from walks on the levels themselves.
    """
    from game.commands.handouts import handouts as make

    make(folder, language, chapter or (), paper)
