"""The journey: which stops are open, what is played and watched, with every device and size."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game import levels
from game import text as words
from game.campaign import chapters
from game.progress import Result
from game.sim.codes import WalkCode, encode_walk
from game.sim.commands import Step
from game.ui.outcomes import LessonChosen, LevelChosen, Opened, Swapped, WatchWalk
from game.ui.scenes import journey, journey_map, journey_pages, journey_stops
from game.ui.scenes.journey import Journey
from game.ui.stage import Back
from tests.ui.scenes.company import SIZES, Visitor, outside, overlapping, too_small

SLUGS = [path.stem for path in levels.shipped()]
WALK = encode_walk(WalkCode(SLUGS[0], 7, 1, (Step(),)))


def won(*stars):
    """A stage's player who has won so many stars in the first levels."""

    def prepare(stage):
        player = stage.player = stage.book.add("Fennec", "zuri")
        slugs = [path.stem for path in levels.shipped()]
        for slug, count in zip(slugs, stars, strict=False):
            stage.book.record(player.id, slug, Result(count, 1000 + count, 0.4, 3, 1, WALK))

    return prepare


@pytest.fixture
def fresh(tmp_path, _one_page):
    return Visitor(tmp_path, Journey, prepare=won())


@pytest.fixture
def on_the_way(tmp_path, _one_page):
    return Visitor(tmp_path, Journey, prepare=won(3, 1))


PARTS = (4, 4, 5, 5, 5, 4)  # levels of each chapter


def six_chapters(slugs):
    """The six chapters of the game over levels of other names."""
    slugs, made = list(slugs), []
    for chapter, count in zip(chapters(), PARTS, strict=True):
        made.append(replace(chapter, levels=tuple(slugs[:count])))
        del slugs[:count]
    return made


@pytest.fixture
def _many(monkeypatch):
    """Twenty-seven levels in six chapters, made of those that there are."""
    real = levels.shipped()
    names = {f"{at + 1:02d}-many": real[at % len(real)] for at in range(27)}
    made = six_chapters(names)
    of = {slug: chapter for chapter in made for slug in chapter.levels}
    monkeypatch.setattr(journey_pages, "chapter_of", of.get)
    head = levels.head
    heads = {
        slug: levels.Head(**{**vars(head(path)), "number": int(slug[:2])})
        for slug, path in names.items()
    }
    monkeypatch.setattr(levels, "shipped", lambda: [Path(f"{slug}.toml") for slug in names])
    monkeypatch.setattr(levels, "head", lambda path: heads[path.stem])


@pytest.fixture
def _doubled(monkeypatch):
    class Doubled:
        def gettext(self, message):
            return f"{message} {message}"

        def ngettext(self, one, many, count):
            return self.gettext(one if count == 1 else many)

        def pgettext(self, context, message):
            return f"{message} {message}"

    monkeypatch.setattr(words, "use", lambda language: None)
    monkeypatch.setattr(words, "_catalogue", Doubled())


def middle_of_plate(stop):
    return stop.rect.centerx, stop.rect.bottom - 20


@pytest.fixture
def _one_page(monkeypatch):
    """The first five levels on one page, whatever chapters they belong to."""
    page = journey_pages.Page(tuple(SLUGS[:5]), 2, chapters()[2])
    rest = journey_pages.Page(tuple(SLUGS[5:]), 3, chapters()[3])
    monkeypatch.setattr(journey, "pages", lambda slugs: (page, rest))


# ---- what is open


def test_every_level_is_a_stop_with_its_number_and_name(fresh):
    stops = list(fresh.scene.stops.values())
    heads = [levels.head(path) for path in levels.shipped()][: len(stops)]
    assert [(s.said.number, s.said.name) for s in stops] == [(str(h.number), h.name) for h in heads]


def test_at_first_one_stop_is_open_and_the_child_stands_there(fresh):
    scene = fresh.scene
    assert [bool(stop.said.reason) for stop in scene.stops.values()] == [False] + [True] * 4
    assert scene.chosen == SLUGS[0]
    assert scene.traveller.visible
    assert not scene.traveller.walking


def test_the_state_of_a_stop_shows_in_its_shape(on_the_way):
    kinds = [stop.said.kind for stop in on_the_way.scene.stops.values()]
    assert kinds == ["flag", "flag", "tent", "stones", "stones"]
    assert [stop.said.stars for stop in on_the_way.scene.stops.values()][:3] == [3, 1, 0]


