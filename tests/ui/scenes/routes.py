"""Finds every screen from the title by pressing all that can be pressed, and walks there again."""

from game.ui.flow import SCREENS
from game.ui.scenes.loading import Loading
from game.ui.scenes.play import Play
from game.ui.widgets.button import Button
from game.ui.widgets.focus import ring_of
from tests.ui.scenes.hands import Hands
from tests.ui.scenes.player import Player

_FAREWELL_MS = 4000
Route = tuple[int, ...]


def name_of(scene) -> str:
    return type(scene).__name__


def settle(player: Player) -> None:
    """Until what was begun is over: the land made, the child's last bow taken."""
    player.run(120)
    if isinstance(player.scene, Loading):
        player.load()
    if isinstance(player.scene, Play) and player.scene.expedition.now.ending is not None:
        player.run(_FAREWELL_MS)
        player.run(3000)  # the reveal, until its buttons are there


def walk(player: Player, hands: Hands, route: Route) -> None:
    """Press the stops of `route` from the title on."""
    for at in route:
        hands.press(ring_of(player.scene).stops[at])
        settle(player)


def pressable(stop) -> bool:
    """Whether pressing may lead to another screen."""
    return isinstance(stop, Button) and not stop.reason and stop._said[2] != "full_screen"


class _Explorer:
    """Presses everything on one kind of screen, again from the title where it was left."""

    def __init__(self, fresh, name: str, route: Route) -> None:
        self._fresh, self._name, self._route = fresh, name, route
        self._player: Player | None = None
        self._trail: list[int] = []  # presses that changed this screen itself
        self._seen: set[type] = set()

    def found(self):
        """Names of the screens that come after this one, and their routes."""
        at = 0
        while at < len(self._stops()):
            stop, at = self._stops()[at], at + 1
            if not self._worth(stop):
                continue
            before, depth = self._labels(), len(self._player.app.scenes)
            Hands(self._player, "mouse").press(stop)
            settle(self._player)
            if self._player.scene is None:
                continue
            new = name_of(self._player.scene)
            if new != self._name:
                yield new, (*self._route, *self._trail, at - 1)
            while len(self._player.app.scenes) > depth:
                self._player.app._close(self._player.app.scenes.pop())
            self._player.run(40)
            if name_of(self._player.scene) == self._name and self._labels() != before:
                self._trail.append(at - 1)

    def _stops(self):
        if self._player is None or name_of(self._player.scene) != self._name:
            self._player, self._trail = self._fresh(), []
            walk(self._player, Hands(self._player, "mouse"), self._route)
        return ring_of(self._player.scene).stops

    def _labels(self):
        return [(type(stop), getattr(stop, "label", "")) for stop in self._stops()]

    def _worth(self, stop) -> bool:
        if not pressable(stop):
            return False
        again = type(stop) in self._seen and type(stop) is not Button
        self._seen.add(type(stop))
        return not again  # one card of a list leads where all of them lead


def routes(fresh) -> dict[str, Route]:
    """The first route found to every kind of scene; `fresh()` makes a player at the title."""
    found: dict[str, Route] = {"Title": ()}
    waiting = ["Title"]
    while waiting:
        name = waiting.pop(0)
        for new, route in _Explorer(fresh, name, found[name]).found():
            if new not in found:
                found[new] = route
                waiting.append(new)
    return found


def wanted(player: Player) -> set[str]:
    """Kinds of the scenes that the game knows by name."""
    names = set()
    for make in SCREENS.values():
        player.app.push(make(player.app.stage))
        player.run(40)
        names.add(name_of(player.scene))
        player.app._close(player.app.scenes.pop())
    return names
