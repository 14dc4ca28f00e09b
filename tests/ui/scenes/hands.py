"""The five ways to play: keys, mouse, touch, pad and one button, each by real events only."""

import pygame

from game.ui.pads import BUTTON_CODES
from game.ui.signals import Intent
from game.ui.widgets.choice import Choice
from game.ui.widgets.focus import ring_of
from game.ui.widgets.pager import Pager
from game.ui.widgets.slider import Slider
from game.ui.widgets.toggle import Toggle
from tests.ui.scenes.player import Player

DEVICES = ("keyboard", "mouse", "touch", "pad", "one button")


class Hands:
    """Plays `player`'s game by one device: presses widgets, and leaves screens."""

    def __init__(self, player: Player, device: str) -> None:
        self.player, self.device = player, device
        if device == "one button":
            player.app.stage.change(one_button=True, scan_seconds=0.6)

    @property
    def ring(self):
        return ring_of(self.player.scene)

    def offer(self, kind, **what):
        self.player.app.offer(pygame.event.Event(kind, **what))

    def button(self, name):
        """Press and release a button of the pad."""
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            self.offer(kind, instance_id=0, button=BUTTON_CODES[name])
        self.player.run(40)

    def tap(self, pixel):
        """A finger, told twice as SDL does: as the mouse that it imagines and as itself."""
        wide, tall = self.player.surface.get_size()
        glass = {"touch_id": 1, "finger_id": 1, "dx": 0.0, "dy": 0.0, "pressure": 1.0}
        glass |= {"x": (pixel[0] + 0.5) / wide, "y": (pixel[1] + 0.5) / tall}
        mouse = {"pos": pixel, "button": 1, "touch": True}
        self.offer(pygame.MOUSEBUTTONDOWN, **mouse)
        self.offer(pygame.FINGERDOWN, **glass)
        self.offer(pygame.MOUSEBUTTONUP, **mouse)
        self.offer(pygame.FINGERUP, **glass)
        self.player.run(40)

    def reach(self, at):
        """Bring the focus to the stop number `at` by keys, by the pad's cross, or by waiting."""
        self._tried = {}
        for _ in range(400):
            stops = self.ring.stops  # laid out anew when another device is used
            if self.ring.shown and self.ring.current is stops[at]:
                return
            if self.device == "keyboard":
                self.player.key("tab")
            elif self.device == "pad":
                self._towards(at)
            else:
                self.player.run(200)
        raise AssertionError(f"stop {at} is not reached by {self.device}")

    def _towards(self, at):
        stops, now = self.ring.stops, self.ring.current
        if now not in stops or not self.ring.shown:
            self.button("dpdown")
            return
        across = stops[at].rect.centerx - now.rect.centerx
        down = stops[at].rect.centery - now.rect.centery
        ways = ["dpdown" if down > 0 else "dpup", "dpright" if across > 0 else "dpleft"]
        if abs(across) > abs(down):
            ways.reverse()
        ways += [way for way in ("dpdown", "dpup", "dpright", "dpleft") if way not in ways]
        if isinstance(now, Slider | Choice | Toggle | Pager):
            ways = [way for way in ways if way in ("dpdown", "dpup")]
        tried = self._tried[stops.index(now)] = self._tried.get(stops.index(now), -1) + 1
        self.button(ways[tried % len(ways)])

    def press(self, widget):
        """Press `widget`."""
        at = self.ring.stops.index(widget)
        if self.device == "mouse":
            self.player.click(widget.rect.center)
        elif self.device == "touch":
            self.tap(widget.rect.center)
        else:
            self.reach(at)
            if self.device == "keyboard":
                self.player.key("return")
            elif self.device == "pad":
                self.button("a")
            else:
                self.player.run(200)  # a press is not counted twice
                self.player.key("space")

    def leave(self):
        """Go back from the screen that is shown."""
        if self.device == "keyboard":
            self.player.key("escape")
        elif self.device == "pad":
            self.button("b")
        else:
            ways = {stop.intent: stop for stop in self.ring.stops}
            back = ways.get(Intent.BACK) or ways.get(Intent.PAUSE)
            assert back, "there is no button that leads back"
            self.press(back)
        self.player.run(80)
