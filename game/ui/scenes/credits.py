"""Who and what is behind the game: people, letters, libraries, pictures and sounds."""

import re
from pathlib import Path

import pygame

from game.resources import ASSETS
from game.text import text
from game.ui import backdrop
from game.ui.signals import Signal
from game.ui.stage import Back, Scene, Stage
from game.ui.widgets.focus import FocusRing
from game.ui.widgets.heads import back_button, title_beside
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import Paragraph, Scroll

CREDITS = ASSETS / "CREDITS.md"
FONTS = (
    ("Fredoka One", "SIL Open Font License 1.1"),
    ("Manrope", "SIL Open Font License 1.1"),
)
LIBRARIES = (
    ("pygame-ce", "LGPL 2.1"),
    ("SDL", "zlib"),
    ("numpy", "BSD"),
    ("noise", "MIT"),
    ("cachetools", "MIT"),
    ("msgspec", "BSD"),
    ("platformdirs", "MIT"),
    ("typer", "MIT"),
    ("rich", "MIT"),
)
_EDGE, _TOP, _HEAD, _GAP, _PAD = 18, 14, 64, 12, 30


def read_markdown(path: Path) -> list[Paragraph]:
    """Headings, paragraphs and table rows of a small Markdown file; [] where it is missing."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    found: list[Paragraph] = []
    flowing = False
    for raw in lines:
        line = re.sub(r"`|\*\*", "", raw.strip())
        if line.startswith("#"):
            found.append(Paragraph(line.lstrip("# "), "heading"))
        elif line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not set("".join(cells)) <= set("-: "):
                found.append(Paragraph(": ".join((cells[0], "; ".join(cells[1:])))))
        elif line and flowing:
            found[-1] = Paragraph(f"{found[-1].words} {line}")
        elif line:
            found.append(Paragraph(line))
        flowing = bool(line) and line[0] not in "#|"
    return found


def paragraphs() -> list[Paragraph]:
    """Everything that the screen tells."""
    said = [
        Paragraph(text("Dune Descent"), "heading"),
        Paragraph(text("A walk downhill, step by step, to the deepest place of a desert.")),
        Paragraph(text("The game is free: MIT licence. Copy it, change it, pass it on.")),
        Paragraph(text("Letters"), "heading"),
        *(Paragraph(f"{name}: {licence}") for name, licence in FONTS),
        Paragraph(text("Built with"), "heading"),
        *(Paragraph(f"{name}: {licence}") for name, licence in LIBRARIES),
    ]
    return [*said, *read_markdown(CREDITS)]


class Credits(Scene):
    """Ends with Back."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._back: pygame.Surface | None = None

    def arrange(self) -> None:
        theme, px = self.stage.theme, self.stage.theme.px
        self._back = backdrop.desert(theme)
        wide, tall = theme.canvas
        back = back_button(self.stage, self._leave)
        title = title_beside(self.stage, back, text("Who made this"), "star")
        under = px(_TOP) + px(_HEAD) + px(20)
        plate = pygame.Rect(0, under, min(px(980), wide - 2 * px(_EDGE)), tall - under - px(_EDGE))
        plate.centerx = wide // 2
        self.scroll = Scroll(theme, plate.inflate(-2 * px(_PAD), -2 * px(22)), paragraphs())
        self.ring = FocusRing(theme, [Panel(theme, plate), title, self.scroll, back])
        self.ring.focus(self.scroll, shown=False)

    def handle(self, signal: Signal) -> bool:
        return self.ring.handle(signal)

    def update(self, elapsed_ms: float) -> None:
        self.ring.update(elapsed_ms)

    def draw(self, surface: pygame.Surface) -> None:
        assert self._back is not None
        surface.blit(self._back, (0, 0))
        self.ring.draw(surface)

    def _leave(self) -> None:
        self.outcome = Back()
