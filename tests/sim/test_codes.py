"""Share codes: whole, short, and never misread."""

import contextlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.codes import (
    ALPHABET,
    CodeError,
    DesertCode,
    WalkCode,
    decode_desert,
    decode_walk,
    encode_desert,
    encode_walk,
)
from game.sim.commands import (
    ChooseOptimizer,
    ChooseSchedule,
    Dig,
    Gust,
    Leap,
    Rewind,
    Step,
    Tune,
    settings_to,
)
from game.sim.expedition import replay
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import Constant, Cosine, Exponential, StepDecay
from game.sim.tools import Tools
from tests.sim.lands import setup, two_basins

deserts = st.builds(DesertCode, st.integers(0, 2**32 - 1), st.integers(0, 2))
schedules = st.one_of(
    st.just(Constant()),
    st.builds(Exponential, st.floats(0, 1)),
    st.builds(StepDecay, st.integers(1, 10_000), st.floats(0, 1)),
    st.builds(Cosine, st.integers(1, 10_000), st.floats(0, 1)),
)
stored = st.one_of(
    st.sampled_from([Step(), Step(), Step(), Step(), Gust(), Leap(), Dig()]),
    st.builds(Tune, st.sampled_from(["learning_rate", "noise"]), st.floats(0, 999)),
    st.builds(ChooseOptimizer, st.sampled_from(sorted(OPTIMIZERS))),
    st.builds(ChooseSchedule, schedules),
)
walks = st.builds(
    WalkCode,
    st.text("abcdefghij0123456789-", max_size=40),
    st.integers(0, 2**32 - 1),
    st.integers(0, 2**40),
    st.lists(stored, max_size=120).map(tuple),
)


@given(deserts)
def test_desert_comes_back_and_its_code_can_be_read_aloud(desert):
    code = encode_desert(desert)
    assert len(code.replace("-", "")) == 12
    assert decode_desert(code) == desert
    spoken = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert decode_desert(spoken) == desert


@given(deserts, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_wrong_letter_never_gives_another_desert(desert, at, letter):
    code = encode_desert(desert).replace("-", "")
    wrong = code[:at] + letter + code[at + 1 :]
    if wrong == code:
        assert decode_desert(wrong) == desert
    else:
        with pytest.raises(CodeError):
            decode_desert(wrong)


@given(walks)
def test_walk_comes_back(walk):
    assert decode_walk(encode_walk(walk)) == walk


@given(walks, st.data())
def test_a_changed_or_cut_code_is_refused(walk, data):
    code = encode_walk(walk)
    at = data.draw(st.integers(0, len(code) - 1))
    letter = data.draw(st.sampled_from(ALPHABET))
    if letter != code[at]:
        with pytest.raises(CodeError):
            decode_walk(code[:at] + letter + code[at + 1 :])
    with pytest.raises(CodeError):
        decode_walk(code[:at])


def test_sixty_steps_with_ten_settings_fit_in_a_message():
    path = [Tune("learning_rate", 1 / 3 * k) if k % 7 == 0 else Step() for k in range(70)]
    assert len(encode_walk(WalkCode("04-the-ravine", 2**32 - 1, 5, tuple(path)))) < 280


def test_a_stored_walk_is_walked_again_to_the_last_bit():
    run_setup = setup(two_basins(), tools=Tools(noise=0.3), seed=9)
    path = (Step(), Step(), Leap(), Tune("learning_rate", 1 / 3), Step(), Gust(), Step())
    code = encode_walk(WalkCode("x", run_setup.fingerprint, 9, path))
    first, second = replay(run_setup, path), replay(run_setup, decode_walk(code).commands)
    assert first.now.place.tobytes() == second.now.place.tobytes()


def test_rewind_is_not_stored():
    with pytest.raises(ValueError, match="undone"):
        encode_walk(WalkCode("x", 0, 0, (Rewind(),)))


@pytest.mark.parametrize(
    "text", ["", "   ", "---", "UUUU-UUUU-UUUU", "ABC", "A" * 30_000, "é", "0\0"]
)
def test_what_is_no_code_is_refused_in_one_sentence(text):
    for decode in (decode_desert, decode_walk):
        with pytest.raises(CodeError) as told:
            decode(text)
        assert "\n" not in str(told.value)
        assert len(str(told.value)) < 200


def test_two_thousand_mutated_codes_give_a_code_or_a_code_error():
    chance = random.Random(20)
    whole = [
        encode_walk(WalkCode("01-x", 77, 3, (Step(),) * 40 + (Tune("noise", 0.5),) * 3)),
        encode_desert(DesertCode(123456, 1)),
    ]
    for _ in range(2000):
        letters = list(chance.choice(whole))
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(letters))
            letters[at : at + chance.randint(0, 2)] = chance.choice([*ALPHABET, "-", "?", "ß", ""])
            letters = letters or ["0"]
        for decode, kind in ((decode_desert, DesertCode), (decode_walk, WalkCode)):
            with contextlib.suppress(CodeError):
                assert isinstance(decode("".join(letters)), kind)


@given(st.sampled_from(sorted(OPTIMIZERS)), st.floats(0, 9), schedules)
@settings(max_examples=30)
def test_settings_become_commands_that_reach_them(optimizer, noise, schedule):
    wanted = Tools(optimizer, learning_rate=2.5, noise=noise, schedule=schedule)
    run_setup = setup(two_basins())
    assert replay(run_setup, settings_to(wanted, run_setup.tools)).now.tools == wanted
