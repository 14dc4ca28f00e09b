"""The weights that are shipped are those that training gives."""

import numpy as np

from assets import make_network
from game.sim.network import guesses, loss
from game.sim.tone_messages import table
from game.sim.tone_weights import TRAINED


def test_training_again_gives_the_weights_that_are_shipped():
    # Another processor may differ in the last digit that is written.
    assert np.abs(make_network.trained().flat() - TRAINED.flat()).max() < 2e-5


def test_the_file_tells_what_it_holds():
    features, expected = table()
    right = (guesses(TRAINED, features).argmax(axis=1) == expected.argmax(axis=1)).sum()
    source = make_network.TARGET.read_text(encoding="utf-8")
    assert f"{right} of 48 messages" in source
    assert source == make_network.source(TRAINED)


def test_it_starts_from_random_weights_and_learns():
    features, expected = table()
    first = make_network.first_weights()
    assert len(np.unique(first.flat())) == 30
    assert loss(first, features, expected) > 10 * loss(TRAINED, features, expected)
