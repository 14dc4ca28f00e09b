"""Step by step: the page that works out every move of the walk."""

from typing import TYPE_CHECKING, Any

import pygame

from game.sim.events import Ending
from game.sim.explained import explain
from game.text import text
from game.ui.scenes.why_frame import Frame
from game.ui.scenes.why_page import Page
from game.ui.scenes.why_photo import Photo
from game.ui.sum_words import Row, formula, rows
from game.ui.widgets import layout
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scale import SliderScale
from game.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from game.ui.scenes.why import Why


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
