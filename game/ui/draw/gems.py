"""Gems: faceted stones that turn, catch the light and float over the sand."""

import math
from functools import lru_cache

import numpy as np
import pygame

from game.ui.draw.gem_cuts import CUTS, Cut
from game.ui.draw.paint import Board, Colour, Point, Sprite, SpriteCache, lit, mix, oval, smooth
from game.ui.draw.soft import glow, tinted
from game.ui.draw.sparkle import Burst, draw_star

__all__ = ["KINDS", "RAREST", "Burst", "draw_gem", "gem_colour", "gem_sprite", "kind_name"]

RAREST = "diamond"
KINDS = (RAREST, "emerald", "amethyst", "amber", "ruby", "topaz", "pearl", "garnet", "opal")
PHASES = 32
_SIZE, _RAREST_SIZE = 27.0, 42.0  # pixels tall at scale 1
_PERIOD_MS, _FLOAT_MS = 5200.0, 2600.0
_SUN = np.array([-0.50, 0.66, 0.56])
_PEARL: Colour = (250, 240, 236)
_GLINTS = ((-0.46, -0.34, 0.0, 1.0), (0.50, -0.12, 0.36, 0.8), (0.06, 0.42, 0.68, 0.7))
_cache = SpriteCache(6 << 20)


def kind_name(kind: int | str) -> str:
    """A kind by its name, or by its number: 0 is the rarest, others take turns."""
    if isinstance(kind, str):
        return kind
    return RAREST if kind == 0 else KINDS[1 + (kind - 1) % (len(KINDS) - 1)]


def gem_colour(kind: int | str) -> Colour:
    """The colour that a kind is known by."""
    name = kind_name(kind)
    return _PEARL if name == "pearl" else CUTS[name].tones[2]


def gem_sprite(kind: int | str, size_px: int, phase: float) -> Sprite:
    """A gem `size_px` tall with its glow, at `phase` (0..1, wraps) of its turn.

    The anchor is the middle of the stone. Raises KeyError for an unknown kind.
    """
    key = (kind_name(kind), size_px, int(phase % 1.0 * PHASES))
    return _cache.get(key, lambda: _render(*key))


def draw_gem(
    surface: pygame.Surface,
    pixel: Point,
    kind: int | str,
    scale: float,
    time_ms: float,
    collected: bool = False,
) -> None:
    """Draw a gem floating over the place at `pixel`; where it was taken, a ring of sand is left."""
    name = kind_name(kind)
    if collected:
        _cache.get(("ring", scale), lambda: _sand_ring(scale)).draw(surface, pixel)
        return
    size = (_RAREST_SIZE if name == RAREST else _SIZE) * scale
    bob = math.sin(math.tau * time_ms / _FLOAT_MS)
    key = ("shade", round(size), round(2 * bob))
    _cache.get(key, lambda: _shade(size * (0.40 - 0.03 * bob))).draw(surface, pixel)
    middle = (pixel[0], pixel[1] - size * (0.66 + 0.05 * bob))
    gem_sprite(name, round(size), time_ms / _PERIOD_MS).draw(surface, middle)


def _render(name: str, size_px: int, moment: int) -> Sprite:
    phase = moment / PHASES
    half = size_px / 2
    reach = math.ceil(half * (2.5 if name == RAREST else 2.0))
    sprite = pygame.Surface((2 * reach, 2 * reach), pygame.SRCALPHA)
    halo = _rays(reach, phase) if name == RAREST else glow(reach, lit(gem_colour(name), 0.5), 0.42)
    sprite.blit(halo, halo.get_rect(center=(reach, reach)))
    board = Board((-reach, -reach, reach, reach), 1.0, 6 if size_px < 40 else 4)
    if name == "pearl":
        _pearl(board, half, phase)
    else:
        _stone(board, name, half, phase)
    stone = board.finish(1)
    stone.draw(sprite, (reach, reach))
    for x, y, shift, strength in _GLINTS:
        shine = max(0.0, math.sin(math.tau * (2 * phase + shift))) ** 3
        if shine > 0.08:
            spot = (reach + x * half, reach + y * half)
            arm = half * (0.62 if name == RAREST else 0.55) * strength
            draw_star(sprite, spot, arm * (0.4 + 0.6 * shine), (255, 255, 255), shine)
    return Sprite(sprite, (reach, reach))


