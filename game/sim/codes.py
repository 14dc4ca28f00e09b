"""Short texts that stand for a desert or for a whole walk.

Letters and digits of Crockford's base 32 (no I, L, O, U; read aloud without mistakes). Case,
spaces and dashes do not matter, and O, I, L are taken for 0, 1, 1. Every code ends in a check
sum, so that a slip of the tongue is told and never gives another desert.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from game.sim.commands import (
    ChooseOptimizer,
    ChooseSchedule,
    Command,
    Dig,
    Gust,
    Leap,
    Rewind,
    Step,
    Tune,
)
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import SCHEDULES, name_of
from game.sim.tools import RANGES, check_parameter

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ = {letter: value for value, letter in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_VERSION = 1
_LONGEST = 20_000  # letters: a walk of a day's sliding fits
_DESERT_LETTERS = 12
_MOVES: tuple[type, ...] = (Step, Gust, Leap, Dig)
_TUNE, _OPTIMIZER, _SCHEDULE = 4, 5, 6
_OPTIMIZERS, _SCHEDULES, _PARAMETERS = list(OPTIMIZERS), list(SCHEDULES), list(RANGES)


class CodeError(ValueError):
    """A text that is no code; the message is one sentence that says why."""


@dataclass(frozen=True)
class DesertCode:
    """Which generated desert: `seed` below 2**32, `difficulty` 0 to 2."""

    seed: int
    difficulty: int


@dataclass(frozen=True)
class WalkCode:
    """A whole walk: the level's name, its RunSetup's fingerprint and seed, and the commands."""

    level: str
    fingerprint: int
    seed: int
    commands: tuple[Command, ...]


def encode_desert(desert: DesertCode) -> str:
    """Twelve letters and digits in groups of four. Raises ValueError for numbers out of range."""
    if not (0 <= desert.seed < 2**32 and 0 <= desert.difficulty < 16):
        raise ValueError(f"no code for {desert}: seed is below 2**32, difficulty below 16")
    body = struct.pack(">BI", _VERSION << 4 | desert.difficulty, desert.seed)
    number = int.from_bytes(body, "big") << 20 | zlib.crc32(body) >> 12
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(55, -1, -5))
    return "-".join(letters[i : i + 4] for i in range(0, 12, 4))


def decode_desert(text: str) -> DesertCode:
    """The desert that a code stands for. Raises CodeError."""
    letters = _tidy(text)
    if len(letters) != _DESERT_LETTERS:
        raise CodeError(
            f"a desert's code has {_DESERT_LETTERS} letters and digits, not {len(letters)}"
        )
    number = 0
    for letter in letters:
        number = number << 5 | _READ[letter]
    body = (number >> 20).to_bytes(5, "big")
    head, seed = struct.unpack(">BI", body)
    if zlib.crc32(body) >> 12 != number & 0xFFFFF:
        raise CodeError("this desert's code has a slip in it: compare it letter by letter")
    if head >> 4 != _VERSION or head & 15 > 2:
        raise CodeError("this desert's code comes from a newer version of the game")
    return DesertCode(seed, head & 15)


def encode_walk(walk: WalkCode) -> str:
    """A text that stands for a walk. Raises ValueError for a command that can't be stored."""
    name = walk.level.encode()
    body = bytes([_VERSION]) + _number(len(name)) + name
    body += struct.pack(">I", walk.fingerprint) + _number(walk.seed)
    body += b"".join(_commands_to_bytes(walk.commands))
    body += struct.pack(">I", zlib.crc32(body))
    bits = int.from_bytes(b"\1" + body, "big")  # the 1 keeps leading zeros
    return "".join(ALPHABET[bits >> shift & 31] for shift in _shifts(bits))


