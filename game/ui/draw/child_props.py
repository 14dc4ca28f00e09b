"""What the child holds, and the bits that fly about it: sand, sweat, wind, sleep."""

import math

from game.ui.draw.child_rig import Bones, Pose, View
from game.ui.draw.paint import LINE, Board, Colour, smooth

EDGE = 0.85
STEEL: Colour = (190, 200, 212)
SAND: Colour = (244, 206, 140)
BEHIND, BEFORE = ("streak", "dust"), ("sand", "mound", "sweat", "z")


def spade(board: Board, bones: Bones, pose: Pose, view: View) -> None:
    """A small spade through both hands."""
    right, left = bones.hands
    angle = pose.spade or 0.0
    reach_x = math.cos(angle) * math.sin(view.yaw)
    reach_y = math.sin(angle) + 0.3 * math.cos(angle) * math.cos(view.yaw)
    grip = ((right[0] + left[0]) / 2, (right[1] + left[1]) / 2)
    end = (grip[0] + 12 * reach_x, grip[1] + 9.5 * reach_y)
    start = (grip[0] - 8 * reach_x, grip[1] - 8 * reach_y)
    board.limb([start, end], [1.1, 1.1], (176, 116, 62), 0.9)
    norm = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    ux, uy = (end[0] - start[0]) / norm, (end[1] - start[1]) / norm
    blade = [(end[0] + ux * a - uy * b, end[1] + uy * a + ux * b)
             for a, b in ((-1, -3.2), (3.5, -3.4), (8, 0), (3.5, 3.4), (-1, 3.2))]  # fmt: skip
    board.shape(blade, STEEL, EDGE)
    board.stroke([end, (end[0] + ux * 4, end[1] + uy * 4)], 0.9, (240, 246, 250))


def bits(board: Board, pose: Pose, mirror: float, kinds: tuple[str, ...]) -> None:
    """Sand, dust, drops of sweat, streaks of wind, and letters of sleep around the child."""
    for kind, x, y, size in pose.bits:
        x *= mirror
        if kind not in kinds:
            continue
        if kind == "sand":
            board.disc((x, y), size, SAND, 0.7, (150, 84, 58))
        elif kind == "mound":
            heap = [(x - 8, y), (x - 4, y - size), (x, y - size * 1.4), (x + 4, y - size * 0.9),
                    (x + 9, y), (x, y + 1.5)]  # fmt: skip
            board.shape(smooth(heap), SAND, 0.8, (150, 84, 58))
        elif kind == "dust" and size > 0.3:
            for dx, dy, share in ((0, 0, 1.0), (-2.8, -1.2, 0.7), (2.4, -1.6, 0.6)):
                at = (x + dx * size * 0.5, y + dy * size * 0.4 - size * 0.3)
                board.disc(at, size * share, (255, 232, 184), 0.5, (206, 146, 96))
        elif kind == "sweat":
            drop = [(x, y - 2.2 * size), (x + size, y), (x, y + size), (x - size, y)]
            board.shape(smooth(drop), (132, 214, 255), 0.6, (40, 104, 160))
        elif kind == "streak":
            board.limb([(x - size * mirror, y), (x, y)], [0.2, 0.65], (255, 246, 220), 0.25,
                       (240, 206, 156))  # fmt: skip
        elif kind == "z" and size > 2.0:
            zed = [(x - size / 2, y - size / 2), (x + size / 2, y - size / 2),
                   (x - size / 2, y + size / 2), (x + size / 2, y + size / 2)]  # fmt: skip
            board.stroke(zed, 2.4, LINE)
            board.stroke(zed, 1.2, (255, 250, 232))
