"""Pads of several makers become the same intents, plugged in or pulled out at any time."""

import pygame
import pytest

from game.ui.keys import ESSENTIAL, KEYBOARD, REPEATING, Keys
from game.ui.pad_words import pad_word
from game.ui.pads import (
    BUTTON_CODES,
    BUTTON_NAMES,
    DEFAULT_PAD_BINDINGS,
    KINDS,
    NINTENDO,
    PLAYSTATION,
    XBOX,
    kind_of,
)
from game.ui.signals import Act, Intent, Pressed, Unplugged
from tests.ui import virtual_pad
from tests.ui.virtual_pad import VirtualPad

LEFT_X, LEFT_Y = pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY
FULL = 32767


def down(name, pad=0):
    code = BUTTON_CODES[name]
    return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=pad, button=code)


def up(name, pad=0):
    code = BUTTON_CODES[name]
    return pygame.event.Event(pygame.CONTROLLERBUTTONUP, instance_id=pad, button=code)


def axis(which, value, pad=0):
    return pygame.event.Event(
        pygame.CONTROLLERAXISMOTION, instance_id=pad, axis=which, value=round(value * FULL)
    )


def removed(pad=0):
    return pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=pad)


def pad_act(intent, repeated=False):
    return Act(intent, repeated, "pad")


@pytest.fixture
def keys():
    return Keys()


@pytest.mark.parametrize("intent", DEFAULT_PAD_BINDINGS)
def test_every_bound_button_gives_its_intent_alone(keys, intent):
    for name in DEFAULT_PAD_BINDINGS[intent]:
        if name in BUTTON_CODES:
            assert keys.read(down(name)) == (pad_act(intent),)
            assert keys.read(up(name)) == ()


def test_no_button_means_two_things_and_what_is_needed_has_one():
    names = [name for bound in DEFAULT_PAD_BINDINGS.values() for name in bound]
    assert len(names) == len(set(names))
    assert set(names) <= BUTTON_NAMES
    assert set(DEFAULT_PAD_BINDINGS) >= ESSENTIAL


def test_a_held_cross_repeats_and_a_held_step_does_not(keys):
    keys.read(down("dpright"))
    keys.read(down("x"))
    assert keys.tick(300) == ()
    assert keys.tick(60) == (pad_act(Intent.RIGHT, repeated=True),)
    assert keys.tick(50) == ()
    assert keys.tick(50) == (pad_act(Intent.RIGHT, repeated=True),)
    keys.read(up("dpright"))
    assert keys.tick(1000) == ()
    assert Intent.STEP not in REPEATING


def test_a_stick_has_a_dead_zone_and_holds_on_before_it_lets_go(keys):
    assert keys.read(axis(LEFT_X, 0.45)) == ()
    assert keys.read(axis(LEFT_X, 0.55)) == (pad_act(Intent.RIGHT),)
    assert keys.read(axis(LEFT_X, 0.4)) == ()
    assert keys.tick(400) == (pad_act(Intent.RIGHT, repeated=True),)
    assert keys.read(axis(LEFT_X, 0.3)) == ()
    assert keys.tick(400) == ()
    assert keys.read(axis(LEFT_X, -1.0)) == (pad_act(Intent.LEFT),)


def test_a_stick_pushed_aslant_is_one_way_only(keys):
    assert keys.read(axis(LEFT_Y, -0.9)) == (pad_act(Intent.UP),)
    assert keys.read(axis(LEFT_X, 0.9)) == ()
    assert keys.read(axis(LEFT_X, 1.0)) == ()
    assert keys.read(axis(LEFT_Y, -0.2)) == (pad_act(Intent.RIGHT),)


def test_a_resting_stick_that_trembles_changes_no_prompts(keys):
    keys.read(axis(LEFT_X, 0.1))
    assert keys.device == KEYBOARD
    keys.read(axis(LEFT_X, 0.9))
    assert keys.device == XBOX


def test_a_trigger_is_a_button(keys):
    trigger = pygame.CONTROLLER_AXIS_TRIGGERRIGHT
    assert keys.read(axis(trigger, 0.2)) == ()
    assert keys.read(axis(trigger, 0.9)) == (pad_act(Intent.FASTER),)
    assert keys.read(axis(trigger, 1.0)) == ()
    keys.read(axis(trigger, 0.0))
    assert keys.read(axis(trigger, 0.9)) == (pad_act(Intent.FASTER),)


def test_a_pad_pulled_out_while_played_with_says_so_once_and_holds_nothing(keys):
    keys.read(down("dpright"))
    assert keys.read(removed()) == (Unplugged(),)
    assert keys.device == KEYBOARD
    assert keys.tick(1000) == ()
    assert keys.read(removed()) == ()


