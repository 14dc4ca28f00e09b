"""What if: the page with a strip of step sizes, each walked by a ghost."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.sim.what_if import Fate, WhatIf, strip_values, sweep
from game.text import ntext, text
from game.ui import tool_words, why_words
from game.ui.scenes.why_frame import Frame
from game.ui.scenes.why_page import Page
from game.ui.scenes.why_photo import Photo
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.legend import Legend
from game.ui.widgets.story import Story, Told
from game.ui.widgets.strip import ICONS, Strip, colour_of

if TYPE_CHECKING:
    from game.ui.scenes.why import Why

_STEP_MS, _LONGEST_MS = 160.0, 4000.0  # how fast a ghost walks, and how long it may take
_WIDER = 16.0  # times and shares of the player's step size, where there is no slider for it


class WhatIfPage(Page):
    """The strip of step sizes; moving along it plays the walk with each."""

    def __init__(self, why: "Why", frame: Frame, kept: Any = None) -> None:
        super().__init__(why, frame, kept)
        expedition = why.ended.expedition
        self.tools = expedition.now.tools
        self.told = self._sweep() if kept is None else kept[0]
        own = self.told.nearest(self.tools.learning_rate)
        self.at = own if kept is None else kept[1]
        self._time_ms = 0.0
        self._arrange(own)
        self._show(self.at)

    def _sweep(self) -> WhatIf:
        rate, setup = self.tools.learning_rate, self.why.ended.expedition.setup
        sliders = {name: ends for name, *ends in self.why.ended.site.level.hand_out.sliders}
        rate = max(rate, 1e-3)
        low, high = sliders.get("learning_rate", (rate / _WIDER, rate * _WIDER))
        values = strip_values(max(min(low, rate), 1e-3), max(high, rate))
        values[np.argmin(np.abs(np.log(values / rate)))] = rate  # the player's own, exactly
        return sweep(setup, self.tools, "learning_rate", values)

    def _arrange(self, own: int) -> None:
        theme, told = self.stage.theme, self.told
        ends = (self._value(0), self._value(len(told.values) - 1))
        self._strip = Strip(
            theme,
            self.frame.foot,
            told.fates,
            self._heights(),
            own,
            self._show,
            ends=ends,
            said=self._sentence,
        )
        self._strip.at = self.at
        self._strip.tip = text("Every bar is a walk with another step size.")
        can_try = any(name == "learning_rate" for name, *_ in self.why.hand_out.sliders)
        side = self.frame.side
        shares = [4.2, 3.6, 1.1] if can_try else [4.4, 3.6]
        boxes = layout.rows(side, shares, theme.px(12))
        self._story = Story(theme, boxes[0], Told("", ""), 30)
        palette = theme.palette
        shown = [fate for fate in Fate if fate in told.fates]
        legend = [
            (ICONS[fate], colour_of(fate, palette), why_words.FATES[fate]()) for fate in shown
        ]
        self.widgets = [self._strip, self._story, Legend(theme, boxes[1], legend)]
        self.main = self._strip
        if can_try:
            button = Button(
                theme,
                boxes[2],
                text("Try it!"),
                self._try,
                colour=palette.green,
                icon="play",
                tip=text("Walk again with this one change."),
            )
            self.widgets.append(button)

    def _heights(self) -> tuple[float, ...]:
        """How tall each bar is: whole where the gem is found, else how near the walk ends."""
        setup = self.why.ended.expedition.setup
        from_start = float(np.hypot(*(setup.start - setup.gem))) or 1.0
        found = []
        for fate, away in zip(self.told.fates, self.told.distances, strict=True):
            near = max(0.0, 1.0 - float(away) / from_start)
            found.append({Fate.FOUND: 1.0, Fate.OFF_MAP: 0.0}.get(fate, 0.15 + 0.6 * near))
        return tuple(found)

    def _value(self, which: int) -> str:
        return tool_words.value_text("learning_rate", self._rate(which))

    def _rate(self, which: int) -> float:
        return float(f"{self.told.values[which]:.3g}")

    def _sentence(self, which: int) -> str:
        name = tool_words.SLIDERS["learning_rate"].name(self.stage.settings.names)
        head = text("{name}: {value}", name=name, value=self._value(which))
        return f"{head}. {why_words.fate_line(self.told, which)}"

    def _show(self, which: int) -> None:
        self.at, self._time_ms = which, 0.0
        self.kept = (self.told, which)
        name = tool_words.SLIDERS["learning_rate"].name(self.stage.settings.names)
        good = sum(fate is Fate.FOUND for fate in self.told.fates)
        counted = ntext(
            "{count} of {all} finds the gem.",
            "{count} of {all} find the gem.",
            good,
            all=len(self.told.fates),
        )
        head = text("{name}: {value}", name=name, value=self._value(which))
        self._story.told = Told(head, why_words.fate_line(self.told, which), counted)

    def _try(self) -> None:
        from game.sim.commands import Tune

        self.why.try_with((Tune("learning_rate", self._rate(self.at)),))

    def update(self, elapsed_ms: float) -> None:
        """The ghost walks on."""
        self._time_ms += elapsed_ms

    def overlay(self, photo: Photo, surface: pygame.Surface) -> None:
        """The chosen walk, as far as its ghost has come."""
        path = self.told.path(self.at)
        whole_ms = min(_LONGEST_MS, _STEP_MS * max(1, len(path) - 1))
        share = 1.0 if photo.still else min(1.0, self._time_ms / whole_ms)
        photo.ghost_walk(surface, path, share)
        if share >= 1.0:
            fate = self.told.fates[self.at]
            palette = self.stage.theme.palette
            photo.chip(surface, path[-1], ICONS[fate], colour_of(fate, palette))
