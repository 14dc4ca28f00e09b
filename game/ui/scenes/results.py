"""After the walk: the whole desert and its gem are revealed, and the score is worked out."""

import pygame

from game import levels
from game.deserts import name_of
from game.progress import Gain, result_of
from game.sim.codes import WalkCode, encode_walk
from game.sim.diagnosis import diagnose
from game.sim.events import Ending
from game.sim.score import score
from game.text import text
from game.ui import why_words
from game.ui.outcomes import LevelReady, NextLevel, Tried, WalkEnded, WhyAsked
from game.ui.scenes.reveal import Reveal
from game.ui.scenes.score_sheet import Heading, ScoreSheet, lines
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.stage import Back, Scene, Stage
from game.ui.theme import Theme
from game.ui.tool_words import paces
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.panel import SpeechPanel, TitlePanel

_SHEET_MS = 2400.0  # how long the reveal has the canvas to itself


def _side_width(theme: Theme) -> int:
    """Pixels for the score; larger words take some of the land's room."""
    return round(theme.px(434) * (1 + 0.3 * (theme.text_scale - 1)))


class Results(Scene):
    """Ends with LevelReady (again), WhyAsked, NextLevel, or Back (to the levels)."""

    def __init__(self, stage: Stage, ended: WalkEnded) -> None:
        super().__init__(stage)
        self.ended = ended
        self.site, self.picture, self.expedition = ended.site, ended.picture, ended.expedition
        self.score = score(ended.site.setup, ended.expedition.now, ended.site.level.par_water)
        self.diagnosis = diagnose(ended.expedition.setup, ended.expedition.states)
        room = stage.canvas[0] - _side_width(stage.theme) - stage.theme.px(36)
        self.reveal = Reveal(stage, ended, room_right=room)
        self._time_ms = 0.0
        self._watched = ended.watched
        self._onward = Onward(stage, ended.site.level.slug)
        shut = not self._onward.next_is_open()
        self._gain = self._record()
        self._opened = shut and self._onward.next_is_open()
        foggy = ended.site.level.sight == "fog"
        stage.sounds.play("reveal", caption="fog_lifts" if foggy else "reveal")
        self._rung = False

    @property
    def _next(self) -> str | None:
        """What opens the next level, if there is one and the player may go there."""
        return self._onward.next if self._onward.next_is_open() else None

    def _record(self) -> Gain:
        """Keep stars and best walk for whoever plays."""
        player = self.stage.player
        if player is None or self._watched:
            return Gain()
        result = result_of(self.site, self.expedition)
        return self.stage.book.record(player.id, self.site.level.slug, result)

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        wide, tall = theme.canvas
        level, setup, now = self.site.level, self.site.setup, self.expedition.now
        grown, across = theme.text_scale - 1, _side_width(theme)
        side = pygame.Rect(wide - px(18) - across, px(14), across, tall - px(28))
        foot = pygame.Rect(side.left, 0, side.width, round(2 * px(76) * (1 + 0.18 * grown)))
        foot.bottom = side.bottom
        said = pygame.Rect(side.left, 0, side.width, round(px(112) * (1 + 0.3 * grown)))
        said.bottom = foot.top - px(12)
        sheet = pygame.Rect(side.left, side.top, side.width, said.top - px(12) - side.top)
        self.sheet = ScoreSheet(
            theme, sheet, self._heading(), lines(setup, now, self.score), self.score.stars
        )
        title = pygame.Rect(px(18), px(14), min(px(390), wide // 3), px(50))
        title_panel = TitlePanel(theme, title, str(level.number or "\N{BULLET}"), name_of(level))
        self.speech = SpeechPanel(theme, said, self._said())
        buttons = self._buttons(foot)
        self.ring = FocusRing(theme, [title_panel, self.sheet, self.speech, *buttons])

    def _heading(self) -> Heading:
        """What happened, how far from the gem, and whether it is the best so far."""
        away = ""
        if self.expedition.now.ending not in (Ending.FOUND, Ending.LEFT_MAP):
            away = text("{paces} away from the gem", paces=paces(self.score.distance))
        best = self._gain.best and self.score.total > 0
        walk = self.expedition
        head = why_words.headline(self.diagnosis, walk.setup, walk.states)
        return Heading(head, away, text("New best!") if best else "")

    def _buttons(self, foot: pygame.Rect) -> list[Button]:
        """What most want to press next is the large one above, under Enter."""
        theme, palette = self.stage.theme, self.stage.theme.palette
        won = self.expedition.now.ending is Ending.FOUND and self._next is not None
        names = {
            "again": (text("Again"), Intent.RESTART if won else Intent.RUN, self._again, "orange"),
            "why": (text("Why?"), None, self._why, "violet"),
            "share": (text("Share"), None, self._share, "blue"),
            "levels": (text("Levels"), Intent.BACK, self._back, "yellow"),
            "next": (text("Next"), Intent.RUN if won else None, self._go_on, "green"),
        }
        first = ["next", "why"] if won else ["again", "why"]
        rest = [name for name in ("again", "share", "levels", "next") if name not in first]
        if self._next is None:
            rest.remove("next")
        upper, lower = layout.rows(foot, [1, 1], theme.px(10))
        boxes = layout.columns(upper, [1.25, 1], theme.px(10))
        boxes += layout.columns(lower, [1] * len(rest), theme.px(10))
        tips = {
            "share": text("Copies a code of this walk."),
            "why": text("What happened, what would have been, and every step worked out."),
            "again": text("The same level, from its start."),
            "levels": text("Back to the levels"),
            "next": text("On to the next level."),
        }
        found = []
        for name, box in zip([*first, *rest], boxes, strict=True):
            label, intent, press, colour = names[name]
            found.append(
                Button(
                    theme,
                    box,
                    label,
                    press,
                    colour=getattr(palette, colour),
                    intent=intent,
                    hint=self.stage.keys.prompt(intent) if intent else "",
                    tip=tips.get(name, ""),
                )
            )
        return found

    def _said(self) -> str:
        """What happened, or, where the gem was found, what the level has taught."""
        level = self.site.level
        if self.expedition.rewinds:
            return text("This was practice, because you went back in time.")
        if self.expedition.now.ending is Ending.FOUND and level.closing:
            return text(level.closing)
        setup = self.expedition.setup
        return why_words.in_short(self.diagnosis, setup, self.expedition.states)

    def handle(self, signal: Signal) -> bool:
        if self._time_ms >= _SHEET_MS:
            if self.ring.handle(signal):
                return True
            if isinstance(signal, Act) and signal.intent is Intent.RESTART:
                self._again()
                return True
            return False
        if isinstance(signal, Act) and signal.intent is Intent.BACK:
            self._back()
        elif isinstance(signal, Act) or (isinstance(signal, Point) and signal.kind is Touch.PRESS):
            self._time_ms = _SHEET_MS  # whoever is in a hurry goes on to the score
        return True

    def update(self, elapsed_ms: float) -> None:
        self._time_ms += elapsed_ms
        self.reveal.update(elapsed_ms)
        if self._time_ms >= _SHEET_MS:
            self.ring.update(elapsed_ms)
            self._ring_stars()

    def _ring_stars(self) -> None:
        """Let the stars be heard as they land on the sheet."""
        if self._rung:
            return
        self._rung = True
        self.stage.sounds.play("page")
        if self._opened:
            self.stage.sounds.play("unlocked", after_ms=self.sheet.star_ms(3))
        for star in range(self.score.stars):
            after_ms = self.sheet.star_ms(star)
            self.stage.sounds.play(f"star_{star + 1}", after_ms=after_ms)

    def draw(self, surface: pygame.Surface) -> None:
        self.reveal.draw(surface)
        if self._time_ms >= _SHEET_MS:
            self.ring.draw(surface)

    def close(self) -> None:
        self.reveal.close()

    def skip(self) -> None:
        """Show the end of every animation at once, as for a picture of this scene."""
        self._time_ms = max(self._time_ms, _SHEET_MS)
        self.sheet.finish()
        self.reveal.finish()

    def _again(self) -> None:
        self.outcome = LevelReady(self._fresh(), self.picture)

    def _fresh(self) -> levels.Site:
        """Another seed, or chance would repeat the same leaps; it may begin at another start."""
        return levels.reseeded(self.site, (self.site.setup.seed + 1) % 2**31)

    def _why(self) -> None:
        self.outcome = WhyAsked(self.ended, self.diagnosis)

    def resume(self, outcome: object) -> None:
        """Walk again with what was advised: the same start and chance, so that only it differs."""
        if isinstance(outcome, Tried) and outcome.commands:
            self.outcome = LevelReady(self.site, self.picture, given=outcome.commands)
        elif isinstance(outcome, Tried):
            self._again()

    def _go_on(self) -> None:
        if self._next is not None:
            self.outcome = NextLevel(self._next)

    def _back(self) -> None:
        self.outcome = Back()

    def _share(self) -> None:
        setup = self.site.setup
        commands = self.expedition.commands
        walk = WalkCode(self.site.level.slug, setup.fingerprint, setup.seed, commands)
        code = encode_walk(walk)
        try:
            pygame.scrap.put_text(code)
            self.speech.text = text("The code of this walk is copied. Paste it to show your walk!")
        except pygame.error:
            self.speech.text = code


class Onward:
    """The levels that this player goes through, and where this one stands among them."""

    def __init__(self, stage: Stage, slug: str) -> None:
        self._stage, self._chosen = stage, stage.course is not None
        opens = stage.course or {file.stem: file.stem for file in levels.shipped()}
        self._slugs = list(opens)
        at = self._slugs.index(slug) + 1 if slug in opens else len(opens)
        self._slug = self._slugs[at] if at < len(opens) else None
        self.next = opens[self._slug] if self._slug is not None else None

    def next_is_open(self) -> bool:
        """Whether there is a next level that may be walked now."""
        if self._slug is None:
            return False
        player, free = self._stage.player, self._stage.settings.all_levels or self._chosen
        gates = self._stage.book.unlocked(player.id if player else None, self._slugs, free)
        return gates[self._slug].open
