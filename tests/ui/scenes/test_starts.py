"""A level of several starts, by real events: another try begins elsewhere, and can be watched."""

from game import levels
from game.sim.codes import WalkCode, encode_walk
from game.sim.events import Ending
from game.ui.outcomes import LevelChosen, WatchWalk
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from tests.ui.scenes.player import Player

SLUG = "02-dropped-anywhere"
STARTS = levels.read(levels.find(SLUG)).starts


def walk(player):
    """Walk on to the end, and wait until the score is there."""
    player.key("=", "=", "return")
    player.until(Results)
    player.run(8000)
    return player.scene.expedition


def test_another_try_begins_at_the_next_start_and_its_code_brings_it_back(tmp_path):
    player = Player(tmp_path)
    player.scene.outcome = LevelChosen(SLUG)
    player.run(40)
    player.load()
    first = walk(player)
    assert tuple(first.setup.start) == STARTS[0]
    assert first.now.ending is Ending.OUT_OF_WATER
    again = next(w for w in player.scene.ring.widgets if getattr(w, "label", "") == "Again")
    player.click(again.rect.center)
    assert isinstance(player.scene, Play)
    second = walk(player)
    assert tuple(second.setup.start) == STARTS[1]
    assert second.now.ending is Ending.FOUND
    setup = second.setup
    code = encode_walk(WalkCode(SLUG, setup.fingerprint, setup.seed, second.commands))
    player.scene.outcome = WatchWalk(code)
    player.run(40)
    player.load()
    watched = walk(player)
    assert watched.commands == second.commands
    assert watched.now.ending is Ending.FOUND
    assert tuple(player.scene.site.setup.start) == STARTS[1]
