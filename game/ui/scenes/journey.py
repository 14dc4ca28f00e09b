"""The journey: the levels as stops of a trail across the desert, a page for each chapter."""

import pygame

from game import levels
from game.progress import Best, Gate
from game.sim.codes import CodeError, decode_walk
from game.text import text
from game.ui.outcomes import LessonChosen, LevelChosen, Opened, Swapped, WatchWalk
from game.ui.party import figure_of
from game.ui.scenes.journey_map import Trail, Traveller, painted, trail_on
from game.ui.scenes.journey_pages import Page, pages
from game.ui.scenes.journey_panel import (
    StopPanel,
    Wishes,
    header,
    message_panel,
    page_buttons,
    side_buttons,
)
from game.ui.scenes.journey_stops import Stop, StopText
from game.ui.signals import Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets.callouts import Callout
from game.ui.widgets.focus import FocusRing

PLAYERS, TOOLS = "players", "tools"
_COLOURS = ("rose", "blue", "green", "orange", "violet", "yellow")
_MESSAGE_MS = 8000.0


class Journey(Scene):
    """Ends with LevelChosen, LessonChosen, WatchWalk, Opened, Swapped (to the players), or Back."""

    warns = True

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.book = stage.book
        course = stage.course or {path.stem: path.stem for path in levels.shipped()}
        self.opens = course  # slug -> what opens the level
        self.slugs = list(course)
        self.heads = {slug: levels.head(levels.find(name)) for slug, name in course.items()}
        self.pages = pages(self.slugs)
        self._newest = self._find_newest()
        self.chosen = self._newest
        self.leaf = self._leaf_of(self.chosen)
        self._set_out_from: int | None = None
        self._message_ms = 0.0
        self._laid_out = False

    # ---- laying out

    def arrange(self) -> None:
        theme = self.stage.theme
        self.trail = trail_on(theme.canvas, self._here.picture)
        self._gates = self._find_gates()
        self._back = painted(theme, self._here.picture, self.trail, self._reached())
        wishes = Wishes(
            self._leave, self._change_player, self._play, self._watch, self._turn, self._learn,
            self._show_tools,
        )  # fmt: skip
        self.stops = self._make_stops()
        self.traveller = self._make_traveller(self.trail)
        self.panel = StopPanel(self.stage, wishes)
        beside = side_buttons(self.stage, wishes, self._lesson())
        self.message = message_panel(self.stage, beside)
        player = self.stage.player
        back, plate, who = header(
            self.stage, wishes, self._here.title, player.nickname if player else "", self._won()
        )
        turns = page_buttons(self.stage, wishes, self.leaf, len(self.pages), self.panel.rect.top)
        self.ring = FocusRing(
            theme,
            [plate, *self.stops.values(), self.traveller, *turns, *self.panel.widgets, *beside, who,
             back, self.message],
        )  # fmt: skip
        self.ring.heading = plate.spoken
        self._choose(self.chosen)
        if not self._laid_out:  # later the focus stays where it was
            self._laid_out = True
            self._focus_chosen()

    def _focus_chosen(self, shown: bool = False) -> None:
        if self.chosen in self.stops:
            self.ring.focus(self.stops[self.chosen], shown)

    def _make_stops(self) -> dict[str, Stop]:
        """The stops of this page, by slug."""
        palette, made = self.stage.theme.palette, {}
        for at, slug in enumerate(self._here.slugs):
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
                head.look.props,
            )
            made[slug].still = self.stage.settings.reduced_motion
        return made

    def _make_traveller(self, trail: Trail) -> Traveller:
        still = self.stage.settings.reduced_motion
        child = Traveller(self.stage.theme, figure_of(self.stage.player), trail, still)
        here = self._here.slugs
        if self._newest in here:
            child.stand(here.index(self._newest), self._set_out_from)
        self._set_out_from = None
        return child

    @property
    def _here(self) -> Page:
        return self.pages[self.leaf]

    def _reached(self) -> int:
        """The point of the trail up to which there are footprints."""
        here = self._here.slugs
        if self._newest in here:
            return self.trail.stops[here.index(self._newest)]
        before = self._leaf_of(self._newest) < self.leaf
        return 0 if before else len(self.trail.points) - 1

    def _lesson(self) -> str:
        """What is said of the chapter's lesson; "" where there is none to open."""
        from game.ui.flow import FOLLOWING  # it imports the title, which imports little

        chapter = self._here.chapter
        if chapter is None or LessonChosen not in FOLLOWING:
            return ""
        return text("What this chapter is about: {idea}", idea=text(chapter.idea))

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

    def _leaf_of(self, slug: str | None) -> int:
        return next((at for at, page in enumerate(self.pages) if slug in page.slugs), 0)

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
            self.leaf = self._leaf_of(self._newest)
            here = self._here.slugs
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
            idea = head.idea if self.stage.settings.names == "grown-up" else ""
            line = text(idea) if idea else text(head.opening)
            self.panel.show(slug, head, line, self._best(slug), self._reason(slug))

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
        self.leaf = min(max(self.leaf + step, 0), len(self.pages) - 1)
        here = self._here.slugs
        self.chosen = self._newest if self._newest in here else here[0 if step > 0 else -1]
        shown = self.ring.shown
        self.arrange()
        self._focus_chosen(shown)

    def _learn(self) -> None:
        if self._here.chapter is not None:
            self.outcome = LessonChosen(self._here.chapter.number)

    def _show_tools(self) -> None:
        self.outcome = Opened(TOOLS)

    def _change_player(self) -> None:
        self.outcome = Swapped(PLAYERS)

    def _leave(self) -> None:
        self.outcome = Back()
