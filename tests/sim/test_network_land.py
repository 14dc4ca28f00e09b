"""A network as a desert: what is drawn, what is walked on and its true slopes are one."""

from dataclasses import replace

import numpy as np
import pytest

from game import levels
from game.sim.commands import Step, Tune
from game.sim.crowd import walk_crowd
from game.sim.expedition import Expedition, replay
from game.sim.gradient_check import WITHIN, check_gradient, plain_loss
from game.sim.grid import Grid
from game.sim.land import survey
from game.sim.network_land import LossTerrain, Network
from game.sim.network_plane import NAMES, Plane
from game.sim.recipe import Bowl, Recipe, Rim, grounded, rim_holds
from game.sim.terrain import Terrain
from game.sim.tone_weights import TRAINED

SLUGS = ("26-tone-guesser", "27-trembling-ground")
PLANES = (
    Plane("shouts to 1", "shouts to 2", (-5, 7), (-6, 7)),  # two hidden neurons
    Plane("capitals to 2", "cross to 2", (-5, 5), (-8, 2)),  # one hidden neuron
    Plane("2 to chill", "bias of angry", (-9, 9), (-8, 8)),  # two outputs
    Plane("bias of 1", "1 to decent", (-4, 4), (-9, 3)),  # a hidden neuron and what comes of it
)
every_plane = pytest.mark.parametrize("plane", PLANES, ids=lambda plane: f"{plane.x}, {plane.y}")
PLACES = np.random.default_rng(5).uniform(0, 100, (60, 2))


@pytest.fixture(params=SLUGS)
def site(request):
    return levels.build(levels.read(levels.find(request.param)))


def test_the_slopes_that_are_walked_by_hold_to_1e_8(site):
    found = check_gradient(site.setup.terrain, places=12, seed=3)
    assert found.complex_steps <= WITHIN == 1e-8
    assert found.central_differences <= WITHIN
    assert found.holds


def test_the_check_sees_slopes_that_are_wrong(site):
    class Wrong(LossTerrain):
        def gradient(self, points):
            return super().gradient(points) + 2e-8

    wrong = Wrong(site.setup.terrain.heights, network=site.setup.terrain.network)
    assert not check_gradient(wrong, places=2).holds


def test_the_land_that_is_drawn_is_the_loss_that_is_walked_on(site):
    terrain, land = site.setup.terrain, site.land
    along = np.linspace(0, 100, 513)
    rows = [0, 100, 257, 512]
    for row in rows:
        places = np.stack([along, np.full(513, along[row])], axis=1)
        assert terrain.heights[row] == pytest.approx(terrain.height(places), abs=1e-6)
    x = np.linspace(land.west, land.east, land.wide.shape[1])
    y = np.linspace(land.north, land.south, land.wide.shape[0])
    inside = (x >= 0) & (x <= 100)
    middle = int(np.argmin(np.abs(y - 50)))
    places = np.stack([x[inside], np.full(inside.sum(), y[middle])], axis=1)
    assert land.wide[middle, inside] == pytest.approx(terrain.height(places), abs=1e-4)


def test_height_is_paces_times_loss_and_the_lowest_sample_0(site):
    terrain = site.setup.terrain
    network = terrain.network
    for place in PLACES[:5]:
        weights = dict(zip(NAMES, TRAINED.flat(), strict=True))
        x, y = network.plane.values(place)
        weights[network.x], weights[network.y] = x, y
        told = network.paces * plain_loss(weights).real + terrain.base
        assert terrain.height(place)[0] == pytest.approx(told, abs=1e-9)
    assert terrain.heights.min() == 0


def test_it_has_one_lowest_place_and_a_border_that_leads_back_in(site):
    terrain = site.setup.terrain
    assert rim_holds(terrain)
    assert terrain.gradient(terrain.global_minimum) == pytest.approx(0, abs=1e-9)
    heights = terrain.minima.heights
    assert len(heights) == 1 or heights[1] - heights[0] >= 0.5


def test_slopes_of_second_order_are_those_of_the_slopes(site):
    terrain, step = site.setup.terrain, 1e-3
    inside = 5 + 0.9 * PLACES[:10]
    xx, xy, yy = terrain.hessian(inside).T
    ways = step * np.eye(2)
    east, south = (
        (terrain.gradient(inside + way) - terrain.gradient(inside - way)) / (2 * step)
        for way in ways
    )
    assert np.stack([xx, xy], 1) == pytest.approx(east, abs=1e-5)
    assert np.stack([xy, yy], 1) == pytest.approx(south, abs=1e-5)


def test_outside_it_is_the_nearest_edge_as_for_every_terrain(site):
    terrain = site.setup.terrain
    assert terrain.height([[-9, 50], [50, 130]]) == pytest.approx(
        terrain.height([[0, 50], [50, 100]])
    )
    assert terrain.contains([[-9, 50], [50, 50]]).tolist() == [False, True]


@every_plane
def test_the_quick_grid_is_the_loss_of_every_place(plane):
    x, y = np.linspace(-30, 130, 9), np.linspace(-40, 150, 7)
    grid = plane.loss_on(x, y)
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    assert grid.ravel() == pytest.approx(plane.loss(places), abs=1e-14)


