"""Shapes are smooth, of one colour, and where they should be."""

import pygame
import pytest

from game.ui.widgets import shapes

RED = (200, 40, 30)


def test_a_rounded_box_is_full_inside_and_empty_in_its_corners():
    box = shapes.rounded((60, 40), 15, RED)
    assert box.get_at((30, 20)) == (*RED, 255)
    assert box.get_at((30, 0)) == (*RED, 255)
    assert [box.get_at(at)[3] for at in ((0, 0), (59, 0), (0, 39), (59, 39))] == [0] * 4


def test_edges_are_smooth_and_keep_their_colour():
    box = shapes.rounded((60, 40), 15, RED)
    alphas = {box.get_at((x, y))[3] for x in range(15) for y in range(15)}
    assert len(alphas) > 8
    for x in range(15):
        for y in range(15):
            pixel = box.get_at((x, y))
            assert pixel[3] == 0 or max(abs(a - b) for a, b in zip(pixel, RED, strict=False)) <= 2


def test_translucent_boxes_have_their_alpha():
    assert shapes.rounded((60, 40), 10, (*RED, 120)).get_at((30, 20))[3] == 120


@pytest.mark.parametrize("size", [(4, 4), (1, 9), (30, 8)])
def test_a_radius_too_large_is_cut(size):
    assert shapes.rounded(size, 50, RED).get_size() == size


def test_a_frame_is_hollow():
    frame = shapes.frame((60, 40), 12, 4, RED)
    assert frame.get_at((30, 20))[3] == 0
    assert frame.get_at((30, 1)) == (*RED, 255)
    assert frame.get_at((1, 20)) == (*RED, 255)
    assert frame.get_at((0, 0))[3] == 0


def test_a_shaded_box_goes_from_top_to_bottom():
    box = shapes.shaded((20, 30), 5, (255, 255, 255), RED)
    assert box.get_at((10, 0))[:3] == (255, 255, 255)
    assert box.get_at((10, 29))[:3] == RED
    greens = [box.get_at((10, y))[1] for y in range(30)]
    assert greens == sorted(greens, reverse=True)


def test_a_shadow_fades_out():
    shade = shapes.shadow((40, 30), 10, 8, (0, 0, 0, 90))
    assert shade.get_size() == (56, 46)
    column = [shade.get_at((28, y))[3] for y in range(23)]
    assert column == sorted(column)
    assert column[0] < 15
    assert 60 < column[-1] <= 90


def test_shapes_are_kept():
    assert shapes.disc(20, RED) is shapes.disc(20, RED)
    corners = ((0.5, 0), (1, 1), (0, 1))
    triangle = pygame.mask.from_surface(shapes.polygon((40, 40), corners, RED))
    assert triangle.count() == pytest.approx(800, rel=0.05)
