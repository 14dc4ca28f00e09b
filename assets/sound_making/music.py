"""The music: seamless loops in D, played by pads, a thumb piano, an oud and a soft frame drum.

Every note is written into its loop with what rings past the end coming back at the beginning, so
the seam cannot be heard. The two layers of play have one harmony and one length: they may be
heard together in any mixture.
"""

import numpy as np

from .signs import hertz, kalimba, oud
from .waves import band, echoed, filtered, grains, rise_and_fall, room, seconds

_BEAT = 60 / 66  # seconds
_BARS = 12
# The chord of each bar, from the mode Hijaz on D (d, e flat, f sharp, g, a, b flat, c).
_PLAY = (
    (50, 57, 62, 66), (50, 57, 62, 69), (55, 58, 62, 67), (50, 57, 62, 66),
    (50, 57, 62, 69), (51, 58, 63, 67), (48, 55, 60, 63), (50, 57, 62, 66),
    (55, 58, 62, 67), (48, 55, 63, 67), (51, 55, 58, 62), (50, 57, 62, 66),
)  # fmt: skip
# The menu rests on plain D minor with open colours.
_MENU = (
    (50, 57, 65, 69), (46, 58, 62, 69), (53, 60, 65, 67), (48, 55, 62, 64),
    (50, 57, 65, 69), (55, 58, 62, 69), (46, 58, 65, 69), (48, 55, 62, 67),
    (50, 57, 64, 69), (46, 58, 62, 65), (55, 58, 65, 69), (45, 57, 62, 64),
)  # fmt: skip
# Melodies: (bar, beat, note, level).
_OUD = (
    (0, 0, 74, 0.9), (0, 1.5, 75, 0.5), (0, 2, 74, 0.7), (0, 3, 72, 0.6), (1, 0, 69, 0.9),
    (2, 0, 70, 0.8), (2, 1, 72, 0.6), (2, 1.5, 74, 0.6), (2, 2.5, 70, 0.7), (3, 0, 69, 0.8),
    (3, 1.5, 66, 0.6), (3, 2.5, 69, 0.6),
    (4, 1, 69, 0.7), (4, 2, 70, 0.6), (4, 2.5, 69, 0.5), (4, 3, 67, 0.6), (5, 0, 67, 0.8),
    (5, 1.5, 70, 0.6), (5, 2.5, 67, 0.6), (6, 0, 63, 0.8), (6, 1, 67, 0.6), (6, 2, 66, 0.5),
    (6, 2.5, 63, 0.6), (7, 0, 62, 0.9),
    (8, 0, 67, 0.7), (8, 1, 69, 0.6), (8, 1.5, 70, 0.7), (8, 3, 74, 0.7), (9, 0, 72, 0.8),
    (9, 1.5, 70, 0.6), (9, 2.5, 67, 0.6), (10, 0, 70, 0.8), (10, 1, 69, 0.6), (10, 2, 67, 0.6),
    (10, 3, 63, 0.6), (11, 0, 66, 0.8), (11, 1, 63, 0.5), (11, 1.5, 62, 0.9),
)  # fmt: skip
_THUMBS = (
    (0, 0.5, 62, 0.7), (0, 2.5, 69, 0.5), (1, 1, 66, 0.6), (2, 0.5, 67, 0.7), (2, 2.5, 62, 0.5),
    (3, 1, 69, 0.5), (3, 3, 66, 0.5), (4, 0.5, 62, 0.7), (4, 2.5, 69, 0.5), (5, 0.5, 67, 0.7),
    (5, 2, 63, 0.5), (6, 0.5, 60, 0.7), (6, 2.5, 67, 0.5), (7, 1, 62, 0.6), (7, 2, 66, 0.5),
    (7, 3, 69, 0.5), (8, 0.5, 62, 0.7), (8, 2.5, 70, 0.5), (9, 0.5, 60, 0.6), (9, 2, 63, 0.5),
    (10, 0.5, 67, 0.6), (10, 2.5, 62, 0.5), (11, 0.5, 62, 0.7),
    (11, 1.5, 66, 0.5), (11, 2.5, 69, 0.5),
)  # fmt: skip
_LULLABY = (
    (0, 0, 69, 0.8), (0, 1.5, 72, 0.6), (0, 2.5, 74, 0.7), (1, 0.5, 69, 0.6), (1, 2, 65, 0.6),
    (2, 0, 67, 0.8), (2, 1.5, 69, 0.6), (2, 2.5, 72, 0.6), (3, 0.5, 67, 0.6), (3, 2, 64, 0.5),
    (4, 0, 65, 0.8), (4, 1.5, 69, 0.6), (4, 2.5, 72, 0.6), (5, 0, 74, 0.8), (5, 2, 70, 0.6),
    (6, 0, 69, 0.8), (6, 1.5, 65, 0.6), (6, 3, 62, 0.5), (7, 0, 67, 0.8), (7, 2, 64, 0.5),
    (8, 0, 76, 0.7), (8, 1.5, 74, 0.6), (8, 2.5, 69, 0.6), (9, 0.5, 70, 0.6), (9, 2, 74, 0.6),
    (10, 0, 72, 0.7), (10, 1.5, 70, 0.6), (10, 2.5, 69, 0.5), (11, 0, 67, 0.7), (11, 1.5, 64, 0.5),
    (11, 3, 62, 0.5),
)  # fmt: skip


