"""The tones for hearing the land: pitch for height, timbre for north and south."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PITCHES = 61  # quarter tones: a sixtieth of the height can be told from the next
_LOWEST_HZ = 165.0
TIMBRES = ("dull", "plain", "bright")
_SECONDS, _HUM_SECONDS = 0.11, 0.5
# Levels of the partials 1, 2, 3 ...: a hollow tone, a flute, a small reed.
_PARTIALS = {"dull": (1.0,), "plain": (1.0, 0.5, 0.3), "bright": (0.7, 0.5, 0.5, 0.5, 0.4, 0.3)}
_LEVEL = 0.22


@dataclass(frozen=True)
class Tone:
    """One beep: `pitch` 0..PITCHES - 1, a timbre of TIMBRES; `flat` is the hum of level ground."""

    pitch: int
    timbre: str = "plain"
    flat: bool = False


def pitch_of(height_share: float) -> int:
    """The pitch for a height of 0 (lowest) to 1 (highest)."""
    return round(min(max(height_share, 0.0), 1.0) * (PITCHES - 1))


def hertz(pitch: int) -> float:
    """The frequency of a pitch: 24 quarter tones are an octave."""
    return float(_LOWEST_HZ * 2.0 ** (pitch / 24))


def samples(tone: Tone, rate: int) -> NDArray[np.int16]:
    """The tone as stereo samples (n, 2), its ends silent."""
    time = np.arange(round((_HUM_SECONDS if tone.flat else _SECONDS) * rate)) / rate
    parts = _PARTIALS["dull" if tone.flat else tone.timbre]
    levels = np.array(parts) / np.sqrt(np.sum(np.square(parts)))
    order = np.arange(1, len(parts) + 1)[:, None]
    sound = levels @ np.sin(2 * np.pi * hertz(tone.pitch) * order * time)
    length = time[-1]
    sound *= np.minimum(1.0, time / 0.008) * np.minimum(1.0, (length - time) / (0.7 * length))
    if tone.flat:  # the hum swells twice, so that it cannot be taken for a beep
        sound *= np.sin(2 * np.pi * time / length) ** 2
    # High tones sound louder than low ones at the same level.
    level = _LEVEL * (330.0 / hertz(tone.pitch)) ** 0.35 * (0.7 if tone.timbre == "bright" else 1.0)
    return np.repeat(np.round(sound * level * 32767).astype(np.int16)[:, None], 2, axis=1)
