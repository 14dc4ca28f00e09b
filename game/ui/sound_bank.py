"""The sound device and all sounds, fetched in a thread so that no frame waits for them.

Where there is no device, or it goes away, everything here keeps silent and says nothing of it.
"""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame
from cachetools import LRUCache

from game.resources import ASSETS
from game.ui.tones import Tone, samples

FOLDER = ASSETS / "sounds"
RATE = 44100
CHANNELS, RESERVED = 32, 8  # the reserved ones are for loops and for hearing the land
_TONES = 40  # kept: those of the height where the child stands, and around it
_BUFFER = 1024  # samples; 23 ms: short enough for a button, long enough for a slow machine


class SoundBank:
    """Sounds by name, from when the thread has read them all; `get` never waits."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._tones: LRUCache[Tone, pygame.mixer.Sound] = LRUCache(_TONES)  # all are 9 MB
        self._ending = False
        self._thread: threading.Thread | None = None
        self._open = self._device = False
        self.lost = False  # whether there is no device, or not any more

    @property
    def open(self) -> bool:
        """Whether sounds can be heard; pygame would crash on one after its mixer has quit."""
        return self._open and pygame.mixer.get_init() is not None

    def start(self) -> None:
        """Begin to open the device and to read; only the first call does anything."""
        if self._thread is None and not self._ending:
            # A daemon: leaving the game never waits for a sound system that hangs.
            self._thread = threading.Thread(target=self._run, name="sounds", daemon=True)
            self._thread.start()

    def get(self, name: str) -> pygame.mixer.Sound | None:
        """The sound of that name, if it can be heard by now."""
        return self._sounds.get(name) if self.open else None

    def tone(self, tone: Tone) -> pygame.mixer.Sound | None:
        """A tone of hearing the land, if it can be heard by now; a new one takes up to 1 ms."""
        if not self.open:
            return None
        if tone not in self._tones:
            try:
                buffer = samples(tone, RATE).tobytes()
                self._tones[tone] = pygame.mixer.Sound(buffer=buffer)
            except pygame.error:
                self.lose()
                return None
        return self._tones[tone]

    def lose(self) -> None:
        """The device is gone: be silent from now on."""
        self._open, self.lost = False, True

    def close(self) -> None:
        """End the thread and let go of the device."""
        self._ending = True
        if self._thread is not None:
            self._thread.join(timeout=1.0)
        self._open = False
        self._sounds.clear()
        self._tones.clear()
        if self._device:
            self._device = False
            _quietly(pygame.mixer.quit)

    # ---- in the thread

    def _run(self) -> None:
        if not self._opened():
            self.lost = True
            return
        if self._ending:  # closed while the device was being opened
            _quietly(pygame.mixer.quit)
            return
        for path in sorted(self._folder.glob("*")):
            if self._ending or self.lost:
                return
            sound = _quietly(pygame.mixer.Sound, path)
            if sound is not None:
                self._sounds[path.stem] = sound
        # Only now: while it reads a file, SDL's mixer keeps a caller that plays waiting for 0.2 s.
        self._open = True

    def _opened(self) -> bool:
        _hush_alsa()
        try:
            pygame.mixer.init(RATE, -16, 2, _BUFFER, allowedchanges=0)
            pygame.mixer.set_num_channels(CHANNELS)
            pygame.mixer.set_reserved(RESERVED)
        except pygame.error:
            return False
        self._device = True
        return True


def _quietly(call: Callable[..., Any], *given: Any) -> Any:
    """What `call` returns, or None where the sound system or the disk fails."""
    try:
        return call(*given)
    except (pygame.error, OSError):
        return None


def _hush_alsa() -> None:
    """Without a sound card Linux's ALSA prints a page to standard error: give it a deaf ear.

    The ear is a C function that does nothing with what it is told. A Python one would wait for
    the interpreter, which the opening of the device holds: the two would wait for ever.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    try:
        deaf_ear = ctypes.cast(ctypes.CDLL(None).getppid, ctypes.c_void_p)
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(deaf_ear)
    except (OSError, AttributeError):
        return
