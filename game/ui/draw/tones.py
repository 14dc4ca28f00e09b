"""The colours of eight sands, and what the light of five hours makes of them."""

from dataclasses import dataclass, replace
from functools import lru_cache

from game.look import Look

RGB = tuple[float, float, float]


@dataclass(frozen=True)
class Tones:
    """Colours 0..255 of one sand in the light of one hour.

    `shade`, `middle` and `sunny` are sand that sees no sun, half of it and all; `deep_shade` and
    `deep_sunny` are what the lowest ground turns to; `line_in_sun` and `line_in_shade` are those
    of contour lines; `haze` veils the north. `skylight` is added in the shade, `dimming` taken
    away (shares) in hollows. `ripples` and `grain` multiply what the wind has drawn into the sand;
    `mottle` is the share by which patches of it are lighter or darker; `strata` (0..1) is how much
    layers of rock show in it, in the colour `stratum`.
    """

    shade: RGB = (104.0, 58.0, 72.0)
    middle: RGB = (226.0, 150.0, 86.0)
    sunny: RGB = (255.0, 229.0, 170.0)
    deep_shade: RGB = (158.0, 54.0, 88.0)
    deep_sunny: RGB = (242.0, 134.0, 136.0)
    line_in_sun: RGB = (96.0, 40.0, 44.0)
    line_in_shade: RGB = (226.0, 146.0, 132.0)
    haze: RGB = (253.0, 219.0, 186.0)
    skylight: RGB = (15.0, 13.0, 26.0)
    dimming: RGB = (0.04, 0.07, 0.09)
    ripples: float = 1.0
    grain: float = 1.0
    mottle: float = 0.0
    strata: float = 0.0
    stratum: RGB = (255.0, 240.0, 214.0)


GOLD = Tones()
SANDS: dict[str, Tones] = {
    "gold": GOLD,
    # Soft pink dunes over lilac hollows.
    "rose": Tones(
        shade=(112, 58, 104), middle=(224, 134, 134), sunny=(255, 218, 206),
        deep_shade=(124, 50, 122), deep_sunny=(206, 112, 176),
        line_in_sun=(104, 34, 72), line_in_shade=(240, 164, 186),
        haze=(252, 216, 216), skylight=(14, 10, 30), dimming=(0.05, 0.08, 0.05),
        ripples=1.1, mottle=0.022,
    ),
    # Dark red ground in which layers of rock show, as hot as coals.
    "ember": Tones(
        shade=(72, 26, 44), middle=(190, 76, 50), sunny=(250, 164, 98),
        deep_shade=(86, 14, 58), deep_sunny=(188, 50, 84),
        line_in_sun=(70, 12, 28), line_in_shade=(224, 112, 92),
        haze=(246, 186, 144), skylight=(16, 10, 22), ripples=0.9, grain=1.3,
        strata=0.34, stratum=(242, 172, 110),
    ),
    # White gypsum whose shade is as blue as the sky over it.
    "ivory": Tones(
        shade=(104, 116, 158), middle=(200, 190, 184), sunny=(255, 250, 236),
        deep_shade=(78, 108, 166), deep_sunny=(168, 196, 226),
        line_in_sun=(86, 76, 106), line_in_shade=(208, 218, 242),
        haze=(238, 238, 238), skylight=(4, 8, 18), dimming=(0.09, 0.06, 0.03), ripples=1.3,
        grain=0.8, mottle=0.022,
    ),
    # Ash and blue stone, coarse: nothing grows smooth here.
    "slate": Tones(
        shade=(52, 58, 88), middle=(124, 136, 158), sunny=(222, 226, 224),
        deep_shade=(36, 40, 108), deep_sunny=(104, 120, 186),
        line_in_sun=(34, 36, 70), line_in_shade=(158, 172, 212),
        haze=(208, 216, 226), skylight=(6, 10, 18), dimming=(0.08, 0.06, 0.03), ripples=0.7,
        grain=2.2, mottle=0.04, strata=0.12, stratum=(206, 206, 198),
    ),
    # Metal red above, green as old copper below.
    "copper": Tones(
        shade=(76, 44, 62), middle=(196, 112, 76), sunny=(252, 208, 164),
        deep_shade=(16, 84, 92), deep_sunny=(92, 182, 164),
        line_in_sun=(74, 30, 38), line_in_shade=(206, 160, 140),
        haze=(230, 216, 194), skylight=(8, 16, 22), strata=0.18, stratum=(236, 196, 160),
    ),
    # Sand that has seen rain: straw on the crests, moss in the hollows.
    "olive": Tones(
        shade=(62, 58, 58), middle=(166, 150, 82), sunny=(240, 230, 160),
        deep_shade=(32, 72, 58), deep_sunny=(112, 158, 88),
        line_in_sun=(48, 46, 34), line_in_shade=(184, 184, 124),
        haze=(234, 230, 194), skylight=(10, 16, 20), dimming=(0.08, 0.04, 0.08), ripples=0.8,
        grain=1.2, mottle=0.03,
    ),
    # The sand of a dream.
    "violet": Tones(
        shade=(60, 38, 104), middle=(154, 110, 178), sunny=(242, 212, 236),
        deep_shade=(38, 30, 124), deep_sunny=(104, 100, 206),
        line_in_sun=(52, 22, 84), line_in_shade=(186, 156, 230),
        haze=(230, 208, 232), skylight=(10, 8, 22), dimming=(0.07, 0.07, 0.03), ripples=1.1,
        mottle=0.025,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class _Hour:
    """What an hour does: sunlight and shade are multiplied, the haze is drawn toward a colour."""

    sun: RGB = (1.0, 1.0, 1.0)
    shade: RGB = (1.0, 1.0, 1.0)
    haze: RGB = (255.0, 255.0, 255.0)
    veil: float = 0.0


_HOURS = {
    "dawn": _Hour((1.0, 0.93, 0.94), (0.98, 1.0, 1.22), (255, 206, 206), 0.5),
    "morning": _Hour(),
    "noon": _Hour((1.03, 1.04, 1.06), (1.22, 1.22, 1.16), (232, 238, 244), 0.35),
    "afternoon": _Hour((1.03, 0.97, 0.84), (1.04, 0.94, 0.92), (255, 214, 150), 0.5),
    "dusk": _Hour((1.02, 0.83, 0.74), (0.84, 0.76, 1.08), (250, 160, 130), 0.6),
}
_ALL_SUN = ("sunny", "deep_sunny", "stratum")
_ALL_SHADE = ("shade", "deep_shade", "skylight")


@lru_cache(maxsize=64)
def tones_of(look: Look) -> Tones:
    """The colours of a look."""
    sand, hour = SANDS[look.sand], _HOURS[look.hour]
    half: RGB = tuple((a * b) ** 0.5 for a, b in zip(hour.sun, hour.shade, strict=True))
    changed = {name: _times(getattr(sand, name), hour.sun) for name in _ALL_SUN}
    changed |= {name: _times(getattr(sand, name), hour.shade) for name in _ALL_SHADE}
    changed["middle"] = _times(sand.middle, half)
    changed["haze"] = blend(sand.haze, hour.haze, hour.veil)
    return replace(sand, **changed)


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """`one` with `share` (0..1) of `other` in it."""
    return tuple(a + (b - a) * share for a, b in zip(one, other, strict=True))


def _times(colour: RGB, gain: RGB) -> RGB:
    return tuple(min(255.0, part * times) for part, times in zip(colour, gain, strict=True))