@lru_cache(maxsize=16)
def _solid(name: str) -> tuple[list[np.ndarray], np.ndarray]:
    """The facets of a cut, (corners, 3) each, and which way each looks, (facets, 3)."""
    cut = CUTS[name]
    facets = [np.array(facet) for facet in cut.facets]
    centre = np.array([0.0, 0.0, 0.0 if cut.spins else -0.8])
    normals = np.array([np.cross(f[1] - f[0], f[2] - f[0]) for f in facets])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    outward = [float(n @ (f.mean(axis=0) - centre)) for n, f in zip(normals, facets, strict=True)]
    return facets, normals * np.where(np.array(outward) < 0, -1.0, 1.0)[:, None]


def _turn(cut: Cut, phase: float) -> np.ndarray:
    """The rotation (3, 3) of a cut at `phase`, to be multiplied from the right."""
    yaw = phase * math.tau / 4 if cut.spins else 0.42 * math.sin(math.tau * phase)
    s, c = math.sin(yaw), math.cos(yaw)
    ts, tc = math.sin(cut.tip), math.cos(cut.tip)
    turn = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    bow = np.array([[1, 0, 0], [0, tc, -ts], [0, ts, tc]])
    return (bow @ turn).T


def _rim(cut: Cut, facets: list[np.ndarray]) -> list[Point]:
    """The outline of turned facets: of a slab its edge, of others the hull of all corners."""
    if not cut.spins:
        edge = len(cut.facets[-1])
        return [(float(f[0][0]), -float(f[0][1])) for f in facets[:edge]]
    corners = sorted({(float(x), -float(y)) for f in facets for x, y, _ in f})
    hull: list[Point] = []
    for way in (corners, corners[::-1]):
        start = len(hull)
        for point in way:
            while len(hull) >= start + 2 and _bends_in(hull[-2], hull[-1], point):
                hull.pop()
            hull.append(point)
        hull.pop()
    return hull


