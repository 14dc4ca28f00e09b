"""The five ways to play: keys, mouse, touch, pad and one button, each by real events only."""

import pygame

from game.ui.pads import BUTTON_CODES
from game.ui.signals import Intent
from game.ui.widgets.focus import ring_of
from game.ui.widgets.slider import Slider
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

    def reach(self, widget):
        """Bring the focus to `widget` by keys, by the pad's cross, or by waiting."""
        for _ in range(400):
            if self.ring.current is widget and self.ring.shown:
                return
            if self.device == "keyboard":
                self.player.key("tab")
            elif self.device == "pad":
                self._towards(widget)
            else:
                self.player.run(200)
        raise AssertionError(f"{widget} is not reached by {self.device}")

    def _towards(self, widget):
        now = self.ring.current
        if now is None or not self.ring.shown:
            self.button("dpdown")
            return
        across = widget.rect.centerx - now.rect.centerx
        down = widget.rect.centery - now.rect.centery
        ways = ("dpup", "dpdown", "dpleft", "dpright")
        tried = self._tried.setdefault(id(now), [])
        if not tried:
            best = (ways[down > 0], ways[2 + (across > 0)])
            order = best if abs(down) > abs(across) else best[::-1]
            tried += [*order, *(way for way in ways if way not in order)]
            if isinstance(now, Slider) or hasattr(now, "segmented"):
                tried[:] = [way for way in tried if way in ways[:2]]
        tried.append(tried.pop(0))
        self.button(tried[-1])

    _tried: dict

    def press(self, widget):
        """Press `widget`."""
        self._tried = {}
        if self.device == "mouse":
            self.player.click(widget.rect.center)
        elif self.device == "touch":
            self.tap(widget.rect.center)
        else:
            self.reach(widget)
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
