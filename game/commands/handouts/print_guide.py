"""The teacher's guide, from Markdown to paper."""

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from game.commands.handouts.paper import ACCENT, INK, LINE, QUIET, Paper
from game.commands.handouts.sheet import Grid
from game.resources import ASSETS

GUIDE = ASSETS / "teachers" / "GUIDE.md"
_SIZES = {"h1": 24.0, "h2": 17.0, "h3": 12.5}
_LINE = 5.2
_WIDER_SPACE = 1.35  # Manrope's own is so narrow that words run together
_Look = tuple[str, str, float]  # family, style, points
_CODE: _Look = ("courier", "", 10.0)


def print_guide(paper: str) -> Paper:
    """The guide as it is in assets/teachers, in English."""
    page = Paper(paper, "Teacher's guide")
    page.add_page()
    tokens = MarkdownIt("commonmark").enable("table").parse(GUIDE.read_text(encoding="utf-8"))
    _Printer(page, tokens).run()
    return page


class _Printer:
    """Walks the tokens once; what it does not know it leaves out."""

    def __init__(self, page: Paper, tokens: list[Token]) -> None:
        self.page, self.tokens, self.at = page, tokens, 0
        self.marks: list[int] = []  # of the lists that are open: the next number, 0 for bullets

    def run(self) -> None:
        """Print all."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.type == "heading_open" and token.tag == "h3":
                self._begin_section()
            self.at += 1
            handler = getattr(self, f"_{token.type}", None)
            if handler is not None:
                handler(token)

    def _begin_section(self) -> None:
        """A section that would be torn apart begins on a page of its own."""
        after = range(self.at + 1, len(self.tokens))
        end = next((i for i in after if self.tokens[i].type == "heading_open"), len(self.tokens))
        section = self.tokens[self.at + 3 : end]  # without its heading
        room = self.page.has_room(lambda page: _on(page, 8.0, section))
        if not room and self.page.y > self.page.t_margin + 20:
            self.page.add_page()

    def _next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _heading_open(self, token: Token) -> None:
        page, size = self.page, _SIZES.get(token.tag, 11.0)
        if page.will_page_break(size + 16):
            page.add_page()
        page.ln(0 if token.tag == "h1" or page.y < page.t_margin + 1 else size * 0.25)
        if token.tag == "h3":
            page.ink(size, ACCENT, "B")
            page.say(_plain(self._next()), size * 0.46)
        else:
            page.headline(_plain(self._next()), size)
        page.ln(1)
        page.ink(10)

    def _paragraph_open(self, token: Token) -> None:
        self._write(self._next())
        self.page.ln(_LINE if self.marks else _LINE + 1.6)

    def _write(self, inline: Token) -> None:
        """One paragraph, word by word, its emphasis and code in letters of their own."""
        page = self.page
        page.ink(10)
        gap = page.get_string_width(" ") * _WIDER_SPACE
        for word in _words(inline):
            widths = []
            for piece, look in word:
                page.set_font(*look)
                widths.append(page.get_string_width(piece))
            if page.x > page.l_margin:
                if page.x + gap + sum(widths) > page.w - page.r_margin:
                    page.ln(_LINE)
                else:
                    page.set_x(page.x + gap)
            for (piece, look), wide in zip(word, widths, strict=True):
                page.set_font(*look)
                page.cell(wide, _LINE, piece)
        page.ink(10)

    def _bullet_list_open(self, token: Token) -> None:
        self.marks.append(0)

    def _ordered_list_open(self, token: Token) -> None:
        self.marks.append(1)

    def _list_item_open(self, token: Token) -> None:
        page = self.page
        if page.will_page_break(_LINE * 2):
            page.add_page()
        page.set_left_margin(page.w - page.epw - page.r_margin + 6)
        page.set_x(page.l_margin - 5)
        page.ink(10, QUIET, "B")
        number = self.marks[-1]
        page.cell(5, _LINE, f"{number}." if number else "\N{BULLET}")
        self.marks[-1] += 1 if number else 0
        page.set_x(page.l_margin)

    def _list_item_close(self, token: Token) -> None:
        page = self.page
        page.set_left_margin(page.l_margin - 6)
        page.set_x(page.l_margin)

    def _list_close(self, token: Token) -> None:
        self.marks.pop()
        self.page.ln(1.6)

    _bullet_list_close = _ordered_list_close = _list_close

    def _fence(self, token: Token) -> None:
        page = self.page
        page.set_font("courier", "", 9)
        page.set_text_color(*INK)
        for line in token.content.rstrip("\n").split("\n"):
            page.say(line, 4.6)
        page.ln(2)
        page.ink(10)

    _code_block = _fence

    def _hr(self, token: Token) -> None:
        page = self.page
        page.set_draw_color(*LINE)
        page.line(page.l_margin, page.y, page.w - page.r_margin, page.y)
        page.ln(3)

    def _table_open(self, token: Token) -> None:
        rows: list[list[str]] = []
        while (part := self._next()).type != "table_close":
            if part.type == "tr_open":
                rows.append([])
            elif part.type == "inline":
                rows[-1].append(_plain(part))
        shares = _shares(rows)
        grid = Grid(tuple(rows[0]), tuple(map(tuple, rows[1:])), shares)
        self.page.draw_text_grid(grid)
        self.page.ln(3)


def _on(page: Paper, heading: float, tokens: list[Token]) -> None:
    page.ln(heading)
    _Printer(page, tokens).run()


def _words(inline: Token) -> list[list[tuple[str, _Look]]]:
    """The words of a paragraph, each as pieces with a look of their own."""
    words: list[list[tuple[str, _Look]]] = [[]]
    bold = False
    for part in inline.children or []:
        if part.type in ("strong_open", "em_open", "strong_close", "em_close"):
            bold = part.type.endswith("open")
        elif part.type in ("text", "softbreak", "code_inline"):
            look = _CODE if part.type == "code_inline" else ("body", "B" if bold else "", 10.0)
            first, *others = (part.content or " ").split(" ")
            words[-1] += [(first, look)] if first else []
            words += [[(piece, look)] if piece else [] for piece in others]
    return [word for word in words if word]


def _plain(inline: Token) -> str:
    """The words of a paragraph alone."""
    kept = ("text", "code_inline")
    return "".join(
        part.content if part.type in kept else " " * (part.type == "softbreak")
        for part in inline.children or []
    )


def _shares(rows: Iterable[list[str]]) -> tuple[float, ...]:
    """How wide the columns are: by their longest cell, none too narrow for its longest word."""
    columns = list(zip(*rows, strict=True))
    wanted = [max(8, min(60, max(map(len, cells)) ** 0.75 * 2.2)) for cells in columns]
    words = [max(len(word) for cell in cells for word in cell.split() or [""]) for cells in columns]
    return tuple(max(want, word * 2.0) for want, word in zip(wanted, words, strict=True))
