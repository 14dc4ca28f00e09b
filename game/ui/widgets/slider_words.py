"""How large the name and the value of a slider are written above its track."""

from collections.abc import Sequence

from game.ui import fonts


def shared_size(
    name: str, values: Sequence[str], room: tuple[int, int], sizes: tuple[int, int]
) -> tuple[int, int]:
    """The letters' size for both, and the width kept for the value, the same for every value.

    Or else the letters would jump while dragging. Where one line is too short the name wraps.
    `values` are the longest ones, `room` is (width, height) in pixels, `sizes` the largest and the
    smallest that may be.
    """
    across, tall = room
    for size in range(sizes[0], sizes[1], -1):
        wide = _widest(values, size)
        lines = fonts.wrapped(name, fonts.STRONG, size, across - wide, False)
        named = _widest(lines, size)
        high = fonts.line_height(size) * len(lines)
        if len(lines) <= 2 and named + wide <= across and high <= tall:
            return size, wide
    size = sizes[1]
    least = max(fonts.least_width(said, size) for said in values)
    # What the name leaves in two lines; a longer value has two lines too.
    left = across - fonts.least_width(name, size) - 1
    return size, min(_widest(values, size), max(least, left))


def _widest(parts: Sequence[str], size: int) -> int:
    return max(fonts.width(part, fonts.STRONG, size) for part in parts)