class Loop:
    """A stereo loop (2, n) of `length` seconds that is written into all around."""

    def __init__(self, rate, length):
        self.rate = rate
        self.samples = np.zeros((2, round(length * rate)))

    def add(self, sound, start, level, pan=0.0):
        """Mix in `sound` (n,) or (2, n) from `start` seconds on; `pan` is -1 (left) to 1."""
        sides = np.array([[np.cos((pan + 1) * np.pi / 4)], [np.sin((pan + 1) * np.pi / 4)]])
        first = round(start * self.rate)
        where = (first + np.arange(sound.shape[-1])) % self.samples.shape[1]
        np.add.at(self.samples, (slice(None), where), level * sides * sound)


def _pad(rate, chord, length, bright, random):
    """A chord (2, n) that comes and goes softly; each side a little out of tune with the other."""
    time = seconds(length + 2.4, rate)
    sound = np.zeros((2, len(time)))
    for note in chord:
        for side in (0, 1):
            for cents in (-4, 3):
                f = hertz(note) * 2 ** ((cents + 2.5 * side) / 1200)
                phase = random.random() * 2 * np.pi
                turns = 2 * np.pi * f * time + phase
                for n in range(1, 6):
                    sound[side] += np.sin(n * turns) * bright ** (n - 1) / n
    swell = np.clip(time / 1.3, 0, 1) * np.clip((time[-1] - time) / 2.4, 0, 1)
    return sound * np.sin(swell * np.pi / 2) ** 2 / len(chord)


def _pads(loop, chords, bar, bright, octave, level, random):
    for number, chord in enumerate(chords):
        sound = _pad(loop.rate, [note + octave for note in chord], bar, bright, random)
        loop.add(sound, number * bar - 0.6, level)


def _play_loop(rate):
    return Loop(rate, _BARS * 4 * _BEAT)


def _written(loop, melody, instrument, level, spread, beat=_BEAT):
    """Add a melody; the higher the note, the further to the right, as on a keyboard."""
    for bar, at, note, loud in melody:
        pan = spread * np.clip((note - 67) / 10, -1, 1)
        loop.add(instrument(loop.rate, note), (bar * 4 + at) * beat, level * loud, pan)


def play_low(rate):
    """Deep in the valleys: a dark drone, low thumbs, a slow heartbeat of a drum."""
    random = np.random.default_rng(700)
    loop = _play_loop(rate)
    _pads(loop, _PLAY, 4 * _BEAT, 0.32, -12, 0.07, random)
    _pads(loop, _PLAY, 4 * _BEAT, 0.20, 0, 0.035, random)
    _pads(loop, [(38, 45)] * _BARS, 4 * _BEAT, 0.3, 0, 0.045, random)
    _written(loop, _THUMBS, kalimba, 0.24, 0.4)
    time = seconds(0.5, rate)
    drum = np.sin(2 * np.pi * (64 * time + 1.1 * (1 - np.exp(-time / 0.03)))) * rise_and_fall(
        time, 0.006, 0.4
    )
    for bar in range(_BARS):
        for beat, level in ((0, 0.16), (2.5, 0.08)):
            loop.add(drum, (4 * bar + beat) * _BEAT, level)
    return echoed(loop.samples, room(rate, 3.0, random, dark=2400), 0.35, around=True)


def play_high(rate):
    """Up on the dunes: open air, an oud, sand in a shaker."""
    random = np.random.default_rng(710)
    loop = _play_loop(rate)
    _pads(loop, _PLAY, 4 * _BEAT, 0.35, 0, 0.075, random)
    _written(loop, _OUD, oud, 0.36, 0.25)
    time = seconds(0.2, rate)
    for beat in range(_BARS * 8):
        sand = grains(len(time), rate, lambda t: 6000 + 0 * t, random, 1.0)
        shake = filtered(sand * rise_and_fall(time, 0.04, 0.14), rate, band(3000, 7000))
        loop.add(shake, beat * _BEAT / 2, 0.045 if beat % 2 else 0.022, 0.35)
    return echoed(loop.samples, room(rate, 2.4, random), 0.30, around=True)


def menu(rate):
    """The desert asleep: a lullaby of thumbs over wide chords."""
    random = np.random.default_rng(720)
    beat = 60 / 60
    loop = Loop(rate, len(_MENU) * 4 * beat)
    _pads(loop, _MENU, 4 * beat, 0.35, 0, 0.075, random)
    _written(loop, _LULLABY, kalimba, 0.26, 0.5, beat)
    return echoed(loop.samples, room(rate, 3.2, random), 0.42, around=True)
