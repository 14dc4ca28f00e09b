"""A palm with its shade and a rock: where the child rests on the title. Units as in `paint`."""

import math

import numpy as np
import pygame

from game.ui.draw.child_moves import ease
from game.ui.draw.paint import Board, Colour, Point, Sprite, SpriteCache, mix, smooth
from game.ui.draw.soft import alpha_of, blurred, tinted

SWAYS = 16  # pictures of the crown in one turn of its swaying
TOP: Point = (46.0, -262.0)  # the crown's middle, from the foot of the trunk
_SHADE: Colour = (84, 36, 66)
_LEAF: Colour = (74, 148, 92)
_DEEP: Colour = (34, 92, 82)
_SUNNY: Colour = (164, 206, 104)
_INK: Colour = (46, 30, 48)
_BARK: Colour = (170, 110, 74)
_BARK_LIT: Colour = (226, 166, 110)
_BARK_DARK: Colour = (108, 60, 58)
# Fronds from the back to the front: (radians from east, clockwise; length; how much it hangs).
_FRONDS = (
    (-2.45, 92, 0.5), (-0.62, 100, 0.5), (-1.75, 84, 0.25), (-1.2, 88, 0.3), (0.25, 118, 0.9),
    (2.9, 118, 0.9), (-2.95, 122, 0.75), (-0.12, 126, 0.75), (0.85, 92, 1.0), (2.3, 92, 1.0),
)  # fmt: skip


class Oasis:
    """Draws the palm, its swaying crown, its shade and the rock at `scale`."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._cache = SpriteCache(10 << 20)

    def draw_shade(self, surface: pygame.Surface, foot: Point) -> None:
        """The shadow on the sand, to the lower right of the trunk."""
        self._cache.get("shade", self._make_shade).draw(surface, foot)

    def draw(self, surface: pygame.Surface, foot: Point, turn: float) -> None:
        """The palm with its foot at a pixel; `turn` 0..1 is where its crown is in its swaying."""
        self._cache.get("trunk", self._make_trunk).draw(surface, foot)
        moment = int(turn % 1.0 * SWAYS)
        crown = self._cache.get(("crown", moment), lambda: self._make_crown(moment / SWAYS))
        top = (foot[0] + TOP[0] * self._scale, foot[1] + TOP[1] * self._scale)
        crown.draw(surface, top)

    def draw_rock(self, surface: pygame.Surface, foot: Point) -> None:
        """A rock to lean on."""
        self._cache.get("rock", self._make_rock).draw(surface, foot)

    def _make_trunk(self) -> Sprite:
        board = Board((-40, -280, 90, 30), self._scale, 3)
        spine = [_spine(k / 16) for k in range(17)]
        radii = [11.5 - 5.2 * (k / 16) ** 0.6 + (3.0 if k == 0 else 0.0) for k in range(17)]
        board.limb(spine, radii, _BARK, 2.0, _INK)
        lit = [(x - 0.34 * r, y) for (x, y), r in zip(spine, radii, strict=True)]
        board.limb(lit, [0.42 * r for r in radii], _BARK_LIT)
        dark = [(x + 0.52 * r, y) for (x, y), r in zip(spine, radii, strict=True)]
        board.limb(dark, [0.40 * r for r in radii], mix(_BARK, _BARK_DARK, 0.6))
        for k in range(1, 16):  # the scars of old leaves
            (x, y), r = spine[k], radii[k]
            ring = [(x - r, y + 1.0), (x - 0.4 * r, y + 3.4), (x + 0.4 * r, y + 3.2), (x + r, y)]
            board.stroke(ring, 1.5, _BARK_DARK)
        for x, tall in ((-15, 12), (-9, 18), (12, 16), (18, 10), (5, 11)):  # grass at its foot
            blade = [(x - 2.2, 6), (x + 2.2, 6), (x + 0.35 * x, 6 - tall)]
            board.shape(blade, mix(_LEAF, _SUNNY, 0.3), 1.0, _INK)
        return board.finish(1)

    def _make_crown(self, turn: float) -> Sprite:
        board = Board((-150, -112, 150, 120), self._scale, 2)
        for at, (angle, length, hang) in enumerate(_FRONDS):
            wind = math.sin(math.tau * turn + at * 0.9)
            back = at < 4
            tone = mix(_LEAF, _DEEP, 0.55 if back else 0.12 * (at % 3))
            _frond(board, angle + 0.035 * wind, length * (1 + 0.012 * wind), hang, tone)
        for x, y in ((-5.5, 5.5), (5.0, 6.5), (0.0, 9.5)):
            board.disc((x, y), 5.2, (150, 84, 58), 1.4, _INK)
            board.disc((x - 1.4, y - 1.6), 1.7, (206, 136, 90))
        return board.finish(1)

    def _make_shade(self) -> Sprite:
        """The crown lies flat and soft on the sand, the trunk is a band that leads there."""
        s = self._scale / 2  # it is soft: half the pixels are enough
        crown = Oasis(s)._make_crown(0.0).surface
        wide, tall = crown.get_size()
        flat = alpha_of(pygame.transform.smoothscale(crown, (wide, round(tall * 0.34))))
        x, y = round(196 * s), round(60 * s)
        size = (x + wide // 2 + round(30 * s), y + flat.shape[1] // 2 + round(24 * s))
        board = np.zeros(size, np.float32)
        left, top = x - wide // 2, y - flat.shape[1] // 2
        board[left : left + wide, top : top + flat.shape[1]] = flat
        for k in range(120):
            share = k / 119
            cx, cy = 12 * s + share * (x - 12 * s), 14 * s + share * (y - 14 * s)
            r = (9.0 - 3.5 * share) * s
            x0, x1, y0, y1 = int(cx - r), int(cx + r) + 1, int(cy - r * 0.5), int(cy + r * 0.5) + 1
            board[max(x0, 0) : x1, max(y0, 0) : y1] = 1.0
        soft = np.clip(1.35 * blurred(board, max(1, round(4 * s)), 2), 0, 1)
        small = tinted(0.52 * soft, _SHADE)
        large = pygame.transform.smoothscale(small, (size[0] * 2, size[1] * 2))
        return Sprite(large, (round(24 * s), round(28 * s)))

    def _make_rock(self) -> Sprite:
        board = Board((-64, -70, 64, 20), self._scale, 3)
        body = smooth(
            [(-46, 4), (-50, -18), (-34, -44), (-8, -56), (22, -46), (42, -22), (46, 4), (0, 10)], 4
        )
        board.shape(body, (188, 118, 92), 2.0, _INK)
        board.shape([(-44, -16), (-32, -41), (-8, -53), (0, -34), (-14, -14)], (238, 180, 130))
        board.shape([(0, -34), (-8, -53), (20, -45), (26, -24)], (214, 148, 108))
        board.shape([(26, -24), (38, -22), (43, 2), (10, 7), (8, -10)], (136, 76, 78))
        for crack in ([(-14, -14), (-10, -2), (-16, 4)], [(0, -34), (6, -20), (2, -10)]):
            board.stroke(crack, 1.4, (104, 58, 64))
        return board.finish(1)


def _spine(share: float) -> Point:
    """A point of the trunk's bend, `share` of the way up."""
    return (TOP[0] * share**1.7 + 5.0 * math.sin(math.pi * share), TOP[1] * share)


