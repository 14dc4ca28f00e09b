"""The simulation is that of its source, and the palettes hold for eyes of every kind."""

import itertools

import numpy as np
import pygame
import pytest

from game.ui import tool_words
from game.ui.colour_vision import (
    DEFICIENCIES,
    MATRICES,
    difference,
    encoded,
    lab,
    linear,
    seen,
    seen_by,
    simulated,
)
from game.ui.theme import DUSK, HIGH_CONTRAST, contrast, mixed

PALETTES = [DUSK, HIGH_CONTRAST]
ON_PANEL = ("cream", "quiet", "orange", "green", "blue", "violet", "yellow", "rose", "water")
FACES = ("orange", "green", "blue", "violet", "yellow", "rose", "cream")
JUST_SEEN = 2.3


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_grey_stays_grey(deficiency):
    assert MATRICES[deficiency].sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    assert seen(deficiency, (128, 128, 128)) == (128, 128, 128)


def test_red_and_green_meet_without_red_or_green_cones_and_blue_does_not():
    red, olive = (200, 40, 30), (96, 92, 28)
    plain = difference(red, olive)
    for deficiency in ("protanopia", "deuteranopia"):
        assert difference(seen(deficiency, red), seen(deficiency, olive)) < plain / 2
    blue, green = (0, 120, 200), (0, 150, 130)
    near = difference(seen("tritanopia", blue), seen("tritanopia", green))
    assert near < difference(blue, green) / 2


def test_light_and_codes_are_each_others_inverse():
    codes = np.arange(256.0)
    assert encoded(linear(codes)) == pytest.approx(codes, abs=1e-6)


def test_lab_is_that_of_the_standard():
    assert lab((255, 255, 255)) == pytest.approx((100, 0, 0), abs=0.02)
    assert lab((255, 0, 0)) == pytest.approx((53.2, 80.1, 67.2), abs=0.2)


def test_a_picture_is_seen_as_its_colours_are():
    surface = pygame.Surface((2, 1))
    surface.set_at((0, 0), (226, 150, 86))
    found = simulated(surface, "deuteranopia").get_at((0, 0))[:3]
    assert found == seen("deuteranopia", (226, 150, 86))
    assert seen_by("protanopia", np.zeros((3, 4, 3))).shape == (3, 4, 3)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("palette", PALETTES, ids=["dusk", "high contrast"])
@pytest.mark.parametrize("name", ON_PANEL)
def test_words_on_panels_can_be_read_by_all_eyes(palette, deficiency, name):
    words, ground = getattr(palette, name), palette.panel_solid
    assert contrast(seen(deficiency, words), seen(deficiency, ground)) >= 4.5


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("palette", PALETTES, ids=["dusk", "high contrast"])
@pytest.mark.parametrize("name", FACES)
def test_words_on_buttons_can_be_read_by_all_eyes(palette, deficiency, name):
    face, ink = getattr(palette, name), palette.ink
    for ground in (face, mixed(face, palette.white, 0.36), mixed(face, palette.white, 0.62)):
        assert contrast(seen(deficiency, ink), seen(deficiency, ground)) >= 4.5


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("palette", PALETTES, ids=["dusk", "high contrast"])
def test_words_on_paper_tracks_and_shut_buttons_can_be_read_by_all_eyes(palette, deficiency):
    dull = mixed(palette.panel_solid, palette.grey, 0.45)
    pairs = [
        (palette.ink, palette.paper[:3]),
        (palette.cream, palette.track),
        (palette.cream, dull),
        (palette.ink, palette.focus),
    ]
    for words, ground in pairs:
        assert contrast(seen(deficiency, words), seen(deficiency, ground)) >= 4.5


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_neighbouring_tools_differ_in_colour_or_else_in_name(deficiency):
    rows = (("step", "walk", "gust", "leap", "dig"),)
    tables = (tool_words.BUTTONS,)
    for row, table in zip(rows, tables, strict=True):
        for one, other in itertools.pairwise(row):
            colours = [getattr(DUSK, table[name].colour) for name in (one, other)]
            apart = difference(*(seen(deficiency, colour) for colour in colours))
            assert apart > 4 * JUST_SEEN, (one, other, apart)


@pytest.mark.parametrize("names", ["child", "grown-up"])
def test_every_tool_has_a_name_of_its_own(names):
    for table in (tool_words.SLIDERS, tool_words.BUTTONS, tool_words.OPTIMIZERS):
        said = [words.name(names) for words in table.values()]
        assert len(set(said)) == len(said)
        assert all(said)
