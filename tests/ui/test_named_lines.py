"""Grown-up names beside the child's words: only of tools at hand, each once, in any language."""

import pytest

from game import deserts, levels
from game.level_file import HandOut
from game.text import languages, text, use
from game.ui.named_lines import with_names

ALL = HandOut(
    sliders=(("learning_rate", 1, 2), ("momentum", 0, 1), ("noise", 0, 1), ("shrink", 0.5, 1)),
    optimizers=("gradient_descent", "adam"),
    buttons=("gust", "leap", "dig"),
)


@pytest.fixture(autouse=True)
def _english():
    yield
    use("en")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Slide the step size up.", "Slide the step size (learning rate) up."),
        ("Choose Falcon! The falcon knows.", "Choose Falcon (Adam)! The falcon knows."),
        ("Wind, wind and leap.", "Wind (momentum), wind and leap (random restart)."),
        ("A window, digging, leaps: not tools.", "A window, digging, leaps: not tools."),
        ("The camel sleeps.", "The camel sleeps."),  # nobody can choose it here
        ("", ""),
    ],
)
def test_the_first_of_each_word_gets_the_fields_word(line, wanted):
    assert with_names(line, "grown-up", ALL) == wanted
    assert with_names(line, "child", ALL) == line


@pytest.mark.parametrize(
    ("language", "small"), [("en", True), ("de", False), ("es", True), ("fr", True)]
)
def test_names_begin_as_the_language_writes_nouns(language, small):
    use(language)
    wind, momentum = text("wind"), text("Momentum")
    wanted = momentum.lower() if small else momentum
    assert with_names(f"- {wind}!", "grown-up", ALL) == f"- {wind} ({wanted})!"


def test_tools_that_are_not_handed_out_are_no_tools():
    line = "The wind blows, and I leap."
    assert with_names(line, "grown-up", HandOut()) == line


def test_the_words_of_every_level_pass_in_every_language():
    for language in languages():
        use(language)
        for level in [*map(levels.read, levels.shipped()), deserts.open_level("2400-001A-80CR")]:
            for line in (level.opening, level.hint, level.closing):
                said = with_names(text(line) if line else "", "grown-up", level.hand_out)
                assert len(said) <= len(text(line) if line else "") + 90
                assert said.count("(") == said.count(")")
