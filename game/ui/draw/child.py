"""The child on the dune: every pose from every side, drawn when first needed and kept."""

import math
from dataclasses import replace

import numpy as np

from game.ui.draw import child_body, child_hair, child_hats, child_props
from game.ui.draw.child_head import Skull, face, skull
from game.ui.draw.child_poses import POSES
from game.ui.draw.child_rig import Bones, Pose, View, solve
from game.ui.draw.figure import FIGURES, Figure
from game.ui.draw.paint import Board, Colour, Point, Sprite, SpriteCache, shaded
from game.ui.draw.soft import alpha_of, blurred, cast, tinted

EAST, SOUTH_EAST, SOUTH, SOUTH_WEST, WEST, NORTH_WEST, NORTH, NORTH_EAST = range(8)
SHADOW: Colour = (70, 28, 58)
RIM: Colour = (255, 246, 218)
_BOX = (-66, -124, 66, 26)
_YAW = {EAST: 1.17, SOUTH_EAST: 0.58, SOUTH: 0.0, NORTH_EAST: 2.36, NORTH: math.pi}
_MIRRORED = {WEST: EAST, SOUTH_WEST: SOUTH_EAST, NORTH_WEST: NORTH_EAST}
_RIM_ALPHA = 0.42
_LEANS, _LEAN_MOST = 4, 0.32  # steps to each side, and radians of the last


def facing_of(east: float, south: float) -> int:
    """Which of the 8 ways (0 = east, clockwise on the canvas) a move on the ground goes."""
    return round(math.atan2(south, east) / (math.pi / 4)) % 8


def quantised(vector: Point) -> tuple[int, int]:
    """A scarf's vector in units as (direction in 24ths, strength in 5 units), for the cache."""
    strength = round(min(math.hypot(*vector), 50.0) / 5)
    if strength == 0:
        return (0, 0)
    return (round(math.atan2(vector[1], vector[0]) / math.tau * 24) % 24, strength)