def decode_walk(text: str) -> WalkCode:
    """The walk that a code stands for. Raises CodeError."""
    letters = _tidy(text)
    bits = 0
    for letter in letters:
        bits = bits << 5 | _READ[letter]
    whole = bits.to_bytes((bits.bit_length() + 7) // 8, "big")
    body, check = whole[1:-4], whole[-4:]
    if whole[:1] != b"\1" or len(whole) < 6 or struct.pack(">I", zlib.crc32(body)) != check:
        raise CodeError("this walk's code is broken or incomplete: copy the whole of it again")
    if body[0] != _VERSION:
        raise CodeError("this walk's code comes from a newer version of the game")
    try:
        return _read_walk(_Reader(body[1:]))
    except (IndexError, struct.error, UnicodeDecodeError, ValueError, OverflowError) as error:
        raise CodeError(f"this walk's code can't be read: {error}") from error


def _shifts(bits: int) -> range:
    return range((bits.bit_length() - 1) // 5 * 5, -1, -5)


def _tidy(text: str) -> str:
    letters = "".join(text.split()).replace("-", "").upper()
    if not letters:
        raise CodeError("a code is made of letters and digits; this one is empty")
    if len(letters) > _LONGEST:
        raise CodeError(f"a code has at most {_LONGEST} letters, not {len(letters)}")
    for letter in letters:
        if letter not in _READ:
            raise CodeError(f"a code is made of letters and digits; {letter!r} is not one of them")
    return letters


def _number(value: int) -> bytes:
    """Seven bits a byte, the highest bit says that more follow."""
    if value < 0:
        raise ValueError(f"{value} is below 0")
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def _commands_to_bytes(commands: Iterable[Command]) -> Iterator[bytes]:
    """A byte of kind (low 3 bits) and count - 1 (high 5), then what the kind needs."""
    run, count = -1, 0
    for command in (*commands, None):
        kind = _MOVES.index(type(command)) if type(command) in _MOVES else -1
        if count and (kind != run or count == 32):
            yield bytes([run | (count - 1) << 3])
            count = 0
        run, count = kind, count + 1 if kind >= 0 else 0
        if kind < 0 and command is not None:
            yield _setting_to_bytes(command)


def _setting_to_bytes(command: Command) -> bytes:
    match command:
        case Tune(parameter, value):
            return bytes([_TUNE, _PARAMETERS.index(parameter)]) + struct.pack(">d", value)
        case ChooseOptimizer(name):
            return bytes([_OPTIMIZER, _OPTIMIZERS.index(name)])
        case ChooseSchedule(schedule):
            body = bytes([_SCHEDULE, _SCHEDULES.index(name_of(schedule))])
            for item in fields(schedule):  # type: ignore[arg-type]
                body += struct.pack(">d", getattr(schedule, item.name))
            return body
        case Rewind():
            raise ValueError("a walk is stored without what was undone in it")
    raise ValueError(f"{command!r} can't be stored")


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, count: int) -> bytes:
        found = self._data[self._at : self._at + count]
        if len(found) < count:
            raise IndexError("it ends too early")
        self._at += count
        return found

    def byte(self) -> int:
        return self.take(1)[0]

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value
            if shift > 63:
                raise ValueError("a number in it is too large")

    def real(self) -> float:
        return float(struct.unpack(">d", self.take(8))[0])

    @property
    def more(self) -> bool:
        return self._at < len(self._data)


def _read_walk(reader: _Reader) -> WalkCode:
    level = reader.take(reader.number()).decode()
    fingerprint = int.from_bytes(reader.take(4), "big")
    seed = reader.number()
    commands: list[Command] = []
    while reader.more:
        byte = reader.byte()
        kind, count = byte & 7, (byte >> 3) + 1
        if kind < len(_MOVES):
            commands += [_MOVES[kind]()] * count
        else:
            commands.append(_read_setting(reader, kind))
    return WalkCode(level, fingerprint, seed, tuple(commands))


def _read_setting(reader: _Reader, kind: int) -> Command:
    if kind == _TUNE:
        parameter, value = _PARAMETERS[reader.byte()], reader.real()
        check_parameter(parameter, value)
        return Tune(parameter, value)
    if kind == _OPTIMIZER:
        return ChooseOptimizer(_OPTIMIZERS[reader.byte()])
    if kind == _SCHEDULE:
        made = SCHEDULES[_SCHEDULES[reader.byte()]]
        values = [_whole_or_real(item.type, reader.real()) for item in fields(made)]
        return ChooseSchedule(made(*values))
    raise ValueError("it holds a command that this version does not know")


def _whole_or_real(kind: object, value: float) -> float:
    return int(value) if kind is int else value
