"""Opening the one window, and saying in one sentence why it could not be opened."""

import contextlib
import math
import os
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path

import pygame

from game.text import text

CANVASES = {"1280x720": (1280, 720), "1920x1080": (1920, 1080), "1024x768": (1024, 768)}
_HIDDEN_DRIVERS = ("dummy", "offscreen")
_IMAGINED, _FRAME = (1920, 1080), (16, 90)
_REPEAT_AFTER_MS, _REPEAT_EVERY_MS = 350, 55
_NEARLY, _MOST_CHANGE = 0.01, 0.1  # of the shape, and of the size


class WindowError(Exception):
    """The window cannot be opened; the message is one sentence for the player."""


def pygame_trouble(packages: Iterable[str] | None = None) -> str | None:
    """What is wrong with the installed pygame, or None; `packages` are names in its folder."""
    if packages is None:
        packages = os.listdir(Path(pygame.__file__).resolve().parent.parent)
    infos = [name.lower() for name in packages if name.lower().endswith(".dist-info")]
    classic = any(name.startswith("pygame-") for name in infos)
    if not classic and getattr(pygame, "IS_CE", False):
        return None
    both = any(name.startswith("pygame_ce-") for name in infos)
    what = "Both pygame and pygame-ce are installed" if both else "pygame is installed"
    return (
        f"{what}, and the game needs pygame-ce alone; run: "
        "python -m pip uninstall -y pygame pygame-ce && python -m pip install pygame-ce"
    )


def canvas_for(chosen: str, desktop: tuple[int, int]) -> tuple[int, int]:
    """The canvas for the setting `chosen` ("auto" or one of CANVASES) on a desktop of this size.

    It differs by some pixels from that of CANVASES where it would not quite fill the desktop.
    """
    return _filling(CANVASES.get(chosen) or _best(desktop), desktop)


def _filling(canvas: tuple[int, int], desktop: tuple[int, int]) -> tuple[int, int]:
    """`canvas`, or one of the desktop's own shape where the two are nearly the same.

    Of 1366 x 768 a canvas of 1280 x 720 would leave the last column of pixels black.
    """
    share = desktop[0] * canvas[1] / max(1, desktop[1] * canvas[0])
    if share == 1.0 or abs(share - 1.0) > _NEARLY:
        return canvas
    common = math.gcd(*desktop)
    wide, tall = desktop[0] // common, desktop[1] // common
    times = max(1, round(canvas[1] / tall))
    near = (wide * times, tall * times)
    return near if abs(near[1] / canvas[1] - 1.0) <= _MOST_CHANGE else canvas


def _best(desktop: tuple[int, int]) -> tuple[int, int]:
    wide, tall = desktop
    if wide / max(1, tall) < 1.5:
        return CANVASES["1024x768"]
    # Where a window of 1920 x 1080 has room beside its frame, sharpness costs nothing else.
    return CANVASES["1920x1080" if wide >= 2400 and tall >= 1300 else "1280x720"]


def desktop_size() -> tuple[int, int]:
    """Size of the first desktop in pixels; raises WindowError where there is none."""
    trouble = pygame_trouble()
    if trouble:
        raise WindowError(trouble)
    if _surely_no_display():
        raise WindowError(_no_display())
    try:
        pygame.display.init()
        sizes = pygame.display.get_desktop_sizes()
    except pygame.error as error:
        raise WindowError(_no_display()) from error
    if pygame.display.get_driver() in _HIDDEN_DRIVERS:
        if os.environ.get("SDL_VIDEODRIVER"):
            return _IMAGINED  # asked for: tests and pictures of scenes
        # Without a display SDL may quietly draw where nobody can see it.
        raise WindowError(_no_display())
    return sizes[0] if sizes else _IMAGINED


def too_tight(canvas: tuple[int, int], desktop: tuple[int, int]) -> bool:
    """Whether a window with its frame and a task bar would hang over the desktop's edge."""
    return canvas[0] + _FRAME[0] > desktop[0] or canvas[1] + _FRAME[1] > desktop[1]


def open_window(canvas: tuple[int, int], full_screen: bool) -> pygame.Surface:
    """Open the window with a canvas of this size; raises WindowError where that is impossible."""
    pygame.font.init()
    # Smooth where the window is no multiple of the canvas, and as large as the window lets it be.
    os.environ.setdefault("PYGAME_FORCE_SCALE", "photo")
    os.environ.setdefault("SDL_HINT_RENDER_SCALE_QUALITY", "1")
    flags = pygame.SCALED | pygame.RESIZABLE | (pygame.FULLSCREEN if full_screen else 0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a slow renderer is no news to the player
            surface = _set_mode(canvas, flags)
    except pygame.error as error:
        raise WindowError(
            text("The window could not be opened: {reason}.", reason=str(error))
        ) from error
    pygame.display.set_caption(text("Dune Descent"))
    pygame.key.set_repeat(_REPEAT_AFTER_MS, _REPEAT_EVERY_MS)
    return surface


def _set_mode(canvas: tuple[int, int], flags: int) -> pygame.Surface:
    try:
        return pygame.display.set_mode(canvas, flags, vsync=1)
    except pygame.error:
        return pygame.display.set_mode(canvas, flags)


def toggle_full_screen() -> bool:
    """Between window and full screen; the canvas stays. Returns whether it is full screen now."""
    with contextlib.suppress(pygame.error):
        pygame.display.toggle_fullscreen()
    return pygame.display.is_fullscreen()


def _surely_no_display() -> bool:
    # Asking SDL would do, but its libraries then print lines of their own beside our sentence.
    if not sys.platform.startswith("linux") or os.path.exists("/dev/dri"):
        return False
    return not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")))


def _no_display() -> str:
    return text("There is no display to open a window on.")


def system_language(known: tuple[str, ...]) -> str:
    """The first of the computer's languages that is among `known`, else English."""
    try:
        wanted = pygame.system.get_pref_locales()
    except (AttributeError, pygame.error):
        return "en"
    codes = (locale.get("language", "").lower() for locale in wanted)
    return next((code for code in codes if code in known), "en")
