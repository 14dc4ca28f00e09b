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

from game import lesson_check, levels
from game.claims import Claim
from game.levels import Level, LevelError
from game.proofs import Par, Proof, par_of, prove
from game.sim.gradient_check import WITHIN, GradientCheck, check_gradient
from game.sim.network_land import LossTerrain
from game.sim.terrain import Terrain
from game.tables import Fault


@dataclass(frozen=True)
class Proven:
    """A level, the proofs of its claims, and the par water that they give."""

    level: Level
    proofs: tuple[Proof, ...]
    par: Par | None
    slopes: GradientCheck | None = None  # of a land that is a network's loss


def check(paths: Iterable[str], claims: bool = True) -> int:
    """Check the files and folders, or without any the shipped levels and lessons; an exit code."""
    faults: list[Fault] = []
    paths = list(paths)
    files = _files(paths, faults)
    read: list[tuple[Path, Level]] = []
    for path in files:
        try:
            read.append((path, levels.read(path)))
        except LevelError as error:
            faults += (_named(fault, path) for fault in error.faults)
    proven = list(_prove(read, faults, claims))
    if not paths:
        faults += lesson_check.faults()
    proofs = [proof for each in proven for proof in each.proofs]
    if proofs:
        _print(_claims_table(proven), _par_table(proven))
    for each in proven:
        if each.slopes:
            print(_slopes_told(each.level.slug, each.slopes))
    for fault in faults:
        print(fault, file=sys.stderr)
    failed = sum(not proof.holds for proof in proofs)
    print(_closing(len(files), len(faults), len(proofs), failed, claims))
    return 1 if faults or failed else 0


def _files(paths: Iterable[str], faults: list[Fault]) -> list[Path]:
    """All level files that are meant; a folder means those in it."""
    named = [Path(path) for path in paths]
    if not named:
        return levels.shipped()
    found: list[Path] = []
    for path in named:
        if not _is_folder(path):
            found.append(_level_named(path))
            continue
        inside = sorted(path.glob("*.toml"))
        if not inside:
            faults.append(Fault(str(path), "", "no level file (.toml) is in it", "name another"))
        found += inside
    return found


def _level_named(path: Path) -> Path:
    """A level of the game by its number or name, as other commands take it, or the file."""
    try:
        return path if path.exists() else levels.find(str(path))
    except (LevelError, OSError):
        return path  # reading it tells what is wrong


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long: reading it tells what is wrong
        return False


def _prove(read: list[tuple[Path, Level]], faults: list[Fault], claims: bool) -> Iterator[Proven]:
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
            proofs = []
            for claim in level.claims if claims else ():
                proofs.append(prove(claim, site.setup))
                advance(level.slug)
            par = par_of(proofs, level.water)
            if par and level.par_water > par.best:
                problem = f"{level.par_water} can't be reached: the best walk leaves {par.best}"
                fault = Fault("", "walk.par_water", problem, f"give {par.suggested} or so")
                faults.append(_named(fault, path))
            slopes = _slopes(site.setup.terrain)
            if slopes and not slopes.holds:
                fault = Fault("", "desert", "its slopes are not those of its loss", "report it")
                faults.append(_named(fault, path))
            yield Proven(level, tuple(proofs), par, slopes)


def _slopes(terrain: Terrain) -> GradientCheck | None:
    """The check of a network's slopes; None where the land is none."""
    return check_gradient(terrain) if isinstance(terrain, LossTerrain) else None


def _slopes_told(slug: str, found: GradientCheck) -> str:
    return (
        f"{slug}: slopes by backpropagation at {found.places} places differ by at most"
        f" {found.complex_steps:.1e} from complex steps, {found.central_differences:.1e} from"
        f" central differences ({WITHIN:g} allowed)"
    )


@contextmanager
def _progress(total: int):
    """A bar on the terminal; nothing where the messages go to a file."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Checking", total=total)
        yield lambda name: bar.update(task, advance=1, description=f"Checking {name}")


def _named(fault: Fault, path: Path) -> Fault:
    return replace(fault, file=path.name if path in levels.shipped() else str(path))


def _claims_table(proven: Iterable[Proven]) -> Table:
    table = Table("level", "claim", "found the gem", "claimed", "", box=None)
    for each in proven:
        for proof in each.proofs:
            table.add_row(
                each.level.slug,
                Text(proof.claim.says),
                f"{round(proof.share * proof.walks)} of {proof.walks} walks",
                _claimed(proof.claim),
                "holds" if proof.holds else Text("FAILS", "bold red"),
            )
    return table


def _par_table(proven: Iterable[Proven]) -> Table:
    table = Table("level", "water", "best walk leaves", "par by that", "par in the file", box=None)
    for each in proven:
        if each.par is not None:
            par = (each.par.water, each.par.best, each.par.suggested, each.level.par_water)
            table.add_row(each.level.slug, *map(str, par))
    return table


def _print(*tables: Table) -> None:
    terminal = Console()
    # In a file a line is as long as it needs to be, so that a search finds whole claims.
    console = terminal if terminal.is_terminal else Console(width=200)
    for table in tables:
        if table.row_count:
            console.print(table)


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
