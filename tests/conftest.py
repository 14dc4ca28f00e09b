"""Shared by all tests: no window and no sound device is needed, set before pygame is imported."""

import os

from hypothesis import settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ["LANG"] = os.environ["LANGUAGE"] = "C"  # the tests read English

# How long an example takes says more about what else the machine does than about the game.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
