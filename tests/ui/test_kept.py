"""Pictures that are kept as long as there is room."""

import gc
import weakref

import pygame

from game.ui import kept as keeping
from game.ui.kept import kept


def test_the_same_picture_comes_again_until_others_need_its_room():
    painted = []

    @kept(1)
    def square(side, name):
        painted.append(name)
        return pygame.Surface((side, side), pygame.SRCALPHA)

    first = square(256, "a")  # a quarter of a megabyte
    assert square(256, "a") is first
    for name in "bcde":
        square(256, name)
    assert square(256, "a") is not first
    assert painted == ["a", "b", "c", "d", "e", "a"]


def test_a_picture_larger_than_all_the_room_still_comes():
    @kept(0.1)
    def large():
        return pygame.Surface((400, 400), pygame.SRCALPHA)

    assert large().get_size() == (400, 400)


def test_what_only_knows_itself_is_let_go():
    class Scene:
        pass

    scene = Scene()
    scene.itself = scene
    seen = weakref.ref(scene)
    gc.disable()
    try:
        del scene
        keeping.let_go()
        assert seen() is None
    finally:
        gc.enable()
