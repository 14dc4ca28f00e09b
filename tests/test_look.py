"""The [look] table of a level file."""

import pytest

from game import levels
from game.levels import LevelError
from game.look import Look
from tests.levels_for_tests import BOWL


@pytest.fixture
def read(tmp_path):
    def read_with(look):
        path = tmp_path / "level.toml"
        path.write_text(BOWL + look, encoding="utf-8")
        return levels.read(path).look

    return read_with


def test_without_a_look_the_sand_is_golden_and_it_is_morning(read):
    assert read("") == Look("gold", "morning", ())


def test_a_look_is_read_as_it_is_written(read):
    look = '[look]\nsand = "violet"\nhour = "dusk"\nprops = ["ruins", "palms", "ruins"]\n'
    assert read(look) == Look("violet", "dusk", ("ruins", "palms"))


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ('sand = "rosy"', "look.sand: unknown word 'rosy'; did you mean 'rose'?"),
        ('hour = "night"', "look.hour: unknown word 'night'"),
        ('props = ["plams"]', "look.props: unknown word 'plams'; did you mean 'palms'?"),
        ('props = "palms"', "look.props: 'palms' does not fit; give a list"),
        ("sand = 3", "look.sand: 3 does not fit; give a text"),
        ('colour = "rose"', "look.colour: unknown key"),
    ],
)
def test_what_is_wrong_with_a_look_is_told(read, look, told):
    with pytest.raises(LevelError) as error:
        read(f"[look]\n{look}\n")
    assert told in str(error.value)


def test_a_look_that_is_no_table_is_told(tmp_path):
    path = tmp_path / "level.toml"
    path.write_text("look = 3\n" + BOWL, encoding="utf-8")
    with pytest.raises(LevelError, match="look: is missing or not a table"):
        levels.read(path)
