"""The journey: the levels as stops of a trail across the desert."""

import pygame

from game import levels
from game.progress import Best, Gate
from game.sim.codes import CodeError, decode_walk
from game.text import text
from game.ui.outcomes import LevelChosen, Swapped, WatchWalk
from game.ui.party import figure_of
from game.ui.scenes.journey_map import STOPS, Trail, Traveller, chapter_name, picture, trail_on
from game.ui.scenes.journey_panel import (
    StopPanel,
    Wishes,
    header,
    message_panel,
    page_buttons,
)
from game.ui.scenes.journey_stops import Stop, StopText
from game.ui.signals import Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets.callouts import Callout
from game.ui.widgets.focus import FocusRing

PLAYERS = "players"
_COLOURS = ("rose", "blue", "green", "orange", "violet", "yellow")
_MESSAGE_MS = 8000.0


class Journey(Scene):
    """Ends with LevelChosen, WatchWalk, Swapped (to the players), or Back."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.book = stage.book
        course = stage.course or {path.stem: path.stem for path in levels.shipped()}
        self.opens = course  # slug -> what opens the level
        self.slugs = list(course)
        self.heads = {slug: levels.head(levels.find(name)) for slug, name in course.items()}
        self._newest = self._find_newest()
        self.chosen = self._newest
        self.chapter = self._chapter_of(self.chosen)
        self._set_out_from: int | None = None
        self._message_ms = 0.0
        self._laid_out = False

    # ---- laying out

    def arrange(self) -> None:
        theme = self.stage.theme
        self.trail = trail_on(theme.canvas, self.chapter)
        self._gates = self._find_gates()
        self._back = picture(theme, self.chapter, self.trail, self._reached())
        wishes = Wishes(self._leave, self._change_player, self._play, self._watch, self._turn)
        self.stops = self._make_stops()
        self.traveller = self._make_traveller(self.trail)
        self.panel = StopPanel(self.stage, wishes)
        self.message = message_panel(self.stage)
        player = self.stage.player
        back, plate, who = header(
            self.stage, wishes, self._title(), player.nickname if player else "", self._won()
        )
        pages = page_buttons(self.stage, wishes, self.chapter, self._chapters())
        self.ring = FocusRing(
            theme,
            [plate, *self.stops.values(), self.traveller, *pages, *self.panel.widgets, who, back,
             self.message],
        )  # fmt: skip
        self._choose(self.chosen)
        if not self._laid_out:  # later the focus stays where it was
            self._laid_out = True
            self._focus_chosen()

    def _focus_chosen(self, shown: bool = False) -> None:
        if self.chosen in self.stops:
            self.ring.focus(self.stops[self.chosen], shown)

    def _make_stops(self) -> dict[str, Stop]:
        """The stops of this stretch, by slug."""
        palette, made = self.stage.theme.palette, {}
        for at, slug in enumerate(self._here()):
            head = self.heads[slug]
            said = StopText(
                str(head.number),
                text(head.name),
                self._best(slug).stars,
                self._reason(slug),
            )
            made[slug] = Stop(
                self.stage.theme,
                self.trail.stop(at),
                said,
                lambda slug=slug: self._press(slug),
                getattr(palette, _COLOURS[at % len(_COLOURS)]),
            )
            made[slug].still = self.stage.settings.reduced_motion
        return made

    def _make_traveller(self, trail: Trail) -> Traveller:
        still = self.stage.settings.reduced_motion
        child = Traveller(self.stage.theme, figure_of(self.stage.player), trail, still)
        here = self._here()
        if self._newest in here:
            child.stand(here.index(self._newest), self._set_out_from)
        self._set_out_from = None
        return child

    def _here(self) -> list[str]:
        return self.slugs[self.chapter * STOPS : (self.chapter + 1) * STOPS]

    def _reached(self) -> int:
        """The point of the trail up to which there are footprints."""
        here = self._here()
        if self._newest in here:
            return self.trail.stops[here.index(self._newest)]
        before = self._newest is not None and self.slugs.index(self._newest) < self.chapter * STOPS
        return 0 if before else len(self.trail.points) - 1

    def _title(self) -> str:
        if self._chapters() == 1:
            return text("The journey")
        return text("The journey: {hour}", hour=chapter_name(self.chapter))

    def _won(self) -> tuple[str, str]:
        player_id = self._player_id()
        stars, most = self.book.stars(player_id, self.slugs), 3 * len(self.slugs)
        return text("{stars} of {most}", stars=stars, most=most), str(self.book.gems(player_id))

    # ---- what the book says

    def _player_id(self) -> int | None:
        player = self.stage.player
        return player.id if player else None

    def _best(self, slug: str) -> Best:
        return self.book.best(self._player_id(), slug)

    def _find_newest(self) -> str | None:
        return self.book.newest(self._player_id(), self.slugs)

    def _find_gates(self) -> dict[str, Gate]:
        free = self.stage.settings.all_levels or self.stage.course is not None
        return self.book.unlocked(self._player_id(), self.slugs, free)

    def _reason(self, slug: str) -> str:
        gate = self._gates[slug]
        if gate.open or gate.needs is None:
            return ""
        return text("Win a star in {level} first.", level=text(self.heads[gate.needs].name))

    def _chapters(self) -> int:
        return max(1, -(-len(self.slugs) // STOPS))

    def _chapter_of(self, slug: str | None) -> int:
        return self.slugs.index(slug) // STOPS if slug else 0

    # ---- events and time

    def handle(self, signal: Signal) -> bool:
        used = self.ring.handle(signal)
        self._follow_focus()
        return used

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)
        self._follow_focus()
        self._message_ms -= elapsed_ms
        if self._message_ms <= 0:
            self.message.text = self.stage.messages.pop(0) if self.stage.messages else ""
            self._message_ms = _MESSAGE_MS if self.message.text else 0.0

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def resume(self, outcome: object) -> None:
        """Back from a walk: the child sets out for what was opened."""
        before, self._newest = self._newest, self._find_newest()
        if self._newest != before:
            self.chosen = self._newest
            self.chapter = self._chapter_of(self._newest)
            here = self._here()
            self._set_out_from = here.index(before) if before in here else None
        shown = self.ring.shown
        self.arrange()
        self._focus_chosen(shown)

    def pointers(self) -> tuple[Callout, ...]:
        """What the help says of the map."""
        said = [Callout(self.panel.play.rect, text("Walk this level."))]
        if self.chosen in self.stops:
            words = text("Every stop is a level. Win a star, and the next one opens.")
            said.append(Callout(self.stops[self.chosen].rect, words))
        return tuple(said)

    def _follow_focus(self) -> None:
        """With keys, going to a stop is choosing it; a pointer chooses by pressing."""
        if self.ring.shown:
            for slug, stop in self.stops.items():
                if stop is self.ring.current and slug != self.chosen:
                    self._choose(slug)

    # ---- what the player wishes

    def _choose(self, slug: str | None) -> None:
        self.chosen = slug
        for other, stop in self.stops.items():
            stop.selected = other == slug
        if slug is not None:
            head = self.heads[slug]
            idea = getattr(head, "idea", "") if self.stage.settings.names == "grown-up" else ""
            line = text(idea) if idea else text(head.opening)
            self.panel.show(
                str(head.number), text(head.name), line, self._best(slug), self._reason(slug)
            )

    def _press(self, slug: str) -> None:
        if slug == self.chosen:
            self._play()
        else:
            self._choose(slug)

    def _play(self) -> None:
        if self.chosen is not None and not self._reason(self.chosen):
            self.outcome = LevelChosen(self.opens[self.chosen])

    def _watch(self) -> None:
        walk = self._best(self.chosen).walk if self.chosen else ""
        try:
            decode_walk(walk)
        except CodeError:  # whatever may stand in a file that somebody wrote by hand
            self.stage.messages.append(text("This walk can't be shown again."))
            return
        self.outcome = WatchWalk(walk)

    def _turn(self, step: int) -> None:
        self.chapter = min(max(self.chapter + step, 0), self._chapters() - 1)
        here = self._here()
        self.chosen = self._newest if self._newest in here else here[0 if step > 0 else -1]
        shown = self.ring.shown
        self.arrange()
        self._focus_chosen(shown)

    def _change_player(self) -> None:
        self.outcome = Swapped(PLAYERS)

    def _leave(self) -> None:
        self.outcome = Back()
