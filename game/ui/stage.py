"""What scenes get to work with, what they have to offer, and how they say that they ended."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pygame

from game import settings as kept
from game.settings import Settings
from game.store import Store
from game.text import use
from game.ui.captions import CaptionLine
from game.ui.keys import Keys
from game.ui.signals import Signal
from game.ui.sounds import NullSounds, Sounds
from game.ui.theme import DUSK, HIGH_CONTRAST, Theme

if TYPE_CHECKING:
    from game.progress import Book, Player
    from game.ui.speech import Speech


@dataclass(frozen=True)
class Back:
    """Outcome: return to the scene below, or leave the game from the lowest one."""


@dataclass(frozen=True)
class Leave:
    """Outcome: close the game."""


class Stage:
    """The canvas's theme, the keys and the settings, shared by all scenes."""

    def __init__(self, settings: Settings, store: Store, canvas: tuple[int, int]) -> None:
        self.settings, self.store = settings, store
        self.canvas = canvas
        self.canvas_chosen = settings.canvas  # when the window was opened
        self.messages: list[str] = []  # sentences to show once, such as a file set aside
        self.version = 0  # grows when scenes have to be laid out anew
        self.keys = Keys()
        self.sounds: Sounds | NullSounds = NullSounds()
        self.captions = CaptionLine()
        self.speech: Speech | None = None
        # What a teacher chose: the journey's levels, slug -> what opens them (None: all), and the
        # tools that can't be changed, by their names in `game.course.LOCKABLE`.
        self.course: dict[str, str] | None = None
        self.locked: frozenset[str] = frozenset()
        self._unsaved = False
        self._equip()

    def change(self, **choices: Any) -> None:
        """Change settings; what they change on screen is laid out anew before the next frame."""
        before, self.settings = self.settings, self.settings.changed(**choices)
        self._unsaved = self._unsaved or before != self.settings
        if _looks(before) != _looks(self.settings):
            self.version += 1
            self._equip()
        self.sounds.apply(self.settings)
        if self.speech is not None:
            self.speech.apply(self.settings)

    def open_sounds(self) -> None:
        """Be heard from now on, where there is a device."""
        self.sounds = Sounds(self.settings, self.captions.show)

    def say(self, words: str) -> None:
        """Read `words` aloud, where the computer has a voice."""
        if self.speech is None:
            from game.ui.speech import Speech  # the first frame does not wait for a voice

            self.speech = Speech()
            self.speech.apply(self.settings)
        self.speech.say(words)

    @cached_property
    def book(self) -> "Book":
        """Who plays here, and how far they have come."""
        from game.progress import Book

        return Book(self.store, self.messages.append)

    @cached_property
    def player(self) -> "Player | None":
        """Who plays now; at first who played last."""
        return self.book.current

    def pass_time(self, elapsed_ms: float) -> None:
        """Let time pass for what belongs to no scene."""
        self.sounds.hush(self.speech is not None and self.speech.speaking)
        self.sounds.update(elapsed_ms)
        self.captions.update(elapsed_ms)
        if self.speech is not None:
            self.speech.update()

    def close(self) -> None:
        """Be silent, and keep what is not kept yet."""
        self.save()
        self.sounds.close()
        if self.speech is not None:
            self.speech.close()

    def save(self) -> None:
        """Keep changed settings on the disk."""
        if self._unsaved:
            self._unsaved = False
            message = kept.save(self.store, self.settings)
            if message:
                self.messages.append(message)

    def _equip(self) -> None:
        palette = HIGH_CONTRAST if self.settings.high_contrast else DUSK
        self.theme = Theme(self.canvas, self.settings.text_scale, palette)
        self.keys.bind(self.settings.bindings, self.settings.pad_bindings)
        use(self.settings.language)


def _looks(settings: Settings) -> tuple[object, ...]:
    shown = (settings.text_scale, settings.high_contrast, settings.language)
    return (*shown, settings.bindings, settings.pad_bindings)


class Scene:
    """One screen. Set `outcome` to end; a table in the app knows what follows."""

    music = "menu"
    captioned = True  # whether captions of sounds are shown over it
    warns = False  # whether to show that nothing can be saved
    hurried = False  # whether a pause of some milliseconds would be seen when it goes on

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.outcome: object | None = None

    def arrange(self) -> None:
        """Lay out anew for the stage's theme; called before the first frame and after changes."""

    def handle(self, signal: Signal) -> bool:
        """Use one meaning of an event; False offers the next meaning."""
        return False

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole canvas; reads, and changes nothing."""

    def resume(self, outcome: object) -> None:
        """The scene above ended with `outcome`, and this one goes on."""

    def close(self) -> None:
        """This scene is over: end what still runs."""
