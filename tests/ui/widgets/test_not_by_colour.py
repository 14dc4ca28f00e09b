"""What colour tells, something else tells too: everything is compared without any colour."""

import itertools

import numpy as np
import pygame
import pytest

from game.ui.colour_vision import linear
from game.ui.draw.gems import KINDS, gem_sprite
from game.ui.theme import DUSK, HIGH_CONTRAST, Theme
from game.ui.widgets import icons
from game.ui.widgets.button import Button
from game.ui.widgets.card import Card, CardText
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.toggle import Toggle

GROUND = (120, 90, 100)
SIZE = 64


def grey(widget, surface):
    """The luminance of a widget's picture, 0..1, as an array."""
    surface.fill(GROUND)
    widget.draw(surface)
    part = pygame.surfarray.array3d(surface.subsurface(widget.rect))
    return linear(part) @ np.array((0.2126, 0.7152, 0.0722))


def changed(one, other):
    """The share of pixels whose contrast between both is at least 3, as for signs in WCAG 2.1."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    return float(((high + 0.05) / (low + 0.05) >= 3).mean())


def outline(kind):
    """The body of a gem without its glow, over half a turn, from 0 to 1."""
    masks = []
    for phase in np.arange(0, 1, 1 / 8):
        alpha = pygame.surfarray.array_alpha(gem_sprite(kind, SIZE, float(phase)).surface)
        side = SIZE + 8
        middle = np.array(alpha.shape) // 2
        part = alpha[middle[0] - side // 2 :, middle[1] - side // 2 :][:side, :side]
        masks.append(part > 220)
    return np.mean(masks, axis=0)


@pytest.fixture(scope="module")
def outlines():
    pygame.display.init()
    pygame.display.set_mode((200, 200))
    return {kind: outline(kind) for kind in KINDS}


@pytest.mark.parametrize("pair", list(itertools.combinations(KINDS, 2)), ids="-".join)
def test_gems_differ_in_outline(outlines, pair):
    one, other = (outlines[kind] for kind in pair)
    shared = np.minimum(one, other).sum() / np.maximum(one, other).sum()
    assert shared < 0.93, shared


@pytest.mark.parametrize("palette", [DUSK, HIGH_CONTRAST], ids=["dusk", "high contrast"])
@pytest.mark.parametrize("colour", ["orange", "green", "blue", "violet", "yellow"])
def test_states_of_buttons_differ_without_colour(surface, palette, colour):
    def made():
        face = getattr(palette, colour)
        rect = pygame.Rect(100, 100, 110, 76)
        return Button(Theme(palette=palette), rect, "Gust", lambda: None, colour=face, hint="G")

    plain, chosen, shut = made(), made(), made()
    chosen.selected = True
    shut.reason = "Needs 2 water"
    pictures = [grey(button, surface) for button in (plain, chosen, shut)]
    for one, other in itertools.combinations(pictures, 2):
        assert changed(one, other) > 0.02


@pytest.mark.parametrize("palette", [DUSK, HIGH_CONTRAST], ids=["dusk", "high contrast"])
def test_the_chosen_option_is_raised_and_a_switch_has_sides(surface, palette):
    theme, rect = Theme(palette=palette), pygame.Rect(100, 100, 400, 64)
    options = [Option("off", "Off"), Option("fine", "Fine")]
    one, other = (Choice(theme, rect, "", options, value, print) for value in ("off", "fine"))
    assert changed(grey(one, surface), grey(other, surface)) > 0.1
    on, off = (Toggle(theme, rect, "Captions", value, print) for value in (True, False))
    assert changed(grey(on, surface), grey(off, surface)) > 0.01
    assert on.spoken != off.spoken


def test_won_and_lost_stars_differ_without_colour(surface):
    rect = pygame.Rect(100, 100, 260, 240)
    cards = [
        Card(Theme(), rect, CardText("1", "Bowl", "Down", stars), print) for stars in (0, 1, 2, 3)
    ]
    pictures = [grey(card, surface) for card in cards]
    for one, other in itertools.pairwise(pictures):
        assert np.count_nonzero(np.abs(one - other) > 0.1) >= 40
    assert len({card.spoken for card in cards}) == 4


def test_every_drawing_on_buttons_is_a_shape_of_its_own(surface):
    seen = {}
    for name in icons.NAMES:
        mask = pygame.surfarray.array_alpha(icons.icon(name, 36, (0, 0, 0))) > 127
        assert mask.sum() > 60, name
        assert not any((mask == other).all() for other in seen.values()), name
        seen[name] = mask
