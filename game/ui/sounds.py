"""What is heard: steps, wind, music and signs, and the captions that stand for them.

No call waits for the sound device or the disk; without a device all is silent, captions stay.
"""

import math
import random
from collections.abc import Callable

import pygame

from game.settings import Settings
from game.ui.captions import CAPTIONS
from game.ui.sound_bank import SoundBank
from game.ui.tones import Tone

VARIANTS = {"step_soft": 5, "step_firm": 5, "step_steep": 5, "slide": 3}
# The steepness from which a step is heard so, and what it means: feet hardly feel less than 0.03.
_GROUNDS = (
    (0.8, "slide", "slide"),
    (0.45, "step_steep", "step_steep"),
    (0.15, "step_firm", "step_firm"),
    (0.03, "step_soft", "step_gentle"),
    (0.0, "step_soft", "step_soft"),
)
_LOOPS = {"wind_low": 0, "wind_high": 1, "menu": 2, "play_low": 3, "play_high": 4}
_BEEPS = (5, 6, 7)
_WIND_MS, _MUSIC_MS = 700.0, 1800.0  # for a whole fade
_WIND_RISES, _WIND_STRONG, _WIND_RESTS = 0.3, 0.7, 0.1
_HUSHED = 0.35  # music under a voice


class _Loop:
    """A sound that goes round and round, its level moving toward what is wanted of it."""

    def __init__(self, fade_ms: float) -> None:
        self.fade_ms = fade_ms
        self.wanted = self.level = 0.0

    def move(self, elapsed_ms: float) -> None:
        most = elapsed_ms / self.fade_ms
        self.level += min(max(self.wanted - self.level, -most), most)


