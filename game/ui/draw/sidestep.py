"""Who stands at the gem steps aside, so that child and gem are both seen."""

import numpy as np

from game.ui.draw.desert_view import DesertView

_SHOULDER = 52.0  # units between the middles of a child and a gem that do not hide each other


def sidestep(view: DesertView, child: np.ndarray, gem: np.ndarray) -> np.ndarray:
    """Paces (2,) from where the child stands to where it is drawn; none where both are clear."""
    if not np.isfinite(child).all():
        return np.zeros(2)
    here, there = (view.footing.pixel(view.footing.shown(place)) for place in (child, gem))
    across, down = here[0] - there[0], here[1] - there[1]
    room = _SHOULDER * view.scale
    lacking = room - abs(across)
    if lacking <= 0 or abs(down) > 1.5 * room:
        return np.zeros(2)
    east = lacking / view.picture.camera.across
    return np.array([east if across > 0 else -east, 0.0])
