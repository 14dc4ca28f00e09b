"""Extract every text of the game, make the pseudo-language, and compile all catalogues.

    python assets/make_text.py            # writes assets/text/game.pot and */LC_MESSAGES/game.mo
    python assets/make_text.py --check    # says what is stale, and writes nothing
    python assets/make_text.py --update   # also brings new texts into every game.po, still empty
    python assets/make_text.py --new it   # also begins a language

How to translate is told in text/README.md. Needs Babel (a development dependency).
"""

import io
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages import extract, mofile, pofile
from babel.messages.catalog import Catalog
from babel.messages.frontend import parse_mapping_cfg

ROOT = Path(__file__).resolve().parent.parent
TEXT = ROOT / "assets" / "text"
POT = TEXT / "game.pot"
PSEUDO = "xx"
KEYWORDS = {"text": None, "ntext": (1, 2), "ctext": ((1, "c"), 2)}
LEVEL_KEYS = ("name", "idea", "opening", "hint", "closing")

_LIKE_ENGLISH = "nplurals=2; plural=(n != 1);"
_PLAIN = "AaCcEeIiNnOoSsUuYyZz"
_MARKED = "ÀáÇčÉéÎíÑñÖôŠšÛúÝÿŽž"
_ACCENTS = str.maketrans(_PLAIN, _MARKED)
_BLANK = re.compile(r"(\{[^{}]*\})")
_NEEDS_WORDS = re.compile(r"[A-Za-z]{2}|\d\.\d")


class _Catalogue(Catalog):
    """A catalogue whose head stands still, or its file would change with every run."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext has to know."""
        return [
            ("Project-Id-Version", "Dune Descent"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            *([("Language", str(self.locale))] if self.locale else []),
            ("Plural-Forms", self.plural_forms if self.locale else _LIKE_ENGLISH),
        ]


def _empty(code: str | None = None) -> Catalog:
    comment = "# Every text of Dune Descent."
    return _Catalogue(locale=code, charset="utf-8", fuzzy=False, header_comment=comment)


def extracted(root: Path = ROOT) -> Catalog:
    """Every text of the code, the level files and the lessons, with where it stands."""
    catalogue = _empty()
    with (TEXT / "babel.cfg").open(encoding="utf-8") as config:
        methods, options = parse_mapping_cfg(config, "babel.cfg")
    found = extract.extract_from_dir(
        root, methods, options, KEYWORDS, comment_tags=("For translators:",)
    )
    for file, line, message, comments, context in found:
        catalogue.add(message, None, [(file, line)], auto_comments=comments, context=context)
    for path in sorted((root / "levels").glob("**/*.toml")):
        for message, line in level_texts(path):
            where = path.relative_to(root).as_posix()
            catalogue.add(message, None, [(where, line)])
    for path in sorted((root / "assets" / "lessons").glob("*.toml")):
        for message, line, comment in lesson_texts(path):
            where = path.relative_to(root).as_posix()
            catalogue.add(message, None, [(where, line)], auto_comments=[comment])
    return catalogue


def lesson_texts(path: Path) -> list[tuple[str, int, str]]:
    """The words of a lesson's file, the lines that they stand on, and what each of them is."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    found = []
    for message, place in _words_in(tomllib.loads(source), path.stem):
        at = next((i for i, line in enumerate(lines, 1) if f'"{message}"' in line), 1)
        found.append((message, at, place))
    return found


def _words_in(data: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every text of nested tables that has words or decimals, and where it was found."""
    items = enumerate(data, 1) if isinstance(data, list) else data.items()
    for key, value in items:
        here = f"{place} {key}"
        if isinstance(value, dict | list):
            yield from _words_in(value, here) if key != "show" else ()
        # Formulas are the same in all languages, but for their decimal signs.
        elif not _names_a_thing(str(key), value) and _NEEDS_WORDS.search(str(value)):
            yield value, f"{here} ({data['who']})" if key == "says" and "who" in data else here


def _names_a_thing(key: str, value: object) -> bool:
    """Whether a value is for the program alone."""
    speaker = key == "who" and value in ("student", "teacher")
    return speaker or key == "key" or not isinstance(value, str)


def level_texts(path: Path) -> list[tuple[str, int]]:
    """The sentences of a level file that players read, and the lines that they stand on."""
    source = path.read_text(encoding="utf-8")
    data = tomllib.loads(source)
    lines = source.splitlines()
    found = []
    for key in LEVEL_KEYS:
        if data.get(key):
            starts = (i for i, line in enumerate(lines, 1) if re.match(rf"{key}\s*=", line))
            found.append((data[key], next(starts, 1)))
    return found


def pseudo(message: str) -> str:
    """`message` accented, twice, and in brackets; its blanks stay as they are."""
    parts = _BLANK.split(message)
    marked = "".join(part if _BLANK.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    return f"[{marked} {marked}]"


def pseudo_catalogue(template: Catalog) -> Catalog:
    """Every message of `template` in the pseudo-language, with a decimal comma."""
    catalogue = _empty()
    for message in template:
        if not message.id:
            continue
        if message.context == "decimal sign":
            words: str | tuple[str, ...] = ","
        elif isinstance(message.id, str):
            words = pseudo(message.id)
        else:
            words = tuple(pseudo(form) for form in message.id)
        catalogue.add(message.id, words, context=message.context)
    return catalogue


def _po(catalogue: Catalog, width: int = 100) -> bytes:
    out = io.BytesIO()
    pofile.write_po(out, catalogue, width=width, sort_output=True, include_lineno=False)
    return out.getvalue()


def _mo(catalogue: Catalog) -> bytes:
    out = io.BytesIO()
    mofile.write_mo(out, catalogue)
    return out.getvalue()


def translated(path: Path) -> Catalog:
    """The catalogue in a translator's file."""
    code = path.parts[-3]
    catalogue = _empty(code)
    with path.open("rb") as file:
        for message in pofile.read_po(file, locale=code):
            if message.id:
                catalogue.add(
                    message.id,
                    message.string,
                    flags=message.flags,
                    user_comments=message.user_comments,
                    context=message.context,
                )
    return catalogue


def wanted() -> dict[Path, bytes]:
    """Every file that this script writes, and what has to stand in it."""
    template = extracted()
    files = {POT: _po(template)}
    files[TEXT / PSEUDO / "LC_MESSAGES" / "game.mo"] = _mo(pseudo_catalogue(template))
    for path in sorted(TEXT.glob("*/LC_MESSAGES/game.po")):
        files[path.with_suffix(".mo")] = _mo(translated(path))
    return files


def update(code: str, template: Catalog) -> None:
    """Bring the texts of `template` into a language: new ones empty, those no longer used away."""
    path = TEXT / code / "LC_MESSAGES" / "game.po"
    catalogue = translated(path) if path.is_file() else _empty(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    # A guess from a similar sentence would look like a translation, and say something else.
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    path.write_bytes(_po(catalogue))


def main() -> int:
    """Write what is stale; with --check only say what is."""
    if "--update" in sys.argv or "--new" in sys.argv:
        codes = {path.parts[-3] for path in TEXT.glob("*/LC_MESSAGES/game.po")}
        new = sys.argv[sys.argv.index("--new") + 1 :] if "--new" in sys.argv else []
        for code in sorted(codes | set(new)):
            update(code, extracted())
    stale = [
        (path, content)
        for path, content in wanted().items()
        if not path.is_file() or path.read_bytes() != content
    ]
    for path, content in stale:
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
