"""The sliders and choices of a level on the bar: those that act now, a page of them at a time."""

from dataclasses import fields

import pygame

from game.level_file import HandOut
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Command, Tune
from game.sim.expedition import Expedition
from game.sim.optimizers import OPTIMIZERS
from game.sim.run import RunState
from game.sim.schedules import SCHEDULES, Constant, Exponential, name_of
from game.text import text
from game.ui import tool_words
from game.ui.scenes.play_wishes import Wishes
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.layout import ControlBar
from game.ui.widgets.scale import SliderScale
from game.ui.widgets.slider import Slider
from game.ui.widgets.widget import Widget

Tool = Slider | Choice
_ALWAYS = ("noise", "leap_reach", "gust_strength", "batch_size")
_OF_OPTIMIZERS = {field.name for kind in OPTIMIZERS.values() for field in fields(kind)}


def scale_of(parameter: str, low: float, high: float) -> SliderScale:
    """The ladder of values of one parameter's slider."""
    if parameter == "learning_rate":
        return SliderScale(low, high, 57, log=True)
    if parameter == "clip_norm":
        return SliderScale(low, high, 25, log=True, endless=True)
    if parameter == "batch_size":  # whole messages
        return SliderScale(low, high, 1 + round(high - low))
    return SliderScale(low, high, 1 + round((high - low) / 0.02) if high <= 1 else 41)


def setting(name: str, value: float) -> Command:
    """The command that a slider gives."""
    if name == "shrink":
        return ChooseSchedule(Exponential(value) if value < 1 else Constant())
    return Tune(name, value)


def pages(names: list[str], places: int) -> list[list[str]]:
    """The tools in as many pages as they need, all but the last one full."""
    return [names[at : at + places] for at in range(0, len(names), places)] or [[]]


