"""Pictures of all scenes, for looking at them."""

import pygame
import pytest

from game.settings import Settings
from game.text import text
from game.ui import flow, snapshot
from game.ui.scenes.why import PAGES as WHY_PAGES
from game.ui.snapshot import SCENES, VARIANTS
from tests.command_line import command


def same(one: pygame.Surface, other: pygame.Surface) -> bool:
    return pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")


def test_every_screen_is_among_the_scenes():
    others = {"title", "loading", "play", "results"} | {f"why_{page}" for page in WHY_PAGES}
    assert set(flow.SCREENS) | others == set(SCENES)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_scenes_are_drawn_on_their_canvas(scene):
    shot = snapshot.snapshot(scene, (1024, 768), steps=2)
    assert shot.get_size() == (1024, 768)
    colours = {tuple(shot.get_at((x, y))) for x in range(0, 1024, 8) for y in range(0, 768, 8)}
    assert len(colours) > (5 if scene == "loading" else 100)


def test_settings_are_seen_and_leave_no_trace():
    plain = snapshot.snapshot("pause", (640, 360)).copy()
    loud = snapshot.snapshot("pause", (640, 360), settings=VARIANTS["contrast"]).copy()
    assert not same(plain, loud)
    long = snapshot.snapshot("pause", (640, 360), settings=VARIANTS["pseudo"]).copy()
    assert not same(plain, long)
    assert text("Pause") == "Pause"
    assert same(plain, snapshot.snapshot("pause", (640, 360)))


def test_players_have_stars_on_the_journey():
    stage_settings = Settings()
    shot = snapshot.snapshot("journey", (1280, 720), settings=stage_settings).copy()
    assert not same(shot, snapshot.snapshot("players", (1280, 720)))


def test_all_scenes_are_drawn_into_a_folder(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("game.ui.window.CANVASES", {"640x360": (640, 360)})
    monkeypatch.setattr(snapshot, "CANVASES", {"640x360": (640, 360)})
    monkeypatch.setattr(snapshot, "SCENES", {name: SCENES[name] for name in ("title", "pause")})
    said = command(capsys, "screenshot", "--all", tmp_path / "new")
    assert (said.code, said.err) == (0, "")
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert names == {
        f"{scene}-640x360-{variant}.png"
        for scene in ("title", "pause")
        for variant in ("english", "pseudo", "contrast")
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("screenshot",), "'SCENE'"),
        (("screenshot", "title"), "'OUT.png'"),
        (("screenshot", "title", "a.png", "--all", "b"), "either"),
        (("screenshot", "--all", "b", "--level", "nowhere"), "--level"),
    ],
)
def test_commands_that_can_not_be(words, told, capsys):
    said = command(capsys, *words)
    assert said.code == 2
    assert told in said.err


def test_a_folder_that_can_not_be_written(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    said = command(capsys, "screenshot", "--all", tmp_path / "file")
    assert said.code == 1
    assert "can't be written" in said.err
