"""Who plays on this computer: nicknames and figures, added, chosen and removed."""

from collections.abc import Callable
from dataclasses import dataclass

from game.progress_pages import LONGEST_NICKNAME, MOST_PLAYERS, Page, Shelf, tidy_nickname
from game.store import Store
from game.text import text


class ProgressError(Exception):
    """What was asked for can't be done; the message is one sentence for the player."""


@dataclass(frozen=True)
class Player:
    """Who plays: a nickname, and the name of a figure in `draw.figure.FIGURES`."""

    id: int
    nickname: str
    figure: str


class Roster:
    """The players and their pages, read at first use and kept whole at every change.

    `tell` is called with one sentence for whatever could not be read or saved, each only once.
    """

    def __init__(self, store: Store, tell: Callable[[str], None] | None = None) -> None:
        self._shelf = Shelf(store, tell)
        self._pages: dict[int, Page] | None = None
        self._current: int | None = None

    def players(self) -> tuple[Player, ...]:
        """All players, at most MOST_PLAYERS."""
        pages = self._opened()
        return tuple(Player(i, page.nickname, page.figure) for i, page in sorted(pages.items()))

    @property
    def current(self) -> Player | None:
        """Who played last, or the only player that there is, or None."""
        players = self.players()
        alone = players[0] if len(players) == 1 else None
        return next((player for player in players if player.id == self._current), alone)

    def choose(self, player_id: int) -> Player:
        """Let this player play, and remember it."""
        player = self._player(player_id)
        if self._current != player_id:
            self._current = player_id
            self._shelf.save_current(self._current)
        return player

    def refusal(self, nickname: str) -> str:
        """Why nobody can be added under `nickname`, in one sentence; "" where it can be done."""
        tidy = tidy_nickname(nickname)
        pages = self._opened()
        if self._free() is None:
            return text("{most} players is all there is room for. Remove one first.",
                        most=MOST_PLAYERS)  # fmt: skip
        if not tidy:
            return text("Choose a nickname first.")
        if len(tidy) > LONGEST_NICKNAME:
            return text("A nickname has at most {most} letters.", most=LONGEST_NICKNAME)
        if any(page.nickname.casefold() == tidy.casefold() for page in pages.values()):
            return text("{nickname} plays here already. Choose another nickname.", nickname=tidy)
        return ""

    def add(self, nickname: str, figure: str) -> Player:
        """A new player, who plays from now on. Raises ProgressError."""
        reason = self.refusal(nickname)
        free = self._free()
        if reason or free is None:
            raise ProgressError(reason)
        self._opened()[free] = Page(tidy_nickname(nickname), figure)
        self._shelf.save(free, self._opened()[free])
        return self.choose(free)

    def remove(self, player_id: int) -> None:
        """Forget a player and all that it has won."""
        player = self._player(player_id)
        reason = self._shelf.remove(player_id)
        if reason is not None:
            self._shelf.say(
                text(
                    "{nickname} could not be removed: {reason}.",
                    nickname=player.nickname,
                    reason=reason,
                )
            )
        del self._opened()[player_id]
        if self._current == player_id:
            self._current = None
            self._shelf.save_current(self._current)

    # ---- inside

    def _opened(self) -> dict[int, Page]:
        if self._pages is None:
            self._pages = self._shelf.pages()
            self._current = self._shelf.read_current()
        return self._pages

    def _player(self, player_id: int) -> Player:
        for player in self.players():
            if player.id == player_id:
                return player
        raise KeyError(f"there is no player {player_id}")

    def _free(self) -> int | None:
        pages, places = self._opened(), range(1, MOST_PLAYERS + 1)
        return next((i for i in places if i not in pages and not self._shelf.taken(i)), None)
