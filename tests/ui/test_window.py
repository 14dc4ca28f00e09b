"""Which canvas, and the one sentence where there can be no window."""

import os
import subprocess
import sys

import pygame
import pytest

from game.ui import window


@pytest.mark.parametrize(
    ("desktop", "canvas"),
    [
        ((1920, 1080), (1280, 720)),
        ((1600, 900), (1280, 720)),
        ((1680, 1050), (1280, 720)),
        ((2560, 1440), (1920, 1080)),
        ((1024, 768), (1024, 768)),
        ((1400, 1050), (1024, 768)),
    ],
)
def test_the_canvas_suits_the_desktop(desktop, canvas):
    assert window.canvas_for("auto", desktop) == canvas


@pytest.mark.parametrize("desktop", [(1366, 768), (1360, 768), (2732, 1536), (1401, 1050)])
@pytest.mark.parametrize("chosen", ["auto", "1280x720", "1024x768"])
def test_a_desktop_of_nearly_the_same_shape_is_filled_to_the_last_pixel(chosen, desktop):
    wide, tall = window.canvas_for(chosen, desktop)
    plain = window.CANVASES.get(chosen) or window._best(desktop)
    if abs(desktop[0] * plain[1] / (desktop[1] * plain[0]) - 1) > 0.01:
        return  # bars are wanted there
    # SDL scales by the smaller share and drops what is no whole pixel.
    share = min(desktop[0] / wide, desktop[1] / tall)
    assert (int(wide * share + 1e-6), int(tall * share + 1e-6)) == desktop
    assert abs(tall / plain[1] - 1) <= 0.1


def test_a_chosen_canvas_is_taken():
    assert window.canvas_for("1920x1080", (1024, 768)) == (1920, 1080)


def test_a_window_with_no_room_for_its_frame_is_too_tight():
    assert window.too_tight((1280, 720), (1366, 768))
    assert not window.too_tight((1280, 720), (1920, 1080))


def test_only_pygame_ce_is_no_trouble():
    assert window.pygame_trouble(["pygame_ce-2.5.8.dist-info", "numpy-2.0.dist-info"]) is None
    assert window.pygame_trouble() is None


def test_both_pygames_are_named_with_the_remedy():
    trouble = window.pygame_trouble(["pygame_ce-2.5.8.dist-info", "pygame-2.6.1.dist-info"])
    assert trouble.startswith("Both pygame and pygame-ce are installed")
    assert "uninstall" in trouble


def test_the_old_pygame_alone_is_named(monkeypatch):
    monkeypatch.delattr(window.pygame, "IS_CE", raising=False)
    assert window.pygame_trouble(["pygame-2.6.1.dist-info"]).startswith("pygame is installed")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are found otherwise")
def test_no_display_is_one_sentence_and_exit_code_1():
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    code = "import sys; from game.ui.app import run_app; sys.exit(run_app(None, {}))"
    ended = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "There is no display to open a window on." in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("told", "spoken"),
    [
        ([{"language": "nl"}, {"language": "fr", "country": "CA"}, {"language": "de"}], "fr"),
        ([{"language": "nl"}], "en"),
        ([], "en"),
    ],
)
def test_the_computers_first_known_language_is_spoken(monkeypatch, told, spoken):
    monkeypatch.setattr(pygame.system, "get_pref_locales", lambda: told)
    assert window.system_language(("en", "de", "fr")) == spoken
