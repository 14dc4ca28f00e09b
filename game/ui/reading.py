"""What is read aloud, and when: the widget in focus, new words of the child, a whole screen."""

from game.ui.signals import Act, Intent, Signal, Typed
from game.ui.stage import Scene, Stage
from game.ui.widgets.focus import FocusRing, ring_of
from game.ui.widgets.panel import SpeechPanel, TitlePanel
from game.ui.widgets.widget import Widget, sentences

_REST_MS = 350.0  # whoever hurries past a button does not want to hear its name


def words_of(widget: Widget) -> str:
    """The words for one widget: what it says of itself, else its tip."""
    return widget.spoken or widget.tip


def focused(ring: FocusRing) -> str:
    """The words for the widget in focus, with its explanation; "" where nothing is."""
    widget = ring.current
    if widget is None or not widget.visible:
        return ""
    said = words_of(widget)
    return said if not widget.tip or widget.tip in said else sentences(said, widget.tip)


def screen(scene: Scene) -> str:
    """The whole screen from its upper left to its lower right, each thing once."""
    ring = ring_of(scene)
    if ring is None:
        return ""
    titles = [w for w in ring.widgets if isinstance(w, TitlePanel)]
    rest = [w for w in ring.widgets if w.visible and w not in titles]
    said: list[str] = []
    for widget in [*titles, *rest]:
        words = words_of(widget)
        if words and words not in said:
            said.append(words)
    return sentences(*said)


class Asked:
    """Whether a key for help or reading was meant, where the same key may type a letter.

    The letter follows its key in the same frame, so what has typed nothing by the next one was
    meant.
    """

    def __init__(self, intent: Intent) -> None:
        self._intent = intent
        self._waiting = False

    def now(self, signal: Signal, scene: Scene) -> bool:
        """Whether `signal` asks, beyond doubt."""
        if isinstance(signal, Typed):
            self._waiting = False
        if not isinstance(signal, Act) or signal.intent is not self._intent or signal.repeated:
            return False
        self._waiting = signal.device == "keyboard" and _is_typing(scene)
        return not self._waiting

    def later(self) -> bool:
        """Whether a key that waited has typed nothing; once a frame, after its signals."""
        waited, self._waiting = self._waiting, False
        return waited


def _is_typing(scene: Scene) -> bool:
    ring = ring_of(scene)
    return ring is not None and any(getattr(w, "types", False) and w.visible for w in ring.widgets)


class Reader:
    """Watches the scene on top and says what is new, where the settings ask for it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._scene: Scene | None = None
        self._seen = ("", "", "")  # words in focus, words of the child, the heading
        self._rested_ms = 0.0
        self._pending = ""
        self._asked = Asked(Intent.READ)

    def handle(self, signal: Signal, scene: Scene) -> bool:
        """READ says the whole screen, whether reading by itself is on or not."""
        if not self._asked.now(signal, scene):
            return False
        self._stage.say(screen(scene))
        return True

    def update(self, elapsed_ms: float, scene: Scene) -> None:
        """Say what has changed since the last frame."""
        if self._asked.later():
            self._stage.say(screen(scene))
        if not self._stage.settings.speak:
            self._scene = None
            return
        ring = ring_of(scene)
        if ring is None:
            return
        now = (focused(ring) if ring.shown else "", _spoken_line(ring), _title(ring))
        if scene is not self._scene:
            self._scene, self._seen = scene, now
            self._queue(sentences(*reversed(now)))
        elif now != self._seen:
            changed = [new for new, old in zip(now, self._seen, strict=True) if new != old and new]
            self._seen = now
            self._queue(sentences(*reversed(changed)))
        self._rested_ms += elapsed_ms
        if self._pending and self._rested_ms >= _REST_MS:
            self._stage.say(self._pending)
            self._pending = ""

    def _queue(self, words: str) -> None:
        if words:
            self._pending, self._rested_ms = words, 0.0


def _title(ring: FocusRing) -> str:
    titles = (w.spoken for w in ring.widgets if isinstance(w, TitlePanel) and w.visible)
    return next(titles, ring.heading)


def _spoken_line(ring: FocusRing) -> str:
    return " ".join(w.text for w in ring.widgets if isinstance(w, SpeechPanel) and w.text)


__all__ = ["Asked", "Reader", "focused", "ring_of", "screen", "words_of"]
