"""Feeds broken levels and share codes to the loaders: nothing but a value or a told error may come.

Everything follows from the seed, so that what was found once is found again.
"""

import random
import struct
import sys
import tempfile
import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game import levels
from game.bench.mutations import broken_code, broken_level
from game.levels import LevelError, Site
from game.sim.codes import (
    ALPHABET,
    CodeError,
    DesertCode,
    WalkCode,
    decode_desert,
    decode_walk,
    encode_desert,
    encode_walk,
)
from game.sim.commands import Dig, Gust, Leap, Step, Tune
from game.sim.expedition import replay

BUILD_EVERY = 50  # of the levels that load: making a land takes a hundred times as long
WALK_EVERY = 20  # of the walk codes that load


@dataclass
class Finding:
    """An input that ended in something else than a value or a told error."""

    what: str
    error: str
    source: bytes


@dataclass
class Fuzz:
    """What came of the inputs: how many were accepted or refused, what went wrong, how slow."""

    inputs: int = 0
    accepted: int = 0
    refused: int = 0
    built: int = 0
    findings: list[Finding] = field(default_factory=list)
    slowest_ms: float = 0.0
    slowest: str = ""
    slowest_source: bytes = b""

    def attempt(
        self,
        what: str,
        source: bytes,
        work: Callable[[], object],
        told: type[Exception],
    ) -> object:
        """The value of `work`, None where it raised; only `told` is a proper refusal."""
        self.inputs += 1
        start = time.perf_counter()
        result = None
        try:
            result = work()
            self.accepted += 1
        except told:
            self.refused += 1
        except (Exception, RecursionError) as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            told_error = f"{type(error).__name__}: {error} ({where.name}, line {where.lineno})"
            self.findings.append(Finding(what, told_error[:300], source))
        took_ms = (time.perf_counter() - start) * 1e3
        if took_ms > self.slowest_ms:
            self.slowest_ms, self.slowest, self.slowest_source = took_ms, what, source
        return result


def fuzz(count: int, seed: int, build_every: int = BUILD_EVERY) -> Fuzz:
    """Try `count` broken inputs, three quarters of them levels."""
    told = Fuzz()
    for _ in attempts(told, count, seed, build_every):
        pass
    return told


def attempts(told: Fuzz, count: int, seed: int, build_every: int = BUILD_EVERY) -> Iterator[int]:
    """The same one input at a time; yields how many are done."""
    chance = random.Random(seed)
    sources = [path.read_bytes() for path in levels.shipped()]
    site = levels.build(levels.read(levels.shipped()[0]))
    codes = _whole_codes(site)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "01-fuzz.toml"
        for done in range(count):
            if chance.random() < 0.75:
                _try_level(told, path, broken_level(sources, chance), build_every)
            else:
                _try_codes(told, _any_code(codes, chance), site)
            yield done + 1


def _try_level(told: Fuzz, path: Path, raw: bytes, build_every: int) -> None:
    path.write_bytes(raw)
    level = told.attempt("reading a level", raw, lambda: levels.read(path), LevelError)
    if isinstance(level, levels.Level) and told.accepted % build_every == 0:
        told.built += 1
        told.attempt("building a level", raw, lambda: levels.build(level), LevelError)


def _try_codes(told: Fuzz, code: str, site: Site) -> None:
    raw = code.encode("utf-8", "surrogatepass")
    told.attempt("reading a desert's code", raw, lambda: decode_desert(code), CodeError)
    walk = told.attempt("reading a walk's code", raw, lambda: decode_walk(code), CodeError)
    if isinstance(walk, WalkCode):
        again = told.attempt("storing a walk", raw, lambda: encode_walk(walk), CodeError)
        if again is not None and told.accepted % WALK_EVERY == 0:
            told.attempt("walking", raw, lambda: replay(site.setup, walk.commands), CodeError)


def _whole_codes(site: Site) -> list[str]:
    path = (Step(),) * 20 + (Tune("learning_rate", 0.1), Gust(), Step(), Leap(), Step(), Dig())
    return [
        encode_walk(WalkCode(site.level.slug, site.setup.fingerprint, 3, path)),
        encode_desert(DesertCode(123_456_789, 1)),
    ]


def _any_code(sources: list[str], chance: random.Random) -> str:
    """A broken code, or nonsense with a right check sum, as a mischief-maker would send."""
    match chance.randrange(4):
        case 0:
            body = bytes([1]) + chance.randbytes(chance.randint(0, 60))
            return _letters(b"\1" + body + struct.pack(">I", zlib.crc32(body)))
        case 1:
            name = chance.randbytes(chance.randint(0, 8))
            middle = chance.randbytes(4) + bytes([chance.randrange(128)])
            commands = bytes(chance.choice((0, 1, 2, 3, 4, 5, 6, 250)) for _ in range(40))
            body = bytes([1, len(name)]) + name + middle + commands[: chance.randint(0, 40)]
            return _letters(b"\1" + body + struct.pack(">I", zlib.crc32(body)))
        case _:
            return broken_code(sources, ALPHABET, chance)


def _letters(whole: bytes) -> str:
    bits = int.from_bytes(whole, "big")
    shifts = range((bits.bit_length() - 1) // 5 * 5, -1, -5)
    return "".join(ALPHABET[bits >> shift & 31] for shift in shifts)


def run_fuzz(count: int, seed: int, as_json: bool) -> int:
    """`dune-descent bench --fuzz`: try, tell, and an exit code."""
    import json

    from rich.console import Console
    from rich.progress import Progress

    told, console = Fuzz(), Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Breaking levels and codes", total=count)
        for done in attempts(told, count, seed):
            if done % 50 == 0:
                bar.update(task, completed=done)
    if as_json:
        data = {name: getattr(told, name) for name in ("inputs", "accepted", "refused", "built")}
        data |= {"slowest_ms": told.slowest_ms, "findings": [str(f.error) for f in told.findings]}
        print(json.dumps(data))
    else:
        _tell(told)
    return 1 if told.findings else 0


def _tell(told: Fuzz) -> None:
    for finding in told.findings[:20]:
        print(f"{finding.what}: {finding.error}\n  {finding.source[:200]!r}", file=sys.stderr)
    print(
        f"{told.inputs} attempts: {told.accepted} accepted ({told.built} of the levels built),"
        f" {told.refused} refused in a sentence, {len(told.findings)} ended otherwise;"
        f" slowest {told.slowest_ms:.0f} ms ({told.slowest})"
    )
