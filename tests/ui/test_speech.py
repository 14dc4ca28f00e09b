"""Reading aloud, with a fake voice on the PATH that writes down what it hears."""

import os
import subprocess
import sys
import time

import pytest

from game.settings import Settings
from game.ui import speech
from game.ui.speech import Speech

# Writes arguments and standard input, then speaks for as many seconds as the text says.
VOICE = """#!{python}
import pathlib, sys, time
here = pathlib.Path({folder!r})
words = sys.stdin.buffer.read().decode()
with (here / "heard").open("a") as file:
    file.write(repr((sys.argv[1:], words)) + "\\n")
if "-v" in sys.argv and "?" in sys.argv:
    print("Amira (Premium)     ms_MY    # Apa khabar!\\nThomas              fr_FR    # Bonjour!")
time.sleep(30 if "forever" in words else 0)
with (here / "ended").open("a") as file:
    file.write(words + "\\n")
"""
NASTY = "\"; touch /tmp/pwned; $(rm -rf x) `id` ' && | > < %PATH% -w out.wav"


def wait_for(condition, seconds=20.0):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "this never came true"
        time.sleep(0.01)


@pytest.fixture
def voice(tmp_path, monkeypatch):
    """A folder with the only `espeak-ng` on the PATH."""
    monkeypatch.setattr(sys, "platform", "linux")
    command = tmp_path / "espeak-ng"
    command.write_text(VOICE.format(python=sys.executable, folder=str(tmp_path)))
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def speaker():
    made = []

    def make(*given):
        made.append(Speech(*given))
        return made[-1]

    yield make
    for each in made:
        each.close()


def lines(path):
    return path.read_text().splitlines() if path.exists() else []


def heard(folder):
    return [eval(line) for line in lines(folder / "heard")]


pytestmark = pytest.mark.skipif(os.name != "posix", reason="the fake voice is a POSIX script")


def test_words_reach_the_voice_in_the_players_language(voice, speaker):
    speech = speaker("de_AT", 0.5)
    assert speech.available
    speech.say("Wo geht es nach unten? \N{LATIN SMALL LETTER U WITH DIAERESIS}ber die D\xfcne.")
    wait_for(lambda: lines(voice / "ended"))
    arguments, words = heard(voice)[0]
    assert words == "Wo geht es nach unten? \xfcber die D\xfcne."
    assert arguments[arguments.index("-v") + 1] == "de-at"
    assert arguments[arguments.index("-a") + 1] == "60"


@pytest.mark.parametrize("language", ["en; rm -rf /", "--version", "en'", "\xe4\xf6", ""])
def test_a_strange_language_falls_back_to_english(language):
    assert speech._espeak("e", language, 1.0)[2] == "en"
    assert "CultureInfo]'en')" in speech._powershell(language, 1.0)[-1]


def test_no_text_can_be_a_command(voice, speaker):
    speech = speaker()
    speech.say(NASTY)
    wait_for(lambda: lines(voice / "ended"))
    arguments, words = heard(voice)[0]
    assert "rm -rf" in words
    assert not any("rm" in argument for argument in arguments)
    assert "rm" not in " ".join(speech_of_windows())


def speech_of_windows():
    return speech._powershell("en", 0.8)


def test_orders_to_the_voice_and_unprintable_signs_are_taken_out():
    assert speech._readable("a[[volm 1]]b\x1b\x00 <x>\n\tc") == "a volm 1 b x c"
    assert len(speech._readable("word " * 5000)) <= 2000


def test_new_words_interrupt_the_old(voice, speaker):
    speech = speaker()
    speech.say("forever and ever")
    wait_for(lambda: len(heard(voice)) == 1)
    assert speech.speaking
    speech.say("short")
    wait_for(lambda: lines(voice / "ended"))
    assert lines(voice / "ended") == ["short"]
    wait_for(lambda: not speech.speaking)


