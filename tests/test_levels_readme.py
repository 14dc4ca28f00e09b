"""levels/README.md: its example is a level, and nothing that a level may hold is left out."""

import re
from dataclasses import fields

import pytest

from game import levels, resources
from game.claims import PLAYERS
from game.level_file import BUTTONS, SIGHTS
from game.look import HOURS, PROPS, SANDS
from game.proofs import prove
from game.sim.optimizers import OPTIMIZERS
from game.sim.recipe import PARTS, Rim
from game.sim.schedules import SCHEDULES
from game.sim.tools import RANGES

README = (resources.LEVELS / "README.md").read_text(encoding="utf-8")


def row_of(kind: str) -> str:
    return next(line for line in README.splitlines() if line.startswith(f"| `{kind}` |"))


def test_the_example_is_a_level_and_its_claim_holds(tmp_path):
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "my-level.toml"
    path.write_text(example, encoding="utf-8")
    site = levels.build(levels.read(path))
    assert all(prove(claim, site.setup).holds for claim in site.level.claims)
    assert site.level.claims


@pytest.mark.parametrize("kind", PARTS)
def test_every_landform_is_told_with_all_its_keys_and_defaults(kind):
    row = row_of(kind)
    for field in fields(PARTS[kind]):
        assert f"`{field.name}`" in row
        if isinstance(field.default, int | float) and field.name not in ("stretch", "direction"):
            assert f"`{field.name}` ({field.default:g})" in row


@pytest.mark.parametrize("field", fields(Rim), ids=lambda field: field.name)
def test_every_key_of_the_rim_is_told_with_its_default(field):
    rim = README[README.index("`[desert.rim]`") :]
    assert re.search(rf"\| `{field.name}` \|.*\| {field.default:g} \|", rim)


@pytest.mark.parametrize(
    "word",
    [*OPTIMIZERS, *SCHEDULES, *BUTTONS, *SIGHTS, *PLAYERS, *SANDS, *HOURS, *PROPS],
    ids=lambda word: word,
)
def test_every_word_is_told(word):
    assert f'"{word}"' in README


@pytest.mark.parametrize("name", RANGES)
def test_every_number_of_the_tools_is_told_with_its_range(name):
    row, allowed = row_of(name), RANGES[name]
    ends = f"{_plain(allowed.low)}..{_plain(allowed.high)}"
    assert ends in row


def _plain(value: float) -> str:
    if value == float("inf"):
        return "inf"
    return f"{int(value):,}" if value >= 1e4 else f"{value:.7f}".rstrip("0").rstrip(".")
