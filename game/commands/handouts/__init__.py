"""`dune-descent handouts`: the teacher's guide, worksheets and answers, as PDF files to print."""

from collections.abc import Sequence
from pathlib import Path

from game.commands import FileError, UsageError


def handouts(folder: Path, language: str, only: Sequence[int], paper: str) -> None:
    """Write the pages into a folder, which is made where it is missing.

    Raises UsageError for what does not exist, FileError where the folder can't be written or the
    library that makes PDF files is not installed.
    """
    from game.campaign import chapters
    from game.tables import nearest
    from game.text import languages, use

    papers, known = ("a4", "letter"), languages(everything=True)
    paper = paper.lower()
    if paper not in papers:
        raise UsageError(f"--paper: unknown paper {paper[:40]!r}; {nearest(paper, papers)}")
    if language not in known:
        raise UsageError(
            f"--language: unknown language {language[:40]!r}; {nearest(language, known)}"
        )
    numbers = [chapter.number for chapter in chapters()]
    for number in only:
        if number not in numbers:
            raise UsageError(
                f"--chapter: there is no chapter {number}; they are {numbers[0]} to {numbers[-1]}"
            )
    try:
        import fpdf  # noqa: F401
    except ModuleNotFoundError:
        raise FileError("the handouts need fpdf2: python -m pip install fpdf2") from None
    from game.commands.handouts.write import write

    use(language)
    try:
        for path in write(folder, [c for c in chapters() if not only or c.number in only], paper):
            print(path)
    finally:
        use("en")  # as all commands speak
