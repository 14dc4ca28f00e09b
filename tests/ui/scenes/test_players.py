"""Who is playing: with keys, mouse, finger, controller and one button, in every size."""

import pygame
import pytest

from game import text as words
from game.progress import MOST_PLAYERS
from game.ui.draw.figure import FIGURES
from game.ui.outcomes import Swapped
from game.ui.scenes.players import Players, SurePage, WhoPage
from game.ui.scenes.players_letters import LettersPage
from game.ui.scenes.players_new import NewPage
from tests.ui.scenes.company import SIZES, Visitor, outside, overlapping, too_small

NAMES = ("Fennec", "Comet", "Oasis", "Wüsten Fuchs", "WWWWWWWWWWWW", "Al", "Nova", "Gecko",
         "Breeze", "Topaz", "Lynx", "Ibis")  # fmt: skip


def with_players(count):
    def prepare(stage):
        for number in range(count):
            stage.book.add(NAMES[number], FIGURES[number % len(FIGURES)].name)

    return prepare


@pytest.fixture
def nobody(tmp_path):
    return Visitor(tmp_path, Players)


@pytest.fixture
def three(tmp_path):
    return Visitor(tmp_path, Players, prepare=with_players(3))


@pytest.fixture
def _doubled(monkeypatch):
    class Doubled:
        def gettext(self, message):
            return f"{message} {message}"

        def ngettext(self, one, many, count):
            return self.gettext(one if count == 1 else many)

        def pgettext(self, context, message):
            return message

    monkeypatch.setattr(words, "use", lambda language: None)
    monkeypatch.setattr(words, "_catalogue", Doubled())


def journey(visitor):
    assert visitor.asked == Swapped("journey")
    return visitor.stage.player


# ---- choosing


def test_there_are_children_enough_to_choose_from():
    assert len(FIGURES) >= 8
    assert len({figure.name for figure in FIGURES}) == len(FIGURES)


def test_a_click_on_a_card_plays_as_that_child(three):
    three.click_on("Comet")
    assert journey(three).nickname == "Comet"
    assert three.stage.book.current.nickname == "Comet"


def test_keys_go_to_a_card_and_play(three):
    three.key("right")  # shows where the keys are: at the one that played last
    three.key("left", "return")
    assert journey(three).nickname == "Comet"


def test_a_finger_plays_once(three):
    spot = three.button("Oasis").rect.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        three.app.offer(pygame.event.Event(kind, pos=spot, button=1, touch=True))
    three.run(40)
    assert journey(three).nickname == "Oasis"
    assert len(three.app.scenes) == 2


def test_one_button_plays(three):
    three.scan_to(three.button("Fennec"))
    assert journey(three).nickname == "Fennec"


def test_escape_leads_back(three):
    three.key("escape")
    assert three.asked == "below"
    assert three.stage.player is None


# ---- somebody new


def test_with_nobody_there_one_key_is_enough(nobody):
    assert isinstance(nobody.scene.page, NewPage)
    nobody.key("return")
    player = journey(nobody)
    assert player.nickname == "Fennec"
    assert player.figure == FIGURES[0].name


def test_a_nickname_is_typed_over_the_suggestion(nobody):
    nobody.write("Zara Gh")
    nobody.key("return")
    assert journey(nobody).nickname == "Zara Gh"


def test_mouse_alone_chooses_child_and_nickname(three):
    three.click_on("New player")
    page = three.scene.page
    three.click(page.tiles[6].rect.center)
    assert page.portrait.label == ""
    three.click(page.chips[2].rect.center)
    wanted = page.chips[2].label
    three.click_on("Start")
    player = journey(three)
    assert (player.nickname, player.figure) == (wanted, FIGURES[6].name)
    assert len(three.stage.book.players()) == 4


def test_keys_alone_choose_child_and_nickname(three):
    three.tab_to(three.button("New player"))
    three.key("return")
    three.tab_to(three.scene.page.tiles[3])
    three.key("right", "space")
    three.tab_to(three.scene.page.chips[4])
    wanted = three.scene.page.chips[4].label
    three.key("return")
    three.tab_to(three.button("Start"))
    three.key("return")
    player = journey(three)
    assert (player.nickname, player.figure) == (wanted, FIGURES[4].name)


def test_one_button_makes_a_player(nobody):
    nobody.scan_to(nobody.scene.page.tiles[2])
    nobody.scan_to(nobody.button("Start"))
    assert journey(nobody).figure == FIGURES[2].name


def test_other_nicknames_are_offered_and_none_that_is_taken(three):
    three.click_on("New player")
    page = three.scene.page
    first = [chip.label for chip in page.chips]
    assert not set(first) & {"Fennec", "Comet", "Oasis"}
    three.click_on("Others")
    assert not set(first) & {chip.label for chip in page.chips}


def test_a_nickname_is_spelled_with_buttons(nobody):
    nobody.click_on("Spell")
    assert isinstance(nobody.scene.page, LettersPage)
    for letter in "ZOE":
        nobody.click_on(letter)
    nobody.click_on("Erases")
    nobody.click_on("Space")
    nobody.click_on("A")
    assert nobody.scene.draft.nickname == "Zo A"
    nobody.click_on("Done")
    assert isinstance(nobody.scene.page, NewPage)
    nobody.click_on("Start")
    assert journey(nobody).nickname == "Zo A"


def test_one_button_spells(nobody):
    nobody.scan_to(nobody.button("Spell"))
    for letter in "AL":
        nobody.scan_to(nobody.button(letter))
    nobody.scan_to(nobody.button("Done"))
    nobody.scan_to(nobody.button("Start"))
    assert journey(nobody).nickname == "Al"


