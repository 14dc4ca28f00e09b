"""Plates with words lie beside what they tell of."""

import math

import pygame
import pytest

from game.ui.draw.plates import beside

SIZE = (190, 50)


@pytest.mark.parametrize("turn", range(0, 360, 15))
@pytest.mark.parametrize("length", [130.0, 400.0])
def test_a_plate_beside_a_ribbon_hides_neither_its_ends_nor_its_dots(turn, length):
    along = (math.cos(math.radians(turn)), math.sin(math.radians(turn)))
    dots = [(500 + part * along[0], 400 + part * along[1]) for part in range(0, int(length), 13)]
    box = beside(dots, (dots[0], dots[-1]), dots[len(dots) // 2], SIZE, 1.0)
    assert box.size == SIZE
    for x, foot in (dots[0], dots[-1]):
        assert not box.colliderect(pygame.Rect(x - 22, foot - 66, 44, 66)), turn
    assert sum(box.collidepoint(dot) for dot in dots) <= 1, turn


def test_a_plate_lies_below_where_nothing_is_hidden_there():
    dots = [(100.0 + 13 * at, 200.0) for at in range(40)]
    box = beside(dots, (dots[0], dots[-1]), dots[20], SIZE, 1.0)
    assert box.centerx == dots[20][0]
    assert box.top > 210
