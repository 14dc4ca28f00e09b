"""`play --levels` and `--lock`: what a teacher types becomes levels and locks, or one sentence."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import levels
from game.course import LOCKABLE, CourseError, lock_of, read_course, read_levels, read_locks
from game.level_file import BUTTONS
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Dig, Gust, Leap, Rewind, Step, Tune
from game.sim.schedules import Constant
from game.sim.tools import RANGES
from tests.command_line import command, process
from tests.levels_for_tests import BOWL

SHIPPED = [path.stem for path in levels.shipped()]
FIRST, LAST = SHIPPED[0], SHIPPED[-1]


def number(slug):
    return int(slug.split("-")[0])


def ways_to_say(slug):
    """All the names of a level."""
    return (slug, slug.partition("-")[2], f"{number(slug):02}", str(number(slug)), slug.upper())


slugs = st.sampled_from(SHIPPED)
said = slugs.flatmap(lambda slug: st.tuples(st.just(slug), st.sampled_from(ways_to_say(slug))))


@given(st.lists(said, min_size=1), st.data())
def test_levels_come_in_the_order_in_which_they_are_named(named, data):
    cuts = data.draw(st.lists(st.booleans(), min_size=len(named), max_size=len(named)))
    texts = [""]
    for (_, word), new in zip(named, cuts, strict=True):
        if new:
            texts.append(word)
        else:
            texts[-1] += f" , {word}"
    found = read_levels(texts)
    assert list(found) == list(dict.fromkeys(slug for slug, _ in named))
    assert all(slug == name for slug, name in found.items())


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_range_means_the_levels_with_these_numbers(first, last):
    wanted = [slug for slug in SHIPPED if first <= number(slug) <= last]
    if wanted:
        assert list(read_levels([f"{first:02}-{last}"])) == wanted
    else:
        with pytest.raises(CourseError, match="backwards" if first > last else "no level has"):
            read_levels([f"{first}-{last}"])


@given(st.lists(st.sampled_from(LOCKABLE)), st.booleans(), st.booleans())
def test_locks_are_what_was_named(names, dashes, loud):
    texts = [name.replace("_", "-") if dashes else name for name in names]
    texts = [text.upper() if loud else text for text in texts]
    found = read_locks([",".join(texts)])
    assert found == read_locks(texts)
    both = {"shrink", "schedule"}
    assert found == set(names) | (both if both & set(names) else set())


@given(st.text(string.printable, max_size=40))
def test_whatever_is_typed_is_read_or_refused_in_one_line(text):
    for read in (read_levels, read_locks):
        try:
            found = read([text])
        except CourseError as error:
            message = str(error)
            assert message.startswith(("--levels: ", "--lock: "))
            assert message.isprintable()
            assert len(message) < 400 + 30 * len(SHIPPED)
        else:
            assert set(found) <= set(LOCKABLE) if read is read_locks else found


def test_every_parameter_and_button_has_a_lock():
    assert set(RANGES) | set(BUTTONS) | {"shrink", "optimizer", "schedule"} == set(LOCKABLE)


@pytest.mark.parametrize(
    ("done", "lock"),
    [
        (Gust(), "gust"), (Leap(), "leap"), (Dig(), "dig"), (Rewind(), "rewind"), (Step(), ""),
        (ChooseOptimizer("adam"), "optimizer"), (ChooseSchedule(Constant()), "schedule"),
        *((Tune(name, 1.0), name) for name in RANGES),
    ],
)  # fmt: skip
def test_each_command_has_its_lock(done, lock):
    assert lock_of(done) == lock
    assert lock == "" or lock in LOCKABLE


def test_nothing_asked_for_is_all_of_the_journey():
    course = read_course([], [])
    assert course.levels is None
    assert course.locked == frozenset()


def test_a_file_is_a_level_too(tmp_path):
    path = tmp_path / "my,bowl.toml"  # a comma in a name that is given alone
    path.write_text(BOWL, encoding="utf-8")
    assert read_levels([str(path), FIRST]) == {"my,bowl": str(path), FIRST: FIRST}
    path = path.rename(tmp_path / "bowl.toml")
    assert read_levels([f"{FIRST},{path}"]) == {FIRST: FIRST, "bowl": str(path)}


def test_two_files_of_one_name_are_told(tmp_path):
    path = tmp_path / f"{FIRST}.toml"
    path.write_text(BOWL, encoding="utf-8")
    with pytest.raises(CourseError, match="two levels are called"):
        read_levels([f"{FIRST},{path}"])


def test_a_shipped_level_by_its_path_is_the_shipped_level():
    assert read_levels([str(levels.shipped()[0])]) == {FIRST: FIRST}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--levels", "nowhere"), "--levels: nowhere: there is no such level"),
        (("--levels", f"{number(FIRST)},antloin"), "did you mean '05-antlion'?"),
        (("--levels", "08-05"), "--levels: the range 08-05 runs backwards; write 05-08"),
        (("--levels", "70-80"), "--levels: no level has a number in 70-80; they are 01-"),
        (("--levels", ","), "--levels: no level is named"),
        (("--levels", "a"), "--levels: a: there is no such level"),
        (("--lock", "lerning_rate"), "unknown name 'lerning_rate'; did you mean 'learning_rate'?"),
        (("--lock", "leap,gusts"), "--lock: unknown name 'gusts'; did you mean 'gust'"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_a_sentence(capsys, words, sentence):
    told = command(capsys, "play", *words)
    assert told.code == 2
    assert len(told.err.splitlines()) == 1
    assert sentence in told.err


def test_a_broken_level_file_is_told_before_a_window_opens(capsys, tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text(BOWL.replace("water = 40", "watre = 40"), encoding="utf-8")
    told = command(capsys, "play", "--levels", path)
    assert told.code == 1
    assert "did you mean 'water'?" in told.err


def test_the_game_opens_with_a_course(tmp_path):
    hidden = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    hidden |= {"DUNE_DESCENT_HOME": str(tmp_path), "DUNE_DESCENT_FRAMES": "2"}
    told = process("play", "--levels", f"{LAST},{FIRST}", "--lock", "momentum", env=hidden)
    assert (told.code, told.err) == (0, "")
