"""Finds every screen from the title by pressing all that can be pressed, and walks there again."""

from game.ui.flow import SCREENS
from game.ui.scenes.loading import Loading
from game.ui.scenes.play import Play
from game.ui.scenes.title import Title
from game.ui.signals import Intent
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
    """Whether pressing may lead to another screen, and not out of the game."""
    if not isinstance(stop, Button) or stop.reason or stop.intent is Intent.BACK:
        return isinstance(stop, Button) and stop.intent is Intent.BACK and not stop.reason
    return stop._said[2] != "full_screen"


def routes(fresh) -> dict[str, Route]:
    """The first route found to every kind of scene; `fresh()` makes a player at the title."""
    found: dict[str, Route] = {"Title": ()}
    waiting = ["Title"]
    while waiting:
        name = waiting.pop(0)
        player = None
        at = 0
        while True:
            if player is None or name_of(player.scene) != name:
                player = fresh()
                walk(player, Hands(player, "mouse"), found[name])
            stops = ring_of(player.scene).stops
            if at >= len(stops):
                break
            stop, at = stops[at], at + 1
            leaves = isinstance(player.scene, Title) and stop.intent is Intent.BACK
            if leaves or not pressable(stop):
                continue
            depth = len(player.app.scenes)
            Hands(player, "mouse").press(stop)
            settle(player)
            new = name_of(player.scene)
            if new not in found and player.scene is not None:
                found[new] = (*found[name], at - 1)
                waiting.append(new)
            while len(player.app.scenes) > depth:
                player.app._close(player.app.scenes.pop())
            player.run(40)
    return found


def wanted(stage) -> set[str]:
    """Kinds of the scenes that the game knows by name."""
    names = set()
    for make in SCREENS.values():
        scene = make(stage)
        names.add(name_of(scene))
        scene.close()
    return names
