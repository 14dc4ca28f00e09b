"""Whole levels, from the list to the results and back, by real key and mouse events."""

import numpy as np
import pytest

from game import levels
from game.progress import result_of
from game.sim.events import Ending
from game.text import text
from game.ui.outcomes import LevelChosen, WatchWalk
from game.ui.scenes.journey import Journey
from game.ui.scenes.loading import Loading
from game.ui.scenes.pause import Pause
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.title import Title
from game.ui.signals import Unplugged
from tests.ui.scenes.hands import DEVICES, Hands
from tests.ui.scenes.player import Player

FIRST = levels.shipped()[0]
WITH_SLIDER = [path.stem for path in levels.shipped()].index("05-antlion")


@pytest.fixture
def player(tmp_path):
    return Player(tmp_path)


def enter(player, at=0):
    """Choose a level of the journey, and wait for its land."""
    player.scene.outcome = LevelChosen(levels.shipped()[at].stem)
    player.run(40)
    assert isinstance(player.scene, Loading)
    player.load()
    assert isinstance(player.scene, Play)


def button(player, label):
    ring = player.scene.panels.ring if isinstance(player.scene, Play) else player.scene.ring
    return next(w for w in ring.widgets if getattr(w, "label", None) == label)


@pytest.mark.parametrize("at", range(len(levels.shipped())))
def test_each_level_is_walked_to_its_results_by_keys_alone(player, at):
    enter(player, at)
    assert player.scene.site.level.slug == levels.shipped()[at].stem
    player.key("space", ms=1500)
    assert len(player.scene.expedition.states) == 2
    player.key("=", "=", "return")
    assert player.scene.pace.running
    player.until(Results)
    assert player.scene.expedition.now.ending is not None
    player.run(8000)
    player.key("escape")
    assert isinstance(player.scene, Journey)


@pytest.mark.parametrize("at", range(len(levels.shipped())))
def test_each_level_is_walked_to_its_results_by_mouse_alone(player, at):
    enter(player, at)
    player.click(button(player, "Step").rect.center, ms=1500)
    assert len(player.scene.expedition.states) == 2
    player.click(button(player, "Dig").rect.center)
    player.until(Results)
    assert player.scene.expedition.now.ending is Ending.DUG
    player.run(8000)
    player.click(button(player, "Again").rect.center)
    assert isinstance(player.scene, Play)
    assert len(player.scene.expedition.states) == 1


@pytest.mark.parametrize("device", DEVICES)
def test_a_level_is_won_by_every_device(player, device):
    hands = Hands(player, device)
    enter(player)
    hands.press(button(player, "Step"))
    player.run(1500)
    assert len(player.scene.expedition.states) == 2
    hands.press(button(player, "Walk"))
    player.until(Results)
    assert player.scene.expedition.now.ending is Ending.FOUND
    player.run(8000)
    hands.press(button(player, "Levels"))
    assert isinstance(player.scene, Journey)


def test_what_is_shown_is_the_walk(player):
    enter(player)
    player.key("space", "space", "space", ms=800)
    walk = player.scene.expedition
    player.run(3000)
    assert player.scene.panels.chart.heights == [state.height for state in walk.states]
    assert player.scene.walk.passage.after is walk.now


def test_rewind_restart_and_speed(player):
    enter(player)
    player.key("space", "space", ms=1000)
    before = player.scene.expedition.states[1]
    player.key("backspace", ms=600)
    assert player.scene.expedition.now is before
    assert player.scene.expedition.rewinds == 1
    player.key("r")
    assert len(player.scene.expedition.states) == 1
    assert player.scene.expedition.rewinds == 0
    speed = player.scene.pace.speed
    player.key("-")
    assert player.scene.pace.speed == speed - 1


def test_rewinding_at_the_start_only_says_so(player):
    enter(player)
    player.key("backspace")
    assert player.scene.expedition.rewinds == 0


def test_a_slider_moves_by_keys_and_mouse_and_changes_the_walk(player):
    enter(player, WITH_SLIDER)
    slider = player.scene.panels.tools.sliders["learning_rate"]
    first = player.scene.expedition.now.tools.learning_rate
    player.drag(slider.track.midright, slider.track.midleft)
    low = player.scene.expedition.now.tools.learning_rate
    assert low < first or low == slider.scale.low
    assert low == slider.value == slider.scale.low
    player.key("right")
    assert player.scene.expedition.now.tools.learning_rate > low
    assert slider.value == player.scene.expedition.now.tools.learning_rate
    place = player.scene.expedition.now.place
    player.key("space")
    moved = player.scene.expedition.now.place - place
    wanted = -slider.value * player.scene.expedition.states[0].slope
    np.testing.assert_allclose(moved, wanted)


