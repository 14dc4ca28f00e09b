"""The first screen: the game's name over a desert, and the levels to choose from."""

import math
from pathlib import Path

import pygame

from game import levels
from game.resources import ASSETS
from game.text import text
from game.ui import fonts
from game.ui.draw.child import SOUTH_EAST, ChildArt
from game.ui.draw.gems import draw_gem
from game.ui.outcomes import LevelChosen
from game.ui.signals import Intent, Signal
from game.ui.stage import Leave, Scene, Stage
from game.ui.theme import Colour, Theme
from game.ui.widgets import layout, shapes
from game.ui.widgets.button import Button
from game.ui.widgets.card import Card, CardText
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.label import Label
from game.ui.widgets.panel import SpeechPanel
from game.ui.window import toggle_full_screen

IMAGES = ASSETS / "images"
_ACROSS = 3
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


class Title(Scene):
    """Ends with LevelChosen, or Leave."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._levels = level_heads()
        self._message_ms = self._time_ms = 0.0

    def arrange(self) -> None:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        wide, tall = theme.canvas
        self._back = _backdrop(theme.canvas)
        self._child = ChildArt(scale=1.25 * theme.unit)
        box = pygame.Rect(px(40), px(196), wide - px(80), tall - px(196) - px(26))
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
        name = pygame.Rect(px(40), px(34), wide - px(80), px(104))
        under = pygame.Rect(px(40), px(134), wide - px(80), px(44))
        said = text("Walk downhill, step by step, to the rarest gem in the deepest valley.")
        self.ring = FocusRing(
            theme,
            [
                _Logo(theme, name, text("Dune Descent")),
                _Outlined(theme, under, said),
                *cards,
                *self._corner(),
                self._message,
            ],
        )

    def _corner(self) -> list[Button]:
        theme, px = self.stage.theme, self.stage.theme.px
        side, right = px(64), theme.canvas[0] - px(18)
        made = []
        wanted = (
            ("back", Intent.BACK, self._leave, text("Leave the game")),
            ("full_screen", None, self._full_screen, text("Full screen")),
        )
        for i, (icon, intent, press, tip) in enumerate(wanted):
            rect = pygame.Rect(right - side - i * (side + px(10)), px(14), side, side)
            key = self.stage.keys.prompt(intent or Intent.FULL_SCREEN)
            made.append(
                Button(
                    theme,
                    rect,
                    "",
                    press,
                    icon=icon,
                    intent=intent,
                    colour=theme.palette.cream,
                    tip=f"{tip} ({key})",
                )
            )
        return made

    def handle(self, signal: Signal) -> bool:
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)
        if not self.stage.settings.reduced_motion:
            self._time_ms += elapsed_ms
        self._message_ms -= elapsed_ms
        if self._message_ms <= 0 and self._message.text:
            self._message.text = ""
        if self.stage.messages and self._message_ms <= 0:
            self._message.text = self.stage.messages.pop(0)
            self._message_ms = _MESSAGE_MS

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self._draw_figures(surface)
        self.ring.draw(surface)

    def _draw_figures(self, surface: pygame.Surface) -> None:
        """The child on the left of the name, and what it dreams of on the right."""
        unit, wide = self.stage.theme.unit, self.stage.canvas[0]
        feet = (wide // 2 - 380 * unit, 150 * unit)
        child = self._child.frame("cheer", SOUTH_EAST, self._time_ms / 1400.0, 0.0, (-12 * unit, 2))
        self._child.shadow(child).draw(surface, feet)
        child.draw(surface, feet)
        draw_gem(surface, (wide // 2 + 380 * unit, 128 * unit), 0, 1.6 * unit, self._time_ms)

    def _choose(self, name: str) -> None:
        self.outcome = LevelChosen(name)

    def _leave(self) -> None:
        self.outcome = Leave()

    def _full_screen(self) -> None:
        self.stage.change(full_screen=toggle_full_screen())


class _Outlined(Label):
    """Words straight on the picture, with a dark edge that keeps them readable."""

    edge = 2

    def __init__(self, theme: Theme, rect: pygame.Rect, said: str, size: float = 22) -> None:
        super().__init__(
            theme, rect, said, size=size, family=fonts.STRONG, align=(0.5, 0.5), most=2
        )

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        words, corner = super()._paint()
        reach = self.theme.px(self.edge)
        dark = words.copy()
        dark.fill((*self.theme.palette.ink, 255), special_flags=pygame.BLEND_RGBA_MULT)
        size = (words.get_width() + 2 * reach, words.get_height() + 2 * reach)
        picture = pygame.Surface(size, pygame.SRCALPHA)
        for turn in range(24):
            angle = turn / 24 * math.tau
            shift = (reach + reach * math.cos(angle), reach + reach * math.sin(angle))
            picture.blit(dark, (round(shift[0]), round(shift[1])))
        picture.blit(words, (reach, reach))
        return picture, (corner[0] - reach, corner[1] - reach)


class _Logo(_Outlined):
    """The name of the game."""

    edge = 5

    def __init__(self, theme: Theme, rect: pygame.Rect, said: str) -> None:
        super().__init__(theme, rect, said, 84)
        self._family = fonts.DISPLAY


def _backdrop(canvas: tuple[int, int]) -> pygame.Surface:
    """The title's desert, cut and scaled to fill the canvas."""
    try:
        shot = pygame.image.load(IMAGES / "title.jpg")
    except (OSError, pygame.error):
        plain = pygame.Surface(canvas)
        plain.fill((226, 150, 86))
        return plain
    scale = max(canvas[0] / shot.get_width(), canvas[1] / shot.get_height())
    size = (round(shot.get_width() * scale), round(shot.get_height() * scale))
    if size != shot.get_size():
        shot = pygame.transform.smoothscale(shot, size)
    part = shot.get_rect()
    part.size, part.midtop = canvas, shot.get_rect().midtop
    return shot.subsurface(part).convert()
