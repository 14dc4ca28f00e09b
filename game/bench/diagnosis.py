"""How often the game names the right cause: walks of known causes, named from their paths alone.

    dune-descent bench --diagnosis

Two halves with lands and settings of their own: the rules of `sim.diagnosis` were tuned on
"tuning", "held out" is what the figures say.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from game.bench import known_grounds as grounds
from game.bench.known_grounds import Ground
from game.bench.known_walks import MAKERS, Walk
from game.sim.diagnosis import Cause, diagnose

HALVES = {"tuning": 1, "held out": 2}
EACH = 60  # walks of each cause in each half
DESERTS, SHAPED = 12, 7  # generated deserts, and lands of each other shape
_ATTEMPTS = 60  # for each walk: most grounds suit only some causes


@dataclass
class Table:
    """How often a walk of one cause was named another: `named[cause, name]`."""

    named: Counter[tuple[Cause, Cause]] = field(default_factory=Counter)
    wrong: list[tuple[Walk, Cause]] = field(default_factory=list)

    def add(self, walk: Walk) -> None:
        """Name a walk, and count."""
        name = diagnose(walk.setup, walk.expedition.states).cause
        self.named[walk.cause, name] += 1
        if name is not walk.cause:
            self.wrong.append((walk, name))

    @property
    def walks(self) -> int:
        """How many walks were named."""
        return self.named.total()

    def count(self, cause: Cause) -> int:
        """How many walks had this cause."""
        return sum(self.named[cause, name] for name in Cause)

    def share(self, cause: Cause | None = None) -> float:
        """The share of walks that were named rightly, of all or of one cause."""
        causes = [cause] if cause else list(Cause)
        right = sum(self.named[one, one] for one in causes)
        return right / max(1, sum(self.count(one) for one in causes))


def lands(seed: int, deserts: int = DESERTS, shaped: int = SHAPED) -> list[Ground]:
    """The lands of a half: no two halves share a generated desert or a shaped land."""
    chance = np.random.default_rng([seed, 1])
    made = [grounds.desert(100 * seed + i) for i in range(deserts)]
    for shape in (grounds.hollow, grounds.flat, grounds.brink, grounds.canyon):
        made += [shape(chance) for _ in range(shaped)]
    return made + grounds.shipped()


def walks(seed: int, each: int, where: list[Ground]) -> Iterator[Walk]:
    """`each` walks of every cause, on grounds drawn from `where`."""
    for number, (cause, maker) in enumerate(MAKERS.items()):
        chance, made = np.random.default_rng([seed, 2, number]), 0
        for _ in range(each * _ATTEMPTS):
            walk = maker(chance, where[int(chance.integers(len(where)))])
            if walk is not None:
                yield walk
                made += 1
            if made == each:
                break
        else:
            raise AssertionError(f"only {made} walks of {cause} could be made")


def measure(seed: int, each: int = EACH, where: list[Ground] | None = None) -> Table:
    """The table of one half."""
    table = Table()
    for walk in walks(seed, each, where or lands(seed)):
        table.add(walk)
    return table


def run_diagnosis(as_json: bool) -> int:
    """Print both tables; exit code 1 where less than 95 % of the held out, or 90 % of a cause."""
    told = {}
    for name, seed in HALVES.items():
        print(f"walking the {name} half", file=sys.stderr, flush=True)
        told[name] = measure(seed)
    if as_json:
        print(json.dumps({name: as_data(table) for name, table in told.items()}, indent=1))
    else:
        for name, table in told.items():
            print(f"{name}: {table.walks} walks, {table.share():.1%} named rightly\n{shown(table)}")
    held = told["held out"]
    good = held.share() >= 0.95 and min(held.share(cause) for cause in Cause) >= 0.9
    return 0 if good else 1


def as_data(table: Table) -> dict[str, object]:
    """A table for JSON: rows are known causes, columns what they were named."""
    rows = {
        cause.value: {name.value: table.named[cause, name] for name in Cause} for cause in Cause
    }
    shares = {cause.value: round(table.share(cause), 4) for cause in Cause}
    return {"walks": table.walks, "right": round(table.share(), 4), "of": shares, "table": rows}


def shown(table: Table) -> str:
    """The confusion table as text."""
    heads = "".join(f"{cause.value[:8]:>9}" for cause in Cause)
    lines = [f"{'known / named':14}{heads}{'right':>9}"]
    for cause in Cause:
        cells = "".join(f"{table.named[cause, name] or '.':>9}" for name in Cause)
        lines.append(f"{cause.value:14}{cells}{table.share(cause):>9.1%}")
    return "\n".join(lines) + "\n"
