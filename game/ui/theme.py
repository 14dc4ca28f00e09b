"""Colours, sizes and fonts of the whole game, scaled to the canvas in one place.

All numbers in the code are for a canvas 720 pixels high; `Theme.px` makes canvas pixels of them.
"""

from dataclasses import dataclass

Colour = tuple[int, int, int]
Translucent = tuple[int, int, int, int]

# Canvases less wide than 16:9 scale by their width once rows would no longer fit beside each other.
_HEIGHT, _NARROWEST = 720, 1152


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0..1) of `other` in it."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(one, other, strict=True))
    return (r, g, b)


def luminance(colour: Colour) -> float:
    """Relative luminance, 0..1, as WCAG 2.1 defines it."""
    parts = [c / 255 for c in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio 1..21 as WCAG 2.1 defines it; 4.5 is enough for text."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True)
class Palette:
    """Every colour of the interface by its use."""

    ink: Colour = (46, 24, 50)
    cream: Colour = (255, 247, 234)
    white: Colour = (255, 255, 255)
    quiet: Colour = (214, 194, 208)
    panel: Translucent = (54, 30, 54, 226)
    paper: Translucent = (253, 247, 238, 250)
    track: Colour = (98, 70, 106)
    notch: Colour = (142, 112, 150)
    spent: Colour = (108, 80, 112)
    orange: Colour = (255, 184, 84)
    green: Colour = (138, 224, 146)
    blue: Colour = (126, 216, 255)
    violet: Colour = (228, 140, 255)
    yellow: Colour = (255, 236, 146)
    rose: Colour = (255, 150, 140)
    grey: Colour = (150, 128, 150)
    water: Colour = (96, 200, 255)
    focus: Colour = (255, 244, 120)
    shadow: Translucent = (30, 10, 26, 90)

    @property
    def panel_solid(self) -> Colour:
        """The panel's colour as if it covered all: what text on it is measured against."""
        return self.panel[:3]


DUSK = Palette()
HIGH_CONTRAST = Palette(
    ink=(0, 0, 0),
    cream=(255, 255, 255),
    quiet=(255, 255, 255),
    panel=(0, 0, 0, 255),
    paper=(255, 255, 255, 255),
    track=(70, 70, 70),
    notch=(200, 200, 200),
    spent=(110, 110, 110),
    grey=(170, 170, 170),
    focus=(255, 255, 0),
)


@dataclass(frozen=True)
class TextSizes:
    """Heights of letters in design pixels; `floor` is the smallest that is ever drawn."""

    title: int = 30
    heading: int = 25
    button: int = 23
    body: int = 20
    value: int = 20
    hint: int = 15
    floor: int = 13


class Theme:
    """Sizes and colours for one canvas (width, height in pixels) and one size of text (1..2)."""

    def __init__(
        self,
        canvas: tuple[int, int] = (1280, 720),
        text_scale: float = 1.0,
        palette: Palette = DUSK,
    ) -> None:
        self.canvas = canvas
        self.text_scale = text_scale
        self.palette = palette
        self.sizes = TextSizes()
        self.unit = min(canvas[1] / _HEIGHT, canvas[0] / _NARROWEST)

    def px(self, design: float) -> int:
        """Canvas pixels of `design` pixels; never 0 for what is above 0."""
        return max(1, round(design * self.unit)) if design > 0 else round(design * self.unit)

    def text_px(self, design: float) -> int:
        """Height in canvas pixels of letters of `design` pixels, with the player's text size."""
        return max(1, round(design * self.unit * self.text_scale))

    @property
    def floor_px(self) -> int:
        """The smallest letters, in canvas pixels; text that needs smaller ones does not fit."""
        return self.px(self.sizes.floor)
