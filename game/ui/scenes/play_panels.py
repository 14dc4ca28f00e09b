"""Everything around the desert while playing: title, speech, water, chart, numbers, tools."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.levels import Level
from game.sim.commands import ChooseOptimizer, ChooseSchedule, Command, Tune
from game.sim.expedition import Expedition
from game.sim.run import preview
from game.sim.schedules import SCHEDULES, Constant, Exponential, name_of
from game.text import text
from game.ui import fonts, tool_words
from game.ui.pace import STEPS_A_SECOND, Pace
from game.ui.scenes.numbers_panel import NumbersPanel, lines, numbers_width
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.chart import Chart
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.drops import Drops
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, SpeechPanel, TitlePanel
from game.ui.widgets.scale import SliderScale
from game.ui.widgets.slider import Slider
from game.ui.widgets.widget import Widget

EDGE, TOP, GAP, TALL = 18, 14, 12, 52
_LEAST_HINT = 200
_WIDEST_SIDE = 330
_SIDE = 178  # as wide as the land between the square and the canvas


@dataclass(frozen=True)
class Wishes:
    """What the panels may ask of the scene."""

    command: Callable[[Command], None]
    walk: Callable[[], None]
    rewind: Callable[[], None]
    restart: Callable[[], None]
    back: Callable[[], None]
    names: Callable[[], None]
    speed: Callable[[int], None]
    say: Callable[[str], None]
    press: Callable[[str], None]  # "step", "gust", "leap", "dig"


def scale_of(parameter: str, low: float, high: float) -> SliderScale:
    """The ladder of values of one parameter's slider."""
    if parameter == "learning_rate":
        return SliderScale(low, high, 57, log=True)
    if parameter == "clip_norm":
        return SliderScale(low, high, 25, log=True, endless=True)
    return SliderScale(low, high, 1 + round((high - low) / 0.02) if high <= 1 else 41)


