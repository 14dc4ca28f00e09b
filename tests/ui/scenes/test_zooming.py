"""Looking nearer in play by keys and wheel; panels stay where they are."""

import pygame
import pytest

from game import levels
from game.ui.draw.zoom import STEPS
from game.ui.outcomes import LevelChosen
from game.ui.scenes.play import Play
from tests.ui.scenes.player import Player


@pytest.fixture
def player(tmp_path):
    made = Player(tmp_path, (640, 360))
    made.scene.outcome = LevelChosen(levels.shipped()[0].stem)
    made.run(50)
    made.load()
    assert isinstance(made.scene, Play)
    return made


def wheel(player, pixel, notches):
    player.point(pixel)
    player.app.offer(
        pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notches, flipped=False, touch=False, pos=pixel)
    )
    player.run(40)


def zoom_of(player):
    return player.scene.view.picture.camera.zoom


@pytest.mark.parametrize(("nearer", "farther"), [("page up", "page down"), ("]", "[")])
def test_keys_zoom_in_and_out(player, nearer, farther):
    player.key(nearer, nearer)
    assert zoom_of(player) == STEPS[2]
    player.key(farther, farther, farther)
    assert zoom_of(player) == STEPS[0]


def test_the_wheel_zooms_over_the_desert_but_not_over_a_slider(player):
    wheel(player, (250, 200), 1)
    assert zoom_of(player) == STEPS[1]
    wheel(player, (250, 200), -1)
    assert zoom_of(player) == STEPS[0]


def test_panels_stay_and_the_walk_goes_on(player):
    places = [widget.rect.copy() for widget in player.scene.panels.ring.widgets]
    player.key("page up", "page up")
    player.key("space", ms=900)
    assert len(player.scene.expedition.states) == 2
    assert [widget.rect for widget in player.scene.panels.ring.widgets] == places


def test_starting_again_keeps_the_zoom(player):
    player.key("page up", "page up")
    player.scene._restart()
    player.run(80)
    assert zoom_of(player) == STEPS[2]


def test_leaving_ends_the_painting(player):
    player.key("page up")
    job = player.scene.zoom._job
    player.scene.close()
    assert player.scene.zoom._job is None
    assert job is None or job._report.stop.is_set()