class Sounds:
    """All sounds; `on_caption(words, seconds)` is told of those that mean something."""

    def __init__(
        self,
        settings: Settings,
        on_caption: Callable[[str, float], None] | None = None,
        bank: SoundBank | None = None,
    ) -> None:
        self.on_caption = on_caption
        self._bank = bank or SoundBank()
        self._random = random.Random()  # nothing of the game depends on it
        self._waiting: list[tuple[float, str, float, float, str]] = []
        self._shown_ms = 0.0  # for how long a caption of weight is still shown
        self._last: dict[str, int] = {}
        self._ground = ""
        self._wind_said = "wind_rests"
        self._music: str | None = None
        self._height = 0.5
        self._hushed = False
        self._playing: set[str] = set()
        self._beep = 0
        self._loops = {
            name: _Loop(_WIND_MS if name.startswith("wind") else _MUSIC_MS) for name in _LOOPS
        }
        self.apply(settings)

    # ---- what may be wished

    def apply(self, settings: Settings) -> None:
        """Take over the volumes and whether captions are shown."""
        # Squared: half the slider is about half as loud to the ear.
        self._effects = settings.effects_volume**2
        self._songs = settings.music_volume**2
        self._captions = settings.captions
        self._mix()

    def play(
        self,
        name: str,
        volume: float = 1.0,
        pan: float = 0.0,
        after_ms: float = 0.0,
        caption: str = "",
    ) -> None:
        """One sound, once: `volume` 0..1, `pan` from -1 (left) to 1 (right), now or later.

        Its caption comes with it, also where it cannot be heard; or another one by its name, where
        the same sound has another meaning.
        """
        if after_ms > 0.0:
            self._waiting.append((after_ms, name, volume, pan, caption))
            return
        self._caption(caption or (name.rstrip("_123") if name.startswith("star") else name))
        self._once(name, volume, pan)

    def forget(self) -> None:
        """What was to be played later is not played: the walk has gone another way."""
        self._waiting.clear()
        if not self._loops["wind_low"].wanted:
            self._wind_said = "wind_rests"  # else the next walk would be told of it

    def step(self, steepness: float, pan: float = 0.0) -> None:
        """A foot on ground of this steepness; never the same sound twice in a row."""
        found = (ground for ground in _GROUNDS if steepness >= ground[0])
        _, sound, meaning = next(found, _GROUNDS[-1])
        if meaning != self._ground and self._caption(meaning):
            self._ground = meaning
        self._once(sound, self._random.uniform(0.8, 1.0), pan)

    def wind(self, strength: float) -> None:
        """Let the wind of momentum blow, 0 (none) to 1 (a storm), until told otherwise."""
        strength = min(max(strength, 0.0), 1.0) if math.isfinite(strength) else 1.0
        self._loops["wind_low"].wanted = math.sqrt(strength)
        self._loops["wind_high"].wanted = strength**2
        said = self._wind_said
        if strength >= _WIND_STRONG:
            said = "wind_strong"
        elif strength <= _WIND_RESTS:
            said = "wind_rests"
        elif strength >= _WIND_RISES and said == "wind_rests":
            said = "wind_rises"
        if said != self._wind_said and self._caption(said):
            self._wind_said = said

    def music(self, name: str | None) -> None:
        """Fade over to the music of the "menu" or of "play", or to none."""
        self._music = name
        self._mix()

    def height(self, share: float) -> None:
        """How high the child stands, 0..1: the music of play follows."""
        self._height = min(max(share, 0.0), 1.0) if math.isfinite(share) else 0.0
        self._mix()

    def hush(self, hushed: bool) -> None:
        """Keep the music down while a voice speaks or the land is listened to."""
        self._hushed = hushed
        self._mix()

    def beep(self, tone: Tone, pan: float) -> None:
        """One tone of hearing the land, from -1 (west) to 1 (east)."""
        if tone.flat:
            self._caption("flat")
        sound = self._bank.tone(tone)
        if sound is None or not self._effects:
            return
        self._beep = (self._beep + 1) % len(_BEEPS)
        try:
            channel = pygame.mixer.Channel(_BEEPS[self._beep])
            channel.play(sound)
            channel.set_volume(*_sides(self._effects, pan))
        except pygame.error:
            self._bank.lose()

    def update(self, elapsed_ms: float) -> None:
        """Let time pass; the first call opens the device, beside the frame."""
        self._bank.start()
        self._shown_ms = max(self._shown_ms - elapsed_ms, 0.0)
        waiting, self._waiting = self._waiting, []
        for after_ms, name, volume, pan, caption in waiting:
            self.play(name, volume, pan, after_ms - elapsed_ms, caption)
        for loop in self._loops.values():
            loop.move(elapsed_ms)
        if not self._bank.open:
            return
        try:
            self._turn()
        except pygame.error:
            self._bank.lose()

    def close(self) -> None:
        """Fall silent and let go of the device."""
        self._bank.close()

    # ---- how it is done

    def _caption(self, name: str) -> bool:
        """Show what stands for a sound; False where it has to wait for another caption."""
        caption = CAPTIONS.get(name)
        if caption is None or not self._captions or self.on_caption is None:
            return True
        if caption.minor and self._shown_ms > 0.0:
            return False
        if not caption.minor:
            self._shown_ms = caption.seconds * 1e3
        self.on_caption(caption.words(), caption.seconds)
        return True

    def _once(self, name: str, volume: float, pan: float) -> None:
        sound = self._bank.get(self._variant(name))
        volume *= self._effects
        if sound is None or volume <= 0.0:
            return
        try:
            channel = sound.play()
            if channel is not None:  # more sounds at once than can be told apart
                channel.set_volume(*_sides(volume, pan))
        except pygame.error:
            self._bank.lose()

    def _variant(self, name: str) -> str:
        count = VARIANTS.get(name)
        if count is None:
            return name
        last = self._last.get(name, 0)
        chosen = self._random.choice([n for n in range(1, count + 1) if n != last])
        self._last[name] = chosen
        return f"{name}_{chosen}"

    def _mix(self) -> None:
        level = _HUSHED if self._hushed else 1.0
        # Equal power, and a little of each layer stays: the music never breaks off.
        turn = (0.1 + 0.8 * self._height) * math.pi / 2
        shares = {"menu": 1.0, "play_low": math.cos(turn), "play_high": math.sin(turn)}
        for name, share in shares.items():
            on = self._music is not None and name.startswith(self._music)
            self._loops[name].wanted = level * share if on else 0.0

    def _turn(self) -> None:
        """Set the loops to their levels, and start or stop them; all of one music together."""
        for group in (("wind_low", "wind_high"), ("menu",), ("play_low", "play_high")):
            sounds = [self._bank.get(name) for name in group]
            if any(sound is None for sound in sounds):
                continue
            master = self._effects if group[0].startswith("wind") else self._songs
            heard = any(self._loops[name].level > 0.0 for name in group) and master > 0.0
            for name, sound in zip(group, sounds, strict=True):
                assert sound is not None
                sound.set_volume(self._loops[name].level * master)
            if heard and group[0] not in self._playing:
                for name, sound in zip(group, sounds, strict=True):
                    pygame.mixer.Channel(_LOOPS[name]).play(sound, loops=-1)
                self._playing.update(group)
            elif not heard and group[0] in self._playing:
                for name in group:
                    pygame.mixer.Channel(_LOOPS[name]).stop()
                self._playing.difference_update(group)


class NullSounds:
    """The same wishes, and nothing is heard: for pictures and tests."""

    on_caption: Callable[[str, float], None] | None = None

    def apply(self, settings: Settings) -> None: ...
    def play(
        self,
        name: str,
        volume: float = 1.0,
        pan: float = 0.0,
        after_ms: float = 0.0,
        caption: str = "",
    ) -> None: ...
    def forget(self) -> None: ...
    def step(self, steepness: float, pan: float = 0.0) -> None: ...
    def wind(self, strength: float) -> None: ...
    def music(self, name: str | None) -> None: ...
    def height(self, share: float) -> None: ...
    def hush(self, hushed: bool) -> None: ...
    def beep(self, tone: Tone, pan: float) -> None: ...
    def update(self, elapsed_ms: float) -> None: ...
    def close(self) -> None: ...


def _sides(volume: float, pan: float) -> tuple[float, float]:
    """Volumes (left, right) of equal power; the middle is as loud as one side alone is at 0.7."""
    turn = (min(max(pan, -1.0), 1.0) + 1.0) * math.pi / 4
    return volume * math.cos(turn), volume * math.sin(turn)
