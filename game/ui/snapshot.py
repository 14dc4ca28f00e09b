"""A picture of any scene, made without a window: for the README, for tests, for looking."""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pygame

from game import levels
from game.levels import Site
from game.progress import Result
from game.settings import Settings
from game.sim.commands import Dig, Step
from game.sim.expedition import Expedition
from game.store import Store
from game.text import PSEUDO, use
from game.ui import flow
from game.ui.draw.bake import Picture
from game.ui.draw.shade import Contours
from game.ui.outcomes import LevelReady, WalkEnded, WhyAsked
from game.ui.scenes.loading import Loading, prepare
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.title import Title
from game.ui.scenes.why import PAGES as WHY_PAGES
from game.ui.scenes.why import Why
from game.ui.signals import Act, Intent
from game.ui.stage import Scene, Stage
from game.ui.window import CANVASES

VARIANTS = {
    "english": Settings(),
    "pseudo": Settings(language=PSEUDO),
    "contrast": Settings(high_contrast=True),
}

_SETTLE_MS = 4000.0  # of the scene's own time: tips, glides and tears have come to rest
_FRAME_MS = 50.0
_JOB_S = 10.0  # the longest that a picture waits for what a thread paints
_PLAYERS = (("Amina", "zuri", (3, 2, 3, 1)), ("Finn", "finn", (2,)))


def _title(stage: Stage, name: str, steps: int) -> Scene:
    return Title(stage)


def _loading(stage: Stage, name: str, steps: int) -> Scene:
    _draw(Title(stage), pygame.display.get_surface())  # what it lies over
    return Loading(stage, name)


@lru_cache(maxsize=2)
def _painted(name: str, canvas: tuple[int, int], contours: Contours) -> tuple[Site, Picture]:
    return prepare(name, canvas, contours, lambda *_: None)


def _ready(stage: Stage, name: str) -> LevelReady:
    return LevelReady(*_painted(name, stage.canvas, stage.settings.contours))


def _play(stage: Stage, name: str, steps: int) -> Scene:
    scene = Play(stage, _ready(stage, name))
    scene.arrange()
    for _ in range(steps):
        scene.handle(Act(Intent.STEP))
    return scene


def _results(stage: Stage, name: str, steps: int) -> Scene:
    ready = _ready(stage, name)
    expedition = Expedition(ready.site.setup)
    for command in [Step()] * steps + [Dig()]:
        expedition.apply(command)
    scene = Results(stage, WalkEnded(ready.site, ready.picture, expedition))
    scene.arrange()
    scene.skip()
    return scene


def _why(page: str) -> Callable[[Stage, str, int], Scene]:
    def make(stage: Stage, name: str, steps: int) -> Scene:
        results = _results(stage, name, steps)
        results.close()
        return Why(stage, WhyAsked(results.ended, results.diagnosis), page)

    return make


def _pause(stage: Stage, name: str, steps: int) -> Scene:
    below = _play(stage, name, steps)  # what the pause lies over
    _draw(below, pygame.display.get_surface())
    below.close()
    return flow.SCREENS["pause"](stage)


def _farewell(stage: Stage, name: str, steps: int) -> Scene:
    below = Title(stage)
    _draw(below, pygame.display.get_surface())
    return flow.SCREENS["farewell"](stage)


def _screen(screen: str) -> Callable[[Stage, str, int], Scene]:
    return lambda stage, name, steps: flow.SCREENS[screen](stage)


SCENES: dict[str, Callable[[Stage, str, int], Scene]] = {
    "title": _title,
    "loading": _loading,
    "play": _play,
    "results": _results,
    **{f"why_{page}": _why(page) for page in WHY_PAGES},
    **{screen: _screen(screen) for screen in flow.SCREENS},
    "pause": _pause,
    "farewell": _farewell,
}


def snapshot(
    scene: str,
    size: tuple[int, int] = (1280, 720),
    level: str | None = None,
    steps: int = 0,
    settings: Settings | None = None,
) -> pygame.Surface:
    """The named scene on a canvas of `size`, after `steps` steps on `level` (or the first one).

    Raises KeyError for an unknown scene, and LevelError for a level that can't be used.
    """
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    name = level or levels.shipped()[0].stem
    make = SCENES[scene]
    with tempfile.TemporaryDirectory() as folder:  # no player's own settings or stars
        stage = Stage(settings or Settings(), Store(Path(folder)), size)
        if scene != "title":  # a title with players is another one than a stranger sees
            _seat_players(stage)
        made = make(stage, name, steps)
        _draw(made, surface)
        made.close()
        use("en")
    return surface


def gallery(level: str, steps: int) -> Iterator[tuple[str, pygame.Surface]]:
    """Every scene on every canvas in every variant, and the name of each: scene-WxH-variant."""
    for said, size in CANVASES.items():
        for variant, settings in VARIANTS.items():
            for scene in SCENES:
                yield f"{scene}-{said}-{variant}", snapshot(scene, size, level, steps, settings)


def _seat_players(stage: Stage) -> None:
    """Two children have played already; the first one plays now."""
    slugs = [path.stem for path in levels.shipped()]
    for nickname, figure, stars in _PLAYERS:
        player = stage.book.add(nickname, figure)
        for slug, won in zip(slugs, stars, strict=False):
            stage.book.record(player.id, slug, Result(won, 300 * won, 2.0, 5, 1, ""))
    stage.book.choose(stage.book.players()[0].id)


def _draw(scene: Scene, surface: pygame.Surface) -> None:
    """Let the scene come to rest, and draw it."""
    scene.arrange()
    scene.update(_FRAME_MS)
    if not isinstance(scene, Loading):
        _wait_for_jobs()
        for _ in range(round(_SETTLE_MS / _FRAME_MS)):
            if scene.outcome is not None:
                break
            scene.update(_FRAME_MS)
    if isinstance(scene, Results):
        scene.skip()
    scene.draw(surface)


def _wait_for_jobs() -> None:
    for thread in threading.enumerate():
        if thread.name == "job":
            thread.join(_JOB_S)
