"""Everything around the desert while playing, and what it shows of the walk."""

import pygame

from game.deserts import name_of
from game.levels import Site
from game.sim.expedition import Expedition
from game.sim.run import preview
from game.text import text
from game.ui import fonts, tool_words
from game.ui.named_lines import hint_of
from game.ui.pace import Pace
from game.ui.scenes.numbers_panel import NumbersPanel
from game.ui.scenes.play_frame import Frame, buttons_of, frame_of, side_width, tools_of
from game.ui.scenes.play_keys import KeyColumn
from game.ui.scenes.play_side import side_panel_of
from game.ui.scenes.play_tools import ToolTray, locked
from game.ui.scenes.play_wishes import Wishes
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.chart import Chart
from game.ui.widgets.drops import Drops
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, SpeechPanel, TitlePanel
from game.ui.widgets.widget import Widget

_COSTS = {"gust": 2, "leap": 3}
_LEAST_HINT = 200


class PlayPanels:
    """The widgets of the play scene for one level, kept in step with the walk by `sync`."""

    def __init__(self, stage: Stage, site: Site, expedition: Expedition, wishes: Wishes) -> None:
        self._stage, self._level, self._wishes = stage, site.level, wishes
        self._theme, self._names = stage.theme, stage.settings.names
        held, names = site.level.hand_out, buttons_of(site.level.hand_out)
        bar = layout.control_bar(self._theme, tools_of(held), len(names), self._least_button(names))
        self.tools = ToolTray(stage, held, expedition, wishes, bar)
        self.keys = KeyColumn(stage, wishes, zooms=site.level.sight != "blindfold")
        side, count = side_panel_of(site.level), len(self.keys.buttons)
        self._numbers = NumbersPanel(self._theme, pygame.Rect(0, 0, side_width(self._theme), 1))
        self._show_numbers(expedition)
        frame = frame_of(self._theme, bar.panel.top, count, self._numbers.crowded, side)
        self.keys.put(frame.keys)
        self.side = side.make(self._theme, frame.side, site) if side and frame.side else None
        self.buttons = {
            name: self._button(name, rect) for name, rect in zip(names, bar.buttons, strict=True)
        }
        widgets = [
            Panel(self._theme, bar.panel),
            *self._top_row(frame, expedition),
            *self._numbers_and_chart(frame),
            self.side,
            *self.keys.buttons,
            *self.tools.widgets,
            self._hint(bar),
            *self.buttons.values(),
            self.chart,
        ]
        self.ring = FocusRing(self._theme, [w for w in widgets if w is not None])

    def sync(self, expedition: Expedition, pace: Pace) -> None:
        """Show the present state; cheap where nothing has changed."""
        now = expedition.now
        self._drops.left = now.water
        self.chart.show([state.height for state in expedition.states])
        self.tools.sync(expedition)
        self.keys.sync(expedition, pace)
        self._show_numbers(expedition)
        if self.side is not None:
            self.side.follow(now)
        running = "pause" if pace.running else "walk"
        self.buttons["walk"].say(tool_words.BUTTONS[running].name(self._names))
        for name in ("gust", "leap", "dig"):
            if name in self.buttons:
                self.buttons[name].reason = locked(self._stage, name) or _not_yet(name, expedition)

    def turn_tools(self) -> None:
        """Show the next page of tools; keys that spoke to the page before speak to this one."""
        self.tools.turn()
        if self.ring.current is not None and not self.ring.current.visible:
            first = next((tool for tool in self.tools.widgets if tool.visible), None)
            self.ring.focus(first, self.ring.shown)

    def _show_numbers(self, expedition: Expedition) -> None:
        now = expedition.now
        self._numbers.show(now, preview(expedition.setup, now), self._names)

    # ---- making them

    def _top_row(self, frame: Frame, expedition: Expedition) -> list[Widget]:
        theme, number = self._theme, str(self._level.number or "\N{BULLET}")
        title = TitlePanel(theme, frame.title, number, name_of(self._level))
        self.speech = SpeechPanel(theme, frame.speech, "")
        self._drops = Drops(theme, frame.drops, text("Water"), expedition.setup.water)
        self._drops.tip = text("How many steps your water is good for.")
        self.speech.tip = text("What the child feels and thinks.")
        return [title, self.speech, self._drops]

    def _numbers_and_chart(self, frame: Frame) -> list[Widget]:
        """The numbers; the chart is drawn last, over all, where it is enlarged."""
        height = text("Height") if self._names == "child" else text("Loss (height)")
        self.chart = Chart(
            self._theme,
            frame.chart,
            names=(height, text("Steps")),
            on_press=lambda: self._enlarge_chart(frame),
            tip=text("How high you stood after each step. Press to enlarge."),
        )
        self._numbers.put(frame.numbers)
        self._numbers.tip = text("How the next step is worked out.")
        return [self._numbers]

    def _enlarge_chart(self, frame: Frame) -> None:
        large = not self.chart.large
        self.chart.place(frame.large if large else frame.chart, large)

    def _hint(self, bar: layout.ControlBar) -> Label | None:
        """The level's hint, where tools and buttons leave it room."""
        px, level = self._theme.px, self._level
        hint = hint_of(level, self._names, self._stage.locked)
        left = bar.tools[-1].right + px(30) if bar.tools else bar.panel.left + px(24)
        box = pygame.Rect(left, bar.panel.top, 0, bar.panel.height)
        box.width = bar.buttons[0].left - px(24) - left
        if not hint or box.width < px(_LEAST_HINT) or bar.buttons[0].top > bar.panel.centery:
            return None
        return Label(self._theme, box, hint, size=18, family=fonts.STRONG, most=6)

    def _least_button(self, buttons: list[str]) -> int:
        """Pixels that the longest key, or name in two lines, needs on a button."""
        floor, hints = self._theme.floor_px, [self._hint_of(name) for name in buttons]
        names = [tool_words.BUTTONS[name].name(self._names) for name in (*buttons, "pause")]
        words = [fonts.least_width(name, floor, fonts.DISPLAY) for name in names]
        keys = [fonts.width(hint, fonts.STRONG, floor) for hint in hints]
        return max((*words, *keys)) + self._theme.px(20)

    def _hint_of(self, name: str) -> str:
        return self._stage.keys.prompt(Intent.RUN if name == "walk" else Intent(name))

    def _button(self, name: str, rect: pygame.Rect) -> Button:
        words = tool_words.BUTTONS[name]
        press = self._wishes.walk if name == "walk" else lambda: self._wishes.press(name)
        return Button(
            self._theme,
            rect,
            words.name(self._names),
            press,
            colour=getattr(self._theme.palette, words.colour),
            hint=self._hint_of(name),
            intent=Intent.RUN if name == "walk" else Intent(name),
            on_refused=self._wishes.say,
            tip=words.tip(self._names),
        )


def _not_yet(name: str, expedition: Expedition) -> str:
    """Why a button can't be used at this moment; else ""."""
    if name == "dig":
        # Who pressed Play on the screen before may press again here, where Dig has come to lie.
        return text("Take a step first.") if len(expedition.states) == 1 else ""
    short = expedition.now.water < _COSTS[name]
    return text("Needs {cost} water", cost=_COSTS[name]) if short else ""
