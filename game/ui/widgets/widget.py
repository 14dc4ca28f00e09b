"""What all widgets share: a place, being pointed at, being focused, and a kept picture."""

import pygame

from game.ui import fonts
from game.ui.signals import Intent, Point, Signal
from game.ui.theme import Colour, Theme

LEAST_TARGET = 64  # design pixels, for fingers and for hands that tremble


def sentences(*parts: str) -> str:
    """The parts that are not empty as sentences behind each other, for a voice."""
    said = [part.strip() for part in parts if part.strip()]
    closed = ".!?:\N{HORIZONTAL ELLIPSIS}"
    return " ".join(part if part[-1] in closed else f"{part}." for part in said)


class Widget:
    """A thing on the screen. Subclasses paint themselves once and are blitted until changed.

    `focusable` says whether the focus ring stops here; `intent` is the wish that presses this
    widget from anywhere; `tip` is told in a bubble when it is pointed at or focused.
    """

    focusable = False
    is_picture = False  # whether it has no words of its own that a bubble could hide
    air = 5  # design pixels between the widget and the outline of focus
    keeps_focus = False  # whether a key of another widget leaves the outline here

    def __init__(self, theme: Theme, rect: pygame.Rect) -> None:
        self.theme = theme
        self.rect = pygame.Rect(rect)
        self.intent: Intent | None = None
        self.tip = ""
        self.visible = True
        self._hovered = False
        self._fits = True
        self._face: pygame.Surface | None = None
        self._face_at = self.rect.topleft

    @property
    def hovered(self) -> bool:
        """Whether the pointer is over this widget."""
        return self._hovered

    @hovered.setter
    def hovered(self, hovered: bool) -> None:
        if hovered != self._hovered:
            self._hovered = hovered
            self.changed()

    @property
    def fits(self) -> bool:
        """Whether every text lies whole inside its box, painted or not yet."""
        if self._face is None:
            self._repaint()
        return self._fits

    @property
    def about(self) -> str:
        """What the widget is for, whether it can be used now or not."""
        return self.tip

    @property
    def spoken(self) -> str:
        """What is read aloud for this widget; "" where there is nothing to say."""
        return ""

    def put(self, rect: pygame.Rect) -> None:
        """Stand in another place from now on."""
        if rect != self.rect:
            self.rect = pygame.Rect(rect)
            self.changed()

    def changed(self) -> None:
        """Paint anew at the next drawing."""
        self._face = None

    @property
    def target(self) -> pygame.Rect:
        """Where a finger means this widget: its place, widened where that is small."""
        if not self.focusable:
            return self.rect
        least = self.theme.px(LEAST_TARGET)
        lacking = (max(0, least - self.rect.width), max(0, least - self.rect.height))
        return self.rect.inflate(lacking)

    def reaches(self, pixel: tuple[int, int]) -> bool:
        """Whether a pointer at `pixel` means this widget."""
        return self.visible and self.target.collidepoint(pixel)

    def handle(self, signal: Signal) -> bool:
        """Use `signal` or not; True where it was used."""
        return False

    def point(self, point: Point) -> bool:
        """Use a pointer that means this widget; True keeps it for us until released."""
        return False

    def press(self) -> None:
        """Do what the widget is there for."""

    def update(self, elapsed_ms: float) -> None:
        """Let time pass, for what moves by itself."""

    def draw(self, surface: pygame.Surface) -> None:
        """Blit the kept picture."""
        if not self.visible:
            return
        if self._face is None:
            self._repaint()
        if self._face is not None:
            surface.blit(self._face, self._face_at)

    def _repaint(self) -> None:
        self._fits = True
        self._face, self._face_at = self._paint()

    def _paint(self) -> tuple[pygame.Surface, tuple[int, int]]:
        """The picture and where its top left corner lies on the canvas."""
        raise NotImplementedError

    def _write(
        self,
        surface: pygame.Surface,
        text: str,
        family: str,
        pixels: int,
        colour: Colour,
        box: pygame.Rect,
        align: tuple[float, float] = (0.0, 0.5),
        most: int = 1,
    ) -> None:
        """Write into `box` of `surface`, shrinking to the floor, and remember if it did not fit."""
        layout = fonts.fitted(text, family, pixels, self.theme.floor_px, box.size, most)
        self._fits = self._fits and layout.fits
        fonts.draw(surface, layout, family, colour, box, align)
