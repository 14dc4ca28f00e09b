"""A network in a level file: it stands alone, and what is wrong with it is told."""

import pytest

from game import levels
from game.sim.network_land import LossTerrain, Network

GOOD = """
name = "A guesser"
idea = "loss"
opening = "Down."

[walk]
start = [14.0, 15.0]
water = 40

[[desert.parts]]
kind = "network"
x = "shouts to 1"
y = "shouts to 2"
x_window = [-5.5, 7.5]
y_window = [-5.6, 7.4]
paces = 50
"""


@pytest.fixture
def read(tmp_path):
    def _read(text):
        path = tmp_path / "guesser.toml"
        path.write_text(text, encoding="utf-8")
        return levels.read(path)

    return _read


def test_a_network_is_a_land_without_a_rim(read):
    level = read(GOOD)
    assert level.recipe.parts == (
        Network("shouts to 1", "shouts to 2", (-5.5, 7.5), (-5.6, 7.4), 50),
    )
    assert level.recipe.rim is None
    assert isinstance(levels.build(level).setup.terrain, LossTerrain)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("", '[[desert.parts]]\nkind = "tilt"\nrise = 3'), "desert.parts: a network stands alone"),
        (("", "[desert.rim]\nheight = 3"), "desert.rim: would change a network's loss"),
        (("shouts to 1", "shouts to 9"), "x must be one of"),
        (("[-5.5, 7.5]", "[7.5, -5.5]"), "x_window must be [low, high]"),
        (("paces = 50", "pace = 50"), "did you mean 'paces'?"),
    ],
)
def test_what_is_wrong_is_told(read, change, told):
    old, new = change
    text = GOOD.replace(old, new, 1) if old else f"{GOOD}\n{new}\n"
    with pytest.raises(levels.LevelError) as error:
        read(text)
    assert told in str(error.value)


def test_a_window_whose_edges_lead_out_is_refused(read):
    level = read(GOOD.replace("[-5.5, 7.5]", "[-5.5, 1.5]"))
    with pytest.raises(levels.LevelError, match="falls off at its edge"):
        levels.build(level)
