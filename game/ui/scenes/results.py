"""After the walk: the whole desert and its gem are revealed, and the score is worked out."""

from dataclasses import replace

import pygame

from game import levels
from game.progress import result_of
from game.sim.codes import WalkCode, encode_walk
from game.sim.events import Ending
from game.sim.score import score
from game.text import text
from game.ui import fonts
from game.ui.outcomes import LevelReady, NextLevel, WalkEnded
from game.ui.scenes.reveal import Reveal
from game.ui.scenes.score_sheet import ScoreSheet, headline, lines
from game.ui.signals import Act, Intent, Point, Signal, Touch
from game.ui.stage import Back, Scene, Stage
from game.ui.theme import Theme
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.panel import SpeechPanel, TitlePanel

_SHEET_MS = 2400.0  # how long the reveal has the canvas to itself


def _side_width(theme: Theme) -> int:
    """Pixels for the score; larger words take some of the land's room."""
    return round(theme.px(434) * (1 + 0.3 * (theme.text_scale - 1)))


class Results(Scene):
    """Ends with LevelReady (again), NextLevel, or Back (to the levels)."""

    def __init__(self, stage: Stage, ended: WalkEnded) -> None:
        super().__init__(stage)
        self.site, self.picture, self.expedition = ended.site, ended.picture, ended.expedition
        self.score = score(ended.site.setup, ended.expedition.now, ended.site.level.par_water)
        room = stage.canvas[0] - _side_width(stage.theme) - stage.theme.px(36)
        self.reveal = Reveal(stage, ended, room_right=room)
        self._time_ms = 0.0
        self._watched = ended.watched
        self._next = _after(ended.site.level.slug, stage.course)
        self._record()
        stage.sounds.play("reveal")
        self._rung = False

    def _record(self) -> None:
        """Keep stars and best walk for whoever plays."""
        player = self.stage.player
        if player is not None and not self._watched:
            result = result_of(self.site, self.expedition)
            self.stage.book.record(player.id, self.site.level.slug, result)

    def arrange(self) -> None:
        theme, px, palette = self.stage.theme, self.stage.theme.px, self.stage.theme.palette
        wide, tall = theme.canvas
        level, setup, now = self.site.level, self.site.setup, self.expedition.now
        grown, across = theme.text_scale - 1, _side_width(theme)
        side = pygame.Rect(wide - px(18) - across, px(14), across, tall - px(28))
        rows = self._rows_of_buttons(side.width)
        foot = pygame.Rect(side.left, 0, side.width, round(rows * px(78) * (1 + 0.25 * grown)))
        foot.bottom = side.bottom
        said = pygame.Rect(side.left, 0, side.width, round(px(118) * (1 + 0.3 * grown)))
        said.bottom = foot.top - px(14)
        sheet = pygame.Rect(side.left, side.top, side.width, said.top - px(14) - side.top)
        self.sheet = ScoreSheet(
            theme, sheet, headline(now, self.score), lines(setup, now, self.score), self.score.stars
        )
        title = pygame.Rect(px(18), px(14), min(px(390), wide // 3), px(50))
        title_panel = TitlePanel(theme, title, str(level.number or "\N{BULLET}"), text(level.name))
        wanted = [
            ("again", text("Again"), Intent.RESTART, self._again, palette.orange),
            ("share", text("Share"), None, self._share, palette.blue),
            ("levels", text("Levels"), Intent.BACK, self._back, palette.yellow),
        ]
        if self._next is not None:
            wanted.append(("next", text("Next"), Intent.RUN, self._go_on, palette.green))
        buttons = [
            Button(
                theme,
                rect,
                label,
                press,
                colour=colour,
                intent=intent,
                hint=self.stage.keys.prompt(intent) if intent else "",
                tip=text("Copies a code of this walk.") if name == "share" else "",
            )
            for (name, label, intent, press, colour), rect in zip(
                wanted, layout.grid(foot, -(-len(wanted) // rows), len(wanted), px(10)), strict=True
            )
        ]
        self.speech = SpeechPanel(theme, said, self._closing())
        self.ring = FocusRing(theme, [title_panel, self.sheet, self.speech, *buttons])

    def _rows_of_buttons(self, room: int) -> int:
        """One row where the longest name or key has room in it, else two."""
        theme, keys, count = self.stage.theme, self.stage.keys, 4 if self._next else 3
        names = [text("Again"), text("Share"), text("Levels"), text("Next")]
        hints = [keys.prompt(i) for i in (Intent.RESTART, Intent.BACK, Intent.RUN)]
        parts = [(part, fonts.DISPLAY) for name in names for part in name.split()]
        longest = max(
            fonts.width(said, family, theme.floor_px)
            for said, family in [*parts, *((hint, fonts.STRONG) for hint in hints)]
        )
        return 1 if longest + theme.px(22) <= room // count - theme.px(10) else 2

    def _closing(self) -> str:
        level = self.site.level
        words = level.closing if self.expedition.now.ending is Ending.FOUND else level.hint
        if self.expedition.rewinds:
            return text("This was practice, because you went back in time.") + " " + text(words)
        return text(words)

    def handle(self, signal: Signal) -> bool:
        if self._time_ms >= _SHEET_MS:
            return self.ring.handle(signal)
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
        # Another seed, or chance would repeat the same leaps.
        setup = replace(self.site.setup, seed=(self.site.setup.seed + 1) % 2**31)
        self.outcome = LevelReady(replace(self.site, setup=setup), self.picture)

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


def _after(slug: str, course: dict[str, str] | None) -> str | None:
    """What opens the level after this one, of the teacher's choice or of all; None at the end."""
    opens = course or {file.stem: file.stem for file in levels.shipped()}
    slugs = list(opens)
    if slug not in slugs or slug == slugs[-1]:
        return None
    return opens[slugs[slugs.index(slug) + 1]]
