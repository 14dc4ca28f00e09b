"""Leitner's boxes: what is known rests longer and longer, what is not comes back at once."""

from hypothesis import given
from hypothesis import strategies as st

from game.flashcards import RESTS, TOP, Memory, answered, due, known, newer, next_day

DAYS = st.integers(0, 800_000)
MEMORIES = st.builds(Memory, st.integers(0, TOP), DAYS, st.integers(0, 99))
ANSWERS = st.lists(st.tuples(st.booleans(), st.integers(0, 40)), max_size=30)


def looked(answers, today=1000):
    """A card that was looked at after pauses of so many days."""
    memory = None
    for knew, pause in answers:
        today += pause
        memory = answered(memory, knew, today)
    return memory, today


@given(MEMORIES | st.none(), DAYS)
def test_a_card_that_was_not_known_is_due_again_at_once(memory, today):
    after = answered(memory, False, today)
    assert after.box == 0
    assert after.is_due(today)


@given(MEMORIES | st.none(), DAYS)
def test_a_card_that_was_known_rests_and_never_falls(memory, today):
    after = answered(memory, True, today)
    assert after.box >= (memory.box if memory else 1)
    assert not after.is_due(today)
    if memory is not None and memory.is_due(today):
        assert after.box == min(memory.box + 1, TOP)
        assert after.due == today + RESTS[after.box]


@given(MEMORIES, DAYS)
def test_looking_too_early_moves_no_card(memory, today):
    if not memory.is_due(today):
        after = answered(memory, True, today)
        assert (after.box, after.due) == (memory.box, memory.due)


@given(ANSWERS)
def test_every_card_comes_back_within_the_longest_rest(answers):
    memory, today = looked(answers)
    if memory is not None:
        assert memory.is_due(today + RESTS[TOP])


@given(st.integers(1, 12))
def test_who_always_knows_looks_at_a_card_more_and_more_seldom(times):
    memory, today, days = None, 100, []
    for _ in range(times):
        memory = answered(memory, True, today)
        days.append(memory.due - today)
        today = memory.due
    assert days == sorted(days)
    assert days[0] == 1


@given(MEMORIES, st.integers(1, 10_000))
def test_a_clock_that_was_set_back_loses_no_card(memory, back):
    assert memory.is_due(max(0, memory.seen) - back)


@given(st.dictionaries(st.sampled_from("abcdefgh"), MEMORIES), DAYS)
def test_those_that_waited_longest_come_first_and_new_ones_last(memories, today):
    found = due("abcdefgh", memories, today)
    assert len(set(found)) == len(found)
    assert set(found) == {k for k in "abcdefgh" if k not in memories or memories[k].is_due(today)}
    old = [key for key in found if key in memories]
    assert found[: len(old)] == old
    assert [memories[key].due for key in old] == sorted(memories[key].due for key in old)


@given(st.dictionaries(st.sampled_from("abcd"), MEMORIES), DAYS)
def test_the_next_day_lies_ahead(memories, today):
    day = next_day("abcd", memories, today)
    assert (day is None) is (not memories)
    if day is not None:
        assert day > today
        assert any(memory.due <= day for memory in memories.values())


@given(MEMORIES, st.booleans(), st.integers(0, 60))
def test_of_two_memories_the_last_look_counts(memory, knew, pause):
    after = answered(memory, knew, memory.seen + pause)
    assert newer(memory, after) == after == newer(after, memory)


def test_known_cards_are_counted():
    memories = {"a": Memory(0, 5), "b": Memory(1, 5), "c": Memory(5, 5)}
    assert known("abcd", memories) == 2