class ChildArt:
    """Draws one child. `scale` 1.0 suits a canvas of 1280 x 720: about 80 pixels tall."""

    def __init__(
        self,
        figure: Figure = FIGURES[0],
        scale: float = 1.0,
        cache_bytes: int = 12 << 20,
        sun_in_east: bool = False,
    ):
        """`sun_in_east` lays the shadow to the left."""
        self._sun_in_east = sun_in_east
        self.figure = figure
        self.scale = scale
        self.cache = SpriteCache(cache_bytes)
        self._board = Board(_BOX, scale)

    def frame(
        self,
        pose: str,
        facing: int,
        phase: float,
        lean: float = 0.0,
        scarf: Point = (0.0, 0.0),
    ) -> Sprite:
        """The child in `pose` at `phase` (0..1, wraps), looking in one of 8 ways (`facing_of`).

        `lean`: radians that it leans to the right of the canvas. `scarf`: where the tip of the
        scarf is blown, pixels. All are rounded to a few steps. Raises KeyError for other poses.
        """
        count = POSES[pose][1]
        moment = int((phase % 1.0) * count)
        lean_step = round(max(-1.0, min(1.0, lean / _LEAN_MOST)) * _LEANS)
        way, strength = quantised((scarf[0] / self.scale, scarf[1] / self.scale))
        key = (pose, facing % 8, moment, lean_step, way, strength)
        return self.cache.get(key, lambda: self._render(*key))

    def shadow(self, sprite: Sprite) -> Sprite:
        """The long soft shadow of a frame, away from the sun; its anchor is at the feet too."""
        return self.cache.get(("shadow", sprite.key), lambda: self._cast(sprite))

    def outline(self, sprite: Sprite):
        """A bright silhouette of a frame, same size and anchor, for a child behind a dune."""
        return self.cache.get(("outline", sprite.key), lambda: self._ghost(sprite)).surface

    def _render(self, pose: str, facing: int, moment: int, lean: int, way: int, strength: int):
        key = (pose, facing, moment, lean, way, strength)
        flip = facing in _MIRRORED
        side = -1 if flip else 1
        make, count = POSES[pose]
        phase = (moment + 0.5) / count
        angle = way / 24 * math.tau
        blown = (strength * 5 * math.cos(angle) * side, strength * 5 * math.sin(angle))
        board = self._board
        board.reset()
        view = View(_YAW[_MIRRORED.get(facing, facing)])
        slant = math.tan(lean / _LEANS * _LEAN_MOST * side)
        draw_child(board, self.figure, make(phase), view, phase, slant, blown, side)
        return replace(self._rimmed(board.finish(4, flip)), key=key)

    def _rimmed(self, sprite: Sprite) -> Sprite:
        """The sprite in a faint rim of light, by which it reads in the dark hollows too."""
        near = np.clip(2.2 * blurred(alpha_of(sprite.surface), max(1, round(self.scale))), 0, 1)
        rim = tinted(_RIM_ALPHA * near, RIM)
        rim.blit(sprite.surface, (0, 0))
        return replace(sprite, surface=rim)

    def _cast(self, sprite: Sprite) -> Sprite:
        solid, (foot, y) = alpha_of(sprite.surface), sprite.anchor
        if self._sun_in_east:
            solid, foot = solid[::-1], len(solid) - 1 - foot
        alpha, (x, y) = cast(solid, (foot, y), 0.86, 0.27, 0.0)
        margin = math.ceil(4 * self.scale)
        alpha = blurred(np.pad(alpha, margin), max(1, round(1.3 * self.scale)))
        reach = np.linspace(0.62, 0.30, alpha.shape[0], dtype=np.float32)[:, None]
        alpha, x = alpha * reach, x + margin
        if self._sun_in_east:
            alpha, x = alpha[::-1], len(alpha) - 1 - x
        return Sprite(tinted(alpha, SHADOW), (x, y + margin))

    def _ghost(self, sprite: Sprite) -> Sprite:
        solid = alpha_of(sprite.surface)
        soft = np.clip(blurred(solid, max(1, round(1.2 * self.scale))), 0, 1)
        ring = np.clip(5 * soft * (1 - soft) ** 1.5 * (1.3 - solid), 0, 1)
        return Sprite(tinted(np.maximum(ring, 0.16 * solid), RIM), sprite.anchor)


def draw_child(
    board: Board,
    figure: Figure,
    pose: Pose,
    view: View,
    phase: float,
    slant: float,
    blown: Point,
    light: int,
) -> None:
    """Draw a posed child on a board, seen from its right side or from front or back."""
    start = board.sheared(slant)
    board.turned((0, 0), 0.0, (1 + pose.squash, 1 - pose.squash))
    mirror = 1.0 if math.sin(view.yaw) > -0.1 else -1.0
    child_props.bits(board, pose, mirror, child_props.BEHIND)
    ground = board.moved(0, -pose.lift)
    _figure(board, figure, pose, view, phase, slant, blown, light)
    board.restore(ground)
    child_props.bits(board, pose, mirror, child_props.BEFORE)
    board.restore(start)


def _figure(
    board: Board,
    figure: Figure,
    pose: Pose,
    view: View,
    phase: float,
    slant: float,
    blown: Point,
    light: int,
) -> None:
    """The child itself, from what lies behind to what lies before."""
    bones = solve(pose, view)
    behind, tails = _scarf(pose, view, bones, blown, phase)
    if behind:
        _tails(board, figure, tails)
    ball = Skull(view.yaw, light)
    sway = -0.9 * math.sin(view.yaw) * (pose.pitch * 3 + 0.4) + 0.8 * math.sin(4 * math.pi * phase)
    raised = _at_head(board, pose, bones, view, slant)
    child_hair.behind(board, figure, ball, sway)
    board.restore(raised)
    _lower(board, figure, pose, bones, view, light)
    child_body.scarf_wrap(board, figure, bones.neck[:2], view, light)
    if not behind:
        _tails(board, figure, tails)
    _at_head(board, pose, bones, view, slant)
    _head(board, figure, pose, view, ball, sway)
    board.restore(raised)
    if figure.hat == "hijab":  # its folds hang down to the neck; the scarf goes over them
        child_body.scarf_wrap(board, figure, bones.neck[:2], view, light)
    for side in _by_depth(bones.hands):
        if _over_head(bones, side):
            child_body.arm(board, figure, bones, side, 0.0)


