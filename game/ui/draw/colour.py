"""From light and height to the colours of sand: plum in the shade, cream in the sun, rose below."""

import numpy as np

PLUM = (104.0, 58.0, 72.0)
SAND = (226.0, 150.0, 86.0)
CREAM = (255.0, 229.0, 170.0)
_ROSE = (158.0, 54.0, 88.0), (242.0, 134.0, 136.0)  # in the shade, in the sun
HAZE = (253.0, 219.0, 186.0)
_SKYLIGHT = (15.0, 13.0, 26.0)  # what the open sky adds to the shade
_DIMMING = (0.04, 0.07, 0.09)  # how much hollows take away: dim sand is redder sand
_HEIGHT_GAIN = (0.12, 0.18, 0.08)
_LINE_IN_SUN, _LINE_IN_SHADE = (96.0, 40.0, 44.0), (226.0, 146.0, 132.0)
_PALE = (1.12, 1.04, 0.93)  # sand outside the square: its grey, warmed
f32 = np.float32

Channels = list[np.ndarray]


def sand(light: np.ndarray) -> Channels:
    """Return the channels (each of the shape of `light`, 0..255) of sand lit by 0..1."""
    dark = np.minimum(light, f32(0.5)) * f32(2)
    bright = np.maximum(light, f32(0.5)) * f32(2) - f32(1)
    return [
        f32(plum) + f32(mid - plum) * dark + f32(cream - mid) * bright
        for plum, mid, cream in zip(PLUM, SAND, CREAM, strict=True)
    ]


def fill_shade(channels: Channels, shade: np.ndarray, opened: np.ndarray) -> None:
    """Light shaded sand in place by the sky (`shade` 0..1); dim hollows (`opened` -1..1)."""
    for channel, sky, dim in zip(channels, _SKYLIGHT, _DIMMING, strict=True):
        channel += shade * f32(sky)
        channel *= f32(1 - dim) + f32(dim) * opened


def tint_by_height(channels: Channels, rise: np.ndarray, light: np.ndarray) -> None:
    """Shift colours in place by height: `rise` is 0 at the lowest place, 1 at the highest.

    High sand is brighter and yellower; the lower part turns to rose, the more the deeper. The rose
    is as bright as the `light` (0..1) on it.
    """
    deep = np.clip(f32(1) - rise * f32(1.7), 0, 1)
    deep *= np.sqrt(deep) * f32(0.42)
    above = rise - f32(0.5)
    for channel, dim, bright, gain in zip(channels, *_ROSE, _HEIGHT_GAIN, strict=True):
        channel *= above * f32(gain) + f32(1)
        mix(channel, f32(dim) + f32(bright - dim) * light, deep)


def draw_contours(channels: Channels, ink: np.ndarray, lit: np.ndarray) -> None:
    """Draw lines in place, `ink` 0..1: dark ones where the sun shines, light ones in the shade."""
    for channel, sun, shade in zip(channels, _LINE_IN_SUN, _LINE_IN_SHADE, strict=True):
        mix(channel, f32(shade) + f32(sun - shade) * lit, ink)


def pale(channels: Channels, amount: np.ndarray) -> None:
    """Take colour away in place, by 0..1: what lies outside the square."""
    grey = (channels[0] + channels[1] + channels[2]) * f32(1 / 3)
    amount = amount * f32(0.36)
    for channel, gain in zip(channels, _PALE, strict=True):
        mix(channel, grey * f32(gain), amount)


def haze(channels: Channels, y: np.ndarray) -> None:
    """Veil the north in place, for land at y in paces: a breath over the square, then the sky."""
    far = np.clip((f32(10) - y) * f32(1 / 34), 0, 1)
    amount = far * np.sqrt(far) * f32(0.89)
    amount += np.clip((f32(70) - y) * f32(0.0005), 0, f32(0.035))
    for channel, veil in zip(channels, HAZE, strict=True):
        mix(channel, veil, amount)


def mix(channel: np.ndarray, towards: float | np.ndarray, amount: np.ndarray) -> None:
    """Move a channel in place toward a value by an amount of 0..1."""
    channel += (f32(towards) - channel) * amount