def test_names_switch_by_a_key_and_the_walk_goes_on(player):
    enter(player, WITH_SLIDER)
    player.key("space", ms=900)
    walk = player.scene.expedition
    assert button(player, "Walk")
    player.key("n")
    assert player.scene.expedition is walk
    assert button(player, "Run")
    assert player.scene.panels.tools.sliders["learning_rate"].name == "Learning rate"


def test_speed_changes_how_fast_not_where(player):
    def walked(speed):
        player.key("r")
        player.scene._set_speed(speed)
        player.key("return")
        player.until(Results)
        path = np.array([state.place for state in player.scene.expedition.states])
        player.run(8000)
        player.key("r")
        return path

    enter(player)
    slow, fast = walked(1), walked(4)
    np.testing.assert_array_equal(slow, fast)


def test_escape_leads_back_from_everywhere(player):
    enter(player)
    player.key("escape")
    assert isinstance(player.scene, Pause)
    player.key("escape")
    assert isinstance(player.scene, Play)
    player.key("escape")
    player.click(button(player, "To the journey").rect.center, ms=100)
    assert isinstance(player.scene, Journey)
    player.key("escape")
    assert isinstance(player.scene, Title)


def test_pausing_loses_nothing_and_restarting_begins_anew(player):
    enter(player)
    player.key("space", "space", ms=900)
    walk = player.scene.expedition
    player.key("return", "p")
    assert isinstance(player.scene, Pause)
    steps = len(walk.states)
    player.run(3000)
    player.key("p")
    assert player.scene.expedition is walk
    assert len(walk.states) == steps
    assert not player.scene.pace.running
    player.key("escape")
    player.click(button(player, "Start again").rect.center)
    assert len(player.scene.expedition.states) == 1


def test_loading_can_be_given_up(player):
    player.scene.outcome = LevelChosen(levels.shipped()[0].stem)
    player.run(40)
    player.key("escape")
    assert isinstance(player.scene, Journey)


def test_a_level_that_breaks_while_loading_is_told_and_the_list_stays(player, tmp_path):
    broken = tmp_path / "99-broken.toml"
    broken.write_text('name = "x"', encoding="utf-8")
    player.scene.outcome = LevelChosen(str(broken))
    player.run(100)
    player.load()
    assert isinstance(player.scene, Journey)
    player.run(200)
    assert "99-broken.toml" in player.scene.message.text


def test_the_ghost_mark_is_where_the_next_step_lands(player):
    enter(player)
    ahead = player.scene.view._ahead.place
    player.key("space")
    np.testing.assert_array_equal(player.scene.expedition.now.place, ahead)


def test_the_reveal_can_be_cut_short_or_left(player):
    enter(player)
    player.key("space", "d")
    player.until(Results)
    player.key("space")
    assert player.scene._time_ms >= 2400
    player.key("r")
    assert isinstance(player.scene, Play)
    player.key("space", "d")
    player.until(Results)
    player.key("escape")
    assert isinstance(player.scene, Journey)


def test_a_stored_walk_is_watched_to_its_end_and_changes_no_record(player):
    enter(player, WITH_SLIDER)
    slider = player.scene.panels.tools.sliders["learning_rate"]
    player.drag(slider.track.center, slider.track.midleft)
    player.key("space", "space", "d", ms=900)
    player.until(Results)
    walked = player.scene.expedition
    code = result_of(player.scene.site, walked).walk
    player.key("escape")
    player.scene.outcome = WatchWalk(code)
    player.run(100)
    player.load()
    player.key("space")
    assert len(player.scene.expedition.states) == 1
    player.key("return")
    player.until(Results)
    watched = player.scene.expedition
    assert watched.commands == walked.commands
    assert watched.now.place.tobytes() == walked.now.place.tobytes()
    assert player.scene._watched


def test_a_walk_pauses_when_the_controller_is_pulled_out(player):
    enter(player)
    player.key("return")
    assert player.scene.handle(Unplugged())
    player.run(80)
    assert isinstance(player.scene, Pause)


def test_the_next_level_takes_the_place_of_the_finished_one(player):
    enter(player)
    depth = len(player.app.scenes)
    player.key("space", "d")
    player.until(Results)
    player.run(8000)
    player.click(button(player, "Next").rect.center)
    player.load()
    assert isinstance(player.scene, Play)
    assert player.scene.site.level.slug == levels.shipped()[1].stem
    assert len(player.app.scenes) == depth


def test_what_the_child_says_follows_another_language(player):
    enter(player)
    scene = player.scene
    english = scene.panels.speech.text
    player.app.stage.change(language="de")
    player.run(50)
    opening = scene.panels.speech.text
    assert opening == text(scene.site.level.opening) != english
    player.key("space", ms=1500)
    german = scene.panels.speech.text
    player.app.stage.change(language="en")
    player.run(50)
    assert scene.panels.speech.text not in {german, opening, english}
