"""A picture of any scene, made without a window: for the README, for tests, for looking."""

import os
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


def _title(stage: Stage, path: Path, steps: int) -> Scene:
    return Title(stage)


def _loading(stage: Stage, path: Path, steps: int) -> Scene:
    return Loading(stage, path)


def _ready(stage: Stage, path: Path) -> LevelReady:
    return LevelReady(*prepare(path, stage.canvas, stage.settings.contours, lambda *_: None))


def _play(stage: Stage, path: Path, steps: int) -> Scene:
    scene = Play(stage, _ready(stage, path))
    scene.arrange()
    for _ in range(steps):
        scene.handle(Act(Intent.STEP))
    return scene


def _results(stage: Stage, path: Path, steps: int) -> Scene:
    ready = _ready(stage, path)
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
    path = levels.find(level) if level else levels.shipped()[0]
    stage = Stage(settings or Settings(), Store(), size)
    made = SCENES[scene](stage, path, steps)
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
