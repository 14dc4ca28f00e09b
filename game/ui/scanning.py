"""One-button play: the focus wanders by a clock, and one press of anything uses what it is on.

The switch is Space, Enter, the pad's lowest button, whatever else is bound to ACTIVATE, and a
click or touch anywhere. All other keys keep their meaning, for a helper.
"""

import pygame

from game.ui.signals import Act, Intent, Point, Signal, Touch, Typed
from game.ui.stage import Scene, Stage
from game.ui.theme import Theme
from game.ui.widgets import icons, shapes
from game.ui.widgets.focus import FocusRing, ring_of
from game.ui.widgets.slider import Slider
from game.ui.widgets.widget import Widget

_SWITCH_KEYS = (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER)
_MODIFIED = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
_BOUNCE_MS = 150.0  # a hand that trembles presses twice and means it once
_HOPS = 14  # presses from one end of a slider to the other, or little more
_PRESS = Act(Intent.ACTIVATE, device="switch")
_CHOICES = (("left", Intent.LEFT), ("right", Intent.RIGHT), ("check", None))


class Scanner:
    """Wanders over the ring of whatever scene is on top, and turns the switch into presses."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.slider: Slider | None = None  # being moved: left, right and done take turns
        self.choice = 0  # which of the three
        self._ring: FocusRing | None = None
        self._waited_ms = 0.0
        self._rested_ms = _BOUNCE_MS
        self._held: set[int] = set()

    @property
    def on(self) -> bool:
        """Whether one-button play is chosen."""
        return self.stage.settings.one_button

    def read(
        self,
        event: pygame.event.Event,
        signals: tuple[Signal, ...],
        scene: Scene,
        covered: bool = False,
    ) -> tuple[Signal, ...]:
        """What `event`, whose meanings are `signals`, means to `scene`.

        Where help has `covered` the scene, the switch turns its page and nothing else.
        """
        if not self.on:
            return signals
        pressed = self._is_switch(event, signals)
        if self.stage.keys.listening:
            # Who has one button would bind it to something else, and have none.
            return (Act(Intent.BACK, device="switch"),) if pressed else signals
        if pressed:
            return self._press(None if covered else scene)
        return tuple(s for s in signals if not isinstance(s, Point) and not _is_space(s))

    def update(self, elapsed_ms: float, scene: Scene, covered: bool = False) -> None:
        """Let time pass; the focus goes on when it has waited long enough.

        Where help has `covered` the scene, it stays where it is.
        """
        self._rested_ms += elapsed_ms
        if covered:
            self._waited_ms = 0.0
            return
        ring = ring_of(scene)
        if not self.on or ring is None or not ring.stops:
            self.slider, self._ring = None, None
            return
        if ring is not self._ring or ring.current not in ring.stops:
            self._begin(ring)
        ring.tips = self.slider is None  # the three choices lie there
        self._waited_ms += elapsed_ms
        if self._waited_ms < self.stage.settings.scan_seconds * 1e3:
            ring.focus(ring.current)  # a helper's mouse may have hidden the outline
            return
        self._waited_ms = 0.0
        if self.slider is not None:
            self.choice = (self.choice + 1) % len(_CHOICES)
        else:
            _move_on(ring)

    def draw(self, surface: pygame.Surface) -> None:
        """The three choices above a slider that is being moved."""
        if self.slider is None or not self.on:
            return
        theme = self.stage.theme
        for at, box in enumerate(_boxes(theme, self.slider.rect, surface.get_rect())):
            _draw_choice(surface, theme, box, _CHOICES[at][0], at == self.choice)

    def _is_switch(self, event: pygame.event.Event, signals: tuple[Signal, ...]) -> bool:
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._held.clear()
        elif event.type == pygame.KEYDOWN and event.key in _SWITCH_KEYS:
            known = event.key in self._held or getattr(event, "mod", 0) & _MODIFIED
            self._held.add(event.key)
            return not known
        elif event.type == pygame.CONTROLLERBUTTONDOWN:
            return bool(event.button == pygame.CONTROLLER_BUTTON_A or _activates(signals))
        return _activates(signals)

    def _press(self, scene: Scene | None) -> tuple[Signal, ...]:
        if self._rested_ms < _BOUNCE_MS:
            return ()
        self._rested_ms = self._waited_ms = 0.0
        ring = ring_of(scene) if scene is not None else None
        if ring is None or ring.current is None:
            return (_PRESS,)
        if self.slider is not None:
            self._use_choice()
            return ()
        if isinstance(ring.current, Slider):
            self.slider, self.choice = ring.current, 0
            return ()
        ring.focus(ring.current)
        return (_PRESS,)

    def _use_choice(self) -> None:
        assert self.slider is not None
        intent = _CHOICES[self.choice][1]
        if intent is None:
            self.slider = None
            return
        for _ in range(max(1, len(self.slider.scale.values) // _HOPS)):
            self.slider.handle(Act(intent, device="switch"))

    def _begin(self, ring: FocusRing) -> None:
        """Start on what a scene is there for; where it was only laid out anew, go on."""
        self._ring, self._waited_ms = ring, 0.0
        if ring.current in ring.stops and ring.shown:
            still = self.slider is not None and isinstance(ring.current, Slider)
            self.slider = ring.current if still and isinstance(ring.current, Slider) else None
            return
        self.slider = None
        stops = ring.stops
        main = [stop for stop in stops if stop.intent is Intent.RUN and _usable(stop)]
        ring.focus(main[0] if main else next(filter(_usable, stops), stops[0]))


def _move_on(ring: FocusRing) -> None:
    """To the next widget that can be used."""
    for _ in ring.stops:
        ring.move(1)
        if ring.current is not None and _usable(ring.current):
            return


def _usable(widget: Widget) -> bool:
    return not getattr(widget, "reason", "")


def _is_space(signal: Signal) -> bool:
    return isinstance(signal, Typed) and not signal.text.strip()


def _activates(signals: tuple[Signal, ...]) -> bool:
    return any(
        (isinstance(s, Act) and s.intent is Intent.ACTIVATE and not s.repeated)
        or (isinstance(s, Point) and s.kind is Touch.PRESS)
        for s in signals
    )


def _boxes(theme: Theme, under: pygame.Rect, canvas: pygame.Rect) -> list[pygame.Rect]:
    """Where the three choices lie: above the slider, whole on the canvas."""
    side, gap = theme.px(72), theme.px(14)
    row = pygame.Rect(0, 0, 3 * side + 2 * gap, side)
    row.midbottom = (under.centerx, under.top - theme.px(22))
    row.clamp_ip(canvas)
    return [pygame.Rect(row.left + i * (side + gap), row.top, side, side) for i in range(3)]


def _draw_choice(
    surface: pygame.Surface, theme: Theme, box: pygame.Rect, icon: str, chosen: bool
) -> None:
    palette, px = theme.palette, theme.px
    if chosen:  # larger as well as brighter
        box = box.inflate(px(14), px(14))
        around = box.inflate(px(12), px(12))
        surface.blit(shapes.rounded(around.size, px(24), palette.ink), around)
        inner = around.inflate(-px(4), -px(4))
        surface.blit(shapes.rounded(inner.size, px(22), palette.focus), inner)
    plate = shapes.rounded(box.size, px(20), palette.white)
    surface.blit(plate, box)
    face = box.inflate(-px(6), -px(6))
    fill = palette.orange if chosen else palette.quiet
    surface.blit(shapes.rounded(face.size, px(18), fill), face)
    drawing = icons.icon(icon, round(box.height * 0.5), palette.ink)
    surface.blit(drawing, drawing.get_rect(center=box.center))
