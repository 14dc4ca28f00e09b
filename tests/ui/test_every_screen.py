"""Every screen is reached and left by every input device, and has nothing too small to press."""

import pytest

from game.ui.flow import SCREENS
from game.ui.outcomes import LevelChosen, Opened, WhyAsked
from game.ui.scenes.play import Play
from game.ui.scenes.results import Results
from game.ui.scenes.title import Title
from game.ui.widgets.focus import ring_of
from tests.ui.scenes.hands import DEVICES, Hands
from tests.ui.scenes.player import Player
from tests.ui.scenes.routes import name_of, routes, walk, wanted

LEVEL = "01-first-steps"
NAMES = ("title", "play", "results", "why", *SCREENS)


def at_title(folder, **settings):
    """A player who has just started the game, and has played before."""
    player = Player(folder, **settings)
    while not isinstance(player.scene, Title):
        player.app._close(player.app.scenes.pop())
    stage = player.app.stage
    stage.player = stage.player or stage.book.add("Nova", "zuri")
    player.run(80)
    return player


def opened(folder, name, **settings):
    """A player who stands before the screen called `name`."""
    player = at_title(folder, **settings)
    if name in SCREENS:
        player.scene.outcome = Opened(name)
        player.run(80)
    elif name != "title":
        player.scene.outcome = LevelChosen(LEVEL)
        player.run(80)
        player.load()
        assert isinstance(player.scene, Play)
    if name in ("results", "why"):
        player.key("space", "d")
        player.until(Results)
        player.run(4000)
    if name == "why":
        player.scene.outcome = WhyAsked(player.scene.ended, player.scene.diagnosis)
        player.run(80)
    return player


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("name", NAMES)
def test_every_screen_is_left_by_every_device(tmp_path, name, device):
    player = opened(tmp_path, name)
    scene = player.scene
    assert isinstance(scene, Title) is (name == "title")
    Hands(player, device).leave()
    assert player.scene is not scene


@pytest.mark.parametrize("name", NAMES)
def test_every_screen_says_what_it_is_and_explains_its_parts(tmp_path, name):
    player = opened(tmp_path, name)
    said = []
    player.app.stage.say = said.append
    player.app.stage.change(speak=True)
    player.run(800)
    assert said, "a voice says nothing when it opens"
    player.key("f1")
    assert player.app.overlays.help.open


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_pressed_is_large_enough(tmp_path, name):
    player = opened(tmp_path, name)
    ring = ring_of(player.scene)
    assert ring is not None
    assert ring.stops
    small = {
        getattr(stop, "label", "") or stop.spoken or name_of(stop): stop.target.size
        for stop in ring.stops
        if min(stop.target.size) < 64
    }
    assert not small
    _assert_not_crowded(ring.stops)


def _assert_not_crowded(stops):
    """Where a target was widened it must not lie under its neighbours."""
    for stop in stops:
        if stop.target == stop.rect:
            continue
        for other in stops:
            shared = stop.target.clip(other.rect)
            assert other is stop or shared.width * shared.height <= 0.12 * stop.target.size[0] * 64


@pytest.fixture(scope="module")
def ways(tmp_path_factory):
    return routes(lambda: at_title(tmp_path_factory.mktemp("player")))


def test_every_screen_is_found_from_the_title(ways, tmp_path):
    missing = (wanted(at_title(tmp_path)) | {"Play", "Results", "Why"}) - set(ways)
    assert not missing


@pytest.mark.parametrize("device", DEVICES)
def test_every_screen_is_reached_and_left_by_every_device(ways, tmp_path_factory, device):
    failed = {}
    for name, route in ways.items():
        player = at_title(tmp_path_factory.mktemp("player"))
        hands = Hands(player, device)
        try:
            walk(player, hands, route)
            scene = player.scene
            assert name_of(scene) == name, f"came to {name_of(scene)}"
            hands.leave()
            assert player.scene is not scene, "was not left"
        except AssertionError as error:
            failed[name] = str(error).splitlines()[0]
        print(f"{name:10} {device:10} {failed.get(name, 'reached and left')}")
    assert not failed
