"""A picture of any scene, made without a window: for the README, for tests, for looking."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pygame

from game import levels
from game.settings import Settings
from game.sim.commands import Dig, Step
from game.sim.expedition import Expedition
from game.store import Store
from game.ui.outcomes import LevelReady, WalkEnded
from game.ui.scenes.loading import Loading, prepare
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.title import Title
from game.ui.signals import Act, Intent
from game.ui.stage import Scene, Stage

_SETTLE_MS = 4000.0  # of the scene's own time: tips, glides and tears have come to rest
_FRAME_MS = 50.0


def _title(stage: Stage, name: str, steps: int) -> Scene:
    return Title(stage)


def _loading(stage: Stage, name: str, steps: int) -> Scene:
    return Loading(stage, name)


def _ready(stage: Stage, name: str) -> LevelReady:
    return LevelReady(*prepare(name, stage.canvas, stage.settings.contours, lambda *_: None))


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


SCENES: dict[str, Callable[[Stage, Path, int], Scene]] = {
    "title": _title,
    "loading": _loading,
    "play": _play,
    "results": _results,
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
    with tempfile.TemporaryDirectory() as folder:  # no player's own settings or stars
        stage = Stage(settings or Settings(), Store(Path(folder)), size)
    made = SCENES[scene](stage, name, steps)
    made.arrange()
    for _ in range(0 if scene == "loading" else round(_SETTLE_MS / _FRAME_MS)):
        made.update(_FRAME_MS)
        if made.outcome is not None:
            break
    if isinstance(made, Results):
        made.skip()
    made.draw(surface)
    made.close()
    return surface
