"""Playing a level: keys and buttons become commands, and the walk is shown as it goes."""

from dataclasses import replace

import pygame

from game.levels import Site
from game.sim.commands import Command, Dig, Gust, Leap, Rewind, Step
from game.sim.events import Ended, GemCollected, Gusted, Leapt, Moved, Refused
from game.sim.expedition import Expedition
from game.text import text
from game.ui import tool_words
from game.ui.draw.actor import Passage, moment
from game.ui.draw.bake import Picture
from game.ui.draw.desert_view import DesertView
from game.ui.draw.zoom import Zoom
from game.ui.named_lines import with_names
from game.ui.outcomes import Left, LevelReady, Opened, Restarted, WalkEnded
from game.ui.pace import Pace
from game.ui.party import figure_of
from game.ui.remarks import remark
from game.ui.scenes.play_frame import camera_for
from game.ui.scenes.play_panels import PlayPanels
from game.ui.scenes.play_sounds import PlaySounds
from game.ui.scenes.play_wishes import Wishes
from game.ui.signals import Act, Intent, Point, Signal, Touch, Unplugged
from game.ui.stage import Back, Scene, Stage
from game.ui.whereabouts import where_am_i
from game.ui.widgets.callouts import Callout

_PRESSED = {"step": Step, "gust": Gust, "leap": Leap, "dig": Dig}
_LEAP_MS, _GUST_MS, _REWIND_MS = 900.0, 600.0, 220.0
_FAREWELL_MS = 1800.0  # to see the child dig or cheer before the desert is revealed


