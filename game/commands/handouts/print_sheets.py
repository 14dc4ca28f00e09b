"""Worksheets and their answers on paper."""

from collections.abc import Callable, Iterable
from functools import partial

from game.commands.handouts.maps import draw_map
from game.commands.handouts.paper import ACCENT, QUIET, Paper
from game.commands.handouts.sheet import Map, Sheet, Task
from game.text import text

_SIDE, _SMALL = 88.0, 62.0  # of a map to draw on, and of one that shows an answer
_GAP = 7.0


def print_worksheets(paper: str, sheets: Iterable[Sheet]) -> Paper:
    """The worksheets of one age, each chapter on a page of its own."""
    page = Paper(paper, text("Worksheet"), name_line=True)
    for sheet in sheets:
        page.add_page()
        _head(page, sheet)
        for at, task in enumerate(sheet.tasks, 1):
            page.together(partial(_task, at=at, task=task))
    return page


def print_answers(paper: str, sheets: Iterable[Sheet]) -> Paper:
    """The answers to all worksheets, chapter by chapter."""
    page, chapter = Paper(paper, text("Answers")), None
    for sheet in sheets:
        if sheet.chapter != chapter:
            page.add_page()
        chapter = sheet.chapter
        _head(page, sheet)
        for at, task in enumerate(sheet.tasks, 1):
            page.together(partial(_answer, at=at, task=task))
    return page


def _head(page: Paper, sheet: Sheet) -> None:
    page.headline(f"{sheet.chapter}  {sheet.name}")
    page.ink(10, QUIET, "B")
    page.say(sheet.age)
    page.ink()
    page.ln(2)


def _task(page: Paper, at: int, task: Task) -> None:
    _numbered(page, at, task.title)
    page.say(task.asks)
    page.ink(9.5, QUIET)
    for note in task.notes:
        page.say(note, 4.8)
    page.ink()
    page.ln(2)
    if task.map:
        _beside(page, task.map, _SIDE, lambda: page.rule_lines(task.lines, 10))
    else:
        if task.grid:
            page.draw_grid(task.grid)
        page.rule_lines(task.lines)
    page.ln(4)


def _answer(page: Paper, at: int, task: Task) -> None:
    _numbered(page, at, task.title)
    shown = task.answer_map or task.map
    if shown:
        _beside(page, shown, _SMALL, lambda: page.say(task.answer))
    else:
        if task.answer_grid:
            page.draw_grid(task.answer_grid, 5.6, 9)
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
