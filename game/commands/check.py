"""`dune-descent check`: level files, their lands and their claims, with all that is wrong."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from game import levels
from game.claims import Claim, Proof, prove
from game.levels import LevelError
from game.tables import Fault


@dataclass(frozen=True)
class Row:
    """A claim of a level, and its proof."""

    level: str
    proof: Proof


def check(paths: Iterable[str], claims: bool = True) -> int:
    """Check the files and folders, or the shipped levels without any; an exit code."""
    faults: list[Fault] = []
    files = _files(paths, faults)
    read: list[tuple[Path, levels.Level]] = []
    for path in files:
        try:
            read.append((path, levels.read(path)))
        except LevelError as error:
            faults += (_named(fault, path) for fault in error.faults)
    rows = list(_prove(read, faults, claims))
    if rows:
        _print_table(rows)
    for fault in faults:
        print(fault, file=sys.stderr)
    failed = sum(not row.proof.holds for row in rows)
    print(_closing(len(files), len(faults), len(rows), failed, claims))
    return 1 if faults or failed else 0


def _files(paths: Iterable[str], faults: list[Fault]) -> list[Path]:
    """All level files that are meant; a folder means those in it."""
    named = [Path(path) for path in paths]
    if not named:
        return levels.shipped()
    found: list[Path] = []
    for path in named:
        if not _is_folder(path):
            found.append(path)
            continue
        inside = sorted(path.glob("*.toml"))
        if not inside:
            faults.append(Fault(str(path), "", "no level file (.toml) is in it", "name another"))
        found += inside
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long: reading it tells what is wrong
        return False


def _prove(
    read: list[tuple[Path, levels.Level]], faults: list[Fault], claims: bool
) -> Iterator[Row]:
    """Build every land, and prove every claim of it."""
    work = [1 + len(level.claims) * claims for _, level in read]
    with _progress(sum(work)) as advance:
        for path, level in read:
            advance(level.slug)
            try:
                site = levels.build(level)
            except LevelError as error:
                faults += (_named(fault, path) for fault in error.faults)
                continue
            for claim in level.claims if claims else ():
                advance(level.slug)
                yield Row(level.slug, prove(claim, site.setup))


@contextmanager
def _progress(total: int):
    """A bar on the terminal; nothing where the messages go to a file."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Checking", total=total)
        yield lambda name: bar.update(task, advance=1, description=f"Checking {name}")


def _named(fault: Fault, path: Path) -> Fault:
    return replace(fault, file=path.name if path in levels.shipped() else str(path))


def _print_table(rows: Iterable[Row]) -> None:
    table = Table("level", "claim", "found the gem", "claimed", "", box=None)
    for row in rows:
        proof = row.proof
        table.add_row(
            row.level,
            Text(proof.claim.says),
            f"{round(proof.share * proof.walks)} of {proof.walks} walks",
            _claimed(proof.claim),
            "holds" if proof.holds else Text("FAILS", "bold red"),
        )
    terminal = Console()
    # In a file a line is as long as it needs to be, so that a search finds whole claims.
    (terminal if terminal.is_terminal else Console(width=200)).print(table)


def _claimed(claim: Claim) -> str:
    if claim.at_least <= 0:
        return f"at most {claim.at_most:.0%}"
    if claim.at_most >= 1:
        return f"at least {claim.at_least:.0%}"
    return f"{claim.at_least:.0%} to {claim.at_most:.0%}"


def _closing(files: int, faults: int, claims: int, failed: int, proven: bool) -> str:
    told = f"{_count(files, 'level')} checked: {_count(faults, 'fault')}"
    if not proven:
        return f"{told}; claims not proven"
    return f"{told}; {_count(claims, 'claim')}, {failed or 'none'} failed"


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
