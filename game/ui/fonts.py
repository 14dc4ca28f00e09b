"""Text as pictures: the two fonts, wrapping, and fitting into a box. Everything lazy and cached."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import pygame

from game.ui.kept import kept
from game.ui.theme import Colour

DISPLAY, BODY, STRONG, HEAVY = "display", "body", "strong", "heavy"
_FILES = {
    DISPLAY: ("font_fredoka_one", "FredokaOne-Regular.ttf"),
    BODY: ("font_manrope", "Manrope-SemiBold.ttf"),
    STRONG: ("font_manrope", "Manrope-Bold.ttf"),
    HEAVY: ("font_manrope", "Manrope-ExtraBold.ttf"),
}
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_LINE = 1.22
_WIDER_SPACE = 0.07
_NO_LETTER = "\uffff"


class FontError(Exception):
    """A font file is missing; the message says which package brings it."""


@lru_cache
def _path(family: str) -> Path:
    package, file = _FILES[family]
    spec = find_spec(package)  # finds the folder without running the package
    places = (spec.submodule_search_locations if spec else None) or []
    for place in places:
        path = Path(place) / "files" / file
        if path.is_file():
            return path
    raise FontError(f"The font {file} is missing: install the package {package}.")


@lru_cache(maxsize=96)
def font(family: str, pixels: int) -> pygame.font.Font:
    """The font of `family` with letters `pixels` high."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(_path(family), pixels)


@lru_cache(maxsize=4096)
def _shape(family: str, letter: str) -> bytes:
    picture = font(family, 20).render(letter, False, (255, 255, 255))
    return bytes(picture.get_size()) + pygame.image.tobytes(picture, "RGBA")


def covers(family: str, text: str) -> bool:
    """Whether `family` has a shape for every letter of `text`."""
    # pygame's metrics do not tell; a letter that looks like one that no font has is missing.
    return all(
        letter.isascii() or _shape(family, letter) != _shape(family, _NO_LETTER) for letter in text
    )


def _for(text: str, family: str, pixels: int) -> pygame.font.Font:
    # Fredoka One has Latin letters only; Manrope takes over for whole texts in other scripts.
    if family == DISPLAY and not covers(DISPLAY, text):
        family = HEAVY
    return font(family, pixels)


@lru_cache(maxsize=2048)
def width(text: str, family: str, pixels: int) -> int:
    """Width in pixels of `text` on one line."""
    return _for(text, family, pixels).size(text)[0] + text.count(" ") * _wider(family, pixels)


def _wider(family: str, pixels: int) -> int:
    """Pixels added to every space: Manrope's own is so narrow that words run together."""
    return 0 if family == DISPLAY else round(pixels * _WIDER_SPACE)


def line_height(pixels: int) -> int:
    """Distance in pixels from line to line."""
    return round(pixels * _LINE)


@kept(5)
def line(text: str, family: str, pixels: int, colour: Colour) -> pygame.Surface:
    """One line as a picture `line_height(pixels)` high, so that lines stack evenly. Do not edit."""
    letters = _for(text, family, pixels)
    size = (max(1, width(text, family, pixels)), line_height(pixels))
    picture = pygame.Surface(size, pygame.SRCALPHA)
    picture.fill((*colour, 0))
    # The letters' body, from a capital's top to the baseline, sits in the middle of the line.
    top = round(line_height(pixels) / 2 + pixels * 0.36 - letters.get_ascent())
    wider, before = _wider(family, pixels), ""
    if not wider:
        picture.blit(letters.render(text, True, colour), (0, top))
        return picture
    for word in text.split(" "):
        left = letters.size(before)[0] + before.count(" ") * wider
        if word:
            picture.blit(letters.render(word, True, colour), (left, top))
        before += word + " "
    return picture


