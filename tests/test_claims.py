"""Claims: what they may say, and that their walks are those of a player."""

import numpy as np
import pytest

from game.claims import read_claims
from game.proofs import par_of, prove
from game.sim.commands import ChooseSchedule, Step, Tune
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.sim.schedules import Exponential
from game.sim.tools import Tools
from game.tables import Table
from tests.sim.lands import bowl, setup, two_basins

TOOLS = Tools(learning_rate=10.0)


def read(base: Tools = TOOLS, places=(), **claim):
    """The claim, or the faults that it has."""
    faults = []
    claim = {"says": "so", "at_least": 0.0, **claim}
    claims = read_claims([Table("x.toml", claim, faults, "claims[1]")], base, places)
    return claims[0] if claims else [str(fault) for fault in faults]


def walk(place, *settings) -> int:
    """Water left where the gem was found, -1 elsewhere, of one child on the same land."""
    expedition = Expedition(place)
    for command in settings:
        expedition.apply(command)
    while expedition.now.ending is None:
        expedition.apply(Step())
    return expedition.now.water if expedition.now.ending is Ending.FOUND else -1


@pytest.mark.parametrize("player", ["walk", "leap"])
def test_a_sweep_of_two_sliders_walks_what_a_player_walks(player):
    # It is steep but for the gem itself, so that nobody leaps and both players walk alike.
    place = setup(bowl(steepness=0.05), tools=TOOLS, water=20, settle=2)
    claim = read(player=player, learning_rate=[0.5, 30.0, 5], shrink=[0.7, 0.98, 4])
    own = [
        walk(place, Tune("learning_rate", float(rate)), ChooseSchedule(Exponential(float(shrink))))
        for rate in np.geomspace(0.5, 30.0, 5)
        for shrink in np.geomspace(0.7, 0.98, 4)
    ]
    proof = prove(claim, place)
    assert (proof.walks, proof.best_water) == (20, max(own))
    assert proof.share == sum(water >= 0 for water in own) / 20
    assert 0 < proof.share < 1


def test_one_shrink_is_a_schedule():
    assert read(shrink=0.9).tools.schedule == Exponential(0.9)
    assert read(shrink=0.9).sweeps == ()


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"shrink": 1.5}, "claims[1].shrink: 1.5 is out of range"),
        ({"shrink": 0.9, "schedule": {"kind": "cosine"}}, "shrink: is a schedule too"),
        ({"momentum": [0.0, 0.9, 5]}, "momentum: changes nothing in these walks"),
        ({"leap_reach": [4.0, 9.0, 5]}, "leap_reach: changes nothing in these walks"),
        ({"gust_strength": [4.0, 9.0, 5], "player": "leap"}, "gust_strength: changes nothing"),
        ({"learning_rate": [9.0, 4.0, 5]}, "learning_rate: [9.0, 4.0, 5] is no sweep"),
    ],
)
def test_what_a_claim_may_not_say(claim, said):
    assert any(said in fault for fault in read(**claim))


def test_who_stands_at_the_gem_does_not_leap_away():
    place = setup(bowl(steepness=0.05), start=(50.0, 40.0), tools=TOOLS, water=30, settle=20)
    assert prove(read(player="leap", learning_rate=5.0), place).share == 1.0


def test_a_leap_is_taken_where_steps_end():
    place = setup(two_basins(), start=(20.0, 48.0), tools=TOOLS, water=60)
    walks = prove(read(seeds=20), place)
    leaps = prove(read(player="leap", leap_reach=30.0, seeds=20), place)
    assert walks.share == 0.0
    assert leaps.share > 0.3


def test_a_claim_is_about_all_starts_of_the_level_or_one():
    place = setup(two_basins(), tools=TOOLS, water=40)
    near, far = (75.0, 55.0), (25.0, 45.0)  # each in a basin of its own; the gem lies in one
    proofs = [prove(read(places=(near, far), **start), place) for start in ({}, {"start": 1})]
    other = prove(read(places=(near, far), start=2, starts=5, spread=1.0), place)
    assert [(proof.walks, proof.share) for proof in proofs] == [(2, 0.5), (1, 1.0)]
    assert (other.walks, other.share, other.best_waters) == (5, 0.0, (-1,))
    assert proofs[0].best_waters == (proofs[1].best_water, -1)


def test_a_start_that_the_level_does_not_have_is_a_fault():
    places = ((20.0, 30.0), (70.0, 30.0))
    assert read(places=places, start=3) == [
        "x.toml: claims[1].start: 3 is out of range; give 1 to 2"
    ]


def test_par_water_is_what_a_quarter_of_the_walks_that_win_have_left():
    place = setup(bowl(steepness=0.05), tools=TOOLS, water=20, settle=2)
    claim = read(learning_rate=[2.0, 12.0, 10], at_least=0.1)
    own = [walk(place, Tune("learning_rate", float(v))) for v in np.geomspace(2.0, 12.0, 10)]
    found = sorted((left for left in own if left >= 0), reverse=True)
    par = par_of([prove(claim, place)], place.water)
    assert (par.water, par.best) == (20, found[0])
    assert par.suggested == found[-(-len(found) // 4) - 1]
    assert len(set(found)) > 1


def test_par_water_can_be_had_from_every_start_from_which_the_gem_can():
    place = setup(bowl(steepness=0.02), tools=TOOLS, water=20)
    near, far = (50.0, 46.0), (50.0, 20.0)
    each = [prove(read(places=(one,), at_least=0.5), place) for one in (near, far)]
    assert each[0].best_water > each[1].best_water > 0
    both = prove(read(places=(near, far), at_least=0.5), place)
    assert par_of(each, 20) == par_of([both], 20) == par_of(each[1:], 20)


def test_no_par_water_by_claims_that_fail_or_say_what_does_not_work():
    place = setup(bowl(steepness=0.05), tools=TOOLS, water=20)
    assert par_of([prove(read(at_least=1.0, learning_rate=0.001), place)], 20) is None
    assert par_of([prove(read(at_most=1.0), place)], 20) is None
