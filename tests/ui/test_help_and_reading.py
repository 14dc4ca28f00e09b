"""Help explains every part of a screen, and the voice says what matters, once."""

import pygame
import pytest

from game.settings import Settings
from game.store import Store
from game.ui.help import Help, HelpOverlay
from game.ui.reading import Reader, focused, screen
from game.ui.signals import Act, Intent, Point, Touch, Typed
from game.ui.stage import Scene, Stage
from game.ui.widgets.button import Button
from game.ui.widgets.callouts import Callout
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.panel import SpeechPanel, TitlePanel
from game.ui.widgets.text_entry import TextEntry

HELP, ESCAPE, STEP = Act(Intent.HELP), Act(Intent.BACK), Act(Intent.STEP)


class Voice:
    """Remembers what was said."""

    def __init__(self):
        self.said = []

    def say(self, words):
        self.said.append(words)


class Screen(Scene):
    """A title, a line of speech and as many buttons as wanted."""

    def __init__(self, stage, buttons=3):
        super().__init__(stage)
        theme = stage.theme
        self.speech = SpeechPanel(theme, pygame.Rect(500, 14, 400, 50), "Down I go.")
        self.buttons = [
            Button(
                theme,
                pygame.Rect(20 + 120 * (i % 10), 620 - 90 * (i // 10), 110, 76),
                f"B{i}",
                lambda: None,
                tip=f"What B{i} does.",
            )
            for i in range(buttons)
        ]
        title = TitlePanel(theme, pygame.Rect(18, 14, 390, 50), "3", "The Plain")
        self.ring = FocusRing(theme, [*self.buttons, self.speech, title])

    def draw(self, surface):
        surface.fill((226, 150, 86))
        self.ring.draw(surface)


@pytest.fixture
def stage(tmp_path, monkeypatch):
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))
    made = Stage(Settings(speak=True), Store(tmp_path), (1280, 720))
    made.voice = Voice()
    monkeypatch.setattr(made, "say", made.voice.say)
    return made


# ---- help


def test_any_key_goes_on_and_in_the_end_closes(stage):
    scene, help_ = Screen(stage, 30), Help(stage)
    assert not help_.handle(STEP, scene)
    assert help_.handle(HELP, scene)
    count = len(help_.overlay.leaves)
    assert count > 1
    for _ in range(count):
        assert help_.open
        assert help_.handle(STEP, scene), "the scene below must not move"
    assert not help_.open


@pytest.mark.parametrize("away", [HELP, ESCAPE])
def test_help_and_escape_close_at_once(stage, away):
    scene, help_ = Screen(stage, 30), Help(stage)
    help_.handle(HELP, scene)
    assert help_.handle(away, scene)
    assert not help_.open


def test_a_press_goes_on_and_moving_does_not(stage):
    scene, help_ = Screen(stage), Help(stage)
    help_.handle(HELP, scene)
    help_.handle(Point(Touch.MOVE, (5, 5)), scene)
    assert help_.open
    for _ in range(len(help_.overlay.leaves)):
        help_.handle(Point(Touch.PRESS, (5, 5)), scene)
        help_.handle(Point(Touch.RELEASE, (5, 5)), scene)
    assert not help_.open


def test_left_goes_back_a_leaf(stage):
    scene, help_ = Screen(stage, 30), Help(stage)
    help_.handle(HELP, scene)
    help_.handle(STEP, scene)
    assert help_.overlay.leaf == 1
    help_.handle(Act(Intent.LEFT), scene)
    assert help_.overlay.leaf == 0


@pytest.mark.parametrize("buttons", [1, 8, 30])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_part_is_explained(stage, buttons, scale):
    stage.change(text_scale=scale)
    scene = Screen(stage, buttons)
    overlay = HelpOverlay(stage.theme, scene.ring)
    told = [placed.callout.words for leaf in overlay.leaves for placed in leaf]
    assert sorted(told) == sorted(button.about for button in scene.buttons)
    assert overlay.fits


def test_a_shut_button_is_explained_by_what_it_is_for(stage):
    scene = Screen(stage)
    scene.buttons[0].reason = "Nothing to undo yet"
    overlay = HelpOverlay(stage.theme, scene.ring)
    assert "What B0 does." in [callout.words for callout in overlay.callouts]


def test_things_without_a_widget_are_explained_too(stage):
    scene, help_ = Screen(stage), Help(stage)
    scene.pointers = lambda: (Callout(pygame.Rect(600, 300, 60, 60), "The way down."),)
    help_.handle(HELP, scene)
    assert help_.overlay.callouts[0].words == "The way down."


