"""Endless: a code is typed without a click, rolled anew, and walked."""

import pytest

from game.sim.codes import DesertCode, encode_desert
from game.ui.outcomes import LevelChosen
from game.ui.scenes.endless import Endless
from tests.ui.scenes.company import Visitor

CODE = encode_desert(DesertCode(123_456, 2))


@pytest.fixture
def visitor(tmp_path):
    made = Visitor(tmp_path, Endless)
    yield made
    made.scene.close()


def test_a_code_is_typed_without_a_click(visitor):
    assert visitor.ring.current is not visitor.scene._entry
    visitor.write(CODE.replace("-", "").lower())
    assert visitor.scene._entry.text == CODE, "a whole code stands there as it is told"
    visitor.key("return")
    assert visitor.asked == LevelChosen(CODE)


def test_typing_goes_on_where_the_keys_were_elsewhere(visitor):
    visitor.write(CODE[:2])
    visitor.key("tab")
    visitor.write(CODE[2:4])
    assert visitor.scene._code.startswith(CODE[:4])


def test_a_space_presses_and_types_nothing(visitor):
    before = visitor.scene._code
    visitor.ring.focus(visitor.button("Another"))
    visitor.key("space")
    assert visitor.scene._code != before, "another desert was rolled"
    assert visitor.scene._desert() is not None


def test_a_slip_is_told_and_not_walked(visitor):
    wrong = CODE[:-1] + ("2" if CODE[-1] != "2" else "3")
    visitor.write(wrong.replace("-", "").lower())
    visitor.key("return")
    assert visitor.asked is None
    assert "slip" in visitor.scene._told.text


def test_escape_leads_back(visitor):
    visitor.key("escape")
    assert visitor.asked == "below"