def _by_depth(spots: tuple) -> list[int]:
    return sorted((0, 1), key=lambda side: spots[side][2])


def _over_head(bones: Bones, side: int) -> bool:
    hand = bones.hands[side]
    return hand[1] < bones.neck[1] - 4 and hand[2] > -1.5


def _lower(board: Board, figure: Figure, pose: Pose, bones: Bones, view: View, light: int) -> None:
    """Everything below the neck but the scarf."""
    edge_on = abs(math.sin(view.yaw))
    far, near = _by_depth(bones.shoulders)
    dims = {far: 0.16 * edge_on, near: 0.0}
    hidden = {side: bones.hands[side][2] < bones.neck[2] - 1.0 for side in (far, near)}
    for side in (far, near):
        if hidden[side] and not _over_head(bones, side):
            child_body.arm(board, figure, bones, side, dims[side])
    for side in (far, near):
        child_body.leg(board, figure, bones, side, dims[side])
    if pose.spade is not None and math.cos(view.yaw) < -0.2:
        child_props.spade(board, bones, pose, view)
    child_body.tunic(board, figure, bones, view, light)
    if pose.spade is not None and math.cos(view.yaw) >= -0.2:
        child_props.spade(board, bones, pose, view)
    for side in (far, near):
        if not hidden[side] and not _over_head(bones, side):
            child_body.arm(board, figure, bones, side, dims[side])


def _scarf(pose: Pose, view: View, bones: Bones, blown: Point, phase: float) -> tuple:
    """(is it behind the body, its two middle lines)."""
    s, c = math.sin(view.yaw), math.cos(view.yaw)
    own_x, own_y = pose.scarf
    vector = (blown[0] + own_x * s, blown[1] + own_y + own_x * 0.3 * c)
    # the knot sits behind the left shoulder
    knot = (bones.neck[0] - 4.5 * s + 5.0 * c, bones.neck[1] + 1.2 - 1.0 * c)
    lines = [
        child_body.scarf_line(knot, (vector[0] * 0.9, vector[1] * 0.9 + 3), phase + 0.2, 0.68),
        child_body.scarf_line(knot, vector, phase),
    ]
    nearness = -4.0 * c + 0.25 * vector[1]
    return (nearness < 0.5, lines)


def _tails(board: Board, figure: Figure, tails: list[list[Point]]) -> None:
    under, over = tails
    child_body.scarf_tail(board, shaded(figure.scarf, 0.22), under, 4.6)
    child_body.scarf_tail(board, figure.scarf, over, 5.4)


def _at_head(board: Board, pose: Pose, bones: Bones, view: View, slant: float) -> tuple:
    """Move the board to the middle of the tilted head; gives the old frame back."""
    s, c = math.sin(view.yaw), math.cos(view.yaw)
    angle = (pose.pitch * 0.55 + pose.nod) * s - (pose.tilt + pose.roll * 0.5) * c - slant * 0.4
    frame = board.moved(bones.head[0], bones.head[1] + 3.0 * pose.nod * c)
    board.turned((0, 4), angle)
    return frame


def _head(board: Board, figure: Figure, pose: Pose, view: View, ball: Skull, sway: float) -> None:
    s, c = math.sin(view.yaw), math.cos(view.yaw)
    child_hats.hat_behind(board, figure, ball, sway)
    skull(board, figure, ball)
    face(board, figure, pose, ball)
    child_hair.cap(board, figure, ball)
    child_hair.before(board, figure, ball, sway)
    if pose.hat_down and figure.hat in child_hats.LOOSE:
        board.moved(3.0 * s, (10.0 - 2.0 * abs(s)) * max(0.2, 0.5 + 0.5 * c))
    child_hats.hat(board, figure, ball, pose.hat, sway)
