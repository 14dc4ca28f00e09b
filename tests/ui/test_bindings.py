"""Keys and buttons are bound anew without ever losing the way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.bindings import (
    DEFAULT_BINDINGS,
    ESSENTIAL,
    KEY_CODES,
    WAY_OUT,
    Rebound,
    bindings,
    changes,
    pad_bindings,
    rebind,
)
from game.ui.pads import BUTTON_NAMES
from game.ui.signals import Intent

KEYS, PAD = bindings({}), pad_bindings({})


def test_a_free_key_takes_the_place_of_all_old_ones():
    rebound = rebind(KEYS, Intent.REWIND, "y")
    assert rebound == Rebound({**KEYS, Intent.REWIND: ("y",)})


def test_a_key_in_use_is_swapped():
    rebound = rebind(KEYS, Intent.LEAP, "g")
    assert rebound.other is Intent.GUST
    assert not rebound.needed
    assert (rebound.table[Intent.LEAP], rebound.table[Intent.GUST]) == (("g",), ("l",))


def test_who_has_another_key_left_gets_none_for_the_lost_one():
    rebound = rebind(KEYS, Intent.LEAP, "z")
    assert rebound.other is Intent.REWIND
    assert rebound.table[Intent.REWIND] == ("backspace",)


def test_enter_is_shared_by_what_is_framed_and_one_more():
    rebound = rebind(KEYS, Intent.GUST, "return")
    assert rebound.table[Intent.ACTIVATE] == KEYS[Intent.ACTIVATE]
    assert rebound.table[Intent.GUST] == ("return", "kp_enter")
    assert (rebound.other, rebound.table[Intent.RUN]) == (Intent.RUN, ("g",))


def test_escape_stays_with_back():
    assert rebind(KEYS, Intent.BACK, "q").table[Intent.BACK] == ("q", WAY_OUT)


def test_the_last_button_of_what_is_needed_is_not_given_away():
    rebound = rebind(PAD, Intent.NAMES, "b", pad=True)
    assert rebound == Rebound(PAD, Intent.BACK, needed=True)
    swapped = rebind(PAD, Intent.STEP, "b", pad=True)
    assert swapped.table[Intent.BACK] == ("x",)
    assert swapped.table[Intent.STEP] == ("b",)


def test_on_a_pad_nothing_is_shared():
    rebound = rebind(PAD, Intent.STEP, "a", pad=True)
    assert rebound.table[Intent.ACTIVATE] == ("x",)


def test_only_what_is_not_as_usual_is_kept():
    assert changes(KEYS) == changes(PAD, pad=True) == {}
    assert changes(rebind(KEYS, Intent.GUST, "y").table) == {"gust": ("y",)}
    kept = changes(rebind(PAD, Intent.STEP, "y", pad=True).table, pad=True)
    assert kept == {"step": ("y",), "run": ("x",)}
    assert pad_bindings(kept)[Intent.RUN] == ("x",)


WISHES = st.lists(st.tuples(st.sampled_from(Intent), st.integers(0, 10**6)), max_size=30)
SOME_KEYS = sorted({n for names in DEFAULT_BINDINGS.values() for n in names} | {"y", "e", "q"})


@pytest.mark.parametrize("pad", [False, True])
@given(wishes=WISHES)
def test_after_any_changes_nobody_is_stuck(pad, wishes):
    table = PAD if pad else KEYS
    pool = sorted(BUTTON_NAMES) if pad else [name for name in SOME_KEYS if name != WAY_OUT]
    for intent, number in wishes:
        table = rebind(table, intent, pool[number % len(pool)], pad).table
        assert all(table[needed] for needed in ESSENTIAL)
        assert pad or WAY_OUT in table[Intent.BACK]
        owners = [
            i
            for names in (table[o] for o in Intent if o is not Intent.ACTIVATE)
            for i in set(names)
        ]
        assert len(owners) == len(set(owners))
    read = pad_bindings if pad else bindings
    assert read(changes(table, pad)) == table


def test_all_usual_keys_exist():
    for names in DEFAULT_BINDINGS.values():
        assert all(name.rpartition("+")[2] in KEY_CODES for name in names)
