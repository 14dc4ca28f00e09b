"""A player who is being made: which child, which nickname, and nicknames to choose from."""

from game.progress import LONGEST_NICKNAME, Book
from game.text import text
from game.ui.draw.figure import FIGURES, Figure

SHOWN = 6  # suggestions at once


def nicknames() -> list[str]:
    """Nicknames to choose from, in the player's language where they are short enough there."""
    words = (
        (text("Fennec"), "Fennec"), (text("Comet"), "Comet"), (text("Oasis"), "Oasis"),
        (text("Pebble"), "Pebble"), (text("Falcon"), "Falcon"), (text("Nova"), "Nova"),
        (text("Gecko"), "Gecko"), (text("Breeze"), "Breeze"), (text("Cactus"), "Cactus"),
        (text("Topaz"), "Topaz"), (text("Jerboa"), "Jerboa"), (text("Mirage"), "Mirage"),
        (text("Camel"), "Camel"), (text("Starlight"), "Starlight"), (text("Lynx"), "Lynx"),
        (text("Amber"), "Amber"), (text("Scout"), "Scout"), (text("Thunder"), "Thunder"),
        (text("Ibis"), "Ibis"), (text("Moonbeam"), "Moonbeam"), (text("Coral"), "Coral"),
        (text("Whirlwind"), "Whirlwind"), (text("Turtle"), "Turtle"), (text("Pepper"), "Pepper"),
    )  # fmt: skip
    return [here if len(here) <= LONGEST_NICKNAME else english for here, english in words]


class Draft:
    """A player who is being made: survives being laid out anew."""

    def __init__(self, book: Book) -> None:
        self.book = book
        taken = {player.figure for player in book.players()}
        fresh = [figure for figure in FIGURES if figure.name not in taken]
        self.figure: Figure = (fresh or list(FIGURES))[0]
        self.first = 0  # which of the free nicknames is shown first
        self.suggested = True
        self.nickname = self.suggestions()[0]

    def suggestions(self) -> list[str]:
        """SHOWN nicknames that nobody has yet."""
        taken = {player.nickname.casefold() for player in self.book.players()}
        free = [name for name in nicknames() if name.casefold() not in taken]
        return [free[(self.first + i) % len(free)] for i in range(SHOWN)]

    def turn(self) -> None:
        """Go on to other suggestions."""
        self.first += SHOWN

    def say(self, nickname: str, suggested: bool = False) -> None:
        """Take this nickname."""
        self.nickname, self.suggested = nickname, suggested