def test_stop_silences_and_processes_do_not_pile_up(voice, speaker):
    speech = speaker()
    speech.say("forever")
    wait_for(lambda: len(heard(voice)) == 1)
    process = speech._process
    speech.stop()
    wait_for(lambda: not speech.speaking)
    assert process.returncode is not None
    assert not lines(voice / "ended")
    speech.update()
    assert speech._process is None


def test_of_many_words_at_once_the_last_are_said(voice, speaker):
    speech = speaker()
    for number in range(30):
        speech.say(f"words {number}")
    wait_for(lambda: "words 29" in lines(voice / "ended"))
    assert lines(voice / "ended")[-1] == "words 29"


def test_stop_also_stops_what_is_just_starting(voice, speaker):
    speech = speaker()
    speech.say("forever")
    speech.stop()
    wait_for(lambda: not speech.speaking)
    assert not lines(voice / "ended")


def test_closing_ends_the_voice_and_later_words_do_nothing(voice, speaker):
    speech = speaker()
    speech.say("forever")
    wait_for(lambda: len(heard(voice)) == 1)
    process = speech._process
    speech.close()
    assert process.poll() is not None
    speech.say("more")
    assert len(heard(voice)) == 1


def test_without_a_voice_it_is_silent(tmp_path, monkeypatch, speaker):
    monkeypatch.setenv("PATH", str(tmp_path))
    speech = speaker()
    speech.say("hello")
    speech.stop()
    speech.update()
    assert not speech.available
    assert not speech.speaking


def test_a_voice_that_cannot_be_started_is_no_voice(voice, speaker):
    (voice / "espeak-ng").write_text("#!/no/such/interpreter\n")
    speech = speaker()
    speech.say("hello")
    wait_for(lambda: not speech.speaking)
    assert not speech.available
    speech.say("again")


def test_a_voice_that_does_not_listen_does_no_harm(voice, speaker):
    (voice / "espeak-ng").write_text(f"#!{sys.executable}\nimport sys; sys.exit(3)\n")
    speech = speaker()
    speech.say("x" * 2000)
    wait_for(lambda: not speech.speaking)


def test_volume_zero_says_nothing(voice, speaker):
    speech = speaker()
    speech.apply(Settings(voice_volume=0.0, language="fr"))
    speech.say("hello")
    assert speech.language == "fr"
    assert speech._thread is None


def test_the_voice_is_started_without_a_shell(voice, speaker, monkeypatch):
    given = []

    class Started(subprocess.Popen):
        def __init__(self, command, **how):
            given.append((command, how))
            super().__init__(command, **how)

    monkeypatch.setattr(subprocess, "Popen", Started)
    speech = speaker()
    speech.say("hello")
    wait_for(lambda: lines(voice / "ended"))
    command, how = given[0]
    assert isinstance(command, list)
    assert not how.get("shell")


@pytest.mark.parametrize(
    ("language", "chosen"),
    [("fr", ["-v", "Thomas"]), ("ms_MY", ["-v", "Amira (Premium)"]), ("de", [])],
)
def test_macos_uses_a_voice_of_the_language(voice, monkeypatch, speaker, language, chosen):
    monkeypatch.setattr(sys, "platform", "darwin")
    (voice / "espeak-ng").rename(voice / "say")
    speech._macos_voice.cache_clear()
    speaker(language, 0.25).say("hello")
    wait_for(lambda: "[[volm 0.25]] hello" in lines(voice / "ended"))
    assert heard(voice)[-1] == ([*chosen, "-f", "-"], "[[volm 0.25]] hello")


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Its code: 24NY-C5T3-NEM5.", "Its code: 2 4 N Y, C 5 T 3, N E M 5."),
        ("24NYC5T3NEM5", "2 4 N Y C 5 T 3 N E M 5"),
        ("Today's desert, Level 12", "Today's desert, Level 12"),
    ],
)
def test_codes_are_read_letter_by_letter(words, read):
    assert speech._readable(words) == read
