"""Help on any screen: every part gets a bubble that says what it is for."""

from collections.abc import Sequence

import pygame

from game.text import text
from game.ui import fonts
from game.ui.reading import Asked, ring_of
from game.ui.signals import Act, Intent, Point, Signal, Touch, Typed
from game.ui.stage import Scene, Stage
from game.ui.theme import Theme
from game.ui.widgets import shapes
from game.ui.widgets.callouts import Callout, Placed, leaves
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.free_place import free_place
from game.ui.widgets.panel import SpeechPanel
from game.ui.widgets.widget import Widget

_WIDE, _PAD, _LINES = 216, 12, 9
_EDGE, _VEIL = 10, 168
_BACKWARD = (Intent.LEFT, Intent.UP, Intent.PREVIOUS_FOCUS)
_AWAY = (Intent.BACK, Intent.HELP)


class HelpOverlay:
    """Bubbles for all widgets of `ring` that have a tip, and for `extras`; drawn once a leaf."""

    def __init__(self, theme: Theme, ring: FocusRing, extras: Sequence[Callout] = ()) -> None:
        self.theme = theme
        found = [
            Callout(pygame.Rect(widget.rect), widget.about)
            for widget in ring.widgets
            if widget.visible and widget.about and not _silent(widget)
        ]
        self.callouts = [*extras, *found]
        self._foot = self._foot_place()
        edge = theme.px(_EDGE)
        room = pygame.Rect((0, 0), theme.canvas).inflate(-2 * edge, -2 * edge)
        sizes = [self._size(callout.words) for callout in self.callouts]
        self.leaves = leaves(self.callouts, sizes, room, self._foot, theme.unit) or [[]]
        self._leaf = 0
        self._picture: pygame.Surface | None = None

    @property
    def leaf(self) -> int:
        """Which leaf is shown, from 0."""
        return self._leaf

    @property
    def fits(self) -> bool:
        """Whether every explanation lies whole in its bubble."""
        return all(self._layout(callout.words).fits for callout in self.callouts)

    @property
    def spoken(self) -> str:
        """What this leaf says."""
        return " ".join(placed.callout.words for placed in self.leaves[self._leaf])

    def turn(self, leaves: int) -> bool:
        """So many leaves on, or back below 0; False where there are no more that way."""
        target = self._leaf + leaves
        if not 0 <= target < len(self.leaves):
            return False
        self._leaf, self._picture = target, None
        return True

    def draw(self, surface: pygame.Surface) -> None:
        """Draw over the screen on `surface`, which stands still meanwhile."""
        if self._picture is None:
            self._picture = self._compose(surface)
        surface.blit(self._picture, (0, 0))

    def _compose(self, surface: pygame.Surface) -> pygame.Surface:
        theme, palette, px = self.theme, self.theme.palette, self.theme.px
        picture = surface.copy()
        veil = pygame.Surface(theme.canvas, pygame.SRCALPHA)
        veil.fill((*palette.ink, _VEIL))
        picture.blit(veil, (0, 0))
        shown = self.leaves[self._leaf]
        for placed in shown:
            around = placed.callout.target.inflate(px(8), px(8)).clip(surface.get_rect())
            picture.blit(surface, around, around)
            for width, colour in ((px(6), palette.ink), (px(3), palette.focus)):
                frame = shapes.frame(around.size, px(16), width, colour)
                picture.blit(frame, around)
        for placed in shown:
            self._draw_line(picture, placed)
        for placed in shown:
            self._draw_bubble(picture, placed)
        self._draw_foot(picture)
        return picture

    def _draw_line(self, picture: pygame.Surface, placed: Placed) -> None:
        px, palette = self.theme.px, self.theme.palette
        start, end = (pygame.Vector2(point) for point in placed.line)
        if (end - start).length() < 1:
            return
        for width, colour in ((px(9), palette.ink), (px(5), palette.focus)):
            pygame.draw.line(picture, colour, start, end, width)
        for side, colour in ((px(19), palette.ink), (px(13), palette.focus)):
            knob = shapes.disc(side, colour)
            picture.blit(knob, knob.get_rect(center=(round(end.x), round(end.y))))

    def _draw_bubble(self, picture: pygame.Surface, placed: Placed) -> None:
        palette, px, box = self.theme.palette, self.theme.px, placed.bubble
        picture.blit(shapes.rounded(box.size, px(14), palette.focus), box)
        inner = box.inflate(-2 * px(3), -2 * px(3))
        picture.blit(shapes.rounded(inner.size, px(11), palette.paper[:3]), inner)
        layout = self._layout(placed.callout.words)
        fonts.draw(picture, layout, fonts.STRONG, palette.ink, box, (0.5, 0.5))

    def _draw_foot(self, picture: pygame.Surface) -> None:
        palette, box = self.theme.palette, self._foot
        picture.blit(shapes.rounded(box.size, box.height // 2, palette.panel_solid), box)
        edge = shapes.frame(box.size, box.height // 2, self.theme.px(2), palette.focus)
        picture.blit(edge, box)
        size = self.theme.text_px(17)
        room = box.inflate(-self.theme.px(28), 0)
        layout = fonts.fitted(
            self._foot_words(), fonts.STRONG, size, self.theme.floor_px, room.size, 2
        )
        fonts.draw(picture, layout, fonts.STRONG, palette.cream, room, (0.5, 0.5))

    def _foot_words(self) -> str:
        if self._leaf + 1 < len(self.leaves):
            at, of = self._leaf + 1, len(self.leaves)
            return text("Page {page} of {pages}. Any key: next page.", page=at, pages=of)
        return text("Any key: back to the game.")

    def _foot_place(self) -> pygame.Rect:
        theme, px = self.theme, self.theme.px
        said = (
            text("Page {page} of {pages}. Any key: next page.", page=9, pages=9),
            text("Any key: back to the game."),
        )
        size = theme.text_px(17)
        wide = max(fonts.width(words, fonts.STRONG, size) for words in said) + px(40)
        wide = min(wide, round(theme.canvas[0] * 0.46))  # bubbles have room beside it
        boxes = [callout.target for callout in self.callouts]
        tall = max(px(44), round(fonts.line_height(size) * 1.5))
        # The middle keeps the room beside the controls for what is said of them.
        middle = pygame.Rect(0, 0, wide, tall)
        middle.center = (theme.canvas[0] // 2, theme.canvas[1] // 2)
        if middle.inflate(tall, tall).collidelist(boxes) < 0:
            return middle
        return free_place((wide, tall), theme.canvas, boxes, px(_EDGE))

    def _layout(self, words: str) -> fonts.Fitted:
        theme = self.theme
        size = theme.text_px(16)
        wide = round(theme.px(_WIDE) * (1 + 0.4 * (theme.text_scale - 1)))
        room = (wide, fonts.line_height(size) * _LINES)
        return fonts.fitted(words, fonts.STRONG, size, theme.floor_px, room, _LINES)

    def _size(self, words: str) -> tuple[int, int]:
        layout, pad = self._layout(words), self.theme.px(_PAD)
        wide = max(fonts.width(part, fonts.STRONG, layout.pixels) for part in layout.lines)
        return wide + 2 * pad, layout.height + round(1.4 * pad)


def _silent(widget: Widget) -> bool:
    """Whether it is a plate for what is said, while nothing is: there is nothing to see."""
    return isinstance(widget, SpeechPanel) and not widget.text


class Help:
    """Opens the overlay over a scene and closes it; the scene stands still meanwhile."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.overlay: HelpOverlay | None = None
        self._asked = Asked(Intent.HELP)
        self._scene: Scene | None = None

    @property
    def open(self) -> bool:
        """Whether it covers the scene."""
        return self.overlay is not None

    def show(self, scene: Scene) -> bool:
        """Open over `scene`; False where there is nothing to explain.

        Things without a widget are explained where the scene has a `pointers()` that returns
        callouts.
        """
        ring = ring_of(scene)
        if ring is None:
            return False
        extras = getattr(scene, "pointers", tuple)()
        overlay = HelpOverlay(self._stage.theme, ring, extras)
        if not overlay.callouts:
            return False
        self.overlay = overlay
        self._read()
        return True

    def handle(self, signal: Signal, scene: Scene) -> bool:
        """Use `signal`: any key turns the leaf and in the end closes; HELP opens."""
        if self.overlay is None:
            self._scene = scene
            return self._asked.now(signal, scene) and self.show(scene)
        if isinstance(signal, Act) and signal.intent in _AWAY:
            self.overlay = None
        elif isinstance(signal, Act) and signal.intent in _BACKWARD:
            self._turn(-1)
        elif isinstance(signal, Act) and signal.intent is Intent.READ:
            self._stage.say(self.overlay.spoken)
        elif isinstance(signal, Typed) or (isinstance(signal, Act) and signal.repeated):
            pass
        elif isinstance(signal, Act) or (isinstance(signal, Point) and signal.kind is Touch.PRESS):
            self._turn(1)
        return True

    def draw(self, surface: pygame.Surface) -> None:
        """Draw over what the scene has just drawn."""
        if self._asked.later() and self._scene is not None:
            self.show(self._scene)
        self._scene = None
        if self.overlay is not None:
            if self.overlay.theme is not self._stage.theme:  # other text size: lay out anew
                self.overlay = None
                return
            self.overlay.draw(surface)

    def _turn(self, leaves: int) -> None:
        assert self.overlay is not None
        if self.overlay.turn(leaves):
            self._read()
        elif leaves > 0:
            self.overlay = None

    def _read(self) -> None:
        if self._stage.settings.speak and self.overlay is not None:
            say = getattr(self._stage, "say", None)
            if say is not None:
                say(self.overlay.spoken)


__all__ = ["Callout", "Help", "HelpOverlay"]
