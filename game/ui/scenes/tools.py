"""The bag: the tools that a player has found so far, with their names and what they do."""

from collections.abc import Iterable

import pygame

from game import levels
from game.level_file import HandOut
from game.levels import LevelError
from game.text import text
from game.ui import backdrop, fonts
from game.ui.signals import Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.tool_words import BUTTONS, OPTIMIZERS, SLIDERS, ToolWords
from game.ui.widgets import layout
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.heads import BAR, EDGE, TOP, back_button, title_beside
from game.ui.widgets.label import Label
from game.ui.widgets.pager import Pager
from game.ui.widgets.panel import Panel
from game.ui.widgets.tool_card import ToolCard

_ALWAYS = (("button", "step"), ("button", "walk"))
_GAP, _PAGER = 14, 64
_TALL, _TALLER = 104, 96  # of a card, and what large text adds
_WORDS = {"button": BUTTONS, "slider": SLIDERS, "optimizer": OPTIMIZERS}
WORDS: dict[tuple[str, str], ToolWords] = {
    (sort, name): words for sort, table in _WORDS.items() for name, words in table.items()
}


def hand_outs(stage: Stage) -> dict[str, HandOut]:
    """What each level of the journey hands out; levels that can't be read hand out nothing."""
    course = stage.course or {path.stem: path.stem for path in levels.shipped()}
    found = {}
    for slug, name in course.items():
        try:
            found[slug] = levels.read(levels.find(name)).hand_out
        except LevelError:
            found[slug] = HandOut(buttons=())
    return found


class Tools(Scene):
    """Ends with Back."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        outs = hand_outs(stage)
        player = stage.player.id if stage.player else None
        free = stage.settings.all_levels or stage.course is not None
        found = stage.book.tools(player, outs, free)
        self.found = _known((*_ALWAYS, *found))
        every = _known((*_ALWAYS, *stage.book.tools(player, outs, all_open=True)))
        self.hidden = len(every) - len(self.found)
        self._leaf = 0

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        self._back = backdrop.desert(theme)
        wide, tall = theme.canvas
        back = back_button(self.stage, self._leave)
        title = title_beside(self.stage, back, text("Your tools"), icon="bag")
        under = px(TOP + BAR + 16)
        plate = pygame.Rect(px(EDGE), under, wide - 2 * px(EDGE), tall - under - px(EDGE))
        inner = plate.inflate(-px(44), -px(36))
        foot = pygame.Rect(inner.left, 0, inner.width, px(_PAGER))
        foot.bottom = inner.bottom
        body = pygame.Rect(inner.left, inner.top, inner.width, foot.top - px(_GAP) - inner.top)
        cards = self._cards(body)
        self.ring = FocusRing(theme, [Panel(theme, plate), title, *cards, *self._foot(foot), back])

    def _cards(self, body: pygame.Rect) -> list[ToolCard]:
        """The tools of this leaf, in two columns."""
        theme, px = self.stage.theme, self.stage.theme.px
        high = px(_TALL + _TALLER * (theme.text_scale - 1))
        rows = max(1, (body.height + px(_GAP)) // (high + px(_GAP)))
        self._leaves = -(-len(self.found) // (2 * rows))
        self._leaf = min(self._leaf, self._leaves - 1)
        here = self.found[self._leaf * 2 * rows : (self._leaf + 1) * 2 * rows]
        places = layout.grid(body, 2, 2 * rows, px(_GAP))
        names = self.stage.settings.names
        return [
            ToolCard(theme, rect, WORDS[tool], names)
            for tool, rect in zip(here, places, strict=False)
        ]

    def _foot(self, foot: pygame.Rect) -> list:
        """Which leaf, and how many tools still wait."""
        theme = self.stage.theme
        made: list = []
        if self._leaves > 1:
            room = pygame.Rect(0, foot.top, theme.px(260), foot.height)
            room.right = foot.right
            made.append(Pager(theme, room, self._leaf, self._leaves, self._turn))
            foot = pygame.Rect(foot.left, foot.top, room.left - theme.px(20) - foot.left,
                               foot.height)  # fmt: skip
        if self.hidden:
            said = text("More tools wait on the way: {count}.", count=self.hidden)
        else:
            said = text("You have found them all.")
        return [Label(theme, foot, said, family=fonts.STRONG, align=(0.0, 0.5), most=2), *made]

    def _turn(self, leaf: int) -> None:
        self._leaf = leaf
        shown = self.ring.shown
        self.arrange()
        pager = next(w for w in self.ring.widgets if isinstance(w, Pager))
        self.ring.focus(pager, shown)

    def handle(self, signal: Signal) -> bool:
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def _leave(self) -> None:
        self.outcome = Back()


def _known(tools: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Those that have names for players, each once."""
    return tuple(tool for tool in dict.fromkeys(tools) if tool in WORDS)
