"""The screen of keys and buttons: one is chosen, another pressed, and it holds from then on."""

import pygame
import pytest

from game import settings as kept
from game.settings import Settings
from game.store import Store
from game.ui.app import App
from game.ui.keys import DEFAULT_BINDINGS
from game.ui.pads import BUTTON_CODES, DEFAULT_PAD_BINDINGS
from game.ui.scenes.control_words import intent_word, ordered
from game.ui.scenes.controls import Cell, Controls
from game.ui.scenes.controls_question import WAIT_MS
from game.ui.signals import Intent
from game.ui.stage import Scene, Stage
from game.ui.widgets.caps import cap_words

SIZES = [(1280, 720), (1920, 1080), (1024, 768)]


class Below(Scene):
    """Where Back leads."""


class Desk:
    """The screen, and hands for it."""

    def __init__(self, folder, size=(1280, 720), **settings):
        pygame.display.init()
        self.surface = pygame.display.set_mode(size)
        self.stage = Stage(Settings().changed(**settings), Store(folder), size)
        self.app = App(self.stage, {}, self.surface)
        self.app.push(Below(self.stage))
        self.scene = Controls(self.stage)
        self.app.push(self.scene)
        self.run()

    def run(self, ms=32):
        for _ in range(max(1, round(ms / 16))):
            self.app.frame(16.0)

    def send(self, kind, **what):
        self.app.offer(pygame.event.Event(kind, **what))

    def key(self, code, mod=0):
        self.send(pygame.KEYDOWN, key=code, mod=mod, unicode="")
        self.send(pygame.KEYUP, key=code, mod=mod)
        self.run()

    def button(self, name):
        self.send(pygame.CONTROLLERBUTTONDOWN, instance_id=0, button=BUTTON_CODES[name])
        self.send(pygame.CONTROLLERBUTTONUP, instance_id=0, button=BUTTON_CODES[name])
        self.run()

    def click(self, widget):
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.send(kind, pos=widget.rect.center, button=1, touch=False)
        self.run()

    def choose(self, intent, pad=False):
        """Press the cell, on whichever leaf it is."""
        while Cell(intent, pad) not in self.scene.cells:
            self.click(self.scene._pager)
        self.click(self.scene.cells[Cell(intent, pad)])

    @property
    def said(self):
        return self.scene._said.text


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_every_intent_is_listed_once_with_both_cells_and_a_word(desk):
    seen = []
    for _ in range(desk.scene._list.leaves):
        seen += desk.scene.cells
        desk.click(desk.scene._pager)
    wanted = [Cell(intent, pad) for intent in ordered() for pad in (False, True)]
    assert len(seen) == len(wanted)
    assert set(seen) == set(wanted)
    assert set(ordered()) == set(Intent)
    words = [intent_word(intent, "child") for intent in Intent]
    assert len(words) == len(set(words))


def test_a_key_is_chosen_by_mouse_and_another_one_pressed(desk):
    desk.choose(Intent.GUST)
    assert desk.stage.keys.listening
    desk.key(pygame.K_y)
    assert not desk.stage.keys.listening
    assert desk.stage.keys.bindings[Intent.GUST] == ("y",)
    assert desk.stage.keys.prompt(Intent.GUST) == "Y"
    assert desk.scene.cells[Cell(Intent.GUST, False)].names == ("y",)
    assert "Y" in desk.said
    assert "Gust" in desk.said


def test_a_key_is_chosen_by_keys_alone_and_the_focus_stays(desk):
    desk.scene.ring.focus(desk.scene.cells[Cell(Intent.LEAP, False)])
    desk.key(pygame.K_RETURN)
    assert desk.scene.asking == Cell(Intent.LEAP, False)
    desk.key(pygame.K_y)
    assert desk.stage.keys.bindings[Intent.LEAP] == ("y",)
    assert desk.scene.ring.current is desk.scene.cells[Cell(Intent.LEAP, False)]
    assert desk.scene.ring.shown


def test_a_button_is_chosen_and_changed_by_pad_alone(desk):
    desk.button("a")
    desk.scene.ring.focus(desk.scene.cells[Cell(Intent.STEP, True)])
    desk.button("a")
    assert desk.scene.asking == Cell(Intent.STEP, True)
    desk.button("y")
    assert desk.stage.keys.pad_bindings[Intent.STEP] == ("y",)
    assert desk.stage.keys.pad_bindings[Intent.RUN] == ("x",)
    assert "Walk" in desk.said
    assert "X" in desk.said


def test_a_conflict_is_told_and_solved_by_a_swap(desk):
    desk.choose(Intent.LEAP)
    desk.key(pygame.K_g)
    assert desk.stage.keys.bindings[Intent.GUST] == ("l",)
    for part in ("G", "Leap", "Gust", "L"):
        assert part in desk.said


