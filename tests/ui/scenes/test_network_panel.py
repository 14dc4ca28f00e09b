"""The panel beside a network's desert: honest numbers, at every size of text."""

import re
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import levels
from game.sim.commands import Step, Tune
from game.sim.expedition import replay
from game.sim.network import cost, guesses
from game.sim.network_plane import examples
from game.sim.tone_messages import MESSAGES, TONES
from game.sim.tone_weights import TRAINED
from game.text import use
from game.ui import guesser_words
from game.ui.draw.network_picture import NetworkPicture
from game.ui.scenes.network_panel import WIDTH, NetworkPanel
from game.ui.signals import Act, Intent
from game.ui.theme import DUSK, HIGH_CONTRAST, Theme

BOXES = {(1280, 720): (94, 78, 522), (1024, 768): (84, 69, 590), (1920, 1080): (141, 117, 783)}


@pytest.fixture(scope="module")
def site():
    return levels.build(levels.read(levels.find("26")))


def made(site, canvas=(1280, 720), scale=1.0, palette=DUSK):
    theme = Theme(canvas, scale, palette)
    left, top, tall = BOXES[canvas]
    return NetworkPanel(theme, pygame.Rect(left, top, theme.px(WIDTH), tall), site)


def test_the_sum_of_the_lesson():
    worked = guesser_words.worked_out((0.5, 0.1, 0.4), (1.0, 0.0, 0.0))
    assert worked.in_a_row == [
        "(0.50 \N{MINUS SIGN} 1)² + (0.10 \N{MINUS SIGN} 0)² + (0.40 \N{MINUS SIGN} 0)²",
        "= 0.2500 + 0.0100 + 0.1600",
        "= 0.4200",
    ]
    assert worked.stacked[0] == "(0.50 \N{MINUS SIGN} 1)² = 0.2500"
    assert worked.stacked[-1] == "together 0.4200"


@pytest.mark.parametrize("seed", range(20))
def test_every_sum_is_exact_for_the_numbers_that_it_shows(seed):
    outputs = tuple(np.random.default_rng(seed).uniform(0, 1, 3))
    worked = guesser_words.worked_out(outputs, (0.0, 1.0, 0.0))
    shown = [float(output) for output, _, _ in worked.squares]
    assert shown == pytest.approx(outputs, abs=0.005)
    squares = [round((a - b) ** 2, 4) for a, b in zip(shown, (0, 1, 0), strict=True)]
    assert [float(square) for *_, square in worked.squares] == squares
    assert float(worked.total) == pytest.approx(sum(squares), abs=1e-9)


def test_one_message_of_each_tone_is_shown_and_guessed_as_the_network_does(site):
    shown = [MESSAGES[at] for at in guesser_words.SHOWN]
    assert [TONES[tone] for _, tone in shown] == list(TONES)
    features, expected = examples()
    outputs = guesses(TRAINED, features)
    for at, guess in zip(guesser_words.SHOWN, guesser_words.guesses_of(TRAINED), strict=True):
        assert guess.outputs == pytest.approx(tuple(outputs[at]))
        assert float(guesser_words.sum_of(guess).total) == pytest.approx(
            cost(outputs[at], expected[at]), abs=0.02
        )


def test_it_is_the_network_of_the_childs_place(site):
    panel = made(site)
    start = [guess.outputs for guess in panel.guesses]
    walk = replay(site.setup, [Tune("learning_rate", 24.0), *[Step()] * 12])
    panel.follow(walk.now)
    weights = site.setup.terrain.network.plane.weights(walk.now.place)
    assert [guess.outputs for guess in panel.guesses] == [
        guess.outputs for guess in guesser_words.guesses_of(weights)
    ]
    assert [guess.outputs for guess in panel.guesses] != start


