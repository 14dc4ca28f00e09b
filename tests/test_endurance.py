"""Playing by a fast clock to see whether memory grows."""

import gc
import subprocess
import sys

import pytest

from game.bench import endurance
from game.levels import Site
from game.ui.endurance import Visitor


def test_minutes_are_told_in_the_journey_with_no_land_left_in_memory(tmp_path):
    before = [thing for thing in gc.get_objects() if isinstance(thing, Site)]  # of other tests
    visitor = Visitor(tmp_path, canvas=(640, 360))
    for minute in visitor.minutes(1):
        names = [type(scene).__name__ for scene in visitor.app.scenes]
        gc.collect()
        lands = [thing for thing in gc.get_objects() if isinstance(thing, Site)]
        lands = [land for land in lands if all(land is not other for other in before)]
        assert (minute, names, lands) == (1, ["Title", "Journey"], [])
    assert visitor.walks >= 1
    assert visitor.frames >= 600


@pytest.mark.parametrize(("mb", "code"), [((100.0, 104.0), 0), ((100.0, 106.0), 1)])
def test_growth_beyond_the_allowed_fails(monkeypatch, capsys, mb, code):
    told = "".join(f"print('minute', {n}, {value}, {n});" for n, value in enumerate(mb, 1))
    monkeypatch.setattr(endurance, "_PLAY", told + "#{minutes}")
    assert endurance.run_endurance(2, as_json=False) == code
    assert f"memory grew by {mb[1] - 100:.1f}%" in capsys.readouterr().out


def test_a_player_that_fails_is_no_success(monkeypatch):
    monkeypatch.setattr(endurance, "_PLAY", "raise SystemExit(3) #{minutes}")
    assert endurance.run_endurance(2, as_json=True) == 1


def test_memory_is_what_the_process_holds():
    """In a process of its own: this one may have room to spare from tests before."""
    code = (
        "from game.bench.endurance import resident_mb; before = resident_mb();"
        "held = bytearray(b'x' * 40_000_000); print(resident_mb() - before)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 30 < float(told.stdout) < 60