def _bends_in(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0


def _stone(board: Board, name: str, half: float, phase: float) -> None:
    """All facets, from the back to the front, each in the tone that the light gives it."""
    cut, turn = CUTS[name], _turn(CUTS[name], phase)
    plain, normals = _solid(name)
    facets, normals = [(facet @ turn) * half for facet in plain], normals @ turn
    line = max(0.7, half * 0.055)
    dark = mix(cut.tones[0], (40, 14, 40), 0.55)
    rim = _rim(cut, facets)
    for extra, tone in ((max(1.2, half * 0.10), (255, 252, 244)), (0.0, dark)):
        board.stroke([*rim, rim[0]], 2 * line + extra, tone)
    edge = lit(cut.tones[2], 0.25)
    for index in np.argsort(normals[:, 2], kind="stable").tolist():
        points = [(x, -y) for x, y, _ in facets[index].tolist()]
        board.shape(points, _tone(cut, index, normals[index], phase))
        board.shape(points, None, half * 0.015, edge)


def _tone(cut: Cut, index: int, normal: np.ndarray, phase: float) -> Colour:
    """The colour of a facet: lit by the sun, with the flash of the stone's inside."""
    sun = float(normal @ _SUN)
    flash = math.sin(math.tau * (index * 0.381966 + 2 * phase))
    mirror = max(0.0, 2 * sun * float(normal[2]) - float(_SUN[2])) ** 6
    value = 0.46 + 0.40 * sun + 0.20 * flash + 0.5 * mirror
    place = min(max(value, 0.0), 0.999) * (len(cut.tones) - 1)
    tone = mix(cut.tones[int(place)], cut.tones[int(place) + 1], place % 1)
    if cut.fire:
        hue = (index * 0.6180 + phase * 2) % len(cut.fire)
        nearer = mix(cut.fire[int(hue)], cut.fire[(int(hue) + 1) % len(cut.fire)], hue % 1)
        tone = mix(tone, nearer, 0.55)
    return tone


def _pearl(board: Board, half: float, phase: float) -> None:
    """A pearl in an open shell."""
    line, dark = max(0.7, half * 0.055), (92, 48, 78)
    ribs = 7
    fan: list[Point] = []
    for k in range(ribs * 2 + 1):
        angle = math.pi * k / (ribs * 2)
        far = half * (1.06 if k % 2 else 0.94)
        fan.append((far * math.cos(angle), half * 0.02 + far * math.sin(angle) * 0.95))
    shell = [*smooth(fan, 3, False), (-half * 0.25, -half * 0.05), (half * 0.25, -half * 0.05)]
    board.shape(shell, (255, 252, 244), line * 2.0, (255, 252, 244))
    board.shape(shell, (236, 146, 160), line, dark)
    for k in range(1, ribs * 2, 2):
        angle = math.pi * k / (ribs * 2)
        end = (half * 0.92 * math.cos(angle), half * 0.88 * math.sin(angle))
        board.stroke([(0, half * 0.1), end], half * 0.07, (255, 194, 196))
    ball, radius = (0.0, -half * 0.36), half * 0.60
    board.disc(ball, radius + line, (255, 252, 244), line, (255, 252, 244))
    board.disc(ball, radius, (206, 180, 206), line * 0.8, dark)
    sheen = 0.5 + 0.5 * math.sin(math.tau * phase)
    tones = (mix((226, 200, 226), (190, 216, 226), sheen), (244, 228, 234), (255, 250, 244))
    for step, tone in enumerate(tones, start=1):
        shift = radius * 0.09 * step
        centre = (ball[0] - shift, ball[1] - shift * 1.1)
        board.shape(
            oval(centre, radius * (1.02 - 0.15 * step), radius * (1.02 - 0.16 * step)), tone
        )
    board.disc((ball[0] - radius * 0.38, ball[1] - radius * 0.42), radius * 0.17, (255, 255, 255))


def _rays(reach: int, phase: float) -> pygame.Surface:
    """The glow of the rarest gem, with soft rays that turn."""
    side = np.arange(2 * reach + 1, dtype=np.float32) - reach
    x, y = side[:, None] / reach, side[None, :] / reach
    away = np.sqrt(x * x + y * y)
    angle = np.arctan2(y, x)
    beams = (0.5 + 0.5 * np.cos(8 * angle + math.tau * phase)) ** 3
    beams = beams * (0.7 + 0.3 * np.cos(3 * angle - math.tau * phase))
    fall = np.clip(1 - away, 0, 1)
    return tinted(0.70 * fall**1.5 + 0.55 * beams * fall**1.2, (190, 240, 255))


def _shade(radius: float) -> Sprite:
    """The shadow of a floating gem on the ground."""
    picture = glow(max(2, round(radius * 1.5)), (58, 22, 48), 0.85, 0.42)
    return Sprite(picture, (picture.get_width() // 2, picture.get_height() // 2))


def _sand_ring(scale: float) -> Sprite:
    """What is left where a gem was taken: a shallow dimple with a lit rim."""
    board = Board((-20, -12, 20, 12), scale)
    board.shape(oval((0.8, 0.8), 13.0, 5.9), (255, 238, 200))
    board.shape(oval((0, 0), 13.0, 5.9), (126, 74, 62))
    board.shape(oval((0.6, 0.8), 10.6, 4.5), (188, 122, 82))
    ring = board.finish(2)
    ring.surface.set_alpha(120)
    return ring
