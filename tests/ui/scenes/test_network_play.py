"""Playing in a network's desert: the panel stands beside it and lives with the walk."""

import pytest

from game.sim.events import Ending
from game.ui.outcomes import LevelChosen
from game.ui.scenes.network_panel import NetworkPanel
from game.ui.scenes.play import Play
from tests.ui.scenes.player import Player


@pytest.fixture
def player(tmp_path):
    return Player(tmp_path)


def enter(player, slug):
    player.scene.outcome = LevelChosen(slug)
    player.run(40)
    player.load()
    assert isinstance(player.scene, Play)


def guesses_of(player):
    return [guess.outputs for guess in player.scene.panels.side.guesses]


def test_the_panel_lives_with_the_walk_and_with_going_back(player):
    enter(player, "26-tone-guesser")
    panel = player.scene.panels.side
    assert isinstance(panel, NetworkPanel)
    assert panel.fits
    before = guesses_of(player)
    player.key("space", "space", ms=600)
    assert guesses_of(player) != before
    player.key("backspace", "backspace", ms=600)
    assert guesses_of(player) == before


def test_a_press_works_out_the_next_message(player):
    enter(player, "26-tone-guesser")
    panel = player.scene.panels.side
    first = panel.worked_out.message
    player.click(panel.rect.center)
    assert player.scene.panels.side.worked_out.message != first


def test_messages_are_a_slider_of_whole_numbers_that_changes_what_is_felt(player):
    enter(player, "27-trembling-ground")
    slider = player.scene.panels.tools.sliders["batch_size"]
    assert slider.visible
    assert slider.scale.values == tuple(float(n) for n in range(1, 49))
    assert player.scene.expedition.now.tools.batch_size == 1
    slider.on_change(48.0)
    assert player.scene.expedition.now.tools.batch_size == 48
    player.key("space", ms=600)
    states = player.scene.expedition.states
    assert (states[1].felt == states[0].slope).all()


def test_the_level_is_won_by_hand(player):
    enter(player, "27-trembling-ground")
    player.scene.panels.tools.sliders["batch_size"].on_change(32.0)
    for _ in range(45):
        if player.scene.expedition.now.ending is not None:
            break
        player.key("space", ms=40)
    assert player.scene.expedition.now.ending is Ending.FOUND


def test_other_deserts_have_no_such_panel(player):
    enter(player, "05-antlion")
    assert player.scene.panels.side is None
