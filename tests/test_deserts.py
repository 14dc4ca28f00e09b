"""Generated deserts as levels."""

from game.deserts import desert_level
from game.sim.codes import DesertCode, encode_desert
from game.text import PSEUDO, use


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
