"""A step in words and symbols: the numbers are right, for every optimizer and every tool."""

import re
from itertools import pairwise

import numpy as np
import pytest

from game.sim.commands import Gust, Leap, Step
from game.sim.expedition import replay
from game.sim.explained import explain
from game.sim.optimizers import OPTIMIZERS
from game.sim.schedules import Exponential
from game.sim.tools import Tools
from game.ui import fonts
from game.ui.sum_words import formula, pair, rows
from tests.sim.lands import setup, two_basins

LAND = two_basins()


FIVE = (Step(),) * 5


def steps(tools, commands=FIVE):
    run_setup = setup(LAND, start=(15.0, 44.0), tools=tools, settle=9)
    return [explain(*two) for two in pairwise(replay(run_setup, commands).states)]


def numbers(shown):
    plain = shown.replace("\N{MINUS SIGN}", "-")
    return [float(found) for found in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", plain)]


@pytest.mark.parametrize("names", ["child", "grown-up"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_move_and_the_landing_are_told_last(optimizer, names):
    for told in steps(Tools(optimizer, learning_rate=1.5)):
        *_, move, landing = rows(told, names)
        np.testing.assert_allclose(numbers(move.value), told.vector("move"), atol=0.006)
        np.testing.assert_allclose(numbers(landing.value), told.vector("new_place"), atol=0.006)
        assert numbers(move.words)[0] == pytest.approx(np.hypot(*told.vector("move")), abs=0.06)


def test_the_plain_sum_can_be_checked_by_hand():
    told = steps(Tools(learning_rate=4.0))[1]
    rate, east, south = numbers(rows(told, "child")[-2].symbols)
    assert rate == -4.0
    np.testing.assert_allclose([rate * east, rate * south], told.vector("move"), atol=0.02)


@pytest.mark.parametrize("optimizer", ["adagrad", "rmsprop", "adam"])
def test_sums_with_roots_can_be_checked_by_hand(optimizer):
    told = steps(Tools(optimizer, learning_rate=1.5))[3]
    rate, *top_and_root = numbers(rows(told, "child")[-2].symbols)
    top, root = np.array(top_and_root).reshape(2, 2)
    np.testing.assert_allclose(rate * top / root, told.vector("move"), rtol=0.08)


def test_sparkle_rope_and_shrinking_have_lines_of_their_own():
    tools = Tools(learning_rate=1.5, noise=0.4, clip_norm=0.1, schedule=Exponential(0.9))
    told = steps(tools)[3]
    words = [row.words for row in rows(told, "child")]
    assert "Slope and trembling" in words
    assert "Cut by the rope" in words
    assert "Shrunk step size" in words
    assert "Decayed learning rate" in [row.words for row in rows(told, "grown-up")]
    roped = next(row for row in rows(told, "child") if row.words == "Cut by the rope")
    share, east, south = numbers(roped.symbols)
    np.testing.assert_allclose([share * east, share * south], told.vector("pull"), atol=0.01)


@pytest.mark.parametrize(("push", "reach"), [(Gust(), 5.0), (Leap(), 9.0)])
def test_gusts_and_leaps(push, reach):
    told = steps(Tools(learning_rate=1.5, gust_strength=5.0, leap_reach=9.0), (Step(), push))[-1]
    *_, move, _ = rows(told, "child")
    shown, east, south = numbers(move.symbols)
    assert shown == reach
    np.testing.assert_allclose([shown * east, shown * south], told.vector("move"), atol=0.06)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_sign_has_a_shape(optimizer):
    told = steps(Tools(optimizer, noise=0.3, clip_norm=0.1, schedule=Exponential(0.9)))[2]
    for row in rows(told, "child"):
        for said in (row.words, row.symbols, row.value, formula(told)):
            assert fonts.covers(fonts.BODY, said)


def test_small_numbers_keep_their_digits():
    assert pair(np.array([0.00123, -12.345])) == "(0.0012, \N{MINUS SIGN}12.35)"
    assert pair(np.zeros(2)) == "(0, 0)"
    assert pair(np.array([-4.0, 3e-9])) == "(\N{MINUS SIGN}4.00, 0)"
    assert pair(np.array([3e-9, 4e-9])) == "(3e\N{MINUS SIGN}09, 4e\N{MINUS SIGN}09)"
