"""Shared by all tests: no window and no sound device is needed, set before pygame is imported."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ["LANG"] = os.environ["LANGUAGE"] = "C"  # the tests read English