def test_what_is_explained_stays_bright_and_the_rest_is_dimmed(stage):
    scene, help_ = Screen(stage, 1), Help(stage)
    surface = pygame.display.get_surface()
    scene.draw(surface)
    button, sand = scene.buttons[0].rect, surface.get_at((1200, 300))
    face = surface.get_at((button.centerx, button.top + 12))
    help_.handle(HELP, scene)
    help_.draw(surface)
    assert surface.get_at((button.centerx, button.top + 12)) == face
    assert sum(surface.get_at((1200, 300))[:3]) < sum(sand[:3]) * 0.7


def test_nothing_to_explain_opens_nothing(stage):
    help_ = Help(stage)
    assert not help_.handle(HELP, Scene(stage))
    assert not help_.open


def test_a_page_says_that_there_is_another(stage):
    scene, help_ = Screen(stage, 30), Help(stage)
    help_.handle(HELP, scene)
    count = len(help_.overlay.leaves)
    assert help_.overlay._foot_words() == f"Page 1 of {count}. Any key: next page."
    help_.overlay.turn(count - 1)
    assert help_.overlay._foot_words() == "Any key: back to the game."


def test_a_plate_on_which_nothing_is_said_is_not_explained(stage):
    scene = Screen(stage)
    scene.speech.tip = "What the child says."
    assert "What the child says." in HelpOverlay(stage.theme, scene.ring).spoken
    scene.speech.text = ""
    assert "What the child says." not in HelpOverlay(stage.theme, scene.ring).spoken


def test_help_is_read_aloud(stage):
    scene, help_ = Screen(stage, 2), Help(stage)
    help_.handle(HELP, scene)
    assert "What B0 does." in stage.voice.said[-1]


def test_a_letter_typed_into_a_name_asks_for_no_help(stage):
    scene, help_ = Screen(stage), Help(stage)
    rect = pygame.Rect(300, 300, 400, 76)
    scene.ring.widgets.append(TextEntry(stage.theme, rect, "", longest=12))
    surface = pygame.Surface((1280, 720))
    assert not help_.handle(HELP, scene)
    help_.handle(Typed("h"), scene)
    help_.draw(surface)
    assert not help_.open
    help_.handle(HELP, scene)
    help_.draw(surface)
    assert help_.open, "F1 types nothing"


# ---- reading


def frames(reader, scene, ms=1000.0):
    while ms > 0:
        reader.update(50.0, scene)
        ms -= 50.0


def test_a_new_screen_is_introduced(stage):
    scene, reader = Screen(stage), Reader(stage)
    frames(reader, scene)
    assert stage.voice.said == ["3: The Plain. Down I go."]


def test_focus_is_read_once_it_rests(stage):
    scene, reader = Screen(stage), Reader(stage)
    frames(reader, scene)
    for button in scene.buttons:  # hurrying past
        scene.ring.focus(button)
        frames(reader, scene, 100.0)
    frames(reader, scene)
    assert stage.voice.said[1:] == ["B2. What B2 does."]


def test_new_words_of_the_child_are_read(stage):
    scene, reader = Screen(stage), Reader(stage)
    frames(reader, scene)
    scene.speech.text = "It is steep here!"
    frames(reader, scene)
    assert stage.voice.said[-1] == "It is steep here!"
    assert len(stage.voice.said) == 2


def test_nothing_is_read_by_itself_unless_wanted(stage):
    stage.change(speak=False)
    scene, reader = Screen(stage), Reader(stage)
    frames(reader, scene)
    scene.ring.focus(scene.buttons[0])
    frames(reader, scene)
    assert stage.voice.said == []


def test_the_key_reads_the_whole_screen_all_the_same(stage):
    stage.change(speak=False)
    scene, reader = Screen(stage), Reader(stage)
    assert reader.handle(Act(Intent.READ), scene)
    (said,) = stage.voice.said
    assert said.index("3: The Plain") < said.index("B0") < said.index("Down I go.")
    assert not reader.handle(STEP, scene)


def test_every_widget_says_something(stage):
    scene = Screen(stage)
    scene.buttons[0].reason = "Needs 2 water"
    scene.ring.focus(scene.buttons[0])
    assert "Needs 2 water" in focused(scene.ring)
    assert screen(Scene(stage)) == ""


def test_another_page_of_the_same_screen_is_introduced(stage):
    scene, reader = Screen(stage), Reader(stage)
    frames(reader, scene)
    scene.ring = FocusRing(stage.theme, [scene.buttons[0]])
    scene.ring.heading = "Remove Nova? All stars will be gone."
    scene.ring.focus(scene.buttons[0])
    frames(reader, scene)
    assert stage.voice.said[-1] == "Remove Nova? All stars will be gone. B0. What B0 does."


def test_an_open_help_is_read_when_asked_and_stays(stage):
    stage.change(speak=False)
    scene, help_ = Screen(stage), Help(stage)
    help_.handle(HELP, scene)
    assert stage.voice.said == []
    assert help_.handle(Act(Intent.READ), scene)
    assert help_.open
    assert "What B0 does." in stage.voice.said[-1]
