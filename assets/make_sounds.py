"""Makes every sound of the game out of nothing but numbers.

Run after a sound has been changed: python assets/make_sounds.py [NAME ...]
Loops are written as Ogg Vorbis, for which `soundfile` (an extra of development) is needed.
"""

import io
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sound_making import air, ground, music, signs
from sound_making.waves import db, edges, loudness, tamed

SOUNDS = Path(__file__).parent / "sounds"
RATE, LOOP_RATE = 22050, 44100
PEAK = db(-1.5)  # nothing is louder at any instant
LOOP_QUALITY = 0.5  # of Vorbis, 0..1
SEAM_TRIES = 8


@dataclass(frozen=True)
class Recipe:
    """How one sound is made: `make(rate, seed)`, or `make(rate)` for a loop; how loud, in dB."""

    make: object
    level: float
    seed: int = 0


def _variants(name, make, level, count):
    return {f"{name}_{seed + 1}": Recipe(make, level, seed) for seed in range(count)}


# Levels are those of the loudest eighth of a second: what is heard often is quiet.
EFFECTS = {
    **_variants("step_soft", ground.soft_step, -29, 5),
    **_variants("step_firm", ground.firm_step, -28, 5),
    **_variants("step_steep", ground.steep_step, -27, 5),
    **_variants("slide", ground.slide, -26, 3),
    **_variants("star", signs.star, -20, 3),
    "land": Recipe(ground.land, -22),
    "stumble": Recipe(ground.stumble, -23),
    "dig": Recipe(ground.dig, -23),
    "page": Recipe(ground.page, -28),
    "gust": Recipe(air.gust, -22),
    "leap": Recipe(air.leap, -22),
    "off_map": Recipe(air.off_map, -21),
    "reveal": Recipe(air.reveal, -22),
    "rewind": Recipe(air.rewind, -25),
    "gem": Recipe(signs.gem, -19),
    "win": Recipe(signs.win, -17),
    "lose": Recipe(signs.lose, -20),
    "dug": Recipe(signs.dug, -20),
    "unlocked": Recipe(signs.unlocked, -20),
    "press": Recipe(signs.press, -25),
    "back": Recipe(signs.back, -25),
    "focus": Recipe(signs.focus, -31),
    "tick": Recipe(signs.tick, -32),
    "refused": Recipe(signs.refused, -25),
    "drop": Recipe(signs.drop, -23),
}
# Those of loops are the levels of the whole loop.
LOOPS = {
    "wind_low": Recipe(air.wind_low, -28),
    "wind_high": Recipe(air.wind_high, -25),
    "menu": Recipe(music.menu, -23),
    "play_low": Recipe(music.play_low, -24),
    "play_high": Recipe(music.play_high, -24),
}


def levelled(signal, rate, level, window=0.125):
    """`signal` at `level` dB of loudness, or as near as its peaks allow."""
    signal = signal * db(level - loudness(signal, rate, window))
    return signal * min(1.0, PEAK / np.abs(signal).max())


def effect(name):
    """The samples (n,) of a sound of `EFFECTS`, -1..1, its ends silent."""
    recipe = EFFECTS[name]
    signal = tamed(edges(recipe.make(RATE, recipe.seed), RATE))
    return levelled(signal, RATE, recipe.level)


def loop(name):
    """The samples (2, n) of a sound of `LOOPS`, without a seam."""
    recipe = LOOPS[name]
    signal = recipe.make(LOOP_RATE)
    return levelled(signal, LOOP_RATE, recipe.level, signal.shape[1] / LOOP_RATE)


def _write_wav(path, signal):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.round(signal * 32767).astype("<i2").tobytes())


def step_at_seam(signal):
    """How far the start (2,) of a loop is from where its end leads, on each side."""
    return signal[:, 0] - (2 * signal[:, -1] - signal[:, -2])


def _write_ogg(path, signal):
    """Write a loop; its ends are bent until what comes out of the encoder has no step."""
    import soundfile

    bend = np.sin(np.linspace(0, np.pi / 2, LOOP_RATE // 50)) ** 2
    bent, tries = signal.copy(), []
    for _ in range(SEAM_TRIES):
        encoded = io.BytesIO()
        _encode(soundfile, encoded, bent)
        encoded.seek(0)
        step = step_at_seam(soundfile.read(encoded)[0].T)
        tries.append((np.abs(step).max(), encoded.getvalue()))
        if tries[-1][0] < db(-70):
            break
        bent[:, -len(bend) :] += 0.5 * step[:, None] * bend
        bent[:, : len(bend)] -= 0.5 * step[:, None] * bend[::-1]
    path.write_bytes(min(tries, key=lambda each: each[0])[1])


def _encode(soundfile, target, signal):
    with soundfile.SoundFile(
        target,
        "w",
        LOOP_RATE,
        2,
        format="OGG",
        subtype="VORBIS",
        compression_level=1 - LOOP_QUALITY,
    ) as file:
        # In pieces: the encoder keeps all of one call on its stack.
        for first in range(0, signal.shape[1], LOOP_RATE):
            file.write(signal[:, first : first + LOOP_RATE].T.astype("float32"))


def main(names):
    SOUNDS.mkdir(exist_ok=True)
    for name in EFFECTS:
        if not names or name in names:
            _write_wav(SOUNDS / f"{name}.wav", effect(name))
    for name in LOOPS:
        if not names or name in names:
            _write_ogg(SOUNDS / f"{name}.ogg", loop(name))


if __name__ == "__main__":
    main(sys.argv[1:])
