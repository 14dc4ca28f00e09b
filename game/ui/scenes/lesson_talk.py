"""The talk of a chapter: a student and a teacher, line by line, read aloud by a voice."""

import pygame

from game.lessons import Lesson, Line
from game.text import text
from game.ui.draw.child import SOUTH_EAST, SOUTH_WEST, ChildArt
from game.ui.draw.figure import Figure
from game.ui.draw.teacher import TALLER, TEACHER
from game.ui.party import figure_of
from game.ui.scenes.lesson_bubbles import Bubble, OldBubble, measured
from game.ui.scenes.lesson_frame import BAR, GAP, LessonPage, said
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.widget import Widget

_CHILD_TALL = 92.0
_MOST_OLD = 3
_LETTER_MS, _LEAST_MS = 62.0, 1600.0  # for who reads by oneself
_BREATH_MS = 600.0  # between two spoken lines
_SPOKEN_MS = 20.0  # a letter, at least: a voice that was done sooner had nothing to speak with
_WAVE_MS = 1500.0


class LessonTalk(LessonPage):
    """Ends with LessonPart (the hook), or Back."""

    def __init__(self, stage: Stage, lesson: Lesson) -> None:
        super().__init__(stage, lesson)
        self.at = 0
        self.running = False  # whether lines follow each other by themselves
        self.aloud = True
        self._line_ms = self._quiet_ms = 0.0
        self._time_ms = 0.0
        self._begun = False

    def title(self) -> str:
        return text("{chapter}: talk", chapter=said(self.lesson.name))

    @property
    def line(self) -> Line:
        """What is said now."""
        return self.lesson.talk[self.at]

    # ---- laying out

    def lay_out(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        high = round(px(BAR + 32) * (1 + 0.35 * (theme.text_scale - 1)))
        self._bar = pygame.Rect(self.body.left, self.body.bottom - high, self.body.width, high)
        self._place_figures()
        self._controls = self._make_controls()
        self.show([*self._bubbles(), *self._controls], self._next)

    def _place_figures(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        wide = round(theme.canvas[0] * (0.16 if theme.text_scale < 1.5 else 0.11))
        tall = min(px(330), round(1.6 * wide))
        self._ground = self._bar.top - px(20)
        self._feet = (wide // 2 + px(14), theme.canvas[0] - wide // 2 - px(14))
        self._arts = tuple(
            ChildArt(figure, share * tall / _CHILD_TALL / TALLER, cache_bytes=6 << 20)
            for figure, share in ((self._student(), 1.0), (TEACHER, TALLER))
        )
        margin = wide + px(30)
        top = self.body.top + px(4)
        self._room = pygame.Rect(margin, top, theme.canvas[0] - 2 * margin,
                                 self._bar.top - px(14) - top)  # fmt: skip

    def _student(self) -> Figure:
        return figure_of(self.stage.player)

    def _make_controls(self) -> list[Widget]:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        inner = self._bar.inflate(-2 * px(16), -2 * px(12))
        before, run, after, voice, count = layout.columns(inner, [22, 24, 24, 20, 10], px(GAP))
        keys = self.stage.keys
        self._before = Button(
            theme, before, text("Before"), lambda: self._go(-1), icon="left",
            colour=palette.cream, intent=Intent.REWIND, tip=text("The line before."),
        )  # fmt: skip
        self._run = Button(
            theme, run, "", self._toggle, icon="play", colour=palette.green,
            tip=text("Line after line, by itself."),
        )  # fmt: skip
        self._next = Button(
            theme, after, "", self._on, icon="right", colour=palette.orange, intent=Intent.STEP,
            hint=keys.prompt(Intent.STEP),
        )  # fmt: skip
        self._voice = Button(
            theme, voice, "", self._switch_voice, icon="speaker", colour=palette.blue,
            tip=text("Reads every line aloud, where the computer has a voice."),
        )  # fmt: skip
        self._count = Label(theme, count, "", align=(0.5, 0.5))
        self._say_controls()
        return [Panel(theme, self._bar), self._before, self._run, self._next, self._voice,
                self._count]  # fmt: skip

    def _say_controls(self) -> None:
        last = self.at == len(self.lesson.talk) - 1
        self._before.reason = "" if self.at else text("This is the first line.")
        self._run.say(text("Pause") if self.running else text("Listen"),
                      icon="pause" if self.running else "play")  # fmt: skip
        self._next.say(text("Done") if last else text("Next"), icon="check" if last else "right")
        self._voice.say(text("Voice on") if self.aloud else text("Voice off"))
        self._count.text = text("{page} / {pages}", page=self.at + 1, pages=len(self.lesson.talk))

    def _bubbles(self) -> list[Widget]:
        """The line that is said now at the foot, older ones above it as far as there is room."""
        theme, px, room = self.stage.theme, self.stage.theme.px, self._room
        wide, foot = round(room.width * 0.9), room.bottom
        made: list[Widget] = []
        for at in range(self.at, max(-1, self.at - _MOST_OLD - 1), -1):
            line, old = self.lesson.talk[at], at < self.at
            left, words = line.who == "student", said(line.says)
            # Older lines stand above only where they have all the room that they want.
            tall = theme.canvas[1] if old else foot - room.top
            rect = pygame.Rect((0, 0), measured(theme, words, (wide, tall), old))
            rect.bottom = foot
            rect.left = room.left if left else room.right - rect.width
            if old and rect.top < room.top:
                break
            made.append(
                OldBubble(theme, rect, words, left) if old
                else Bubble(theme, rect, self._name(line), words, left)
            )  # fmt: skip
            foot = rect.top - px(14)
        return made

    def _name(self, line: Line) -> str:
        player = self.stage.player
        if line.who == "teacher":
            return text("Teacher")
        return player.nickname if player is not None else text("Student")

    # ---- what the player wishes

    def _go(self, step: int) -> None:
        at = min(max(self.at + step, 0), len(self.lesson.talk) - 1)
        if at == self.at:
            return
        self.at = at
        widgets = [*self.ring.widgets[: -len(self._controls)]]
        head = [w for w in widgets if not isinstance(w, Bubble | OldBubble)]
        self.ring.widgets = [*head, *self._bubbles(), *self._controls]
        self._say_controls()
        self._speak()

    def _on(self) -> None:
        if self.at == len(self.lesson.talk) - 1:
            self.leave()
        else:
            self._go(1)

    def _toggle(self) -> None:
        self.running = not self.running
        if self.running and self.at == len(self.lesson.talk) - 1:
            self._go(-len(self.lesson.talk))
        elif self.running:
            self._speak()
        self._say_controls()

    def _switch_voice(self) -> None:
        self.aloud = not self.aloud
        if self.aloud:
            self._speak()
        elif self.stage.speech is not None:
            self.stage.speech.stop()
        self._say_controls()

    def _speak(self) -> None:
        self._line_ms = self._quiet_ms = 0.0
        if self.at == len(self.lesson.talk) - 1:
            self.keep(self.study.heard(self.lesson.slug))
        # Who has everything read aloud hears the new bubble anyway.
        if self.aloud and not self.stage.settings.speak:
            self.stage.say(said(self.line.says))

    def leave(self) -> None:
        self._hush()
        super().leave()

    def close(self) -> None:
        self._hush()
        super().close()

    def _hush(self) -> None:
        if self.stage.speech is not None:
            self.stage.speech.stop()

    # ---- time

    def update(self, elapsed_ms: float) -> None:
        super().update(elapsed_ms)
        self._time_ms += elapsed_ms
        if not self._begun:
            self._begun = True
            self._speak()
        self._line_ms += elapsed_ms
        self._quiet_ms = 0.0 if self._speaking() else self._quiet_ms + elapsed_ms
        if self.running and self._over():
            if self.at == len(self.lesson.talk) - 1:
                self.running = False
                self._say_controls()
            else:
                self._go(1)

    def _speaking(self) -> bool:
        return self.stage.speech is not None and self.stage.speech.speaking

    def _over(self) -> bool:
        """Whether the line was heard, or there was time to read it."""
        letters = len(said(self.line.says))
        if self._speaking():
            return False
        if self._line_ms - self._quiet_ms >= _SPOKEN_MS * letters:
            return self._quiet_ms >= _BREATH_MS
        return self._line_ms >= _LEAST_MS + _LETTER_MS * letters

    # ---- drawing

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        for who, (art, x, facing) in enumerate(
            zip(self._arts, self._feet, (SOUTH_EAST, SOUTH_WEST), strict=True)
        ):
            speaks = (self.line.who == "teacher") == bool(who)
            self._draw_figure(surface, art, x, facing, speaks)
        self.ring.draw(surface)

    def _draw_figure(
        self, surface: pygame.Surface, art: ChildArt, x: int, facing: int, speaks: bool
    ) -> None:
        moving = speaks and not self.stage.settings.reduced_motion
        phase = self._time_ms / _WAVE_MS if moving else 0.15
        sprite = art.frame(
            "greet" if moving and self._line_ms < _WAVE_MS else "idle", facing, phase
        )
        art.shadow(sprite).draw(surface, (x, self._ground))
        sprite.draw(surface, (x, self._ground))
