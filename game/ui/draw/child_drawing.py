"""The whole child on a board, from what lies behind to what lies before."""

import math

from game.ui.draw import child_body, child_hair, child_hats, child_props
from game.ui.draw.child_head import Skull, face, skull
from game.ui.draw.child_rig import Bones, Pose, View, solve
from game.ui.draw.figure import Figure
from game.ui.draw.paint import Board, Point, shaded


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
