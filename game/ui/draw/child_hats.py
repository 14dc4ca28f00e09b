"""What the child wears on its head, drawn around the middle of the head."""

import math

from game.ui.draw.child_head import EDGE, RADIUS, Skull
from game.ui.draw.figure import Figure
from game.ui.draw.paint import Board, Colour, Point, lit, mix, oval, shaded, smooth

LOOSE = ("straw", "bucket", "cap")  # hats that hop, and can be pulled over the eyes


def hat_behind(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    """The parts of a hat that lie behind the head."""
    away = math.sin(ball.yaw)
    if figure.hat == "hijab":
        drape = [(-14, -4), (-14, 6), (-11 - 4 * away, 12), (-3 * away, 14.5), (11 - 4 * away, 12)]
        drape += [(14, 6), (14, -4), (0, -14)]
        board.shape(smooth(drape), shaded(figure.hat_colour, 0.2), EDGE)
    elif figure.hat == "bandana" and math.cos(ball.yaw) > -0.4:
        _knot(board, figure, ball, sway)


def hat(board: Board, figure: Figure, ball: Skull, hop: float, sway: float) -> None:
    """The hat, `hop` units up in the air."""
    drawers = {
        "straw": _straw, "bucket": _bucket, "cap": _cap, "turban": _turban, "hijab": _hijab,
        "bandana": _bandana, "goggles": _goggles, "flower": _flower, "fennec": _fennec,
    }  # fmt: skip
    if figure.hat in drawers:
        frame = board.moved(0, -hop if figure.hat in LOOSE else 0)
        drawers[figure.hat](board, figure, ball, sway)
        board.restore(frame)


def _arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    steps = 14
    angles = [math.radians(start + (end - start) * k / steps) for k in range(steps + 1)]
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]


def _brim(board: Board, colour: Colour, y: float, rx: float, ry: float, ball: Skull) -> None:
    """A brim with a little swing in it: turned up at the sides, its far half in the light."""
    edge = oval((0, y), rx, ry)
    edge = [(px, py - 1.5 * (px / rx) ** 2) for px, py in edge]
    board.shape(edge, shaded(colour, 0.22), EDGE)
    top = [(px * 0.975 - 0.2 * ball.light, y + (py - y) * 0.84 - 0.55) for px, py in edge]
    board.shape(top, colour)


def _crown(board: Board, colour: Colour, y: float, half: float, tall: float, ball: Skull):
    """A rounded crown standing on the brim."""
    dome = [(-half, y), (-half * 0.97, y - tall * 0.5), (-half * 0.62, y - tall * 0.93),
            (0, y - tall * 1.06), (half * 0.62, y - tall * 0.93), (half * 0.97, y - tall * 0.5),
            (half, y)]  # fmt: skip
    top = smooth(dome, 4, False)
    base = _arc(0, y, half, 2.6, 0, 180)
    board.shape(top + base, shaded(colour, 0.22), EDGE)
    board.shape(
        [(px * 0.86 - 1.3 * ball.light, py * 0.99 + 0.4) for px, py in top + base],
        colour,
    )


