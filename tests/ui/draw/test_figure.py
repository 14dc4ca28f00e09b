"""The children to choose from."""

import pygame
import pytest

from game.ui.draw.child import EAST, NORTH_EAST, SOUTH, SOUTH_EAST, ChildArt
from game.ui.draw.child_poses import POSES
from game.ui.draw.figure import FIGURES


def solid(sprite):
    return pygame.surfarray.array_alpha(sprite.surface) > 140


def test_there_are_many_children_and_no_two_alike():
    assert len(FIGURES) >= 8
    assert len({figure.name for figure in FIGURES}) == len(FIGURES)
    assert len({(figure.hat, figure.hair_style) for figure in FIGURES}) == len(FIGURES)
    shapes = {solid(ChildArt(f).frame("idle", SOUTH_EAST, 0.1)).tobytes() for f in FIGURES}
    assert len(shapes) == len(FIGURES)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_every_child_has_every_pose(figure):
    art = ChildArt(figure)
    for pose in POSES:
        for facing in (EAST, SOUTH, NORTH_EAST):
            assert solid(art.frame(pose, facing, 0.4)).sum() > 1200
