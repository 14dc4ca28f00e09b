"""Generated deserts as levels."""

from game import levels
from game.deserts import desert_level, name_of
from game.sim.codes import DesertCode, encode_desert
from game.text import PSEUDO, text, use


def test_a_generated_desert_is_named_in_the_players_language():
    code = DesertCode(7, 2)
    english = desert_level(code).name
    use(PSEUDO)
    try:
        other = desert_level(code).name
    finally:
        use("en")
    assert english == f"Desert {encode_desert(code)}"
    assert encode_desert(code) in other
    assert "Desert" not in other


def test_a_name_follows_another_language():
    level, shipped = desert_level(DesertCode(7, 2)), levels.read(levels.shipped()[0])
    english, first = name_of(level), name_of(shipped)
    assert (english, first) == (level.name, shipped.name)
    use("de")
    try:
        assert name_of(level) == desert_level(DesertCode(7, 2)).name != english
        assert name_of(shipped) == text(first) != first
    finally:
        use("en")
