"""What a player does in a walk beside walking: dig too early, look nearer, pause, ask, listen."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import levels
from game.progress import Best
from game.sim.events import Ending
from game.ui.draw.zoom import STEPS
from game.ui.outcomes import LevelChosen
from game.ui.scenes.journey import Journey
from game.ui.scenes.pause import Pause
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.settings import Settings
from game.ui.sounds import NullSounds
from game.ui.tool_words import BUTTONS
from tests.levels_for_tests import BOWL
from tests.ui.scenes.hands import Hands
from tests.ui.scenes.player import Player

ALL_BUTTONS = BOWL.replace(
    "[[desert.parts]]",
    """[hand_out]
learning_rate = [1.0, 16.0]
momentum = [0.0, 0.95]
buttons = ["gust", "leap", "dig", "rewind"]

[[desert.parts]]""",
    1,
)
BLIND = BOWL.replace("[walk]", '[walk]\nsight = "blindfold"', 1)


class Ears(NullSounds):
    """Writes down what is played and beeped, and how strong the wind is."""

    def __init__(self):
        self.played, self.beeps, self.blows, self.waits = [], [], 0.0, {}

    def play(self, name, volume=1.0, pan=0.0, after_ms=0.0, caption=""):
        self.played.append(name)
        self.waits[name] = after_ms

    def forget(self):
        self.waits.clear()

    def beep(self, tone, pan):
        self.beeps.append((tone, pan))

    def wind(self, strength):
        self.blows = strength


@pytest.fixture
def player(tmp_path):
    made = Player(tmp_path / "home")
    made.app.stage.sounds = Ears()
    return made


@pytest.fixture
def enter(player, tmp_path):
    def opened(text=ALL_BUTTONS, **settings):
        if settings:
            player.app.stage.change(**settings)
        path = tmp_path / "bowl.toml"
        path.write_text(text, encoding="utf-8")
        player.scene.outcome = LevelChosen(str(path))
        player.run(40)
        player.load()
        assert isinstance(player.scene, Play)
        return player.scene

    return opened


# ---- digging too early


@pytest.mark.parametrize("device", ["keyboard", "mouse", "touch"])
def test_nobody_digs_before_the_first_step(player, enter, device):
    play = enter()
    dig = play.panels.buttons["dig"]
    assert dig.reason
    if device == "keyboard":
        player.key("d", ms=4000)
    elif device == "mouse":
        player.click(dig.rect.center, ms=4000)
    else:
        Hands(player, "touch").tap(dig.rect.center)
        player.run(4000)
    assert player.scene is play
    assert play.expedition.now.ending is None
    assert play.panels.speech.text == "Take a step first."
    player.key("space", ms=900)
    assert not play.panels.buttons["dig"].reason
    player.key("d")
    assert play.expedition.now.ending is Ending.DUG


@pytest.mark.parametrize("move", ["Step", "Walk"])
@pytest.mark.parametrize("device", ["keyboard", "mouse", "touch", "pad"])
def test_take_a_step_first_is_gone_with_the_step(player, enter, device, move):
    play = enter()
    hands = Hands(player, device)
    hands.press(play.panels.buttons["dig"])
    player.run(900)
    assert play.panels.speech.text == "Take a step first."
    hands.press(play.panels.buttons[move.lower()])
    player.run(1500)
    ring, dig = play.panels.ring, play.panels.buttons["dig"]
    assert len(play.expedition.states) > 1
    said = [play.panels.speech.text, dig.tip, dig.spoken]
    said += [ring._told().tip] if ring._told() else []
    assert not [line for line in said if "Take a step first" in line]


def test_after_going_back_to_the_start_there_is_again_nothing_to_dig(player, enter):
    play = enter()
    player.key("space", "backspace", "d", ms=900)
    assert play.expedition.now.ending is None
    player.until(Play, 100)


def test_two_presses_of_play_do_not_end_the_walk(player, enter):
    """The second one falls on whatever lies there in the level: on Dig, for one."""
    first = levels.shipped()[0].stem
    player.scene.outcome = LevelChosen(first)
    player.run(40)
    player.load()
    player.click(player.scene.panels.buttons["dig"].rect.center, ms=6000)
    assert isinstance(player.scene, Play)
    book = player.app.stage.book
    who = book.current.id if book.current else None
    assert book.best(who, first) == Best()


# ---- nearer


def test_starting_again_is_near_at_once_and_loses_no_picture(player, enter):
    play = enter()
    player.key("page up", "page up")
    player.key("space", "space", "space", ms=600)
    view = play.view
    player.key("r")
    assert play.view is view
    assert play.zoom.level == 2
    assert view.picture.camera.zoom == STEPS[2]
    x, y = view.footing.pixel(play.expedition.now.place)
    assert 100 < x < 1080
    assert 60 < y < 610
    assert len(view.walked) == 1


def test_buttons_on_the_screen_look_nearer_and_farther(player, enter):
    play = enter()
    keys = play.panels.keys
    assert keys.farther.reason
    for level in range(1, len(STEPS)):
        player.click(keys.nearer.rect.center)
        assert play.zoom.level == level
    assert keys.nearer.reason
    Hands(player, "touch").tap(play.panels.keys.farther.rect.center)
    assert play.zoom.level == len(STEPS) - 2
    for button in play.panels.keys.buttons:
        assert min(button.rect.size) >= 64


def test_the_speed_key_goes_round(player, enter):
    play = enter(speed=3)
    key = play.panels.keys.speed
    seen = []
    for _ in range(6):
        player.click(key.rect.center)
        seen.append(play.pace.speed)
        assert f"Speed {play.pace.speed + 1} of 5" in key.spoken
    assert seen == [4, 0, 1, 2, 3, 4]
    player.key("=")
    assert play.pace.speed == 4


# ---- the pause


def test_no_caption_and_no_tip_is_seen_in_a_pause(player, enter):
    def paused():
        player.key("escape", ms=80)
        assert isinstance(player.scene, Pause)
        shown = pygame.surfarray.array3d(player.surface).copy()
        player.key("escape", ms=2500)
        return shown

    play = enter(reduced_motion=True)
    player.point((640, 300))
    player.run(3000)
    play.update = lambda elapsed_ms: None  # the child's breath would make a difference
    player.run(40)
    plain = paused()
    player.app.stage.captions.show("A gust of wind", 60.0)
    player.point(play.panels._drops.rect.center)  # it has a tip, and looks the same pointed at
    play.panels.ring.update(900.0)
    player.run(200)
    assert player.app.overlays._strip.lines
    assert play.panels.ring._told_in is not None
    np.testing.assert_array_equal(paused(), plain)


def test_captions_keep_clear_of_tips(player, enter):
    play = enter()
    strip, ring = player.app.overlays._strip, play.panels.ring
    player.app.stage.captions.show("A gust of wind", 60.0)
    player.run(120)
    free = strip.place.copy()
    ring._tip.draw = lambda surface, text, rect, around: free  # a tip that lies right there
    player.point(play.panels.buttons["step"].rect.center)
    ring.update(900.0)
    player.run(80)
    assert ring._told_in == free
    assert not strip.place.colliderect(free)


# ---- names


def test_lines_follow_the_names(player, enter):
    text = ALL_BUTTONS.replace('opening = "Down."', 'opening = "More wind! Then leap."')
    text = text.replace('idea = "gradient descent"', 'idea = "x"\nhint = "Slide the step size up."')
    play = enter(text)
    assert play.panels.speech.text == "More wind! Then leap."
    player.key("n")
    assert play.panels.speech.text == "More wind (momentum)! Then leap (random restart)."
    assert play.pointers()[0].words == "Slide the step size (learning rate) up."
    player.key("n")
    assert play.panels.speech.text == "More wind! Then leap."


def test_grown_up_names_of_buttons_say_what_they_do():
    names = {name: words.name("grown-up") for name, words in BUTTONS.items()}
    assert names["dig"] == "Finish"
    assert names["leap"] == "Random restart"
    assert "stop" not in names["dig"].lower()
    assert len({words.name("grown-up") for words in BUTTONS.values()}) == len(BUTTONS)


# ---- listening and asking


def test_the_land_is_silent_in_a_pause_and_heard_again_afterwards(player, enter):
    play = enter(hear_land=True)
    ears = player.app.stage.sounds
    player.run(2000)
    assert ears.beeps
    play.sounds.pause()
    assert not play.sounds._hearing.listening
    play.sounds.go_on(play.expedition)
    player.key("escape", ms=200)
    before = len(ears.beeps)
    player.run(3000)
    assert len(ears.beeps) == before
    assert ears.blows == 0.0
    player.key("escape", ms=2000)
    assert player.scene is play
    assert len(ears.beeps) > before


def test_hearing_the_land_is_switched_on_and_off_in_mid_walk(player, enter):
    play = enter()
    ears = player.app.stage.sounds
    player.key("space", ms=1500)
    assert not ears.beeps
    for wished in (True, False):
        player.key("escape", ms=80)
        player.app.push(Settings(player.app.stage))
        player.run(80)
        player.app.stage.change(hear_land=wished)
        player.key("escape", ms=80)
        player.key("escape", ms=80)
        assert player.scene is play
        before = len(ears.beeps)
        player.run(3000)
        assert (len(ears.beeps) > before) is wished


def test_after_the_end_it_stays_silent(player, enter):
    play = enter(hear_land=True)
    player.key("space", "d", ms=100)
    assert play.expedition.now.ending is Ending.DUG
    play.sounds.go_on(play.expedition)
    assert not play.sounds._hearing.listening


def test_w_tells_where_the_child_is(player, enter):
    said = []
    play = enter()
    player.app.stage.say = said.append
    player.key("w")
    line = play.panels.speech.text
    assert said == [line]
    for part in ("Down is to the", "height of"):
        assert part in line
    player.key("space", "space", "space", ms=900)
    player.key("w")
    assert said[-1] == play.panels.speech.text != line


def test_what_reads_by_itself_says_it_once(player, enter):
    said = []
    enter(speak=True)
    player.run(1500)
    player.app.stage.say = said.append
    player.key("w")
    player.run(1500)
    assert Counter("Down is to the" in line for line in said)[True] == 1
    player.key("w", ms=1500)
    assert Counter("Down is to the" in line for line in said)[True] == 2


# ---- blindfold


def test_a_blindfolded_level_is_won_by_keys_and_beeps_and_then_revealed(player, enter):
    play = enter(BLIND)
    ears = player.app.stage.sounds
    player.run(2000)
    assert ears.beeps  # though hearing the land was not chosen
    assert play.view.gems_seen() == []
    assert not [w for w in play.panels.keys.buttons if w.intent and "zoom" in w.intent.value]
    player.key("page up")
    assert play.zoom.level == 0
    for _ in range(40):
        if play.expedition.now.ending is not None:
            break
        player.key("space", ms=700)
    assert play.expedition.now.ending is Ending.FOUND
    player.until(Results)
    assert player.scene.score.stars >= 2
    player.run(9000)
    player.key("escape")
    assert isinstance(player.scene, Journey)


def test_a_step_while_the_child_rests_finds_its_pictures_painted(player, enter):
    play = enter()
    player.run(2500)
    art = play.view._walker._art
    before, painted = art.painted, []
    player.key("space", ms=0)
    play.view._walker._art.cache.get = _counting(art.cache, painted)
    player.run(play.pace.period_us / 1000 - 60)
    poses = {key[0] for key in painted}
    assert before > 20
    assert not poses & {"walk", "run"}


def _counting(cache, made):
    get = type(cache).get

    def counted(key, make):
        def making():
            made.append(key)
            return make()

        return get(cache, key, making)

    return counted


# ---- what a walk leads to, and when


def test_the_fanfare_sounds_when_the_child_is_there(player, enter):
    play = enter()
    sounds = player.app.stage.sounds
    player.key("-", "-")
    while play.expedition.now.ending is None:
        player.key("space", ms=1600)
    assert play.expedition.now.ending is Ending.FOUND
    assert sounds.waits["win"] > 1000.0
    player.key("backspace")
    assert "win" not in sounds.waits


def test_joy_over_a_lesser_gem_passes(player, enter):
    play = enter()
    player.key("space", ms=100)
    found = replace(play.expedition.now, collected=frozenset({0}))
    play.walk.passage = replace(play.walk.passage, after=found)
    player.run(800)
    assert play.walk.passage.finds
    player.run(2000)
    assert not play.walk.passage.finds


def test_a_level_without_a_hint_has_no_empty_bubble_in_the_help(enter):
    assert enter(ALL_BUTTONS).pointers() == []
    with_hint = ALL_BUTTONS.replace('idea = "gradient descent"', 'idea = "x"\nhint = "Down."')
    assert [callout.words for callout in enter(with_hint).pointers()] == ["Down."]
