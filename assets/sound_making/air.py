"""Wind and everything that flies through it."""

import numpy as np

from .waves import band, bumps, filtered, glide, partials, rise_and_fall, seconds, sweep


def _breathing(count, random, depth, waves):
    """A slow swell (count,) around 1 that closes as a loop, of `waves` whole cycles."""
    turn = np.arange(count) / count * 2 * np.pi
    swell = sum(np.sin(k * turn + random.random() * 2 * np.pi) / np.sqrt(k) for k in waves)
    return 1 + depth * swell / max(np.abs(swell).max(), 1e-9)


def wind_low(rate):
    """A calm breeze over the dunes, (2, n), a loop of 8 s."""
    random = np.random.default_rng(600)
    count = 8 * rate
    noise = random.standard_normal((2, count)) + 0.6 * random.standard_normal(count)
    air = filtered(noise, rate, band(130, 480, 1.4), around=True)
    return air * _breathing(count, random, 0.3, (1, 2, 3, 5))


def wind_high(rate):
    """The strong wind of speed: it hisses with sand and sings a little, a loop of 8 s."""
    random = np.random.default_rng(610)
    count = 8 * rate
    noise = random.standard_normal((2, count)) + 0.5 * random.standard_normal(count)
    body = filtered(noise, rate, band(260, 1500, 1.3), around=True)
    body *= _breathing(count, random, 0.35, (2, 3, 5, 7))
    song = bumps((620, 2.0, 0.10), (870, 1.7, 0.10))
    sung = filtered(noise, rate, lambda f: song(f) - 1, around=True)
    sung *= _breathing(count, random, 0.8, (1, 3, 4))
    return body + 0.8 * sung


def gust(rate, _seed):
    """A gust that comes from behind and goes ahead."""
    random = np.random.default_rng(620)
    time = seconds(1.3, rate)
    swell = np.sin(np.clip(time / 1.3, 0, 1) ** 0.6 * np.pi) ** 2
    noise = random.standard_normal(len(time))

    def centre(t):
        return 320 + 1100 * np.sin(min(t / 1.1, 1) ** 0.7 * np.pi)

    return sweep(noise, rate, centre, 0.8) * swell


def leap(rate, _seed):
    """Up and away: a swish and a plucked glide upward."""
    random = np.random.default_rng(630)
    time = seconds(0.8, rate)
    swish = sweep(random.standard_normal(len(time)), rate, lambda t: 500 + 2600 * t, 0.6)
    up = 294 * 2 ** (1.6 * np.clip(time / 0.5, 0, 1) ** 0.8)
    hop = glide(time, rate, up) + 0.25 * glide(time, rate, 2 * up)
    swish *= rise_and_fall(time, 0.2, 0.7)
    return 0.9 * swish + 0.35 * hop * rise_and_fall(time, 0.02, 0.75)


def off_map(rate, _seed):
    """Flying off the edge of the desert: a whistle that falls, far away a soft 'pof'."""
    random = np.random.default_rng(640)
    time = seconds(2.0, rate)
    fall = 900 * 2 ** (-2.3 * np.clip(time / 1.35, 0, 1) ** 1.2)
    fall *= 1 + 0.012 * np.sin(2 * np.pi * 6 * time)
    whistle = glide(time, rate, fall)
    whistle *= np.clip(time / 0.08, 0, 1) * np.clip((1.4 - time) / 0.4, 0, 1)
    breath = sweep(random.standard_normal(len(time)), rate, lambda t: 1400 * 2 ** (-1.5 * t), 0.5)
    pof = glide(time, rate, 55 + 60 * np.exp(-np.maximum(time - 1.45, 0) / 0.05))
    pof *= rise_and_fall(time, 0.008, 0.28, 1.45)
    dust = filtered(random.standard_normal(len(time)), rate, band(300, 1600))
    dust *= rise_and_fall(time, 0.03, 0.5, 1.46)
    soft = np.clip(1 - time / 1.5, 0.1, 1)
    return 0.3 * whistle * soft + 0.15 * breath * soft + 0.7 * pof + 0.22 * dust


def reveal(rate, _seed):
    """The fog blows away: air that opens, and a chord far behind it."""
    random = np.random.default_rng(650)
    time = seconds(2.6, rate)
    open_air = sweep(random.standard_normal(len(time)), rate, lambda t: 350 + 900 * t, 0.9)
    sound = 0.45 * open_air * np.sin(np.clip(time / 2.6, 0, 1) ** 0.7 * np.pi) ** 2
    for note, start in ((146.8, 0.0), (220.0, 0.15), (293.7, 0.35), (370.0, 0.6), (440.0, 0.85)):
        swell = rise_and_fall(time, 0.9, 2.2, start)
        turns = 2 * np.pi * note * time
        sound += 0.12 * swell * (np.sin(turns) + 0.3 * np.sin(2 * turns))
    return sound


def rewind(rate, _seed):
    """One step back in time: a struck note and a swish, heard backwards."""
    random = np.random.default_rng(660)
    time = seconds(0.42, rate)
    note = partials(time, rate, 440, ((1, 1.0, 0.5), (2.76, 0.25, 0.2)))
    swish = sweep(random.standard_normal(len(time)), rate, lambda t: 2400 - 3000 * t, 0.6)
    return (0.6 * note + 0.8 * swish * rise_and_fall(time, 0.02, 0.4))[::-1]
