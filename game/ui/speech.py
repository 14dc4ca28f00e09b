"""Reading aloud with the voice of the operating system, in a process of its own.

Text goes to that process through its standard input alone, so no text can be a command. Where
there is no voice it is silent. Starting a process takes a while on some systems, so a thread does
it: no frame waits.
"""

import sys
import threading
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from game.settings import Settings

if TYPE_CHECKING:  # imported when the first words are said: the title does not wait for it
    import subprocess

_CODE = r"\b[0-9A-Z]{4}(?:-?[0-9A-Z]{4}){2}\b"  # of a desert; else NEM5 would be a word
_LONGEST = 2000  # characters; also less than a pipe holds, so that writing never waits
_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; $t = [Console]::In.ReadToEnd(); "
    "Add-Type -AssemblyName System.Speech; "
    "$s = New-Object System.Speech.Synthesis.SpeechSynthesizer; $s.Volume = {volume}; "
    "try {{ $s.SelectVoiceByHints('NotSet', 'NotSet', 0, "
    "[Globalization.CultureInfo]'{language}') }} catch {{ }}; $s.Speak($t)"
)


class Speech:
    """The voice; what is said last interrupts what was said before."""

    def __init__(self, language: str = "en", volume: float = 0.8) -> None:
        self.volume = volume
        self.language = language
        self._wake = threading.Condition()
        self._next: str | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._wish = 0  # grows with each say and stop: what is started for an older one is stopped
        self._starting = self._ending = False

    def apply(self, settings: Settings) -> None:
        """Take over language and volume, from the next words on."""
        self.language, self.volume = settings.language, settings.voice_volume

    @property
    def available(self) -> bool:
        """Whether this computer has a voice."""
        return self._command is not None

    @cached_property
    def _command(self) -> "Command | None":
        return _voice()

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or about to be."""
        process = self._process
        return (
            self._next is not None
            or self._starting
            or (process is not None and process.poll() is None)
        )

    def say(self, words: str) -> None:
        """Read `words` aloud, at once, instead of what is being said."""
        words = _readable(words)
        if self._command is None or self.volume <= 0.0 or not words:
            self.stop()
            return
        with self._wake:
            if self._ending:
                return
            self._next = words
            self._silence()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
                self._thread.start()
            self._wake.notify()

    def stop(self) -> None:
        """Be silent."""
        with self._wake:
            self._next = None
            self._silence()

    def update(self) -> None:
        """Let go of a process that has said its words."""
        process = self._process
        if process is not None and process.poll() is not None:
            self._process = None

    def close(self) -> None:
        """Be silent for good."""
        with self._wake:
            self._ending = True
            self._next = None
            self._silence()
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(timeout=1.0)
        if self._process is not None:
            _gone(self._process)
        self._process = None

    # ---- in the thread, but for _silence

    def _silence(self) -> None:
        self._wish += 1
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()

    def _run(self) -> None:
        while True:
            with self._wake:
                while self._next is None and not self._ending:
                    self._wake.wait()
                if self._ending:
                    return
                words, self._next, self._starting = self._next, None, True
                old, wish = self._process, self._wish
            if old is not None:
                _gone(old)
            process = self._started(words or "")
            with self._wake:
                self._process, self._starting = process, False
                # Something else was said, or silence asked for, while it started.
                if process is not None and self._wish != wish:
                    process.terminate()

    def _started(self, words: str) -> "subprocess.Popen[bytes] | None":
        import subprocess

        assert self._command is not None
        if sys.platform == "darwin":
            words = f"[[volm {self.volume:.2f}]] {words}"
        try:
            process = subprocess.Popen(
                self._command(self.language, self.volume),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, ValueError):
            self._command = None
            return None
        assert process.stdin is not None
        try:
            process.stdin.write(words.encode())
            process.stdin.close()
        except OSError:
            pass  # it ended before it listened
        return process


Command = Callable[[str, float], list[str]]


def _voice() -> Command | None:
    """How to start this system's voice for a language and a volume 0..1, if it has one."""
    import shutil

    if sys.platform == "darwin" and shutil.which("say"):
        return lambda language, volume: ["say", *_macos_voice(_plain(language, "_")), "-f", "-"]
    if sys.platform == "win32" and shutil.which("powershell"):
        return _powershell
    for name in ("espeak-ng", "espeak"):
        path = shutil.which(name)
        if path:
            return lambda language, volume, path=path: _espeak(path, language, volume)
    return None


@lru_cache
def _macos_voice(language: str) -> tuple[str, ...]:
    """The option that chooses a voice of this language; none where there is no such voice."""
    import re
    import subprocess

    try:
        told = subprocess.run(
            ["say", "-v", "?"], capture_output=True, text=True, timeout=5, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return ()
    for line in told.splitlines():  # such as: Thomas    fr_FR    # Bonjour...
        found = re.match(r"(.+?)\s+([a-z]{2,3})[_-]\w+\s+#", line)
        if found and found.group(2) == language.split("_")[0].lower():
            return ("-v", found.group(1))
    return ()


def _powershell(language: str, volume: float) -> list[str]:
    script = _WINDOWS.format(volume=round(100 * volume), language=_plain(language, "-"))
    return ["powershell", "-NoProfile", "-NonInteractive", "-Command", script]


def _espeak(path: str, language: str, volume: float) -> list[str]:
    # A little slower than its 175 words a minute: children listen.
    voice = _plain(language, "-").lower()
    return [path, "-v", voice, "-a", str(round(120 * volume)), "-s", "150", "--stdin"]


def _plain(language: str, joint: str) -> str:
    """A language code of letters, digits and `joint` alone; English for anything else."""
    code = language.replace("_", joint)
    good = code.isascii() and code.replace(joint, "").isalnum() and code[0].isalpha()
    return code if good else "en"


def _readable(words: str) -> str:
    """`words` without what voices take for orders or stumble over; codes letter by letter."""
    import re

    words = re.sub(_CODE, lambda code: " ".join(code[0]).replace(" -", ","), words)
    kept = "".join(c if c.isprintable() and c not in "[]<>" else " " for c in words)
    return " ".join(kept.split())[:_LONGEST]


def _gone(process: "subprocess.Popen[bytes]") -> None:
    """Wait until an interrupted voice has ended; one that does not listen is ended."""
    import subprocess

    try:
        process.wait(timeout=1.0)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
