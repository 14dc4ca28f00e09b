"""The six lessons: all there, all sound, and every walk that they point at ends as they say."""

import pytest

from game import campaign, lesson_check, lesson_walks, levels
from game.lessons import ASKED, DEPTHS, LessonError, hook, lesson, lessons, read
from game.quiz import draw
from game.sim.optimizers import OPTIMIZERS
from tests.command_line import ROOT

NUMBERS = [each.number for each in lessons()]
WORDS = 5500  # in all: each of them is translated
GOOD = (ROOT / "assets" / "lessons" / "1-first-steps.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sites():
    """Levels with their land made, by number and seed."""
    return {}


def shows(number):
    each = lesson(number)
    return [item.show for item in (*each.quiz, *each.cards)]


def strings(value):
    """Every text of a lesson."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from strings(inner)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, lesson_walks.Show):
        for name in value.__dataclass_fields__:
            yield from strings(getattr(value, name))


def test_every_chapter_has_its_lesson():
    heads = [(c.number, c.slug, c.name, c.idea) for c in campaign.chapters()]
    assert [(each.number, each.slug, each.name, each.idea) for each in lessons()] == heads
    assert len(heads) == 6


@pytest.mark.parametrize("number", NUMBERS)
def test_a_lesson_is_whole(number):
    each = lesson(number)
    assert 8 <= len(each.talk) <= 14
    assert {line.who for line in each.talk} == {"student", "teacher"}
    assert len(each.cards) >= 6
    assert len(each.quiz) >= 10
    lengths = [sum(map(len, each.summary[depth])) for depth in DEPTHS]
    assert lengths == sorted(lengths)
    assert any("←" in words or "=" in words for words in each.summary["detailed"])
    for question in each.quiz:
        assert sum(answer.right for answer in question.answers) == 1


def test_nothing_is_asked_or_named_twice():
    asked = [question.asks for each in lessons() for question in each.quiz]
    keys = [card.key for each in lessons() for card in each.cards]
    terms = [card.term for each in lessons() for card in each.cards]
    for several in (asked, keys, terms):
        assert len(set(several)) == len(several)


def test_the_words_stay_few():
    said = [words for each in lessons() for words in strings(each)]
    assert 3000 < sum(len(words.split()) for words in said) < WORDS


def test_the_hook_spells_its_word():
    found = hook()
    assert [letter.term[0] for letter in found.letters] == found.word.split(".")[:-1]
    assert len(found.rhyme) == 4
    assert len(found.ways) == 3


@pytest.mark.parametrize("number", NUMBERS)
def test_every_walk_ends_as_its_lesson_says(number, sites):
    for show in shows(number):
        key = (show.level, show.seed)
        if key not in sites:
            sites[key] = lesson_walks.site_of(show)
        expedition = lesson_walks.walked(show, sites[key].setup)
        assert lesson_walks.ends_as_said(show, expedition), (show, expedition.now.ending)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_question_is_shown_to_its_end(number):
    assert all(
        question.show.ends and question.show.steps is None for question in lesson(number).quiz
    )


def test_a_walk_is_watched_as_it_was_walked(sites):
    from game.sim.expedition import replay

    show = lesson(3).quiz[4].show
    setup = lesson_walks.site_of(show).setup
    walked = lesson_walks.walked(show, setup)
    again = replay(setup, lesson_walks.commands(show, setup))
    assert again.now.ending is walked.now.ending
    assert (again.now.place == walked.now.place).all()


# ---- quizzes


@pytest.mark.parametrize("number", NUMBERS)
def test_a_quiz_asks_different_questions_in_an_order_by_chance(number):
    each = lesson(number)
    quizzes = [draw(each, seed) for seed in range(40)]
    assert quizzes[7] == draw(each, 7)
    for quiz in quizzes:
        assert len({asked.question.asks for asked in quiz}) == len(quiz) == ASKED
        for asked in quiz:
            assert sorted(a.says for a in asked.answers) == sorted(
                a.says for a in asked.question.answers
            )
            assert asked.answers[asked.right].right
    assert {asked.question for quiz in quizzes for asked in quiz} == set(each.quiz)
    assert {asked.right for quiz in quizzes for asked in quiz} >= {0, 1, 2}


# ---- worked numbers, by the game's own arithmetic


def steps_of(name, slopes, **settings):
    """How far an optimizer goes on slopes that follow each other, in one direction."""
    import numpy as np

    optimizer = OPTIMIZERS[name](**settings)
    state, gone = optimizer.init(np.zeros((1, 2))), []
    for slope in slopes:
        step, state = optimizer.step(np.array([[slope, 0.0]]), state)
        gone.append(-float(step[0, 0]))
    return gone


def detailed(number):
    return " ".join(lesson(number).summary["detailed"]).replace("\N{MINUS SIGN}", "-")


def told(number, *values):
    """Whether the detailed summary names these numbers."""
    return all(f"{value:.4g}" in detailed(number) for value in values)


def test_the_numbers_of_the_first_steps():
    assert steps_of("gradient_descent", [0.5, 0.25], learning_rate=8.0) == [4.0, 2.0]
    assert told(1, 8, 0.5, 4, 26, 0.25, 24)


def test_the_numbers_of_the_right_stride():
    for rate, lands in ((0.001, 9.98), (0.1, 8.0), (1.0, -10.0), (1.1, -12.0)):
        assert 10 - steps_of("gradient_descent", [20.0], learning_rate=rate)[0] == pytest.approx(
            lands
        )
        assert told(2, rate, lands)
    assert told(2, round(32 * 0.93, 1), round(32 * 0.93**10, 1))


def test_the_numbers_of_the_wind():
    grown = steps_of("momentum", [0.5] * 200, learning_rate=1.0, momentum=0.8)
    assert grown[:3] == pytest.approx([0.5, 0.9, 1.22])
    assert grown[-1] == pytest.approx(2.5)
    assert told(3, 0.9, 1.22, 2.5)


def test_the_numbers_of_the_rope():
    import numpy as np

    rope = OPTIMIZERS["gradient_descent"](learning_rate=1.0, clip_norm=1.0)
    assert rope.step(np.array([[3.0, 4.0]]), ())[0] == pytest.approx(np.array([[-0.6, -0.8]]))
    assert told(4, 0.6, 0.8, 8 * 20, 8 * 0.001, 1 / 0.008, 2**10, round(0.5**10, 3))


def test_the_numbers_of_the_gear():
    slowed = steps_of("adagrad", [0.5] * 4, learning_rate=4.0)
    assert told(5, *(round(step, 2) for step in slowed))
    for slope in (0.5, 0.05):
        even = steps_of("rmsprop", [slope] * 300, learning_rate=4.0, decay=0.9)
        assert even[-1] == pytest.approx(4.0, rel=1e-3)
        assert steps_of("adam", [slope], learning_rate=4.0)[0] == pytest.approx(4.0, rel=1e-3)
    slopes = [2.0, -1.0]  # a velocity of 2, and then the ground rises
    assert steps_of("momentum", slopes, learning_rate=1.0, momentum=0.8)[1] == pytest.approx(0.6)
    assert steps_of("nesterov", slopes, learning_rate=1.0, momentum=0.8)[1] == pytest.approx(-0.52)
    assert told(5, 0.6, -0.52)


def test_the_numbers_of_the_network():
    assert sum((o - e) ** 2 for o, e in ((0.5, 1), (0.1, 0), (0.4, 0))) == pytest.approx(0.42)
    slope = 2 * (0.4 * 2 - 1) * 2
    weight = 0.4 - 0.1 * slope
    assert told(6, 0.42, slope, weight, weight * 2, round((weight * 2 - 1) ** 2, 4))


# ---- broken files


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('who = "student"', 'who = "camel"', "talk[1].who"),
        ("right = true, ", "", "quiz[1].answers"),
        ('ends = "found"', 'ends = "lost"', "quiz[1].show.ends"),
        ("learning_rate = 8.0, ends", "learning_rat = 8.0, ends", "'learning_rate'"),
        ('key = "parameters"', 'key = "loss"', "same key"),
        ("basic =", "simple =", "summary.basic"),
        ("[[talk]]", "[[talks]]", "talk"),
        ('name = "First steps"', "name = 1", "name"),
        ('name = "First steps"', "name = ", "not TOML"),
    ],
)
def test_a_broken_lesson_is_told_in_a_sentence(tmp_path, old, new, words):
    assert old in GOOD
    path = tmp_path / "1-first-steps.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(LessonError) as caught:
        read(path)
    lines = str(caught.value).splitlines()
    assert any(words in line for line in lines)
    assert all(line.startswith("1-first-steps.toml: ") for line in lines)


def test_levels_are_named_by_number():
    for number in NUMBERS:
        for show in shows(number):
            assert levels.find(show.name).stem.startswith(f"{show.level:02d}-")


def test_there_is_no_seventh_chapter():
    with pytest.raises(LookupError):
        lesson(7)


# ---- the check that `dune-descent check` makes


def test_the_shipped_lessons_hold():
    assert lesson_check.faults() == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('learning_rate = 1.0, ends = "out_of_water"', 'learning_rate = 8.0, ends = "out_of_water"',
         "quiz[10].show: its walk ends found, not out_of_water"),
        ("level = 2, steps = 0", "level = 99, steps = 0", "cards[1].show: level 99"),
        ("[[talk]]", "[[talks]]", "talk"),
    ],
)  # fmt: skip
def test_lessons_that_do_not_hold_are_told(tmp_path, old, new, words):
    assert old in GOOD
    (tmp_path / "1-first-steps.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    assert any(words in str(fault) for fault in lesson_check.faults(tmp_path))
