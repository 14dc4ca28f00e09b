"""The sound device and all sounds, fetched in a thread so that no frame waits for them.

Where there is no device, or it goes away, everything here keeps silent and says nothing of it.
"""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame

from game.resources import ASSETS

FOLDER = ASSETS / "sounds"
RATE = 44100
CHANNELS, RESERVED = 32, 8  # the reserved ones are for loops and for hearing the land
_BUFFER = 1024  # samples; 23 ms: short enough for a button, long enough for a slow machine
_LAST = ("menu", "play_low", "play_high")  # large: the short ones come first


class SoundBank:
    """Sounds by name, growing while the thread reads them; `get` never waits."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._tones: dict[Any, pygame.mixer.Sound] = {}
        self._tones_wanted = threading.Event()
        self._wake = threading.Event()
        self._ending = False
        self._thread: threading.Thread | None = None
        self.open = False  # whether sounds can be heard
        self.lost = False  # whether there is no device, or not any more
        self.complete = False  # whether everything there is has been read

    def start(self) -> None:
        """Begin to open the device and to read; only the first call does anything."""
        if self._thread is None and not self._ending:
            # A daemon: leaving the game never waits for a sound system that hangs.
            self._thread = threading.Thread(target=self._run, name="sounds", daemon=True)
            self._thread.start()

    def want_tones(self) -> None:
        """Make the tones for hearing the land too."""
        self._tones_wanted.set()
        self._wake.set()

    def get(self, name: str) -> pygame.mixer.Sound | None:
        """The sound of that name, if it can be heard by now."""
        return self._sounds.get(name) if self.open else None

    def tone(self, key: Any) -> pygame.mixer.Sound | None:
        """The tone of `tones.Tone`, if it can be heard by now."""
        return self._tones.get(key) if self.open else None

    def lose(self) -> None:
        """The device is gone: be silent from now on."""
        self.open, self.lost = False, True

    def close(self) -> None:
        """End the thread and let go of the device."""
        self._ending = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout=1.0)
        was_open, self.open = self.open, False
        self._sounds.clear()
        self._tones.clear()
        if was_open:
            _quietly(pygame.mixer.quit)

    # ---- in the thread

    def _run(self) -> None:
        if not self._opened():
            self.lost = True
            return
        self.open = True
        for path in _in_order(self._folder):
            if self._ending or self.lost:
                return
            sound = _quietly(pygame.mixer.Sound, path)
            if sound is not None:
                self._sounds[path.stem] = sound
        self.complete = True
        while not self._tones_wanted.is_set():
            self._wake.wait()
            if self._ending:
                return
        self._make_tones()

    def _opened(self) -> bool:
        _hush_alsa()
        try:
            pygame.mixer.init(RATE, -16, 2, _BUFFER, allowedchanges=0)
            pygame.mixer.set_num_channels(CHANNELS)
            pygame.mixer.set_reserved(RESERVED)
        except pygame.error:
            return False
        return True

    def _make_tones(self) -> None:
        # numpy comes in here alone: nobody who does not want tones waits for it.
        from game.ui.tones import every_tone, samples

        for tone in every_tone():
            if self._ending or self.lost:
                return
            sound = _quietly(lambda t=tone: pygame.mixer.Sound(buffer=samples(t, RATE).tobytes()))
            if sound is not None:
                self._tones[tone] = sound


def _in_order(folder: Path) -> list[Path]:
    found = sorted(p for p in folder.glob("*") if p.suffix in (".wav", ".ogg"))
    return sorted(found, key=lambda path: path.stem in _LAST)


def _quietly(call: Callable[..., Any], *given: Any) -> Any:
    """What `call` returns, or None where the sound system or the disk fails."""
    try:
        return call(*given)
    except (pygame.error, OSError):
        return None


def _hush_alsa() -> None:
    """Without a sound card Linux's ALSA prints a page to standard error: give it a deaf ear."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    global _deaf_ear
    word, number = ctypes.c_char_p, ctypes.c_int
    _deaf_ear = ctypes.CFUNCTYPE(None, word, number, word, number, word)(lambda *_said: None)
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_deaf_ear)
    except (OSError, AttributeError):
        return


_deaf_ear: Any = None  # ALSA keeps calling it, so it has to live as long as the game
