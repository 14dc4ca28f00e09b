"""The window, the frame loop, and which scene follows which outcome."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from weakref import WeakKeyDictionary

import pygame

from game import settings as kept
from game.store import Store
from game.text import languages
from game.trace import trace
from game.ui import fonts
from game.ui.kept import give_back, let_go
from game.ui.outcomes import HelpWanted
from game.ui.overlays import Overlays
from game.ui.scanning import Scanner
from game.ui.signals import Act, Intent, Signal
from game.ui.stage import Back, Leave, Scene, Stage
from game.ui.widgets.focus import carry, ring_of
from game.ui.window import (
    WindowError,
    canvas_for,
    desktop_size,
    open_window,
    system_language,
    toggle_full_screen,
    too_tight,
)

FRAMES_VARIABLE = "DUNE_DESCENT_FRAMES"
FRAMES_A_SECOND = 60


class How(Enum):
    """What becomes of the scene that ended."""

    REPLACE = "replace"  # it is over, the next one takes its place
    COVER = "cover"  # it waits below
    START_OVER = "start over"  # it is over, and so is all that waits below


Maker = Callable[[Stage, object], Scene]
Following = Mapping[type, tuple[How, Maker]]


@dataclass(frozen=True)
class Options:
    """How to run: stop after `frames`, a fixed `canvas`, where files lie, what to tell when.

    `first_frame` is called once the first frame is on the screen, `frame` with the milliseconds
    of work of every frame (events, update and drawing; not the waiting for the display).
    """

    frames: int | None = None
    canvas: tuple[int, int] | None = None
    store: Store | None = None
    first_frame: Callable[[], None] | None = None
    frame: Callable[[float], None] | None = None


class App:
    """A stack of scenes on a window; only the topmost lives."""

    def __init__(self, stage: Stage, following: Following, surface: pygame.Surface) -> None:
        self.stage, self.following, self.surface = stage, following, surface
        self.scenes: list[Scene] = []
        self.scanner = Scanner(stage)
        self.overlays = Overlays(stage)
        self._closed = False  # whether there may be something to free
        self._played: Scene | None = None  # what the pointer played in the last frame
        # The stage's version that each scene is laid out for; by scene, since an id may come again.
        self._arranged: WeakKeyDictionary[Scene, int] = WeakKeyDictionary()
        give_back()

    def push(self, scene: Scene) -> None:
        """Put `scene` on top."""
        self.scenes.append(scene)

    def offer(self, event: pygame.event.Event) -> None:
        """Give the top scene the meanings of `event`, one after the other until one is used."""
        if event.type == pygame.QUIT:
            self.end()
            return
        device = self.stage.keys.device
        signals = self.stage.keys.read(event)
        if self.stage.keys.device != device:
            self.stage.version += 1  # prompts name the keys of the device in use
        if self.scenes:
            signals = self.scanner.read(event, signals, self._top(), self.overlays.still)
        self._give(signals)

    def _give(self, signals: tuple[Signal, ...]) -> None:
        for signal in signals:
            if isinstance(signal, Act) and signal.intent is Intent.FULL_SCREEN:
                self.stage.change(full_screen=toggle_full_screen())
                return
            if not self.scenes or self._offered(signal, self._top()):
                return

    def _offered(self, signal: Signal, scene: Scene) -> bool:
        """Whether `signal` was used."""
        if self.overlays.handle(signal, scene):
            return True
        ring = ring_of(scene)
        before = ring.current if ring is not None else None
        used = scene.handle(signal)
        if used:
            self.overlays.used(signal, ring, before)
        return used

    def frame(self, elapsed_ms: float) -> None:
        """Let the top scene live for `elapsed_ms`, follow its outcome, and draw."""
        for signal in self.stage.keys.tick(elapsed_ms):
            self._give((signal,))
        self._drop_held()
        if self._closed and self.scenes and not self.scenes[-1].hurried:
            self._closed = False
            let_go()
        if self.scenes:
            self.scanner.update(elapsed_ms, self._top(), self.overlays.still)
            if not self.overlays.still:
                self._top().update(elapsed_ms)
                self._follow()
        self.stage.pass_time(elapsed_ms)
        if self.scenes:
            self.stage.sounds.music(self._top().music)
            self.overlays.update(elapsed_ms, self._top())
            self._top().draw(self.surface)
            self.overlays.draw(self.surface, self._top())
            self.scanner.draw(self.surface)

    def end(self) -> None:
        """Close all scenes, the topmost first."""
        while self.scenes:
            self._close(self.scenes.pop())

    def _drop_held(self) -> None:
        """What is held on a screen is let go of when another one, or help, comes over it."""
        now = self.scenes[-1] if self.scenes and not self.overlays.still else None
        before, self._played = self._played, now
        ring = ring_of(before)
        if before is not now and before in self.scenes and ring is not None:
            ring.let_go()  # where the button comes up nobody tells it

    def _top(self) -> Scene:
        scene = self.scenes[-1]
        if self._arranged.get(scene) != self.stage.version:
            self._arranged[scene] = self.stage.version
            before = ring_of(scene)
            scene.arrange()
            carry(before, ring_of(scene))
        return scene

    def _follow(self) -> None:
        scene, outcome = self.scenes[-1], self.scenes[-1].outcome
        if outcome is None:
            return
        scene.outcome = None
        self.stage.save()
        if isinstance(outcome, Leave):
            self.end()
        elif isinstance(outcome, Back):
            self._close(self.scenes.pop())
            if self.scenes:
                self.scenes[-1].resume(outcome)
                if isinstance(outcome, HelpWanted):
                    self.overlays.help.show(self._top())
        else:
            how, make = self.following[type(outcome)]
            over = {How.REPLACE: self.scenes[-1:], How.COVER: [], How.START_OVER: self.scenes}[how]
            for old in reversed(list(over)):
                self.scenes.remove(old)
                self._close(old)
            self.scenes.append(make(self.stage, outcome))
        if self.scenes:
            self._top()

    def _close(self, scene: Scene) -> None:
        self._closed = True
        if scene is self._played:
            self._played = None  # or it would be kept for a frame more
        scene.close()
        self._arranged.pop(scene, None)


def run_app(
    first: Callable[[Stage], Scene], following: Following, options: Options | None = None
) -> int:
    """Open the window and play from `first(stage)` until the last scene ends; an exit code.

    Where no window can be opened, one sentence goes to standard error and the code is 1.
    """
    options = options or Options()
    store = options.store or Store()
    try:
        desktop = desktop_size()
        settings, message = kept.load(store, system_language(languages()))
        canvas = options.canvas or canvas_for(settings.canvas, desktop)
        surface = open_window(canvas, settings.full_screen or too_tight(canvas, desktop))
    except WindowError as error:
        print(error, file=sys.stderr)
        return 1
    stage = Stage(settings, store, canvas)
    store.probe()
    if message:
        stage.messages.append(message)
    stage.open_sounds()
    app = App(stage, following, surface)
    app.push(first(stage))
    try:
        _loop(app, options)
    finally:
        app.end()
        stage.keys.pads.close()
        stage.close()
        fonts.forget()  # fonts do not outlive pygame
        pygame.quit()
    return 0


def _loop(app: App, options: Options) -> None:
    clock = pygame.time.Clock()
    elapsed_ms, drawn = 0.0, 0
    shown: Scene | None = None
    most = _frames_wanted() if options.frames is None else options.frames
    while app.scenes and (most is None or drawn < most):
        start = time.perf_counter()
        for event in pygame.event.get():
            app.offer(event)
        app.frame(elapsed_ms)
        if options.frame is not None:
            options.frame((time.perf_counter() - start) * 1e3)
        pygame.display.flip()
        drawn += 1
        if app.scenes and app.scenes[-1] is not shown:
            shown = app.scenes[-1]
            trace(f"shown {type(shown).__name__.lower()}")
        if drawn == 1:
            if options.first_frame is not None:
                options.first_frame()
            app.stage.keys.pads.open()  # looking for pads must not hold up the first frame
        elapsed_ms = float(clock.tick(FRAMES_A_SECOND))


def _frames_wanted() -> int | None:
    wanted = os.environ.get(FRAMES_VARIABLE, "")
    return int(wanted) if wanted.isdecimal() else None