def test_a_locked_stop_says_why_and_is_not_played(fresh):
    stop = fresh.scene.stops[SLUGS[3]]
    for _ in range(2):
        fresh.click(middle_of_plate(stop))
    assert fresh.asked is None
    reason = fresh.scene.panel.line.text
    assert levels.head(levels.shipped()[2]).name in reason
    assert fresh.scene.panel.play.reason == reason
    fresh.click_on("Play")
    fresh.key("return")
    assert fresh.asked is None


@pytest.mark.usefixtures("_one_page")
def test_a_teacher_can_open_everything(tmp_path):
    visitor = Visitor(tmp_path, Journey, prepare=won(), all_levels=True)
    visitor.click(middle_of_plate(visitor.scene.stops[SLUGS[4]]))
    visitor.click_on("Play")
    assert visitor.asked == LevelChosen(SLUGS[4])


def test_without_a_player_the_journey_begins_all_the_same(tmp_path):
    visitor = Visitor(tmp_path, Journey)
    visitor.click_on("Play")
    assert visitor.asked == LevelChosen(SLUGS[0])


# ---- playing


def test_enter_plays_the_newest_stop(on_the_way):
    on_the_way.key("return")
    assert on_the_way.asked == LevelChosen(SLUGS[2])


def test_a_click_chooses_a_second_one_plays(on_the_way):
    spot = middle_of_plate(on_the_way.scene.stops[SLUGS[0]])
    on_the_way.click(spot)
    assert on_the_way.asked is None
    assert on_the_way.scene.chosen == SLUGS[0]
    assert str(1003) in on_the_way.scene.panel.best.text.replace(",", "")
    on_the_way.click(spot)
    assert on_the_way.asked == LevelChosen(SLUGS[0])


def test_keys_choose_by_going_there(on_the_way):
    on_the_way.key("left")
    on_the_way.key("left")
    assert on_the_way.scene.chosen in SLUGS[:2]
    chosen = on_the_way.scene.chosen
    on_the_way.key("return")
    assert on_the_way.asked == LevelChosen(chosen)


def test_one_button_plays(on_the_way):
    on_the_way.scan_to(on_the_way.scene.stops[SLUGS[1]])
    assert on_the_way.asked == LevelChosen(SLUGS[1])


def test_a_finger_plays(on_the_way):
    spot = on_the_way.button("Play").rect.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        on_the_way.app.offer(pygame.event.Event(kind, pos=spot, button=1, touch=True))
    on_the_way.run(40)
    assert on_the_way.asked == LevelChosen(SLUGS[2])


def test_escape_leads_back(fresh):
    fresh.key("escape")
    assert fresh.asked == "below"


def test_somebody_else_can_take_over(fresh):
    fresh.click_on("Fennec")
    assert fresh.asked == Swapped("players")


# ---- watching


def test_the_best_walk_can_be_watched(on_the_way):
    on_the_way.click(middle_of_plate(on_the_way.scene.stops[SLUGS[0]]))
    on_the_way.click_on("Watch")
    assert on_the_way.asked == WatchWalk(WALK)


def test_where_nothing_was_walked_nothing_is_watched(on_the_way):
    assert on_the_way.scene.panel.watch.reason
    on_the_way.click_on("Watch")
    assert on_the_way.asked is None


def test_a_walk_that_is_none_is_told_and_not_watched(tmp_path):
    def prepare(stage):
        player = stage.player = stage.book.add("Fennec", "zuri")
        stage.book.record(player.id, SLUGS[0], Result(0, 10, 9.0, 0, 0, "NOCODE"))

    visitor = Visitor(tmp_path, Journey, prepare=prepare)
    visitor.click_on("Watch")
    assert visitor.asked is None
    visitor.run(80)
    assert "can't be shown" in visitor.scene.message.text


# ---- coming back


def come_back(visitor, slug, stars):
    visitor.stage.book.record(visitor.stage.player.id, slug, Result(stars, 900, 1.0, 0, 0, WALK))
    visitor.app.scenes[-1].outcome = Back()
    visitor.run(40)


def test_after_a_star_the_child_walks_on_to_what_was_opened(on_the_way):
    on_the_way.key("return")
    come_back(on_the_way, SLUGS[2], 1)
    scene = on_the_way.scene
    assert scene.chosen == SLUGS[3]
    assert not scene.stops[SLUGS[3]].said.reason
    assert scene.traveller.walking
    on_the_way.run(8000)
    assert not scene.traveller.walking


