"""While a level's land is made and painted: a progress bar, and a window that keeps answering."""

from collections.abc import Callable

import pygame

from game import deserts, levels
from game.lesson_walks import Show, commands
from game.sim.codes import WalkCode
from game.text import text
from game.ui import backdrop
from game.ui.camera import Camera
from game.ui.draw.bake import Picture, bake
from game.ui.draw.scenery import scenery_of
from game.ui.draw.shade import Contours
from game.ui.jobs import CancelledError, Job
from game.ui.outcomes import LevelReady
from game.ui.scenes.play_frame import camera_for
from game.ui.signals import Act, Intent, Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets.panel import Panel
from game.ui.widgets.progress import Progress

_LAND_SHARE = 0.2  # of the whole work, measured


def prepare(
    name: str,
    canvas: tuple[int, int],
    contours: Contours,
    report: Callable[[float, str], None],
    seed: int | None = None,
    camera_of: Callable[[levels.Level], Camera] | None = None,
) -> tuple[levels.Site, Picture]:
    """Read, make and paint a level, with another `seed` of chance if one is given.

    It is painted as `camera_of` the level sees it, or as a camera does that knows of no panels.
    Raises LevelError; CancelledError when nobody waits.
    """
    report(0.02, text("Reading the map"))
    level = deserts.open_level(name)
    report(0.05, text("Piling up the sand"))
    site = levels.build(level, seed)
    report(_LAND_SHARE, text("Painting the light"))
    picture = bake(
        site.land,
        Camera(canvas) if camera_of is None else camera_of(level),
        contours=contours,
        scenery=scenery_of(site),
        seed=level.number,
        progress=lambda done: report(_LAND_SHARE + (1 - _LAND_SHARE) * done, ""),
    )
    return site, picture


class Loading(Scene):
    """Shows how far the work is. Escape gives up."""

    def __init__(self, stage: Stage, name: str, walk: WalkCode | Show | None = None) -> None:
        """With a `walk` it is that stored walk, or that of a lesson, which will be watched."""
        super().__init__(stage)
        self._back = backdrop.covered(stage.theme)
        self._walk, seed = walk, walk.seed if walk else None
        canvas, contours, theme = stage.canvas, stage.settings.contours, stage.theme
        self._job = Job(
            lambda report: prepare(
                name, canvas, contours, report, seed, lambda level: camera_for(theme, level)
            )
        )

    def arrange(self) -> None:
        px, (wide, tall) = self.stage.theme.px, self.stage.canvas
        rect = pygame.Rect(0, 0, px(460), px(40) + self.stage.theme.text_px(40))
        rect.center = (wide // 2, tall // 2)
        self._plate = Panel(self.stage.theme, rect.inflate(px(64), px(48)))
        self._bar = Progress(self.stage.theme, rect, text("Reading the map"))

    def handle(self, signal: Signal) -> bool:
        if isinstance(signal, Act) and signal.intent is Intent.BACK:
            self.outcome = Back()
            return True
        return False

    def update(self, elapsed_ms: float) -> None:
        self._bar.show(self._job.progress, self._job.doing or None)
        if not self._job.done or self.outcome:
            return
        try:
            self.outcome = self._ready(*self._job.result())
        except levels.LevelError as error:
            self.stage.messages += [str(fault) for fault in error.faults]
            self.outcome = Back()
        except CancelledError:
            self.outcome = Back()

    def _ready(self, site: levels.Site, picture: Picture) -> LevelReady | Back:
        if self._walk is None:
            return LevelReady(site, picture)
        if isinstance(self._walk, Show):
            return LevelReady(site, picture, commands(self._walk, site.setup), by_itself=True)
        if self._walk.fingerprint != site.setup.fingerprint:
            said = text("This walk can't be shown: its desert has changed since.")
            self.stage.messages.append(said)
            return Back()
        return LevelReady(site, picture, self._walk.commands)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self._plate.draw(surface)
        self._bar.draw(surface)

    def close(self) -> None:
        self._job.cancel()