def _frond(board: Board, angle: float, length: float, hang: float, tone: Colour) -> None:
    """One feather leaf that rises from the middle and hangs at its end."""

    def on(share: float) -> Point:
        out = length * (share - 0.16 * hang * share * share)
        sag = length * hang * 0.62 * share**2.1
        return (
            math.cos(angle) * out,
            math.sin(angle) * out * 0.8 - 9 * ease(min(1, share * 3)) + sag,
        )

    count = 15
    rib = [on(k / count) for k in range(count + 1)]
    for ink in (True, False):
        for k in range(1, count + 1):
            (x0, y0), (x1, y1) = rib[k - 1], rib[k]
            east, south = x1 - x0, y1 - y0
            norm = max(1e-6, math.hypot(east, south))
            east, south = east / norm, south / norm
            share = k / count
            reach = length * 0.30 * math.sin(math.pi * min(0.97, 0.12 + 0.86 * share)) ** 0.8
            for side in (-1, 1):
                tip = (
                    x1 + (east * 0.75 - south * side * 0.8) * reach,
                    y1 + (south * 0.75 + east * side * 0.8) * reach + 0.20 * reach,
                )
                leaf = [(x0 - east * 2, y0 - south * 2), (x1 + east * 4, y1 + south * 4), tip]
                if ink:
                    board.shape(leaf, _INK, 1.3, _INK)
                else:
                    sunny = 0.55 * share if side * math.cos(angle) < 0 else 0.1
                    board.shape(leaf, mix(tone, _SUNNY, sunny))
    board.stroke(rib[:-1], 1.6, mix(tone, _SUNNY, 0.7))
