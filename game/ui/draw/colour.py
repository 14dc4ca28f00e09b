"""From light and height to the colours of sand: its shade, its sun, and its hollows."""

import numpy as np

from game.ui.draw.tones import RGB, Tones

_HEIGHT_GAIN = (0.12, 0.18, 0.08)
_PALE = (1.12, 1.04, 0.93)  # sand outside the square: its grey, warmed
_LAYER = 2.1  # paces of height from one layer of rock to the next
f32 = np.float32

Channels = list[np.ndarray]


def sand(light: np.ndarray, tones: Tones) -> Channels:
    """Return the channels (each of the shape of `light`, 0..255) of sand lit by 0..1."""
    dark = np.minimum(light, f32(0.5)) * f32(2)
    bright = np.maximum(light, f32(0.5)) * f32(2) - f32(1)
    return [
        f32(shade) + f32(mid - shade) * dark + f32(sunny - mid) * bright
        for shade, mid, sunny in zip(tones.shade, tones.middle, tones.sunny, strict=True)
    ]


def fill_shade(channels: Channels, shade: np.ndarray, opened: np.ndarray, tones: Tones) -> None:
    """Light shaded sand in place by the sky (`shade` 0..1); dim hollows (`opened` -1..1)."""
    for channel, sky, dim in zip(channels, tones.skylight, tones.dimming, strict=True):
        channel += shade * f32(sky)
        channel *= f32(1 - dim) + f32(dim) * opened


def mottle(channels: Channels, patches: np.ndarray, share: float) -> None:
    """Lighten and darken patches of sand in place; `patches` is a noise around 0."""
    gain = patches * f32(share) + f32(1)
    for channel in channels:
        channel *= gain


def draw_strata(
    channels: Channels, height: np.ndarray, bent: np.ndarray, light: np.ndarray, tones: Tones
) -> None:
    """Let layers of rock show in place, where the sun shines (`light` 0..1).

    `height` is in paces; `bent`, in radians, is what the ripples are bent by: the layers wave.
    """
    wave = np.sin(height * f32(2 * np.pi / _LAYER) + bent * f32(0.22))
    amount = np.clip(wave * f32(1.6) - f32(0.5), 0, 1) * light
    amount *= f32(tones.strata)
    for channel, colour in zip(channels, tones.stratum, strict=True):
        mix(channel, colour, amount)


def tint_by_height(channels: Channels, rise: np.ndarray, light: np.ndarray, tones: Tones) -> None:
    """Shift colours in place by height: `rise` is 0 at the lowest place, 1 at the highest.

    High sand is brighter and yellower; the lower part turns to the tones of the deep, the more the
    deeper. They are as bright as the `light` (0..1) on it.
    """
    deep = np.clip(f32(1) - rise * f32(1.7), 0, 1)
    deep *= np.sqrt(deep) * f32(0.42)
    above = rise - f32(0.5)
    pairs = zip(channels, tones.deep_shade, tones.deep_sunny, _HEIGHT_GAIN, strict=True)
    for channel, dim, bright, gain in pairs:
        channel *= above * f32(gain) + f32(1)
        mix(channel, f32(dim) + f32(bright - dim) * light, deep)


def draw_contours(channels: Channels, ink: np.ndarray, lit: np.ndarray, tones: Tones) -> None:
    """Draw lines in place, `ink` 0..1: dark ones where the sun shines, light ones in the shade."""
    for channel, sun, shade in zip(channels, tones.line_in_sun, tones.line_in_shade, strict=True):
        mix(channel, f32(shade) + f32(sun - shade) * lit, ink)


def pale(channels: Channels, amount: np.ndarray) -> None:
    """Take colour away in place, by 0..1: what lies outside the square."""
    grey = (channels[0] + channels[1] + channels[2]) * f32(1 / 3)
    amount = amount * f32(0.36)
    for channel, gain in zip(channels, _PALE, strict=True):
        mix(channel, grey * f32(gain), amount)


def haze_at(y: np.ndarray) -> np.ndarray:
    """How much haze veils land at y in paces, 0..1: a breath over the square, then the sky."""
    far = np.clip((f32(10) - y) * f32(1 / 34), 0, 1)
    amount = far * np.sqrt(far) * f32(0.89)
    amount += np.clip((f32(70) - y) * f32(0.0005), 0, f32(0.035))
    return amount


def haze(channels: Channels, y: np.ndarray, colour: RGB) -> None:
    """Veil the north in place in a colour, for land at y in paces."""
    amount = haze_at(y)
    for channel, veil in zip(channels, colour, strict=True):
        mix(channel, veil, amount)


def mix(channel: np.ndarray, towards: float | np.ndarray, amount: np.ndarray) -> None:
    """Move a channel in place toward a value by an amount of 0..1."""
    channel += (f32(towards) - channel) * amount
