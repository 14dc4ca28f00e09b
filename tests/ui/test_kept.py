"""Pictures that are kept as long as there is room."""

import gc
import weakref

import pygame

from game.ui import kept as keeping
from game.ui.draw.paint import Sprite, SpriteCache
from game.ui.kept import kept, passing


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


def test_results_that_pass_are_kept_until_a_scene_closes():
    made = []

    @passing(maxsize=2)
    def cloth(width):
        made.append(width)
        return object()

    first = cloth(3)
    assert cloth(3) is first
    keeping.let_go()
    assert cloth(3) is not first
    assert made == [3, 3]


def test_sprites_used_last_stay_when_a_scene_closes_and_others_go():
    cache = SpriteCache(1 << 20)
    painted = []

    def sprite(name):
        def make():
            painted.append(name)
            return Sprite(pygame.Surface((64, 64), pygame.SRCALPHA), (0, 0))  # 16 KB

        return cache.get(name, make)

    for name in range(32):
        sprite(name)
    assert len(cache) == 32
    keeping.let_go()
    assert cache.used_bytes <= 1 << 17
    sprite(31)
    assert len(painted) == 32, "the one used last had to be painted again"
    sprite(0)
    assert painted[-1] == 0


def test_a_store_that_nobody_uses_any_more_is_not_kept_for_shrinking():
    cache = SpriteCache(1 << 20)
    seen = weakref.ref(cache)
    del cache
    keeping.let_go()
    assert seen() is None
