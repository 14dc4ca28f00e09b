"""Every text that players read is found, and the shipped catalogues hold all of them."""

import ast
import importlib.util
import io
from pathlib import Path

import pytest

from game import levels
from game import text as words
from game.text import PSEUDO, languages, ntext, number, text, use

ROOT = Path(__file__).resolve().parent.parent
FUNCTIONS = {"text": 1, "ntext": 2, "ctext": 2}
LANGUAGES = ("de", "es", "fr")
# Texts that come from level files, which the script reads by itself, or that are passed on whole.
PASSED_ON = {"line", "name", "title", "idea", "opening", "hint", "closing", "_said", "words"}

mofile = pytest.importorskip("babel.messages.mofile")
pofile = pytest.importorskip("babel.messages.pofile")


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("make_text", ROOT / "assets" / "make_text.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template(script):
    return script.extracted()


@pytest.fixture
def pseudo():
    use(PSEUDO)
    yield
    use("en")


def calls():
    """(file, call, literal arguments that name the text) of every call of the three functions."""
    for path in sorted((ROOT / "game").glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                wanted = FUNCTIONS.get(node.func.id)
                if wanted and path.name != "text.py":
                    yield path, node, node.args[:wanted]


def test_every_call_names_its_text_in_place():
    for path, node, arguments in calls():
        for argument in arguments:
            plain = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            passed = isinstance(argument, ast.Attribute) and argument.attr in PASSED_ON
            name = isinstance(argument, ast.Name) and argument.id in PASSED_ON
            assert plain or passed or name, f"{path.name}:{node.lineno}: not found by translators"


def test_extraction_finds_every_call(template):
    known = {part for message in template if message.id for part in _forms(message.id)}
    for path, node, arguments in calls():
        literal = [a.value for a in arguments if isinstance(a, ast.Constant)]
        if node.func.id == "ctext":
            literal = literal[1:]
        for said in literal:
            assert said in known, f"{path.name}:{node.lineno}: {said!r}"


def test_extraction_finds_the_words_of_level_files(template):
    known = {message.id for message in template}
    for path in levels.shipped():
        level = levels.read(path)
        for said in (level.name, level.opening, level.hint, level.closing):
            assert not said or said in known, (path.name, said)


def test_the_shipped_catalogues_are_fresh(script, template):
    stale = [path.name for path, content in script.wanted().items() if not _same(path, content)]
    assert not stale, f"run: python assets/make_text.py ({stale})"


def _same(path, content):
    """Whether the same messages stand there; lines may break elsewhere in another Babel."""
    if not path.is_file():
        return False
    read = mofile.read_mo if path.suffix == ".mo" else pofile.read_po

    def messages(raw):
        found = (m for m in read(io.BytesIO(raw)) if m.id)
        return {(m.context, *_forms(m.id)): tuple(_forms(m.string)) for m in found}

    kept, fresh = messages(path.read_bytes()), messages(content)
    return kept == fresh


def _forms(said):
    return (said,) if isinstance(said, str) else said


def test_the_pseudo_language_is_long_accented_and_hidden(script, pseudo):
    assert script.pseudo("No {cost} left") == "[Ñô {cost} léft Ñô {cost} léft]"
    assert text("Water") == "[Wátér Wátér]"
    assert text("Needs {cost} water", cost=2).count("2") == 2
    assert PSEUDO not in languages()
    assert PSEUDO in languages(everything=True)
    assert number(1.5, 1) == "1,5"


def test_pseudo_plurals_keep_both_forms(pseudo):
    one, many = (ntext("{count} star", "{count} stars", count) for count in (1, 3))
    assert "štár " in one
    assert "štárš" in many


def test_no_blank_is_lost_in_the_pseudo_language(script, template):
    for message in template:
        for said in _forms(message.id) if message.id else ():
            blanks = script._BLANK.findall(said)
            assert script._BLANK.findall(script.pseudo(said)) == blanks * 2


def test_plural_texts_differ_and_hold_their_count(template):
    plural = [message for message in template if isinstance(message.id, tuple)]
    assert plural
    for message in plural:
        one, many = message.id
        assert one != many
        assert set(_blanks(one)) <= set(_blanks(many))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_complete(script, template, code):
    """Every text is translated, none is only guessed, and no blank is lost or made up."""
    catalogue = script.translated(ROOT / "assets" / "text" / code / "LC_MESSAGES" / "game.po")
    for message in template:
        if not message.id:
            continue
        found = catalogue.get(message.id, message.context)
        assert found is not None, message.id
        assert not found.fuzzy, message.id
        forms = found.string if isinstance(found.string, (tuple, list)) else (found.string,)
        assert all(forms), f"{code} lacks {message.id!r}"
        assert len(forms) == (catalogue.num_plurals if isinstance(message.id, tuple) else 1)
        wanted = {blank for said in _forms(message.id) for blank in _blanks(said)}
        for form in forms:
            assert set(_blanks(form)) <= wanted, f"{code}: {form!r}"
        assert set(_blanks(forms[-1])) == set(_blanks(_forms(message.id)[-1])), forms[-1]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_writes_numbers_and_plurals_its_own_way(code):
    use(code)
    try:
        assert number(1.5, 1) == "1,5"
        zero, one, two = (ntext("{count} star", "{count} stars", n) for n in (0, 1, 2))
        assert (zero[2:] == one[2:]) is (code == "fr")
        assert one[2:] != two[2:]
    finally:
        use("en")


def test_the_shipped_languages_can_be_chosen():
    assert languages() == ("en", *LANGUAGES)


def _blanks(said):
    import string

    return [field for _, field, _, _ in string.Formatter().parse(said) if field]


def test_english_is_the_language_without_a_file():
    assert languages()[0] == "en"
    assert not (words.CATALOGUES / "en").exists()