def wrapped(
    text: str, family: str, pixels: int, room: int, hyphens: bool = False
) -> tuple[str, ...]:
    """`text` broken at spaces into lines at most `room` pixels wide where words allow it.

    With `hyphens`, words that are too long for a line are broken too.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        current = ""
        words = paragraph.split(" ")
        if hyphens:
            words = [part for word in words for part in _parts(word, family, pixels, room)]
        for word in words:
            longer = f"{current} {word}" if current else word
            if current and width(longer, family, pixels) > room:
                lines.append(current)
                current = word
            else:
                current = longer
        lines.append(current)
    return tuple(lines)


def _parts(word: str, family: str, pixels: int, room: int) -> list[str]:
    """`word` in pieces that fit into `room` with a hyphen, none shorter than three letters."""
    parts = []
    while width(word, family, pixels) > room and len(word) > 5:
        at = len(word) - 3
        while at > 3 and width(word[:at] + "-", family, pixels) > room:
            at -= 1
        parts.append(word[:at] + "-")
        word = word[at:]
    return [*parts, word]


@dataclass(frozen=True)
class Fitted:
    """Text laid out for a box: its lines, the height of its letters, and whether it all fits."""

    lines: tuple[str, ...]
    pixels: int
    fits: bool

    @property
    def height(self) -> int:
        """Height of all lines in pixels."""
        return line_height(self.pixels) * len(self.lines)


@lru_cache(maxsize=1024)
def fitted(
    text: str, family: str, pixels: int, floor: int, room: tuple[int, int], most: int = 1
) -> Fitted:
    """`text` in at most `most` lines inside `room` (width, height), as large as it will go.

    Letters shrink from `pixels` to `floor`, then words are hyphenated where there may be several
    lines; what is still too long is cut with an ellipsis, and `fits` is False.
    """
    size = pixels
    for hyphens in (False, True) if most > 1 else (False,):
        for size in range(pixels, min(floor, pixels) - 1, -1):
            lines = wrapped(text, family, size, room[0], hyphens) if most > 1 else (text,)
            if _inside(lines, family, size, room, most):
                return Fitted(lines, size, True)
    keep = max(1, min(most, room[1] // line_height(size)))
    cut = list(lines[:keep])
    if len(lines) > keep:
        cut[-1] += _ELLIPSIS
    return Fitted(tuple(_cut(part, family, size, room[0]) for part in cut), size, False)


@lru_cache(maxsize=256)
def least_width(text: str, pixels: int, family: str = STRONG, most: int = 2) -> int:
    """Pixels across that `text` needs at least in at most so many lines broken at spaces."""
    words = text.split(" ")
    if most < 2 or len(words) < 2:
        return width(text, family, pixels)
    firsts = (" ".join(words[:at]) for at in range(1, len(words) + 1))
    rests = (" ".join(words[at:]) for at in range(1, len(words) + 1))
    return min(
        max(width(first, family, pixels), least_width(rest, pixels, family, most - 1))
        for first, rest in zip(firsts, rests, strict=True)
    )


def _inside(
    lines: tuple[str, ...], family: str, size: int, room: tuple[int, int], most: int
) -> bool:
    if len(lines) > most or len(lines) * line_height(size) > room[1]:
        return False
    return all(width(part, family, size) <= room[0] for part in lines)


def _cut(text: str, family: str, size: int, room: int) -> str:
    if width(text, family, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:  # the longest beginning that leaves room for the ellipsis
        middle = (low + high + 1) // 2
        if width(text[:middle] + _ELLIPSIS, family, size) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low] + _ELLIPSIS if low else ""


def draw(
    surface: pygame.Surface,
    layout: Fitted,
    family: str,
    colour: Colour,
    box: pygame.Rect,
    align: tuple[float, float] = (0.0, 0.5),
) -> None:
    """Draw `layout` inside `box`; `align` is 0 left/top, 0.5 middle, 1 right/bottom."""
    y = box.top + round((box.height - layout.height) * align[1])
    for part in layout.lines:
        picture = line(part, family, layout.pixels, colour)
        x = box.left + round((box.width - picture.get_width()) * align[0])
        surface.blit(picture, (x, y))
        y += line_height(layout.pixels)


def forget() -> None:
    """Drop everything cached, because pygame.font was shut down or the text size changed."""
    for cache in (font, _shape, width, line, fitted, least_width):
        cache.cache_clear()
