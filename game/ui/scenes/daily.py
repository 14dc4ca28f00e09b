"""The desert of the day: the same for everybody, another one tomorrow."""

from datetime import date

import pygame

from game.deserts import daily_code
from game.sim.codes import encode_desert
from game.text import text
from game.ui import backdrop, fonts
from game.ui.outcomes import LevelChosen
from game.ui.signals import Act, Intent, Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets.button import Button
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.heads import back_button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, TitlePanel
from game.ui.widgets.preview import Preview


class Daily(Scene):
    """Ends with LevelChosen (the day's code), or Back."""

    def __init__(self, stage: Stage, day: date | None = None) -> None:
        super().__init__(stage)
        self.day = day or date.today()

    def arrange(self) -> None:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        wide, tall = theme.canvas
        self._back = backdrop.desert(theme)
        if hasattr(self, "_preview"):
            self._preview.close()
        plate = pygame.Rect(0, 0, min(px(900), wide - px(60)), tall - px(60))
        plate.center = (wide // 2, tall // 2)
        inner = plate.inflate(-px(52), -px(44))
        side = px(72)
        corner = pygame.Rect(inner.left, inner.top, side, side)
        back = back_button(self.stage, self._leave, corner)
        head = pygame.Rect(inner.left + side + px(14), inner.top, inner.width - side - px(14), side)
        foot = pygame.Rect(inner.left, inner.bottom - px(84), inner.width, px(84))
        words = pygame.Rect(inner.left, 0, inner.width, round(px(74) * theme.text_scale))
        words.bottom = foot.top - px(12)
        view = pygame.Rect(inner.left, head.bottom + px(16), inner.width, 0)
        view.height = words.top - px(12) - view.top
        code = encode_desert(daily_code(self.day))
        said = text("One desert for everybody, for one day only. Its code: {code}", code=code)
        self._preview = Preview(theme, view, daily_code(self.day))
        # Day, month and year in figures that every language writes alike (ISO 8601).
        title = text("The desert of {day}", day=self.day.isoformat())
        self.ring = FocusRing(
            theme,
            [
                Panel(theme, plate),
                TitlePanel(theme, head, str(self.day.day), title),
                self._preview,
                Label(theme, words, said, family=fonts.STRONG, align=(0.5, 0.5), most=4),
                Button(theme, foot, text("Walk it"), self._walk, colour=palette.orange,
                       icon="play", intent=Intent.RUN, hint=self.stage.keys.prompt(Intent.RUN),
                       tip=text("Walk this desert.")),
                back,
            ],
        )  # fmt: skip

    def handle(self, signal: Signal) -> bool:
        if isinstance(signal, Act) and signal.intent is Intent.BACK:
            self._leave()
            return True
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def close(self) -> None:
        self._preview.close()

    def _walk(self) -> None:
        self.outcome = LevelChosen(encode_desert(daily_code(self.day)))

    def _leave(self) -> None:
        self.outcome = Back()
