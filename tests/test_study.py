"""What is kept of lessons: it only grows, goes through files whole, and survives broken ones."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.flashcards import TOP, Memory
from game.progress import Book
from game.store import Store
from game.study import Study, as_data, understood

SLUGS = st.text("abc-", min_size=1, max_size=6)
STUDIES = st.builds(
    Study,
    st.frozensets(SLUGS, max_size=4),
    st.dictionaries(SLUGS, st.integers(1, 3), max_size=4),
    st.dictionaries(SLUGS, st.integers(0, 6), max_size=4),
    st.dictionaries(
        SLUGS, st.builds(Memory, st.integers(0, TOP), st.integers(0, 9999), st.integers(0, 9))
    ),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)
PARTS = ("talks", "depths", "quizzes", "cards")


@given(STUDIES)
def test_a_file_gives_back_what_was_kept(study):
    assert understood(json.loads(json.dumps(as_data(study)))) == (study, True)


@given(ANYTHING | st.dictionaries(st.sampled_from(PARTS), ANYTHING))
def test_whatever_a_file_holds_something_can_be_used(data):
    study, whole = understood(data)
    again, sound = understood(json.loads(json.dumps(as_data(study))))
    assert (again, sound) == (study, True)
    assert whole is (data == as_data(study))


@given(STUDIES, STUDIES)
def test_two_games_at_once_lose_nothing(one, other):
    both = one.with_other(other)
    assert both == other.with_other(one)
    assert both.talks >= one.talks | other.talks
    for mine in (one, other):
        assert all(both.quizzes[slug] >= right for slug, right in mine.quizzes.items())
        assert all(both.depths[slug] >= depth for slug, depth in mine.depths.items())
        assert all(both.cards[key].seen >= memory.seen for key, memory in mine.cards.items())


def test_what_was_reached_only_grows():
    study = Study().heard("a").opened("a", 3).opened("a", 1).quizzed("a", 5).quizzed("a", 2)
    assert (study.talks, study.depths, study.quizzes) == ({"a"}, {"a": 3}, {"a": 5})


# ---- kept by the book


@pytest.fixture
def told():
    return []


@pytest.fixture
def fresh(tmp_path, told):
    """A book as the next start of the game opens it."""
    return lambda: Book(Store(tmp_path), told.append)


def test_every_player_has_a_study_of_its_own(fresh):
    book = fresh()
    amina, finn = book.add("Amina", "zuri"), book.add("Finn", "finn")
    book.keep_study(amina.id, book.study(amina.id).heard("first-steps"))
    again = fresh()
    assert again.study(amina.id).talks == {"first-steps"}
    assert again.study(finn.id) == Study()


def test_a_card_that_was_missed_and_then_known_stays_known(fresh):
    book = fresh()
    amina = book.add("Amina", "zuri")
    for memory in (Memory(0, 9, 1), Memory(1, 9, 2)):
        book.keep_study(amina.id, book.study(amina.id).with_card("loss", memory))
    assert fresh().study(amina.id).cards == {"loss": Memory(1, 9, 2)}


def test_nobodys_study_lasts_as_long_as_the_game(fresh):
    book = fresh()
    book.keep_study(None, Study().heard("first-steps"))
    assert book.study(None).talks == {"first-steps"}
    assert fresh().study(None) == Study()


def test_a_new_player_inherits_nothing(fresh):
    book = fresh()
    amina = book.add("Amina", "zuri")
    book.keep_study(amina.id, Study().heard("first-steps"))
    book.remove(amina.id)
    assert book.add("Finn", "finn").id == amina.id
    assert fresh().study(amina.id) == Study()


def test_a_broken_study_is_set_aside_once_and_the_rest_goes_on(fresh, tmp_path, told):
    book = fresh()
    amina = book.add("Amina", "zuri")
    book.keep_study(amina.id, Study().heard("first-steps").with_card("loss", Memory(2, 50)))
    file = tmp_path / f"player-{amina.id}.json"
    content = json.loads(file.read_text())
    content["data"]["study"]["cards"]["loss"] = [99, "tomorrow"]
    file.write_text(json.dumps(content))
    study = fresh().study(amina.id)
    assert (study.talks, dict(study.cards)) == ({"first-steps"}, {})
    assert len(told) == 1
    assert list(tmp_path.glob("player-*.json.bad*"))
    assert fresh().study(amina.id) == study
    assert len(told) == 1


def test_files_of_before_lessons_are_understood(fresh, tmp_path, told):
    book = fresh()
    amina = book.add("Amina", "zuri")
    assert "study" not in json.loads((tmp_path / f"player-{amina.id}.json").read_text())["data"]
    assert fresh().study(amina.id) == Study()
    assert told == []
