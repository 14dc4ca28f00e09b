"""Keys, mouse and fingers become intents and points, each once."""

import pygame
import pytest

from game.ui.keys import DEFAULT_BINDINGS, KEY_CODES, Keys, word
from game.ui.signals import NOWHERE, Act, Intent, Point, Touch, Typed


def down(key, mod=0):
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="")


def up(key):
    return pygame.event.Event(pygame.KEYUP, key=key, mod=0)


def intents(keys, key, mod=0):
    return [signal.intent for signal in keys.read(down(key, mod))]


@pytest.mark.parametrize("intent", Intent)
def test_every_intent_has_a_key_that_exists_and_a_word(intent):
    names = DEFAULT_BINDINGS[intent]
    assert names
    assert all(name.rpartition("+")[2] in KEY_CODES for name in names)
    assert Keys().prompt(intent)


@pytest.mark.parametrize("intent", Intent)
def test_every_bound_key_gives_its_intent(intent):
    mods = {"shift": pygame.KMOD_LSHIFT, "alt": pygame.KMOD_LALT}
    for name in DEFAULT_BINDINGS[intent]:
        modifier, _, key = name.rpartition("+")
        assert intent in intents(Keys(), KEY_CODES[key], mods.get(modifier, 0))


def test_enter_activates_before_it_runs_and_space_steps_before_it_activates():
    assert intents(Keys(), pygame.K_RETURN) == [Intent.ACTIVATE, Intent.RUN]
    assert intents(Keys(), pygame.K_SPACE) == [Intent.STEP, Intent.ACTIVATE]


def test_only_the_two_sharing_keys_mean_more_than_one_thing():
    shared = {
        name
        for intent, names in DEFAULT_BINDINGS.items()
        for name in names
        if any(name in others for other, others in DEFAULT_BINDINGS.items() if other != intent)
    }
    assert shared == {"return", "kp_enter", "space"}


def test_a_held_key_steps_once_but_rewinds_on():
    keys = Keys()
    assert keys.read(down(pygame.K_SPACE))[0] == Act(Intent.STEP)
    assert keys.read(down(pygame.K_SPACE)) == ()
    keys.read(up(pygame.K_SPACE))
    assert keys.read(down(pygame.K_SPACE))[0] == Act(Intent.STEP)
    keys.read(down(pygame.K_BACKSPACE))
    assert keys.read(down(pygame.K_BACKSPACE)) == (Act(Intent.REWIND, repeated=True),)


def test_keys_held_while_the_window_loses_focus_are_let_go():
    keys = Keys()
    keys.read(down(pygame.K_d))
    keys.read(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert keys.read(down(pygame.K_d)) == (Act(Intent.DIG),)


def test_a_key_with_control_is_no_wish():
    assert intents(Keys(), pygame.K_d, pygame.KMOD_LCTRL) == []
    assert intents(Keys(), pygame.K_d, pygame.KMOD_LSHIFT) == [Intent.DIG]


def test_alt_enter_is_full_screen_alone():
    assert intents(Keys(), pygame.K_RETURN, pygame.KMOD_LALT) == [Intent.FULL_SCREEN]


def test_shift_tab_goes_back():
    assert intents(Keys(), pygame.K_TAB) == [Intent.NEXT_FOCUS]
    assert intents(Keys(), pygame.K_TAB, pygame.KMOD_LSHIFT) == [Intent.PREVIOUS_FOCUS]


def test_bindings_can_be_changed_and_nonsense_passes():
    keys = Keys({"gust": ("w", "no such key"), "no such intent": ("x",)})
    assert intents(keys, pygame.K_w) == [Intent.GUST]
    assert intents(keys, pygame.K_g) == []
    assert keys.prompt(Intent.GUST) == "W"
    assert Keys({"gust": ()}).prompt(Intent.GUST) == ""


def test_mouse_events_are_points():
    keys = Keys()
    event = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 6), button=1, touch=False)
    assert keys.read(event) == (Point(Touch.PRESS, (5, 6)),)
    event = pygame.event.Event(pygame.MOUSEMOTION, pos=(7, 8), rel=(2, 2), buttons=(0, 0, 0))
    assert keys.read(event) == (Point(Touch.MOVE, (7, 8)),)
    event = pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, flipped=False)
    assert keys.read(event) == (Point(Touch.WHEEL, (7, 8), -1),)
    event = pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(7, 8), button=3)
    assert keys.read(event) == ()
    assert keys.read(pygame.event.Event(pygame.WINDOWLEAVE)) == (Point(Touch.MOVE, NOWHERE),)


def test_a_finger_counts_once():
    keys = Keys()
    finger = pygame.event.Event(
        pygame.FINGERDOWN, touch_id=1, finger_id=1, x=0.1, y=0.1, dx=0, dy=0
    )
    mouse = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(9, 9), button=1, touch=True)
    signals = keys.read(finger) + keys.read(mouse)
    assert signals == (Point(Touch.PRESS, (9, 9), device="touch"),)


def test_typed_text_arrives_as_typed():
    assert Keys().read(pygame.event.Event(pygame.TEXTINPUT, text="é")) == (Typed("é"),)


def test_words_of_keys():
    assert word("space") == "Space"
    assert word("kp_plus") == "+"
    assert word("ctrl+a") == "CTRL + A"