class Play(Scene):
    """One walk on a level whose land is ready; ends with WalkEnded, or Back."""

    music = "play"
    hurried = True

    def __init__(self, stage: Stage, ready: LevelReady) -> None:
        super().__init__(stage)
        self.site: Site = ready.site
        self.picture: Picture = ready.picture
        self.pace = Pace(stage.settings.speed)
        self._time_ms = 0.0
        self._said = ""
        self._stored = ready.walk
        self._begin()
        settings = stage.settings
        self.view = DesertView(
            self.site,
            self.picture,
            stage.theme.unit,
            settings.reduced_motion,
            figure=figure_of(stage.player),
        )
        self.view.follow(self.expedition)
        self.zoom = Zoom(self.view, settings.contours, settings.reduced_motion)
        if ready.by_itself:
            self.pace.run()

    def _begin(self) -> None:
        self.expedition = Expedition(self.site.setup)
        self._to_come = list(self._stored or ())
        self.pace.rest()
        self._passage = Passage(self.expedition.now, self.expedition.now)
        self._farewell_ms = 0.0
        self.sounds = PlaySounds(self.stage, self.expedition)

    def arrange(self) -> None:
        wishes = Wishes(
            command=self._tune if self._stored is None else self._only_watching,
            walk=self._walk,
            rewind=self._rewind,
            restart=self._restart,
            back=self._pause,
            speed=self._set_speed,
            zoom=self._look,
            say=self._say,
            press=lambda name: self._press(_PRESSED[name]()),
        )
        level = self.site.level
        self.panels = PlayPanels(self.stage, self.site, self.expedition, wishes)
        self.zoom.reframe(camera_for(self.stage.theme, level))
        self._say(self._said or self._told(level.opening))
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
                self._set_speed(min(max(self.pace.speed + step, 0), 4))
            case Intent.PAUSE:
                self._pause()
            case Intent.TOOLS:
                self.panels.turn_tools()
            case Intent.WHERE:
                self._tell_where()
            case _:
                return False
        return True

    def _look_nearer(self, signal: Signal) -> bool:
        notches = 0
        if isinstance(signal, Act):
            notches = {Intent.ZOOM_IN: 1, Intent.ZOOM_OUT: -1}.get(signal.intent, 0)
        elif isinstance(signal, Point) and signal.kind is Touch.WHEEL:
            notches = signal.notches
        return bool(notches) and self._look(notches)

    def _look(self, notches: int) -> bool:
        """So many steps nearer; a blindfolded child sees no more from near."""
        if self.site.level.sight == "blindfold":
            return False
        changed = self.zoom.change(notches, self.expedition.now.place)
        self._sync()
        return changed

    def _tell_where(self) -> None:
        """Say in words what the feet feel and how high they stand."""
        line = where_am_i(self.site.setup, self.expedition.now)
        if line == self._said or not self.stage.settings.speak:
            self.stage.say(line)  # a new line is read aloud by itself, where that is wished
        self._say(line)

    def pointers(self) -> list[Callout]:
        """What help says of things without a widget: the child, and what this level is about."""
        x, y = self.view.footing.pixel(self.expedition.now.place)
        side = self.stage.theme.px(84)
        child = pygame.Rect(round(x) - side // 2, round(y) - side, side, side)
        return [Callout(child, self._told(self.site.level.hint))]

    def update(self, elapsed_ms: float) -> None:
        self._time_ms += elapsed_ms
        self.panels.ring.update(elapsed_ms)
        for _ in range(self.pace.advance(elapsed_ms)):
            if not self._move(self._next_move()):
                break
        self.view.update(elapsed_ms)
        self.zoom.update(elapsed_ms, self.expedition.now.place)
        self.sounds.update(elapsed_ms)
        if self.expedition.now.ending is not None and self.pace.resting:
            self._farewell_ms += elapsed_ms
            if self._farewell_ms >= _FAREWELL_MS:
                watched = self._stored is not None
                self.outcome = WalkEnded(self.site, self.zoom.far, self.expedition, watched)

    def draw(self, surface: pygame.Surface) -> None:
        now = moment(self._passage, self.pace.blend, self._time_ms)
        how = (now, self._time_ms, self._guides(), self.pace.blend)
        self.zoom.draw(surface, lambda canvas: self.view.draw(canvas, *how))
        self.panels.ring.draw(surface)

    def _guides(self) -> bool:
        """Whether arrow and ghost mark are shown: while the child stands and may walk on."""
        return self.pace.blend >= 1.0 and self.expedition.now.ending is None

    def _next_move(self) -> Command:
        """A step; of a stored walk the next move, what was set before it being set first."""
        while self._to_come:
            command = self._to_come.pop(0)
            if isinstance(command, Step | Gust | Leap | Dig):
                return command
            self._tune(command)
        return Step() if self._stored is None else Dig()

    # ---- what the player wishes

    def _press(self, command: Command) -> None:
        if self._stored is not None:
            self._only_watching(command)
        elif self.expedition.now.ending is None:
            self.pace.pause()
            self._move(command)

    def _only_watching(self, command: Command) -> None:
        walk = tool_words.BUTTONS["walk"].name(self.stage.settings.names)
        self._say(text("You are watching a walk. Press {walk} to go on.", walk=walk))
        self._sync()

    def _walk(self) -> None:
        if self.expedition.now.ending is None:
            self.pace.toggle()
            self._sync()
        elif self.pace.resting:
            self._farewell_ms = _FAREWELL_MS  # no need to watch to the end

    def _rewind(self) -> None:
        if self._stored is not None:
            self._restart()
            return
        undone = self.expedition.now
        self.pace.pause()
        events = self.expedition.apply(Rewind())
        if any(isinstance(event, Refused) for event in events):
            self.stage.sounds.play("refused")
            self._say(text("This is where I started."))
            return
        self._farewell_ms = 0.0
        self._passage = Passage(undone, self.expedition.now, "rewind")
        self.stage.sounds.play("rewind")
        self.pace.glide(_REWIND_MS)
        self._say(text("One step back. This walk is practice now."))
        self._sync()

    def _restart(self) -> None:
        self.sounds.close()
        self._begin()
        self._sync()
        self.zoom.look_at(self.expedition.now.place)
        self._say(self._told(self.site.level.opening))

    def _pause(self) -> None:
        if self.outcome is None:
            self.pace.pause()
            self._sync()
            self.sounds.pause()
            self.stage.captions.show("", 0.0)
            # The pause lies over a picture of the walk, without tips and captions.
            self.panels.ring.tips, tips = False, self.panels.ring.tips
            shown = pygame.display.get_surface()
            if shown is not None:
                self.draw(shown)
            self.panels.ring.tips = tips
            self.outcome = Opened("pause")

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
        opened = self._said == self._told(self.site.level.opening)
        self.stage.change(names=other)
        self._said = "" if opened else self._said
        self.arrange()

    def _set_speed(self, speed: int) -> None:
        self.pace.speed = speed
        self.stage.change(speed=speed)
        self._sync()

    def _told(self, line: str) -> str:
        """A line of the level in the player's language and with the names that were chosen."""
        level, names = self.site.level, self.stage.settings.names
        return with_names(text(line), names, level.hand_out) if line else ""

    def _say(self, line: str) -> None:
        self._said = line
        self.panels.speech.text = line

    def _tune(self, command: Command) -> None:
        before = self.expedition.now
        self.expedition.apply(command)
        if self._passage.after is before:
            self._passage = replace(self._passage, after=self.expedition.now)
        self._sync()

    # ---- the walk

    def _move(self, command: Command) -> bool:
        """Carry out a move; False where the walk stops there."""
        before = self.expedition.now
        events = self.expedition.apply(command)
        line = remark(self.site.setup, before, self.expedition.now, events)
        if line:
            self._say(line)
        moved = next((event for event in events if isinstance(event, Moved)), None)
        if moved is not None:
            kind = {Gusted: "gust", Leapt: "leap"}.get(type(moved), "step")
            self._passage = Passage(before, self.expedition.now, kind)
            self.pace.glide({"leap": _LEAP_MS, "gust": _GUST_MS}.get(kind))
        elif self.expedition.now is not before:
            self._passage = Passage(self.expedition.now, self.expedition.now)
        self.sounds.happened(self._passage, events)
        for event in events:
            if isinstance(event, GemCollected):
                kind = event.index + 1
                self.view.celebrate(kind, self.site.setup.lesser_gems[event.index])
        stopped = any(isinstance(event, Refused | Ended) for event in events)
        if stopped:
            self.pace.pause()
        self._sync()
        return not stopped

    def _sync(self) -> None:
        self.view.follow(self.expedition)
        self.sounds.follow(self.expedition)
        self.panels.sync(self.expedition, self.pace)
        self.panels.keys.show_zoom(*self.zoom.ends)
