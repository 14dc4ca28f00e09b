"""The pause: six ways on, and none that traps."""

import pygame
import pytest

from game.settings import Settings
from game.store import Store
from game.ui.outcomes import HelpWanted, Left, LevelChosen, Opened, Restarted
from game.ui.scenes.pause import Pause
from game.ui.scenes.play import Play
from game.ui.signals import Act, Intent, Point, Touch
from game.ui.stage import Back, Stage
from game.ui.widgets.slider import Slider
from tests.ui.scenes.player import Player

OUTCOMES = [Back(), Restarted(), Opened("settings"), Opened("controls"), HelpWanted(), Left()]


@pytest.fixture(params=[(1280, 720), (1024, 768)])
def scene(request, tmp_path):
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(request.param)
    made = Pause(Stage(Settings(), Store(tmp_path), request.param))
    made.arrange()
    return made


@pytest.mark.parametrize("at", range(6))
def test_each_button_by_pointer(scene, at):
    for kind in (Touch.MOVE, Touch.PRESS, Touch.RELEASE):
        scene.handle(Point(kind, scene.buttons[at].rect.center))
    assert scene.outcome == OUTCOMES[at]
    assert type(scene.outcome) is type(OUTCOMES[at])


@pytest.mark.parametrize("at", range(6))
def test_each_button_by_keys(scene, at):
    scene.handle(Act(Intent.NEXT_FOCUS))
    for _ in range(at):
        scene.handle(Act(Intent.NEXT_FOCUS))
    scene.handle(Act(Intent.ACTIVATE))
    assert type(scene.outcome) is type(OUTCOMES[at])


@pytest.mark.parametrize(
    ("intent", "outcome"),
    [
        (Intent.BACK, Back),
        (Intent.PAUSE, Back),
        (Intent.RESTART, Restarted),
        (Intent.HELP, HelpWanted),
    ],
)
def test_keys_go_straight_on(scene, intent, outcome):
    scene.handle(Act(intent))
    assert type(scene.outcome) is outcome


def test_all_outcomes_but_screens_go_back_to_the_walk():
    assert all(isinstance(outcome, Back) for outcome in OUTCOMES if type(outcome) is not Opened)


def test_it_lies_over_what_was_shown(tmp_path):
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode((1280, 720))
    surface.fill((0, 200, 0))
    scene = Pause(Stage(Settings(), Store(tmp_path), (1280, 720)))
    surface.fill((200, 0, 0))
    scene.arrange()
    scene.draw(surface)
    r, g, b, _ = surface.get_at((5, 5))
    assert g > r
    assert 0 < g < 200
    assert b < g


def test_the_focus_waits_where_it_was(scene):
    scene.buttons[3].press()
    scene.arrange()
    assert scene.ring.current is scene.buttons[3]


@pytest.mark.parametrize("key", ["p", "f1"], ids=["pause", "help"])
def test_what_is_held_is_let_go_of_when_something_comes_over_it(tmp_path, key):
    """Or the slider would follow a mouse whose button nobody holds any more."""
    player = Player(tmp_path)
    player.scene.outcome = LevelChosen("13-waffle-desert")
    player.run(80)
    player.load()
    slider = next(w for w in player.scene.panels.ring.stops if isinstance(w, Slider))
    x, y = slider.rect.center
    player.app.offer(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=False))
    player.run(80)
    player.key(key)
    player.app.offer(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1, touch=False))
    player.key("escape")
    assert isinstance(player.scene, Play)
    before = slider.value
    player.point((x - 60, y))
    player.run(80)
    assert slider.value == before
    step = player.scene.panels.buttons["step"]
    player.click(step.rect.center)
    assert len(player.scene.expedition.states) == 2, "and the next click counts"
