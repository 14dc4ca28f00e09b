"""What a teacher chose and locked holds, by whatever device and way it is tried to get around."""

import pygame
import pytest

from game import levels
from game.course import LOCKABLE, lock_of, read_course
from game.progress import result_of
from game.sim.expedition import replay
from game.ui.outcomes import LevelChosen, WatchWalk
from game.ui.scenes.journey import Journey
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.settings import Settings
from game.ui.signals import Intent
from tests.levels_for_tests import BOWL
from tests.ui.scenes.hands import Hands
from tests.ui.scenes.player import Player

KEYS = ("left", "right", "home", "end", "pageup", "pagedown", "up", "down")
ALL_TOOLS = BOWL.replace(
    "[[desert.parts]]",
    """[hand_out]
learning_rate = [1.0, 16.0]
momentum = [0.0, 0.95]
shrink = [0.8, 1.0]
noise = [0.0, 1.0]
leap_reach = [4.0, 20.0]
optimizers = ["gradient_descent", "momentum", "adam"]
schedules = ["constant", "exponential", "cosine"]
buttons = ["gust", "leap", "dig", "rewind"]

[[desert.parts]]""",
    1,
).replace("start = [22.0, 30.0]", "start = [22.0, 30.0]\nseed = 3")
EVERYTHING = frozenset(LOCKABLE)
TRIED = (Intent.GUST, Intent.LEAP, Intent.DIG, Intent.REWIND)


def button(scene, label):
    return next((w for w in scene.ring.widgets if getattr(w, "label", "") == label), None)


def sliders(play):
    return play.panels.tools.sliders


def brought_up(play, tool):
    """Turn to the page that a tool is on; False where it does nothing with this gear."""
    for _ in range(len(sliders(play)) + 2):
        if tool.visible:
            return True
        play.panels.turn_tools()
    return False


def to_low_end(player, name):
    """Drag a slider to its low end, on whatever page of tools it is."""
    slider = sliders(player.scene)[name]
    if brought_up(player.scene, slider):
        player.drag(slider.track.midright, slider.track.midleft)


def open_level(player, name, locked=EVERYTHING):
    player.app.stage.locked = locked
    player.scene.outcome = LevelChosen(str(name))
    player.run(40)
    player.load()
    assert isinstance(player.scene, Play)
    return player.scene


@pytest.fixture
def player(tmp_path):
    return Player(tmp_path / "home")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "all-tools.toml"
    path.write_text(ALL_TOOLS, encoding="utf-8")
    return path


def shaken(player, device="keyboard"):
    """Every tool on every page tried with every key, click, drag, wheel or finger."""
    hands, play = Hands(player, device), player.scene
    for tool in (*sliders(play).values(), play.panels.tools.gear, play.panels.tools.schedule):
        if not brought_up(play, tool):
            continue
        if device == "mouse":
            player.drag(tool.rect.midright, tool.rect.midleft)
            player.drag(tool.rect.bottomright, tool.rect.bottomleft)
            player.click((tool.rect.left + 4, tool.rect.bottom - 6))
            for turn in (1, -1):
                player.app.offer(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=turn, flipped=False))
            player.run(40)
        elif device == "touch":
            hands.tap((tool.rect.left + 4, tool.rect.bottom - 6))
        else:
            hands.reach(play.panels.ring.stops.index(tool))
            player.key(*KEYS)
    for button in [stop for stop in play.panels.ring.stops if stop.intent in TRIED]:
        if device == "keyboard":
            hands.reach(play.panels.ring.stops.index(button))
            player.key("return")
        else:
            hands.tap(button.rect.center)
    assert player.scene is play


@pytest.mark.parametrize("device", ["keyboard", "mouse", "touch"])
def test_with_all_locked_nothing_but_the_walk_goes_on(player, file, device):
    play = open_level(player, file)
    player.key("space", ms=900)
    before = play.expedition.now
    shaken(player, device)
    player.key("g", "l", "d", "backspace", "z")
    assert play.expedition.now is before
    assert play.expedition.rewinds == 0
    assert {lock_of(command) for command in play.expedition.commands} == {""}
    player.key("space", ms=900)
    assert play.expedition.now.steps == before.steps + 1


def test_without_locks_the_same_hands_change_everything(player, file):
    """Or else the test above would prove nothing."""
    play = open_level(player, file, frozenset())
    player.key("space", ms=900)
    for device in ("keyboard", "mouse"):
        before = play.expedition.now.tools
        hands = Hands(player, device)
        for name, slider in sliders(play).items():
            if device == "mouse":
                to_low_end(player, name)
            else:
                if not brought_up(play, slider):
                    continue
                hands.reach(play.panels.ring.stops.index(slider))
                player.key("right", "end")
        assert play.expedition.now.tools != before
    player.key("backspace")
    assert play.expedition.rewinds == 1


