"""The top of a screen: the way back at the left, and beside it what the screen is called."""

from collections.abc import Callable

import pygame

from game.text import text
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets.button import Button
from game.ui.widgets.panel import TitlePanel

EDGE, TOP, BAR, GAP = 18, 14, 64, 12  # design pixels: margins, height, and between the two


def back_button(stage: Stage, leave: Callable[[], None], rect: pygame.Rect | None = None) -> Button:
    """The arrow that leads back, in the upper left corner or at `rect`."""
    theme, px = stage.theme, stage.theme.px
    return Button(
        theme,
        rect or pygame.Rect(px(EDGE), px(TOP), px(BAR), px(BAR)),
        "",
        leave,
        icon="back",
        intent=Intent.BACK,
        colour=theme.palette.cream,
        tip=stage.keys.told(text("Back"), Intent.BACK),
    )


def title_beside(
    stage: Stage, back: Button, title: str, icon: str = "", badge: str = "", wide: float = 560
) -> TitlePanel:
    """The screen's name on a plate beside `back`, at most `wide` design pixels long."""
    theme, px = stage.theme, stage.theme.px
    left = back.rect.right + px(GAP)
    room = theme.canvas[0] - left - px(EDGE)
    rect = pygame.Rect(left, back.rect.top, min(px(wide), room), back.rect.height)
    return TitlePanel(theme, rect, badge, title, icon=icon)
