"""Pages of paper: the PDF library, the game's own fonts, and what every page has."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace

from game.commands.handouts.sheet import Grid
from game.text import text

PAPERS = ("a4", "letter")
INK, QUIET, PALE, LINE = (44, 30, 34), (110, 92, 94), (246, 236, 222), (190, 172, 160)
ACCENT = (176, 84, 34)
MARGIN = 16.0  # mm
_FONTS = {
    ("body", ""): ("font_manrope", "Manrope-Medium.ttf"),
    ("body", "B"): ("font_manrope", "Manrope-Bold.ttf"),
    ("title", ""): ("font_fredoka_one", "FredokaOne-Regular.ttf"),
}
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # the same pages make the same file


class Paper(FPDF):
    """A document of A4 or Letter pages; all lengths are in mm, letters in points."""

    def __init__(self, paper: str, head: str, name_line: bool = False) -> None:
        super().__init__(format=paper, unit="mm")
        self._head, self._name_line = head, name_line
        for (family, style), (package, file) in _FONTS.items():
            self.add_font(family, style, _font(package, file))
        self.set_fallback_fonts(["body"], exact_match=False)
        self.c_margin = 0.0  # words and tables begin on the same line
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(True, MARGIN + 4)
        self.set_creation_date(_NEVER)
        self.set_title(head)
        self.set_creator("Dune Descent")
        self.ink()

    def ink(self, size: float = 11, colour: tuple[int, int, int] = INK, style: str = "") -> None:
        """Write in the body's letters from here on."""
        self.set_font("body", style, size)
        self.set_text_color(*colour)

    def header(self) -> None:
        """The name of the document, and lines for name and date where pages are handed out."""
        self.ink(8.5, QUIET)
        self.set_y(8)
        self.cell(0, 5, self._head)
        if self._name_line:
            name, date = text("Name"), text("Date")
            asked = f"{name} ________________________   {date} ______________"
            self.set_y(8)
            self.cell(0, 5, asked, align="R")
        self.set_y(MARGIN)

    def footer(self) -> None:
        """The number of the page."""
        self.ink(8.5, QUIET)
        self.set_y(-12)
        self.cell(0, 5, f"Dune Descent \N{MIDDLE DOT} {self.page_no()}", align="C")

    def headline(self, words: str, size: float = 22, above: float = 0) -> None:
        """A line in the letters of the game's title."""
        self.ln(above)
        self.set_font("title", "", size)
        self.set_text_color(*ACCENT)
        self.say(words, size * 0.46)

    def say(self, words: str, high: float = 5.4) -> None:
        """Words from the left margin, broken into lines; what comes next begins below."""
        self.multi_cell(0, high, words, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    @contextmanager
    def column(self, left: float, right: float) -> Iterator[None]:
        """Write between `left` and `right` (from the page's left edge), from here downwards."""
        before = self.l_margin, self.r_margin
        self.set_left_margin(left)
        self.set_right_margin(self.w - right)
        self.set_x(left)
        yield
        self.set_left_margin(before[0])
        self.set_right_margin(before[1])
        self.set_x(before[0])

    def draw_grid(self, grid: Grid, high: float = 7.5, size: float = 10) -> None:
        """A table as wide as the column."""
        self.ink(size)
        self.set_draw_color(*LINE)
        self.set_fill_color(255, 255, 255)
        heads = FontFace(emphasis="BOLD", fill_color=PALE, color=INK)
        with self.table(
            col_widths=grid.wide or None,
            headings_style=heads,
            line_height=high,
            text_align="CENTER",
            padding=0.6,
            v_align="MIDDLE",
            width=self.epw,
            align="LEFT",
        ) as table:
            for cells in (grid.head, *grid.rows):
                row = table.row()
                for cell in cells:
                    row.cell(cell or "\N{NO-BREAK SPACE}")
        self.ink()

    def draw_text_grid(self, grid: Grid) -> None:
        """A table of sentences, which may go on on the next page under its head."""
        self.ink(9)
        self.set_draw_color(*LINE)
        self.set_fill_color(255, 255, 255)
        heads = FontFace(emphasis="BOLD", fill_color=PALE, color=INK)
        with self.table(
            col_widths=grid.wide,
            headings_style=heads,
            line_height=4.5,
            text_align="LEFT",
            padding=1.0,
            width=self.epw,
            align="LEFT",
        ) as table:
            for cells in (grid.head, *grid.rows):
                table.row(cells)
        self.ink(10)

    def rule_lines(self, count: int, apart: float = 9.0) -> None:
        """Empty lines to write on."""
        self.set_draw_color(*LINE)
        self.set_line_width(0.2)
        for _ in range(count):
            self.ln(apart)
            self.line(self.l_margin, self.y, self.w - self.r_margin, self.y)
        self.ln(2)

    def has_room(self, draw: Callable[["Paper"], None]) -> bool:
        """Whether all that `draw` draws stands on this page."""
        before = self.page_no()
        with self.offset_rendering() as trial:
            draw(trial)
            return trial.page_no() == before and trial.y <= trial.page_break_trigger

    def together(self, draw: Callable[["Paper"], None]) -> None:
        """Draw on this page where all of it has room, else on the next one."""
        if not self.has_room(draw):
            self.add_page()
        draw(self)


def _font(package: str, file: str) -> Path:
    spec = find_spec(package)
    places: Sequence[str] = (spec.submodule_search_locations if spec else None) or []
    for place in places:
        path = Path(place) / "files" / file
        if path.is_file():
            return path
    raise FileNotFoundError(f"the font {file} is missing: install the package {package}")
