"""Generated deserts: valid, the same every time, and honest about their faults."""

from dataclasses import replace

import numpy as np
import pytest

from game.sim.generator import Desert, faults, generate
from game.sim.land import survey
from game.sim.recipe import Basin, Bowl, Craters, Hill, Recipe, Tilt

SEEDS = [(seed, seed % 3) for seed in range(37)] + [(2**32 - 1, d) for d in range(3)]


@pytest.fixture(scope="module")
def desert():
    return generate(7)


@pytest.mark.parametrize(("seed", "difficulty"), SEEDS)
def test_deserts_have_no_faults(seed, difficulty):
    made = generate(seed, difficulty)
    assert (made.seed, made.difficulty) == (seed, difficulty)
    assert faults(made, survey(made.recipe)) == []


def test_same_seed_same_desert(desert):
    assert generate(7) == desert
    assert hash(generate(7)) == hash(desert)


def test_other_seeds_and_difficulties_give_other_deserts(desert):
    others = [generate(8), generate(7, 0), generate(7, 2)]
    assert len({other.recipe for other in [desert, *others]}) == 4


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_seed_out_of_range(seed):
    with pytest.raises(ValueError, match="seed"):
        generate(seed)


@pytest.mark.parametrize("difficulty", [-1, 3])
def test_difficulty_out_of_range(difficulty):
    with pytest.raises(ValueError, match="difficulty"):
        generate(1, difficulty)


def told(desert, **changes):
    changed = replace(desert, **changes)
    return " ".join(faults(changed, survey(changed.recipe)))


def with_parts(desert, *more):
    return replace(desert.recipe, parts=(*desert.recipe.parts, *more))


def test_a_start_at_the_gem_is_a_fault(desert):
    gem = survey(desert.recipe).terrain.global_minimum
    sentences = told(desert, start=tuple(gem))
    for sentence in ("not high up", "too near the gem", "no slope at the start"):
        assert sentence in sentences


def test_a_start_keeps_35_paces_from_the_gem(desert):
    gem = survey(desert.recipe).terrain.global_minimum
    way = np.array(desert.start) - gem
    way /= np.hypot(*way)
    assert "too near the gem" in told(desert, start=tuple(gem + 34.9 * way))
    assert "too near the gem" not in told(desert, start=tuple(gem + 35.1 * way))


def test_starts_that_are_too_hard_or_too_easy_are_faults(desert):
    assert "walks find the gem" not in told(desert)
    gem, *others = survey(desert.recipe).terrain.minima.places
    near_it = told(desert, start=(gem[0] + 3, gem[1]))
    assert "too many walks" in near_it
    assert "plain walks" in near_it
    farthest = max(others, key=lambda place: np.hypot(*(place - gem)))
    assert "too few walks" in told(desert, start=tuple(farthest + 0.3))


def test_a_rival_to_the_gem_is_a_fault():
    twins = Recipe((Basin(25, 25, 9, 8), Basin(75, 70, 9.1, 8)))
    assert "deeper" in told(Desert(0, 1, twins, (50.0, 50.0)))


def test_a_land_with_too_few_minima_is_a_fault():
    bowl = Desert(0, 1, Recipe((Bowl(50, 50, 8, 40),)), (10.0, 10.0))
    assert "no two minima" in told(bowl)
    two = Recipe((Bowl(50, 50, 8, 40), Basin(40, 50, 9, 8), Basin(75, 50, 7, 6)))
    assert "1 lesser minima" in told(replace(bowl, recipe=two))


def test_other_faults_of_the_land(desert):
    assert "lesser minima" in told(desert, recipe=with_parts(desert, Craters(40, 3, 2)))
    assert "minimum at the border" in told(
        desert, recipe=with_parts(desert, Basin(2.5, 50, 6, 1.5), Basin(50, 97.5, 6, 1.5))
    )
    assert "relief" in told(desert, recipe=with_parts(desert, Hill(50, 50, 30, 9)))
    assert "slope of" in told(desert, recipe=with_parts(desert, Hill(50, 50, 9, 1)))
    assert "height 0" in told(desert, recipe=replace(desert.recipe, base=3.0))
    unrimmed = replace(with_parts(desert, Tilt(40, 20)), rim=None)
    assert "rim does not hold" in told(desert, recipe=unrimmed)
