"""Every optimizer against stored paths of torch.optim, and the promises that all of them keep."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import SCHEDULES

REFERENCE = Path(__file__).parent / "reference" / "optimizer_paths.json"
CASES = json.loads(REFERENCE.read_text(encoding="utf-8"))["cases"]


def name_of_case(case):
    clip = "" if case["clip_norm"] is None else "-clipped"
    return f"{case['function']}-{case['optimizer']}-{case['schedule']['kind']}{clip}"


def walk(case):
    """Positions along the case's own gradients, with its schedule changing the rate each step."""
    first = case["parameters"]["learning_rate"]
    optimizer = OPTIMIZERS[case["optimizer"]](**case["parameters"], clip_norm=case["clip_norm"])
    settings = dict(case["schedule"])
    schedule = SCHEDULES[settings.pop("kind")](**settings)
    place = np.array([case["start"]])
    state = optimizer.init(place)
    positions = [place[0]]
    for number, gradient in enumerate(case["gradients"][: len(case["positions"]) - 1]):
        optimizer = dataclasses.replace(optimizer, learning_rate=first * schedule(number))
        displacement, state = optimizer.step(np.array([gradient]), state)
        place = place + displacement
        positions.append(place[0])
    return np.array(positions)


@pytest.mark.parametrize("case", CASES, ids=name_of_case)
def test_path_is_that_of_torch(case):
    wanted = np.array(case["positions"])
    tolerance = 1e-12 if case["clip_norm"] is None else 1e-5
    np.testing.assert_allclose(walk(case), wanted, rtol=tolerance, atol=tolerance * 1e-3)


def test_reference_covers_every_optimizer_and_schedule():
    assert {case["optimizer"] for case in CASES} == set(OPTIMIZERS)
    assert {case["schedule"]["kind"] for case in CASES} == set(SCHEDULES)


finite = st.floats(-50, 50, allow_nan=False)
gradients = st.lists(st.tuples(finite, finite), min_size=1, max_size=12)
every_optimizer = pytest.mark.parametrize("name", OPTIMIZERS)


def run(optimizer, steps):
    """Displacements (steps, N, 2) for gradients (steps, N, 2)."""
    state = optimizer.init(np.zeros(steps.shape[1:]))
    out = []
    for gradient in steps:
        displacement, state = optimizer.step(gradient, state)
        out.append(displacement)
    return np.array(out)


@every_optimizer
@given(gradients)
def test_many_walkers_are_one_walker_many_times(name, path):
    steps = np.repeat(np.array(path)[:, None], 5, axis=1) * np.arange(1, 6)[:, None]
    optimizer = OPTIMIZERS[name](learning_rate=0.3, clip_norm=7.0)
    together = run(optimizer, steps)
    for walker in range(5):
        alone = run(optimizer, steps[:, walker : walker + 1])
        np.testing.assert_array_equal(together[:, walker], alone[:, 0])


@every_optimizer
@given(gradients, st.floats(0.01, 30), st.floats(0.01, 30))
def test_each_walker_may_have_its_own_learning_rate(name, path, one, other):
    steps = np.repeat(np.array(path)[:, None], 2, axis=1)
    both = run(OPTIMIZERS[name](learning_rate=np.array([[one], [other]])), steps)
    for walker, rate in enumerate((one, other)):
        alone = run(OPTIMIZERS[name](learning_rate=rate), steps[:, :1])
        np.testing.assert_array_equal(both[:, walker], alone[:, 0])


@every_optimizer
@given(st.tuples(finite, finite))
def test_first_step_goes_downhill(name, gradient):
    gradient = np.array([gradient])
    displacement = run(OPTIMIZERS[name](learning_rate=0.5), gradient[None])[0]
    assert (displacement * gradient <= 0).all()
    if np.abs(gradient).max() > 1e-3:
        assert (displacement * gradient).sum() < 0


@every_optimizer
@given(gradients)
def test_memory_that_went_in_is_not_changed(name, path):
    optimizer = OPTIMIZERS[name](learning_rate=0.1)
    state = optimizer.init(np.zeros((1, 2)))
    for gradient in path:
        before = [np.copy(part) for part in state]
        _, after = optimizer.step(np.array([gradient]), state)
        for part, copy in zip(state, before, strict=True):
            np.testing.assert_array_equal(part, copy)
        state = after


@every_optimizer
def test_memory_outlives_a_change_of_learning_rate(name):
    optimizer = OPTIMIZERS[name](learning_rate=0.1)
    _, state = optimizer.step(np.array([[3.0, 1.0]]), optimizer.init(np.zeros((1, 2))))
    slow, _ = optimizer.step(np.array([[1.0, -2.0]]), state)
    fast, _ = dataclasses.replace(optimizer, learning_rate=0.2).step(np.array([[1.0, -2.0]]), state)
    np.testing.assert_allclose(fast, 2 * slow, rtol=1e-15)


@given(st.tuples(finite, finite), st.floats(0.01, 20))
def test_a_clipped_slope_keeps_its_way_and_is_no_longer_than_the_rope(gradient, rope):
    gradient = np.array([gradient])
    displacement = run(
        OPTIMIZERS["gradient_descent"](learning_rate=1.0, clip_norm=rope), gradient[None]
    )[0]
    length = np.hypot(*gradient[0])
    assert np.hypot(*displacement[0]) == pytest.approx(min(length, rope), rel=1e-12, abs=1e-300)
    assert np.cross([*displacement[0], 0], [*gradient[0], 0])[2] == pytest.approx(0, abs=1e-9)


def test_a_kick_is_carried_on_by_momentum_and_by_nothing_without_a_velocity():
    push = np.array([[2.0, 0.0]])
    momentum = OPTIMIZERS["momentum"](learning_rate=0.5, momentum=0.9)
    state = momentum.kick(push, momentum.init(push))
    np.testing.assert_allclose(momentum.step(np.zeros((1, 2)), state)[0], 0.9 * push)
    plain = OPTIMIZERS["gradient_descent"](learning_rate=0.5)
    assert plain.kick(push, plain.init(push)) == ()


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("gradient_descent", {"learning_rate": -0.1}),
        ("gradient_descent", {"learning_rate": float("nan")}),
        ("gradient_descent", {"learning_rate": float("inf")}),
        ("gradient_descent", {"clip_norm": -1.0}),
        ("momentum", {"momentum": 1.0}),
        ("nesterov", {"momentum": -0.1}),
        ("rmsprop", {"decay": 1.5}),
        ("adam", {"beta1": 1.0}),
        ("adam", {"beta2": float("nan")}),
        ("adagrad", {"epsilon": -1e-8}),
    ],
)
def test_settings_out_of_range_are_refused_by_name(name, settings):
    (key,) = settings
    with pytest.raises(ValueError, match=key):
        OPTIMIZERS[name](**settings)
