"""The photo of a walk that was lost: its words are read, and hide nothing that matters."""

import numpy as np
import pygame
import pytest

from game import levels
from game.settings import Settings
from game.sim.commands import Step
from game.sim.expedition import replay
from game.store import Store
from game.ui.outcomes import WalkEnded
from game.ui.scenes.why_photo import Photo
from game.ui.stage import Stage
from tests.ui.scenes.test_words_fit import plain_picture

CANVAS = (1280, 720)


@pytest.fixture
def photo_of(tmp_path):
    """A function: (steps, whole) -> the photo of a walk of so many steps on the first level."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(CANVAS)
    stage = Stage(Settings(), Store(tmp_path), CANVAS)
    site = levels.build(levels.read(levels.shipped()[0]))

    def make(steps, whole=False):
        expedition = replay(site.setup, [Step()] * steps)
        walk = WalkEnded(site, plain_picture(CANVAS), expedition)
        return Photo(stage, pygame.Rect(18, 94, 820, 460), walk, whole)

    return make


def test_the_word_at_a_ring_hides_neither_child_nor_gem(photo_of):
    for steps in range(2, 12):
        photo = photo_of(steps)
        states, gem = photo.ended.expedition.states, photo.ended.site.setup.gem
        for at in (steps - 1, steps):
            x, y = photo.pixel(states[at].place)
            plate = pygame.Rect(x - 40, photo._plate_top(x, y, 30.0, "Step 12"), 80, 30)
            figures = [photo._figure(states[-1].place), photo._figure(gem)]
            assert not plate.collidelistall(figures), (steps, at)


def test_the_gem_does_not_cover_how_a_walk_ended(photo_of):
    photo = photo_of(3, whole=True)
    gem = photo.ended.site.setup.gem
    at = pygame.Rect(photo._figure(gem))
    shot = pygame.Surface(photo.rect.size)
    photo.chip(shot, gem + np.array([0.8, 0.0]), "star", (140, 226, 150))
    drawn = pygame.mask.from_threshold(shot, (140, 226, 150), (40, 40, 40, 255))
    assert drawn.count() > 200
    assert not drawn.overlap_area(pygame.mask.Mask(at.size, fill=True), at.topleft)
