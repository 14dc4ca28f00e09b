"""Playing a level: keys and buttons become commands, and the walk is shown as it goes."""

from collections.abc import Callable

import pygame

from game.levels import Site
from game.sim.commands import Command, Dig, Gust, Leap, Step
from game.sim.expedition import Expedition
from game.text import text
from game.ui import tool_words
from game.ui.named_lines import hint_of, with_names
from game.ui.outcomes import Left, LevelReady, Opened, Restarted, WalkEnded
from game.ui.pace import STEPS_A_SECOND, Pace
from game.ui.remarks import remark
from game.ui.scenes.play_panels import PlayPanels
from game.ui.scenes.play_sounds import PlaySounds
from game.ui.scenes.play_view import PlayView
from game.ui.scenes.play_walk import Walk, stops
from game.ui.scenes.play_wishes import Wishes
from game.ui.signals import Act, Intent, Point, Signal, Touch, Unplugged
from game.ui.stage import Back, Scene, Stage
from game.ui.whereabouts import where_am_i
from game.ui.widgets.callouts import Callout

_PRESSED = {"step": Step, "gust": Gust, "leap": Leap, "dig": Dig}


class Play(Scene):
    """One walk on a level whose land is ready; ends with WalkEnded, or Back."""

    music = "play"
    hurried = True

    def __init__(self, stage: Stage, ready: LevelReady) -> None:
        super().__init__(stage)
        self.site: Site = ready.site
        self.walk = Walk(ready.site, stage.settings.speed, ready.walk, ready.given)
        self._time_ms = 0.0
        self._line: Callable[[], str] = self._opening
        self.seen = PlayView(stage, self.site, ready.picture, self.expedition)
        self.view, self.zoom = self.seen.view, self.seen.zoom
        blind = self.site.level.sight == "blindfold"
        self.sounds = PlaySounds(stage, self.expedition, blind)
        if ready.by_itself:
            self.pace.run()

    @property
    def expedition(self) -> Expedition:
        """The walk's history, with its present state."""
        return self.walk.expedition

    @property
    def pace(self) -> Pace:
        """The walk's clock."""
        return self.walk.pace

    def arrange(self) -> None:
        wishes = Wishes(
            command=self._only_watching if self.walk.watched else self._tune,
            walk=self._walk,
            rewind=self._rewind,
            restart=self._restart,
            back=self._pause,
            speed=self._set_speed,
            zoom=self._look,
            say=self._say,
            press=lambda name: self._press(_PRESSED[name]()),
        )
        self.panels = PlayPanels(self.stage, self.site, self.expedition, wishes)
        self.seen.arrange()
        self._say(self._line)
        self._sync()

    def handle(self, signal: Signal) -> bool:
        if isinstance(signal, Unplugged):
            self._pause()
            return True
        if isinstance(signal, Act) and self._wished(signal.intent):
            return True
        return self.panels.ring.handle(signal) or self._look_nearer(signal)

    def _wished(self, intent: Intent) -> bool:
        """Do what is wished of the scene itself, and of no panel."""
        match intent:
            case Intent.NAMES:
                self._switch_names()
            case Intent.FASTER | Intent.SLOWER:
                step = 1 if intent is Intent.FASTER else -1
                self._set_speed(min(max(self.pace.speed + step, 0), len(STEPS_A_SECOND) - 1))
            case Intent.PAUSE:
                self._pause()
            case Intent.ZOOM_IN | Intent.ZOOM_OUT:
                return self._look(1 if intent is Intent.ZOOM_IN else -1)
            case Intent.TOOLS:
                self.panels.turn_tools()
            case Intent.WHERE:
                self._tell_where()
            case _:
                return False
        return True

    def _look_nearer(self, signal: Signal) -> bool:
        wheel = isinstance(signal, Point) and signal.kind is Touch.WHEEL
        return wheel and self._look(signal.notches)

    def _look(self, notches: int) -> bool:
        changed = self.seen.nearer(notches, self.expedition.now.place)
        self._sync()
        return changed

    def _tell_where(self) -> None:
        """Say in words what the feet feel and how high they stand."""
        now = self.expedition.now
        line = where_am_i(self.site.setup, now)
        if line == self._line() or not self.stage.settings.speak:
            self.stage.say(line)  # a new line is read aloud by itself, where that is wished
        self._say(lambda: where_am_i(self.site.setup, now))

    def pointers(self) -> list[Callout]:
        """What help says of things without a widget: the child, and what this level is about."""
        x, y = self.view.footing.pixel(self.expedition.now.place)
        side = self.stage.theme.px(84)
        child = pygame.Rect(round(x) - side // 2, round(y) - side, side, side)
        stage = self.stage
        hint = hint_of(self.site.level, stage.settings.names, stage.locked)
        return [Callout(child, hint)] if hint else []

    def update(self, elapsed_ms: float) -> None:
        self._time_ms += elapsed_ms
        self.panels.ring.update(elapsed_ms)
        for _ in range(self.pace.advance(elapsed_ms)):
            if not self._move(self.walk.next_move()):
                break
        self.walk.calm(elapsed_ms)
        self.seen.update(elapsed_ms, self.walk, self._time_ms)
        self.sounds.update(elapsed_ms)
        if self.walk.left(elapsed_ms):
            watched = self.walk.watched
            self.outcome = WalkEnded(self.site, self.zoom.far, self.expedition, watched)

    def draw(self, surface: pygame.Surface) -> None:
        self.seen.draw(surface, self.walk, self._time_ms)
        self.panels.ring.draw(surface)

    # ---- what the player wishes

    def _press(self, command: Command) -> None:
        if self.walk.watched:
            self._only_watching(command)
        elif isinstance(command, Dig) and len(self.expedition.states) == 1:
            self._say(text("Take a step first."))
        elif not self.walk.ended:
            self.pace.pause()
            self._move(command)

    def _only_watching(self, command: Command) -> None:
        walk = tool_words.BUTTONS["walk"].name(self.stage.settings.names)
        self._say(text("You are watching a walk. Press {walk} to go on.", walk=walk))
        self._sync()

    def _walk(self) -> None:
        self.walk.toggle()
        self._sync()

    def _rewind(self) -> None:
        if self.walk.watched:
            self._restart()
        elif self.walk.rewind():
            self.stage.sounds.forget()
            self.stage.sounds.play("rewind")
            self._say(lambda: text("One step back. This walk is practice now."))
            self._sync()
        else:
            self.stage.sounds.play("refused")
            self._say(text("This is where I started."))

    def _restart(self) -> None:
        self.sounds.close()
        self.walk.begin()
        self._sync()
        self.seen.begin(self.expedition)
        self._say(self._opening)

    def _pause(self) -> None:
        if self.outcome is None:
            self.pace.pause()
            self._sync()
            self.sounds.pause()
            self.stage.captions.show("", 0.0)
            self._draw_for_pause(pygame.display.get_surface())
            self.outcome = Opened("pause")

    def _draw_for_pause(self, shown: pygame.Surface | None) -> None:
        """The pause lies over what the window shows: let that be free of tips and captions."""
        if shown is not None and shown.get_size() == self.stage.canvas:
            self.panels.ring.tips, tips = False, self.panels.ring.tips
            self.draw(shown)
            self.panels.ring.tips = tips

    def resume(self, outcome: object) -> None:
        self.sounds.go_on(self.expedition)
        if isinstance(outcome, Restarted):
            self._restart()
        elif isinstance(outcome, Left):
            self.outcome = Back()

    def close(self) -> None:
        self.sounds.close()
        self.zoom.close()

    def _switch_names(self) -> None:
        other = "grown-up" if self.stage.settings.names == "child" else "child"
        self.stage.change(names=other)
        self.arrange()

    def _set_speed(self, speed: int) -> None:
        self.pace.speed = speed
        self.stage.change(speed=speed)
        self._sync()

    def _opening(self) -> str:
        """The first line of the level, with the names of tools that were chosen."""
        line, held = self.site.level.opening, self.site.level.hand_out
        return with_names(text(line), self.stage.settings.names, held) if line else ""

    def _say(self, line: str | Callable[[], str]) -> None:
        """Let the child say `line`; one that can be called follows another language."""
        self._line = line if callable(line) else lambda: line
        self.panels.speech.text = self._line()

    def _tune(self, command: Command) -> None:
        self.walk.tune(command)
        self._sync()

    # ---- the walk

    def _move(self, command: Command) -> bool:
        """Carry out a move; False where the walk stops there."""
        before = self.expedition.now
        events = self.walk.move(command)
        after = self.expedition.now
        if remark(self.site.setup, before, after, events):
            self._say(lambda: remark(self.site.setup, before, after, events) or "")
        self.sounds.happened(self.walk.passage, events, self.pace.left_ms)
        self._sync()
        return not stops(events)

    def _sync(self) -> None:
        self.view.follow(self.expedition)
        self.sounds.follow(self.expedition)
        self.panels.sync(self.expedition, self.pace)
        self.panels.keys.show_zoom(*self.zoom.ends)
