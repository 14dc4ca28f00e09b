"""Where explanations go: bubbles beside the things that they point at, never over each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

_AWAY = (26, 48, 80, 120, 170, 230, 300)  # design pixels between a thing and its bubble
_TURNS = 16
_CLEAR = 8
_ASTRAY = 60  # how much worse it is to stand nearer to something else
_MOST = 10
Line = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Callout:
    """A thing on the screen (pixels of the canvas) and what is to be said of it."""

    target: pygame.Rect
    words: str

    def __hash__(self) -> int:
        return hash((tuple(self.target), self.words))


@dataclass(frozen=True)
class Placed:
    """A callout with its bubble, and the line from the bubble to the thing."""

    callout: Callout
    bubble: pygame.Rect
    line: Line


def leaves(
    callouts: Sequence[Callout],
    sizes: Sequence[tuple[int, int]],
    room: pygame.Rect,
    taken: pygame.Rect,
    unit: float,
) -> list[list[Placed]]:
    """All callouts on as few leaves as come out: on each, nothing overlaps anything.

    `sizes` are those of the bubbles in pixels, `room` where bubbles may be, `taken` where they may
    not; `unit` is canvas pixels for one design pixel.
    """
    waiting = list(zip(callouts, sizes, strict=True))
    found: list[list[Placed]] = []
    while waiting:
        leaf: list[Placed] = []
        later = []
        targets = [callout.target for callout, _ in waiting]
        for callout, size in waiting:
            others = [box for box in targets if box is not callout.target]
            spot = None
            if len(leaf) < _MOST:
                spot = _spot(callout, size, room, [taken], others, leaf, unit)
            if spot is None:
                later.append((callout, size))
            else:
                leaf.append(spot)
        if not leaf:
            # No place beside everything else: it may cover other things, on a leaf of its own.
            callout, size = later.pop(0)
            leaf.append(
                _spot(callout, size, room, [taken], [], [], unit)
                or _anywhere(callout, size, room, taken)
            )
        found.append(leaf)
        waiting = later
    return found


def _spot(
    callout: Callout,
    size: tuple[int, int],
    room: pygame.Rect,
    taken: list[pygame.Rect],
    targets: list[pygame.Rect],
    leaf: list[Placed],
    unit: float,
) -> Placed | None:
    """The best place that collides with nothing: short lines, toward the middle of the screen."""
    clear = round(_CLEAR * unit)
    best, least = None, math.inf
    inward = math.atan2(
        room.centery - callout.target.centery, room.centerx - callout.target.centerx
    )
    for away in _AWAY:
        for turn in range(_TURNS):
            angle = math.tau * turn / _TURNS
            bubble = _beside(callout.target, size, angle, away * unit)
            bend = 1 - math.cos(angle - inward)
            straight = min(abs(math.sin(angle)), abs(math.cos(angle)))
            cost = away + 30 * bend + 25 * straight + _ASTRAY * _astray(bubble, callout, targets)
            if cost >= least or not room.contains(bubble):
                continue
            placed = Placed(callout, bubble, _line(bubble, callout.target))
            if _is_free(placed, clear, taken, targets, leaf):
                best, least = placed, cost
    return best


def _astray(bubble: pygame.Rect, callout: Callout, targets: list[pygame.Rect]) -> bool:
    """Whether a bubble would be taken for that of another thing, to which it is nearer."""
    own = _apart(bubble, callout.target)
    return any(_apart(bubble, other) < own for other in targets)


def _apart(one: pygame.Rect, other: pygame.Rect) -> int:
    """Pixels between two boxes, aside or up and down, whichever is more."""
    aside = max(one.left - other.right, other.left - one.right, 0)
    return max(aside, one.top - other.bottom, other.top - one.bottom)


def _is_free(
    placed: Placed,
    clear: int,
    taken: list[pygame.Rect],
    targets: list[pygame.Rect],
    leaf: list[Placed],
) -> bool:
    around = placed.bubble.inflate(2 * clear, 2 * clear)
    if around.collidelist([*taken, *targets, placed.callout.target]) >= 0:
        return False
    if any(box.inflate(-4, -4).clipline(placed.line) for box in (*targets, *taken)):
        return False
    return not any(
        around.colliderect(other.bubble)
        or around.colliderect(other.callout.target)
        or placed.callout.target.colliderect(other.bubble)
        or around.clipline(other.line)
        or other.bubble.inflate(clear, clear).clipline(placed.line)
        or _cross(other.line, placed.line)
        for other in leaf
    )


def _cross(one: Line, other: Line) -> bool:
    """Whether two lines cross: nobody could tell which bubble belongs to what."""

    def side(line: Line, point: tuple[int, int]) -> int:
        (ax, ay), (bx, by) = line
        return (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)

    return (
        side(one, other[0]) * side(one, other[1]) <= 0
        and side(other, one[0]) * side(other, one[1]) <= 0
    )


def _beside(target: pygame.Rect, size: tuple[int, int], angle: float, away: float) -> pygame.Rect:
    """A bubble `away` pixels from the target's edge in the direction of `angle`."""
    dx, dy = math.cos(angle), math.sin(angle)
    reach_x, reach_y = (target.width + size[0]) / 2 + away, (target.height + size[1]) / 2 + away
    far = min(reach_x / abs(dx) if abs(dx) > 1e-9 else math.inf,
              reach_y / abs(dy) if abs(dy) > 1e-9 else math.inf)  # fmt: skip
    bubble = pygame.Rect((0, 0), size)
    bubble.center = (round(target.centerx + dx * far), round(target.centery + dy * far))
    return bubble


def _anywhere(
    callout: Callout, size: tuple[int, int], room: pygame.Rect, taken: pygame.Rect
) -> Placed:
    """As near as may be, covering as little as may be of the thing itself and of `taken`."""
    least, best = math.inf, pygame.Rect(room.topleft, size)
    step = max(4, room.height // 40)
    for top in range(room.top, max(room.top, room.bottom - size[1]) + 1, step):
        for left in range(room.left, max(room.left, room.right - size[0]) + 1, step):
            bubble = pygame.Rect((left, top), size)
            clips = (bubble.clip(box) for box in (callout.target, taken))
            covered = sum(clip.width * clip.height for clip in clips)
            cost = 1e4 * covered + math.dist(bubble.center, callout.target.center)
            if cost < least:
                least, best = cost, bubble
    return Placed(callout, best, _line(best, callout.target))


def _line(bubble: pygame.Rect, target: pygame.Rect) -> Line:
    """From the bubble to the nearest point of the target."""
    inner = target.inflate(-min(24, target.width // 2), -min(24, target.height // 2))
    x = min(max(bubble.centerx, inner.left), inner.right)
    y = min(max(bubble.centery, inner.top), inner.bottom)
    edge = target.clipline(bubble.center, (x, y))
    end = edge[0] if edge else (x, y)
    start = bubble.clipline(bubble.center, end)
    return (start[1] if start else bubble.center), end
