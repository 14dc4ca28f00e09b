"""The window: the only package that imports pygame."""

import os

# Before pygame is imported, or it greets on standard output, where answers for programs belong.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
