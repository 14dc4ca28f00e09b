"""The network by itself: its cost is the textbook's, and backpropagation gives its slopes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.network import Weights, backpropagate, cost, guesses, loss, sigmoid
from game.sim.tone_messages import (
    FEATURES,
    MESSAGES,
    TONES,
    expected_of,
    features_of,
    table,
)
from game.sim.tone_weights import TRAINED

numbers = st.floats(-4, 4)
rows = st.lists(numbers, min_size=30, max_size=30).map(np.array)


def test_the_cost_of_the_lesson_is_042():
    outputs, expected = np.array([0.5, 0.1, 0.4]), np.array([1.0, 0.0, 0.0])
    assert cost(outputs, expected) == pytest.approx(0.25 + 0.01 + 0.16)
    assert cost(outputs, expected) == pytest.approx(0.42)


def test_a_network_worked_out_by_hand():
    """One input of 0.5, one hidden neuron, one output."""
    weights = Weights(np.array([[2.0]]), np.array([-1.0]), np.array([[3.0]]), np.array([0.5]))
    features, expected = np.array([[0.5]]), np.array([[1.0]])
    # tanh(0.5 * 2 - 1) = 0, so that the output is sigmoid(0.5).
    output = 1 / (1 + np.exp(-0.5))
    assert guesses(weights, features)[0, 0] == pytest.approx(output)
    slopes = backpropagate(weights, features, expected)
    blame = 2 * (output - 1) * output * (1 - output)
    assert slopes.bias_out[0] == pytest.approx(blame)
    assert slopes.out[0, 0] == 0
    assert slopes.bias_in[0] == pytest.approx(3 * blame)
    assert slopes.into[0, 0] == pytest.approx(3 * blame * 0.5)


def test_sigmoid_stays_finite_and_within_0_and_1():
    with np.errstate(all="raise"):
        assert sigmoid(np.array([-1e9, 0.0, 1e9])) == pytest.approx([0, 0.5, 1], abs=1e-300)


@given(rows)
def test_a_row_of_weights_comes_back(row):
    assert np.array_equal(TRAINED.like(row).flat(), row)


@given(rows)
def test_backpropagation_agrees_with_central_differences_along_every_weight(row):
    features, expected = table()
    slopes = backpropagate(TRAINED.like(row), features, expected).flat()
    step = 1e-5
    for at, slope in enumerate(slopes):
        way = np.zeros(30)
        way[at] = step
        ahead, behind = (
            loss(TRAINED.like(row + sign * way), features, expected) for sign in (1, -1)
        )
        assert abs((ahead - behind) / (2 * step) - slope) < 1e-8


def test_many_networks_at_once_are_each_of_them():
    features, expected = table()
    many = np.random.default_rng(1).normal(size=(7, 30))
    together = backpropagate(TRAINED.like(many), features, expected).flat()
    for row, slopes in zip(many, together, strict=True):
        alone = backpropagate(TRAINED.like(row), features, expected).flat()
        assert slopes == pytest.approx(alone, abs=1e-14)


@pytest.mark.parametrize("size", [1, 3, 16])
def test_the_mean_of_the_slopes_of_all_batches_is_the_whole_slope(size):
    features, expected = table()
    order = np.random.default_rng(2).permutation(48).reshape(-1, size)
    slopes = []
    for batch in order:
        share = np.zeros(48)
        share[batch] = 1 / size
        slopes.append(backpropagate(TRAINED, features, expected, share).flat())
        alone = backpropagate(TRAINED, features[batch], expected[batch]).flat()
        assert slopes[-1] == pytest.approx(alone, abs=1e-15)
    whole = backpropagate(TRAINED, features, expected).flat()
    assert np.mean(slopes, axis=0) == pytest.approx(whole, abs=1e-15)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("", (0, 0, 0, 0, 0)),
        ("STOP IT NOW!!!", (1, 1, 0, 0, 0.5)),
        ("ABcd", (0.5, 0, 0, 0, 0)),
        ("what! a! day!!!!", (0, 1, 0, 0, 0)),
        ("haha, cool fun", (0, 0, 1, 0, 0)),
        ("Thank you, please", (1 / 14, 0, 0, 1, 0)),
        ("funny pleased stopping", (0, 0, 0, 0, 0)),  # only whole words count
        ("123 ...!", (0, 1 / 3, 0, 0, 0)),
    ],
)
def test_what_is_counted_in_a_message(message, told):
    assert features_of(message) == pytest.approx(told)


def test_the_messages_are_many_different_and_alike_in_number():
    said = [message for message, _ in MESSAGES]
    assert len(set(said)) == len(said) == 48
    assert [sum(tone == of for _, of in MESSAGES) for tone in range(3)] == [16, 16, 16]
    features, expected = table()
    assert features.shape == (48, len(FEATURES))
    assert expected.shape == (48, len(TONES))
    assert (features.min(), features.max()) == (0, 1)
    assert expected_of(2) == (0, 0, 1)


def test_the_trained_network_guesses_nearly_all_of_them():
    features, expected = table()
    right = guesses(TRAINED, features).argmax(axis=1) == expected.argmax(axis=1)
    assert right.sum() == 47
    assert loss(TRAINED, features, expected) < 0.04
