"""The list of all intents with their keys and buttons, in as many columns and leaves as needed."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.text import text
from game.ui import fonts
from game.ui.keys import KEYBOARD
from game.ui.scenes.control_words import intent_word, ordered
from game.ui.signals import Intent
from game.ui.stage import Stage
from game.ui.widgets import layout
from game.ui.widgets.caps import CapButton, said_caps
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Widget

_ROW, _HEADS, _GAP, _ASIDE = 64, 34, 12, 44
_WIDE = 1.6  # canvases less wide than this have one column of rows
_ACROSS = (0.38, 0.31, 0.31)  # name, keys, buttons of the pad


@dataclass(frozen=True)
class Cell:
    """One thing that can be changed: what `intent` is given by, on a keyboard or on a pad."""

    intent: Intent
    pad: bool


class ControlsList:
    """The widgets of one leaf in `room`; `cells` are the buttons that call `on_ask`."""

    def __init__(
        self, stage: Stage, room: pygame.Rect, leaf: int, on_ask: Callable[[Cell], None]
    ) -> None:
        self._stage, self._on_ask = stage, on_ask
        theme, px = stage.theme, stage.theme.px
        grown = theme.text_scale - 1
        aside = 2 if theme.canvas[0] / theme.canvas[1] >= _WIDE and grown < 0.3 else 1
        heads, row = round(px(_HEADS) * (1 + 0.6 * grown)), round(px(_ROW) * (1 + 0.4 * grown))
        intents = ordered()
        fit = max(1, (room.height - heads) // (row + px(8)))
        self.leaves = -(-len(intents) // (fit * aside))
        self.leaf = min(leaf, self.leaves - 1)
        # Evenly over the leaves, or the last one would hold a single line.
        per_leaf = -(-len(intents) // self.leaves)
        lines = -(-per_leaf // aside)
        shown = intents[self.leaf * per_leaf : (self.leaf + 1) * per_leaf]
        step = min(row + px(18), (room.height - heads) // lines)
        self.widgets: list[Widget] = []
        self.cells: dict[Cell, CapButton] = {}
        for at, column in enumerate(layout.columns(room, [1] * aside, px(_ASIDE))):
            self.widgets += self._heads(pygame.Rect(column.topleft, (column.width, heads)))
            for line, intent in enumerate(shown[at * lines : (at + 1) * lines]):
                top = column.top + heads + line * step
                self._add_row(intent, pygame.Rect(column.left, top, column.width, row))

    def _heads(self, box: pygame.Rect) -> list[Label]:
        theme = self._stage.theme
        _, *boxes = layout.columns(box, _ACROSS, theme.px(_GAP))
        said = (text("Keyboard"), text("Controller"))
        return [
            Label(
                theme,
                place,
                words,
                size=17,
                family=fonts.STRONG,
                colour=theme.palette.quiet,
                align=(0.5, 0.5),
                most=1,
            )
            for place, words in zip(boxes, said, strict=True)
        ]

    def _add_row(self, intent: Intent, box: pygame.Rect) -> None:
        theme, keys = self._stage.theme, self._stage.keys
        name, *places = layout.columns(box, _ACROSS, theme.px(_GAP))
        what = intent_word(intent, self._stage.settings.names)
        self.widgets.append(Label(theme, name, what, family=fonts.STRONG, most=3))
        for pad, place in zip((False, True), places, strict=True):
            cell = Cell(intent, pad)
            names = (keys.pad_bindings if pad else keys.bindings)[intent]
            device = keys.pads.kind if pad else KEYBOARD
            self.cells[cell] = CapButton(
                theme,
                place,
                names,
                device,
                lambda cell=cell: self._on_ask(cell),
                what=what,
                tip=said_caps(names, device) if len(names) > 1 else "",
            )
            self.widgets.append(self.cells[cell])
