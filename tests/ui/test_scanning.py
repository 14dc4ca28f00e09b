"""One button is enough for everything."""

import pygame
import pytest

from game.settings import Settings
from game.sim.events import Ending
from game.store import Store
from game.ui.app import App
from game.ui.outcomes import LevelChosen
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.signals import Act, Intent
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets.button import Button
from game.ui.widgets.callouts import Callout
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.scale import SliderScale
from game.ui.widgets.slider import Slider
from tests.ui.scenes.hands import Hands
from tests.ui.scenes.player import Player

SIZE = (640, 360)
WAIT_MS = 600


class Desk(Scene):
    """Two buttons, one that cannot be used, and a slider."""

    def arrange(self):
        theme, self.log = self.stage.theme, []
        at = lambda left: pygame.Rect(left, 200, 100, 80)  # noqa: E731
        self.one = Button(theme, at(10), "One", lambda: self.log.append(1))
        self.shut = Button(theme, at(120), "Shut", lambda: self.log.append("shut"))
        self.shut.reason = "Locked"
        self.two = Button(theme, at(230), "Two", lambda: self.log.append(2), intent=Intent.GUST)
        self.slider = Slider(theme, at(340), "Size", SliderScale(0, 1, 29), 0.5)
        self.ring = FocusRing(theme, [self.one, self.shut, self.two, self.slider])

    def handle(self, signal):
        if isinstance(signal, Act) and signal.intent is Intent.BACK:
            self.outcome = Back()
        return self.ring.handle(signal)


class Table:
    """An app with the desk on it."""

    def __init__(self, folder, **settings):
        pygame.display.init()
        self.surface = pygame.display.set_mode(SIZE)
        stage = Stage(Settings().changed(scan_seconds=0.6, **settings), Store(folder), SIZE)
        self.app = App(stage, {}, self.surface)
        self.desk = Desk(stage)
        self.app.push(self.desk)
        self.wait(20)

    def wait(self, ms):
        for _ in range(round(ms / 20)):
            self.app.frame(20.0)

    def send(self, kind, **what):
        self.app.offer(pygame.event.Event(kind, **what))

    def key(self, code=pygame.K_SPACE, mod=0):
        self.send(pygame.KEYDOWN, key=code, mod=mod, unicode="")
        self.send(pygame.KEYUP, key=code, mod=mod)
        self.wait(200)


@pytest.fixture
def table(tmp_path):
    return Table(tmp_path, one_button=True)


def test_the_focus_wanders_over_all_that_can_be_used(table):
    desk, seen = table.desk, []
    for _ in range(4):
        seen.append(desk.ring.current)
        table.wait(WAIT_MS)
    assert seen == [desk.one, desk.two, desk.slider, desk.one]
    assert desk.ring.shown


def test_without_the_setting_nothing_wanders(tmp_path):
    table = Table(tmp_path)
    table.wait(5000)
    assert table.desk.ring.current is None
    table.send(pygame.MOUSEBUTTONDOWN, pos=(600, 20), button=1, touch=False)
    assert table.desk.log == []


SWITCHES = {
    "space": (pygame.KEYDOWN, {"key": pygame.K_SPACE, "mod": 0, "unicode": " "}),
    "enter": (pygame.KEYDOWN, {"key": pygame.K_RETURN, "mod": 0, "unicode": ""}),
    "pad": (pygame.CONTROLLERBUTTONDOWN, {"instance_id": 0, "button": 0}),
    "mouse": (pygame.MOUSEBUTTONDOWN, {"pos": (600, 20), "button": 1, "touch": False}),
    "finger": (
        pygame.FINGERDOWN,
        {"touch_id": 1, "finger_id": 1, "x": 0.9, "y": 0.1, "dx": 0.0, "dy": 0.0},
    ),
}


@pytest.mark.parametrize("switch", SWITCHES)
def test_every_switch_presses_what_is_framed_wherever_it_is_pressed(table, switch):
    kind, what = SWITCHES[switch]
    table.wait(WAIT_MS)
    table.send(kind, **what)
    assert table.desk.log == [2]


def test_the_switch_works_whatever_the_keys_are_bound_to(table):
    table.app.stage.change(bindings={"activate": ("q",), "step": (), "run": ()})
    table.wait(20)
    table.key(pygame.K_SPACE)
    assert table.desk.log == [1]
    table.key(pygame.K_q)
    assert table.desk.log == [1, 1]


def test_a_press_keeps_the_focus_there_for_another_one(table):
    table.wait(WAIT_MS - 100)
    table.key()
    table.wait(300)
    table.key()
    assert table.desk.log == [1, 1]


