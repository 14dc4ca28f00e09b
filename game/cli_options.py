"""Kinds of options that several commands have."""

import typer


def a_number(words: str) -> object:
    """An option that takes a number."""
    return typer.Option(help=words, metavar="X", show_default=False)


def a_count(words: str, most: int, least: int = 0) -> object:
    """An option that takes a whole number from `least` to `most`."""
    return typer.Option(help=words, metavar="N", min=least, max=most, show_default=False)