def _straw(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    y = -9.0 - 1.3 * math.cos(ball.yaw)
    colour = figure.hat_colour
    board.shape(oval((0, -5.2), RADIUS - 1.5, 3.4), shaded(figure.hair, 0.1))
    _brim(board, colour, y, 21.5, 5.8, ball)
    _crown(board, colour, y - 0.6, 12.2, 12.6, ball)
    band = _arc(0, y - 0.6, 12.2, 2.7, 0, 180) + _arc(0, y - 5.0, 12.1, 2.5, 180, 0)
    board.shape(band, figure.hat_band)
    board.shape(band[8:22], shaded(figure.hat_band, 0.25) if ball.light < 0 else None)
    weave = mix(colour, (196, 140, 80), 0.45)
    for up in (8.0, 10.4):
        board.stroke(_arc(0, y - up, 10.8 - up * 0.22, 2.0, 30, 150), 0.6, weave)
    board.stroke(_arc(0, y - 1.4, 16.8, 3.6, 25, 155), 0.6, weave)
    x, by, near = ball.at(118, 30)
    if near > 0.1:  # a bow at the back of the band
        board.shape([(x, by - 4), (x + 3.4, by - 6.2), (x + 3.4, by - 1.8)], figure.hat_band, 0.6)
        board.shape([(x, by - 4), (x - 3.4, by - 6.2), (x - 3.4, by - 1.8)], figure.hat_band, 0.6)


def _bucket(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    y = -7.6 - 1.0 * math.cos(ball.yaw)
    colour = figure.hat_colour
    skirt = [*_arc(0, y - 3.5, 12.8, 3.4, 180, 360), (17.4, y + 0.6)]
    skirt += [*_arc(0, y + 0.4, 17.4, 5.0, 0, 180), (-17.4, y + 0.6)]
    board.shape(skirt, shaded(colour, 0.16), EDGE)
    board.shape([(px * 0.94 - 0.8 * ball.light, py - 0.8) for px, py in skirt], colour)
    board.stroke(_arc(0, y - 0.6, 15.4, 4.4, 15, 165), 0.7, shaded(colour, 0.3))
    _crown(board, colour, y - 3.0, 12.6, 10.5, ball)
    band = _arc(0, y - 2.8, 12.7, 2.8, 0, 180) + _arc(0, y - 5.4, 12.6, 2.6, 180, 0)
    board.shape(band, figure.hat_band)


def _cap(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    y, colour = -6.0, figure.hat_colour
    turn, near = math.sin(ball.yaw), math.cos(ball.yaw)
    visor = [(turn * 8 - 9.5 * abs(near) - 2, y + 1), (turn * 20 - 7 * near, y + 2 + 3.0 * near),
             (turn * 21 + 0.0, y + 2 + 4.6 * near), (turn * 20 + 7 * near, y + 2 + 3.0 * near),
             (turn * 8 + 9.5 * abs(near) + 2, y + 1), (turn * 8, y - 2.5)]  # fmt: skip
    if near < -0.1:
        board.shape(smooth(visor), shaded(figure.hat_band, 0.2), EDGE)
    _crown(board, colour, y, 13.4, 11.6, ball)
    panel = [(turn * 9 - 5 * abs(near), y - 1.5), (turn * 8 - 3.5 * abs(near), y - 9),
             (turn * 8 + 3.5 * abs(near), y - 9), (turn * 9 + 5 * abs(near), y - 1.5)]  # fmt: skip
    if near > -0.1:
        board.shape(smooth(panel), figure.hat_band)
        board.shape(smooth(visor), figure.hat_band, EDGE)
        board.shape([(px * 0.9 + turn, py - 0.9) for px, py in smooth(visor)],
                    lit(figure.hat_band, 0.2))  # fmt: skip
    board.shape(oval((0, y - 12.6), 1.9, 1.2), figure.hat_band, 0.7)


def _turban(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    colour, light = figure.hat_colour, figure.hat_band
    board.shape(smooth([(-13.5, -5), (-12.5, -14), (0, -19), (12.5, -14), (13.5, -5), (0, -1.5)]),
                colour, EDGE)  # fmt: skip
    lean = 3.0 * ball.light
    folds = ((-3.2, 13.8, 3.4, light), (-7.2, 13.6, 3.2, colour), (-11.0, 12.0, 3.0, light))
    for index, (y, half, thick, tone) in enumerate(folds):
        skew = lean if index % 2 else -lean
        wrap = [(-half, y - skew * 0.5), (0, y - 2.2 + thick), (half, y + skew * 0.5)]
        board.limb(smooth(wrap, 4, False), [thick * 0.72] * 9, mix(tone, colour, 0.35), 0.7)
    x, y, near = ball.at(165, 14)
    if near > 0:
        tail = [(x, y), (x * 1.15 + sway, y + 6), (x * 1.1 + 2 * sway, y + 13)]
        path = smooth(tail, 4, False)
        board.limb(path, [1.3 + 0.12 * k for k in range(len(path))], light, 0.8)
    if math.cos(ball.yaw) > 0:
        gx, gy, _ = ball.at(0, 34)
        board.shape(oval((gx, gy - 2.5), 1.7, 2.1), (255, 206, 84), 0.7)


def _hijab(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    """A cloth around the face; the face shows through an opening, so it is drawn as a ring."""
    turn = math.degrees(ball.yaw)
    colour = figure.hat_colour
    outer = smooth([(-13.8, 1), (-12, -9), (0, -14.2), (12, -9), (13.8, 1), (11.4, 10), (0, 14.6),
                    (-11.4, 10)])  # fmt: skip
    if math.cos(ball.yaw) < -0.2:
        board.shape(outer, colour, EDGE)
        board.stroke(smooth([(-7, -8), (0, -2), (-1, 11)], 4, False), 0.8, shaded(colour))
        return
    opening = []
    for k in range(28):
        a = math.tau * k / 28
        aside, height = 52 * math.cos(a), -17 + 45 * math.sin(a)
        aside = min(max(aside, -96 - turn), 90 - turn)
        opening.append(ball.at(aside, height, RADIUS + 0.4)[:2])
    start = min(range(28), key=lambda k: math.hypot(opening[k][0], opening[k][1] + 20))
    hole = opening[start:] + opening[: start + 1]
    top = min(range(len(outer)), key=lambda k: math.hypot(outer[k][0], outer[k][1] + 20))
    ring = outer[top:] + outer[: top + 1]
    if _area(ring) * _area(hole) > 0:
        hole.reverse()
    board.shape(outer, None, EDGE)
    board.shape(ring + hole, colour)
    board.stroke(hole, 0.9, shaded(colour, 0.4))
    board.stroke([(px * 1.1, py - 0.6) for px, py in hole[6:22]], 0.7, figure.hat_band)


def _area(points: list[Point]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)


def _band(ball: Skull, low: float, high: float, out: float) -> list[Point]:
    """A strip around the head between two heights (degrees)."""
    radius, drop = RADIUS + out, 0.2
    lower, upper = [], []
    for k in range(-9, 10):
        side = math.radians(k * 10.4)
        for line, height in ((lower, low), (upper, high)):
            rise = math.radians(height)
            near = math.cos(rise) * math.cos(side)
            x = radius * math.cos(rise) * math.sin(side)
            line.append((x, radius * (near * drop - math.sin(rise))))
    return lower + upper[::-1]


def _bandana(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    board.shape(_band(ball, 16, 44, 1.8), figure.hat_colour, EDGE * 0.9)
    for azimuth in range(0, 360, 45):
        x, y, near = ball.at(azimuth, 29, RADIUS + 1.8)
        if near > 0.1:
            board.shape(oval((x, y), 0.4 + 0.9 * near, 1.2), figure.hat_band)
    if math.cos(ball.yaw) <= -0.4:
        _knot(board, figure, ball, sway)


def _knot(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    x, y, _ = ball.at(180, 22, RADIUS + 2)
    for drop in (3.0, 8.0):
        end = (x * 1.35 + sway - 2.5 * (drop > 5), y + drop)
        board.limb([(x, y), end], [1.0, 2.0], figure.hat_colour, 0.8)
    board.disc((x, y), 1.9, figure.hat_colour, 0.8)


def _goggles(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    board.shape(_band(ball, 30, 42, 2.0), figure.hat_colour, EDGE * 0.8)
    for sign in (1, -1):
        x, y, near = ball.at(24 * sign, 37, RADIUS + 2.4)
        if near > 0.1:
            wide = 0.45 + 0.55 * near
            board.shape(oval((x, y), 4.8 * wide, 4.4), mix(figure.hat_colour, (255, 220, 160), 0.4),
                        EDGE)  # fmt: skip
            board.shape(oval((x, y), 3.4 * wide, 3.1), figure.hat_band, 0.5)
            board.shape(oval((x - 1.0 * ball.light * wide, y - 0.9), 1.2 * wide, 0.9),
                        (255, 255, 255))  # fmt: skip


def _flower(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    board.shape(_band(ball, 34, 46, 1.5), figure.hat_colour, EDGE * 0.8)
    x, y, near = ball.at(44, 38, RADIUS + 2)
    if near > -0.2:
        wide = max(0.5, near)
        for k in range(5):
            a = math.tau * k / 5 + 0.3
            petal = (x + 3.3 * math.cos(a) * wide, y + 3.3 * math.sin(a))
            board.disc(petal, 2.4, figure.hat_band, 0.8)
        for k in range(5):
            a = math.tau * k / 5 + 0.3
            board.disc((x + 3.1 * math.cos(a) * wide, y + 3.1 * math.sin(a)), 2.2, figure.hat_band)
        board.disc((x, y), 2.0, (255, 244, 190), 0.5)


def _fennec(board: Board, figure: Figure, ball: Skull, sway: float) -> None:
    """A hood with the big ears of a desert fox."""
    colour = figure.hat_colour
    for sign in (1, -1) if ball.yaw < math.pi / 2 else (-1, 1):
        x, y, near = ball.at(64 * sign, 48, RADIUS)
        tip = (x * 1.75 + 0.8 * sway, y - 15.5)
        sides = [(tip[0] + side, tip[1] + 4) for side in (-2.6, 2.6)]
        ear = smooth([(x - 5.0, y + 2.5), sides[0], tip, sides[1], (x + 5.0, y + 2.5)], 4)
        board.shape(ear, colour, EDGE)
        if math.cos(ball.yaw) > -0.2:
            inner = [(px * 0.55 + (x + tip[0]) * 0.225, py * 0.62 + (y + tip[1]) * 0.19)
                     for px, py in ear]  # fmt: skip
            board.shape(inner, figure.hat_band)
    board.shape(_band(ball, 16, 88, 2.0), colour, EDGE)
    board.shape(oval((-2.4 * ball.light, -9.4), 8.5, 4.0), lit(colour, 0.35))
    if math.cos(ball.yaw) > 0.2:
        gx, gy, _ = ball.at(0, 30, RADIUS + 2)
        board.shape(oval((gx, gy), 1.5, 1.1), (70, 40, 50))
        for sign in (1, -1):
            ex, ey, near = ball.at(26 * sign, 42, RADIUS + 2)
            if near > 0:
                board.disc((ex, ey), 0.9, (70, 40, 50))
