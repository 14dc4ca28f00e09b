"""What happened: the page that names it, points at it, and says what to change."""

from typing import TYPE_CHECKING, Any

import pygame

from game.sim.diagnosis import Cause
from game.sim.side_notes import side_note
from game.text import text
from game.ui import advice_words, why_words
from game.ui.scenes.why_frame import Frame
from game.ui.scenes.why_page import Page
from game.ui.scenes.why_photo import Photo
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.chart import Chart
from game.ui.widgets.panel import SpeechPanel
from game.ui.widgets.story import Story, Told
from game.ui.widgets.widget import sentences

if TYPE_CHECKING:
    from game.ui.scenes.why import Why


class Happened(Page):
    """Names it, points at it, and says what to change."""

    def __init__(self, why: "Why", frame: Frame, kept: Any = None) -> None:
        super().__init__(why, frame, kept)
        theme, told = self.stage.theme, why.diagnosis
        setup = why.ended.expedition.setup
        self._pass = why_words.pass_of(told, setup, self.states)
        said = why_words.in_short(told, setup, self.states)
        if self._pass is None:
            said = sentences(said, why_words.besides(side_note(told, setup, self.states)))
        head = why_words.headline(told, setup, self.states)
        story = Told(head, said, why_words.term(told, self._pass is not None))
        advice, press = self._foot(frame.foot)
        speech = SpeechPanel(
            theme, advice, advice_words.change(why.advice, self.stage.settings.names)
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
        if self._pass is not None:
            first = max(self._pass.first, 1)  # the step that the words name
            photo.ring(surface, states[first].place, text("Step {step}", step=first))
        elif told.cause is not Cause.FOUND:
            step = why_words.step_of(told, states)
            photo.ring(surface, states[at].place, text("Step {step}", step=step))
