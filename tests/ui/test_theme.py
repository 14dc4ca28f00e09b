"""Text can be read on what lies under it, and sizes follow the canvas."""

import dataclasses

import pytest

from game.ui.theme import DUSK, HIGH_CONTRAST, Theme, contrast, luminance, mixed

BRIGHT = ("orange", "green", "blue", "violet", "yellow", "rose", "cream")
ON_PANEL = ("cream", "quiet", "orange", "green", "blue", "violet", "yellow", "rose")


@pytest.mark.parametrize("palette", [DUSK, HIGH_CONTRAST])
@pytest.mark.parametrize("name", BRIGHT)
def test_ink_can_be_read_on_every_button(palette, name):
    assert contrast(palette.ink, getattr(palette, name)) >= 7


@pytest.mark.parametrize("palette", [DUSK, HIGH_CONTRAST])
@pytest.mark.parametrize("name", ON_PANEL)
def test_words_can_be_read_on_panels(palette, name):
    assert contrast(getattr(palette, name), palette.panel_solid) >= 4.5


@pytest.mark.parametrize("name", ["cream", "orange", "green", "blue"])
def test_words_can_be_read_on_panels_over_the_brightest_sand(name):
    share = 1 - DUSK.panel[3] / 255
    seen = mixed(DUSK.panel_solid, (255, 229, 170), share)
    assert contrast(getattr(DUSK, name), seen) >= 4.5


def test_disabled_words_can_be_read():
    dull = mixed(DUSK.panel_solid, DUSK.grey, 0.45)
    assert contrast(DUSK.cream, dull) >= 4.5


def test_contrast_is_that_of_the_standard():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert luminance((255, 0, 0)) == pytest.approx(0.2126)


def test_sizes_follow_the_height_of_wide_canvases():
    assert Theme((1280, 720)).px(64) == 64
    assert Theme((1920, 1080)).px(64) == 96
    assert Theme((1920, 1080), 2.0).text_px(20) == 60


def test_a_narrow_canvas_keeps_targets_large():
    # 64 pixels of 1280 are a twentieth of the width.
    assert Theme((1024, 768)).px(64) >= 1024 / 20


def test_nothing_drawn_vanishes():
    assert Theme((320, 180)).px(1) == 1
    assert Theme().px(0) == 0
    assert Theme().px(-8) == -8


def test_high_contrast_changes_colours_only():
    assert {f.name for f in dataclasses.fields(DUSK)} == {
        f.name for f in dataclasses.fields(HIGH_CONTRAST)
    }
    assert HIGH_CONTRAST.panel[3] == 255