class ToolTray:
    """All tools that a level hands out; `sync` shows those that act, without holes between them.

    Choosing another gear or schedule changes which tools act: what chooses stands before what it
    changes, so that it does not move under the pointer.
    """

    def __init__(
        self, stage: Stage, held: HandOut, expedition: Expedition, wishes: Wishes, bar: ControlBar
    ) -> None:
        self._stage, self._theme, self._wishes = stage, stage.theme, wishes
        self._names, self._places, self._page = stage.settings.names, bar.tools, 0
        self._shown: list[list[str]] = []
        place = bar.tools[0] if bar.tools else pygame.Rect(0, 0, 0, 0)
        self.sliders = {
            name: self._slider(place, name, low, high, _value(name, expedition.now))
            for name, low, high in held.sliders
        }
        self.gear = self._gear(held, place, expedition.now)
        self.schedule = self._schedule(held, place, expedition.now)
        self.pager = self._pager(bar.pager) if bar.pager is not None else None
        self._tools = self._ordered()
        self.sync(expedition)

    @property
    def widgets(self) -> list[Widget]:
        """All of it, in the order of Tab."""
        found: list[Widget] = list(self._tools.values())
        return found if self.pager is None else [*found, self.pager]

    @property
    def page(self) -> int:
        """Which page of tools is shown, from 0."""
        return self._page

    def turn(self, page: int | None = None) -> None:
        """On to a page: the next one, round and round, where no number is given."""
        self._page = (self._page + 1 if page is None else page) % len(self._shown)
        self._lay_out()

    def sync(self, expedition: Expedition) -> None:
        """Show the present settings; cheap where nothing has changed."""
        now = expedition.now
        for name, slider in self.sliders.items():
            slider.value = _value(name, now)
        if "learning_rate" in self.sliders:
            rate, slider = now.learning_rate, self.sliders["learning_rate"]
            slider.effective = rate if rate != slider.value else None
        if self.gear:
            self.gear.value = now.tools.optimizer
        if self.schedule:
            self.schedule.value = name_of(now.tools.schedule)
        acting = [name for name in self._tools if self._acts(name, now)]
        shown = pages(acting, max(1, len(self._places)))
        if shown != self._shown:
            self._shown, self._page = shown, min(self._page, len(shown) - 1)
            self._lay_out()

    def _ordered(self) -> dict[str, Tool]:
        """The tools by name: how the child walks, then how its steps shrink, then all else."""
        walking: dict[str, Tool] = {"optimizer": self.gear} if self.gear else {}
        shrinking: dict[str, Tool] = {"schedule": self.schedule} if self.schedule else {}
        rest: dict[str, Tool] = {}
        for name, slider in self.sliders.items():
            of_gear = name in _OF_OPTIMIZERS and name != "clip_norm"
            group = walking if of_gear else shrinking if name == "shrink" else rest
            group[name] = slider
        return walking | shrinking | rest

    def _lay_out(self) -> None:
        page, tools = self._shown[self._page], self._tools
        for name, tool in tools.items():
            tool.visible = name in page
        for name, place in zip(page, self._places, strict=False):
            tools[name].put(place)
        if page:  # letters of one size side by side
            least = min(tools[name].name_px for name in page)
            for name in page:
                tools[name].keep_to(least)
        if self.pager is not None:
            self.pager.visible = len(self._shown) > 1
            self.pager.say(hint=f"{self._page + 1}/{len(self._shown)}")

    def _acts(self, name: str, state: RunState) -> bool:
        if name in ("optimizer", "schedule", *_ALWAYS):
            return True
        if name == "shrink":
            return self.schedule is None or isinstance(state.tools.schedule, Constant | Exponential)
        return name in state.tools.parameters()

    # ---- making them

    def _slider(
        self, place: pygame.Rect, name: str, low: float, high: float, value: float
    ) -> Slider:
        words = tool_words.SLIDERS[name]
        return Slider(
            self._theme,
            place,
            words.name(self._names),
            scale_of(name, low, high),
            value,
            colour=getattr(self._theme.palette, words.colour),
            unit=lambda shown: tool_words.value_text(name, shown),
            on_change=lambda chosen: self._wishes.command(setting(name, chosen)),
            tip=words.tip(self._names),
            reason=locked(self._stage, name),
            on_refused=self._wishes.say,
        )

    def _gear(self, held: HandOut, place: pygame.Rect, state: RunState) -> Choice | None:
        if len(held.optimizers) < 2:
            return None
        options = [Option(n, tool_words.OPTIMIZERS[n].name(self._names)) for n in held.optimizers]
        return Choice(
            self._theme,
            place,
            tool_words.GEAR_NAME.name(self._names),
            options,
            state.tools.optimizer,
            lambda name: self._wishes.command(ChooseOptimizer(str(name))),
            tip=tool_words.GEAR_NAME.tip(self._names),
            reason=locked(self._stage, "optimizer"),
            on_refused=self._wishes.say,
        )

    def _schedule(self, held: HandOut, place: pygame.Rect, state: RunState) -> Choice | None:
        if len(held.schedules) < 2:
            return None
        options = [Option(n, tool_words.SCHEDULES[n].name(self._names)) for n in held.schedules]
        return Choice(
            self._theme,
            place,
            tool_words.SCHEDULE_NAME.name(self._names),
            options,
            name_of(state.tools.schedule),
            lambda name: self._wishes.command(ChooseSchedule(SCHEDULES[str(name)]())),
            tip=tool_words.SCHEDULE_NAME.tip(self._names),
            reason=locked(self._stage, "schedule"),
            on_refused=self._wishes.say,
        )

    def _pager(self, place: pygame.Rect) -> Button:
        tip = self._stage.keys.told(text("More tools: the next page of them."), Intent.TOOLS)
        return Button(
            self._theme,
            place,
            "",
            self.turn,
            icon="sliders",
            intent=Intent.TOOLS,
            colour=self._theme.palette.cream,
            tip=tip,
        )


def locked(stage: Stage, name: str) -> str:
    """Why a tool can't be used, where a teacher locked it; else ""."""
    return text("Your teacher locked this.") if name in stage.locked else ""


def _value(name: str, state: RunState) -> float:
    tools = state.tools
    if name == "shrink":
        return tools.schedule.rate if isinstance(tools.schedule, Exponential) else 1.0
    return float(getattr(tools, name))
