"""Everything that can be set: five pages, each change acting at once and kept."""

import pygame

from game.text import text
from game.ui import backdrop
from game.ui.outcomes import Opened
from game.ui.scenes.settings_options import nearest
from game.ui.scenes.settings_pages import PAGES, Page, Row
from game.ui.signals import Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Option
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.heads import back_button, title_beside
from game.ui.widgets.label import Label
from game.ui.widgets.pager import Pager
from game.ui.widgets.panel import Panel
from game.ui.widgets.side_choice import SideChoice
from game.ui.widgets.toggle import Toggle
from game.ui.widgets.widget import Widget
from game.ui.window import toggle_full_screen

EDGE, TOP, HEAD, GAP = 18, 14, 64, 12
_TAB, _ROW, _FOOT, _PAD = 112, 74, 58, 18
_MOST_ROW = 92
_SAVE_AFTER_MS = 800.0


class Settings(Scene):
    """Ends with Back, or Opened("controls") or Opened("credits")."""

    def __init__(self, stage: Stage, page: str = "picture") -> None:
        super().__init__(stage)
        self._page = next(i for i, known in enumerate(PAGES) if known.key == page)
        self._leaf, self._focus = 0, "tab"
        self._unsaved_ms = 0.0
        self.rows: dict[str, Widget] = {}

    @property
    def page(self) -> Page:
        """The page that is open."""
        return PAGES[self._page]

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        self._back = backdrop.desert(theme)
        outlined = self.ring.shown if self.rows else False
        wide, tall = theme.canvas
        back = back_button(self.stage, self._leave)
        title = title_beside(self.stage, back, text("Settings"), "gear", wide=460)
        under = px(TOP) + px(HEAD) + px(20)
        body = pygame.Rect(px(EDGE), under, wide - 2 * px(EDGE), tall - under - px(EDGE))
        column, room = layout.columns(body, [1.0, 4.2], px(GAP))
        self._tabs = self._make_tabs(column)
        widgets = self._make_rows(room)
        self.ring = _Ring(theme, [Panel(theme, room), title, *self._tabs, *widgets, back])
        self._take_focus(outlined)

    def _make_tabs(self, column: pygame.Rect) -> list[Button]:
        theme, px = self.stage.theme, self.stage.theme.px
        tall = min(px(_TAB), (column.height - px(GAP) * (len(PAGES) - 1)) // len(PAGES))
        tabs = []
        for at, page in enumerate(PAGES):
            top = column.top + at * (tall + px(GAP))
            tab = Button(
                theme,
                pygame.Rect(column.left, top, column.width, tall),
                page.name(),
                lambda at=at: self._turn_to(at),
                colour=getattr(theme.palette, page.colour),
                icon=page.icon,
                tip=page.about(),
            )
            tab.selected = at == self._page
            tabs.append(tab)
        return tabs

    def _make_rows(self, room: pygame.Rect) -> list[Widget]:
        theme, px, grown = self.stage.theme, self.stage.theme.px, self.stage.theme.text_scale - 1
        inner = room.inflate(-2 * px(_PAD), -2 * px(14))
        foot = pygame.Rect(inner.left + px(12), 0, inner.width - px(24), 0)
        foot.height = round(px(_FOOT) * (1 + 0.75 * grown))
        foot.bottom = inner.bottom
        row = round(px(_ROW) * (1 + 0.45 * grown))
        space = foot.top - px(8) - inner.top
        rows = self.page.rows
        per_leaf = max(1, min(len(rows), (space + px(8)) // (row + px(8))))
        leaves = -(-len(rows) // per_leaf)
        self._leaf = min(self._leaf, leaves - 1)
        if leaves == 1:
            row = max(row, min(px(_MOST_ROW), (space + px(8)) // len(rows) - px(8)))
        shown = rows[self._leaf * per_leaf : (self._leaf + 1) * per_leaf]
        self.rows = {}
        for at, known in enumerate(shown):
            box = pygame.Rect(inner.left, inner.top + at * (row + px(8)), inner.width, row)
            self.rows[known.field] = self._make_row(known, box)
        self._pager = None
        if leaves > 1:
            box = pygame.Rect(0, 0, round(px(232) * (1 + 0.25 * grown)), max(px(64), foot.height))
            box.bottomright = foot.bottomright
            self._pager = Pager(theme, box, self._leaf, leaves, self._turn_leaf)
            foot.width = box.left - px(GAP) - foot.left
        self._said = Label(theme, foot, "", size=18, colour=theme.palette.quiet, most=3)
        return [*self.rows.values(), *([self._pager] if self._pager else []), self._said]

    def _make_row(self, row: Row, box: pygame.Rect) -> Widget:
        theme, settings = self.stage.theme, self.stage.settings
        colour = getattr(theme.palette, self.page.colour)
        if row.opens:
            return Button(
                theme,
                box.inflate(0, -theme.px(4)),
                row.name(),
                lambda: self._open(row),
                icon=row.icon,
                colour=colour,
                tip=row.tip(),
            )
        value = getattr(settings, row.field)
        if row.options is None:
            return Toggle(
                theme,
                box,
                row.name(),
                value,
                lambda on: self._change(row, on),
                colour=colour,
                tip=row.tip(),
            )
        options = row.options()
        if isinstance(value, str) and value not in [option.value for option in options]:
            options.append(Option(value, value))  # a language that is hidden, or gone
        return SideChoice(
            theme,
            box,
            row.name(),
            options,
            nearest(options, value),
            lambda chosen: self._change(row, chosen),
            colour=colour,
            tip=row.tip(),
        )

    def handle(self, signal: Signal) -> bool:
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)
        told = self.ring.told()
        self._said.text = told.tip if told in self.rows.values() else self._about()
        if self._unsaved_ms > 0:  # not at every notch, and not only at the end
            self._unsaved_ms -= elapsed_ms
            if self._unsaved_ms <= 0:
                self.stage.save()

    def _about(self) -> str:
        """What the page is about, what a teacher has set, and what waits for the next start."""
        said = [self.page.about()]
        if self.page.key == "play":
            said += [text("Your teacher chose these levels.")] * (self.stage.course is not None)
            said += [text("Your teacher locked some tools.")] * bool(self.stage.locked)
        waits = self.stage.settings.canvas != self.stage.canvas_chosen
        if self.page.key == "picture" and waits:
            said = [text("The new screen size counts from the next start on.")]
        return " ".join(said)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def close(self) -> None:
        self.stage.save()

    # ---- what the player wishes

    def _change(self, row: Row, value: object) -> None:
        self._focus = row.field
        self._unsaved_ms = _SAVE_AFTER_MS
        if row.field == "full_screen":
            value = toggle_full_screen()
            self.rows[row.field].on = value
        self.stage.change(**{row.field: value})

    def _open(self, row: Row) -> None:
        self._focus = row.field
        self.outcome = Opened(row.opens)

    def _leave(self) -> None:
        self.outcome = Back()

    def _turn_to(self, page: int) -> None:
        self._page, self._leaf, self._focus = page, 0, "tab"
        self.arrange()

    def _turn_leaf(self, leaf: int) -> None:
        self._leaf, self._focus = leaf, "pager"
        self.arrange()

    def _take_focus(self, outlined: bool) -> None:
        """The keys go on where they were before everything was laid out anew."""
        places: dict[str, Widget] = {"tab": self._tabs[self._page], **self.rows}
        if self._pager:
            places["pager"] = self._pager
        self.ring.focus(places.get(self._focus, self._tabs[self._page]), outlined)


class _Ring(FocusRing):
    """Tells what widgets are for in the foot of the panel instead of in bubbles over it."""

    def told(self) -> Widget | None:
        """The widget that is pointed at or focused."""
        return self._hovered if self._hovered and self._hovered.tip else self.current

    def _told(self) -> Widget | None:
        told = super()._told()
        return told if isinstance(told, Button) and not told.label else None