@every_plane
def test_the_mean_of_the_slopes_of_a_partition_is_the_whole_slope(plane):
    order = np.random.default_rng(8).permutation(48)
    place = PLACES[:1]
    for size in (1, 4, 16):
        shares = np.zeros((48 // size, 48))
        for share, batch in zip(shares, order.reshape(-1, size), strict=True):
            share[batch] = 1 / size
        slopes = plane.slope(place.repeat(len(shares), axis=0), shares)
        assert slopes.mean(axis=0) == pytest.approx(plane.slope(place)[0], abs=1e-15)


def test_the_spread_of_batches_is_that_of_many_batches(site):
    terrain, draw = site.setup.terrain, np.random.default_rng(4)
    place = site.setup.start
    for size in (1, 6, 30):
        shares = np.zeros((4000, 48))
        for share in shares:
            share[draw.permutation(48)[:size]] = 1 / size
        found = terrain.batch_gradient(place[None].repeat(4000, axis=0), shares)
        measured = np.sqrt(found.var(axis=0).mean())
        assert terrain.batch_spread(place, size) == pytest.approx(measured, rel=0.06)
    assert terrain.batch_spread(place, 48) == 0


def test_a_network_stands_alone():
    network = Network("shouts to 1", "shouts to 2", (-5, 7), (-6, 7))
    assert type(survey(Recipe((network,), None)).terrain) is LossTerrain
    assert type(survey(Recipe((Bowl(50, 50, 5, 40),), None)).terrain) is Terrain
    for recipe in (Recipe((network, Bowl(50, 50, 5, 40)), None), Recipe((network,), Rim())):
        with pytest.raises(ValueError, match="stands alone"):
            survey(recipe)


def test_dunes_lie_only_outside_the_square():
    network = Network("shouts to 1", "shouts to 2", (-5, 7), (-6, 7))
    along = np.linspace(-30, 130, 81)
    grid = Grid(along, along)
    with_dunes, without = (
        replace(network, beyond=height).over(grid.flat(), grid) for height in (2.5, 0.0)
    )
    inside = (along >= 0) & (along <= 100)
    assert np.array_equal(with_dunes[np.ix_(inside, inside)], without[np.ix_(inside, inside)])
    assert np.abs(with_dunes - without).max() > 0.5


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"x": "shout to 1"}, "x must be one of"),
        ({"y": "shouts to 1"}, "two different"),
        ({"x_window": (3, 3)}, "x_window"),
        ({"y_window": (-200, 3)}, "y_window"),
        ({"x_window": (float("nan"), 3)}, "x_window"),
        ({"paces": 0}, "paces"),
        ({"beyond": -1}, "beyond"),
    ],
)
def test_what_is_no_network_is_refused(change, told):
    good = Network("shouts to 1", "shouts to 2", (-5, 7), (-6, 7))
    with pytest.raises(ValueError, match=told):
        replace(good, **change)


def test_a_plain_land_has_no_examples():
    land = Terrain(np.zeros((3, 3)))
    assert land.examples == 0
    assert land.batch_spread(np.array([5.0, 5.0]), 1) == 0
    with pytest.raises(ValueError, match="no examples"):
        land.batch_gradient(np.zeros((1, 2)), np.ones((1, 1)))


def test_a_walk_in_batches_is_walked_again_to_the_last_bit(site):
    commands = (Tune("batch_size", 3.0), *[Step()] * 6, Tune("batch_size", 20.0), *[Step()] * 6)
    first, second = replay(site.setup, commands), replay(site.setup, commands)
    assert first.now.place.tobytes() == second.now.place.tobytes()
    other = replay(replace(site.setup, seed=site.setup.seed + 1), commands)
    assert not np.array_equal(first.now.place, other.now.place)


@pytest.mark.parametrize("size", [1.0, 5.0, 48.0])
def test_the_first_of_a_crowd_walks_as_a_single_child_in_batches(site, size):
    tools = replace(site.setup.tools, batch_size=size)
    setup = replace(site.setup, tools=tools)
    optimizer = tools.make_optimizer(tools.learning_rate)
    crowd = walk_crowd(setup, optimizer, setup.start[None].repeat(5, axis=0), batch_size=size)
    alone = Expedition(setup)
    while alone.now.ending is None:
        alone.apply(Step())
    assert np.array_equal(crowd.places[0], alone.now.place)
    assert crowd.steps[0] == alone.now.steps
    assert (len(np.unique(crowd.places[:, 0])) == 1) == (size == 48)


def test_all_messages_are_calm_ground_and_few_are_not(site):
    setup = site.setup
    whole = replay(setup, [Tune("batch_size", 48.0), Step()])
    assert np.array_equal(whole.now.felt, whole.previous.slope)
    few = replay(setup, [Tune("batch_size", 2.0), Step()])
    assert not np.array_equal(few.now.felt, few.previous.slope)
    assert np.array_equal(few.previous.slope, whole.previous.slope)


def test_grounding_moves_a_network_and_changes_none_of_its_slopes():
    recipe = Recipe((Network("shouts to 1", "shouts to 2", (-5, 7), (-6, 7)),), None)
    before, after = survey(recipe).terrain, survey(grounded(recipe)).terrain
    assert after.heights.min() == pytest.approx(0, abs=1e-9)
    assert np.array_equal(before.gradient(PLACES), after.gradient(PLACES))
