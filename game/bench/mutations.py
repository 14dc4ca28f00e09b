"""Breaking level files and share codes in ways that people, disks and mischief do."""

import random
import re
from collections.abc import Callable, Sequence

VALUES = (
    "nan", "-nan", "inf", "-inf", "0", "-1", "1e308", "-1e308", "1e-308", "5e-324", "0.0", "1.5",
    "9" * 400, "0x" + "f" * 300, "2147483648", "18446744073709551616", "1000000000", "true",
    "[]", "{}", "[[]]", "[1, 2]", "[1.0, 2.0, 3.0]", "[nan, inf]", '""', '"x"', "'''\n'''",
    "1979-05-27", "1979-05-27T07:32:00Z", "07:32:00", '"' + "a" * 3000 + '"', '"\\u0000"',
    '"\\U0001F3DC"', "[" * 150 + "]" * 150, '"gradient_descent"', '"craters"', '"formula"',
    '["dig", "dig", "gig"]', '["palms", "palms", "plams"]', '"violet"', '"dusk"',
    "[50.0, 50.0]", "[0.1, 5.0, 200]", "{kind = 'step', every = 0}",
    '"x**y**x**y"', '"1/(x-0.5)"', '"exp(exp(exp(9*x)))"', '"sin(900*x)*sin(900*y)"',
    '"((((((((((x))))))))))"', '"__import__(1)"', '"9**9**9**9*x"', '"x+' + "+x" * 150 + '"',
)  # fmt: skip
LINES = (
    "[walk]", "[[walk]]", "[look]", "[[look]]", 'props = ["tents"]', "look = 3",
    "[desert]", "[[desert.parts]]", "[desert.rim]", "[[claims]]", "[tools]",
    'kind = "craters"\ncount = 1000000000\ndepth = 3.0\nwidth = 2.0',
    'kind = "craters"\ncount = 400\ndepth = 3.0\nwidth = 0.001',
    'kind = "formula"\ntext = "x**2 + y**2"', 'kind = "formula"\ntext = "sin(99*x) + cos(99*y)"',
    'kind = "bowl"\nx = 50.0\ny = 50.0\ndepth = 9999.0\nradius = 0.001',
    'kind = "basin"\nx = 1e-300\ny = 50.0\ndepth = 1.0\nwidth = 1e-200',
    'kind = "swell"\nheight = 9999.0\nscale = 9999.0\noctaves = 4',
    'kind = "dunes"\nheight = 1.0\nspacing = 4.0\nsoftness = 1e-9\nlee = 0.05',
    'kind = "saddle"\nx = 50.0\ny = 50.0\nheight = 1.0\nradius = 1e-160',
    "starts = 1000\nseeds = 1000\nat_least = 0.5",
    "a" + ".a" * 290 + " = 1", "[" + "a." * 290 + "a]",
    "= 1", "water", "#", "\ufeff", "x = 1\r\ny = 2",
)  # fmt: skip
_TOKEN = re.compile(r"\w+|\S")
_NUMBER = re.compile(r"(?<![\w.])-?\d+(\.\d+)?(?![\w.])")
_VALUE = re.compile(r"(?m)^(\s*[\w.]+\s*=\s*)(.+)$")


def _bytes_level(raw: bytes, chance: random.Random) -> bytes:
    """Flip, drop, double, cut."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) or 1)
        size = chance.choice((1, 1, 2, 40))
        match chance.randrange(4):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[at : at + size]
            case 3:
                data[at:at] = chance.randbytes(size)
    return bytes(data[: chance.randrange(len(data) or 1)] if chance.random() < 0.1 else data)


def _token_level(text: str, chance: random.Random) -> str:
    """Swap one word or sign for another of the same text."""
    spans = [found.span() for found in _TOKEN.finditer(text)] or [(0, 0)]
    for start, end in sorted(chance.sample(spans, min(3, len(spans))), reverse=True):
        a, b = chance.choice(spans)
        text = text[:start] + chance.choice((text[a:b], "", text[a:b] * 2)) + text[end:]
    return text


def _value_level(text: str, chance: random.Random) -> str:
    """Give keys other values."""
    found = list(_VALUE.finditer(text))
    for match in sorted(chance.sample(found, min(len(found), chance.randint(1, 3))), key=_last):
        value = chance.choice(VALUES)
        text = text[: match.start(2)] + value + text[match.end(2) :]
    return text


def _nudge_level(text: str, chance: random.Random) -> str:
    """Scale numbers up and down: most of these levels load, and their lands are the odd ones."""
    found = list(_NUMBER.finditer(text))
    for match in sorted(chance.sample(found, min(len(found), chance.randint(1, 4))), key=_last):
        number = float(match.group()[:15]) * chance.choice((-1, 0, 0.001, 0.3, 0.9, 1.1, 3, 1000))
        whole = "." not in match.group()
        shown = str(round(number)) if whole else repr(number)
        text = text[: match.start()] + shown + text[match.end() :]
    return text


def _last(match: re.Match[str]) -> int:
    return -match.start()


def _line_level(text: str, chance: random.Random) -> str:
    """Add, drop, double and move lines."""
    lines = text.splitlines()
    for _ in range(chance.randint(1, 4)):
        at, other = chance.randrange(len(lines) + 1), chance.randrange(len(lines) + 1)
        match chance.randrange(4):
            case 0:
                lines.insert(at, chance.choice(LINES))
            case 1:
                del lines[at : at + chance.randint(1, 3)]
            case 2:
                lines[at:at] = lines[other : other + 6] * chance.choice((1, 1, 2, 60))
            case 3:
                lines[at : at + 1], lines[other : other + 1] = (
                    lines[other : other + 1],
                    lines[at : at + 1],
                )
    return "\n".join(lines)


def broken_level(sources: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the level files, broken once or twice."""
    raw = chance.choice(sources)
    for _ in range(chance.choice((1, 1, 1, 2))):
        if chance.random() < 0.25:
            raw = _bytes_level(raw, chance)
            continue
        text = raw.decode("utf-8", "surrogateescape")
        change: Callable[[str, random.Random], str] = chance.choice(
            (_token_level, _value_level, _line_level, _nudge_level, _nudge_level, _nudge_level)
        )
        raw = change(text, chance).encode("utf-8", "surrogateescape")
    return raw


def broken_code(sources: Sequence[str], signs: str, chance: random.Random) -> str:
    """One of the share codes with letters changed, lost, doubled or strange."""
    letters = list(chance.choice(sources))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(letters) + 1)
        sign = chance.choice([*signs, "-", " ", "?", "\N{LATIN SMALL LETTER SHARP S}", "\0", ""])
        letters[at : at + chance.randint(0, 2)] = sign * chance.choice((1, 1, 1, 1, 30))
    return "".join(letters)
