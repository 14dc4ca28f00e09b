"""Where nothing can be saved it is said for as long as it is so, beside all that can be used."""

import pygame
import pytest

from game.settings import Settings
from game.store import Store
from game.ui.app import App
from game.ui.scenes.journey import Journey
from game.ui.scenes.title import Title
from game.ui.stage import Stage
from game.ui.widgets.focus import ring_of

SIZES = ((1280, 720), (1024, 768))


def shut(tmp_path):
    """A folder that can't be: a file lies in its place."""
    (tmp_path / "file").write_text("")
    return Store(tmp_path / "file" / "home")


def app_at(scene, store, size=(1280, 720), **settings):
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    app = App(Stage(Settings().changed(**settings), store, size), {}, surface)
    app.push(scene(app.stage))
    app.frame(50.0)
    return app


def test_a_store_knows_whether_it_can_write(tmp_path):
    bad, good = shut(tmp_path), Store(tmp_path / "fine")
    for store in (bad, good):
        store.probe()
    assert "can't be saved" in bad.trouble
    assert good.trouble == ""
    assert list(good.folder.iterdir()) == []


def test_the_trouble_ends_with_the_first_file_that_is_saved(tmp_path):
    store = Store(tmp_path / "home")
    store.trouble = "before"
    store.write("settings", 1, {})
    assert store.trouble == ""


@pytest.mark.parametrize("scene", [Title, Journey])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_warning_is_shown_whole_and_on_no_button(tmp_path, scene, size, scale):
    store = shut(tmp_path)
    store.probe()
    app = app_at(scene, store, size, text_scale=scale)
    app.frame(50.0)
    place = app.overlays.warning.place
    assert place.size > (100, 30)
    assert pygame.Rect((0, 0), size).contains(place)
    buttons = [stop.rect for stop in ring_of(app.scenes[-1]).stops]
    hidden = sum(place.clip(box).width * place.clip(box).height for box in buttons)
    assert hidden <= 0.02 * place.width * place.height
    app.frame(60_000.0)
    assert app.overlays.warning.place.size > (100, 30), "it stays"
    app.end()


def test_without_trouble_there_is_no_warning(tmp_path):
    store = Store(tmp_path)
    store.probe()
    app = app_at(Title, store)
    assert app.overlays.warning.place.size == (0, 0)
    app.end()