class PlayPanels:
    """The widgets of the play scene for one level, kept in step with the walk by `sync`."""

    def __init__(self, stage: Stage, level: Level, expedition: Expedition, wishes: Wishes) -> None:
        self._stage, self._level, self._wishes = stage, level, wishes
        self._theme, self._names = stage.theme, stage.settings.names
        held = level.hand_out
        buttons = ["step", "walk", *(b for b in ("gust", "leap", "dig") if b in held.buttons)]
        choices = int(len(held.optimizers) > 1) + int(len(held.schedules) > 1)
        count = len(held.sliders) + choices
        bar = layout.control_bar(
            self._theme, max(count, 1), len(buttons), self._least_button(buttons)
        )
        tools = [*self._tools(bar.tools, expedition), *self._hint(bar, count == 0)]
        self.buttons = {
            name: self._button(name, rect) for name, rect in zip(buttons, bar.buttons, strict=True)
        }
        self.bar_top = bar.panel.top
        self._top_row(expedition)
        self._side = self._side_buttons()
        self.ring = FocusRing(
            self._theme,
            [
                Panel(self._theme, bar.panel),
                self._title,
                self.speech,
                self._drops,
                self._numbers,
                *self._side,
                self._speed,
                *tools,
                *self.buttons.values(),
                self.chart,
            ],
        )

    def sync(self, expedition: Expedition, pace: Pace) -> None:
        """Show the present state; cheap where nothing has changed."""
        now = expedition.now
        self._drops.left = now.water
        self.chart.show([state.height for state in expedition.states])
        for name, slider in self._sliders.items():
            slider.visible = self._acts(name, expedition)
            slider.value = self._value(name, expedition)
        if "learning_rate" in self._sliders:
            rate = now.learning_rate
            slider = self._sliders["learning_rate"]
            slider.effective = rate if rate != slider.value else None
        if self._gear:
            self._gear.value = now.tools.optimizer
        if self._schedule:
            self._schedule.value = name_of(now.tools.schedule)
        self._numbers.show(now, preview(expedition.setup, now), self._names)
        self._sync_buttons(expedition, pace)

    def _sync_buttons(self, expedition: Expedition, pace: Pace) -> None:
        running = "pause" if pace.running else "walk"
        self.buttons["walk"].say(tool_words.BUTTONS[running].name(self._names))
        for name, cost in (("gust", 2), ("leap", 3)):
            if name in self.buttons:
                short = expedition.now.water < cost
                needs = text("Needs {cost} water", cost=cost) if short else ""
                self.buttons[name].reason = self._locked(name) or needs
        if "dig" in self.buttons:
            self.buttons["dig"].reason = self._locked("dig")
        new = text("Nothing to undo yet") if len(expedition.states) == 1 else ""
        self._rewind.reason = self._locked("rewind") or new
        self._speed.value = pace.speed

    def _acts(self, name: str, expedition: Expedition) -> bool:
        tools = expedition.now.tools
        if name == "shrink":
            return self._schedule is None or isinstance(tools.schedule, Constant | Exponential)
        return name in tools.parameters() or name in ("noise", "leap_reach", "gust_strength")

    @staticmethod
    def _value(name: str, expedition: Expedition) -> float:
        tools = expedition.now.tools
        if name == "shrink":
            return tools.schedule.rate if isinstance(tools.schedule, Exponential) else 1.0
        return float(getattr(tools, name))

    def _tools(self, rects: list[pygame.Rect], expedition: Expedition) -> list[Widget]:
        held, names = self._level.hand_out, self._names
        boxes = iter(rects)
        self._sliders = {
            name: self._slider(next(boxes), name, low, high, self._value(name, expedition))
            for name, low, high in held.sliders
        }
        self._gear = self._schedule = None
        if len(held.optimizers) > 1:
            self._gear = Choice(
                self._theme,
                next(boxes),
                tool_words.GEAR_NAME.name(names),
                [Option(n, tool_words.OPTIMIZERS[n].name(names)) for n in held.optimizers],
                expedition.now.tools.optimizer,
                lambda name: self._wishes.command(ChooseOptimizer(str(name))),
                tip=tool_words.GEAR_NAME.tip(names),
                reason=self._locked("optimizer"),
                on_refused=self._wishes.say,
            )
        if len(held.schedules) > 1:
            self._schedule = Choice(
                self._theme,
                next(boxes),
                tool_words.SCHEDULE_NAME.name(names),
                [Option(n, tool_words.SCHEDULES[n].name(names)) for n in held.schedules],
                name_of(expedition.now.tools.schedule),
                lambda name: self._wishes.command(ChooseSchedule(SCHEDULES[str(name)]())),
                tip=tool_words.SCHEDULE_NAME.tip(names),
                reason=self._locked("schedule"),
                on_refused=self._wishes.say,
            )
        chosen = [choice for choice in (self._gear, self._schedule) if choice is not None]
        return [*self._sliders.values(), *chosen]

    def _hint(self, bar: layout.ControlBar, empty: bool) -> list[Widget]:
        """The level's hint, where tools and buttons leave it room."""
        px = self._theme.px
        left = bar.panel.left + px(24) if empty else bar.tools[-1].right + px(30)
        box = pygame.Rect(left, bar.panel.top, bar.buttons[0].left - px(24) - left, 0)
        box.height = bar.panel.height
        if box.width < px(_LEAST_HINT):
            return []
        hint = text(self._level.hint)
        return [Label(self._theme, box, hint, size=18, family=fonts.STRONG, most=6)]

    def _slider(
        self, rect: pygame.Rect, name: str, low: float, high: float, value: float
    ) -> Slider:
        words = tool_words.SLIDERS[name]
        return Slider(
            self._theme,
            rect,
            words.name(self._names),
            scale_of(name, low, high),
            value,
            colour=getattr(self._theme.palette, words.colour),
            unit=lambda shown: tool_words.value_text(name, shown),
            on_change=lambda chosen: self._wishes.command(setting(name, chosen)),
            tip=words.tip(self._names),
            reason=self._locked(name),
            on_refused=self._wishes.say,
        )

    def _locked(self, name: str) -> str:
        """Why a tool can't be used, where a teacher locked it; else ""."""
        return text("Your teacher locked this.") if name in self._stage.locked else ""

    def _least_button(self, buttons: list[str]) -> int:
        """Pixels that the longest key or part of a name on a button needs."""
        floor, hints = self._theme.floor_px, [self._hint_of(name) for name in buttons]
        names = [tool_words.BUTTONS[name].name(self._names).split() for name in (*buttons, "pause")]
        parts = [fonts.width(part, fonts.DISPLAY, floor) for words in names for part in words]
        keys = [fonts.width(hint, fonts.STRONG, floor) for hint in hints]
        return max((*parts, *keys)) + self._theme.px(20)

    def _hint_of(self, name: str) -> str:
        intent = Intent.RUN if name == "walk" else Intent(name)
        return self._stage.keys.prompt(intent)

    def _button(self, name: str, rect: pygame.Rect) -> Button:
        words = tool_words.BUTTONS[name]
        intent = Intent.RUN if name == "walk" else Intent(name)
        press = self._wishes.walk if name == "walk" else lambda: self._wishes.press(name)
        return Button(
            self._theme,
            rect,
            words.name(self._names),
            press,
            colour=getattr(self._theme.palette, words.colour),
            hint=self._hint_of(name),
            intent=intent,
            on_refused=self._wishes.say,
            tip=words.tip(self._names),
        )

    def _top_row(self, expedition: Expedition) -> None:
        theme, px = self._theme, self._theme.px
        wide, tall = theme.canvas
        grown = theme.text_scale - 1
        right, high = wide - px(EDGE), round(px(TALL) * (1 + 0.6 * grown))
        # On narrow canvases the child's words need the room more than the name and the drops.
        share, tank = (0.3, px(290)) if wide > 1.5 * tall else (0.27, px(236))
        title = pygame.Rect(px(EDGE), px(TOP), min(px(390), round(wide * share)), high)
        drops = pygame.Rect(right - tank, px(TOP), tank, high)
        speech = pygame.Rect(title.right + px(GAP), px(TOP), 0, high)
        speech.width = drops.left - px(GAP) - speech.left
        number = str(self._level.number or "\N{BULLET}")
        self._title = TitlePanel(theme, title, number, text(self._level.name))
        self.speech = SpeechPanel(theme, speech, "")
        self._drops = Drops(theme, drops, text("Water"), expedition.setup.water)
        self._drops.tip = text("How many steps your water is good for.")
        self.speech.tip = text("What the child feels and thinks.")
        self._side_top = under = px(TOP) + high + px(GAP)
        shown = lines(expedition.now, preview(expedition.setup, expedition.now), self._names)
        side = min(max(px(_SIDE), numbers_width(theme, shown)), px(_WIDEST_SIDE))
        # Larger words need larger boxes, as far as the bar below leaves room.
        room = self.bar_top - 2 * px(GAP) - under
        grown = min(1 + 0.5 * grown, max(1.0, room / px(124 + 112)))
        self._small = pygame.Rect(right - side, under, side, round(px(124) * grown))
        self._large = pygame.Rect(0, 0, px(760), px(430))
        self._large.center = (wide // 2, tall // 2 - px(20))
        names = (text("Height"), text("Steps"))
        self.chart = Chart(
            theme,
            self._small,
            names=names if self._names == "child" else (text("Loss (height)"), text("Steps")),
            on_press=self._zoom_chart,
            tip=text("How high you stood after each step. Press to enlarge."),
        )
        box = pygame.Rect(right - side, self._small.bottom + px(GAP), side, round(px(112) * grown))
        self._numbers = NumbersPanel(theme, box)
        self._numbers.tip = text("How the next step is worked out.")

    def _zoom_chart(self) -> None:
        large = not self.chart.large
        self.chart.place(self._large if large else self._small, large)

    def _side_buttons(self) -> list[Button]:
        theme, px, wishes = self._theme, self._theme.px, self._wishes
        side, top = px(64), self._side_top
        found = []
        wanted = (
            ("back", Intent.BACK, wishes.back, text("Back to the levels")),
            ("restart", Intent.RESTART, wishes.restart, text("Start this level again")),
            (
                "rewind",
                Intent.REWIND,
                wishes.rewind,
                text("Undo a step. Then the walk is practice."),
            ),
        )
        for i, (icon, intent, press, tip) in enumerate(wanted):
            rect = pygame.Rect(px(EDGE) + i * (side + px(10)), top, side, side)
            tip = self._stage.keys.told(tip, intent)
            found.append(
                Button(
                    theme,
                    rect,
                    "",
                    press,
                    icon=icon,
                    intent=intent,
                    colour=theme.palette.cream,
                    on_refused=wishes.say,
                    tip=tip,
                )
            )
        self._rewind = found[2]
        left = found[2].rect.right + px(10)
        self._speed = Choice(
            theme,
            pygame.Rect(left, top, px(330), px(64)),
            "",
            [Option(i, icon=f"speed{i + 1}") for i in range(len(STEPS_A_SECOND))],
            self._stage.settings.speed,
            lambda speed: wishes.speed(int(str(speed))),
            colour=theme.palette.green,
            tip=text("How fast you walk. Steps stay the same."),
        )
        return found


def setting(name: str, value: float) -> Command:
    """The command that a slider gives."""
    if name == "shrink":
        return ChooseSchedule(Exponential(value) if value < 1 else Constant())
    return Tune(name, value)
