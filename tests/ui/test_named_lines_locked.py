"""Hints where a teacher has locked tools."""

import pytest

from game import levels
from game.ui.named_lines import hint_of


@pytest.fixture
def antlion():
    return levels.read(levels.find("antlion"))


def test_a_hint_about_a_locked_tool_is_not_given(antlion):
    assert "step size" in hint_of(antlion, "child", frozenset())
    told = hint_of(antlion, "child", frozenset({"learning_rate"}))
    assert "step size" not in told
    assert "teacher" in told


def test_a_lock_of_what_the_level_does_not_hold_changes_nothing(antlion):
    assert hint_of(antlion, "child", frozenset({"momentum", "optimizer"})) == antlion.hint
