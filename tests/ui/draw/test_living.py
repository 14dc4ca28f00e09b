"""The desert of the title lives, and its child sleeps until someone comes."""

import numpy as np
import pygame
import pytest

from game.ui.draw.child import EAST, WEST
from game.ui.draw.figure import FIGURES
from game.ui.draw.living import LivingDesert
from game.ui.draw.sleeper import QUIET_MS, Sleeper

SIZE = (640, 360)


@pytest.fixture
def desert():
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    made = LivingDesert(SIZE, 0.5, FIGURES[0])
    made.update(20)
    return made


def shot(desert):
    surface = pygame.Surface(SIZE)
    desert.draw(surface)
    return pygame.surfarray.array3d(surface).astype(int)


def test_it_sleeps_until_somebody_comes_and_again_after_a_while():
    child = Sleeper()
    child.update(5000)
    assert child.pose()[0] == "asleep"
    child.noticed()
    assert child.pose()[0] == "wake"
    child.update(1600)
    assert child.pose()[0] == "greet"
    child.update(5000)
    assert child.pose()[0] == "idle"
    child.update(QUIET_MS)
    assert child.pose()[0] == "asleep"


def test_who_is_there_keeps_it_awake():
    child = Sleeper()
    for _ in range(20):
        child.noticed()
        child.update(QUIET_MS * 0.7)
        assert child.awake


def test_being_noticed_again_does_not_wake_it_anew():
    child = Sleeper()
    child.noticed()
    child.update(6000)
    child.noticed()
    assert child.pose()[0] == "idle"


def test_for_who_wants_no_motion_it_does_not_rise_but_stands():
    child = Sleeper()
    assert child.pose(still=True) == ("asleep", 0.3)
    child.noticed()
    one = child.pose(still=True)
    child.update(700)
    assert child.pose(still=True) == one
    assert one[0] == "greet"


def test_sand_crown_and_light_move(desert):
    before = shot(desert)
    desert.update(2000)
    after = shot(desert)
    assert (before != after).any(axis=2).mean() > 0.01
    lights = set()
    for _ in range(60):
        desert.update(3000)
        lights.add(desert.light)
    assert len(lights) > 10


def test_reduced_motion_holds_the_desert_still():
    pygame.display.set_mode(SIZE)
    desert = LivingDesert(SIZE, 0.5, FIGURES[0], still=True)
    desert.update(1000)
    before = shot(desert)
    desert.update(1000)
    np.testing.assert_array_equal(before, shot(desert))


def test_the_dream_goes_when_it_wakes(desert):
    x, y = (round(c) for c in desert.child_feet)
    above = (slice(x + 20, x + 90), slice(y - 150, y - 80))
    asleep = shot(desert)[above]
    desert.sleeper.noticed()
    awake = shot(desert)[above]
    assert np.abs(asleep - awake).mean() > 30


def test_awake_it_looks_toward_the_pointer(desert):
    desert.sleeper.noticed()
    desert.update(6000)
    assert desert.sleeper.pose()[0] == "idle"
    desert.look((0, 200))
    assert desert._facing() == WEST
    desert.look((640, 200))
    assert desert._facing() == EAST or desert.child_feet[0] > 500


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_every_child_can_be_the_one(figure):
    pygame.display.set_mode(SIZE)
    desert = LivingDesert(SIZE, 0.5, figure)
    desert.update(20)
    x, y = (round(c) for c in desert.child_feet)
    empty = pygame.surfarray.array3d(desert._back).astype(int)
    assert (shot(desert) != empty)[x - 12 : x + 12, y - 40 : y].any(axis=2).mean() > 0.3
