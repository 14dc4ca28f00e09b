"""The player's own folder: small JSON files with a version, replaced whole, never half-written.

A file that cannot be understood (cut short, rubbish, from a newer game) is set aside as `.bad`
beside its place, never overwritten, and one sentence says so.
"""

import contextlib
import json
import math
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.text import text

FOLDER_VARIABLE = "DUNE_DESCENT_HOME"
LARGEST_BYTES = 8_000_000
_STALE_SECONDS = 60.0

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]


class StoreError(Exception):
    """A file could not be written; the message is one sentence for the player."""


@dataclass(frozen=True)
class Loaded:
    """What was read: `data` is None where there was nothing readable; `message` says why."""

    data: dict[str, Any] | None = None
    message: str | None = None


def user_folder() -> Path:
    """Where settings and progress live; the variable DUNE_DESCENT_HOME names another place."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path  # costs 15 ms, so not at import

    return user_data_path("dune-descent", appauthor=False)


class Store:
    """Reads and writes the files of one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """`trouble` says in a sentence that nothing can be saved, until something is."""
        self._folder = folder
        self.trouble = ""

    @property
    def folder(self) -> Path:
        """The folder, found at first use."""
        if self._folder is None:
            self._folder = user_folder()
        return self._folder

    def path(self, name: str) -> Path:
        """Where the file called `name` lies."""
        return self.folder / f"{name}.json"

    def read(
        self, name: str, version: int, upgrades: Mapping[int, Upgrade] | None = None
    ) -> Loaded:
        """Read `name`; `upgrades[v]` turns data of version v into data of version v + 1."""
        path = self.path(name)
        try:
            raw = _bytes_of(path)
        except FileNotFoundError:
            return Loaded()
        except OSError as error:
            return Loaded(None, _sentence_unread(path, error))
        try:
            return Loaded(_understood(raw, name, version, upgrades or {}))
        except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
            return Loaded(None, self._set_aside(path))

    def write(self, name: str, version: int, data: Mapping[str, Any]) -> None:
        """Replace `name` whole: after a crash the old or the new file is there, never a mixture.

        Raises StoreError where the disk refuses.
        """
        path = self.path(name)
        content = {"file": f"dune-descent {name}", "version": version, "data": data}
        beside = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            # Encoded first, so that what cannot be encoded touches no file.
            raw = json.dumps(content, indent=1, allow_nan=False, ensure_ascii=False).encode()
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_through(beside, raw)
            _replace(beside, path)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink()
            self._refused(error)
            reason = error.strerror or str(error)
            raise StoreError(
                text("{file} could not be saved: {reason}.", file=str(path), reason=reason)
            ) from error
        self.trouble = ""
        _sync_folder(path.parent)
        _sweep(path)

    def probe(self) -> None:
        """Find out whether anything can be saved; `trouble` tells."""
        beside = self.folder / f"probe.{os.getpid()}.new"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(b"")
            beside.unlink()
        except OSError as error:
            self._refused(error)
        else:
            self.trouble = ""

    def _refused(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        self.trouble = text("Stars and settings can't be saved here: {reason}.", reason=reason)

    def set_aside(self, name: str) -> str:
        """Rename a file whose content its reader cannot use; the sentence that tells of it."""
        return self._set_aside(self.path(name))

    def _set_aside(self, path: Path) -> str:
        target = path.with_name(path.name + ".bad")
        count = 1
        while target.exists():
            count += 1
            target = path.with_name(f"{path.name}.bad{count}")
        try:
            path.rename(target)
        except OSError as error:
            return _sentence_unread(path, error)
        return text(
            "{file} could not be understood and was set aside as {kept}.",
            file=path.name,
            kept=target.name,
        )


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_BYTES + 1)


def _understood(
    raw: bytes, name: str, version: int, upgrades: Mapping[int, Upgrade]
) -> dict[str, Any]:
    if len(raw) > LARGEST_BYTES:
        raise ValueError("too large")
    content = json.loads(raw.decode(), parse_constant=_refuse, parse_float=_finite)
    written, data = content["version"], content["data"]
    if content["file"] != f"dune-descent {name}" or type(written) is not int:
        raise ValueError("not our file")
    if not 1 <= written <= version or not isinstance(data, dict):
        raise ValueError("a version that this game does not know")
    for step in range(written, version):
        data = upgrades[step](data)
    kept: dict[str, Any] = data
    return kept


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{digits} is too large")
    return value


def _write_through(path: Path, raw: bytes) -> None:
    with path.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _replace(source: Path, target: Path) -> None:
    # On Windows a virus scanner may hold the old file open for a moment.
    for wait in (0.01, 0.05, 0.2):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            time.sleep(wait)
    os.replace(source, target)


def _sync_folder(folder: Path) -> None:
    # A rename is only safe once its folder is on the disk; Windows has no such call.
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(path: Path) -> None:
    # What a killed game left half-written; young ones may belong to a game that still runs.
    oldest = time.time() - _STALE_SECONDS
    for left in path.parent.glob(f"{path.name}.*.new"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < oldest:
                left.unlink()


def _sentence_unread(path: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return text("{file} could not be read: {reason}.", file=str(path), reason=reason)
