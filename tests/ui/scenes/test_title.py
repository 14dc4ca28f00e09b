"""The title: what can be opened from it, by whom the child is woken, and that all has room."""

import pygame
import pytest

from game.settings import Settings
from game.store import Store
from game.ui.outcomes import Opened
from game.ui.scenes.title import Title
from game.ui.signals import NOWHERE, Act, Intent, Point, Touch
from game.ui.stage import Leave, Stage
from game.ui.widgets.button import Button

ALL = frozenset({"journey", "endless", "daily", "players", "settings", "credits", "levels"})
SIZES = ((1280, 720), (1920, 1080), (1024, 768))


@pytest.fixture
def make(tmp_path):
    def made(screens=ALL, size=(1280, 720), **settings):
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_mode(size)
        stage = Stage(Settings().changed(**settings), Store(tmp_path), size)
        title = Title(stage, lambda: screens)
        title.arrange()
        return title

    return made


def buttons(title):
    return {w.label: w for w in title.ring.widgets if isinstance(w, Button) and w.label}


@pytest.mark.parametrize(
    ("label", "screen"),
    [
        ("Play", "journey"),
        ("Endless", "endless"),
        ("Today's desert", "daily"),
        ("Who is playing?", "players"),
        ("Settings", "settings"),
        ("Credits", "credits"),
    ],
)
def test_every_button_opens_its_screen(make, label, screen):
    title = make()
    title.stage.player = title.stage.book.add("Nova", "zuri")
    buttons(title)[label].press()
    assert title.outcome == Opened(screen)


def test_what_cannot_be_opened_has_no_button(make):
    shown = buttons(make(frozenset({"journey", "settings"})))
    assert set(shown) == {"Play", "Settings"}


def test_escape_leaves_and_enter_plays(make):
    title = make()
    title.handle(Act(Intent.BACK))
    assert title.outcome == Leave()
    title.stage.player = title.stage.book.add("Nova", "zuri")
    title.handle(Act(Intent.RUN))
    assert title.outcome == Opened("journey")


@pytest.mark.parametrize(
    "signal",
    [Act(Intent.DOWN), Act(Intent.GUST), Point(Touch.MOVE, (640, 400))],
    ids=["arrow", "any key", "pointer"],
)
def test_keys_and_pointer_wake_the_child(make, signal):
    title = make()
    title.update(3000)
    assert not title.desert.sleeper.awake
    title.handle(signal)
    assert title.desert.sleeper.awake


@pytest.mark.parametrize("pixel", [(640, 400), NOWHERE], ids=["rests", "leaves"])
def test_a_mouse_that_nobody_moves_wakes_nobody(make, pixel):
    title = make()
    title.handle(Point(Touch.MOVE, pixel, moved=False))
    assert not title.desert.sleeper.awake


def test_laying_out_anew_keeps_the_desert_as_it_is(make):
    title = make()
    title.handle(Point(Touch.MOVE, (640, 400)))
    desert = title.desert
    title.arrange()
    assert title.desert is desert
    assert title.desert.sleeper.awake


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_has_room_and_nothing_lies_on_another(make, size, scale):
    title = make(size=size, text_scale=scale, high_contrast=scale > 1)
    assert title.ring.fits
    canvas = pygame.Rect((0, 0), size)
    shown = [w for w in title.ring.widgets if isinstance(w, Button)]
    least = title.stage.theme.px(64)
    for at, widget in enumerate(shown):
        assert canvas.contains(widget.rect)
        assert min(widget.rect.size) >= least
        assert widget.rect.collidelist([other.rect for other in shown[at + 1 :]]) == -1


@pytest.mark.parametrize("size", SIZES)
def test_the_buttons_do_not_hide_the_child(make, size):
    title = make(size=size)
    x, y = title.desert.child_feet
    px = title.stage.theme.px
    child = pygame.Rect(round(x) - px(70), round(y) - px(150), px(140), px(170))
    assert pygame.Rect((0, 0), size).contains(child)
    assert child.collidelist([w.rect for w in title.ring.widgets if isinstance(w, Button)]) == -1


def test_messages_are_told_one_after_the_other(make):
    title = make()
    title.stage.messages += ["First.", "Second."]
    title.update(20)
    assert title._message.text == "First."
    title.update(9000)
    assert title._message.text == "Second."


def test_leaving_is_asked_about_where_that_can_be(make):
    title = make(ALL | {"farewell"})
    title.handle(Act(Intent.BACK))
    assert title.outcome == Opened("farewell")


@pytest.mark.parametrize("names", [(), ("Amina", "Finn")])
def test_where_nobody_is_chosen_play_asks_who_it_is(make, names):
    """Or nobody's stars would be kept, and the second level would never open."""
    title = make()
    for name in names:
        title.stage.book.add(name, "zuri")
    title.stage.player = None
    buttons(title)["Play"].press()
    assert title.outcome == Opened("players")
    title.stage.player = title.stage.book.add("Nova", "zuri")
    buttons(title)["Play"].press()
    assert title.outcome == Opened("journey")
