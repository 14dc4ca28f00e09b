"""The material of all sounds: noise, tones, filters, envelopes, echo, and how loud it is.

Signals are float64 arrays of samples, mono (n,) or stereo (2, n), full scale at 1. Frequencies
are in Hz, times in seconds, levels in dB of full scale.
"""

import numpy as np


def seconds(length, rate):
    """The times of all samples of `length` seconds, (n,)."""
    return np.arange(round(length * rate)) / rate


def db(level):
    """The factor that stands for `level` dB."""
    return 10.0 ** (level / 20.0)


def rise_and_fall(time, rise, fall, start=0.0):
    """An envelope: a smooth rise of `rise` seconds from `start`, then down by 60 dB in `fall`."""
    since = time - start
    up = np.clip(since / rise, 0.0, 1.0)
    down = np.exp(-6.9 * np.maximum(since - rise, 0.0) / fall)
    return np.where(since >= 0.0, np.sin(up * np.pi / 2) ** 2 * down, 0.0)


def edges(signal, rate, rise=0.002, fall=0.012):
    """`signal` led from and to silence at its ends, so that it cannot click."""
    ready = np.array(signal, dtype=float)
    first, last = round(rise * rate), round(fall * rate)
    ready[..., :first] *= np.sin(np.linspace(0, np.pi / 2, first)) ** 2
    ready[..., -last:] *= np.cos(np.linspace(0, np.pi / 2, last)) ** 2
    return ready


def filtered(signal, rate, gain, around=False):
    """`signal` with each frequency multiplied by `gain(frequencies)`, without a shift in time.

    `around` treats it as a loop; otherwise what rings past the ends is cut off.
    """
    count = signal.shape[-1]
    size = count if around else count + rate // 4
    spectrum = np.fft.rfft(signal, size)
    return np.fft.irfft(spectrum * gain(np.fft.rfftfreq(size, 1 / rate)), size)[..., :count]


def band(low, high, steep=2.0):
    """A gain that passes `low`..`high` and falls by about 6 * `steep` dB per octave outside."""

    def gain(frequencies):
        f = np.maximum(frequencies, 1e-3)
        return 1 / np.sqrt((1 + (low / f) ** (2 * steep)) * (1 + (f / high) ** (2 * steep)))

    return gain


def bumps(*peaks):
    """A gain of 1 with resonances: each peak is (frequency, factor, width in octaves)."""

    def gain(frequencies):
        octaves = np.log2(np.maximum(frequencies, 1.0))
        raised = np.ones_like(octaves)
        for frequency, factor, width in peaks:
            raised += (factor - 1) * np.exp(-(((octaves - np.log2(frequency)) / width) ** 2))
        return raised

    return gain


def grains(count, rate, density, random, tail=1.0):
    """Single grains of sand: clicks at random times, `density(time)` of them a second.

    `tail` is how unequal they are: larger makes few loud ones among many faint ones.
    """
    time = np.arange(count) / rate
    hit = random.random(count) < density(time) / rate
    loud = random.exponential(1.0, count) ** tail * random.choice([-1.0, 1.0], count)
    return np.where(hit, loud, 0.0)


def sweep(noise, rate, centre, octaves):
    """`noise` through a band that moves: `centre(time)` in Hz, `octaves` wide."""
    size = 1024
    hop = size // 4
    window = np.hanning(size + 1)[:-1]
    padded = np.concatenate([np.zeros(size), noise, np.zeros(2 * size)])
    swept = np.zeros_like(padded)
    octave = np.log2(np.maximum(np.fft.rfftfreq(size, 1 / rate), 1.0))
    for first in range(0, len(padded) - size, hop):
        middle = np.log2(centre(max((first - size / 2) / rate, 0.0)))
        gain = np.exp(-(((octave - middle) / octaves) ** 2))
        piece = np.fft.irfft(np.fft.rfft(padded[first : first + size] * window) * gain)
        swept[first : first + size] += piece * window / 1.5
    return swept[size : size + len(noise)]


def partials(time, rate, frequency, parts, rise=0.002):
    """A struck sound: `parts` are (ratio to `frequency`, level 0..1, seconds to fall by 60 dB)."""
    sound = np.zeros_like(time)
    for ratio, level, fall in parts:
        if frequency * ratio < 0.45 * rate:
            wave = np.sin(2 * np.pi * frequency * ratio * time)
            sound += level * np.exp(-6.9 * time / fall) * wave
    return sound * np.clip(time / rise, 0.0, 1.0)


def glide(time, rate, frequency):
    """A sine whose `frequency` (n,) moves."""
    return np.sin(2 * np.pi * np.cumsum(frequency) / rate) * np.ones_like(time)


def room(rate, length, random, dark=3500.0):
    """The stereo echo (2, n) of a wide soft place: noise that fades and grows duller."""
    time = seconds(length, rate)
    echo = np.zeros((2, len(time)))
    for low, high, life in ((120, 900, 1.0), (900, dark, 0.6), (dark, 2.5 * dark, 0.3)):
        noise = filtered(random.standard_normal((2, len(time))), rate, band(low, high))
        echo += noise * np.exp(-6.9 * time / (length * life))
    echo *= np.clip(time / 0.012, 0.0, 1.0)
    return echo / np.sqrt((echo**2).sum(axis=1, keepdims=True))


def echoed(signal, echo, share, around=False):
    """`signal` with `share` of its echo added; `around` lets it come back at the loop's start."""
    count = signal.shape[-1]
    size = count if around else count + echo.shape[-1]
    response = np.zeros((*echo.shape[:-1], size))
    for first in range(0, echo.shape[-1], size):
        piece = echo[..., first : first + size]
        response[..., : piece.shape[-1]] += piece
    wet = np.fft.irfft(np.fft.rfft(signal, size) * np.fft.rfft(response), size)
    return signal + share * wet[..., :count]


def tamed(signal, crest=11.0):
    """`signal` with its peaks bent back softly to `crest` dB above its loudest level."""
    square = np.convolve(np.atleast_2d(signal**2).mean(axis=0), np.full(400, 1 / 400), "same")
    most = np.sqrt(square.max()) * db(crest)
    return most * np.tanh(signal / most)


def loudness(signal, rate, window=0.125):
    """How loud the loudest `window` seconds are, in dB: power as the ear weighs it.

    Both sides of a stereo signal count alike. The weighting follows the shape of ITU-R BS.1770:
    low tones count less, high ones 4 dB more.
    """

    def ear(frequencies):
        f = np.maximum(frequencies, 1e-3)
        shelf = 1 + (db(4.0) - 1) / (1 + (1500 / f) ** 4)
        return shelf / (1 + (60 / f) ** 2)

    power = np.atleast_2d(filtered(signal, rate, ear) ** 2).mean(axis=0)
    size = min(round(window * rate), len(power))
    sums = np.concatenate([[0.0], np.cumsum(power)])
    mean = (sums[size:] - sums[:-size]).max() / round(window * rate)
    return 10 * np.log10(max(mean, 1e-12))
