"""The book of players that a stage carries, and who plays now."""

from game.progress import Book, Player
from game.ui.draw.figure import FIGURES, Figure
from game.ui.stage import Stage


def book_of(stage: Stage) -> Book:
    """The stage's book of players; it gets one where it has none yet."""
    book: Book | None = getattr(stage, "book", None)
    if book is None:
        book = Book(stage.store, stage.messages.append)
        stage.book = book
    return book


def player_of(stage: Stage) -> Player | None:
    """Who plays now."""
    return getattr(stage, "player", None)


def figure_of(player: Player | None) -> Figure:
    """The looks of a player's child; the first child's where the figure is unknown."""
    wanted = player.figure if player is not None else ""
    return next((figure for figure in FIGURES if figure.name == wanted), FIGURES[0])