@pytest.mark.usefixtures("_one_page")
def test_with_reduced_motion_it_is_there_at_once(tmp_path):
    visitor = Visitor(tmp_path, Journey, prepare=won(3, 1), reduced_motion=True)
    visitor.key("return")
    come_back(visitor, SLUGS[2], 1)
    assert not visitor.scene.traveller.walking
    before = pygame.image.tobytes(visitor.surface, "RGB")
    visitor.run(600)
    assert pygame.image.tobytes(visitor.surface, "RGB") == before


def test_without_a_star_all_stays_as_it_was(on_the_way):
    on_the_way.click(middle_of_plate(on_the_way.scene.stops[SLUGS[0]]))
    on_the_way.click_on("Play")
    come_back(on_the_way, SLUGS[0], 0)
    assert on_the_way.scene.chosen == SLUGS[0]
    assert not on_the_way.scene.traveller.walking


# ---- chapters


@pytest.mark.usefixtures("_many")
def test_every_chapter_has_a_page_and_the_newest_is_open(tmp_path):
    visitor = Visitor(tmp_path, Journey, prepare=won(*[2] * 8))
    scene = visitor.scene
    assert [len(page.slugs) for page in scene.pages] == list(PARTS)
    assert scene.leaf == 2
    assert scene.chosen == "09-many"
    assert scene.ring.widgets[0]._name == "Chapter 3: False treasures"
    visitor.click_on("The next chapter")
    assert next(iter(scene.stops)) == "14-many"
    assert scene.chosen == "14-many"
    assert not scene.traveller.visible
    for _ in range(3):
        visitor.click_on("The chapter before")
    assert next(iter(scene.stops)) == "01-many"
    assert "The chapter before" not in [button.tip for button in visitor.buttons()]


@pytest.mark.usefixtures("_many")
def test_every_stop_of_every_chapter_is_reached_by_keys_alone(tmp_path):
    visitor = Visitor(tmp_path, Journey, prepare=won(*[2] * 27))
    visitor.scene._turn(-5)
    visitor.run(40)
    for leaf in range(6):
        for slug in list(visitor.scene.stops):
            visitor.tab_to(visitor.scene.stops[slug])
            assert visitor.scene.chosen == slug
        if leaf < 5:
            visitor.tab_to(visitor.button("The next chapter"))
            visitor.key("return")
    assert visitor.scene.chosen == "27-many"


@pytest.mark.usefixtures("_many")
def test_opening_the_next_chapter_turns_the_page(tmp_path):
    visitor = Visitor(tmp_path, Journey, prepare=won(*[2] * 3))
    visitor.key("return")
    come_back(visitor, "04-many", 2)
    assert visitor.scene.leaf == 1
    assert visitor.scene.chosen == "05-many"


@pytest.mark.usefixtures("_many")
def test_each_chapter_leads_to_its_lesson(tmp_path):
    visitor = Visitor(tmp_path, Journey, prepare=won(*[2] * 8))
    visitor.click_on("Lesson")
    assert visitor.asked == LessonChosen(3)
    visitor.app.scenes[-1].outcome = Back()
    visitor.run(40)
    assert visitor.scene.leaf == 2, "it comes back to the same page"
    visitor.click_on("The chapter before")
    visitor.tab_to(visitor.button("Lesson"))
    visitor.key("return")
    assert visitor.asked == LessonChosen(2)


def test_the_bag_of_tools_is_opened(on_the_way):
    on_the_way.click_on("The tools")
    assert on_the_way.asked == Opened("tools")


@pytest.mark.parametrize("count", [1, 7, 12])
def test_levels_of_no_chapter_and_a_teachers_order_have_pages_too(count):
    slugs = [f"{at}-own" for at in range(count)]
    made = journey_pages.pages(slugs)
    assert [slug for page in made for slug in page.slugs] == slugs
    assert all(page.slugs and page.chapter is None for page in made)
    assert all(len(page.slugs) <= journey_map.room_on(page.picture) for page in made)
    mixed = journey_pages.pages([SLUGS[-1], *slugs, SLUGS[0]])
    assert mixed[0].chapter is not None
    assert mixed[-1].slugs == (SLUGS[0],)
    assert journey_pages.pages([])[0].slugs == ()


