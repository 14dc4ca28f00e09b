"""From chapters to files: the guide, a file of worksheets for each age, and all answers."""

import itertools
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from game.campaign import Chapter
from game.commands import FileError
from game.commands.handouts.paper import Paper
from game.commands.handouts.plan import sheets
from game.commands.handouts.print_guide import print_guide
from game.commands.handouts.print_sheets import print_answers, print_worksheets
from game.commands.handouts.sheet import Sheet
from game.commands.handouts.words import AGES


def write(folder: Path, chosen: Sequence[Chapter], paper: str) -> Iterator[Path]:
    """Write everything, and give the path of each file once it stands. Raises FileError."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of every table it drops
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{folder}: can't be made: {error.strerror}") from None
    yield _save(print_guide(paper), folder / "guide.pdf")
    made: list[tuple[Sheet, ...]] = []
    with _progress(len(chosen)) as advance:
        for chapter in chosen:
            made.append(sheets(chapter))
            advance()
    for age in AGES:
        of_age = [sheet for group in made for sheet in group if sheet.age == age.title]
        if of_age:
            years = age.years.replace("\N{EN DASH}", "-")
            yield _save(print_worksheets(paper, of_age), folder / f"worksheets-{years}.pdf")
    everything = list(itertools.chain(*made))
    if everything:
        yield _save(print_answers(paper, everything), folder / "answers.pdf")


def _save(page: Paper, path: Path) -> Path:
    try:
        path.write_bytes(bytes(page.output()))
    except OSError as error:
        raise FileError(f"{path}: can't be written: {error.strerror}") from None
    return path


@contextmanager
def _progress(total: int):
    """A bar on the terminal; nothing where the messages go to a file."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Walking the levels", total=total)
        yield lambda: bar.update(task, advance=1)