def test_the_last_way_back_of_a_pad_is_not_given_away(desk):
    desk.choose(Intent.NAMES, pad=True)
    desk.button("b")
    assert desk.stage.keys.pad_bindings == {
        **dict.fromkeys(Intent, ()),
        **DEFAULT_PAD_BINDINGS,
    }
    assert "Back" in desk.said
    desk.button("b")
    assert desk.app.scenes[-1] is not desk.scene


def test_escape_leaves_the_question_and_then_the_screen(desk):
    desk.choose(Intent.GUST)
    desk.key(pygame.K_ESCAPE)
    assert desk.scene.asking is None
    assert desk.stage.keys.bindings == DEFAULT_BINDINGS
    desk.key(pygame.K_ESCAPE)
    assert isinstance(desk.app.scenes[-1], Below)


@pytest.mark.parametrize("pad", [False, True])
def test_a_question_that_nobody_answers_ends_by_itself(desk, pad):
    desk.choose(Intent.GUST, pad)
    desk.run(WAIT_MS - 200)
    assert desk.scene.asking
    desk.run(400)
    assert desk.scene.asking is None
    assert not desk.stage.keys.listening


def test_a_question_can_be_left_by_mouse(desk):
    desk.choose(Intent.GUST)
    desk.click(desk.scene.ring.stops[-1])
    assert desk.scene.asking is None


def test_a_key_does_not_answer_for_the_pad_nor_the_pad_for_a_key(desk):
    desk.choose(Intent.GUST, pad=True)
    desk.key(pygame.K_y)
    assert desk.scene.asking
    desk.button("y")
    assert desk.stage.keys.pad_bindings[Intent.GUST] == ("y",)
    desk.choose(Intent.LEAP)
    desk.button("y")
    assert desk.scene.asking
    desk.key(pygame.K_y)
    assert desk.stage.keys.bindings[Intent.LEAP] == ("y",)


def test_with_one_button_a_question_is_left_and_nothing_bound(tmp_path):
    desk = Desk(tmp_path, one_button=True)
    desk.scene._ask(Cell(Intent.GUST, False))
    desk.run(300)
    desk.key(pygame.K_SPACE)
    assert desk.scene.asking is None
    assert desk.stage.keys.bindings == DEFAULT_BINDINGS


def test_all_as_usual_brings_everything_back(desk):
    assert desk.scene._usual.reason
    desk.choose(Intent.GUST)
    desk.key(pygame.K_y)
    desk.choose(Intent.GUST, pad=True)
    desk.button("y")
    desk.click(desk.scene._usual)
    assert desk.stage.settings == Settings()
    assert desk.stage.keys.bindings == DEFAULT_BINDINGS
    assert desk.scene._usual.reason


def test_what_was_changed_is_kept(desk, tmp_path):
    desk.choose(Intent.GUST)
    desk.key(pygame.K_y)
    desk.choose(Intent.GUST, pad=True)
    desk.button("y")
    desk.key(pygame.K_ESCAPE)
    loaded, message = kept.load(Store(tmp_path))
    assert message is None
    again = Desk(tmp_path, bindings=loaded.bindings, pad_bindings=loaded.pad_bindings)
    assert again.stage.keys.bindings[Intent.GUST] == ("y",)
    assert again.stage.keys.pad_bindings[Intent.GUST] == ("y",)


def test_leaving_in_the_middle_of_a_question_stops_listening(desk):
    desk.choose(Intent.GUST)
    desk.app.end()
    assert not desk.stage.keys.listening


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("kind", ["xbox", "playstation", "nintendo"])
def test_all_text_fits_on_every_leaf(tmp_path, size, text_scale, kind):
    desk = Desk(tmp_path, size, text_scale=text_scale)
    desk.stage.keys.pads.kind = kind
    for leaf in range(desk.scene._list.leaves):
        desk.scene._turn(leaf)
        assert desk.scene.ring.fits
        least = desk.stage.theme.px(64)
        assert all(min(stop.rect.size) >= least for stop in desk.scene.ring.stops)
        whole = desk.surface.get_rect()
        assert all(whole.contains(stop.rect) for stop in desk.scene.ring.stops)
    for intent in Intent:
        desk.scene._ask(Cell(intent, True))
        assert desk.scene.ring.fits


def test_caps_say_each_word_once():
    assert cap_words(("return", "kp_enter", "space"), "keyboard") == ["Enter", "Space"]
    assert cap_words(("a", "b"), "playstation") == ["Cross", "Circle"]


def test_a_pad_that_is_used_shows_its_own_buttons(desk):
    desk.stage.keys.pads.kind = "playstation"
    desk.button("dpdown")
    cell = desk.scene.cells[Cell(Intent.STEP, True)]
    assert cell.device in ("xbox", "playstation")
    assert cell.device == desk.stage.keys.device


def test_who_has_a_pad_alone_gets_out_of_the_question_for_a_key(desk):
    desk.choose(Intent.GUST)
    desk.button("b")
    assert desk.scene.asking is None
    assert desk.stage.keys.bindings == DEFAULT_BINDINGS
    assert desk.app.scenes[-1] is desk.scene
