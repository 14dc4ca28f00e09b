"""What the player has chosen for good, and how it is kept."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from game.store import Store, StoreError
from game.text import text

FILE = "settings"
VERSION = 1
CANVASES = ("auto", "1280x720", "1920x1080", "1024x768")
SPEEDS = 5
QUICKEST_SCAN, SLOWEST_SCAN = 0.5, 5.0  # seconds


# What players read in place of the names of the fields.
NAMES: dict[str, Callable[[], str]] = {
    "full_screen": lambda: text("Full screen"),
    "canvas": lambda: text("Screen size"),
    "contours": lambda: text("Height lines"),
    "high_contrast": lambda: text("High contrast"),
    "reduced_motion": lambda: text("Less motion"),
    "effects_volume": lambda: text("Sounds"),
    "music_volume": lambda: text("Music"),
    "voice_volume": lambda: text("Voice"),
    "hear_land": lambda: text("Hear the land"),
    "text_scale": lambda: text("Text size"),
    "captions": lambda: text("Captions"),
    "speak": lambda: text("Read aloud"),
    "one_button": lambda: text("One-button play"),
    "scan_seconds": lambda: text("Frame waits"),
    "language": lambda: text("Language"),
    "names": lambda: text("Names of tools"),
    "speed": lambda: text("Walking speed"),
    "all_levels": lambda: text("All levels open"),
    "bindings": lambda: text("Keys"),
    "pad_bindings": lambda: text("Buttons of the controller"),
}


def _one_of(*allowed: object) -> Callable[[Any], bool]:
    # Type as well as value: True == 1 in Python, but not in a settings file.
    return lambda value: any(type(value) is type(a) and value == a for a in allowed)


def _between(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: type(value) in (int, float) and low <= value <= high


def _is_flag(value: Any) -> bool:
    return type(value) is bool


def _is_code(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 20 and value.replace("_", "").isalnum()


def _is_bindings(value: Any) -> bool:
    return isinstance(value, dict) and all(
        # Half a letter, as JSON can write one, could never be saved again.
        isinstance(keys, (list, tuple)) and all(_is_name(key) for key in (wish, *keys))
        for wish, keys in value.items()
    )


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and value.isprintable()


def _setting(default: Any, check: Callable[[Any], bool]) -> Any:
    if isinstance(default, dict):
        return field(default_factory=dict, metadata={"check": check})
    return field(default=default, metadata={"check": check})


@dataclass(frozen=True)
class Settings:
    """Every lasting choice; volumes are 0..1, `speed` counts from 0 (slowest).

    `speak` reads aloud by itself, `hear_land` turns the land into sound, `one_button` lets the
    focus wander by itself every `scan_seconds`, `all_levels` unlocks everything for a teacher.
    """

    full_screen: bool = _setting(False, _is_flag)
    canvas: str = _setting("auto", _one_of(*CANVASES))
    language: str = _setting("en", _is_code)
    names: str = _setting("child", _one_of("child", "grown-up"))
    contours: str = _setting("fine", _one_of("off", "fine", "strong"))
    speed: int = _setting(2, _one_of(*range(SPEEDS)))
    text_scale: float = _setting(1.0, _between(1.0, 2.0))
    high_contrast: bool = _setting(False, _is_flag)
    reduced_motion: bool = _setting(False, _is_flag)
    captions: bool = _setting(True, _is_flag)
    effects_volume: float = _setting(0.8, _between(0.0, 1.0))
    music_volume: float = _setting(0.6, _between(0.0, 1.0))
    voice_volume: float = _setting(0.8, _between(0.0, 1.0))
    speak: bool = _setting(False, _is_flag)
    hear_land: bool = _setting(False, _is_flag)
    one_button: bool = _setting(False, _is_flag)
    scan_seconds: float = _setting(1.5, _between(QUICKEST_SCAN, SLOWEST_SCAN))
    all_levels: bool = _setting(False, _is_flag)
    bindings: Mapping[str, tuple[str, ...]] = _setting({}, _is_bindings)
    pad_bindings: Mapping[str, tuple[str, ...]] = _setting({}, _is_bindings)

    def changed(self, **choices: Any) -> "Settings":
        """A copy with other choices; raises ValueError for a value that is not allowed."""
        for known in fields(self):
            if known.name in choices and not known.metadata["check"](choices[known.name]):
                raise ValueError(f"{known.name}={choices[known.name]!r} is not allowed")
        return replace(self, **choices)


def load(store: Store, language: str = "en") -> tuple[Settings, str | None]:
    """The kept settings, and one sentence if something of them could not be used.

    `language` is that of a player who has not chosen one yet.
    A single wrong value falls back to its default and leaves the others as they are; the file that
    held it is set aside and written anew. Keys that this game does not know are passed over.
    """
    loaded = store.read(FILE, VERSION)
    if loaded.data is None:
        return Settings(language=language), loaded.message
    good: dict[str, Any] = {"language": language}
    wrong = []
    for known in fields(Settings):
        if known.name not in loaded.data:
            continue
        value = loaded.data[known.name]
        if known.metadata["check"](value):
            good[known.name] = value
        else:
            wrong.append(known.name)
    if not wrong:
        return Settings(**good), None
    # So that it is said once, and what could not be used is not lost.
    store.set_aside(FILE)
    save(store, Settings(**good))
    said = ", ".join(NAMES[name]() for name in wrong)
    return Settings(**good), text(
        "These settings could not be used and are back to normal: {names}.", names=said
    )


def save(store: Store, settings: Settings) -> str | None:
    """Keep `settings`; returns the sentence to show where the disk refuses."""
    try:
        store.write(FILE, VERSION, asdict(settings))
    except StoreError as error:
        return str(error)
    return None