def test_a_held_or_trembling_switch_presses_once(table):
    for _ in range(3):
        table.send(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ")
        table.wait(200)
    assert len(table.desk.log) == 1
    for _ in range(2):
        table.send(pygame.MOUSEBUTTONDOWN, pos=(600, 20), button=1, touch=False)
        table.send(pygame.MOUSEBUTTONUP, pos=(600, 20), button=1, touch=False)
    assert len(table.desk.log) == 2


def test_the_mouse_neither_points_nor_presses_where_it_is(table):
    at = table.desk.two.rect.center
    table.send(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(0, 0, 0), touch=False)
    assert not table.desk.two.hovered
    table.send(pygame.MOUSEBUTTONDOWN, pos=at, button=1, touch=False)
    table.send(pygame.MOUSEBUTTONUP, pos=at, button=1, touch=False)
    assert table.desk.log == [1]


def test_other_keys_are_a_helpers(table):
    table.key(pygame.K_g)
    assert table.desk.log == [2]
    table.key(pygame.K_ESCAPE)
    assert table.app.scenes == []


def test_a_slider_is_moved_left_and_right_and_left_again(table):
    slider = table.desk.slider
    table.wait(2 * WAIT_MS)
    assert table.desk.ring.current is slider
    table.key()
    scanner = table.app.scanner
    assert (scanner.slider, scanner.choice) == (slider, 0)
    table.key()
    assert slider.value < 0.5
    table.wait(WAIT_MS)
    before = slider.value
    table.key()
    table.key()
    table.key()
    assert slider.value > before
    low = slider.value
    table.wait(WAIT_MS)
    table.key()
    assert scanner.slider is None
    assert slider.value == low
    table.wait(WAIT_MS)
    assert table.desk.ring.current is table.desk.one


def test_the_choices_of_a_slider_are_drawn_over_everything(table):
    table.wait(2 * WAIT_MS)
    before = pygame.image.tobytes(table.surface, "RGB")
    table.key()
    assert pygame.image.tobytes(table.surface, "RGB") != before
    assert not table.desk.ring.tips
    for _ in range(2):
        table.wait(WAIT_MS)
    table.key()
    assert table.app.scanner.slider is None
    assert table.desk.ring.tips


def test_a_new_layout_goes_on_where_it_was(table):
    table.wait(WAIT_MS)
    assert table.desk.ring.current is table.desk.two
    table.app.stage.change(text_scale=1.5)
    table.wait(100)
    assert table.desk.ring.current is table.desk.two


def test_switched_off_it_leaves_the_keys_to_the_keys(table):
    table.app.stage.change(one_button=False)
    table.key(pygame.K_g)
    assert table.desk.log == [2]


@pytest.mark.parametrize("seconds", [0.6, 1.5, 4.0])
def test_level_1_is_played_to_the_results_and_back_by_one_button(tmp_path, seconds):
    player = Player(tmp_path)
    player.app.stage.change(one_button=True, scan_seconds=seconds)
    player.scene.outcome = LevelChosen("01-first-steps")
    player.run(80)
    player.load()
    assert isinstance(player.scene, Play)
    hands = Hands(player, "mouse")
    hands.device = "one button"
    ring = player.scene.panels.ring
    player.run(80)
    assert ring.current.intent is Intent.RUN  # what one is here for comes first
    player.key("space")
    player.until(Results)
    assert player.scene.expedition.now.ending in (Ending.FOUND, Ending.OUT_OF_WATER)
    player.run(8000)
    hands.leave()
    assert not isinstance(player.scene, Results)


def explain(desk):
    desk.pointers = lambda: (Callout(desk.one.rect, "What one does."),)


def test_under_an_open_help_the_focus_stays_and_the_switch_turns_the_pages(table):
    desk, overlays = table.desk, table.app.overlays
    explain(desk)
    before = desk.ring.current
    overlays.help.show(desk)
    assert overlays.still
    table.wait(5 * WAIT_MS)
    assert desk.ring.current is before
    for _ in range(len(overlays.help.overlay.leaves)):
        table.key()
    assert not overlays.still
    assert desk.log == [], "the presses meant the help"
    table.wait(WAIT_MS)
    assert desk.ring.current is not before, "and now it goes on"


def test_a_slider_is_not_moved_through_an_open_help(table):
    desk, overlays = table.desk, table.app.overlays
    explain(desk)
    desk.ring.focus(desk.slider)
    overlays.help.show(desk)
    table.key()
    assert table.app.scanner.slider is None


def test_a_trembling_hand_turns_one_page_of_the_help(table):
    desk, overlays = table.desk, table.app.overlays
    explain(desk)
    table.wait(400)
    overlays.help.show(desk)
    turned = []
    overlays.help._turn = turned.append
    for _ in range(2):
        table.send(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode="")
        table.send(pygame.KEYUP, key=pygame.K_SPACE, mod=0)
    assert turned == [1]
