"""The child: from every side and in every pose it stands on its feet and shows what it carries."""

import math

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.draw.child import (
    EAST,
    NORTH,
    NORTH_EAST,
    NORTH_WEST,
    SOUTH,
    SOUTH_EAST,
    SOUTH_WEST,
    WEST,
    ChildArt,
    facing_of,
)
from game.ui.draw.child_body import scarf_line
from game.ui.draw.child_poses import POSES
from game.ui.draw.figure import FIGURES

SOLID = 140  # alpha of what is more than the rim of light
ALL_AT_REST = ("asleep", "dig", "gust", "idle", "stumble", "thirsty")


@pytest.fixture(scope="module")
def art():
    return ChildArt(FIGURES[0])


def solid(sprite):
    return pygame.surfarray.array_alpha(sprite.surface) > SOLID


def pixels(sprite):
    rgb = pygame.surfarray.array3d(sprite.surface).astype(int)
    return rgb, solid(sprite)


def lowest(sprite):
    return int(np.nonzero(solid(sprite).any(axis=0))[0].max()) + 1 - sprite.anchor[1]


@pytest.mark.parametrize("facing", range(8))
@pytest.mark.parametrize("pose", ALL_AT_REST)
def test_the_anchor_is_at_the_feet(art, pose, facing):
    spread = 6 if pose in ("dig", "asleep") else 4  # knees and spade come nearer to the viewer
    assert abs(lowest(art.frame(pose, facing, 0.1))) <= spread


@pytest.mark.parametrize("pose", ["walk", "run"])
@pytest.mark.parametrize("facing", [EAST, SOUTH, NORTH])
def test_walking_feet_neither_sink_nor_float(art, pose, facing):
    for phase in np.arange(0, 1, 1 / 16):
        assert -7 <= lowest(art.frame(pose, facing, phase)) <= 5


def test_a_leap_leaves_the_ground(art):
    assert lowest(art.frame("leap", EAST, 0.5)) < lowest(art.frame("leap", EAST, 0.0)) - 8


def test_the_child_is_about_80_pixels_tall_and_grows_with_the_scale(art):
    assert 72 <= solid(art.frame("idle", SOUTH, 0.0)).any(axis=0).sum() <= 90
    big = ChildArt(FIGURES[0], 2.0).frame("idle", SOUTH, 0.0)
    small = art.frame("idle", SOUTH, 0.0)
    ratio = solid(big).any(axis=0).sum() / solid(small).any(axis=0).sum()
    assert ratio == pytest.approx(2.0, abs=0.08)


@pytest.mark.parametrize(
    ("right", "left"), [(EAST, WEST), (SOUTH_EAST, SOUTH_WEST), (NORTH_EAST, NORTH_WEST)]
)
@pytest.mark.parametrize("pose", POSES)
def test_facing_left_is_the_mirror_of_facing_right(art, pose, right, left):
    one = art.frame(pose, right, 0.3, 0.16, (20.0, 6.0))
    other = art.frame(pose, left, 0.3, -0.16, (-20.0, 6.0))
    assert np.array_equal(solid(one), solid(other)[::-1])
    assert one.anchor[0] == one.surface.get_width() - other.anchor[0]


@pytest.mark.parametrize("pose", POSES)
def test_the_eight_ways_all_look_different(art, pose):
    seen = {art.frame(pose, facing, 0.2).surface.get_buffer().raw for facing in range(8)}
    assert len(seen) == 8


@pytest.mark.parametrize("pose", POSES)
def test_every_pose_moves(art, pose):
    count = POSES[pose][1]
    frames = {art.frame(pose, SOUTH_EAST, k / count).surface.get_buffer().raw for k in range(count)}
    assert len(frames) > count / 2


def test_poses_differ_in_outline(art):
    shapes = {solid(art.frame(pose, EAST, 0.3)).tobytes(): pose for pose in POSES}
    assert len(shapes) == len(POSES)


