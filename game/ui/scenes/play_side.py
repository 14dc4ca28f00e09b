"""One more panel beside the desert, for levels whose land has more to show than its heights.

A kind of part of a recipe that has such a panel is named in `SIDE_PANELS`:

    Network: SidePanel(NetworkPanel, width=290)

where `NetworkPanel(theme, rect, site)` is a widget that is told every new state by `follow`. Play
makes it anew whenever it is laid out, and gives the desert the room beside it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import pygame

from game.levels import Level, Site
from game.sim.network_land import Network
from game.sim.run import RunState
from game.ui.scenes.network_panel import WIDTH, NetworkPanel
from game.ui.theme import Theme
from game.ui.widgets.widget import Widget


class Follower(Protocol):
    """What a side panel has to be, beside a widget."""

    def follow(self, state: RunState) -> None:
        """The child stands here now, before the next frame is drawn."""


@dataclass(frozen=True)
class SidePanel:
    """How a side panel is made, at which side it stands, and how wide it is in design pixels."""

    make: Callable[[Theme, pygame.Rect, Site], Widget]
    width: int = 236
    left: bool = True


SIDE_PANELS: dict[type, SidePanel] = {Network: SidePanel(NetworkPanel, width=WIDTH)}


def side_panel_of(level: Level) -> SidePanel | None:
    """The side panel of a level: that of the first part of its land which has one."""
    return next((SIDE_PANELS[type(p)] for p in level.recipe.parts if type(p) in SIDE_PANELS), None)
