"""The looks of whoever plays."""

from game.progress import Player
from game.ui.draw.figure import FIGURES, Figure


def figure_of(player: Player | None) -> Figure:
    """The looks of a player's child; the first child's where the figure is unknown."""
    wanted = player.figure if player is not None else ""
    return next((figure for figure in FIGURES if figure.name == wanted), FIGURES[0])
