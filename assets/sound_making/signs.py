"""Struck and plucked sounds: gems, stars, buttons, endings. Notes are numbered as in MIDI."""

import numpy as np

from .waves import band, edges, filtered, glide, partials, rise_and_fall, seconds

_BELL = ((1, 1.0, 1.4), (2.0, 0.35, 0.9), (3.01, 0.14, 0.5), (4.2, 0.08, 0.3), (5.4, 0.05, 0.2))
_WOOD = ((1, 1.0, 0.16), (2.75, 0.25, 0.07), (5.2, 0.08, 0.03))


# The bells of the three stars: (note, start, level).
_STARS = (
    ((74, 0.0, 0.8), (81, 0.06, 0.5)),
    ((78, 0.0, 0.8), (86, 0.06, 0.5)),
    ((81, 0.0, 0.8), (86, 0.06, 0.6), (90, 0.12, 0.6), (93, 0.2, 0.5)),
)


def hertz(note):
    """The frequency of `note`; 69 is the a of 440 Hz."""
    return 440.0 * 2 ** ((note - 69) / 12)


def kalimba(rate, note, length=2.0):
    """A thumb piano: a round tone, a short metallic touch, the knock of the box."""
    time, frequency = seconds(length, rate), hertz(note)
    life = 2.4 * (262 / frequency) ** 0.5
    parts = ((1, 1.0, life), (2, 0.10, 0.5 * life), (3.0, 0.05, 0.3 * life), (5.4, 0.10, 0.16))
    tone = partials(time, rate, frequency, parts, rise=0.004)
    knock = np.sin(2 * np.pi * 190 * time) * rise_and_fall(time, 0.003, 0.05)
    return edges(tone + 0.18 * knock, rate, fall=0.05)


def oud(rate, note, length=2.2):
    """A plucked pair of gut strings on a wooden belly."""
    time, frequency = seconds(length, rate), hertz(note)
    sound = np.zeros_like(time)
    for cents in (-2.5, 2.5):
        life = 2.3 * (220 / frequency) ** 0.3
        parts = [
            (n, abs(np.sin(np.pi * n * 0.22)) / n**1.05, life / (1 + 0.32 * n))
            for n in range(1, 16)
        ]
        sound += partials(time, rate, frequency * 2 ** (cents / 1200), parts, rise=0.005)
    pick = np.random.default_rng(note).standard_normal(len(time))
    pick = filtered(pick, rate, band(500, 2200)) * rise_and_fall(time, 0.003, 0.03)
    return edges(0.5 * sound + 0.05 * pick, rate, fall=0.08)


def _melody(rate, length, notes, struck):
    """Several (note, start, level) of one instrument as one sound."""
    sound = np.zeros(round(length * rate))
    for note, start, level in notes:
        first = round(start * rate)
        tone = level * struck(note)[: len(sound) - first]
        sound[first : first + len(tone)] += tone
    return sound


def _bell(rate, length=1.2):
    return lambda note: partials(seconds(length, rate), rate, hertz(note), _BELL, rise=0.003)


def gem(rate, _seed):
    """A gem is picked up: four bells up, quick as a glint."""
    notes = [(74, 0.0, 0.8), (78, 0.07, 0.8), (81, 0.14, 0.9), (86, 0.23, 1.0)]
    return _melody(rate, 1.3, notes, _bell(rate))


def star(rate, seed):
    """The first, second or third star of the results, each higher than the one before."""
    notes = _STARS[seed]
    return _melody(rate, 1.2, notes, _bell(rate))


def win(rate, _seed):
    """The rarest gem: plucked strings run up, bells answer, and the chord stays."""
    times = (0, 0.11, 0.22, 0.33, 0.52, 0.63, 0.74, 0.9)
    run = zip((62, 66, 69, 74, 69, 74, 78, 81), times, strict=True)
    sound = _melody(rate, 3.2, [(n, t, 0.8) for n, t in run], lambda n: oud(rate, n, 1.6))
    bells = [(81, 0.9, 0.4), (86, 1.02, 0.45), (90, 1.14, 0.4), (93, 1.3, 0.35)]
    sound += _melody(rate, 3.2, bells, _bell(rate, 1.8))
    time = seconds(3.2, rate)
    for note in (50, 57, 62, 66, 69):
        tone = np.sin(2 * np.pi * hertz(note) * time)
        sound += 0.12 * tone * rise_and_fall(time, 0.35, 2.4, 0.85)
    return sound


def lose(rate, _seed):
    """The water is gone: a few warm notes that sit down. Not a scolding."""
    notes = [(69, 0.0, 0.8), (67, 0.28, 0.75), (63, 0.56, 0.75), (62, 0.92, 0.9), (50, 0.92, 0.6)]
    return _melody(rate, 2.4, notes, lambda n: kalimba(rate, n, 1.45))


def dug(rate, _seed):
    """Dug where there was no rare gem: an open question on two strings."""
    notes = [(62, 0.0, 0.8), (69, 0.16, 0.7), (67, 0.42, 0.8)]
    return _melody(rate, 1.9, notes, lambda n: oud(rate, n, 1.45))


def press(rate, _seed):
    """A button goes down: a small wooden tock."""
    time = seconds(0.16, rate)
    return partials(time, rate, 392, _WOOD) + 0.5 * partials(time, rate, 196, _WOOD)


def back(rate, _seed):
    """Leaving a screen: the same wood, lower."""
    time = seconds(0.18, rate)
    return partials(time, rate, 294, _WOOD) + 0.5 * partials(time, rate, 147, _WOOD)


def focus(rate, _seed):
    """The focus moves on: a light touch."""
    return partials(seconds(0.09, rate), rate, 660, ((1, 1.0, 0.09), (2.75, 0.15, 0.04)))


def tick(rate, _seed):
    """One notch of a slider."""
    return partials(seconds(0.06, rate), rate, 880, ((1, 1.0, 0.05), (2.1, 0.2, 0.03)), rise=0.001)


def refused(rate, _seed):
    """Not now: two soft low knocks, like a shake of the head."""
    knock = ((1, 1.0, 0.2), (2.0, 0.3, 0.1))
    time = seconds(0.18, rate)
    sound = np.zeros(round(0.36 * rate))
    for start, frequency in ((0.0, 208), (0.14, 185)):
        first = round(start * rate)
        sound[first : first + len(time)] += partials(time, rate, frequency, knock, rise=0.006)
    return sound


def drop(rate, _seed):
    """Little water is left: one drop."""
    time = seconds(0.3, rate)
    first = glide(time, rate, 520 + 900 * np.clip(time / 0.06, 0, 1) ** 2)
    second = glide(time, rate, 760 + 1100 * np.clip((time - 0.13) / 0.05, 0, 1) ** 2)
    return first * rise_and_fall(time, 0.004, 0.1) + 0.45 * second * rise_and_fall(
        time, 0.004, 0.1, 0.13
    )


def unlocked(rate, _seed):
    """A new tool or level is handed out: a chord opens upward."""
    notes = [(62, 0.0, 0.8), (69, 0.09, 0.8), (74, 0.18, 0.8), (76, 0.3, 0.6), (81, 0.42, 0.7)]
    return _melody(rate, 1.9, notes, lambda n: kalimba(rate, n, 1.4))
