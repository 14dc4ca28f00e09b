"""Every setting can be changed by keys and by pointer, acts at once, and is kept."""

from dataclasses import fields

import pygame
import pytest

from game import settings as kept
from game.settings import Settings
from game.store import Store
from game.text import PSEUDO, languages, use
from game.ui.outcomes import Opened
from game.ui.scenes.settings import Settings as SettingsScene
from game.ui.scenes.settings_options import nearest
from game.ui.scenes.settings_pages import PAGES
from game.ui.signals import Act, Intent, Point, Touch
from game.ui.stage import Back, Stage
from game.ui.widgets.choice import Option
from game.ui.widgets.side_choice import SideChoice
from game.ui.widgets.toggle import Toggle

ROWS = [(page.key, row) for page in PAGES for row in page.rows]
SET = [(key, row) for key, row in ROWS if not row.opens]


class Desk:
    """The scene on a canvas, arranged anew whenever the stage asks for it, as the app does."""

    def __init__(self, folder, page="picture", size=(1280, 720), **choices):
        pygame.display.init()
        pygame.font.init()
        self.surface = pygame.display.set_mode(size)
        self.stage = Stage(Settings().changed(**choices), Store(folder), size)
        self.scene = SettingsScene(self.stage, page)
        self.scene.arrange()
        self.version = self.stage.version

    def act(self, *intents):
        for intent in intents:
            self.scene.handle(Act(intent))
            self.frame()

    def click(self, pixel):
        for kind in (Touch.MOVE, Touch.PRESS, Touch.RELEASE):
            self.scene.handle(Point(kind, pixel))
        self.frame()

    def frame(self, ms=50.0):
        if self.stage.version != self.version:
            self.version = self.stage.version
            self.scene.arrange()
        self.scene.update(ms)
        self.scene.draw(self.surface)

    def reach(self, field):
        """Walk with Tab until the row of `field` is in focus."""
        for _ in range(30):
            self.act(Intent.NEXT_FOCUS)
            if self.scene.ring.current is self.scene.rows.get(field):
                return
        raise AssertionError(f"{field} is not reached by Tab")


@pytest.fixture
def desk(tmp_path):
    yield lambda *more, **choices: Desk(tmp_path, *more, **choices)
    use("en")


def test_every_choice_of_the_player_has_a_row():
    shown = {row.field for _, row in SET}
    assert shown | {"bindings", "pad_bindings"} >= {field.name for field in fields(Settings)}


@pytest.mark.parametrize(("page", "row"), SET, ids=[row.field for _, row in SET])
def test_keys_change_a_setting_at_once_and_it_is_kept(desk, tmp_path, page, row):
    if row.field in ("language", "full_screen"):
        pytest.skip("there is one language, and no screen to fill, in a test")
    here = desk(page)
    before = getattr(here.stage.settings, row.field)
    here.reach(row.field)
    here.act(Intent.RIGHT if row.options or before is False else Intent.LEFT)
    after = getattr(here.stage.settings, row.field)
    assert after != before
    here.frame(1000.0)
    assert getattr(kept.load(Store(tmp_path))[0], row.field) == after
    assert here.scene.ring.current is here.scene.rows[row.field], "the focus was lost"


@pytest.mark.parametrize(("page", "row"), SET, ids=[row.field for _, row in SET])
def test_a_pointer_changes_a_setting_at_once(desk, page, row):
    here = desk(page)
    if row.field in ("language", "full_screen"):
        pytest.skip("there is one language, and no screen to fill, in a test")
    widget = here.scene.rows[row.field]
    before = getattr(here.stage.settings, row.field)
    if isinstance(widget, SideChoice):
        bar, options = widget.bar, row.options()
        at = next(i for i, option in enumerate(options) if option.value != before)
        here.click((bar.left + round(bar.width * (at + 0.5) / len(options)), bar.centery))
        assert getattr(here.stage.settings, row.field) == options[at].value
    else:
        assert isinstance(widget, Toggle)
        here.click(widget.rect.center)
        assert getattr(here.stage.settings, row.field) is not before


