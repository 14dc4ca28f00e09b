"""Sends events of all kinds through all scenes by a seed: none of them may end in an exception.

The clock is imagined and nothing waits but for lands that are being made. As with a child at a
stand, about half of what is touched is a button; all else is anywhere, at any time and in any
order, also such as no device would send. Only the wish to close the window is held back.
"""

import json
import random
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pygame

from game.settings import Settings
from game.store import Store
from game.text import PSEUDO, use
from game.ui.app import App
from game.ui.flow import FOLLOWING
from game.ui.mischief import Mischief
from game.ui.probe import open_hidden
from game.ui.scenes import loading
from game.ui.scenes.loading import Loading
from game.ui.scenes.title import Title
from game.ui.speech import Speech
from game.ui.stage import Stage

EVENTS_OF_A_LIFE = 1500  # after so many events another player comes, with other settings
_MOST_WAITS = 30_000  # of 2 ms: a machine that is busy with other things may be slow
_LAST = 25  # events that are told with a finding
_FRAMES_MS = (0.0, 1.0, 16.0, 16.0, 40.0, 40.0, 100.0, 400.0, 2500.0)
_SIZES = ((1280, 720), (1280, 720), (1024, 768), (1920, 1080))


@dataclass
class Finding:
    """An exception: where, in which scene, after how many events of the seed, and what led to it.

    `where` is the place in the source, the same for the same fault.
    """

    where: str
    error: str
    scene: str
    number: int
    last: list[str]
    times: int = 1


@dataclass
class Told:
    """What came of it; `events` and `frames` count each kind of scene that got them."""

    seed: int
    events: Counter[str] = field(default_factory=Counter)
    frames: int = 0
    visits: Counter[str] = field(default_factory=Counter)
    findings: dict[str, Finding] = field(default_factory=dict)


class _Mute(Speech):
    """Goes through all motions of a voice, and starts no process."""

    _command = None


class Monkey:
    """Plays by `seed`; `play(count)` yields how many events are done."""

    def __init__(
        self, seed: int, folder: Path, sizes: tuple[tuple[int, int], ...] = _SIZES
    ) -> None:
        self.told = Told(seed)
        self._chance = random.Random(seed)
        self._mischief = Mischief(self._chance)
        self._last: deque[str] = deque(maxlen=_LAST)
        self._folder, self._sizes = folder, sizes
        self._lives, self._done, self._here = 0, 0, ""
        self._app: App | None = None

    def play(self, count: int) -> Iterator[int]:
        """Send `count` events."""
        with _quick_lands(), _threads_tell(self._found):
            while self._done < count:
                if self._app is None or self._done // EVENTS_OF_A_LIFE >= self._lives:
                    self._begin()
                try:
                    self._frame(min(self._chance.choice((1, 1, 2, 3, 8)), count - self._done))
                except Exception as error:
                    self._found(error)
                    self._app = None
                yield self._done
            self._end()

    def _begin(self) -> None:
        """Another player: another canvas and other settings, the same folder."""
        self._end()
        self._lives = self._done // EVENTS_OF_A_LIFE + 1
        chance, size = self._chance, self._chance.choice(self._sizes)
        surface = open_hidden(size)
        settings = Settings(
            language=chance.choice(("en", "en", PSEUDO)),
            text_scale=chance.choice((1.0, 1.0, 1.5, 2.0)),
            high_contrast=chance.random() < 0.2,
            reduced_motion=chance.random() < 0.2,
            one_button=chance.random() < 0.15,
            hear_land=chance.random() < 0.15,
            all_levels=chance.random() < 0.7,
            speak=chance.random() < 0.2,
            speed=chance.randrange(5),
        )
        stage = Stage(settings, Store(self._folder), size)
        stage.open_sounds()
        stage.speech = _Mute()
        self._app = App(stage, FOLLOWING, surface)
        self._app.push(Title(stage))

    def _end(self) -> None:
        app, self._app = self._app, None
        if app is not None:
            try:
                app.end()
                app.stage.keys.pads.close()
                app.stage.close()
            except Exception as error:
                self._found(error)
        use("en")

    def _frame(self, count: int) -> None:
        app = self._app
        assert app is not None
        for _ in range(count):
            event = self._mischief.event(app)
            self._last.append(f"{pygame.event.event_name(event.type)} {event.dict}")
            self.told.events[self._name(app)] += 1
            self._done += 1
            app.offer(event)
        app.frame(self._chance.choice(_FRAMES_MS))
        self.told.frames += 1
        pygame.event.clear()  # what the imagined window says of itself
        if app.scenes and isinstance(app.scenes[-1], Loading) and self._chance.random() < 0.9:
            self._wait(app)
        if not app.scenes:
            app.push(Title(app.stage))  # left: the next child comes
        if self._name(app) != self._here:
            self._here = self._name(app)
            self.told.visits[self._here] += 1

    def _wait(self, app: App) -> None:
        """Until the land is made."""
        for _ in range(_MOST_WAITS):
            if not app.scenes or not isinstance(app.scenes[-1], Loading):
                return
            app.frame(5.0)
            time.sleep(0.002)
        raise RuntimeError("the level was never ready")

    def _name(self, app: App) -> str:
        return type(app.scenes[-1]).__name__.lower() if app.scenes else "nothing"

    def _found(self, error: BaseException) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        where = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[:-5:-1])
        if where in self.told.findings:
            self.told.findings[where].times += 1
            return
        said = f"{type(error).__name__}: {error}"[:300]
        finding = Finding(where, said, self._here, self._done, list(self._last))
        self.told.findings[where] = finding


