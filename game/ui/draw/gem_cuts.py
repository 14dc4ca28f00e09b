"""The cuts of gems: solids of flat facets, in a frame of about -1..1 (right, up, to the viewer)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.ui.draw.paint import Colour, Point

Corner = tuple[float, float, float]


@dataclass(frozen=True)
class Cut:
    """How one kind of gem is cut and coloured.

    `spins`: it turns all the way round; others rock to and fro. `tones` are its colours from the
    darkest facet to the brightest. `fire`: facets take hues of their own, as in an opal.
    """

    facets: tuple[tuple[Corner, ...], ...]
    tones: tuple[Colour, ...]
    spins: bool = False
    fire: tuple[Colour, ...] = ()
    tip: float = 0.16  # radians that its top is bent to the viewer


def _ring(count: int, radius: float, up: float, shift: float = 0.0) -> list[Corner]:
    angles = [math.tau * (k + shift) / count for k in range(count)]
    return [(radius * math.cos(a), up, radius * math.sin(a)) for a in angles]


def brilliant(count: int, table: float, crown: float, depth: float) -> list[tuple[Corner, ...]]:
    """The cut of a diamond: a flat table, a crown of triangles, a deep point below."""
    top = _ring(count, table, crown)
    middle = _ring(count, 0.80, crown * 0.45, 0.5)
    girdle = _ring(count, 1.0, 0.0)
    facets: list[tuple[Corner, ...]] = [tuple(top)]
    for k in range(count):
        after = (k + 1) % count
        facets.append((top[k], top[after], middle[k]))
        facets.append((top[after], middle[k], girdle[after], middle[after]))
        facets.append((middle[k], girdle[k], girdle[after]))
        facets.append((girdle[k], girdle[after], (0.0, -depth, 0.0)))
    return facets


def spindle(count: int, up: float, down: float, waist: float) -> list[tuple[Corner, ...]]:
    """Two pyramids, base to base."""
    girdle = _ring(count, waist, 0.0)
    pairs = [(girdle[k], girdle[(k + 1) % count]) for k in range(count)]
    ends: list[Corner] = [(0.0, up, 0.0), (0.0, -down, 0.0)]
    return [(a, b, end) for end in ends for a, b in pairs]


def slab(outline: Sequence[Point], steps: Sequence[tuple[float, float]]) -> list[tuple]:
    """A flat stone with stepped edges: `steps` are (share of the outline, height)."""
    rings: list[list[Corner]] = [[(x, y, 0.0) for x, y in outline]]
    rings += [[(x * share, y * share, high) for x, y in outline] for share, high in steps]
    count = len(outline)
    facets: list[tuple[Corner, ...]] = []
    for outer, inner in pairwise(rings):
        for k in range(count):
            after = (k + 1) % count
            facets.append((outer[k], outer[after], inner[after], inner[k]))
    facets.append(tuple(rings[-1]))
    return facets


def _polygon(count: int, shift: float = 0.0, wide: float = 1.0) -> list[Point]:
    angles = [math.tau * (k + shift) / count for k in range(count)]
    return [(wide * math.sin(a), math.cos(a)) for a in angles]


_HEART = [(0.0, 0.52), (0.30, 0.88), (0.70, 0.90), (0.99, 0.58), (0.92, 0.16), (0.55, -0.42),
          (0.0, -0.98), (-0.55, -0.42), (-0.92, 0.16), (-0.99, 0.58), (-0.70, 0.90),
          (-0.30, 0.88)]  # fmt: skip
_EMERALD = [(-0.42, 1.0), (0.42, 1.0), (0.76, 0.66), (0.76, -0.66), (0.42, -1.0), (-0.42, -1.0),
            (-0.76, -0.66), (-0.76, 0.66)]  # fmt: skip
_DROP = [(0.0, 1.08), (0.26, 0.55), (0.58, 0.08), (0.74, -0.34), (0.58, -0.74), (0.0, -0.98),
         (-0.58, -0.74), (-0.74, -0.34), (-0.58, 0.08), (-0.26, 0.55)]  # fmt: skip
_TRILLION = [(-0.98, 0.66), (0.0, 0.80), (0.98, 0.66), (0.60, -0.18), (0.0, -1.0), (-0.60, -0.18)]

CUTS: dict[str, Cut] = {
    "diamond": Cut(
        tuple(brilliant(8, 0.58, 0.46, 1.02)),
        ((12, 66, 150), (22, 112, 206), (40, 164, 245), (112, 218, 255), (214, 248, 255)),
        spins=True,
        tip=0.30,
    ),
    "emerald": Cut(
        tuple(slab(_EMERALD, ((0.74, 0.22), (0.48, 0.34)))),
        ((8, 82, 60), (18, 128, 80), (44, 178, 104), (122, 226, 150), (224, 255, 226)),
    ),
    "amethyst": Cut(
        tuple(slab(_polygon(6), ((0.80, 0.16), (0.50, 0.34)))),
        ((74, 30, 128), (116, 56, 184), (164, 92, 232), (212, 160, 255), (246, 230, 255)),
    ),
    "amber": Cut(
        tuple(spindle(4, 1.05, 1.05, 0.66)),
        ((148, 66, 10), (204, 108, 16), (246, 158, 38), (255, 206, 96), (255, 244, 206)),
        spins=True,
    ),
    "ruby": Cut(
        tuple(slab(_HEART, ((0.72, 0.26), (0.46, 0.36)))),
        ((120, 8, 40), (178, 20, 56), (228, 44, 78), (255, 128, 142), (255, 228, 228)),
    ),
    "topaz": Cut(
        tuple(slab(_polygon(14), ((0.78, 0.22), (0.48, 0.36)))),
        ((166, 122, 8), (214, 168, 20), (250, 214, 58), (255, 238, 136), (255, 252, 220)),
    ),
    "garnet": Cut(
        tuple(slab(_TRILLION, ((0.70, 0.24), (0.42, 0.34)))),
        ((132, 18, 92), (190, 40, 128), (240, 88, 170), (255, 162, 210), (255, 230, 246)),
    ),
    "opal": Cut(
        tuple(slab(_DROP, ((0.78, 0.24), (0.50, 0.38)))),
        ((112, 132, 160), (158, 180, 200), (206, 220, 228), (236, 242, 244), (255, 255, 255)),
        fire=((255, 160, 190), (130, 232, 214), (255, 226, 140), (150, 186, 255)),
    ),
}