def test_from_behind_no_eye_is_seen(art):
    def whites(facing):
        rgb, mask = pixels(art.frame("idle", facing, 0.1))
        middle = slice(mask.shape[1] // 3, mask.shape[1] // 2 + 4)
        return int(((rgb.min(axis=2) > 225) & mask)[:, middle].sum())

    assert whites(SOUTH) >= 2
    assert whites(NORTH) == 0


def test_it_blinks(art):
    frames = [art.frame("idle", SOUTH, phase).surface for phase in (0.30, 0.42)]
    eyes = [pygame.surfarray.array3d(s).min(axis=2).max() for s in frames]
    assert eyes[0] > 200
    assert not np.array_equal(*[pygame.surfarray.array3d(s) for s in frames])


def reds(sprite):
    """Pixels of the red scarf as offsets from its anchor, below the hat."""
    rgb, mask = pixels(sprite)
    red = mask & (rgb[..., 0] > 150) & (rgb[..., 1] < 75) & (rgb[..., 2] < 75)
    found = np.argwhere(red) - sprite.anchor
    return found[found[:, 1] > -52]


@pytest.mark.parametrize("scarf", [(38, 0), (-38, 0), (27, -20), (-27, -20)])
@pytest.mark.parametrize("facing", [EAST, SOUTH, NORTH_WEST])
def test_the_scarf_streams_where_it_is_blown(art, facing, scarf):
    neck = np.array([0, -36])
    found = reds(art.frame("idle", facing, 0.2, 0.0, scarf)) - neck
    tip = found[np.argmax((found**2).sum(axis=1))]
    cosine = tip @ np.array(scarf) / np.linalg.norm(tip) / np.linalg.norm(scarf)
    assert cosine > 0.88


def test_more_velocity_draws_a_longer_scarf(art):
    reach = [reds(art.frame("idle", EAST, 0.2, 0.0, (-v, 0)))[:, 0].min() for v in (0, 15, 30, 48)]
    assert reach[0] > reach[1] > reach[2] > reach[3]


@given(
    st.floats(-math.pi, math.pi),
    st.floats(14.0, 60.0),
    st.floats(0, 1),
)
def test_the_tip_of_the_scarf_lies_in_the_direction_of_its_vector(angle, force, phase):
    vector = (force * math.cos(angle), force * math.sin(angle))
    x, y = scarf_line((0.0, 0.0), vector, phase)[-1]
    assert abs(math.remainder(math.atan2(y, x) - angle, math.tau)) < 0.30


def test_a_scarf_at_rest_hangs_down():
    line = scarf_line((0.0, 0.0), (0.0, 0.0), 0.0)
    assert line[-1][1] > 6
    assert abs(line[-1][0]) < 4


@pytest.mark.parametrize("facing", [EAST, SOUTH, NORTH])
def test_it_leans_to_the_right_with_its_feet_in_place(art, facing):
    tops, feet = [], []
    for lean in (-0.3, 0.0, 0.3):
        sprite = art.frame("idle", facing, 0.1, lean)
        mask = solid(sprite)
        columns = np.arange(mask.shape[0])[:, None] - sprite.anchor[0]
        base = sprite.anchor[1]
        tops.append((columns * mask[:, : base - 60]).sum() / mask[:, : base - 60].sum())
        feet.append((columns * mask[:, base - 6 :]).sum() / mask[:, base - 6 :].sum())
    assert tops[0] < tops[1] - 8 < tops[2] - 16
    assert max(feet) - min(feet) < 3


def test_the_sun_is_at_the_left_from_either_side(art):
    for facing in (EAST, WEST):
        rgb, mask = pixels(art.frame("idle", facing, 0.1))
        hat = rgb[:, 4:22].sum(axis=2) * mask[:, 4:22]
        columns = np.nonzero(hat.any(axis=1))[0]
        middle = columns.mean()
        bright = np.argwhere(hat > 690)[:, 0].mean()
        assert bright < middle


def test_the_shadow_is_soft_and_falls_to_the_lower_right(art):
    sprite = art.frame("idle", SOUTH, 0.1)
    shadow = art.shadow(sprite)
    alpha = pygame.surfarray.array_alpha(shadow.surface).astype(float)
    x, y = np.indices(alpha.shape)
    assert (x * alpha).sum() / alpha.sum() > shadow.anchor[0] + 15
    assert (y * alpha).sum() / alpha.sum() > shadow.anchor[1] + 5
    assert alpha.max() < 200
    assert len(np.unique(alpha)) > 30


def test_a_jump_takes_the_shadow_away_from_the_feet(art):
    def reach(phase):
        shadow = art.shadow(art.frame("leap", SOUTH, phase))
        alpha = pygame.surfarray.array_alpha(shadow.surface)
        return np.nonzero((alpha > 60).any(axis=1))[0].min() - shadow.anchor[0]

    assert reach(0.5) > reach(0.0) + 3


def test_the_outline_is_bright_around_the_child_and_faint_inside(art):
    sprite = art.frame("idle", SOUTH, 0.1)
    outline = art.outline(sprite)
    assert outline.get_size() == sprite.surface.get_size()
    alpha = pygame.surfarray.array_alpha(outline)
    inside = np.zeros(alpha.shape, bool)
    inside[sprite.anchor[0] - 3 : sprite.anchor[0] + 3, sprite.anchor[1] - 45] = True
    assert alpha.max() > 170
    assert 0 < alpha[inside].mean() < 90
    assert np.array(outline.get_at(np.unravel_index(alpha.argmax(), alpha.shape)))[:3].min() > 200


def test_a_frame_is_kept_and_near_ones_share_it(art):
    first = art.frame("walk", EAST, 0.26, 0.01, (-20.0, 1.0))
    assert art.frame("walk", EAST, 1.27, 0.0, (-20.4, 1.2)) is first
    assert art.frame("walk", EAST, 0.36, 0.0, (-20.0, 1.0)) is not first


def test_the_memory_of_frames_is_bounded():
    art = ChildArt(FIGURES[1], cache_bytes=400_000)
    for pose in POSES:
        for k in range(12):
            art.shadow(art.frame(pose, k % 8, k / 12))
    assert art.cache.used_bytes <= 400_000
    held = sum(s.surface.get_width() * s.surface.get_height() * 4
               for s in art.cache._sprites.values())  # fmt: skip
    assert held == art.cache.used_bytes
    assert 3 < len(art.cache) < 120


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_nothing_is_left_of_the_frame_that_was_drawn_before(figure):
    art = ChildArt(figure)
    for pose in POSES:
        art.frame(pose, NORTH_EAST, 0.6, 0.2, (30.0, 12.0))
    after = art.frame("idle", EAST, 0.1)
    fresh = ChildArt(figure).frame("idle", EAST, 0.1)
    assert after.anchor == fresh.anchor
    assert after.surface.get_buffer().raw == fresh.surface.get_buffer().raw


def test_an_unknown_pose_is_refused(art):
    with pytest.raises(KeyError):
        art.frame("moonwalk", EAST, 0.0)


@pytest.mark.parametrize(
    ("move", "facing"),
    [((1, 0), EAST), ((0, 1), SOUTH), ((-1, 0), WEST), ((0, -1), NORTH), ((5, 4), SOUTH_EAST)],
)
def test_it_faces_the_way_it_goes(move, facing):
    assert facing_of(*move) == facing
