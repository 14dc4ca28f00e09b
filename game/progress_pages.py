"""What is kept of each player, as values, and the files that keep it.

One file per player (`player-1.json` to `player-12.json`) and one that remembers who plays now.
A player is there because the file is: no list of players can fall out of step with the files.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from game import study
from game.store import Store, StoreError
from game.study import Study

VERSION = 1
MOST_PLAYERS, LONGEST_NICKNAME = 12, 12
_NOW = "players"
_FARTHEST = 10**6
_LIMITS = {"stars": (0, 3), "gems": (0, 1000), "score": (0, 10**6), "water": (0, 10**6)}


@dataclass(frozen=True)
class Result:
    """A finished walk. `gems` counts lesser gems, `walk` is its code (`sim.codes.encode_walk`)."""

    stars: int
    score: int
    distance: float
    water: int
    gems: int
    walk: str
    practice: bool = False


@dataclass(frozen=True)
class Best:
    """What is kept of a level: the most stars and lesser gems, and the walk of the best score."""

    stars: int = 0
    gems: int = 0
    score: int = 0
    distance: float = 0.0
    water: int = 0
    walk: str = ""

    def with_result(self, result: Result) -> "Best":
        """What is kept after another walk; practice changes nothing."""
        if result.practice:
            return self
        most = replace(self, stars=max(self.stars, result.stars), gems=max(self.gems, result.gems))
        if not result.walk or (self.walk and _merit(result) <= _merit(self)):
            return most
        # A walk that flew off the map may end anywhere, even where numbers do.
        away = result.distance if result.distance < _FARTHEST else float(_FARTHEST)
        return replace(
            most, score=result.score, distance=away, water=result.water, walk=result.walk
        )

    def with_other(self, other: "Best") -> "Best":
        """The better of both in everything, as when two games ran at once."""
        return self.with_result(Result(**asdict(other)))


@dataclass
class Page:
    """All that one player's file holds; `levels` by slug."""

    nickname: str
    figure: str
    levels: dict[str, Best] = field(default_factory=dict)
    study: Study = field(default_factory=Study)

    @property
    def data(self) -> dict[str, Any]:
        """What its file holds; nothing of lessons where none was opened yet."""
        kept = {slug: asdict(best) for slug, best in self.levels.items()}
        said: dict[str, Any] = {"nickname": self.nickname, "figure": self.figure, "levels": kept}
        return said if self.study == Study() else {**said, "study": study.as_data(self.study)}


class Shelf:
    """The players' files. `tell` is called once with each sentence about what went wrong."""

    def __init__(self, store: Store, tell: Callable[[str], None] | None = None) -> None:
        self._store, self._tell = store, tell
        self._said: set[str] = set()

    def pages(self) -> dict[int, Page]:
        """All that can be read, by the player's id."""
        found = ((player, self.read(player)) for player in range(1, MOST_PLAYERS + 1))
        return {player: page for player, page in found if page is not None}

    def taken(self, player_id: int) -> bool:
        """Whether there is a file, be it one that can't be read: it must not be written over."""
        return self._store.path(_name(player_id)).exists()

    def read(self, player_id: int) -> Page | None:
        """A player's page. What can't be used of it is set aside, and the rest goes on."""
        name = _name(player_id)
        loaded = self._store.read(name, VERSION)
        self.say(loaded.message)
        if loaded.data is None:
            return None
        page, whole = understood(loaded.data)
        if not whole:
            self.say(self._store.set_aside(name))
            if page is not None:
                self._write(name, page.data)
        return page

    def save(self, player_id: int, page: Page) -> None:
        """Keep `page`, together with what a game that runs beside this one may have added."""
        kept = self.read(player_id)
        if kept is not None:
            for slug, best in kept.levels.items():
                page.levels[slug] = best.with_other(page.levels.get(slug, Best()))
            page.study = page.study.with_other(kept.study)
        if kept is not None or not self.taken(player_id):
            self._write(_name(player_id), page.data)

    def remove(self, player_id: int) -> str | None:
        """Delete a player's file; the reason where the disk refuses."""
        try:
            self._store.path(_name(player_id)).unlink(missing_ok=True)
        except OSError as error:
            return error.strerror or str(error)
        return None

    def read_current(self) -> int | None:
        """The id of who played last."""
        now = self._store.read(_NOW, VERSION)
        self.say(now.message)
        current = (now.data or {}).get("current")
        return current if type(current) is int else None

    def save_current(self, player_id: int | None) -> None:
        """Remember who plays."""
        self._write(_NOW, {"current": player_id})

    def say(self, sentence: str | None) -> None:
        """Tell the player, but nothing twice."""
        if sentence and sentence not in self._said:
            self._said.add(sentence)
            if self._tell is not None:
                self._tell(sentence)

    def _write(self, name: str, data: Mapping[str, Any]) -> None:
        try:
            self._store.write(name, VERSION, data)
        except StoreError as error:
            self.say(str(error))


def tidy_nickname(nickname: str) -> str:
    """Single spaces, composed letters, nothing that can't be seen; not yet cut to length."""
    composed = unicodedata.normalize("NFC", nickname)
    return " ".join("".join(c if c.isprintable() else " " for c in composed).split())


def understood(data: Mapping[str, Any]) -> tuple[Page | None, bool]:
    """What a file's data says, and whether all of it could be used."""
    nickname, figure, levels = (data.get(key) for key in ("nickname", "figure", "levels"))
    if not isinstance(nickname, str) or not tidy_nickname(nickname):
        return None, False
    kept = levels if isinstance(levels, dict) else {}
    read = {slug: _best(values) for slug, values in kept.items()}
    good = {slug: best for slug, best in read.items() if best is not None and is_slug(slug)}
    named = tidy_nickname(tidy_nickname(nickname)[:LONGEST_NICKNAME])
    known = figure if isinstance(figure, str) and figure.isprintable() else ""
    whole = (named, known, kept) == (nickname, figure, levels)
    lessons, all_of_it = study.understood(data["study"]) if "study" in data else (Study(), True)
    return Page(named, known, good, lessons), whole and len(good) == len(kept) and all_of_it


def is_slug(slug: str) -> bool:
    """Whether a level of this name can be kept: files may have names that no file can hold."""
    return slug.isprintable() and 0 < len(slug) <= 200


def _name(player_id: int) -> str:
    return f"player-{player_id}"


def _merit(walk: Result | Best) -> tuple[float, ...]:
    return walk.score, walk.water, -walk.distance


def _best(kept: Any) -> Best | None:
    if not isinstance(kept, dict) or set(kept) != {known.name for known in fields(Best)}:
        return None
    for name, (low, high) in _LIMITS.items():
        if type(kept[name]) is not int or not low <= kept[name] <= high:
            return None
    distance, walk = kept["distance"], kept["walk"]
    if type(distance) not in (int, float) or not 0 <= distance <= _FARTHEST:
        return None
    # Letters and digits, as codes are; whether it can be walked is seen when it is watched.
    if not isinstance(walk, str) or (walk and not (walk.isascii() and walk.isalnum())):
        return None
    return Best(**kept)
