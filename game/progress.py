"""How far everybody who plays here has come: stars, gems, best walks. Imports no pygame."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.progress_pages import (
    LONGEST_NICKNAME,
    MOST_PLAYERS,
    Best,
    Result,
    is_slug,
    tidy_nickname,
)
from game.roster import Player, ProgressError, Roster
from game.store import Store
from game.study import Study

if TYPE_CHECKING:  # the title does not wait for them: it needs only names
    from game.levels import Site
    from game.sim.expedition import Expedition

__all__ = [
    "LONGEST_NICKNAME",
    "MOST_PLAYERS",
    "Best",
    "Book",
    "Gain",
    "Gate",
    "Player",
    "ProgressError",
    "Result",
    "result_of",
    "tidy_nickname",
]

STARS_TO_GO_ON, STARS_FOR_FINDING = 1, 2


@dataclass(frozen=True)
class Gain:
    """What a walk brought: a new best score, and stars that the player did not have."""

    best: bool = False
    stars: int = 0


@dataclass(frozen=True)
class Gate:
    """Whether a level is open; `needs` is the slug of the level to win a star in, if it is not."""

    open: bool
    needs: str | None = None


class _HandOut(Protocol):
    """What a level's `hand_out` is to this module."""

    sliders: tuple[tuple[str, float, float], ...]
    optimizers: tuple[str, ...]
    buttons: tuple[str, ...]


class Book(Roster):
    """The players of this computer, and what each of them has won."""

    def __init__(self, store: Store, tell: Callable[[str], None] | None = None) -> None:
        super().__init__(store, tell)
        self._nobodys_study = Study()  # of who plays without a nickname: kept until the game ends

    # ---- stars, gems and gates; a player of None has won nothing yet

    def best(self, player_id: int | None, slug: str) -> Best:
        """What is kept of a level; an empty Best where it was never walked."""
        page = self._opened().get(player_id) if player_id is not None else None
        return page.levels.get(slug, Best()) if page else Best()

    def record(self, player_id: int, slug: str, result: Result) -> Gain:
        """Keep a finished walk where it is better in anything; practice is never kept."""
        self._player(player_id)
        before = self.best(player_id, slug)
        after = before.with_result(result)
        if after != before and is_slug(slug):
            self._opened()[player_id].levels[slug] = after
            self._shelf.save(player_id, self._opened()[player_id])
        return Gain(after.walk != before.walk, after.stars - before.stars)

    def stars(self, player_id: int | None, slugs: Iterable[str] | None = None) -> int:
        """Stars won in all, or in the levels of `slugs`."""
        return sum(best.stars for best in self._bests(player_id, slugs))

    def gems(self, player_id: int | None) -> int:
        """Gems won in all: the most lesser ones of each level, and the rarest ones found."""
        return sum(
            best.gems + (best.stars >= STARS_FOR_FINDING) for best in self._bests(player_id, None)
        )

    def unlocked(
        self, player_id: int | None, slugs: Iterable[str], all_open: bool = False
    ) -> dict[str, Gate]:
        """Which of the levels, given in their order, are open.

        The first always is, the others when the one before has a star. A level that has stars of
        its own stays open, so that a new level put before it shuts nothing.
        """
        gates: dict[str, Gate] = {}
        before: str | None = None
        for slug in slugs:
            won = self.best(player_id, slug).stars >= STARS_TO_GO_ON
            reached = before is None or self.best(player_id, before).stars >= STARS_TO_GO_ON
            free = all_open or won or reached
            gates[slug] = Gate(free, None if free else before)
            before = slug
        return gates

    def newest(self, player_id: int | None, slugs: Iterable[str]) -> str | None:
        """Where the journey goes on: the first level without a star, or the last one."""
        slugs = tuple(slugs)
        fresh = (s for s in slugs if self.best(player_id, s).stars < STARS_TO_GO_ON)
        return next(fresh, slugs[-1] if slugs else None)

    def tools(
        self, player_id: int | None, hand_outs: Mapping[str, _HandOut], all_open: bool = False
    ) -> tuple[tuple[str, str], ...]:
        """What the levels reached hand out, in their order.

        Each is its sort, "slider", "optimizer" or "button", and its name.
        """
        gates = self.unlocked(player_id, hand_outs, all_open)
        found: dict[tuple[str, str], None] = {}
        for slug, hand_out in hand_outs.items():
            if gates[slug].open:
                sliders = [slider[0] for slider in hand_out.sliders]
                sorts = zip(
                    ("slider", "optimizer", "button"),
                    (sliders, hand_out.optimizers, hand_out.buttons),
                    strict=True,
                )
                found |= {(sort, name): None for sort, names in sorts for name in names}
        return tuple(found)

    # ---- lessons

    def study(self, player_id: int | None) -> Study:
        """How far a player has come in the lessons."""
        page = self._opened().get(player_id) if player_id is not None else None
        return page.study if page else self._nobodys_study

    def keep_study(self, player_id: int | None, study: Study) -> None:
        """Keep how far a player has come; of nobody only until the game ends."""
        page = self._opened().get(player_id) if player_id is not None else None
        if page is None or player_id is None:
            self._nobodys_study = study
        elif study != page.study:
            page.study = study
            self._shelf.save(player_id, page)

    def _bests(self, player_id: int | None, slugs: Iterable[str] | None) -> list[Best]:
        page = self._opened().get(player_id) if player_id is not None else None
        levels = page.levels if page else {}
        wanted = levels if slugs is None else set(slugs)
        return [best for slug, best in levels.items() if slug in wanted]


def result_of(site: "Site", expedition: "Expedition") -> Result:
    """The result of a finished walk on a level; one without a single move counts as practice."""
    from game.sim.codes import WalkCode, encode_walk
    from game.sim.score import score

    now, setup = expedition.now, site.setup
    points = score(setup, now, site.level.par_water)
    walk = WalkCode(site.level.slug, setup.fingerprint, setup.seed, expedition.commands)
    return Result(
        stars=points.stars,
        score=points.total,
        distance=points.distance,
        water=now.water,
        gems=len(now.collected),
        walk=encode_walk(walk),
        practice=expedition.rewinds > 0 or len(expedition.states) == 1,
    )
