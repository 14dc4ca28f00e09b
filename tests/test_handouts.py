"""`dune-descent handouts`: pages that print, and answers that another way of reckoning confirms."""

import math
import re
import sys

import numpy as np
import pytest

from game import campaign, levels
from game.commands.handouts import by_hand, tasks, trials, walks
from game.commands.handouts.contours import contour
from game.commands.handouts.plan import PLAN, sheets
from game.commands.handouts.print_sheets import print_answers, print_worksheets
from game.commands.handouts.words import AGES, MIDDLE, OLD, YOUNG
from game.commands.walk import walk as walk_level
from game.sim.events import Ending
from game.sim.optimizers import OPTIMIZERS
from game.sim.tools import Tools
from game.text import languages, use
from game.ui import tool_words
from game.ui.scenes.play_tools import scale_of
from tests.command_line import ROOT, command, process
from tests.levels_for_tests import BOWL

CHAPTERS = [chapter for chapter in campaign.chapters() if chapter.levels]
FILES = ["guide.pdf", "worksheets-7-9.pdf", "worksheets-10-13.pdf", "worksheets-14-18.pdf",
         "answers.pdf"]  # fmt: skip


def site_of(stem):
    return levels.build(levels.read(levels.find(stem)))


@pytest.fixture(scope="module")
def bowl(tmp_path_factory):
    path = tmp_path_factory.mktemp("levels") / "01-bowl.toml"
    path.write_text(BOWL, encoding="utf-8")
    return levels.build(levels.read(path))


@pytest.fixture(scope="module")
def everything():
    return [sheet for chapter in CHAPTERS for sheet in sheets(chapter)]


def pages(document):
    return len(re.findall(rb"/Type /Page\b", bytes(document)))


# ---- the command


def test_one_command_makes_all_pages_the_same_each_time(capsys, tmp_path, caplog):
    made = []
    for folder in ("one", "two"):
        said = command(capsys, "handouts", tmp_path / folder / "in", "--chapter", 2)
        assert (said.code, said.err) == (0, "")
        assert said.out.split() == [str(tmp_path / folder / "in" / name) for name in FILES]
        made.append([(tmp_path / folder / "in" / name).read_bytes() for name in FILES])
    assert made[0] == made[1]
    assert all(file.startswith(b"%PDF-") for file in made[0])
    assert not [record for record in caplog.records if "glyph" in record.getMessage()]


def test_other_paper_is_of_another_size(capsys, tmp_path):
    for paper, box in (("a4", b"595.28 841.89"), ("Letter", b"612.00 792.00")):
        assert command(capsys, "handouts", tmp_path, "--chapter", 1, "--paper", paper).code == 0
        assert all(box in (tmp_path / name).read_bytes() for name in FILES)


