"""The list of all levels, each with a small picture of its desert."""

from pathlib import Path

import pygame

from game import levels
from game.resources import ASSETS
from game.text import text
from game.ui.backdrop import desert
from game.ui.outcomes import LevelChosen
from game.ui.signals import Intent, Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.theme import Colour, Theme
from game.ui.widgets import layout, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.card import Card, CardText
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.panel import SpeechPanel, TitlePanel

IMAGES = ASSETS / "images"
_ACROSS, _TOP = 3, 104
_COLOURS = ("orange", "green", "blue", "violet", "yellow", "rose")
_MESSAGE_MS = 8000.0


def level_heads() -> list[tuple[Path, levels.Head]]:
    """File and head of every shipped level that can be read."""
    return [(path, levels.head(path)) for path in levels.shipped()]


class LevelCard(Card):
    """A card with a small picture of its desert above the words."""

    def __init__(self, theme: Theme, rect: pygame.Rect, said: CardText, picture: Path, **more):
        super().__init__(theme, rect, said, **more)
        self._picture = picture

    def _paint_words(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        px = self.theme.px
        room = box.inflate(px(12), px(2))
        view = pygame.Rect(room.left, room.top, room.width, round(room.height * 0.5))
        if self._picture.is_file():
            shot = pygame.image.load(self._picture)
            scale = max(view.width / shot.get_width(), view.height / shot.get_height())
            size = (round(shot.get_width() * scale), round(shot.get_height() * scale))
            shot = pygame.transform.smoothscale(shot, size)
            part = shot.get_rect()
            part.size, part.center = view.size, shot.get_rect().center
            rounded = shapes.rounded(view.size, px(14), (255, 255, 255)).copy()
            rounded.blit(shot, (0, 0), part, special_flags=pygame.BLEND_RGB_MULT)
            picture.blit(rounded, view)
        words = pygame.Rect(box.left, view.bottom, box.width, box.bottom - view.bottom)
        super()._paint_words(picture, words, ink)


class LevelList(Scene):
    """Ends with LevelChosen, or Back."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._levels = level_heads()
        self._message_ms = 0.0

    def arrange(self) -> None:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        wide, tall = theme.canvas
        self._back = desert(theme)
        box = pygame.Rect(px(40), px(_TOP), wide - px(80), tall - px(_TOP) - px(26))
        cards = [
            LevelCard(
                theme,
                rect,
                CardText(str(head.number), text(head.name), text(head.opening)),
                IMAGES / "levels" / f"{path.stem}.jpg",
                on_press=lambda path=path: self._choose(path.stem),
                colour=getattr(palette, _COLOURS[i % len(_COLOURS)]),
            )
            for i, ((path, head), rect) in enumerate(
                zip(self._levels, layout.grid(box, _ACROSS, len(self._levels), px(20)), strict=True)
            )
        ]
        self._message = SpeechPanel(theme, pygame.Rect(px(190), px(14), wide - px(380), px(56)), "")
        name = pygame.Rect(px(100), px(16), wide - px(200), px(64))
        title = TitlePanel(theme, name, "", text("Levels"), icon="flag")
        self.ring = FocusRing(theme, [title, *cards, self._way_back(), self._message])

    def _way_back(self) -> Button:
        theme, px = self.stage.theme, self.stage.theme.px
        return Button(
            theme,
            pygame.Rect(px(18), px(14), px(64), px(64)),
            "",
            self._leave,
            icon="back",
            intent=Intent.BACK,
            colour=theme.palette.cream,
            tip=f"{text('Back')} ({self.stage.keys.prompt(Intent.BACK)})",
        )

    def handle(self, signal: Signal) -> bool:
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)
        self._message_ms -= elapsed_ms
        if self._message_ms <= 0 and self._message.text:
            self._message.text = ""
        if self.stage.messages and self._message_ms <= 0:
            self._message.text = self.stage.messages.pop(0)
            self._message_ms = _MESSAGE_MS

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def _choose(self, name: str) -> None:
        self.outcome = LevelChosen(name)

    def _leave(self) -> None:
        self.outcome = Back()
