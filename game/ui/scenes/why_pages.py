"""The three pages of why: what happened, what would have happened, every step worked out."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.sim.diagnosis import Cause
from game.sim.events import Ending
from game.sim.explained import explain
from game.sim.side_notes import side_note
from game.sim.what_if import Fate, WhatIf, strip_values, sweep
from game.text import ntext, text
from game.ui import advice_words, tool_words, why_words
from game.ui.scenes.why_frame import Frame
from game.ui.scenes.why_photo import Photo
from game.ui.signals import Signal
from game.ui.sum_words import Row, formula, rows
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.chart import Chart
from game.ui.widgets.label import Label
from game.ui.widgets.legend import Legend
from game.ui.widgets.panel import Panel, SpeechPanel
from game.ui.widgets.scale import SliderScale
from game.ui.widgets.slider import Slider
from game.ui.widgets.story import Story, Told
from game.ui.widgets.strip import ICONS, Strip, colour_of
from game.ui.widgets.widget import Widget, sentences

if TYPE_CHECKING:
    from game.ui.scenes.why import Why

_STEP_MS, _LONGEST_MS = 160.0, 4000.0  # how fast a ghost walks, and how long it may take
_WIDER = 16.0  # times and shares of the player's step size, where there is no slider for it


class Page:
    """One page: its `widgets`, what it draws on the photo, and what it `kept` for a new layout."""

    def __init__(self, why: "Why", frame: Frame, kept: Any = None) -> None:
        self.why, self.stage, self.frame = why, why.stage, frame
        self.kept = kept
        self.widgets: list[Widget] = []
        self.main: Widget | None = None  # what the keys speak to at first

    @property
    def states(self) -> list[Any]:
        """The states of the walk."""
        return self.why.ended.expedition.states

    def overlay(self, photo: Photo, surface: pygame.Surface) -> None:
        """Draw on the photo."""

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""

    def handle(self, signal: Signal) -> bool:
        """Use a signal that no widget wanted."""
        return False


class Happened(Page):
    """Names it, points at it, and says what to change."""

    def __init__(self, why: "Why", frame: Frame, kept: Any = None) -> None:
        super().__init__(why, frame, kept)
        theme, told = self.stage.theme, why.diagnosis
        setup = why.ended.expedition.setup
        happened = why_words.what_happened(told, setup, self.states)
        more = why_words.besides(side_note(told, setup, self.states))
        head = why_words.headline(told, setup, self.states[-1])
        story = Told(head, sentences(happened, more), why_words.term(told))
        said, press = self._foot(frame.foot)
        speech = SpeechPanel(
            theme, said, advice_words.change(why.advice, self.stage.settings.names)
        )
        commands = why.advice.commands
        label = text("Try it!") if commands else text("Again")
        button = Button(
            theme,
            press,
            label,
            lambda: why.try_with(commands),
            colour=theme.palette.green,
            icon="play" if commands else "restart",
            tip=text("Walk again with this one change.") if commands else "",
        )
        upper, lower = layout.rows(frame.side, [1.35, 1], theme.px(12))
        names = (text("Height"), text("Steps"))
        if self.stage.settings.names != "child":
            names = (text("Loss (height)"), text("Steps"))
        self._chart = Chart(theme, lower, [s.height for s in self.states], names=names, intent=None)
        self._chart.place(lower, large=True)
        if not self._chart.fits:
            self._chart.place(lower, large=False)
        self._chart.focusable = False
        self.widgets = [Story(theme, upper, story), self._chart, speech, button]
        self.main = button

    def _foot(self, foot: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
        """Room for the advice, and for the button: beside it, or below it where there is height."""
        theme, grown = self.stage.theme, self.stage.theme.text_scale - 1
        tall = theme.px(80 + 20 * grown)
        if foot.height > theme.px(170):
            said, press = layout.rows(foot, [foot.height - tall, tall], theme.px(12))
            return said, press
        least = round(theme.px(190) * (1 + 0.5 * grown))
        said, press = layout.columns(foot, [foot.width - least, least], theme.px(12))
        press.inflate_ip(0, min(0, tall - press.height))
        return said, press

    def overlay(self, photo: Photo, surface: pygame.Surface) -> None:
        """The move that shows it, ringed."""
        told, states = self.why.diagnosis, self.states
        at = min(told.state, len(states) - 1)
        if told.cause in why_words.MOVES and at + 1 < len(states):
            photo.arrows(surface, states[at], states[at + 1])
        if told.cause is not Cause.FOUND:
            step = why_words.step_of(told, states)
            photo.ring(surface, states[at].place, text("Step {step}", step=step))


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


class Steps(Page):
    """Every move of the walk, worked out with its numbers."""

    def __init__(self, why: "Why", frame: Frame, kept: Any = None) -> None:
        super().__init__(why, frame, kept)
        theme, count = self.stage.theme, len(self.states) - 1
        self.at = min(max(kept if kept is not None else why.diagnosis.state, 0), max(count - 1, 0))
        self._sheet = SumSheetOf(self)
        self.widgets = [self._sheet.widget]
        upper, lower = layout.rows(
            frame.foot.inflate(-theme.px(40), -theme.px(16)), [1.5, 1], theme.px(6)
        )
        plate = Panel(theme, frame.foot)
        says = text("White arrow: the way down. Dots: your step. In brackets: (east, south).")
        legend = Label(theme, lower, says, size=theme.sizes.body - 2, most=2)
        self.widgets += [plate, legend]
        if count > 1:
            self._slider = Slider(
                theme,
                upper,
                text("Step"),
                SliderScale(1, count, count),
                float(self.at + 1),
                colour=theme.palette.yellow,
                unit=lambda value: text(
                    "{step} of {steps}", step=round(value), steps=max(count, 1)
                ),
                on_change=self._go,
                tip=text("Slide to any step of your walk."),
            )
            self.widgets.append(self._slider)
            self.main = self._slider
        self._sheet.show()

    def _go(self, value: float) -> None:
        self.at = self.kept = round(value) - 1
        self._sheet.show()

    def overlay(self, photo: Photo, surface: pygame.Surface) -> None:
        """The arrows of the step."""
        if len(self.states) < 2:
            return
        before, after = self.states[self.at], self.states[self.at + 1]
        photo.arrows(surface, before, after)
        photo.ring(surface, before.place, text("Step {step}", step=self.at + 1))


class SumSheetOf:
    """The sheet of the step that a page of steps stands at."""

    def __init__(self, page: Steps) -> None:
        from game.ui.widgets.sum_sheet import SumSheet

        self._page = page
        self.widget = SumSheet(page.stage.theme, page.frame.side, "", [])

    def show(self) -> None:
        """Show the numbers of the page's step."""
        page = self._page
        if len(page.states) < 2:
            said = Row(text("You dug before the first step."), "", "")
            self.widget.show(text("No steps"), [said])
            return
        before, after = page.states[page.at], page.states[page.at + 1]
        if after.ending is Ending.LEFT_MAP and after.place is before.place:
            said = Row(text("This step was longer than any number can tell."), "", "")
            self.widget.show(text("Step {step}", step=page.at + 1), [said])
            return
        told = explain(before, after)
        shown = f"  p \N{LEFTWARDS ARROW} {formula(told)}"
        title = text("{name}: {value}", name=text("Step {step}", step=page.at + 1), value=shown)
        self.widget.show(title, rows(told, page.stage.settings.names))
