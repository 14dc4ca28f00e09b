"""Reading TOML tables into frozen dataclasses, so that all faults of a file are told at once."""

import dataclasses
import difflib
import math
import tomllib
import typing
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass
from pathlib import Path
from typing import Any

LARGEST_FILE = 256 * 1024  # bytes; a level is about 2 KB
LARGEST_NUMBER = 1e6
LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a file: which key, what is wrong with it, what to do."""

    file: str
    key: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}: {self.key}" if self.key else self.file
        return f"{place}: {self.problem}; {self.remedy}"


class TableError(ValueError):
    """A file that can't be used. `faults` holds all that was found; the text has one line each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def nearest(word: str, words: Iterable[str]) -> str:
    """A remedy: the word that was probably meant, or all that there are."""
    words = list(words)
    close = difflib.get_close_matches(str(word)[:80], words, n=1)
    return f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(words)}"


def load_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises TableError with one sentence where it can't be read."""

    def fault(problem: str, remedy: str) -> TableError:
        return TableError([Fault(path.name or str(path), "", problem, remedy)])

    try:
        if path.is_dir():
            raise fault("is a folder", "name a level file in it")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise fault(f"is {size:,} bytes long", f"a level has at most {LARGEST_FILE:,} bytes")
        text = path.read_bytes().decode("utf-8")
        return tomllib.loads(text)
    except FileNotFoundError:
        raise fault("there is no such file", "check the path") from None
    except UnicodeDecodeError as error:
        remedy = "save it as UTF-8"
        raise fault(f"is not UTF-8 text (byte {error.start})", remedy) from None
    except tomllib.TOMLDecodeError as error:
        raise fault(f"is not TOML: {error}", "correct that line") from None
    except RecursionError:
        raise fault("is nested too deeply", "levels need no more than three tables deep") from None
    except ValueError as error:  # such as a whole number of thousands of digits, or a null path
        if isinstance(error, TableError):
            raise
        raise fault(f"can't be read: {error}", "correct it") from None
    except OSError as error:
        raise fault(f"can't be read: {error.strerror}", "check its permissions") from None


class Table:
    """One table of a file; what is wrong with it is collected in `faults`, shared by all tables."""

    def __init__(
        self, file: str, data: Mapping[str, Any], faults: list[Fault], at: str = ""
    ) -> None:
        self.file, self.data, self.faults, self.at = file, data, faults, at

    def fault(self, key: str, problem: str, remedy: str) -> None:
        where = ".".join(part for part in (self.at, key) if part)
        self.faults.append(Fault(self.file, where, problem, remedy))

    def only(self, *known: str) -> None:
        """Unknown keys are faults."""
        for key in self.data:
            if key not in known:
                self.fault(key, "unknown key", nearest(key, known))

    def value(self, key: str, kind: Any, default: Any = MISSING) -> Any:
        """The value of a key as `kind` (as type hints write it); None after telling a fault."""
        import msgspec

        if key not in self.data:
            if default is MISSING:
                self.fault(key, "is missing", f"give {_in_words(kind)}")
                return None
            return default
        try:
            found = msgspec.convert(self.data[key], kind)
        except msgspec.ValidationError as error:
            problem = str(error).split(" - ")[0][0].lower() + str(error).split(" - ")[0][1:]
            self.fault(key, problem, f"give {_in_words(kind)}")
            return None
        return found if self._sane(key, found) else None

    def _sane(self, key: str, found: Any) -> bool:
        for item in _leaves(found):
            if isinstance(item, str) and len(item) > LONGEST_TEXT:
                self.fault(key, f"is {len(item)} letters long", f"keep it below {LONGEST_TEXT}")
                return False
            if isinstance(item, int | float) and not abs(item) <= LARGEST_NUMBER:
                self.fault(key, f"{item!r} is out of range", f"keep it within {LARGEST_NUMBER:g}")
                return False
        return True

    def choice(self, key: str, words: Iterable[str], default: Any = MISSING) -> Any:
        """A text that is one of `words`; None after telling a fault."""
        words = list(words)
        found = self.value(key, str, default)
        if found is not None and found not in words:
            self.fault(key, f"unknown word {found[:80]!r}", nearest(found, words))
            return None
        return found

    def number(self, key: str, low: float, high: float, default: Any = MISSING) -> Any:
        """A number from `low` to `high`, whole where `low` is an int; None after a fault."""
        found = self.value(key, int if isinstance(low, int) else float, default)
        if found is not None and key in self.data and not low <= found <= high:
            self.fault(key, f"{found!r} is out of range", f"give {low:g} to {high:g}")
            return None
        return found

    def table(self, key: str, required: bool = False) -> "Table":
        """A table inside this one, empty after telling a fault."""
        found = self.data.get(key, {})
        if not isinstance(found, Mapping) or (required and key not in self.data):
            self.fault(key, "is missing or not a table", f"write [{key}]")
            found = {}
        return Table(self.file, found, self.faults, f"{self.at}.{key}" if self.at else key)

    def tables(self, key: str, most: int = 200) -> "list[Table]":
        """The tables of an array of tables."""
        found = self.data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
            self.fault(key, "is not an array of tables", f"write [[{key}]] before each")
            return []
        if len(found) > most:
            self.fault(key, f"has {len(found)} tables", f"keep it to {most}")
            return []
        at = f"{self.at}.{key}" if self.at else key
        return [Table(self.file, t, self.faults, f"{at}[{i + 1}]") for i, t in enumerate(found)]

    def record(self, made: type, leave_out: tuple[str, ...] = ()) -> Any:
        """This table as a dataclass, each key a field; None after telling what is wrong."""
        hints = typing.get_type_hints(made)
        items = [item for item in dataclasses.fields(made) if item.init]
        self.only(*leave_out, *(item.name for item in items))
        before, values = len(self.faults), {}
        for item in items:
            if item.name in self.data or not _has_default(item):
                values[item.name] = self.value(item.name, hints[item.name])
        if len(self.faults) > before:
            return None
        try:
            return made(**values)
        except ValueError as error:
            self.fault("", str(error), "correct it")
            return None


def _has_default(item: "dataclasses.Field[Any]") -> bool:
    return item.default is not MISSING or item.default_factory is not MISSING


def _leaves(found: Any) -> Iterable[Any]:
    if isinstance(found, list | tuple | set | frozenset):
        for item in found:
            yield from _leaves(item)
    elif isinstance(found, float) and math.isnan(found):
        yield math.inf
    else:
        yield found


def _in_words(kind: Any) -> str:
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    if kind in names:
        return names[kind]
    inner = [arg for arg in typing.get_args(kind) if arg is not Ellipsis]
    if typing.get_origin(kind) is tuple and Ellipsis not in typing.get_args(kind):
        return f"{len(inner)} values in brackets"
    return f"a list of {', '.join(_in_words(arg) for arg in inner)}s" if inner else str(kind)
