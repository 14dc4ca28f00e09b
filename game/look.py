"""How the desert of a level looks: the colour of its sand, the hour of the day, what stands on it.

Nothing of it changes a walk. The format is described in levels/README.md.
"""

import random
from dataclasses import dataclass

from game.tables import Table, nearest, shown

SANDS = ("gold", "rose", "ember", "ivory", "slate", "copper", "olive", "violet")
HOURS = ("dawn", "morning", "noon", "afternoon", "dusk")
PROPS = ("palms", "cacti", "bones", "ruins", "stones", "tents", "flowers", "bushes")


@dataclass(frozen=True)
class Look:
    """`sand` is one of SANDS, `hour` one of HOURS, `props` are some of PROPS, none twice."""

    sand: str = "gold"
    hour: str = "morning"
    props: tuple[str, ...] = ()


DEFAULT = Look()


def read_look(table: Table) -> Look:
    """The look that a [look] table asks for, with a default for all that is at fault."""
    table.only("sand", "hour", "props")
    return Look(
        table.choice("sand", SANDS, Look.sand) or Look.sand,
        table.choice("hour", HOURS, Look.hour) or Look.hour,
        _read_props(table),
    )


def look_by_seed(seed: int) -> Look:
    """One of all looks, with two kinds of props; neighbouring seeds look different."""
    chance = random.Random(seed)
    return Look(chance.choice(SANDS), chance.choice(HOURS), tuple(chance.sample(PROPS, 2)))


def _read_props(table: Table) -> tuple[str, ...]:
    found = table.value("props", tuple[str, ...], ()) or ()
    for word in found:
        if word not in PROPS:
            table.fault("props", f"unknown word {shown(word)}", nearest(word, PROPS))
    return tuple(dict.fromkeys(found))