def test_another_pad_pulled_out_is_no_news(keys):
    keys.read(down("a", pad=1))
    keys.read(down("a", pad=2))
    assert keys.read(removed(1)) == ()
    assert keys.device == XBOX
    assert keys.read(removed(2)) == (Unplugged(),)


def test_buttons_held_while_the_window_loses_focus_are_let_go(keys):
    keys.read(down("dpright"))
    keys.read(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert keys.tick(1000) == ()


def test_a_pad_that_is_gone_again_when_asked_for_is_passed_over(keys):
    added = pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=77, guid="")
    keys.pads.open()
    assert keys.read(added) == ()
    keys.pads.close()


def test_bindings_change_and_what_is_needed_stays(keys):
    keys.bind({}, {"gust": ("y",), "run": (), "back": (), "step": ("no such button",)})
    assert keys.read(down("y")) == (pad_act(Intent.GUST),)
    assert keys.read(down("b")) == (pad_act(Intent.BACK),)
    assert keys.read(down("x")) == ()


def test_while_listening_buttons_are_told_by_name(keys):
    keys.listening = True
    assert keys.read(down("b")) == (Pressed("pad", "b"),)
    assert keys.read(axis(LEFT_Y, 1.0)) == (Pressed("pad", "leftstick-down"),)
    assert keys.tick(1000) == ()
    keys.listening = False
    keys.read(up("b"))
    assert keys.read(down("b")) == (pad_act(Intent.BACK),)


@pytest.mark.parametrize(
    ("guid", "name", "kind"),
    [
        ("030000005e040000fd02000000007601", "Xbox Wireless Controller", XBOX),
        ("030000004c050000e60c000000007601", "Wireless Controller", PLAYSTATION),
        ("030000007e0500000920000000006801", "Pro Controller", NINTENDO),
        ("", "Sony DualSense", PLAYSTATION),
        ("", "PS4 Controller", PLAYSTATION),
        ("", "Nintendo Switch Pro Controller", NINTENDO),
        ("", "USB gamepad", XBOX),
    ],
)
def test_the_maker_tells_what_is_printed_on_the_buttons(guid, name, kind):
    assert kind_of(guid, name) == kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_button_has_a_word_of_its_own(kind):
    shared = {"dpup", "dpdown", "dpleft", "dpright"}
    words = [pad_word(name, kind) for name in BUTTON_NAMES - shared]
    assert all(words)
    assert len(words) == len(set(words))


def test_prompts_are_those_of_the_pad(keys):
    keys.read(down("a"))
    assert keys.prompt(Intent.STEP) == "X"
    assert keys.prompt(Intent.NAMES) == ""
    keys.pads.kind = keys.device = PLAYSTATION
    assert keys.prompt(Intent.STEP) == "Square"


# ---- pads as SDL sees them


@pytest.fixture
def sdl(keys):
    pygame.display.init()
    pygame.display.set_mode((320, 180))
    keys.pads.open()
    sdl = virtual_pad.library()
    if sdl is None:
        pytest.skip("SDL's library cannot be reached here")
    pygame.event.clear()
    yield sdl
    keys.pads.close()


def told(keys):
    return [signal for event in pygame.event.get() for signal in keys.read(event)]


@pytest.mark.parametrize(
    ("ids", "kind", "word"),
    [
        (virtual_pad.XBOX, XBOX, "X"),
        (virtual_pad.PLAYSTATION, PLAYSTATION, "Square"),
    ],
)
def test_a_pad_plugged_in_plays_and_is_missed_when_pulled_out(sdl, keys, ids, kind, word):
    pad = VirtualPad(sdl, ids)
    assert told(keys) == []
    assert keys.device == KEYBOARD
    pad.hold(pygame.CONTROLLER_BUTTON_X)
    assert told(keys) == [pad_act(Intent.STEP)]
    assert keys.device == kind
    assert keys.prompt(Intent.STEP) == word
    pad.push(0, -FULL)
    assert told(keys) == [pad_act(Intent.LEFT)]
    pad.pull()
    assert told(keys) == [Unplugged()]
    again = VirtualPad(sdl, ids)
    told(keys)
    again.hold(pygame.CONTROLLER_BUTTON_B)
    assert told(keys) == [pad_act(Intent.BACK)]
    again.pull()
    told(keys)


def test_two_pads_play_together(sdl, keys):
    one, two = VirtualPad(sdl), VirtualPad(sdl, virtual_pad.PLAYSTATION)
    told(keys)
    one.hold(pygame.CONTROLLER_BUTTON_Y)
    two.hold(pygame.CONTROLLER_BUTTON_A)
    assert set(told(keys)) == {pad_act(Intent.RUN), pad_act(Intent.ACTIVATE)}
    two.pull()
    one.pull()
    told(keys)