def test_pages_in_another_language_leave_the_game_in_english(capsys, tmp_path):
    said = command(capsys, "handouts", tmp_path, "--chapter", 1, "--language", "xx")
    assert (said.code, said.err) == (0, "")
    assert tasks.text("Worksheet") == "Worksheet"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--language", "klingon"), "--language: unknown language 'klingon'; "),
        (("--paper", "a44"), "--paper: unknown paper 'a44'; did you mean 'a4'?"),
        (("--chapter", "9"), "--chapter: there is no chapter 9; they are 1 to 6"),
        (("--chapter", "two"), "--chapter"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_a_sentence(capsys, tmp_path, words, sentence):
    said = command(capsys, "handouts", tmp_path / "out", *words)
    assert said.code == 2
    assert sentence in said.err
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_that_can_not_be_made_is_told(capsys, tmp_path):
    (tmp_path / "file").write_text("x")
    said = command(capsys, "handouts", tmp_path / "file", "--chapter", 1)
    assert said.code == 1
    assert "can't be made" in said.err


def test_without_the_library_one_sentence_says_how_to_get_it(tmp_path):
    (tmp_path / "fpdf.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'fpdf'\", name='fpdf')"
    )
    paths = {"PYTHONPATH": f"{tmp_path}{':' if sys.platform != 'win32' else ';'}{ROOT}"}
    said = process("handouts", tmp_path / "out", env=paths, cwd=tmp_path)
    assert said.code == 1
    assert said.err == "the handouts need fpdf2: python -m pip install fpdf2\n"


# ---- what is on the pages


def test_every_chapter_has_a_sheet_for_every_age(everything):
    assert set(PLAN) == {chapter.number for chapter in campaign.chapters()}
    found = [(sheet.chapter, sheet.age) for sheet in everything]
    assert found == [(chapter.number, age.title) for chapter in CHAPTERS for age in AGES]
    assert all(sheet.tasks for sheet in everything)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("age", AGES, ids=lambda age: age.names)
def test_each_sheet_stands_on_one_page(everything, paper, age):
    of_age = [sheet for sheet in everything if sheet.age == age.title]
    assert pages(print_worksheets(paper, of_age).output()) == len(of_age)


@pytest.mark.parametrize("language", languages())
def test_the_fullest_sheets_have_room_in_every_language(language):
    use(language)
    try:
        made = sheets(CHAPTERS[2])
        assert pages(print_worksheets("letter", made).output()) == len(made)
    finally:
        use("en")


def test_words_twice_as_long_still_stand_on_their_pages(everything):
    use("xx")
    try:
        made = sheets(CHAPTERS[1])
        assert pages(print_worksheets("letter", made).output()) <= 2 * len(made)
        assert pages(print_answers("letter", made).output()) >= 1
    finally:
        use("en")


def test_what_is_left_empty_has_an_answer(everything):
    for task in (task for sheet in everything for task in sheet.tasks):
        empty = "" in [cell for row in (task.grid.rows if task.grid else ()) for cell in row]
        assert not empty or task.answer_grid is not None, task.title
        assert task.answer_grid is None or "" not in sum(task.answer_grid.rows, ())
        assert task.answer or task.answer_grid or task.answer_map, task.title


# ---- the answers, worked out once more


def roam(site, rate, shrink=1.0, momentum=0.0):
    """Plain momentum with decay, by the book: (found, steps), or None for what left the map."""
    place, velocity = site.setup.start.copy(), np.zeros(2)
    rested = 0
    for step in range(site.setup.water):
        velocity = momentum * velocity + site.land.terrain.gradient(place[None])[0]
        place = place - rate * shrink**step * velocity
        if not ((place >= 0) & (place <= 100)).all():
            return None
        rested = rested + 1 if math.dist(place, site.setup.gem) <= 1.5 else 0
        if rested == site.setup.settle:
            return True, step + 1
    return False, site.setup.water


def settings_of(site, task, swept):
    """The numbers that a task tells to set, by their short names in `roam`."""
    named = {"Learning rate": "rate", "Momentum": "momentum", "Decay": "shrink"}
    settings = {"rate": site.level.tools.learning_rate}
    if site.level.tools.optimizer == "momentum":
        settings["momentum"] = site.level.tools.momentum
    for name, short in named.items():
        if found := re.search(rf"{name} ([\d.]*\d)", " ".join(task.notes)):
            settings[short] = float(found[1])
    return {**settings, named[task.grid.head[0]]: float(swept)}


@pytest.mark.parametrize("stem", ["05-antlion", "06-yawning-plain", "08-zigzag-canyon",
                                  "10-whispering-gust"])  # fmt: skip
def test_the_endings_are_those_of_walks_by_the_book(stem):
    site = site_of(stem)
    task = trials.endings(site, OLD)
    seen = set()
    for (value, _, _), (_, told) in zip(task.grid.rows, task.answer_grid.rows, strict=True):
        ended = roam(site, **settings_of(site, task, value))
        if ended is None:
            assert told == "off the map"
        elif ended[0]:
            assert told == f"found after {ended[1]} steps"
        else:
            assert told.startswith("not found: ")
        seen.add(told.split()[0])
    assert len(seen) >= 2  # else there would be nothing to find out


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.slug)
def test_the_endings_of_gears_are_those_that_walk_tells(chapter):
    """By the command line, whose settings are typed from the sheet."""
    for slug in chapter.levels:
        task = trials.gears(site_of(slug), OLD)
        if task is None:
            continue
        best = walks.winning(site_of(slug))
        tools = best[0] if best else site_of(slug).level.tools
        numbers = {name: getattr(tools, name) for name in ("learning_rate", "momentum", "decay")}
        for gear, told in task.answer_grid.rows:
            name = next(n for n, w in tool_words.OPTIMIZERS.items() if w.grown_up() == gear)
            now = walk_level(slug, optimizer=name, numbers=numbers).expedition.now
            assert told.startswith("found after") == (now.ending is Ending.FOUND)
            if now.ending is Ending.FOUND:
                assert told.split()[2] == str(now.steps)
        assert "first" not in " ".join(task.notes) or gear not in " ".join(task.notes)


