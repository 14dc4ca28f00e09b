"""Leaving the game is asked about once, so that one Escape too many ends nothing."""

import pytest

from game.ui.scenes.farewell import Farewell
from game.ui.stage import Back, Leave
from tests.ui.scenes.company import SIZES, Visitor, outside, overlapping, too_small
from tests.ui.scenes.player import Player


@pytest.fixture
def visitor(tmp_path):
    return Visitor(tmp_path, Farewell)


def test_escape_stays(visitor):
    visitor.key("escape")
    assert visitor.asked == "below"


def test_enter_stays_and_leaving_is_a_press_away(visitor):
    assert visitor.ring.current.label == "Stay"
    visitor.button("Leave the game").press()
    assert visitor.scene.outcome == Leave()
    visitor.button("Stay").press()
    assert visitor.scene.outcome == Back()


def test_two_escapes_do_not_end_the_game(tmp_path):
    player = Player(tmp_path)
    while type(player.scene).__name__ != "Title":
        player.app.scenes.pop()
    player.run(80)
    player.key("escape")
    player.key("escape")
    assert type(player.scene).__name__ == "Title"
    player.key("escape")
    player.key("right")
    player.key("return")
    player.run(80)
    assert player.app.scenes == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_fits(tmp_path, size, scale):
    visitor = Visitor(tmp_path, Farewell, size, text_scale=scale, high_contrast=True)
    assert visitor.ring.fits
    assert not outside(visitor)
    assert not too_small(visitor)
    assert not overlapping(visitor.buttons())


def test_it_promises_only_what_is_so(visitor, tmp_path):
    assert "All stars are kept." in [widget.spoken for widget in visitor.ring.widgets]
    visitor.stage.store.trouble = "Stars and settings can't be saved here: no room."
    visitor.scene.arrange()
    said = [widget.spoken for widget in visitor.ring.widgets]
    assert "All stars are kept." not in said
    assert visitor.stage.store.trouble in said
    assert visitor.ring.fits
