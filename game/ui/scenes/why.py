"""Why did I miss? What happened, what would have happened, and every step worked out."""

from dataclasses import replace

import pygame

from game.advice import Advice
from game.locked_advice import advise_within, free_tools, settable
from game.sim.commands import Command, settings_to
from game.text import text
from game.ui import backdrop
from game.ui.outcomes import Tried, WhyAsked
from game.ui.scenes.why_frame import Frame, frame_for
from game.ui.scenes.why_happened import Happened
from game.ui.scenes.why_page import Page
from game.ui.scenes.why_photo import Photo
from game.ui.scenes.why_steps import Steps
from game.ui.scenes.why_what_if import WhatIfPage
from game.ui.signals import Intent, Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.story import Story
from game.ui.widgets.widget import sentences

PAGES: dict[str, type[Page]] = {"happened": Happened, "what_if": WhatIfPage, "steps": Steps}


class Why(Scene):
    """Ends with Back (to the results), or Tried (to walk again with one thing changed)."""

    def __init__(self, stage: Stage, asked: WhyAsked, page: str = "happened") -> None:
        super().__init__(stage)
        self.ended, self.diagnosis = asked.ended, asked.diagnosis
        expedition = asked.ended.expedition
        held = asked.ended.site.level.hand_out
        self.hand_out = free_tools(held, stage.locked)
        self.advice: Advice = advise_within(
            asked.diagnosis, expedition.setup, expedition.states, held, stage.locked
        )
        self._own = settings_to(expedition.now.tools, expedition.setup.tools)
        if asked.ended.watched:  # with tools, perhaps, that this player does not hold
            own, self._own = self._own, settable(self._own, self.hand_out)
            if own != self._own:
                self.advice = replace(self.advice, proven=False)
        if self.advice.what == "retry" and len(asked.ended.site.level.starts) > 1:
            self.advice = Advice("elsewhere")
        self._at = page
        self.page: Page | None = None

    def arrange(self) -> None:
        self._behind = backdrop.desert(self.stage.theme)
        self._open(self._at)

    def _open(self, name: str) -> None:
        """Turn to a page."""
        self._at = name
        frame = frame_for(self.stage.theme)
        self.photo = Photo(self.stage, frame.photo, self.ended, whole=name == "what_if")
        kept = self.page.kept if isinstance(self.page, PAGES[name]) else None
        self.page = PAGES[name](self, frame, kept)
        self.photo.overlay = self.page.overlay
        tabs = self._tabs(frame)
        self.ring = FocusRing(self.stage.theme, [self.photo, *tabs, *self.page.widgets])
        self.ring.focus(self.page.main, shown=False)
        stories = [widget.spoken for widget in self.page.widgets if isinstance(widget, Story)]
        label = next(tab.label for tab in tabs if tab.selected)
        self.ring.heading = sentences(label, *stories)

    def _turn(self, name: str) -> None:
        if name == self._at:
            return
        shown = self.ring.shown
        self._open(name)
        self.ring.focus(self.page.main or self.ring.stops[0], shown)
        self.stage.sounds.play("page")

    def _tabs(self, frame: Frame) -> list[Button]:
        theme, palette = self.stage.theme, self.stage.theme.palette
        names = {
            "happened": (text("What happened?"), text("What went on, and what to change.")),
            "what_if": (text("What if?"), text("Every bar is a walk with another step size.")),
            "steps": (text("Step by step"), text("Every move of your walk, with its numbers.")),
        }
        boxes = layout.columns(frame.bar, [1.3, 1, 1.2, 0.7], theme.px(10))
        found = []
        for (name, (label, tip)), box in zip(names.items(), boxes, strict=False):
            press = lambda name=name: self._turn(name)  # noqa: E731
            button = Button(theme, box, label, press, colour=palette.blue, tip=tip)
            button.selected = name == self._at
            found.append(button)
        found.append(
            Button(
                theme,
                boxes[-1],
                text("Back"),
                self._back,
                colour=palette.yellow,
                intent=Intent.BACK,
                hint=self.stage.keys.prompt(Intent.BACK),
            )
        )
        return found

    def handle(self, signal: Signal) -> bool:
        return self.ring.handle(signal) or bool(self.page and self.page.handle(signal))

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)
        if self.page is not None:
            self.page.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._behind, (0, 0))
        self.ring.draw(surface)

    def try_with(self, commands: tuple[Command, ...]) -> None:
        """Walk the level again with these settings from the start; what else was set stays so."""
        self.outcome = Tried((*self._own, *commands) if commands else ())

    def _back(self) -> None:
        self.outcome = Back()