def test_full_screen_shows_what_the_window_became(desk, monkeypatch):
    here = desk()
    monkeypatch.setattr("game.ui.scenes.settings.toggle_full_screen", lambda: True)
    here.reach("full_screen")
    here.act(Intent.ACTIVATE)
    assert here.stage.settings.full_screen
    monkeypatch.setattr("game.ui.scenes.settings.toggle_full_screen", lambda: False)
    here.act(Intent.ACTIVATE)
    assert not here.stage.settings.full_screen
    assert not here.scene.rows["full_screen"].on


def test_large_text_is_laid_out_at_once_and_pages_turn(desk):
    here = desk("comfort")
    here.reach("text_scale")
    here.act(Intent.LAST)
    assert here.stage.theme.text_scale == 2.0
    assert here.scene.ring.fits
    pager = here.scene._pager
    assert pager is not None
    seen = set(here.scene.rows)
    here.click((pager.rect.right - 20, pager.rect.centery))
    assert set(here.scene.rows) - seen
    assert seen | set(here.scene.rows) == {row.field for row in here.scene.page.rows}


def test_tabs_open_pages_by_key_and_pointer(desk):
    here = desk()
    for at, page in enumerate(PAGES):
        here.click(here.scene._tabs[at].rect.center)
        assert here.scene.page is page
        assert here.scene._tabs[at].selected
    here.act(Intent.UP, Intent.UP, Intent.ACTIVATE)  # the first arrow shows where one is
    assert here.scene.page is PAGES[-2]


@pytest.mark.parametrize("row", [row for _, row in ROWS if row.opens], ids=lambda row: row.field)
def test_links_open_other_screens(desk, row):
    here = desk("play")
    here.reach(row.field)
    here.act(Intent.ACTIVATE)
    assert here.scene.outcome == Opened(row.opens)


def test_escape_leaves_and_keeps(desk, tmp_path):
    here = desk("comfort")
    here.stage.change(captions=False)
    here.act(Intent.BACK)
    assert here.scene.outcome == Back()
    here.scene.close()
    assert kept.load(Store(tmp_path))[0].captions is False


def test_the_foot_explains_what_is_pointed_at(desk):
    here = desk("sound")
    row = next(row for row in PAGES[1].rows if row.field == "hear_land")
    here.scene.handle(Point(Touch.MOVE, here.scene.rows["hear_land"].rect.center))
    here.frame()
    assert here.scene._said.text == row.tip()


def test_values_between_options_show_the_nearest(desk):
    options = [Option(share) for share in (0.0, 0.2, 0.4)]
    assert nearest(options, 0.27) == 0.2
    assert nearest(options, "odd") == 0.0
    assert desk("sound", music_volume=0.47).scene.rows["music_volume"].value == 0.4


def test_the_pseudo_language_is_offered_only_to_those_who_have_it(desk):
    plain = desk("language").scene.rows["language"]
    assert [option.value for option in plain._options] == list(languages())
    assert PSEUDO not in languages()
    asked = desk("language", language=PSEUDO).scene.rows["language"]
    assert asked.value == PSEUDO


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
@pytest.mark.parametrize("page", [page.key for page in PAGES])
def test_targets_are_large(desk, size, page):
    here = desk(page, size)
    least = here.stage.theme.px(64)
    for widget in here.scene.ring.stops:
        assert min(widget.rect.size) >= least, widget


def test_a_new_screen_size_says_when_it_counts_wherever_one_looks(desk):
    here = desk("picture")
    here.frame()
    told = "counts from the next start"
    assert told not in here.scene._said.text
    here.stage.change(canvas="1024x768")
    here.frame()
    assert told in here.scene._said.text
    here.stage.change(canvas="auto")
    here.frame()
    assert told not in here.scene._said.text
