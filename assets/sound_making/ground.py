"""What feet and spades do to sand."""

import numpy as np

from .waves import band, filtered, glide, grains, rise_and_fall, seconds, sweep

# For each ground: length, dull and bright end of its hiss, grains a second and how unequal,
# how much of it is thud. The steeper, the brighter and coarser.
_SOFT = (0.24, 240, 1300, 5000, 0.8, 0.9)
_FIRM = (0.22, 380, 2200, 3200, 1.2, 0.6)
_STEEP = (0.24, 550, 2700, 1700, 1.5, 0.45)


def _press(time, rate, random, start, ground, weight):
    """Heel or toe coming down: sand gives way under `weight`."""
    _, low, high, density, tail, thud = ground
    breath = rise_and_fall(time, 0.018, 0.16, start)
    sand = grains(len(time), rate, lambda t: density * np.ones_like(t), random, tail)
    hiss = filtered(sand * breath, rate, band(low, high, 1.5))
    hiss /= np.sqrt((hiss**2).mean()) + 1e-9
    body = np.sin(2 * np.pi * (95 + 15 * random.random()) * time) * rise_and_fall(
        time, 0.008, 0.09, start
    )
    return weight * (0.08 * hiss + 0.32 * thud * body)


def _footstep(rate, seed, ground):
    random = np.random.default_rng(seed)
    time = seconds(ground[0], rate)
    toe = 0.055 + 0.025 * random.random()
    return _press(time, rate, random, 0.004, ground, 1.0) + _press(
        time, rate, random, toe, ground, 0.5 + 0.3 * random.random()
    )


def soft_step(rate, seed):
    """A foot on flat soft sand."""
    return _footstep(rate, 100 + seed, _SOFT)


def firm_step(rate, seed):
    """A foot on a gentle slope."""
    return _footstep(rate, 200 + seed, _FIRM)


def steep_step(rate, seed):
    """A foot that crunches into a steep slope."""
    return _footstep(rate, 300 + seed, _STEEP)


def slide(rate, seed):
    """Sand that runs downhill with the foot."""
    random = np.random.default_rng(400 + seed)
    time = seconds(0.75, rate)
    sand = grains(len(time), rate, lambda t: 9000 * np.exp(-2.0 * t), random, 1.3)
    ripple = 1 + 0.25 * np.sin(2 * np.pi * (9 + 3 * random.random()) * time)
    running = sweep(sand, rate, lambda t: 1500 * np.exp(-1.6 * t) + 380, 0.8)
    return (
        running * ripple * rise_and_fall(time, 0.09, 0.85)
        + 0.4 * np.pad(steep_step(rate, 50 + seed), (0, len(time)))[: len(time)]
    )


def land(rate, _seed):
    """Coming down after a leap: a soft thump and sand that sprays and falls."""
    random = np.random.default_rng(500)
    time = seconds(0.8, rate)
    thump = glide(time, rate, 60 + 70 * np.exp(-time / 0.04)) * rise_and_fall(time, 0.005, 0.3)
    spray = grains(len(time), rate, lambda t: 9000 * np.exp(-5 * t), random, 1.2)
    spray = filtered(spray, rate, band(500, 2800)) * rise_and_fall(time, 0.02, 0.7)
    return thump + 1.1 * spray


def stumble(rate, _seed):
    """Two feet in each other's way, a scuff, and a round wooden 'oop'."""
    random = np.random.default_rng(510)
    time = seconds(0.62, rate)
    scuff = sum(
        _press(time, rate, random, start, ground, weight)
        for start, ground, weight in ((0.0, _STEEP, 1.0), (0.11, _FIRM, 0.8), (0.19, _STEEP, 1.1))
    )
    oop = glide(time, rate, 250 + 170 * np.sin(np.clip((time - 0.16) / 0.3, 0, 1) * np.pi))
    return scuff + 0.22 * oop * rise_and_fall(time, 0.03, 0.42, 0.16)


def dig(rate, _seed):
    """Three strokes of a spade: in, up, and the sand that lands beside the hole."""
    random = np.random.default_rng(520)
    time = seconds(1.5, rate)
    sound = np.zeros_like(time)
    for start in (0.0, 0.46, 0.92):
        stroke = grains(len(time), rate, lambda t: 7000 + 0 * t, random, 1.0)
        stroke *= rise_and_fall(time, 0.07, 0.26, start)
        sound += sweep(stroke, rate, lambda t, s=start: 700 + 5200 * np.clip(t - s, 0, 0.3), 0.7)
        heap = grains(len(time), rate, lambda t: 2600 + 0 * t, random, 1.3)
        heap = filtered(heap * rise_and_fall(time, 0.03, 0.22, start + 0.26), rate, band(300, 1500))
        thud = np.sin(2 * np.pi * 88 * time) * rise_and_fall(time, 0.01, 0.12, start + 0.26)
        sound += 0.8 * heap + 0.5 * thud
    return sound


def page(rate, _seed):
    """A page of the results coming into place: a dry swish."""
    random = np.random.default_rng(530)
    time = seconds(0.34, rate)
    noise = random.standard_normal(len(time)) * rise_and_fall(time, 0.11, 0.3)
    return sweep(noise, rate, lambda t: 900 + 5200 * t, 0.8)