def test_the_chapters_of_the_game_fit_on_their_pictures():
    for chapter in chapters():
        assert len(chapter.levels) <= journey_map.room_on(chapter.number - 1)


# ---- what a level looks like


def test_the_panel_shows_the_chosen_desert(on_the_way, tmp_path, monkeypatch):
    view = on_the_way.scene.panel.view

    def face(slug, folder):
        monkeypatch.setattr(journey_map, "VIEWS", folder)
        view.show("", levels.DEFAULT)
        view.show(slug, levels.DEFAULT)
        return pygame.image.tobytes(view._paint()[0], "RGBA")

    shot = pygame.Surface((32, 18))
    shot.fill((10, 200, 30))
    pygame.image.save(shot, tmp_path / "there.png")
    (tmp_path / "there.png").rename(tmp_path / "there.jpg")
    assert face("there", tmp_path) != face("missing", tmp_path)
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    assert face("broken", tmp_path) == face("missing", tmp_path)


def test_stops_are_told_apart_by_what_stands_there(tmp_path):
    theme = Visitor(tmp_path, Journey).stage.theme
    said = journey_stops.StopText("3", "Somewhere", 0)
    faces = set()
    for props in ((), ("palms",), ("ruins",), ("ruins", "bones")):
        surface = pygame.Surface((400, 300))
        stop = journey_stops.Stop(theme, (200, 150), said, lambda: None, (200, 90, 90), props)
        stop.draw(surface)
        faces.add(pygame.image.tobytes(surface, "RGB"))
    assert len(faces) == 4


# ---- looks


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("turn", range(6))
@pytest.mark.usefixtures("_doubled", "_many")
def test_words_twice_as_long_fit_and_targets_are_large(tmp_path, size, scale, turn):
    visitor = Visitor(tmp_path, Journey, size, won(3, 2), text_scale=scale, high_contrast=scale > 1)
    for _ in range(turn):
        visitor.scene._turn(1)
    visitor.run(120)
    for slug in list(visitor.scene.stops):  # the panel tells of each
        visitor.scene._choose(slug)
        assert visitor.ring.fits
    assert too_small(visitor) == []
    assert outside(visitor) == []
    stops = list(visitor.scene.stops.values())
    plates = [pygame.Rect(stop._plate) for stop in stops]
    others = [w for w in visitor.buttons() if w not in stops]
    assert not any(plate.collidelistall([w.rect for w in others]) for plate in plates)
    assert not any(
        plate.colliderect(other) for at, plate in enumerate(plates) for other in plates[at + 1 :]
    )
    assert overlapping(others) == []
    assert all(plate.bottom <= visitor.scene.panel.rect.top for plate in plates)


def test_every_picture_has_a_trail_from_edge_to_edge_with_its_stops():
    for picture in range(journey_map.PICTURES):
        assert (journey_map.JOURNEY / f"{picture + 1}.jpg").is_file()
        for size in SIZES:
            trail = journey_map.trail_on(size, picture)
            assert trail.points[0][0] <= 0
            assert trail.points[-1][0] >= size[0] - 2
            assert len(trail.stops) == journey_map.room_on(picture) == PARTS[picture]
            across = [trail.stop(at)[0] for at in range(len(trail.stops))]
            assert across == sorted(across)
            assert 0 < across[0] < across[-1] < size[0]


def test_without_its_pictures_there_still_is_a_journey(tmp_path, monkeypatch):
    monkeypatch.setattr(journey_map, "JOURNEY", tmp_path / "nowhere")
    journey_map._noted.cache_clear()
    try:
        visitor = Visitor(tmp_path, Journey, prepare=won(2))
        visitor.key("return")
        assert visitor.asked == LevelChosen(SLUGS[1])
    finally:
        journey_map._noted.cache_clear()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_a_child_does_nothing_breaks(tmp_path, seed):
    Visitor(tmp_path, Journey, prepare=won(*[2] * seed)).mash(seed)


def test_stops_can_be_read_aloud_and_help_points_at_them(on_the_way):
    stops = on_the_way.scene.stops
    name = levels.head(levels.shipped()[0]).name
    assert stops[SLUGS[0]].spoken == f"Level 1: {name}. 3 stars."
    assert stops[SLUGS[1]].spoken.endswith("1 star.")
    assert "Win a star in" in stops[SLUGS[4]].spoken
    assert len(on_the_way.scene.pointers()) == 2
