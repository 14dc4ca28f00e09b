"""The first screen: a living desert with a sleeping child, and all that can be done here."""

import math
from collections.abc import Callable

import pygame

from game.text import text
from game.ui import fonts
from game.ui.draw.living import LivingDesert
from game.ui.outcomes import Opened
from game.ui.party import figure_of
from game.ui.signals import Act, Intent, Point, Pressed, Signal, Typed
from game.ui.stage import Leave, Scene, Stage
from game.ui.theme import Colour, Theme
from game.ui.widgets import icons
from game.ui.widgets.button import Button
from game.ui.widgets.callouts import Callout
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.label import Label
from game.ui.widgets.panel import SpeechPanel
from game.ui.widgets.player_card import PlayerCard
from game.ui.widgets.widget import Widget, sentences
from game.ui.window import toggle_full_screen

_MESSAGE_MS = 8000.0
_LEFT, _COLUMN, _GAP = 52, 330, 14
_PLAY, _TALL, _SMALL = 100, 76, 68


def _openable() -> frozenset[str]:
    """The screens that there are; those of other names have no button."""
    from game.ui.flow import SCREENS  # it imports this module

    return frozenset(SCREENS)


class Title(Scene):
    """Ends with Opened, or Leave."""

    warns = True

    def __init__(self, stage: Stage, screens: Callable[[], frozenset[str]] = _openable) -> None:
        """`screens` tells the names of the screens that can be opened."""
        super().__init__(stage)
        self._screens = screens
        self._message_ms = 0.0
        self._buttons: dict[str, Button] = {}  # that open screens
        self._shown_for: object = None
        self.desert: LivingDesert | None = None

    def arrange(self) -> None:
        theme, stage = self.stage.theme, self.stage
        figure, still = figure_of(stage.player), stage.settings.reduced_motion
        if self.desert is None or self._shown_for != (figure, still):
            self._shown_for = (figure, still)
            self.desert = LivingDesert(theme.canvas, theme.unit, figure, still)
        self._screen_names = self._screens()
        px, wide = theme.px, theme.canvas[0]
        name = pygame.Rect(px(_LEFT), px(30), px(660), px(112))
        under = pygame.Rect(px(_LEFT + 4), px(140), px(560), px(64))
        said = text("Walk downhill, step by step, to the rarest gem in the deepest valley.")
        self._message = SpeechPanel(theme, pygame.Rect(px(190), px(14), wide - px(380), px(56)), "")
        self.ring = FocusRing(
            theme,
            [
                _Logo(theme, name, text("Dune Descent")),
                _Outlined(theme, under, said),
                *self._menu(),
                *self._foot(),
                *self._who(),
                *self._corner(),
                self._message,
            ],
        )
        self.ring.heading = sentences(text("Dune Descent"), said)

    def _menu(self) -> list[Widget]:
        """The big buttons, one below the other."""
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        first = "journey"
        wanted = [
            (first, text("Play"), "play", palette.orange, _PLAY),
            ("endless", text("Endless"), "star", palette.green, _TALL),
            ("daily", text("Today's desert"), "flag", palette.blue, _TALL),
        ]
        top = max(px(226), round(theme.canvas[1] * 0.31))
        made: list[Widget] = []
        for screen, label, icon, colour, tall in wanted:
            if screen not in self._screen_names:
                continue
            rect = pygame.Rect(px(_LEFT), top, px(_COLUMN), px(tall))
            kind, look = (_Large, {"intent": Intent.RUN}) if icon == "play" else (Button, {})
            press = lambda screen=screen: self._open(screen)  # noqa: E731
            self._buttons[screen] = kind(
                theme, rect, label, press, colour=colour, icon=icon, **look
            )
            made.append(self._buttons[screen])
            top = rect.bottom + px(_GAP)
        return made

    def _foot(self) -> list[Widget]:
        """Settings and credits, along the foot of the canvas."""
        theme, px = self.stage.theme, self.stage.theme.px
        wanted = [("settings", text("Settings"), "gear"), ("credits", text("Credits"), "heart")]
        made: list[Widget] = []
        left, wide = px(_LEFT), (px(_COLUMN) - px(_GAP)) // 2
        for screen, label, icon in wanted:
            if screen not in self._screen_names:
                continue
            rect = pygame.Rect(left, theme.canvas[1] - px(34) - px(_SMALL), wide, px(_SMALL))
            press = lambda screen=screen: self._open(screen)  # noqa: E731
            colour = theme.palette.cream
            self._buttons[screen] = Button(theme, rect, label, press, icon=icon, colour=colour)
            made.append(self._buttons[screen])
            left = rect.right + px(_GAP)
        return made

    def _who(self) -> list[Widget]:
        """The card of the child who plays."""
        if "players" not in self._screen_names:
            return []
        theme, px, player = self.stage.theme, self.stage.theme.px, self.stage.player
        rect = pygame.Rect(0, px(96), px(148), px(176))
        rect.right = theme.canvas[0] - px(18)
        name = player.nickname if player is not None else text("Who is playing?")
        figure = figure_of(player)
        press = lambda: self._open("players")  # noqa: E731
        return [PlayerCard(theme, rect, name, figure, press, tip=text("Who is playing?"))]

    def _corner(self) -> list[Button]:
        theme, px = self.stage.theme, self.stage.theme.px
        side, right = px(64), theme.canvas[0] - px(18)
        wanted = (
            ("back", Intent.BACK, self._leave, text("Leave the game")),
            ("full_screen", None, self._full_screen, text("Full screen")),
        )
        made = []
        for i, (icon, intent, press, tip) in enumerate(wanted):
            rect = pygame.Rect(right - side - i * (side + px(10)), px(14), side, side)
            tip = self.stage.keys.told(tip, intent or Intent.FULL_SCREEN)
            look = {"icon": icon, "colour": theme.palette.cream, "tip": tip}
            made.append(Button(theme, rect, "", press, intent=intent, **look))
        return made

    def pointers(self) -> tuple[Callout, ...]:
        """What the help says of the large buttons."""
        told = {
            "journey": text("Level after level, and stars to win."),
            "endless": text("A new desert every time, or the one of a friend's code."),
            "daily": text("One desert a day, the same for everybody."),
            "settings": text("Sound, picture, words and comfort."),
            "credits": text("Who made this"),
        }
        return tuple(
            Callout(pygame.Rect(self._buttons[screen].rect), words)
            for screen, words in told.items()
            if screen in self._buttons
        )

    def handle(self, signal: Signal) -> bool:
        if isinstance(signal, Act | Typed | Pressed) or (
            isinstance(signal, Point) and signal.moved
        ):
            self.desert.sleeper.noticed()
        if isinstance(signal, Point):
            self.desert.look(signal.pixel)
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)
        self.desert.update(elapsed_ms)
        self._message_ms -= elapsed_ms
        if self._message_ms <= 0 and self._message.text:
            self._message.text = ""
        if self.stage.messages and self._message_ms <= 0:
            self._message.text = self.stage.messages.pop(0)
            self._message_ms = _MESSAGE_MS

    def draw(self, surface: pygame.Surface) -> None:
        self.desert.draw(surface)
        self.ring.draw(surface)

    def resume(self, outcome: object) -> None:
        self.arrange()  # another child may play now

    def _open(self, screen: str) -> None:
        stage = self.stage
        if screen == "journey" and stage.player is None and "players" in self._screen_names:
            screen = "players"  # stars are kept for somebody: first, who is it?
        self.outcome = Opened(screen)

    def _leave(self) -> None:
        """Ask first: who comes back by Escape may press it once too often."""
        asked = "farewell" in self._screen_names
        self.outcome = Opened("farewell") if asked else Leave()

    def _full_screen(self) -> None:
        self.stage.change(full_screen=toggle_full_screen())


class _Large(Button):
    """The button that everybody looks for."""

    def _paint_words(self, picture: pygame.Surface, box: pygame.Rect, ink: Colour) -> None:
        theme, side = self.theme, min(box.height, self.theme.px(46))
        size = theme.text_px(38)
        wide = side + theme.px(12) + fonts.width(self.label, fonts.DISPLAY, size)
        left = box.left + max(0, (box.width - wide) // 2)
        drawing = icons.icon("play", side, ink)
        picture.blit(drawing, drawing.get_rect(midleft=(left, box.centery)))
        start = left + side + theme.px(12)
        room = pygame.Rect(start, box.top, box.right - start, box.height)
        self._write(picture, self.label, fonts.DISPLAY, size, ink, room, (0.0, 0.5), 2)


class _Outlined(Label):
    """Words straight on the picture, with a dark edge that keeps them readable."""

    edge = 2

    def __init__(self, theme: Theme, rect: pygame.Rect, said: str, size: float = 22) -> None:
        super().__init__(
            theme, rect, said, size=size, family=fonts.STRONG, align=(0.0, 0.0), most=2
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
        super().__init__(theme, rect, said, 92)
        self._family = fonts.DISPLAY
