"""The air over a desert: its sky, its sun and the outline of its horizon, by sand and by hour."""

from dataclasses import dataclass
from functools import lru_cache

from game.look import Look
from game.ui.draw.light import Light
from game.ui.draw.tones import RGB, blend, tones_of


@dataclass(frozen=True)
class Air:
    """All that is above the land, in units of the 1280 x 720 composition and colours 0..255.

    `sky` are the colours from the zenith to the horizon; `sun` is where the sun stands in the
    picture, None where it is not to be seen, `radius` its size and `glow` its colour; `cloud` is
    that of clouds. `horizon` is the kind of outline: "mesas", "peaks", "dunes" or "towers".
    `far` and `near` are colours of its two layers: head, foot and sunlit side.
    """

    light: Light
    sky: tuple[RGB, ...]
    sun: tuple[float, float] | None
    radius: float
    glow: RGB
    cloud: RGB
    horizon: str
    far: tuple[RGB, RGB, RGB]
    near: tuple[RGB, RGB, RGB]


_MORNING_SKY = ((74, 138, 198), (132, 182, 210), (206, 212, 200), (250, 220, 184), (255, 222, 184))
# Hour -> its sky, its sun (direction, place, size), the colour of glow and clouds.
_SKIES: dict[str, tuple[RGB, ...]] = {
    "dawn": ((104, 110, 186), (160, 144, 200), (226, 176, 196), (255, 200, 178), (255, 214, 180)),
    "morning": _MORNING_SKY,
    "noon": ((34, 106, 190), (72, 148, 212), (134, 192, 226), (206, 226, 228), (232, 234, 226)),
    "afternoon": ((88, 134, 176), (150, 170, 172), (222, 196, 146), (255, 206, 124),
                  (255, 210, 140)),
    "dusk": ((52, 44, 110), (112, 66, 132), (206, 96, 116), (250, 142, 92), (255, 176, 104)),
}  # fmt: skip
_LIGHTS = {
    "dawn": Light((0.72, -0.30, 0.48)),
    "morning": Light(),
    "noon": Light((-0.40, -0.34, 0.88)),
    "afternoon": Light((-0.78, -0.10, 0.52)),
    "dusk": Light((-0.76, -0.30, 0.42)),
}
_SUNS: dict[str, tuple[tuple[float, float] | None, float, RGB, RGB]] = {
    "dawn": ((948.0, 96.0), 20.0, (255, 232, 206), (255, 214, 206)),
    "morning": ((216.0, 91.0), 22.0, (255, 244, 208), (255, 240, 222)),
    "noon": (None, 0.0, (255, 255, 244), (255, 255, 255)),
    "afternoon": ((262.0, 84.0), 26.0, (255, 236, 176), (255, 226, 178)),
    "dusk": ((216.0, 98.0), 30.0, (255, 198, 120), (255, 150, 132)),
}
# Sand -> the colour that its dust gives to the sky, how much of it, and its horizon.
_DUSTS: dict[str, tuple[RGB, float, str]] = {
    "gold": ((74, 138, 198), 0.0, "mesas"),
    "rose": ((112, 146, 206), 0.45, "dunes"),
    "ember": ((170, 112, 96), 0.55, "towers"),
    "ivory": ((56, 136, 214), 0.40, "dunes"),
    "slate": ((112, 130, 158), 0.60, "peaks"),
    "copper": ((70, 152, 166), 0.50, "towers"),
    "olive": ((128, 168, 160), 0.50, "peaks"),
    "violet": ((112, 96, 182), 0.50, "mesas"),
}
_MESAS = ((216, 188, 192), (252, 220, 190), (240, 214, 196)), (
    (214, 154, 144), (253, 212, 180), (244, 190, 158),
)  # fmt: skip


@lru_cache(maxsize=64)
def air_of(look: Look) -> Air:
    """The air of a look."""
    dust, much, horizon = _DUSTS[look.sand]
    tones, sky = tones_of(look), _SKIES[look.hour]
    sun, radius, glow, cloud = _SUNS[look.hour]
    fades = (1.0, 0.9, 0.65, 0.3, 0.1)  # dust colours the zenith; the horizon takes the haze
    dusty = tuple(
        blend(colour, dust, much * share) for colour, share in zip(sky, fades, strict=True)
    )
    if look.sand == "gold" and look.hour == "morning":
        far, near = _MESAS
    else:
        hazes = (0.0, 0.0, 0.25, 0.62, 0.85)
        dusty = tuple(blend(c, tones.haze, share) for c, share in zip(dusty, hazes, strict=True))
        rock = blend(tones.middle, tones.shade, 0.25)
        far, near = (
            (blend(rock, veil, away), veil, blend(tones.sunny, veil, away))
            for away, veil in ((0.74, tones.haze), (0.5, tones.haze))
        )
    return Air(_LIGHTS[look.hour], dusty, sun, radius, glow, cloud, horizon, far, near)