def test_numbers_by_hand_have_three_digits_that_count():
    assert [trials._by_hand(value, "s") for value in (0.00194, 0.5, 0.0, -12.3456)] == [
        "0.00194", "0.500", "0.000", "\N{MINUS SIGN}12.346"
    ]  # fmt: skip
    assert trials._by_hand(0.00194, "step") == "0.00"
    assert trials._by_hand(10.5 * 0.15, "step") == "1.58"  # in bits a little less than 1.575
    assert trials._by_hand(-10.5 * 0.15, "step") == "\N{MINUS SIGN}1.58"


def test_the_young_read_found_or_not():
    site = site_of("05-antlion")
    told = {row[1] for row in trials.endings(site, YOUNG).answer_grid.rows}
    assert told == {"found", "not found"}


def test_values_are_those_of_the_slider_with_the_best_among_them():
    site = site_of("05-antlion")
    (name, low, high), *_ = site.level.hand_out.sliders
    scale = scale_of(name, low, high)
    values = [float(row[0]) for row in trials.endings(site, OLD).grid.rows]
    assert set(values) <= set(scale.values)
    assert values == sorted(set(values))
    assert (values[0], values[-1]) == (low, high)
    best, _ = walks.winning(site)
    assert best.learning_rate in values


def test_lengths_are_slope_times_step_size(bowl):
    task = trials.lengths(bowl, MIDDLE)
    rows = [[float(cell) for cell in row] for row in task.answer_grid.rows]
    assert len(rows) == 4
    for slope, rate, length in rows:
        assert length == pytest.approx(slope * rate, abs=0.0051)
    assert rows == sorted(rows, reverse=True)


def book(name, tools, gradients, place):
    """The rows of a table by hand: memories, step and place."""
    first = second = 0.0
    for count, g in enumerate(gradients, 1):
        if name in ("momentum", "nesterov"):
            first = tools.momentum * first + g
            pull, kept = first if name == "momentum" else g + tools.momentum * first, (first,)
        elif name in ("adagrad", "rmsprop"):
            old, new = (1, 1) if name == "adagrad" else (tools.decay, 1 - tools.decay)
            first = old * first + new * g * g
            pull, kept = g / math.sqrt(first), (first,)
        elif name == "adam":
            first = tools.beta1 * first + (1 - tools.beta1) * g
            second = tools.beta2 * second + (1 - tools.beta2) * g * g
            mean, square = first / (1 - tools.beta1**count), second / (1 - tools.beta2**count)
            pull, kept = mean / math.sqrt(square), (first, second)
        else:
            pull, kept = g, ()
        place -= tools.learning_rate * pull
        yield (g, *kept, -tools.learning_rate * pull, place)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_what_is_worked_out_by_hand_is_right(bowl, name):
    tools = Tools(name, learning_rate=3.0, momentum=0.8, decay=0.85, beta1=0.7, beta2=0.9)
    work = by_hand.worked(bowl, tools)
    gradients = [row[0] for row in work.rows]
    assert len(gradients) == by_hand.STEPS
    assert all(g == round(g, 3) for g in gradients)
    for told, wanted in zip(work.rows, book(name, tools, gradients, work.start), strict=True):
        np.testing.assert_allclose(told, wanted, atol=1e-6)
    slope = bowl.land.terrain.gradient(bowl.setup.start[None])[0]
    axis = "xy".index(work.columns[-1])
    assert abs(slope[axis]) == max(abs(slope))
    assert gradients[0] == round(slope[axis], 3)


def test_a_rope_is_worked_out_by_lengths(bowl):
    slope = float(np.hypot(*bowl.land.terrain.gradient(bowl.setup.start[None])[0]))
    work = by_hand.worked(bowl, Tools(learning_rate=4.0, clip_norm=slope / 2))
    assert work.rows[0] == pytest.approx((slope, slope / 2, 2 * slope), abs=1e-3)
    assert work.start is None


@pytest.mark.parametrize(("language", "word"), [("de", "Schritt"), ("es", "paso"), ("fr", "pas")])
@pytest.mark.parametrize("name", [*OPTIMIZERS, "rope"])
def test_a_formula_speaks_the_language_of_the_sheet(bowl, language, word, name):
    rope = Tools(clip_norm=0.1)
    use(language)
    work = by_hand.worked(bowl, rope if name == "rope" else Tools(name))
    use("en")
    assert "step" not in work.formula
    assert f"{word} = " in work.formula
    assert "step" in work.columns  # a key, not what is printed
    use(language)
    assert word in work.head
    assert "step" not in work.head
    use("en")


