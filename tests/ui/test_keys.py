"""Keys, mouse and fingers become intents and points, each once."""

import pygame
import pytest

from game.ui.keys import DEFAULT_BINDINGS, ESSENTIAL, KEY_CODES, Keys, word
from game.ui.signals import NOWHERE, Act, Intent, Point, Pressed, Touch, Typed


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
    keys = Keys({"gust": ("y", "no such key"), "no such intent": ("x",)})
    assert intents(keys, pygame.K_y) == [Intent.GUST]
    assert intents(keys, pygame.K_g) == []
    assert keys.prompt(Intent.GUST) == "Y"
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


def finger(kind, x, y, finger_id=1, touch_id=7):
    return pygame.event.Event(
        kind, touch_id=touch_id, finger_id=finger_id, x=x, y=y, dx=0.0, dy=0.0, pressure=1.0
    )


def imagined(kind, pos):
    """The mouse that SDL makes of a finger."""
    more = {"rel": (0, 0), "buttons": (1, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
    return pygame.event.Event(kind, pos=pos, touch=True, **more)


MOUSE = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP)
FINGER = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
DRAG = [Touch.PRESS, Touch.MOVE, Touch.RELEASE]


def drag(*, mouse=True, fingers=True, finger_first=False):
    """A drag as SDL tells it under its several hints."""
    events = []
    for at, (as_mouse, as_finger) in enumerate(zip(MOUSE, FINGER, strict=True)):
        pair = [imagined(as_mouse, (64 + at, 36))] * mouse
        pair += [finger(as_finger, (64 + at) / 320, 36 / 180)] * fingers
        events += pair[::-1] if finger_first else pair
    return events


@pytest.fixture
def window():
    pygame.display.init()
    return pygame.display.set_mode((320, 180))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"finger_first": True},
        {"mouse": False},
        {"fingers": False},
    ],
    ids=["both", "fingers first", "fingers alone", "mouse alone"],
)
def test_a_finger_counts_once_with_every_hint(window, told):
    keys = Keys()
    for _ in range(3):
        points = [point for event in drag(**told) for point in keys.read(event)]
        assert [point.kind for point in points] == DRAG
        assert [point.pixel for point in points] == [(64, 36), (65, 36), (66, 36)]
        assert {point.device for point in points} == {"touch"}


def test_a_mouse_that_is_told_as_a_finger_too_counts_once(window):
    keys = Keys()
    made = finger(pygame.FINGERDOWN, 0.2, 0.2, touch_id=-1)  # SDL_MOUSE_TOUCHID
    real = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(64, 36), button=1, touch=False)
    assert keys.read(made) == ()
    assert keys.read(real) == (Point(Touch.PRESS, (64, 36)),)


def test_a_second_finger_does_nothing(window):
    keys = Keys()
    assert keys.read(finger(pygame.FINGERDOWN, 0.5, 0.5))
    assert keys.read(finger(pygame.FINGERDOWN, 0.1, 0.1, finger_id=2)) == ()
    assert keys.read(finger(pygame.FINGERMOTION, 0.2, 0.1, finger_id=2)) == ()
    assert keys.read(finger(pygame.FINGERUP, 0.2, 0.1, finger_id=2)) == ()
    assert keys.read(finger(pygame.FINGERUP, 1.0, 1.0)) == (
        Point(Touch.RELEASE, (319, 179), device="touch"),
    )


def test_a_touch_that_the_window_loses_is_let_go_outside(window):
    keys = Keys()
    keys.read(finger(pygame.FINGERDOWN, 0.5, 0.5))
    gone = pygame.event.Event(pygame.WINDOWFOCUSLOST)
    assert keys.read(gone) == (Point(Touch.RELEASE, NOWHERE, device="touch"),)
    assert keys.read(gone) == ()
    assert keys.read(finger(pygame.FINGERUP, 0.5, 0.5)) == ()


def test_prompts_follow_the_device(window):
    keys = Keys()
    assert (keys.device, keys.prompt(Intent.STEP)) == ("keyboard", "Space")
    keys.read(finger(pygame.FINGERDOWN, 0.5, 0.5))
    assert (keys.device, keys.prompt(Intent.STEP)) == ("touch", "")
    keys.read(finger(pygame.FINGERUP, 0.5, 0.5))
    keys.read(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 6), rel=(1, 1), buttons=(0, 0, 0)))
    assert keys.device == "touch"
    keys.read(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 6), button=1, touch=False))
    assert (keys.device, keys.prompt(Intent.STEP)) == ("keyboard", "Space")


def test_escape_leads_back_whatever_the_settings_say():
    keys = Keys({"back": ("q",), "gust": ("escape", "g")})
    assert intents(keys, pygame.K_ESCAPE) == [Intent.BACK]
    assert intents(keys, pygame.K_q) == [Intent.BACK]
    assert intents(keys, pygame.K_g) == [Intent.GUST]


@pytest.mark.parametrize("intent", sorted(ESSENTIAL, key=lambda intent: intent.value))
def test_what_nobody_can_do_without_keeps_its_keys(intent):
    keys = Keys({intent.value: ("no such key",)})
    assert set(keys.bindings[intent]) >= set(DEFAULT_BINDINGS[intent])


def test_while_listening_keys_are_told_by_name():
    keys = Keys()
    keys.read(down(pygame.K_RETURN))
    keys.listening = True
    assert keys.read(down(pygame.K_RETURN)) == ()  # still held from choosing what to bind
    assert keys.read(down(pygame.K_LSHIFT, pygame.KMOD_LSHIFT)) == ()
    assert keys.read(down(pygame.K_x)) == (Pressed("keyboard", "x"),)
    assert keys.read(down(pygame.K_x)) == ()
    assert keys.read(down(pygame.K_m, pygame.KMOD_LCTRL)) == (Pressed("keyboard", "ctrl+m"),)
    assert keys.read(pygame.event.Event(pygame.TEXTINPUT, text="x")) == ()
    keys.listening = False
    keys.read(up(pygame.K_x))
    assert keys.read(down(pygame.K_x)) == ()


def test_keys_of_other_alphabets_can_be_bound():
    keys = Keys()
    keys.listening = True
    (pressed,) = keys.read(down(ord("\N{LATIN SMALL LETTER O WITH DIAERESIS}")))
    keys.listening = False
    keys.bind({"gust": (pressed.name,)}, {})
    keys.read(up(246))
    assert intents(keys, 246) == [Intent.GUST]
    assert keys.prompt(Intent.GUST)


def test_new_bindings_leave_held_keys_held():
    keys = Keys()
    keys.read(down(pygame.K_g))
    keys.bind({"leap": ("g",)}, {})
    assert keys.read(down(pygame.K_g)) == ()


def test_typed_text_arrives_as_typed():
    assert Keys().read(pygame.event.Event(pygame.TEXTINPUT, text="é")) == (Typed("é"),)


def test_words_of_keys():
    assert word("space") == "Space"
    assert word("kp_plus") == "+"
    assert word("ctrl+a") == "CTRL + A"


def test_a_mouse_that_rests_where_a_window_opens_has_not_moved():
    keys = Keys()
    event = pygame.event.Event(pygame.MOUSEMOTION, pos=(7, 8), rel=(0, 0), buttons=(0, 0, 0))
    (point,) = keys.read(event)
    assert (point.pixel, point.moved) == ((7, 8), False)
    event = pygame.event.Event(pygame.MOUSEMOTION, pos=(9, 8), rel=(2, 0), buttons=(0, 0, 0))
    assert keys.read(event)[0].moved
    assert not keys.read(pygame.event.Event(pygame.WINDOWLEAVE))[0].moved