@pytest.mark.parametrize("button", ["a", "b", "x", "y", "leftshoulder", "rightshoulder"])
def test_no_button_of_a_pad_gets_around_a_lock(player, file, button):
    play = open_level(player, file)
    player.key("space", ms=900)
    before = play.expedition.now.tools
    Hands(player, "pad").button(button)
    player.run(900)
    assert play.expedition.now.tools == before
    assert play.expedition.rewinds == 0
    assert {lock_of(command) for command in play.expedition.commands} == {""}


@pytest.mark.parametrize("name", ["learning_rate", "momentum", "gust", "leap", "dig", "rewind"])
def test_one_lock_stops_one_tool_alone(player, file, name):
    play = open_level(player, file, frozenset({name}))
    found = {key for key, slider in sliders(play).items() if slider.reason}
    assert found == {name} & set(sliders(play))
    player.key("space", ms=900)
    stops = play.panels.ring.stops
    shut = {stop.intent.value for stop in stops if stop.intent in TRIED and stop.reason}
    assert shut == {name} & {intent.value for intent in TRIED}


def test_who_tries_is_told_why(player, file):
    play = open_level(player, file)
    slider = sliders(play)["learning_rate"]
    to_low_end(player, "learning_rate")
    assert play.panels.speech.text == "Your teacher locked this."
    assert slider.tip == "Your teacher locked this."
    assert "Your teacher locked this." in slider.spoken


@pytest.mark.parametrize("lock", ["shrink", "schedule"])
def test_a_locked_schedule_is_not_changed_by_its_slider(player, file, lock):
    play = open_level(player, file, read_course([], [lock]).locked)
    assert sliders(play)["shrink"].reason
    assert play.panels.tools.schedule.reason
    assert not play.panels.tools.gear.reason


def test_locks_hold_after_names_are_switched_and_the_level_is_started_anew(player, file):
    play = open_level(player, file)
    player.key("n", "r")
    to_low_end(player, "learning_rate")
    assert play.expedition.now.tools == play.site.setup.tools


def test_a_stored_walk_is_watched_as_it_was(player):
    play = open_level(player, "05-antlion", frozenset())
    to_low_end(player, "learning_rate")
    player.key("space", "space", ms=900)
    walk = result_of(play.site, play.expedition).walk
    wanted = play.expedition
    player.key("escape", ms=200)
    player.app.stage.locked = EVERYTHING
    while not isinstance(player.scene, Journey):
        player.app.scenes.pop()
    player.scene.outcome = WatchWalk(walk)
    player.run(40)
    player.load()
    player.key("space", ms=200)  # only watching
    for _ in range(2):
        player.scene._move(player.scene.walk.next_move())
    watched = player.scene.expedition
    assert watched.now.tools == wanted.now.tools
    assert (watched.now.place == replay(wanted.setup, wanted.commands).now.place).all()


# ---- the teacher's choice of levels


def journey(player, *wanted):
    player.app.stage.course = read_course(wanted, []).levels
    player.app.stage.change(all_levels=False)
    while player.app.scenes and not isinstance(player.scene, Journey):
        player.app.scenes.pop()
    player.app.scenes.pop()
    player.app.push(Journey(player.app.stage))
    player.run(40)
    return player.scene


def test_the_journey_has_the_chosen_levels_alone_all_open_in_their_order(player, file):
    last, first = levels.shipped()[-1].stem, levels.shipped()[0].stem
    scene = journey(player, last, first, str(file))
    assert scene.slugs == [last, first, "all-tools"]
    assert [stop.said.reason for stop in scene.stops.values()] == [""] * len(scene.stops)
    assert set(scene.stops) <= set(scene.slugs)


def test_next_leads_along_the_chosen_levels_and_ends_with_them(player, file):
    last, first = levels.shipped()[-1].stem, levels.shipped()[0].stem
    scene = journey(player, last, str(file), first)
    scene.outcome = LevelChosen(scene.opens[last])
    player.run(40)
    player.load()
    for wanted in ("all-tools", first):
        player.key("space", "d")
        player.until(Results)
        player.run(8000)
        player.click(button(player.scene, "Next").rect.center)
        player.load()
        assert isinstance(player.scene, Play)
        assert player.scene.site.level.slug == wanted
    player.key("space", "d")
    player.until(Results)
    player.run(8000)
    assert button(player.scene, "Next") is None


def test_the_settings_say_so(player):
    scene = Settings(player.app.stage, "play")
    player.app.push(scene)
    player.run(80)
    assert "teacher" not in scene._said.text
    player.app.stage.course = read_course(["1"], []).levels
    player.app.stage.locked = EVERYTHING
    player.run(80)
    assert "Your teacher chose these levels." in scene._said.text
    assert "Your teacher locked some tools." in scene._said.text
