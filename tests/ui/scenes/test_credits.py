"""The credits name everything that the game is made of."""

import re
from pathlib import Path

import pygame
import pytest

from game.settings import Settings
from game.store import Store
from game.ui.scenes.credits import CREDITS, LIBRARIES, Credits, paragraphs, read_markdown
from game.ui.signals import Act, Intent, Point, Touch
from game.ui.stage import Back, Stage

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def scene(tmp_path):
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))
    made = Credits(Stage(Settings(), Store(tmp_path), (1280, 720)))
    made.arrange()
    return made


def test_every_library_that_is_installed_with_the_game_is_named():
    wanted = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"\ndependencies = \[(.*?)\]", wanted, re.S)[1]
    names = set(re.findall(r'"([A-Za-z-]+?)[>;\s=]', block))
    fonts = {"font-fredoka-one", "font-manrope"}
    assert names - fonts <= {name for name, _ in LIBRARIES}
    told = " ".join(part.words for part in paragraphs())
    assert "Fredoka One" in told
    assert "Manrope" in told


def test_the_file_of_the_assets_is_told_whole():
    told = " ".join(part.words for part in paragraphs())
    for line in CREDITS.read_text(encoding="utf-8").splitlines():
        for word in re.findall(r"[A-Za-z_]+\.(?:py|jpg|ogg|wav)", line):
            assert word in told, word


def test_markdown_becomes_paragraphs(tmp_path):
    file = tmp_path / "x.md"
    file.write_text("# Head\n\n| a | b |\n|---|---|\n| `one` | two |\n\nlong\nline\n\nnext\n")
    found = read_markdown(file)
    assert [(p.words, p.kind) for p in found] == [
        ("Head", "heading"),
        ("a: b", "body"),
        ("one: two", "body"),
        ("long line", "body"),
        ("next", "body"),
    ]
    assert read_markdown(tmp_path / "none.md") == []


def test_arrows_wheel_and_drag_scroll_to_the_end(scene):
    scroll = scene.scroll
    scene.handle(Act(Intent.DOWN))
    for _ in range(60):
        scene.handle(Act(Intent.DOWN))
        if scroll.offset == scroll.most:
            break
    assert scroll.offset == scroll.most > 0
    scene.handle(Act(Intent.FIRST))
    assert scroll.offset == 0
    scene.handle(Point(Touch.WHEEL, scroll.rect.center, -1))
    assert scroll.offset > 0
    before, (x, y) = scroll.offset, scroll.rect.center
    for kind, at in ((Touch.PRESS, y), (Touch.MOVE, y - 100), (Touch.RELEASE, y - 100)):
        scene.handle(Point(kind, (x, at)))
    assert scroll.offset == min(before + 100, scroll.most)


def test_arrows_go_on_at_the_end_and_escape_leaves(scene):
    scene.handle(Act(Intent.LAST))
    scene.handle(Act(Intent.DOWN))
    assert scene.ring.current is not scene.scroll
    scene.handle(Act(Intent.BACK))
    assert scene.outcome == Back()
