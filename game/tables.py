"""Reading TOML tables into frozen dataclasses, so that all faults of a file are told at once."""

import dataclasses
import difflib
import tomllib
import typing
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass
from pathlib import Path
from typing import Any

LARGEST_FILE = 64 * 1024  # bytes; a level is about 2 KB
LARGEST_NUMBER = 1e6
LONGEST_TEXT = 2000
LONGEST_LIST = 100
MOST_DOTS = 300  # on one line: tomllib needs the square of a key's dots in time and memory
_MOST_UNKNOWN = 8  # unknown keys of one table that are told one by one


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a file: which key, what is wrong with it, what to do."""

    file: str
    key: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}: {self.key}" if self.key else self.file
        return _one_line(f"{place}: {self.problem}; {self.remedy}")


class TableError(ValueError):
    """A file that can't be used. `faults` holds all that was found; the text has one line each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def nearest(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """A remedy: the word that was probably meant, or `otherwise`, or all words that there are."""
    words = list(words)
    close = difflib.get_close_matches(str(word)[:80], words, n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return otherwise or f"use one of {', '.join(words)}"


def load_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises TableError with one sentence where it can't be read."""

    def fault(problem: str, remedy: str) -> TableError:
        return TableError([Fault(path.name or str(path), "", problem, remedy)])

    try:
        if path.is_dir():
            raise fault("is a folder", "name a level file in it")
        with path.open("rb") as file:  # a device has no size: never read more than asked for
            raw = file.read(LARGEST_FILE + 1)
        if len(raw) > LARGEST_FILE:
            raise fault(f"is larger than {LARGEST_FILE // 1024} KiB", "a level needs far less")
        text = raw.decode("utf-8-sig")  # editors on Windows put a mark before the text
        for number, line in enumerate(text.splitlines(), 1):
            if line.count(".") > MOST_DOTS:
                raise fault(f"has over {MOST_DOTS} dots on line {number}", "break that line up")
        return tomllib.loads(text)
    except FileNotFoundError:
        raise fault("there is no such file", "check the path") from None
    except UnicodeDecodeError as error:
        raise fault(f"is not UTF-8 text (byte {error.start})", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise fault(f"is not TOML: {error}", "correct that line") from None
    except RecursionError:
        raise fault("is nested too deeply", "levels need no more than three tables deep") from None
    except ValueError as error:  # such as a whole number of thousands of digits, or a null path
        if isinstance(error, TableError):
            raise
        raise fault(f"can't be read: {error}", "correct it") from None
    except OSError as error:
        raise fault(f"can't be read: {error.strerror or error}", "check the file") from None


class Table:
    """One table of a file; what is wrong with it is collected in `faults`, shared by all tables."""

    def __init__(
        self, file: str, data: Mapping[str, Any], faults: list[Fault], at: str = ""
    ) -> None:
        self.file, self.data, self.faults, self.at = file, data, faults, at

    def fault(self, key: str, problem: str, remedy: str) -> None:
        """Note what is wrong with a key of this table, and what would mend it."""
        where = ".".join(part for part in (self.at, _short(key)) if part)
        self.faults.append(Fault(self.file, where, problem, remedy))

    def only(self, *known: str) -> None:
        """Unknown keys are faults."""
        unknown = [key for key in self.data if key not in known]
        for key in unknown[:_MOST_UNKNOWN]:
            self.fault(key, "unknown key", nearest(key, known))
        if len(unknown) > _MOST_UNKNOWN:
            more = len(unknown) - _MOST_UNKNOWN
            self.fault("", f"{more} more unknown keys", f"use {', '.join(known)}")

    def value(self, key: str, kind: Any, default: Any = MISSING) -> Any:
        """The value of a key as `kind` (as type hints write it); None after telling a fault."""
        found = self._converted(key, kind, default)
        return found if key not in self.data or self._sane(key, found) else None

    def _converted(self, key: str, kind: Any, default: Any) -> Any:
        import msgspec

        if key not in self.data:
            if default is MISSING:
                self.fault(key, "is missing", f"give {_in_words(kind)}")
                return None
            return default
        try:
            return msgspec.convert(self.data[key], kind)
        except (msgspec.ValidationError, RecursionError):
            self.fault(key, f"{shown(self.data[key])} does not fit", f"give {_in_words(kind)}")
            return None

    def _sane(self, key: str, found: Any) -> bool:
        if isinstance(found, tuple) and len(found) > LONGEST_LIST:
            self.fault(key, f"has {len(found)} values", f"keep it to {LONGEST_LIST}")
            return False
        for item in _leaves(found):
            if isinstance(item, str) and len(item) > LONGEST_TEXT:
                self.fault(key, f"is {len(item)} letters long", f"keep it below {LONGEST_TEXT}")
                return False
            if isinstance(item, int | float) and not abs(item) <= LARGEST_NUMBER:
                self.fault(key, f"{shown(item)} is out of range", f"stay within {LARGEST_NUMBER:g}")
                return False
        return True

    def choice(self, key: str, words: Iterable[str], default: Any = MISSING) -> Any:
        """A text that is one of `words`; None after telling a fault."""
        words = list(words)
        found = self.value(key, str, default)
        if found is not None and found not in words:
            self.fault(key, f"unknown word {shown(found)}", nearest(found, words))
            return None
        return found

    def number(self, key: str, low: float, high: float, default: Any = MISSING) -> Any:
        """A number from `low` to `high`, whole where `low` is an int; None after a fault."""
        found = self._converted(key, int if isinstance(low, int) else float, default)
        if found is not None and key in self.data and not low <= found <= high:
            self.fault(key, f"{shown(found)} is out of range", f"give {low:g} to {high:g}")
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
        except (ValueError, ArithmeticError) as error:
            self.fault("", str(error), "correct it")
            return None


def shown(value: Any) -> str:
    """A value as a fault quotes it: short, whatever it is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) >= 10**30:
        return "a whole number of more than 30 digits"  # printing a huge one takes very long
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        leaves = all(isinstance(item, str | int | float) for item in value)
        return (
            f"[{', '.join(map(shown, value[:4]))}{', ...' * (len(value) > 4)}]" * leaves or "a list"
        )
    if isinstance(value, str):
        return repr(value[:60] + "..." * (len(value) > 60))
    return str(value)


def _short(key: str) -> str:
    return key if len(key) <= 60 else key[:60] + "..."


def _one_line(sentence: str) -> str:
    """The sentence with all that could break its line, or can't be printed, written as escapes."""
    if sentence.isprintable():
        return sentence
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in sentence)


def _has_default(item: "dataclasses.Field[Any]") -> bool:
    return item.default is not MISSING or item.default_factory is not MISSING


def _leaves(found: Any) -> Iterable[Any]:
    if isinstance(found, list | tuple | set | frozenset):
        for item in found:
            yield from _leaves(item)
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
