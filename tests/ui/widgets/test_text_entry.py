"""Typing writes letters and nothing else; keys that type nothing keep their meaning."""

import pygame
import pytest

from game.ui.keys import Keys
from game.ui.signals import Act, Intent, Point, Touch, Typed
from game.ui.theme import Theme
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.text_entry import TextEntry
from game.ui.widgets.widget import Widget

BOX = pygame.Rect(40, 40, 300, 70)


class Neighbour(Widget):
    focusable = True

    def __init__(self):
        super().__init__(Theme(), pygame.Rect(40, 200, 300, 70))
        self.intent = Intent.HELP
        self.pressed = 0

    def press(self):
        self.pressed += 1


@pytest.fixture
def said():
    return []


@pytest.fixture
def entry(said):
    return TextEntry(
        Theme(),
        BOX,
        "",
        longest=8,
        on_change=said.append,
        on_done=lambda: said.append("done"),
        on_open=lambda: said.append("open"),
    )


@pytest.fixture
def ring(entry):
    ring = FocusRing(Theme(), [entry, Neighbour()])
    entry.hand_on = ring.handle
    ring.focus(entry, shown=False)
    return ring


def press(ring, name, unicode="", keys=None):
    """A key as the system reports it: the key, then its text if it has any; then a frame."""
    code = getattr(pygame, f"K_{name if len(name) == 1 else name.upper()}")
    events = [pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=unicode)]
    if unicode:
        events.append(pygame.event.Event(pygame.TEXTINPUT, text=unicode))
    events.append(pygame.event.Event(pygame.KEYUP, key=code, mod=0))
    keys = keys or Keys()
    for event in events:
        for signal in keys.read(event):
            if ring.handle(signal):
                break
    ring.update(16)


def test_every_letter_can_be_typed_whatever_its_key_is_bound_to(ring, entry):
    for letter in "abcdefghijklmnopqrstuvwxyz":
        entry.text = ""
        press(ring, letter, letter)
        assert entry.text == letter
    assert ring.widgets[1].pressed == 0  # H is the key of its neighbour


def test_z_writes_and_backspace_erases_though_both_rewind(ring, entry):
    for letter in "zaz":
        press(ring, letter, letter)
    assert entry.text == "zaz"
    press(ring, "backspace")
    assert entry.text == "za"


def test_space_is_a_letter_and_never_presses(ring, entry, said):
    press(ring, "a", "a")
    press(ring, "space", " ")
    press(ring, "b", "b")
    assert entry.text == "a b"
    assert "done" not in said


def test_no_text_begins_with_a_space(ring, entry):
    press(ring, "space", " ")
    assert entry.text == ""


def test_enter_is_done_with_and_without_the_outline(ring, entry, said):
    press(ring, "return")
    ring.focus(entry, shown=True)
    press(ring, "return")
    assert said == ["done", "done"]


def test_arrows_lead_out_even_where_they_are_bound_to_letters(ring, entry):
    press(ring, "down")
    assert ring.current is ring.widgets[1]
    ring.focus(entry, shown=True)
    keys = Keys({"down": ("s",)})
    press(ring, "s", "s", keys)
    assert entry.text == "s"
    assert ring.current is entry


def test_escape_is_never_held_back(entry):
    assert not entry.handle(Act(Intent.BACK))


def test_a_controller_means_what_it_says_at_once(entry, said):
    assert entry.handle(Act(Intent.ACTIVATE, device="pad"))
    assert said == ["open"]
    assert not entry.handle(Act(Intent.DOWN, device="pad"))


@pytest.mark.parametrize(("device", "opened"), [("touch", ["open"]), ("mouse", [])])
def test_a_finger_opens_and_a_mouse_only_brings_the_keys(ring, entry, said, device, opened):
    ring.focus(None)
    for kind in (Touch.PRESS, Touch.RELEASE):
        ring.handle(Point(kind, BOX.center, device=device))
    assert said == opened
    assert ring.current is entry


def test_longer_than_allowed_is_cut(entry):
    entry.handle(Typed("Wanderlust"))
    assert entry.text == "Wanderlu"


def test_what_cannot_be_seen_is_not_written(entry):
    entry.handle(Typed("a\t\u200b\nb"))
    assert entry.text == "ab"


def test_typing_replaces_a_suggestion_and_erasing_clears_it(entry, said):
    entry.text, entry.suggested = "Fennec", True
    entry.write("Z")
    entry.write("o")
    assert entry.text == "Zo"
    entry.text, entry.suggested = "Fennec", True
    entry.erase()
    assert entry.text == ""
    assert said[-1] == ""


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("written", ["", "Fennec", "WWWWWWWW", "Ångström", "Ζηνων", "日本"])
def test_text_lies_in_its_box(scale, written):
    entry = TextEntry(
        Theme(text_scale=scale), BOX, written, longest=8, invitation="Type a nickname"
    )
    entry.draw(pygame.Surface((400, 300)))
    assert entry.fits


def test_the_caret_blinks_unless_it_is_told_to_rest(entry):
    entry.text = "Nova"

    def picture():
        surface = pygame.Surface((400, 300))
        entry.draw(surface)
        return pygame.image.tobytes(surface, "RGB")

    lit = picture()
    entry.update(600)
    assert picture() != lit
    entry.blinks = False
    entry.changed()
    assert picture() == lit