@contextmanager
def _quick_lands() -> Iterator[None]:
    """Lands that were made already are kept for who comes again."""
    slow = loading.prepare

    @lru_cache(maxsize=8)
    def kept(name, canvas, contours, seed):  # type: ignore[no-untyped-def]
        return slow(name, canvas, contours, lambda *_: None, seed)

    def quick(name, canvas, contours, report, seed=None, camera_of=None):  # type: ignore[no-untyped-def]
        report(0.02, "")
        return kept(name, canvas, contours, seed)  # seen as by a camera that knows of no panels

    loading.prepare = quick
    try:
        yield
    finally:
        loading.prepare = slow


@contextmanager
def _threads_tell(tell: Callable[[BaseException], None]) -> Iterator[None]:
    """What ends a thread beside the game is a finding too."""
    before = threading.excepthook
    threading.excepthook = lambda what: tell(what.exc_value) if what.exc_value else None
    try:
        yield
    finally:
        threading.excepthook = before


def run_monkey(count: int, seed: int, as_json: bool) -> int:
    """`dune-descent bench --monkey`: play, tell, and an exit code."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        monkey = Monkey(seed, Path(folder))
        task = bar.add_task("Playing with everything", total=count)
        for done in monkey.play(count):
            bar.update(task, completed=done)
    told = monkey.told
    if as_json:
        data = {name: getattr(told, name) for name in ("seed", "events", "frames", "visits")}
        print(json.dumps(data | {"findings": [vars(f) for f in told.findings.values()]}))
    else:
        _tell(told)
    return 1 if told.findings else 0


def _tell(told: Told) -> None:
    for finding in told.findings.values():
        print(
            f"{finding.error} ({finding.times} times)\n  at {finding.where}\n  in {finding.scene},"
            f" event {finding.number} of seed {told.seed}; the last events:",
            *finding.last,
            sep="\n    ",
            file=sys.stderr,
        )
    for name, count in told.events.most_common():
        print(f"{name:10} {told.visits[name]:6} visits {count:8} events")
    print(
        f"{sum(told.events.values())} events of seed {told.seed} in {told.frames} frames:"
        f" {len(told.findings)} kinds of exceptions"
    )
