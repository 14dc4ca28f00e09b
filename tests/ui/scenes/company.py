"""A player at screens that need no level: real events in, and the scenes that would follow."""

import random

import pygame

from game.progress import Book
from game.settings import Settings
from game.store import Store
from game.ui.app import App, How
from game.ui.outcomes import LessonChosen, LevelChosen, Opened, Swapped, WatchWalk
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets.button import Button
from tests.ui.scenes.player import Player

SIZES = ((1280, 720), (1920, 1080), (1024, 768))


class Next(Scene):
    """Whatever would follow; knows what was asked for."""

    def __init__(self, stage, asked):
        super().__init__(stage)
        self.asked = asked


FOLLOWING = {
    LevelChosen: (How.COVER, Next),
    LessonChosen: (How.COVER, Next),
    WatchWalk: (How.COVER, Next),
    Opened: (How.COVER, Next),
    Swapped: (How.REPLACE, Next),
}


class Visitor(Player):
    """Plays one screen, with a screen below to come back to."""

    def __init__(self, folder, scene, size=(1280, 720), prepare=lambda stage: None, **settings):
        pygame.display.init()
        pygame.font.init()
        self.surface = pygame.display.set_mode(size)
        stage = Stage(Settings().changed(**settings), Store(folder), size)
        stage.book = Book(stage.store, stage.messages.append)
        stage.player = None
        prepare(stage)
        self.stage = stage
        self.app = App(stage, FOLLOWING, self.surface)
        self.app.push(Next(stage, "below"))
        self.app.push(scene(stage))
        self.run(40)

    @property
    def asked(self):
        """What the scene on top was asked for, or None where it is the screen itself."""
        return getattr(self.scene, "asked", None)

    @property
    def ring(self):
        page = getattr(self.scene, "page", None) or self.scene
        return page.ring

    def buttons(self):
        return [w for w in self.ring.widgets if isinstance(w, Button) and w.visible]

    def button(self, label):
        """The button with this label, or the icon-only one whose tip begins with it."""
        for widget in self.buttons():
            if widget.label == label or (not widget.label and widget.tip.startswith(label)):
                return widget
        raise AssertionError(f"no button {label!r} among {[b.label for b in self.buttons()]}")

    def click_on(self, label):
        self.click(self.button(label).rect.center)

    def write(self, text):
        """Type as a keyboard does: each key, and the text that it makes."""
        for letter in text:
            code = pygame.key.key_code("space" if letter == " " else letter.lower())
            self.app.offer(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letter))
            self.app.offer(pygame.event.Event(pygame.TEXTINPUT, text=letter))
            self.app.offer(pygame.event.Event(pygame.KEYUP, key=code, mod=0))
            self.run(40)

    def scan_to(self, widget):
        """One button: the focus goes round by itself until it stands on `widget`; then press."""
        for _ in range(60):
            if self.ring.shown and self.ring.current is widget:
                break
            self.ring.move(1)
            self.run(40)
        assert self.ring.current is widget
        self.ring.press()
        self.run(40)

    def tab_to(self, widget):
        """Tab until the outline stands on `widget`."""
        for _ in range(60):
            if self.ring.shown and self.ring.current is widget:
                return
            self.key("tab")
        raise AssertionError(f"Tab never came to {widget}")

    def mash(self, seed, count=400):
        """A child that plays with everything at once."""
        chance = random.Random(seed)
        keys = ("space", "return", "left", "right", "up", "down", "tab", "z", "h", "backspace", "a")
        for _ in range(count):
            kind = chance.randrange(4)
            if kind == 0:
                self.click((chance.randrange(1280), chance.randrange(720)))
            elif kind == 1:
                self.key(chance.choice(keys))
            elif kind == 2:
                self.write(chance.choice("azhgn "))
            else:
                self.point((chance.randrange(1280), chance.randrange(720)))
            if self.asked is not None:  # it has gone on: come back
                self.app.scenes[-1].outcome = Back()
                self.run(40)
                if self.asked == "below":
                    return


def too_small(visitor):
    """Labels of what is smaller to hit than 64 pixels of a canvas 1280 wide."""
    least = int(64 * visitor.stage.theme.unit) - 1
    return [
        (widget.label or widget.tip, widget.rect.size)
        for widget in visitor.buttons()
        if min(widget.rect.size) < least and widget.focusable
    ]


def outside(visitor):
    """Widgets that leave the canvas."""
    canvas = pygame.Rect((0, 0), visitor.stage.canvas)
    return [w for w in visitor.ring.widgets if w.visible and not canvas.contains(w.rect)]


def overlapping(widgets):
    """Pairs of widgets that cover each other."""
    return [
        (one, other)
        for at, one in enumerate(widgets)
        for other in widgets[at + 1 :]
        if one.rect.colliderect(other.rect)
    ]
