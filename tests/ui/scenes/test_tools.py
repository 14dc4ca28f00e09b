"""The bag of tools: what was found so far, with both its names."""

import pytest

from game import levels
from game.progress import Result
from game.ui.scenes.tools import Tools, hand_outs
from game.ui.widgets.pager import Pager
from game.ui.widgets.tool_card import ToolCard
from tests.ui.scenes.company import SIZES, Visitor, outside, too_small

SLUGS = [path.stem for path in levels.shipped()]


def won(count):
    def prepare(stage):
        player = stage.player = stage.book.add("Fennec", "zuri")
        for slug in SLUGS[:count]:
            stage.book.record(player.id, slug, Result(2, 1000, 0.4, 3, 1, ""))

    return prepare


def cards(visitor):
    return [widget for widget in visitor.ring.widgets if isinstance(widget, ToolCard)]


def said(visitor):
    return " ".join(widget.spoken for widget in visitor.ring.widgets)


def test_a_beginner_has_what_the_first_level_hands_out(tmp_path):
    visitor = Visitor(tmp_path, Tools, prepare=won(0))
    first = levels.read(levels.shipped()[0]).hand_out
    assert ("button", "step") in visitor.scene.found
    assert {name for sort, name in visitor.scene.found if sort == "slider"} == {
        slider[0] for slider in first.sliders
    }
    assert visitor.scene.hidden > 0
    assert f"More tools wait on the way: {visitor.scene.hidden}." in said(visitor)


def test_who_has_won_everything_has_all_tools(tmp_path):
    visitor = Visitor(tmp_path, Tools, prepare=won(len(SLUGS)))
    assert visitor.scene.hidden == 0
    assert "found them all" in said(visitor)
    names = set()
    for _ in range(visitor.scene._leaves):
        names |= {card.name for card in cards(visitor)}
        visitor.scene._turn((visitor.scene._leaf + 1) % visitor.scene._leaves)
    assert {"Step", "Step size", "Wind", "Gust", "Leap"} <= names
    assert len(names) >= len({name for _, name in visitor.scene.found}) - 1


def test_a_teacher_who_opens_all_levels_hands_out_all_tools(tmp_path):
    visitor = Visitor(tmp_path, Tools, prepare=won(0), all_levels=True)
    assert visitor.scene.hidden == 0


def test_both_names_are_told_the_players_own_first(tmp_path):
    childs = Visitor(tmp_path, Tools, prepare=won(0))
    assert any(card.spoken.startswith("Dig. Finish.") for card in cards(childs))
    other = Visitor(tmp_path / "other", Tools, prepare=won(0), names="grown-up")
    assert any(card.spoken.startswith("Finish. Dig.") for card in cards(other))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_fits_and_leaves_turn_by_key_and_touch(tmp_path, size, scale):
    visitor = Visitor(tmp_path, Tools, size, won(len(SLUGS)), text_scale=scale, high_contrast=True)
    seen = []
    for _ in range(visitor.scene._leaves):
        visitor.run(40)
        assert visitor.ring.fits
        assert not outside(visitor)
        assert not too_small(visitor)
        seen += [card.name for card in cards(visitor)]
        pagers = [widget for widget in visitor.ring.widgets if isinstance(widget, Pager)]
        if pagers:
            visitor.tab_to(pagers[0])
            visitor.key("return")
    assert len(seen) == len(visitor.scene.found)


def test_escape_leads_back(tmp_path):
    visitor = Visitor(tmp_path, Tools, prepare=won(0))
    visitor.key("escape")
    assert visitor.asked == "below"


def test_a_level_that_cannot_be_read_hands_out_nothing(tmp_path):
    def prepare(stage):
        won(0)(stage)
        (tmp_path / "broken.toml").write_text("name = 3")
        stage.course = {"broken": str(tmp_path / "broken.toml"), SLUGS[0]: SLUGS[0]}

    visitor = Visitor(tmp_path, Tools, prepare=prepare)
    assert hand_outs(visitor.stage)["broken"].buttons == ()
    assert ("button", "dig") in visitor.scene.found
