"""Where a camera has to stand to see a place from near, clear of the panels."""

from dataclasses import replace

import numpy as np

from game.ui.camera import Camera

Part = tuple[float, float, float, float]  # left, top, right, bottom

# Where the child is kept, and how far it may stray.
_FREE = (0.084, 0.197, 0.847, 0.844)  # what panels leave free: left, top, right, bottom
_AIM = (0.453, 0.53)  # of what is free
ROOM = (0.152, 0.159, 0.807, 0.808)


def camera_near(far: Camera, zoom: float, place: np.ndarray, height: float) -> Camera:
    """A camera of this zoom that has a place, `height` paces up, clear of the panels.

    `far` is the camera at zoom 1 that knows the panels.
    """
    if zoom == 1.0:
        return far
    plain, size, aim = replace(far, zoom=zoom), far.size, within_free(far, (*_AIM, *_AIM))
    aside = ((size[0] / 2 - aim[0]) / plain.across, (size[1] / 2 - aim[1]) / plain.down)
    centre = (float(place[0]) + aside[0], float(place[1]) + aside[1])
    return replace(plain, centre=centre, centre_height=height)


def within_free(camera: Camera, part: Part) -> Part:
    """Pixels of a part of what panels leave free, given as shares (left, top, right, bottom)."""
    wide, tall = camera.size
    left = max(_FREE[0] * wide, camera.clear[0])
    right = min(_FREE[2] * wide, wide - camera.clear[1])
    top, bottom = _FREE[1] * tall, min(_FREE[3] * tall, tall - camera.clear[2])
    across, down = right - left, bottom - top
    return (
        left + part[0] * across,
        top + part[1] * down,
        left + part[2] * across,
        top + part[3] * down,
    )
