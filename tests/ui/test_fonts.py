"""Text stays in its box: it wraps, shrinks, and says when even that was not enough."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import fonts

words = st.text(alphabet="abc Wg.\n", max_size=80)


@given(words, st.integers(20, 300), st.integers(18, 120), st.integers(1, 6))
def test_what_is_drawn_lies_inside_the_box(text, wide, tall, most):
    layout = fonts.fitted(text, fonts.BODY, 24, 13, (wide, tall), most)
    assert all(fonts.width(line, fonts.BODY, layout.pixels) <= wide for line in layout.lines)
    assert layout.height <= tall
    assert 13 <= layout.pixels <= 24


@given(words, st.integers(20, 300))
def test_wrapping_keeps_every_word(text, wide):
    lines = fonts.wrapped(text, fonts.BODY, 20, wide)
    assert " ".join(lines).split() == text.split()


def test_text_is_as_large_as_fits():
    roomy = fonts.fitted("Step size", fonts.STRONG, 20, 13, (200, 40))
    assert (roomy.pixels, roomy.fits) == (20, True)
    tight = fonts.fitted("Step size", fonts.STRONG, 20, 13, (70, 40))
    assert 13 <= tight.pixels < 20
    assert tight.fits
    larger = fonts.width("Step size", fonts.STRONG, tight.pixels + 1)
    assert larger > 70


def test_too_much_text_is_cut_and_told():
    layout = fonts.fitted("a very long sentence indeed", fonts.BODY, 20, 13, (60, 20))
    assert not layout.fits
    assert layout.lines[0].endswith("\N{HORIZONTAL ELLIPSIS}")


def test_a_word_too_long_for_its_lines_is_hyphenated():
    layout = fonts.fitted("Zurückspulen", fonts.DISPLAY, 23, 13, (72, 40), 2)
    assert layout.fits
    assert len(layout.lines) == 2
    assert layout.lines[0].endswith("-")
    assert "".join(layout.lines).replace("-", "") == "Zurückspulen"


def test_lines_beyond_the_most_do_not_fit():
    text = "one two three four five six"
    assert fonts.fitted(text, fonts.BODY, 20, 20, (70, 300), 6).fits
    assert not fonts.fitted(text, fonts.BODY, 20, 20, (70, 300), 2).fits


@pytest.mark.parametrize("letter", "éüñçß∞…→Ωж\N{MINUS SIGN}")
def test_the_body_font_has_the_letters_of_many_languages(letter):
    assert fonts.covers(fonts.BODY, letter)


def test_a_missing_letter_is_noticed():
    assert not fonts.covers(fonts.BODY, "∇")
    assert not fonts.covers(fonts.DISPLAY, "Пески")
    assert fonts.covers(fonts.DISPLAY, "Walk!")


def test_titles_in_other_scripts_are_drawn_in_a_font_that_has_them():
    cyrillic = "Пески"
    assert fonts.width(cyrillic, fonts.DISPLAY, 30) == fonts.width(cyrillic, fonts.HEAVY, 30)
    assert fonts.width("Sand", fonts.DISPLAY, 30) != fonts.width("Sand", fonts.HEAVY, 30)


def test_a_line_is_drawn_once_and_kept():
    first = fonts.line("Water", fonts.BODY, 20, (255, 255, 255))
    assert fonts.line("Water", fonts.BODY, 20, (255, 255, 255)) is first
    fonts.forget()
    assert fonts.line("Water", fonts.BODY, 20, (255, 255, 255)) is not first


def test_drawing_leaves_no_pixel_outside_the_box():
    surface = pygame.Surface((200, 100), pygame.SRCALPHA)
    box = pygame.Rect(40, 20, 90, 50)
    layout = fonts.fitted("Tiny steps take all day, gj", fonts.STRONG, 22, 13, box.size, 3)
    fonts.draw(surface, layout, fonts.STRONG, (255, 255, 255), box, (0.5, 0.5))
    assert box.contains(surface.get_bounding_rect())
    assert surface.get_bounding_rect().width > 20


def test_a_missing_font_file_says_which_package_brings_it(monkeypatch):
    monkeypatch.setitem(fonts._FILES, "lost", ("font_nowhere", "Lost.ttf"))
    with pytest.raises(fonts.FontError, match="install the package font_nowhere"):
        fonts.font("lost", 20)


def test_words_stand_apart():
    with_space, without = (fonts.width(text, fonts.BODY, 20) for text in ("step by", "stepby"))
    assert with_space - without >= 0.25 * 20
    picture = fonts.line("step by", fonts.BODY, 20, (255, 255, 255))
    empty = [x for x in range(picture.get_width()) if not _column(picture, x)]
    assert max(len(run) for run in _runs(empty)) >= 6


def _column(picture, x):
    return any(picture.get_at((x, y))[3] > 40 for y in range(picture.get_height()))


def _runs(numbers):
    runs = [[]]
    for number in numbers:
        if runs[-1] and number != runs[-1][-1] + 1:
            runs.append([])
        runs[-1].append(number)
    return runs
