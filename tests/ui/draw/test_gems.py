"""Gems: each kind has a shape and a colour of its own, and the rarest is the one to long for."""

import itertools

import numpy as np
import pygame
import pytest

from game.ui.draw import gems
from game.ui.draw.gems import KINDS, PHASES, RAREST, Burst, draw_gem, gem_sprite, kind_name


def body(kind, size=64, phase=0.0):
    """Where the stone itself is, without its glow: (pixels, pixels), True inside."""
    return pygame.surfarray.array_alpha(gem_sprite(kind, size, phase).surface) > 250


def centred(mask, side=84):
    """The mask scaled to a common box, so that only its shape is compared."""
    xs, ys = np.nonzero(mask)
    cut = mask[xs.min() : xs.max() + 1, ys.min() : ys.max() + 1]
    rows = np.arange(side) * cut.shape[0] // side
    columns = np.arange(side) * cut.shape[1] // side
    return cut[rows][:, columns], cut.shape[0] / cut.shape[1]


def canvas():
    return pygame.Surface((160, 160), pygame.SRCALPHA)


def mean_colour(kind):
    sprite = gem_sprite(kind, 64, 0.0)
    return pygame.surfarray.array3d(sprite.surface)[body(kind)].mean(axis=0)


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(KINDS, 2)])
def test_silhouettes_differ_in_shape_not_only_in_colour(one, other):
    (first, wide), (second, narrow) = centred(body(one)), centred(body(other))
    unlike = (first ^ second).mean()
    assert unlike > 0.04 or abs(wide - narrow) > 0.12


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(KINDS, 2)])
def test_colours_differ(one, other):
    assert np.abs(mean_colour(one) - mean_colour(other)).max() > 18


def test_there_are_at_least_six_lesser_kinds():
    assert len(set(KINDS) - {RAREST}) >= 6


def test_numbers_name_kinds_and_only_zero_the_rarest():
    assert kind_name(0) == RAREST
    names = [kind_name(k) for k in range(1, 30)]
    assert RAREST not in names
    assert set(names) == set(KINDS[1:])


@pytest.mark.parametrize("kind", KINDS)
def test_gems_sparkle(kind):
    frames = {gem_sprite(kind, 30, k / PHASES).surface.get_buffer().raw for k in range(PHASES)}
    assert len(frames) > PHASES // 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_gem_has_many_facets_in_different_light(kind):
    rgb = pygame.surfarray.array3d(gem_sprite(kind, 64, 0.1).surface)[body(kind, 64, 0.1)]
    light = rgb.astype(int).sum(axis=1)
    assert np.percentile(light, 95) - np.percentile(light, 8) > 150
    assert len(np.unique(rgb // 8, axis=0)) > 12


@pytest.mark.parametrize("kind", KINDS)
def test_size_is_in_pixels(kind):
    tall = [int(body(kind, size).any(axis=0).sum()) for size in (32, 64)]
    assert 0.75 * 64 < tall[1] < 1.35 * 64
    assert tall[1] / tall[0] == pytest.approx(2.0, rel=0.12)


def test_the_rarest_is_larger_and_glows_wider():
    def drawn(kind):
        surface = canvas()
        draw_gem(surface, (80, 110), kind, 1.0, 0.0)
        return (pygame.surfarray.array_alpha(surface) > 12).sum()

    assert drawn(RAREST) > 1.8 * max(drawn(kind) for kind in KINDS[1:])


def test_it_floats_over_its_place():
    spots = []
    for time_ms in np.arange(0, 2600, 200):
        surface = canvas()
        draw_gem(surface, (80, 110), "ruby", 1.0, float(time_ms))
        mask = pygame.surfarray.array_alpha(surface) > 250
        spots.append(np.nonzero(mask.any(axis=0))[0].max())
    assert max(spots) < 110
    assert 1 <= max(spots) - min(spots) <= 8


def test_only_a_faint_ring_stays_where_a_gem_was():
    surface = canvas()
    draw_gem(surface, (80, 110), 3, 1.0, 500.0, collected=True)
    alpha = pygame.surfarray.array_alpha(surface)
    assert 0 < alpha.max() < 140
    rows = np.nonzero(alpha.any(axis=0))[0]
    assert 100 < rows.min() < 110 < rows.max() < 120


def test_sprites_are_kept_within_a_bound():
    assert gem_sprite("opal", 31, 0.201) is gem_sprite("opal", 31, 1.2012)
    for size in range(20, 120):
        gem_sprite("diamond", size, 0.0)
    assert gems._cache.used_bytes <= gems._cache.limit_bytes


def test_an_unknown_kind_is_refused():
    with pytest.raises(KeyError):
        gem_sprite("gravel", 30, 0.0)


def spread(burst):
    surface = canvas()
    burst.draw(surface)
    return pygame.surfarray.array_alpha(surface).astype(int)


def test_a_burst_flies_outward_and_ends():
    burst = Burst((80, 80), 1.0)
    reach = []
    for _ in range(3):
        burst.update(200)
        bright = np.argwhere(spread(burst) > 170)
        reach.append(np.hypot(*(bright - (80, 64)).T).max())
    assert reach[0] < reach[1]
    assert not burst.over
    burst.update(600)
    assert burst.over
    assert spread(burst).max() == 0


def test_with_reduced_motion_nothing_moves_but_it_still_shows():
    burst = Burst((80, 80), 1.0, reduced=True)
    seen = []
    for _ in range(3):
        burst.update(200)
        seen.append(spread(burst))
    assert seen[0].max() > 40
    assert [s.max() for s in seen] == sorted((s.max() for s in seen), reverse=True)
    shapes = {(s > 0.4 * s.max()).sum() for s in seen}
    assert max(shapes) < 1.25 * min(shapes)


def test_two_bursts_at_once_look_the_same():
    first, second = Burst((80, 80), 1.0), Burst((80, 80), 1.0)
    for burst in (first, second):
        burst.update(333)
    assert np.array_equal(spread(first), spread(second))
