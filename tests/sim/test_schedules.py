"""Learning-rate schedules."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.schedules import SCHEDULES, Constant, Cosine, Exponential, StepDecay, name_of

every_schedule = pytest.mark.parametrize("name", SCHEDULES)


@every_schedule
@given(step=st.integers(0, 500))
def test_factor_starts_at_1_never_grows_and_never_turns_negative(name, step):
    schedule = SCHEDULES[name]()
    assert schedule(0) == 1.0
    assert 0.0 <= schedule(step + 1) <= schedule(step) <= 1.0


@every_schedule
def test_name_leads_back_to_the_class(name):
    assert name_of(SCHEDULES[name]()) == name


def test_numbers():
    assert Constant()(99) == 1
    assert Exponential(0.9)(3) == pytest.approx(0.729)
    assert [StepDecay(3, 0.5)(k) for k in (2, 3, 5, 6)] == [1, 0.5, 0.5, 0.25]
    assert Cosine(10, 0.2)(5) == pytest.approx(0.6)
    assert Cosine(10, 0.2)(10) == Cosine(10, 0.2)(50) == pytest.approx(0.2)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Exponential(1.1),
        lambda: Exponential(math.nan),
        lambda: StepDecay(0),
        lambda: Cosine(0),
        lambda: Cosine(10, -0.1),
    ],
)
def test_settings_out_of_range_are_refused(make):
    with pytest.raises(ValueError, match="must be from"):
        make()