def test_escape_leads_from_the_letters_to_the_child_and_out(nobody):
    nobody.click_on("Spell")
    nobody.key("escape")
    assert isinstance(nobody.scene.page, NewPage)
    nobody.key("escape")
    assert nobody.asked == "below"


def test_escape_leads_back_to_the_others_and_makes_nobody(three):
    three.click_on("New player")
    three.key("escape")
    assert isinstance(three.scene.page, WhoPage)
    assert len(three.stage.book.players()) == 3


def test_a_nickname_that_is_taken_is_told_and_starts_nothing(three):
    three.click_on("New player")
    three.write("Comet")
    assert "plays here already" in three.scene.page.speech.text
    three.key("return")
    three.click_on("Start")
    assert three.asked is None
    three.write("x")
    assert three.scene.page.speech.text == ""
    three.key("return")
    assert journey(three).nickname == "Cometx"


def test_an_empty_nickname_starts_nothing(nobody):
    nobody.key("backspace", "return")
    assert nobody.asked is None
    assert "Choose a nickname" in nobody.scene.page.speech.text


def test_text_that_grows_keeps_what_was_chosen(nobody):
    nobody.click(nobody.scene.page.tiles[5].rect.center)
    nobody.write("Ada")
    nobody.stage.change(text_scale=2.0)
    nobody.run(40)
    assert nobody.scene.page.entry.text == "Ada"
    assert nobody.scene.page.tiles[5].selected
    nobody.click_on("Spell")
    nobody.stage.change(text_scale=1.0)
    nobody.run(40)
    assert isinstance(nobody.scene.page, LettersPage)


def test_with_twelve_there_is_no_place_for_another(tmp_path):
    full = Visitor(tmp_path, Players, prepare=with_players(MOST_PLAYERS))
    labels = [button.label for button in full.buttons()]
    assert "New player" not in labels
    assert all(name in labels for name in NAMES)


# ---- removing


def test_removing_asks_first_and_removes(three):
    three.click_on("Remove a player")
    three.click_on("Comet")
    assert isinstance(three.scene.page, SurePage)
    assert len(three.stage.book.players()) == 3
    three.click_on("Remove")
    assert [p.nickname for p in three.stage.book.players()] == ["Fennec", "Oasis"]
    assert isinstance(three.scene.page, WhoPage)


def test_keep_is_what_the_keys_find_first(three):
    three.click_on("Remove a player")
    three.click_on("Comet")
    three.key("tab", "return")
    assert len(three.stage.book.players()) == 3
    assert isinstance(three.scene.page, WhoPage)


def test_escape_gives_up_removing_before_it_leaves(three):
    three.click_on("Remove a player")
    three.click_on("Comet")
    three.key("escape")
    assert isinstance(three.scene.page, WhoPage)
    three.click_on("Remove a player")
    three.key("escape")
    assert three.asked is None
    three.click_on("Comet")
    assert journey(three).nickname == "Comet"


def test_whoever_is_removed_plays_no_more(tmp_path):
    def prepare(stage):
        with_players(1)(stage)
        stage.player = stage.book.current

    visitor = Visitor(tmp_path, Players, prepare=prepare)
    visitor.click_on("Remove a player")
    visitor.click_on("Fennec")
    visitor.click_on("Remove")
    assert visitor.stage.player is None
    assert isinstance(visitor.scene.page, NewPage)


# ---- looks


PAGES = {
    "who": lambda scene: None,
    "removing": lambda scene: scene.page._switch(),
    "new": lambda scene: scene._begin_new(),
    "letters": lambda scene: scene._letters(),
    "sure": lambda scene: scene._ask(scene.book.players()[4]),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("count", [5, 12])
@pytest.mark.usefixtures("_doubled")
def test_words_twice_as_long_fit_and_targets_are_large(tmp_path, size, scale, page, count):
    visitor = Visitor(
        tmp_path, Players, size, with_players(count), text_scale=scale, high_contrast=scale > 1
    )
    PAGES[page](visitor.scene)
    visitor.run(120)
    assert visitor.ring.fits
    assert too_small(visitor) == []
    assert outside(visitor) == []
    assert overlapping([w for w in visitor.buttons() if w.focusable]) == []


def test_nothing_moves_with_reduced_motion(tmp_path):
    visitor = Visitor(tmp_path, Players, prepare=with_players(2), reduced_motion=True)
    visitor.point(visitor.button("Comet").rect.center)
    visitor.run(600)
    before = pygame.image.tobytes(visitor.surface, "RGB")
    visitor.run(400)
    assert pygame.image.tobytes(visitor.surface, "RGB") == before


@pytest.mark.parametrize("seed", range(4))
def test_whatever_a_child_does_nothing_breaks(tmp_path, seed):
    Visitor(tmp_path, Players, prepare=with_players(seed * 4)).mash(seed)


def test_the_page_stays_as_it_was_when_it_is_laid_out_anew(three):
    three.click_on("Remove a player")
    three.tab_to(three.button("Oasis"))
    three.stage.version += 1  # as when a controller is picked up
    three.run(40)
    assert three.scene.page.removing
    assert three.ring.current is three.button("Oasis")
    assert three.ring.shown


def test_who_cannot_type_is_led_to_the_letters(nobody):
    nobody.scan_to(nobody.scene.page.entry)
    assert isinstance(nobody.scene.page, LettersPage)


def test_cards_can_be_read_aloud_and_help_points_at_them(three):
    assert three.button("Comet").spoken == "Comet. 0 stars."
    assert len(three.scene.pointers()) == 2
    three.click_on("New player")
    assert three.scene.page.tiles[3].spoken == "Noor."
    assert len(three.scene.pointers()) == 3
