"""No text leaves its box: every screen, canvas, size of text, contrast, and words twice as long."""

import ast
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game import levels
from game.settings import Settings
from game.sim.commands import Dig, Step
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.store import Store
from game.text import PSEUDO, text, use
from game.ui import fonts, remarks
from game.ui.camera import Camera
from game.ui.draw.bake import Picture
from game.ui.flow import SCREENS
from game.ui.help import HelpOverlay
from game.ui.outcomes import LevelReady, WalkEnded
from game.ui.reading import ring_of, screen
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.settings import PAGES
from game.ui.scenes.settings import Settings as SettingsScene
from game.ui.scenes.title import Title
from game.ui.stage import Stage
from game.ui.widgets.panel import SpeechPanel

CANVASES = [(1280, 720), (1024, 768)]
LOOKS = {
    "english": {},
    "english large": {"text_scale": 2.0},
    "pseudo": {"language": PSEUDO},
    "pseudo large": {"language": PSEUDO, "text_scale": 2.0},
    "pseudo contrast": {"language": PSEUDO, "text_scale": 1.5, "high_contrast": True},
}
# The languages with the largest letters, on the canvas with the least room.
TONGUES = {code: {"language": code, "text_scale": 2.0} for code in ("de", "es", "fr")}
STAGES = [
    *((look, canvas) for look in LOOKS for canvas in CANVASES),
    *((code, CANVASES[-1]) for code in TONGUES),
]


@pytest.fixture(autouse=True)
def _plain_words():
    yield
    use("en")
    fonts.forget()


@pytest.fixture(params=STAGES, ids=lambda pair: f"{pair[0]} {pair[1][0]}x{pair[1][1]}")
def stage(request, tmp_path):
    look, canvas = request.param
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(canvas)
    return Stage(Settings().changed(**(LOOKS | TONGUES)[look]), Store(tmp_path), canvas)


def plain_picture(canvas):
    """A desert that needs no baking: only words are looked at here."""
    rgb = np.full((canvas[1], canvas[0], 3), 180, dtype=np.uint8)
    return Picture(rgb, np.full((canvas[1], canvas[0]), 50, dtype=np.float32), Camera(canvas))


@pytest.fixture(scope="session")
def sites():
    return {path.stem: levels.build(levels.read(path)) for path in levels.shipped()}


def misfits(scene):
    ring = ring_of(scene)
    assert ring is not None, f"{type(scene).__name__} has no ring"
    return [
        f"{type(widget).__name__} at {tuple(widget.rect)}: {widget.spoken or widget.tip}"
        for widget in ring.widgets
        if widget.visible and not widget.fits
    ]


def crossing(overlay):
    """What is said in bubbles that lie on each other, on a thing told of, or on the foot."""
    found = []
    for leaf in overlay.leaves:
        boxes = [(placed.bubble, placed.callout.target) for placed in leaf]
        for at, (bubble, _) in enumerate(boxes):
            under = [other for other, _ in boxes[at + 1 :]] + [target for _, target in boxes]
            if bubble.collidelist([*under, overlay._foot]) >= 0:
                found.append(leaf[at].callout.words)
    return found


def check(scene):
    scene.arrange()
    scene.update(50.0)
    scene.draw(pygame.display.get_surface())
    assert not misfits(scene)
    canvas = pygame.display.get_surface().get_rect()
    for widget in ring_of(scene).widgets:
        assert not widget.visible or canvas.contains(widget.rect), widget
    explained = HelpOverlay(scene.stage.theme, ring_of(scene), getattr(scene, "pointers", tuple)())
    assert explained.fits
    assert not crossing(explained)
    assert screen(scene), "nothing to read aloud"
    scene.close()


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_screens(name, stage):
    check(SCREENS[name](stage))


def test_title(stage):
    check(Title(stage))


@pytest.mark.parametrize("page", [page.key for page in PAGES])
def test_pages_of_the_settings(page, stage):
    scene = SettingsScene(stage, page)
    check(scene)
    while scene._pager is not None and scene._leaf + 1 < scene._pager.leaves:
        scene._turn_leaf(scene._leaf + 1)
        assert not misfits(scene)


@pytest.mark.parametrize("names", ["child", "grown-up"])
def test_play_on_every_level(stage, sites, names):
    stage.change(names=names)
    for site in sites.values():
        scene = Play(stage, LevelReady(site, plain_picture(stage.canvas)))
        check(scene)


def test_results_of_every_level(stage, sites):
    for site in sites.values():
        for ending in (Ending.DUG, Ending.FOUND, Ending.LEFT_MAP):
            expedition = Expedition(site.setup)
            for command in (Step(), Step(), Dig()):
                expedition.apply(command)
            expedition.states[-1] = replace(expedition.now, ending=ending)
            ended = WalkEnded(site, plain_picture(stage.canvas), expedition)
            scene = Results(stage, ended)
            scene.arrange()
            scene.skip()
            assert not misfits(scene), ending
            scene.close()


def said_lines():
    """Every text() in the module of remarks."""
    tree = ast.parse(Path(remarks.__file__).read_text(encoding="utf-8"))
    return sorted(
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "text"
    )


def test_everything_that_the_child_says(stage, sites):
    scene = Play(stage, LevelReady(next(iter(sites.values())), plain_picture(stage.canvas)))
    scene.arrange()
    lines = [text(line).replace("{left}", "12") for line in said_lines()]
    assert len(lines) > 15
    lines += [text(words) for site in sites.values() for words in _told(site.level)]
    speech = next(w for w in ring_of(scene).widgets if isinstance(w, SpeechPanel))
    for line in lines:
        speech.text = line
        assert speech.fits, line
    scene.close()


def _told(level):
    return [words for words in (level.opening, level.hint) if words]
