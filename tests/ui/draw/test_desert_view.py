"""What a walk shows and hides: fog, blindfold, dust, hints, figures, other pictures."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import levels
from game.sim.commands import Rewind, Step, Tune
from game.sim.expedition import Expedition
from game.ui.camera import Camera
from game.ui.draw.actor import Passage, moment
from game.ui.draw.bake import bake
from game.ui.draw.desert_view import DesertView
from game.ui.draw.effects import Dust
from game.ui.draw.figure import FIGURES
from game.ui.draw.fog import SIGHT
from game.ui.draw.gems import Burst
from game.ui.draw.glitter import FARTHEST

SIZE = (480, 270)
UNIT = 0.375


@pytest.fixture(scope="module")
def site():
    """A level with lesser gems."""
    return next(
        built
        for built in map(levels.build, map(levels.read, levels.shipped()))
        if len(built.setup.lesser_gems) >= 3
    )


@pytest.fixture(scope="module")
def picture(site):
    return bake(site.land, Camera(SIZE))


@pytest.fixture
def make(site, picture):
    pygame.display.init()
    pygame.display.set_mode(SIZE)

    def made(sight="clear", **more):
        seen = replace(site, level=replace(site.level, sight=sight))
        view = DesertView(seen, picture, UNIT, **more)
        expedition = Expedition(site.setup)
        view.follow(expedition)
        return view, expedition

    return made


def shown(view, expedition, guides=False, blend=1.0):
    before = expedition.states[-2] if blend < 1 else expedition.now
    passage = Passage(before, expedition.now, "step" if blend < 1 else "rest")
    surface = pygame.Surface(SIZE)
    view.draw(surface, moment(passage, blend, 0.0), 0.0, guides, blend)
    return pygame.surfarray.array3d(surface).astype(int)


def dusts(view):
    return [burst for burst in view._bursts.flying if isinstance(burst, Dust)]


def far_step(expedition, view, paces):
    """One step of about so many paces."""
    rate = paces / max(float(np.hypot(*expedition.now.slope)), 1e-9)
    expedition.apply(Tune("learning_rate", rate))
    view.follow(expedition)
    expedition.apply(Step())
    view.follow(expedition)


def test_a_blindfolded_child_sees_nothing_of_the_land(make, picture):
    view, expedition = make("blindfold")
    dark = shown(view, expedition)
    x, y = (int(c) for c in view.footing.pixel(expedition.now.place))
    around = np.ones(SIZE, bool)
    around[max(x - 110, 0) : x + 110, max(y - 80, 0) : y + 60] = False
    assert dark[around].max() < 60
    assert dark.max() > dark[around].max() + 60  # its own outline
    view.look(replace(picture, rgb=255 - picture.rgb))
    np.testing.assert_array_equal(shown(view, expedition), dark)


def test_the_blindfold_hides_gems_prints_and_hints_but_not_the_guides(make):
    view, expedition = make("blindfold")
    assert view.gems_seen() == []
    assert view._lookout.hints == []
    plain, guided = shown(view, expedition), shown(view, expedition, guides=True)
    assert (plain != guided).any()
    far_step(expedition, view, 8.0)
    newcomer, _ = make("blindfold")
    newcomer.follow(Expedition(replace(expedition.setup, start=expedition.now.place)))
    # Nothing tells where the walk began or which way it went.
    np.testing.assert_array_equal(shown(view, expedition), shown(newcomer, expedition))


def test_in_clear_sight_every_gem_is_seen_and_none_glitters(make, site):
    view, _ = make("clear")
    assert len(view.gems_seen()) == 1 + len(site.setup.lesser_gems)
    assert view._lookout.hints == []


def test_hints_are_of_hidden_gems_within_twice_the_sight(make, site):
    view, expedition = make("fog")
    places = [site.setup.gem, *site.setup.lesser_gems]
    away = [float(np.hypot(*(place - expedition.now.place))) for place in places]
    hinted = {kind for kind, _ in view._lookout.hints}
    seen = {kind for kind, _ in view.gems_seen()}
    assert seen == {kind for kind, far in enumerate(away) if far <= SIGHT}
    assert hinted == {kind for kind, far in enumerate(away) if SIGHT < far <= FARTHEST * SIGHT}


def test_gems_come_in_sight_while_the_child_walks_and_are_hidden_again_when_undone(make, site):
    view, expedition = make("fog")
    first = {kind for kind, _ in view.gems_seen()}
    places = [site.setup.gem, *site.setup.lesser_gems]
    target, place = next((k, at) for k, at in enumerate(places) if k not in first)
    view._lookout.reach(place)
    assert target in {kind for kind, _ in view.gems_seen()}
    expedition.apply(Step())
    view.follow(expedition)
    expedition.apply(Rewind())
    view.follow(expedition)
    assert {kind for kind, _ in view.gems_seen()} == first


def test_the_fog_does_not_run_ahead_of_the_child(make):
    view, expedition = make("fog")
    before = int(view._fog._clear.sum())
    far_step(expedition, view, 12.0)
    assert int(view._fog._clear.sum()) == before  # the step has only begun
    shares = []
    for blend in (0.25, 0.5, 0.75, 1.0):
        shown(view, expedition, blend=blend)
        shares.append(int(view._fog._clear.sum()))
    assert shares == sorted(shares)
    assert shares[0] > before
    assert len(set(shares)) == 4


def test_long_steps_raise_dust_once_where_they_end(make):
    view, expedition = make("clear")
    far_step(expedition, view, 2.0)
    shown(view, expedition)
    assert not dusts(view)
    far_step(expedition, view, 9.0)
    shown(view, expedition, blend=0.5)
    assert not dusts(view)
    for _ in range(3):
        shown(view, expedition)
    assert len(dusts(view)) == 1
    assert dusts(view)[0].pixel == view.footing.pixel(expedition.now.place)


@pytest.mark.parametrize("sight", ["clear", "fog", "blindfold"])
def test_a_gem_is_taken_when_the_child_is_there_and_not_before(make, site, sight):
    view, expedition = make(sight)
    place = site.setup.lesser_gems[0]
    expedition.states[-1] = replace(expedition.now, place=place + np.array((9.0, 0.0)))
    view.follow(expedition)
    found = replace(expedition.now, place=place, collected=frozenset({0}))
    expedition.states.append(found)
    view.follow(expedition)
    shown(view, expedition, blend=0.5)
    assert 1 in [kind for kind, _ in view._lookout._gems]
    assert not view._bursts.flying
    for _ in range(2):
        shown(view, expedition)
        assert 1 not in [kind for kind, _ in view._lookout._gems]
        assert sum(isinstance(burst, Burst) for burst in view._bursts.flying) == 1


def test_a_running_child_raises_dust_at_every_landing(make):
    view, expedition = make("clear")
    for _ in range(3):
        far_step(expedition, view, 7.0)
        shown(view, expedition, blend=0.4)
    assert len(dusts(view)) == 2  # the third step is under way


def test_looking_at_another_picture_keeps_the_walk(make, site):
    view, expedition = make("fog")
    for _ in range(3):
        far_step(expedition, view, 7.0)
    shown(view, expedition)
    seen = {kind for kind, _ in view.gems_seen()}
    near = bake(site.land, Camera(SIZE, 2.0, tuple(expedition.now.place)))
    view.look(near)
    assert view.walked == expedition.states
    assert {kind for kind, _ in view.gems_seen()} == seen
    x, y = (int(c) for c in view.footing.pixel(expedition.states[-2].place))
    assert view._fog._clear[y, x] == 255
    assert view.scale == pytest.approx(UNIT * 2**0.5)


def test_figures_look_different(make):
    pictures = [shown(*make(figure=FIGURES[at])) for at in (0, 5)]
    assert (pictures[0] != pictures[1]).any(axis=2).sum() > 100


def test_evening_falls_with_the_water_unless_all_is_revealed(make):
    view, expedition = make("clear")
    noon = shown(view, expedition)
    while expedition.now.water > 4 and expedition.now.ending is None:
        expedition.apply(Tune("learning_rate", 1e-3))
        expedition.apply(Step())
    view.follow(expedition)
    evening = shown(view, expedition)
    assert evening.mean() < 0.92 * noon.mean()
    assert evening[..., 2].mean() < 0.92 * noon[..., 2].mean()
    told, _ = make("clear", revealed=True)
    told.follow(expedition)
    assert shown(told, expedition).mean() > evening.mean() * 1.05


def test_prints_of_steps_that_were_undone_are_gone(make):
    view, expedition = make("clear")
    before = pygame.surfarray.array3d(_ground(view)).astype(int)
    far_step(expedition, view, 9.0)
    assert (pygame.surfarray.array3d(_ground(view)) != before).any()
    expedition.apply(Rewind())
    view.follow(expedition)
    np.testing.assert_array_equal(pygame.surfarray.array3d(_ground(view)), before)


def _ground(view):
    surface = pygame.Surface(SIZE)
    view.draw_ground(surface)
    return surface


@pytest.mark.parametrize("still", [True, False])
def test_with_less_motion_nothing_moves_at_rest(make, still):
    """The gem neither floats nor turns, the flag hangs, and the child holds its breath."""
    view, expedition = make(revealed=True, reduced_motion=still)
    expedition.apply(Step())
    view.follow(expedition)
    rest = Passage(expedition.now, expedition.now)
    pictures = []
    for time_ms in (0.0, 650.0, 1700.0):
        surface = pygame.Surface(SIZE)
        view.draw(surface, moment(rest, 1.0, time_ms), time_ms, guides=True)
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert (len(set(pictures)) == 1) is still