def test_what_is_guessed_gets_right_on_the_way_down(site):
    """The reason why this level is worth walking."""
    walk = replay(site.setup, [Tune("learning_rate", 24.0), *[Step()] * 30])
    panel = made(site)
    wrong = [guess.likeliest != guess.tone for guess in panel.guesses]
    assert sum(wrong) >= 2
    panel.follow(walk.now)
    assert all(guess.likeliest == guess.tone for guess in panel.guesses)


def test_its_height_is_that_of_the_child(site):
    panel = made(site)
    found = re.findall(r"[\d.]+", panel._numbers()[1])
    height, paces, loss, least = map(float, found)
    assert height == pytest.approx(paces * (loss - least), abs=0.15)
    assert height == pytest.approx(site.setup.terrain.height(site.setup.start)[0], abs=0.05)


@pytest.mark.parametrize("canvas", BOXES)
@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("language", ["en", "xx"])
@pytest.mark.parametrize("palette", [DUSK, HIGH_CONTRAST], ids=["dusk", "contrast"])
def test_every_page_has_room_for_its_words(site, canvas, scale, language, palette):
    use(language)
    try:
        panel = made(site, canvas, scale, palette)
        for _ in range(5):
            assert panel.fits
            panel.press()
    finally:
        use("en")


@pytest.mark.parametrize("slug", ["26", "27"])
@pytest.mark.parametrize("language", ["en", "xx"])
def test_a_low_panel_with_large_letters_has_room_too(slug, language):
    """As under two rows of tools on a narrow canvas."""
    low = levels.build(levels.read(levels.find(slug)))
    use(language)
    try:
        panel = NetworkPanel(Theme((1024, 768), 2.0), pygame.Rect(84, 97, 258, 432), low)
        for _ in range(4):
            assert panel.fits
            panel.press()
    finally:
        use("en")


def test_usual_letters_need_one_page_and_the_largest_several(site):
    assert made(site).in_one
    assert made(site, (1024, 768)).in_one
    assert not made(site, scale=2.0).in_one


@pytest.mark.parametrize(("scale", "rounds"), [(1.0, 3), (2.0, 4)])
def test_pressing_goes_round_all_messages(site, scale, rounds):
    panel = made(site, scale=scale)
    seen = []
    for _ in range(rounds):
        seen.append(panel.worked_out and panel.worked_out.message)
        assert panel.handle(Act(Intent.ACTIVATE))
    assert len(set(seen)) == rounds
    assert (None in seen) == (rounds == 4)
    assert (panel.worked_out and panel.worked_out.message) == seen[0]


def test_it_is_read_aloud(site):
    said = made(site).spoken
    assert said.startswith("YAY, we won!!!")
    assert "chill 0.09" in said
    assert "It should be: chill" in said
    assert "x = " in made(site, scale=2.0).spoken


def test_it_is_painted_anew_only_when_the_child_has_moved(site):
    panel = made(site)
    surface = pygame.Surface((1280, 720))
    panel.draw(surface)
    face = panel._face
    walk = replay(site.setup, [Step()])
    panel.follow(walk.previous)
    assert panel._face is face
    panel.follow(walk.now)
    assert panel._face is not face


def test_no_weight_is_told_by_colour_alone():
    """A line of a weight below 0 is broken: gaps are seen without any colour."""
    row = np.zeros(30)
    drawing = NetworkPicture((200, 160), TRAINED.like(row), 8, DUSK, {0: "x", 1: "y"})

    def covered(value):
        row[0] = value
        weights = TRAINED.like(row.copy())
        picture = drawing.paint(weights)
        spots = [drawing.middle(0, share) for share in np.linspace(0.2, 0.8, 80)]
        return sum(picture.get_at((round(x), round(y))).a > 100 for x, y in spots)

    assert covered(4.0) == 80
    assert 20 < covered(-4.0) < 65


def test_only_a_network_has_such_a_panel(site):
    other = levels.build(levels.read(levels.find("1")))
    with pytest.raises(TypeError):
        made(replace(site, setup=other.setup))
