"""What helps to choose a step: the arrow down the slope, and the ghost of where it leads."""

import numpy as np
import pygame

from game.sim.run import Preview, RunState
from game.ui.draw import marks
from game.ui.draw.footing import Footing


def draw_guides(
    surface: pygame.Surface,
    footing: Footing,
    state: RunState,
    ahead: Preview,
    scale: float,
    time_ms: float,
) -> None:
    """Draw the slope arrow at a state's place and the ghost mark of its next step."""
    camera = footing.camera
    squash = camera.down / camera.across
    here = footing.pixel(state.place)
    steepness = float(np.hypot(*state.slope))
    marks.slope_arrow(surface, here, downhill(footing, state), steepness, scale, squash)
    marks.ghost(
        surface,
        footing.path(state.place, footing.shown(ahead.place)),
        scale,
        squash,
        spread=ahead.spread * camera.across,
        time_ms=time_ms,
    )


def downhill(footing: Footing, state: RunState) -> tuple[float, float]:
    """The way down, in pixels of the canvas: along the ground, which falls that way."""
    length = float(np.hypot(*state.slope))
    if length == 0:
        return (0.0, 0.0)
    here = footing.pixel(state.place)
    there = footing.pixel(state.place - state.slope / length * 2.0)
    return (there[0] - here[0], there[1] - here[1])