def test_the_steepest_places_are_in_order():
    site = site_of("01-first-steps")
    task = tasks.steepest(site, YOUNG)
    spots = {spot.label: (spot.x, spot.y) for spot in task.map.spots if spot.label}
    told = re.findall(r"([ABC]): slope ([\d.]+)", task.answer)
    assert sorted(letter for letter, _ in told) == ["A", "B", "C"]
    steep, small = [], 1e-4
    for letter, said in told:
        x, y = spots[letter]
        around = [(x + small, y), (x - small, y), (x, y + small), (x, y - small)]
        east, west, south, north = site.land.terrain.height(np.array(around))
        steep.append(math.hypot(east - west, south - north) / (2 * small))
        assert float(said) == pytest.approx(steep[-1], abs=0.0051)
    assert steep[0] > 1.5 * steep[1] > 2 * steep[2]
    assert spots["A"][0] <= spots["B"][0] <= spots["C"][0]


@pytest.mark.parametrize(
    ("stem", "end"), [("01-first-steps", "the rarest gem."), ("10-whispering-gust", "a lesser gem")]
)
def test_the_way_down_only_goes_down_and_ends_as_told(stem, end):
    site = site_of(stem)
    task = tasks.downhill(site, YOUNG)
    way = np.array(task.answer_map.path)
    assert (np.diff(site.land.terrain.height(way)) < 1e-9).all()
    assert np.hypot(*np.diff(way, axis=0).T).max() <= 0.4 + 1e-9
    assert end in task.answer
    gem = site.setup.gem if "rarest gem." in end else site.setup.lesser_gems[0]
    assert math.dist(way[-1], gem) < 0.5
    assert not task.map.path


def test_the_blindfold_map_shows_arrows_alone():
    site = site_of("01-first-steps")
    task = tasks.blindfold(site, OLD)
    assert task.map.bare
    assert not [spot for spot in task.map.spots if spot.kind != "start"]
    for x, y, dx, dy in task.map.arrows:
        slope = site.land.terrain.gradient(np.array([[x, y]]))[0]
        assert dx * slope[0] + dy * slope[1] <= 0
    assert not task.answer_map.bare


def test_the_cost_is_the_sum_of_squares(bowl):
    task = trials.costs(bowl, OLD)
    cells = [[float(cell) for cell in row] for row in task.answer_grid.rows]
    assert [(guess - right) ** 2 for guess, right, _ in cells] == pytest.approx(
        [square for _, _, square in cells]
    )
    assert "0.42" in task.answer


def test_leaps_are_found_by_chance_and_reach():
    task = trials.leaps(site_of("12-fallen-stars"), MIDDLE)
    found = {float(row[0].split()[0]): float(row[2]) for row in task.answer_grid.rows}
    assert found[min(found)] == 0  # as the level claims: short leaps fall back
    assert max(found.values()) >= 0.8 * walks.LEAP_TRIES
    assert {row[1] for row in task.answer_grid.rows} == {str(walks.LEAP_TRIES)}  # really walked
    assert all(count.is_integer() for count in found.values())


def test_the_two_names_belong_together(bowl):
    task = tasks.pairs(bowl, MIDDLE)
    words = {*tool_words.SLIDERS.values(), *tool_words.OPTIMIZERS.values()}
    letters = dict(row[2].split("  ") for row in task.answer_grid.rows)
    for child, letter, _ in task.answer_grid.rows:
        assert (child, letters[letter]) in {(word.child(), word.grown_up()) for word in words}
    assert sorted(letters) == sorted(row[1] for row in task.answer_grid.rows)
    assert all(row[1] != row[2][0] for row in task.answer_grid.rows)


# ---- height lines


def test_height_lines_of_a_cone_are_circles():
    axis = np.arange(41.0) - 20
    cone = np.hypot(*np.meshgrid(axis, axis))
    lines = contour(cone, 10.01)
    assert len(lines) == 1
    assert lines[0][0] == lines[0][-1]
    radii = [math.dist(place, (20, 20)) for place in lines[0]]
    np.testing.assert_allclose(radii, 10.01, atol=0.03)


def test_height_lines_that_meet_the_edge_are_open_and_saddles_are_split():
    plane = np.add.outer(np.zeros(5), np.arange(5.0))
    (line,) = contour(plane, 1.5)
    assert sorted(line) == [(1.5, float(row)) for row in range(5)]
    saddle = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert sorted(len(line) for line in contour(saddle, 0.4)) == [2, 2]
    assert sorted(len(line) for line in contour(saddle, 0.6)) == [2, 2]
    assert contour(saddle, 0.4) != contour(saddle, 0.6)
