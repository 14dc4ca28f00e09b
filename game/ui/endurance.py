"""Playing for hours by a fast clock, to see whether memory grows: levels, and menus in between."""

import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pygame

from game import levels
from game.settings import Settings
from game.store import Store
from game.ui.app import App
from game.ui.flow import FOLLOWING, SCREENS
from game.ui.jobs import wait_for_all
from game.ui.kept import let_go
from game.ui.outcomes import LevelChosen, Opened
from game.ui.probe import open_hidden
from game.ui.scenes.journey import Journey
from game.ui.scenes.loading import Loading
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.title import Title
from game.ui.speech import Speech
from game.ui.stage import Back, Scene, Stage

FRAME_MS = 100.0
_MINUTE_FRAMES = round(60_000 / FRAME_MS)
_MENU_MS, _WALK_MS, _RESULTS_MS = 3000.0, 36_000.0, 7000.0
_JOBS_END_S = 20.0  # for the work of closed scenes, which goes by the real clock
_NOT_FROM_THE_TITLE = ("pause",)
_DESERTS = ("2400-001A-80CR",)  # a generated one comes after the levels of the game


class _Mute(Speech):
    """Starts no voice."""

    _command = None


class Visitor:
    """Plays one level after the other, and looks at every screen in between."""

    def __init__(self, folder: Path, canvas: tuple[int, int] = (1280, 720)) -> None:
        self.surface = open_hidden(canvas)
        stage = Stage(Settings(), Store(folder), canvas)
        stage.speech = _Mute()
        stage.player = stage.book.add("Amina", "zuri")
        stage.open_sounds()
        self.app = App(stage, FOLLOWING, self.surface)
        self.app.push(Title(stage))
        self.walks, self.frames = 0, 0

    def minutes(self, count: int) -> Iterator[int]:
        """Play `count` minutes of the game's own time; making a land takes none of it.

        Yields each minute that has passed, always in the journey, so that what is in memory then
        can be compared.
        """
        told = 0
        for _ in self._visit():
            self.frames += 1
            minute = self.frames // _MINUTE_FRAMES
            if minute > told and isinstance(self._scene, Journey) and len(self.app.scenes) == 2:
                told = minute
                wait_for_all(_JOBS_END_S)
                let_go()
                yield minute
            if told >= count:
                break
        self.app.end()
        self.app.stage.close()

    @property
    def _scene(self) -> Scene:
        return self.app.scenes[-1]

    def _visit(self) -> Iterator[None]:
        """One frame after the other, for ever."""
        screens = cycle(name for name in SCREENS if name not in _NOT_FROM_THE_TITLE)
        for screen in SCREENS:  # first a look at everything, as a child at a stand would take it
            if screen not in _NOT_FROM_THE_TITLE:
                self._scene.outcome = Opened(screen)
                yield from self._frames(_MENU_MS / 2)
                self._scene.outcome = Back()
                yield from self._frames(FRAME_MS)
        for name in cycle([path.stem for path in levels.shipped()] + list(_DESERTS)):
            self._scene.outcome = Opened("journey")
            yield from self._frames(_MENU_MS)
            self._scene.outcome = LevelChosen(name)
            self.app.frame(FRAME_MS)
            yield from self._walk(next(screens))
            while len(self.app.scenes) > 1:
                self._scene.outcome = Back()
                yield from self._frames(FRAME_MS)

    def _walk(self, screen: str) -> Iterator[None]:
        """A level until its results, with a pause and another screen in the middle."""
        self._load()
        self._press("return")
        yield from self._while_in(Play, _WALK_MS / 4)
        self._press("pageup")  # nearer
        yield from self._while_in(Play, _WALK_MS / 4)
        if isinstance(self._scene, Play):
            yield from self._look_at(screen)
            self._press("return")
        yield from self._while_in(Play, _WALK_MS / 2)
        if isinstance(self._scene, Play):
            self._press("d")
            yield from self._while_in(Play, _WALK_MS)
        yield from self._while_in(Results, _RESULTS_MS)
        self.walks += 1

    def _look_at(self, screen: str) -> Iterator[None]:
        """Pause, open a screen, and come back to the walk."""
        self._press("p")
        yield from self._frames(_MENU_MS / 3)
        self._scene.outcome = Opened(screen)
        yield from self._frames(_MENU_MS)
        while not isinstance(self._scene, Play) and len(self.app.scenes) > 1:
            self._scene.outcome = Back()
            yield from self._frames(FRAME_MS)

    def _while_in(self, kind: type[Scene], ms: float) -> Iterator[None]:
        """So much time, or until another kind of scene is on top."""
        for _ in self._frames(ms):
            yield
            if not isinstance(self._scene, kind):
                return

    def _frames(self, ms: float) -> Iterator[None]:
        for _ in range(max(1, round(ms / FRAME_MS))):
            self.app.frame(FRAME_MS)
            yield

    def _press(self, key: str) -> None:
        code = pygame.key.key_code(key)
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            self.app.offer(pygame.event.Event(kind, key=code, mod=0, unicode=""))

    def _load(self) -> None:
        while isinstance(self._scene, Loading):
            self.app.frame(0.0)
            time.sleep(0.005)


def play_minutes(count: int, tell: Callable[[int, int], None]) -> None:
    """Play `count` minutes; `tell` is called with the minute and the walks after each."""
    with tempfile.TemporaryDirectory() as folder:
        visitor = Visitor(Path(folder))
        for minute in visitor.minutes(count):
            tell(minute, visitor.walks)
