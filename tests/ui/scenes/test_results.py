"""After the walk: what is said, what is kept, and where one may go from there."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import levels
from game.settings import Settings
from game.sim.commands import Dig, Rewind, Step, Tune
from game.sim.events import Ending
from game.sim.expedition import replay
from game.store import Store
from game.ui.draw.desert_view import DesertView
from game.ui.draw.sidestep import sidestep
from game.ui.outcomes import LevelReady, NextLevel, Tried, WalkEnded, WhyAsked
from game.ui.scenes.results import Results
from game.ui.signals import Act, Intent, Point, Touch
from game.ui.stage import Stage
from tests.ui.scenes.test_words_fit import plain_picture

FIRST, SECOND = (path.stem for path in levels.shipped()[:2])
ENTER = (Act(Intent.ACTIVATE), Act(Intent.RUN))


class Heard:
    """Remembers what was played."""

    def __init__(self):
        self.names = []

    def play(self, name, **how):
        self.names.append(name)

    def apply(self, settings):
        pass


@pytest.fixture(scope="module")
def site():
    return levels.build(levels.read(levels.find(FIRST)))


@pytest.fixture
def stage(tmp_path):
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))
    stage = Stage(Settings(), Store(tmp_path), (1280, 720))
    stage.player = stage.book.add("Amina", "zuri")
    stage.sounds = Heard()
    return stage


def results(stage, site, commands, *, watched=False):
    expedition = replay(site.setup, commands)
    ended = WalkEnded(site, plain_picture(stage.canvas), expedition, watched)
    scene = Results(stage, ended)
    scene.arrange()
    scene.update(3000.0)
    return scene


def lost(stage, site, **how):
    return results(stage, site, [Step(), Dig()], **how)


def won(stage, site, **how):
    scene = results(stage, site, [Step()] * 40, **how)
    assert scene.expedition.now.ending is Ending.FOUND
    return scene


def labels(scene):
    return [getattr(widget, "label", None) for widget in scene.ring.widgets]


def enter(scene):
    for signal in ENTER:
        if scene.handle(signal):
            return


def test_a_level_that_is_not_open_is_not_offered(stage, site):
    scene = lost(stage, site)
    assert "Next" not in labels(scene)
    scene._go_on()
    assert scene.outcome is None


def test_the_next_level_is_offered_once_it_is_open(stage, site):
    scene = won(stage, site)
    enter(scene)
    assert scene.outcome == NextLevel(SECOND)
    assert "Next" in labels(lost(stage, site))


def test_with_all_levels_open_it_is_offered_at_once(stage, site):
    stage.change(all_levels=True)
    assert "Next" in labels(lost(stage, site))


def test_a_teachers_choice_is_open(stage, site):
    stage.course = {FIRST: FIRST, "mine": "mine.toml"}
    scene = lost(stage, site)
    scene._go_on()
    assert scene.outcome == NextLevel("mine.toml")
    stage.course = {"mine": "mine.toml", FIRST: FIRST}
    assert "Next" not in labels(won(stage, site))


def test_after_a_miss_enter_and_r_walk_again(stage, site):
    stage.change(all_levels=True)
    scene = lost(stage, site)
    enter(scene)
    assert isinstance(scene.outcome, LevelReady)
    scene.outcome = None
    scene.handle(Act(Intent.RESTART))
    assert isinstance(scene.outcome, LevelReady)


def test_again_has_other_chances_and_maybe_another_start(stage, site):
    starts = ((20.0, 30.0), (70.0, 30.0), (30.0, 70.0))
    site = replace(site, level=replace(site.level, starts=starts))
    site = levels.reseeded(site, 0)
    scene = lost(stage, site)
    scene._again()
    again = scene.outcome.site
    assert again.setup.seed == 1
    np.testing.assert_array_equal(again.setup.start, site.level.start_of(1))


def test_the_best_walk_is_praised_once(stage, site):
    assert won(stage, site)._heading().badge == "New best!"
    assert won(stage, site)._heading().badge == ""
    assert won(stage, site, watched=True)._heading().badge == ""


def test_a_level_that_opens_is_heard(stage, site):
    lost(stage, site)
    assert "unlocked" not in stage.sounds.names
    won(stage, site)
    assert stage.sounds.names.count("unlocked") == 1
    won(stage, site)
    assert stage.sounds.names.count("unlocked") == 1


def test_the_words_fit_what_happened(stage, site):
    assert "the right way" in lost(stage, site).speech.text
    crawl = [Tune("learning_rate", 0.05), *[Step()] * 40]
    assert "so small" in results(stage, site, crawl).speech.text
    wild = [Tune("learning_rate", 900.0), *[Step()] * 40]
    scene = results(stage, site, wild)
    assert "off the map" in scene.speech.text
    assert scene._heading().quiet == ""
    assert won(stage, site).speech.text == site.level.closing


def test_practice_is_said_to_be_practice(stage, site):
    scene = results(stage, site, [Step(), Step(), Rewind(), Dig()])
    assert "practice" in scene.speech.text


def test_who_stood_at_the_gem_too_short_is_told_so(stage, site):
    setup = replace(site.setup, settle=5)
    steps = next(i for i, s in enumerate(replay(setup, [Step()] * 40).states) if s.settled == 2)
    scene = results(stage, replace(site, setup=setup), [Step()] * steps + [Dig()])
    assert scene._heading().head == "So close!"
    assert "5 steps in a row" in scene.speech.text


def test_why_is_asked_and_what_was_tried_is_walked(stage, site):
    scene = lost(stage, site)
    scene._why()
    assert isinstance(scene.outcome, WhyAsked)
    commands = (Tune("learning_rate", 4.0),)
    scene.resume(Tried(commands))
    assert isinstance(scene.outcome, LevelReady)
    assert scene.outcome.given == commands
    assert scene.outcome.site is scene.site
    scene.resume(Tried(()))
    assert isinstance(scene.outcome, LevelReady)
    assert scene.outcome.given == ()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_no_tip_covers_what_is_explained(tmp_path, site, size, scale):
    surface = pygame.display.set_mode(size)
    scene = lost(Stage(Settings(text_scale=scale), Store(tmp_path), size), site)
    scene.update(9000.0)
    for button in (stop for stop in scene.ring.stops if stop.tip):
        scene.handle(Point(Touch.MOVE, button.rect.center))
        scene.update(900.0)
        scene.draw(surface)
        tip = scene.ring._told_in
        assert tip is not None, button.label
        assert not tip.colliderect(scene.speech.rect), button.label
        assert not tip.colliderect(scene.sheet.rect), button.label


@pytest.mark.parametrize("away", [(0.3, -0.2), (-0.4, 0.1), (0.0, 0.0), (1.2, 0.9)])
def test_the_child_steps_aside_from_the_gem(stage, site, away):
    view = DesertView(site, plain_picture(stage.canvas), 1.0, revealed=True)
    gem = site.setup.gem
    child = gem + np.array(away)
    moved = child + sidestep(view, child, gem)
    apart = view.footing.pixel(moved)[0] - view.footing.pixel(gem)[0]
    assert abs(apart) >= 51
    assert moved[1] == child[1]


def test_who_stands_elsewhere_stays_there(stage, site):
    view = DesertView(site, plain_picture(stage.canvas), 1.0, revealed=True)
    gem = site.setup.gem
    for away in ((9.0, 0.0), (0.0, -30.0), (np.inf, 0.0)):
        np.testing.assert_array_equal(sidestep(view, gem + np.array(away), gem), np.zeros(2))
