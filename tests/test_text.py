"""English without catalogues, other languages with them, and never a broken game."""

import math
import struct

import pytest

from game import text as words
from game.text import bracketed, ctext, languages, ntext, number, short_number, text, use


def catalogue(entries):
    """A .mo file as bytes, in the layout that gettext reads."""
    entries = {"": "Content-Type: text/plain; charset=UTF-8\n", **entries}
    keys = sorted(entries)
    originals = [key.encode() for key in keys]
    translations = [entries[key].encode() for key in keys]
    start = 28 + 16 * len(keys)
    tables, blob = b"", b""
    for group in (originals, translations):
        for item in group:
            tables += struct.pack("<II", len(item), start + len(blob))
            blob += item + b"\0"
    header = (0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    return struct.pack("<7I", *header) + tables + blob


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(words, "CATALOGUES", tmp_path)
    yield tmp_path
    use("en")


def install(folder, language, content):
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "game.mo").write_bytes(content)


def test_english_is_the_key_itself():
    assert text("Step size") == "Step size"
    assert text("{n} paces", n=3) == "3 paces"
    assert text("100 % {really}") == "100 % {really}"
    assert ctext("button", "Walk") == "Walk"


def test_english_plurals():
    assert ntext("{count} step", "{count} steps", 1) == "1 step"
    assert ntext("{count} step", "{count} steps", 0) == "0 steps"


@pytest.mark.parametrize(
    ("rule", "singular"), [("n != 1", (1.0,)), ("n > 1", (0.0, 0.4, 1.0, 1.9, -1.9))]
)
def test_fractions_have_the_plural_form_of_their_language(folder, rule, singular):
    head = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=({rule});\n"
    install(folder, "zz", catalogue({"": head, "{n} pace\0{n} paces": "{n} un\0{n} deux"}))
    use("zz")
    for count in (0.0, 0.4, 1.0, 1.9, -1.9, 2.0, 7.3, math.inf):
        said = ntext("{n} pace", "{n} paces", count, n=count)
        assert said.endswith("un") == (count in singular), said


def test_pairs_are_parted_by_no_decimal_sign(folder):
    assert bracketed("0.6", "0.8") == "(0.6, 0.8)"
    install(folder, "zz", catalogue({"decimal sign\x04.": ","}))
    use("zz")
    assert bracketed(number(0.6, 1), number(0.8, 1)) == "(0,6; 0,8)"


def test_another_language(folder):
    install(
        folder,
        "de",
        catalogue({"Water": "Wasser", "{n} paces": "{n} Schritt", "decimal sign\x04.": ","}),
    )
    assert languages() == ("en", "de")
    use("de")
    assert text("Water") == "Wasser"
    assert text("{n} paces", n=2) == "2 Schritt"
    assert text("Not translated") == "Not translated"
    assert number(3.14159, 2) == "3,14"
    use("en")
    assert text("Water") == "Water"


def test_a_faulty_translation_falls_back_to_english(folder):
    install(folder, "xx", catalogue({"{n} paces": "{m} pas", "{n} drops": "{n.secret!q}"}))
    use("xx")
    assert text("{n} paces", n=2) == "2 paces"
    assert text("{n} drops", n=2) == "2 drops"


@pytest.mark.parametrize("content", [b"", b"rubbish", catalogue({"Water": "Eau"})[:40]])
def test_a_damaged_or_missing_catalogue_leaves_english(folder, content):
    install(folder, "fr", content)
    use("fr")
    assert text("Water") == "Water"
    use("nowhere")
    assert text("Water") == "Water"


def test_numbers_are_written_for_people():
    assert number(3.0) == "3"
    assert number(0.971, 2) == "0.97"
    assert number(-1.5, 1) == "\N{MINUS SIGN}1.5"
    assert number(-0.001, 2) == "0.00"
    assert short_number(3.1) == "3.1"
    assert short_number(0.25) == "0.25"
    assert short_number(12345.0) == "12300"
    assert short_number(-4.3e-5) == "\N{MINUS SIGN}0.000043", "few read powers of ten"
    assert short_number(4.3e-9) == "4.3e\N{MINUS SIGN}09"
    assert short_number(math.inf) == "\N{INFINITY}"
    assert short_number(-math.inf) == "\N{MINUS SIGN}\N{INFINITY}"
