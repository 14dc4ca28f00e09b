"""What the pages of a lesson share: the head, the way back, and the player's study."""

import pygame

from game.lessons import Lesson
from game.study import Study
from game.text import text
from game.ui import backdrop, fonts
from game.ui.outcomes import LessonPart
from game.ui.signals import Act, Intent, Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets.button import Button
from game.ui.widgets.desert_frame import DesertFrame
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, TitlePanel
from game.ui.widgets.widget import Widget

EDGE, TOP, BAR, GAP = 18, 14, 64, 12


def said(words: str) -> str:
    """Words of a lesson in the player's language."""
    return text(words) if words else ""


class LessonPage(Scene):
    """A page of a lesson. Ends with Back, or as its buttons say."""

    hook = True  # whether the page has a way to the memory hook

    def __init__(self, stage: Stage, lesson: Lesson) -> None:
        super().__init__(stage)
        self.lesson = lesson
        self.body = pygame.Rect(0, 0, 0, 0)
        self.ring = FocusRing(stage.theme, [])

    def title(self) -> str:
        """What stands in the head of the page."""
        return said(self.lesson.name)

    @property
    def study(self) -> Study:
        """How far the player has come."""
        return self.stage.book.study(self._player_id())

    def keep(self, study: Study) -> None:
        """Keep how far the player has come."""
        self.stage.book.keep_study(self._player_id(), study)

    def _player_id(self) -> int | None:
        player = self.stage.player
        return player.id if player is not None else None

    # ---- laying out

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        self._back = backdrop.desert(theme)
        top = px(TOP + BAR + GAP + 2)
        self.body = pygame.Rect(
            px(EDGE), top, theme.canvas[0] - 2 * px(EDGE), theme.canvas[1] - top - px(EDGE)
        )
        self.lay_out()

    def lay_out(self) -> None:
        """Make the widgets of the page."""
        raise NotImplementedError

    def show(self, widgets: list[Widget], focus: Widget | None = None) -> None:
        """These widgets under the head; the frames of before are let go."""
        outlined = self.ring.shown
        kept = [id(widget) for widget in widgets]
        for old in self.ring.widgets:
            if isinstance(old, DesertFrame) and id(old) not in kept:
                old.close()
        self.ring = FocusRing(self.stage.theme, [*self._head(), *widgets])
        if focus is not None:
            self.ring.focus(focus, outlined)

    def _head(self) -> list[Widget]:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        side, right = px(BAR), theme.canvas[0] - px(EDGE)
        back = Button(
            theme, pygame.Rect(px(EDGE), px(TOP), side, side), "", self.leave, icon="back",
            intent=Intent.BACK, colour=palette.cream,
            tip=self.stage.keys.told(text("Back"), Intent.BACK),
        )  # fmt: skip
        made: list[Widget] = [back]
        if self.hook:
            wide = min(px(150 + 60 * (theme.text_scale - 1)), theme.canvas[0] // 4)
            rect = pygame.Rect(right - wide, px(TOP), wide, side)
            made.append(
                Button(theme, rect, text("G.L.O.W."), self._to_hook, colour=palette.yellow,
                       tip=text("A word, a rhyme and three pictures to remember it all."))
            )  # fmt: skip
            right = rect.left - px(GAP)
        left = back.rect.right + px(GAP)
        plate = pygame.Rect(left, px(TOP), right - left, side)
        return [TitlePanel(theme, plate, str(self.lesson.number), self.title()), *made]

    # ---- the scene

    def handle(self, signal: Signal) -> bool:
        if isinstance(signal, Act) and signal.intent is Intent.BACK:
            self.leave()
            return True
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def close(self) -> None:
        for widget in self.ring.widgets:
            if isinstance(widget, DesertFrame):
                widget.close()

    def leave(self) -> None:
        """Back to the page below."""
        self.outcome = Back()

    def go(self, part: str) -> None:
        """On to another page of this lesson."""
        self.outcome = LessonPart(self.lesson.number, part)

    def _to_hook(self) -> None:
        self.go("lesson_hook")


class LessonTrouble(Scene):
    """A lesson that can't be read: one sentence says why. Ends with Back."""

    def __init__(self, stage: Stage, problem: str) -> None:
        super().__init__(stage)
        self._problem = problem.splitlines()[0]

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        self._back = backdrop.desert(theme)
        plate = pygame.Rect(0, 0, min(px(860), theme.canvas[0] - px(60)), px(320))
        plate.center = (theme.canvas[0] // 2, theme.canvas[1] // 2)
        inner = plate.inflate(-px(60), -px(48))
        foot = pygame.Rect(inner.left, inner.bottom - px(76), inner.width, px(76))
        box = pygame.Rect(inner.left, inner.top, inner.width, foot.top - px(14) - inner.top)
        words = text("This lesson can't be read: {problem}.", problem=self._problem)
        back = Button(theme, foot, text("Back"), self._leave, icon="back", intent=Intent.BACK)
        self.ring = FocusRing(
            theme, [Panel(theme, plate), Label(theme, box, words, family=fonts.STRONG), back]
        )

    def handle(self, signal: Signal) -> bool:
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def _leave(self) -> None:
        self.outcome = Back()
