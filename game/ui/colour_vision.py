"""How colours look to people who lack one kind of cone; for tests and for designing.

Matrices for full severity (1.0) from G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
"A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
Visualization and Computer Graphics 15 (6), 2009. They act on linear RGB.
"""

import math
from typing import Literal

import numpy as np
import pygame

from game.ui.theme import Colour

Deficiency = Literal["protanopia", "deuteranopia", "tritanopia"]

_ROWS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
MATRICES = {name: np.array(rows) for name, rows in _ROWS.items()}
DEFICIENCIES: tuple[Deficiency, ...] = ("protanopia", "deuteranopia", "tritanopia")

# Linear sRGB to CIE XYZ under D65 (IEC 61966-2-1), and XYZ of white.
_XYZ = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))
_WHITE = _XYZ.sum(axis=1)


def linear(colours: np.ndarray) -> np.ndarray:
    """sRGB 0..255 of any shape (..., 3) as linear light 0..1 (IEC 61966-2-1)."""
    share = np.asarray(colours, dtype=float) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def encoded(light: np.ndarray) -> np.ndarray:
    """Linear light 0..1 as sRGB 0..255, the inverse of `linear`."""
    light = np.clip(light, 0.0, 1.0)
    share = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return share * 255


def seen_by(deficiency: Deficiency, colours: np.ndarray) -> np.ndarray:
    """sRGB 0..255 of shape (..., 3) as seen without one kind of cone."""
    return encoded(linear(colours) @ MATRICES[deficiency].T)


def seen(deficiency: Deficiency, colour: Colour) -> Colour:
    """One colour as seen without one kind of cone."""
    r, g, b = np.rint(seen_by(deficiency, np.array(colour))).astype(int).tolist()
    return (r, g, b)


def simulated(surface: pygame.Surface, deficiency: Deficiency) -> pygame.Surface:
    """A whole picture as seen without one kind of cone, to look at."""
    pixels = pygame.surfarray.array3d(surface)
    return pygame.surfarray.make_surface(np.rint(seen_by(deficiency, pixels)).astype(np.uint8))


def lab(colour: Colour) -> np.ndarray:
    """CIE L*a*b* under D65."""
    ratio = (_XYZ @ linear(np.array(colour))) / _WHITE
    bent = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    x, y, z = bent
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))


def difference(one: Colour, other: Colour) -> float:
    """CIE 1976 colour difference; about 2.3 can just be seen side by side."""
    return math.dist(lab(one), lab(other))
