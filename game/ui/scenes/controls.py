"""What every key and button does: choose one, press another, and that is it from then on."""

import pygame

from game.text import text
from game.ui import backdrop, fonts
from game.ui.bindings import WAY_OUT, Rebound, changes, rebind
from game.ui.keys import KEYBOARD
from game.ui.scenes.control_words import intent_word
from game.ui.scenes.controls_list import Cell, ControlsList
from game.ui.scenes.controls_question import Question
from game.ui.signals import Act, Intent, Pressed, Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets import layout
from game.ui.widgets.button import Button
from game.ui.widgets.caps import CapButton, cap_words
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.heads import back_button, title_beside
from game.ui.widgets.label import Label
from game.ui.widgets.pager import Pager
from game.ui.widgets.panel import Panel

EDGE, TOP, HEAD, GAP, PAD = 18, 14, 64, 12, 24
_FOOT = 64


class Controls(Scene):
    """Ends with Back. While it asks for a key, `ring` is that of the question."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._leaf = 0
        self._chosen: Cell | str = ""
        self._told = ""
        self.asking: Cell | None = None

    @property
    def ring(self) -> FocusRing | None:
        """What is played by keys at this moment."""
        return getattr(self, "_page" if self.asking is None else "_question", None)

    @property
    def cells(self) -> dict[Cell, CapButton]:
        """What can be changed on this leaf."""
        return self._list.cells

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        self._back = backdrop.desert(theme)
        wide, tall = theme.canvas
        back = back_button(self.stage, self._leave)
        title = title_beside(self.stage, back, text("Keys and buttons"), "controller", wide=520)
        under = px(TOP) + px(HEAD) + px(GAP)
        room = pygame.Rect(px(EDGE), under, wide - 2 * px(EDGE), tall - under - px(EDGE))
        inner = room.inflate(-2 * px(PAD), -2 * px(GAP))
        foot = pygame.Rect(inner.left, 0, inner.width, 0)
        foot.height = round(px(_FOOT) * (1 + 0.5 * (theme.text_scale - 1)))
        foot.bottom = inner.bottom
        inner.height -= foot.height + px(GAP)
        self._list = ControlsList(self.stage, inner, self._leaf, self._ask)
        self._leaf = self._list.leaf
        widgets = [*self._list.widgets, *self._make_foot(foot)]
        self._page = FocusRing(theme, [Panel(theme, room), title, back, *widgets])
        self._take_focus()
        if self.asking is not None:
            self._ask(self.asking)

    def _make_foot(self, foot: pygame.Rect) -> list[Label | Button | Pager]:
        theme = self.stage.theme
        said, usual, pager = layout.columns(foot, (0.5, 0.26, 0.24), theme.px(GAP))
        self._said = Label(theme, said, "", size=18, family=fonts.STRONG, most=3)
        self._usual = Button(
            theme,
            usual,
            text("All as usual"),
            self._reset,
            icon="restart" if theme.text_scale < 1.3 else "",
            colour=theme.palette.rose,
            tip=text("Forgets all your changes."),
        )
        self._say(self._told)
        self._pager = Pager(theme, pager, self._leaf, self._list.leaves, self._turn)
        self._pager.visible = self._list.leaves > 1
        return [self._said, self._usual, self._pager]

    def handle(self, signal: Signal) -> bool:
        if self.asking is None:
            return self._page.handle(signal)
        if isinstance(signal, Pressed):
            self._hear(signal)
        elif isinstance(signal, Act) and signal.intent is Intent.BACK:
            self._stop()
        else:
            self._question.handle(signal)
        return True

    def update(self, elapsed_ms: float) -> None:
        (self._page if self.asking is None else self._question).update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self._back, (0, 0))
        self._page.draw(surface)
        if self.asking is not None:
            veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
            veil.fill((*self.stage.theme.palette.ink, 150))
            surface.blit(veil, (0, 0))
            self._question.draw(surface)

    def close(self) -> None:
        self._stop()
        self.stage.save()

    # ---- what the player wishes

    def _ask(self, cell: Cell) -> None:
        self.asking = self._chosen = cell
        what = intent_word(cell.intent, self.stage.settings.names)
        self._question = Question(self.stage.theme, what, cell.pad, self._stop)
        self.stage.keys.listening = True

    def _stop(self) -> None:
        self.asking = None
        self.stage.keys.listening = False

    def _hear(self, pressed: Pressed) -> None:
        cell = self.asking
        if pressed.name == WAY_OUT and pressed.device == KEYBOARD:
            self._stop()
        elif cell is not None and cell.pad == (pressed.device == "pad"):
            self._stop()
            self._bind(cell, pressed.name)
        elif pressed.device == "pad" and pressed.name in self.stage.keys.pad_bindings[Intent.BACK]:
            self._stop()  # a key is asked for, and who has a pad alone wants out

    def _bind(self, cell: Cell, name: str) -> None:
        keys = self.stage.keys
        table = keys.pad_bindings if cell.pad else keys.bindings
        rebound = rebind(table, cell.intent, name, cell.pad)
        if not rebound.needed:
            kept = changes(rebound.table, cell.pad)
            self.stage.change(**{"pad_bindings" if cell.pad else "bindings": kept})
        self._say(self._news(cell, name, rebound))

    def _news(self, cell: Cell, name: str, rebound: Rebound) -> str:
        """What has happened, in one or two sentences."""
        device = self.stage.keys.pads.kind if cell.pad else KEYBOARD
        names = self.stage.settings.names
        (key,) = cap_words([name], device)
        what = intent_word(cell.intent, names)
        if rebound.other is None:
            return text("{key} is now for: {what}.", key=key, what=what)
        other = intent_word(rebound.other, names)
        if rebound.needed:
            return text("{key} stays for: {other}. Change that first.", key=key, other=other)
        left = cap_words(rebound.table[rebound.other], device)
        if not left:
            return text(
                "{key} is now for: {what}. Nothing is left for: {other}.",
                key=key,
                what=what,
                other=other,
            )
        return text(
            "{key} is now for: {what}. For {other} there is {left}.",
            key=key,
            what=what,
            other=other,
            left=left[0],
        )

    def _reset(self) -> None:
        self._chosen = "usual"
        self.stage.change(bindings={}, pad_bindings={})
        self._say(text("Everything is as usual again."))

    def _leave(self) -> None:
        self.outcome = Back()

    def _turn(self, leaf: int) -> None:
        shown = self._page.shown
        self._leaf, self._chosen, self._told = leaf, "pager", ""
        self.arrange()
        self._page.shown = shown

    def _say(self, line: str) -> None:
        self._told = line
        settings = self.stage.settings
        self._said.text = line or text("Choose a key or button to change it.")
        changed = settings.bindings or settings.pad_bindings
        self._usual.reason = "" if changed else text("Nothing is changed")

    def _take_focus(self) -> None:
        """The keys go on where they were before everything was laid out anew."""
        if isinstance(self._chosen, Cell):
            self._page.focus(self.cells.get(self._chosen))
        elif self._chosen:
            self._page.focus(self._usual if self._chosen == "usual" else self._pager)
