"""Glitter tells that a gem is near, now and then, and never which one."""

import numpy as np
import pygame
import pytest

from game.ui.draw.glitter import draw_glitter, glint


def strengths(number, period=1.0):
    return np.array([glint(number, ms)[0] for ms in np.arange(0, 34_000 * period, 20.0)])


def test_it_glints_now_and_then():
    for number in range(6):
        seen = strengths(number)
        assert 0.05 < (seen > 0).mean() < 0.4
        starts = ((seen[1:] > 0) & (seen[:-1] == 0)).sum()
        assert 8 <= starts <= 12


def test_the_rarest_gem_glints_like_the_others():
    for other in range(1, 5):
        assert strengths(other).max() == pytest.approx(strengths(0).max(), abs=0.01)
        assert strengths(other).mean() == pytest.approx(strengths(0).mean(), rel=0.1)


def test_gems_do_not_glint_all_at_once():
    together = np.array([strengths(n) > 0 for n in range(5)]).sum(axis=0)
    assert together.max() < 4


def test_a_glint_is_drawn_near_its_gem():
    when = next(ms for ms in range(0, 4000, 10) if glint(2, ms)[0] > 0.9)
    surface = pygame.Surface((200, 200))
    draw_glitter(surface, [(2, (100.0, 100.0))], 1.0, when)
    columns, rows = np.nonzero(pygame.surfarray.array3d(surface).max(2) > 40)
    assert len(columns)
    assert np.hypot(columns.mean() - 100, rows.mean() - 94) < 12
