"""Worksheets and their answers on paper."""

from collections.abc import Callable, Iterable
from functools import partial

from game.commands.handouts.maps import draw_map, draw_mark
from game.commands.handouts.paper import ACCENT, QUIET, Paper
from game.commands.handouts.sheet import Map, Sheet, Task
from game.text import text

_SIDE, _SMALL = 88.0, 50.0  # of a map to draw on, and of one that shows an answer
_GAP = 7.0
# Of maps, rows and lines: as large as leaves a sheet on one page; the smallest is still written on.
_SCALES = (1.25, 1.12, 1.0, 0.9, 0.8, 0.74)


def print_worksheets(paper: str, sheets: Iterable[Sheet]) -> Paper:
    """The worksheets of one age, each chapter on a page of its own (or two, if it must)."""
    page = Paper(paper, text("Worksheet"), name_line=True)
    for sheet in sheets:
        page.add_page()
        scale = next(
            (s for s in _SCALES if page.has_room(partial(_sheet, sheet=sheet, scale=s))), 0
        )
        if scale:
            _sheet(page, sheet, scale)
            continue
        _head(page, sheet)
        for at, task in enumerate(sheet.tasks, 1):
            page.together(partial(_task, at=at, task=task, scale=1.0))
    return page


def print_answers(paper: str, sheets: Iterable[Sheet]) -> Paper:
    """The answers to all worksheets, chapter by chapter."""
    page, chapter = Paper(paper, text("Answers")), None
    for sheet in sheets:
        if sheet.chapter != chapter:
            page.add_page()
        else:
            page.ln(4)
        chapter = sheet.chapter
        for at, task in enumerate(sheet.tasks, 1):
            page.together(partial(_answer, at=at, task=task, sheet=sheet))
    return page


def _sheet(page: Paper, sheet: Sheet, scale: float) -> None:
    _head(page, sheet)
    for at, task in enumerate(sheet.tasks, 1):
        _task(page, at, task, scale)


def _head(page: Paper, sheet: Sheet) -> None:
    page.ink(11, QUIET, "B")
    page.set_y(page.y + 3)
    page.cell(0, 6, sheet.age, align="R")
    page.set_xy(page.l_margin, page.y - 3)
    page.headline(f"{sheet.chapter}  {sheet.name}")
    page.ink()
    page.ln(2.5)


def _task(page: Paper, at: int, task: Task, scale: float) -> None:
    _numbered(page, at, task.title)
    page.say(task.asks)
    page.ink(9.5, QUIET)
    for note in task.notes:
        page.say(note, 4.8)
    page.ink()
    page.ln(2)
    if task.map:
        _beside(page, task.map, _SIDE * scale, lambda: _beside_map(page, task, scale))
    else:
        if task.grid:
            page.draw_grid(task.grid, 7.8 * scale)
        page.rule_lines(task.lines, 9 * scale)
    page.ln(5 * scale)


def _beside_map(page: Paper, task: Task, scale: float) -> None:
    """What the marks mean, and lines to write on."""
    for kind, said in task.legend:
        draw_mark(page, kind, page.l_margin + 3, page.y + (7 if kind == "start" else 4))
        page.set_xy(page.l_margin + 9, page.y + 1)
        page.cell(0, 6, said)
        page.set_xy(page.l_margin, page.y + 7)
    page.rule_lines(task.lines, 11 * scale)


def _answer(page: Paper, at: int, task: Task, sheet: Sheet) -> None:
    if at == 1:
        _head(page, sheet)
    _numbered(page, at, task.title)
    shown = task.answer_map or task.map
    if shown:
        _beside(page, shown, _SMALL, lambda: page.say(task.answer))
    else:
        if task.answer_grid:
            page.draw_grid(task.answer_grid, 5.0, 9)
            page.ln(1)
        if task.answer:
            page.say(task.answer)
    page.ln(3)


def _numbered(page: Paper, at: int, title: str) -> None:
    page.ink(12, ACCENT, "B")
    page.say(f"{at}  {title}", 6.2)
    page.ink()


def _beside(page: Paper, drawn: Map, side: float, more: Callable[[], None]) -> None:
    """A map at the left, and what `more` writes at its right."""
    top, left = page.y, page.l_margin
    draw_map(page, drawn, left, top, side)
    page.set_y(top)
    with page.column(left + side + _GAP, page.w - page.r_margin):
        more()
    page.set_y(max(page.y, top + side) + 1)
