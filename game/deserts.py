"""A level by whatever names it: a shipped level's name, a file, or a generated desert's code."""

import re
from datetime import date
from pathlib import Path

from game import levels
from game.level_file import BUTTONS, HandOut
from game.levels import Level, LevelError
from game.look import look_by_seed
from game.sim.codes import CodeError, DesertCode, decode_desert, encode_desert
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import SCHEDULES
from game.sim.tools import Tools
from game.tables import Fault
from game.text import text

WATER, PAR_WATER = 60, 20
DAILY_DIFFICULTY = 1
TOOLS = Tools(learning_rate=4.0)
HAND_OUT = HandOut(
    sliders=(
        ("learning_rate", 0.25, 32.0),
        ("momentum", 0.0, 0.98),
        ("noise", 0.0, 1.5),
        ("leap_reach", 4.0, 40.0),
        ("shrink", 0.8, 1.0),
    ),
    optimizers=tuple(OPTIMIZERS),
    schedules=tuple(SCHEDULES),
    buttons=BUTTONS,
)
_CODE = re.compile(r"\w{3,5}[- ]\w{3,5}[- ]\w{3,5}|\w{12}")


def locate(name: str) -> Path | DesertCode:
    """The file or the generated desert that `name` means. Raises LevelError where it is neither."""
    try:
        return levels.find(name)
    except LevelError:
        if not _CODE.fullmatch(name.strip()) or not any(map(str.isdigit, name)):
            raise
    try:
        return decode_desert(name)
    except CodeError as error:
        raise LevelError([Fault(name[:80], "", str(error), "or give a level's name")]) from None


def load(found: Path | DesertCode) -> Level:
    """The level of what `locate` found. Raises LevelError."""
    return desert_level(found) if isinstance(found, DesertCode) else levels.read(found)


def open_level(name: str) -> Level:
    """The level that a name, file or share code means. Raises LevelError."""
    return load(locate(name))


def desert_level(code: DesertCode) -> Level:
    """A generated desert as a level: all tools are handed out, and nothing is hidden."""
    from game.sim.generator import generate

    desert = generate(code.seed, code.difficulty)
    return Level(
        slug=encode_desert(code),
        number=0,
        name=_named(encode_desert(code)),
        idea="",
        opening="",
        hint="",
        closing="",
        sight="clear",
        starts=((float(desert.start[0]), float(desert.start[1])),),
        water=WATER,
        par_water=PAR_WATER,
        settle=1,
        seed=code.seed,
        lesser_gems=10,
        tools=TOOLS,
        hand_out=HAND_OUT,
        recipe=desert.recipe,
        look=look_by_seed(code.seed),
    )


def name_of(level: Level) -> str:
    """A level's name in the language that the player has now."""
    try:
        decode_desert(level.slug)
    except CodeError:
        return text(level.name)
    return _named(level.slug)


def _named(code: str) -> str:
    return text("Desert {code}", code=code)


def daily_code(day: date) -> DesertCode:
    """The desert of a date: the same everywhere on that day."""
    # Knuth's multiplier: neighbouring days get seeds that lie far apart.
    return DesertCode(day.toordinal() * 2654435761 % 2**32, DAILY_DIFFICULTY)
