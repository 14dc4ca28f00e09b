"""Sounds on SDL's dummy device: what is played, where, how loud, and what stands for it."""

import threading
import time
from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.settings import Settings
from game.ui import sound_bank
from game.ui.captions import CAPTIONS, CaptionLine
from game.ui.sound_bank import CHANNELS, FOLDER, RESERVED, SoundBank
from game.ui.sounds import _LOOPS, VARIANTS, NullSounds, Sounds
from game.ui.tones import Tone

LOUD = Settings(effects_volume=1.0, music_volume=1.0)
NAMES = {path.stem for path in FOLDER.glob("*.*")}


def wait_for(condition, seconds=30.0):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "this never came true"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def bank():
    """All shipped sounds, read once."""
    bank = SoundBank()
    bank.start()
    wait_for(lambda: bank.open)
    yield bank
    bank.close()


@pytest.fixture
def said():
    return []


@pytest.fixture
def sounds(bank, said):
    pygame.mixer.stop()
    return Sounds(LOUD, lambda words, seconds: said.append((words, seconds)), bank)


def heard():
    """The channels for single sounds that are playing."""
    channels = [pygame.mixer.Channel(n) for n in range(RESERVED, CHANNELS)]
    return [channel for channel in channels if channel.get_busy()]


def playing(name):
    return pygame.mixer.Channel(_LOOPS[name]).get_busy()


def live(sounds, seconds):
    for _ in range(round(seconds * 60)):
        sounds.update(1000 / 60)


# ---- the files and the words


def test_every_sound_that_may_be_asked_for_is_shipped(bank):
    wanted = {f"{name}_{n}" for name, count in VARIANTS.items() for n in range(1, count + 1)}
    wanted |= set(_LOOPS) | {"star_1", "star_2", "star_3"}
    without_file = {"wind_rises", "wind_strong", "wind_rests", "flat", "star", "fog_lifts"}
    without_file |= {"step_gentle", "wrong"}  # as step_soft and refused, with another meaning
    wanted |= set(CAPTIONS) - without_file - set(VARIANTS)
    assert wanted <= NAMES
    assert all(bank.get(name) is not None for name in NAMES)


def test_what_means_something_has_a_caption():
    quiet = {"press", "back", "focus", "tick", "page", *_LOOPS}
    meaningful = {name.rstrip("_12345") for name in NAMES} - quiet
    assert meaningful <= set(CAPTIONS)


def test_a_sound_may_have_the_caption_of_another_meaning(bank):
    said = []
    sounds = Sounds(Settings(), lambda words, _: said.append(words), bank)
    sounds.play("reveal")
    sounds.play("reveal", caption="fog_lifts")
    sounds.play("reveal", after_ms=50.0, caption="fog_lifts")
    live(sounds, 0.1)
    told = [CAPTIONS[name].words() for name in ("reveal", "fog_lifts", "fog_lifts")]
    assert said == told
    assert "fog" not in told[0].lower()


def test_captions_are_words_for_long_enough():
    words = [caption.words() for caption in CAPTIONS.values()]
    assert len(set(words)) == len(words)
    for caption in CAPTIONS.values():
        assert 1.0 <= caption.seconds <= 5.0
        assert len(caption.words()) <= 40


def test_the_caption_line_shows_the_newest_for_its_time():
    line = CaptionLine()
    line.show("one", 2.0)
    line.update(1900.0)
    assert line.words == "one"
    line.show("two", 1.0)
    line.update(900.0)
    assert line.words == "two"
    line.update(200.0)
    assert line.words == ""


# ---- single sounds


def test_a_sound_is_played_once(sounds):
    sounds.play("gem")
    assert len(heard()) == 1


def test_pan_goes_to_the_side(sounds, bank, monkeypatch):
    given = []

    class Channel:
        def set_volume(self, left, right):
            given.append((left, right))

    class Sound:
        def play(self):
            return Channel()

    monkeypatch.setattr(bank, "get", lambda name: Sound())
    for pan in (-1.0, 0.0, 1.0, -9.0):
        sounds.play("gem", 1.0, pan)
    (west, middle, east, beyond) = given
    assert west == pytest.approx((1.0, 0.0))
    assert east == pytest.approx((0.0, 1.0))
    assert middle[0] == pytest.approx(middle[1])
    assert beyond == west
    sounds.apply(Settings(effects_volume=0.5))
    sounds.play("gem", 1.0, -1.0)
    assert given[-1][0] == pytest.approx(0.25)


def test_an_unknown_name_is_silence(sounds):
    sounds.play("no such sound")
    assert not heard()


@pytest.mark.parametrize(
    ("steepness", "ground"),
    [(0.0, "step_soft"), (0.2, "step_firm"), (0.6, "step_steep"), (1.3, "slide")],
)
def test_steps_differ_by_slope(sounds, bank, monkeypatch, steepness, ground):
    names = []
    monkeypatch.setattr(bank, "get", lambda name: names.append(name))
    for _ in range(40):
        sounds.step(steepness)
    assert {name[:-2] for name in names} == {ground}
    assert len(set(names)) == VARIANTS[ground]
    assert all(a != b for a, b in pairwise(names)), "the same step twice"


def test_a_step_is_captioned_only_where_the_ground_changes(sounds, said):
    for steepness in (0.05, 0.05, 0.1, 0.6, 0.6, 0.05):
        sounds.step(steepness)
    assert [words for words, _ in said] == [
        CAPTIONS[name].words() for name in ("step_gentle", "step_steep", "step_gentle")
    ]


@pytest.mark.parametrize(
    ("steepness", "words"),
    [
        (0.0, "Soft steps: flat sand"),
        (0.029, "Soft steps: flat sand"),
        (0.03, "Soft steps: a very gentle slope"),
        (0.149, "Soft steps: a very gentle slope"),
        (0.15, "Firm steps: a gentle slope"),
        (0.449, "Firm steps: a gentle slope"),
        (0.45, "Crunching steps: steep sand"),
        (0.8, "Sand slides: very steep"),
    ],
)
def test_the_caption_of_a_step_is_true_of_its_slope(sounds, said, steepness, words):
    sounds.step(steepness)
    assert said[-1][0] == words


def test_more_sounds_than_channels_do_no_harm(sounds):
    for _ in range(100):
        sounds.play("win")
    assert len(heard()) == CHANNELS - RESERVED


def test_effects_at_zero_are_silent_and_captions_stay(sounds, said):
    sounds.apply(Settings(effects_volume=0.0))
    sounds.play("gem")
    assert not heard()
    assert len(said) == 1


def test_a_sound_may_come_later_with_its_caption(sounds, said):
    sounds.play("lose", after_ms=1000.0)
    live(sounds, 0.8)
    assert not heard()
    assert not said
    live(sounds, 0.4)
    assert len(heard()) == 1
    assert len(said) == 1


def test_what_waits_can_be_forgotten(sounds, said):
    sounds.play("lose", after_ms=100.0)
    sounds.forget()
    live(sounds, 0.5)
    assert not heard()
    assert not said


def test_steps_do_not_wipe_out_a_caption_of_weight(sounds, said):
    sounds.play("gem")
    sounds.step(0.6)
    sounds.wind(0.9)
    assert [words for words, _ in said] == [CAPTIONS["gem"].words()]
    live(sounds, CAPTIONS["gem"].seconds + 0.1)
    sounds.step(0.6)
    assert said[-1][0] == CAPTIONS["step_steep"].words()


def test_captions_can_be_turned_off(sounds, said):
    sounds.apply(Settings(captions=False))
    sounds.play("gem")
    assert not said


def test_stars_share_a_caption(sounds, said):
    for number in (1, 2, 3):
        sounds.play(f"star_{number}")
    assert len({words for words, _ in said}) == 1
    assert len(said) == 3


# ---- wind and music


def test_wind_rises_with_its_strength_and_rests(sounds, bank):
    levels = []
    for strength in (0.2, 0.6, 1.0):
        sounds.wind(strength)
        live(sounds, 1.0)
        levels.append((bank.get("wind_low").get_volume(), bank.get("wind_high").get_volume()))
    assert levels == sorted(levels)
    assert levels[0][1] < 0.1 < 0.9 < levels[2][1]
    assert playing("wind_low")
    sounds.wind(0.0)
    live(sounds, 1.0)
    assert not playing("wind_low")
    assert not playing("wind_high")


def test_wind_moves_without_jumps(sounds, bank):
    sounds.wind(1.0)
    last = 0.0
    for _ in range(60):
        sounds.update(1000 / 60)
        now = bank.get("wind_high").get_volume()
        assert now - last < 0.05
        last = now


def test_wind_is_told_when_it_changes_and_not_when_it_wavers(sounds, said):
    for strength in (0.0, 0.35, 0.25, 0.35, 0.8, 0.65, 0.75, 0.05, 0.0):
        sounds.wind(strength)
    wanted = ["wind_rises", "wind_strong", "wind_rests"]
    assert [words for words, _ in said] == [CAPTIONS[name].words() for name in wanted]


def test_the_wind_of_a_walk_that_is_over_is_not_told_in_the_next(sounds, said):
    sounds.wind(0.9)
    sounds.play("win")
    sounds.wind(0.0)  # not told: it waits behind the fanfare
    sounds.forget()
    live(sounds, 5.0)
    told = len(said)
    sounds.wind(0.0)
    assert len(said) == told


@pytest.mark.parametrize("strength", [float("nan"), float("inf"), -3.0, 1e9])
def test_strange_strengths_do_no_harm(sounds, strength):
    sounds.wind(strength)
    sounds.height(strength)
    live(sounds, 0.1)


def test_music_fades_from_menu_to_play_and_away(sounds):
    sounds.music("menu")
    live(sounds, 0.2)
    assert playing("menu")
    assert not playing("play_low")
    sounds.music("play")
    live(sounds, 0.2)
    assert playing("menu"), "it fades out, it does not break off"
    assert playing("play_low")
    assert playing("play_high")
    live(sounds, 2.5)
    assert not playing("menu")
    sounds.music(None)
    live(sounds, 2.5)
    assert not any(playing(name) for name in _LOOPS)


def test_the_music_of_play_follows_the_height(sounds, bank):
    sounds.music("play")
    shares = []
    for share in (0.0, 0.5, 1.0):
        sounds.height(share)
        live(sounds, 3.0)
        shares.append((bank.get("play_low").get_volume(), bank.get("play_high").get_volume()))
    low, high = zip(*shares, strict=True)
    assert list(low) == sorted(low, reverse=True)
    assert list(high) == sorted(high)
    assert all(0.8 < a**2 + b**2 < 1.2 for a, b in shares), "as loud as ever"
    assert min(low + high) > 0.05


def test_volumes_are_separate(sounds, bank):
    sounds.music("menu")
    sounds.wind(1.0)
    sounds.apply(Settings(effects_volume=1.0, music_volume=0.0))
    live(sounds, 3.0)
    assert not playing("menu")
    assert playing("wind_high")
    sounds.apply(Settings(effects_volume=0.0, music_volume=0.5))
    live(sounds, 1.0)
    assert bank.get("menu").get_volume() == pytest.approx(0.25, abs=0.02)
    assert not playing("wind_high")


def test_music_is_hushed_under_a_voice(sounds, bank):
    sounds.music("menu")
    live(sounds, 2.5)
    before = bank.get("menu").get_volume()
    sounds.hush(True)
    live(sounds, 2.5)
    assert bank.get("menu").get_volume() < 0.5 * before
    sounds.hush(False)
    live(sounds, 2.5)
    assert bank.get("menu").get_volume() == pytest.approx(before, abs=0.02)


def test_beeps_have_channels_of_their_own(sounds):
    for _ in range(100):
        sounds.play("win")
    sounds.beep(Tone(20, "bright"), -1.0)
    assert any(pygame.mixer.Channel(n).get_busy() for n in range(5, 8))


def test_the_hum_of_flat_ground_has_a_caption(sounds, said):
    sounds.beep(Tone(20, "bright"), -1.0)
    sounds.beep(Tone(20, flat=True), 0.0)
    assert len(said) == 1
    assert said[-1][0] == CAPTIONS["flat"].words()


# ---- no device, slow device, device gone


def test_without_a_device_all_is_silent_and_captions_stay(monkeypatch, said, capfd):
    def refuse(*given, **named):
        raise pygame.error("No such device.")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    bank = SoundBank()
    sounds = Sounds(LOUD, lambda *caption: said.append(caption), bank)
    sounds.update(16.0)
    wait_for(lambda: bank.lost)
    use_all(sounds)
    assert said == [(CAPTIONS["gem"].words(), 2.0)]
    sounds.close()
    assert capfd.readouterr() == ("", "")


def use_all(sounds):
    sounds.apply(Settings())
    sounds.play("gem")
    sounds.step(0.7, 0.5)
    sounds.wind(1.0)
    sounds.music("play")
    sounds.height(0.5)
    sounds.hush(True)
    sounds.beep(Tone(3), 0.0)
    sounds.update(16.0)


def test_a_device_that_hangs_holds_up_nobody(monkeypatch):
    release = threading.Event()
    monkeypatch.setattr(pygame.mixer, "init", lambda *given, **named: release.wait(30.0))
    monkeypatch.setattr(pygame.mixer, "quit", lambda: None)
    bank = SoundBank()
    sounds = Sounds(LOUD, bank=bank)
    sounds.update(16.0)
    use_all(sounds)
    assert bank._thread.is_alive()
    assert not bank.open
    release.set()
    sounds.close()


def test_the_device_is_not_touched_before_the_first_frame(monkeypatch):
    touched = []
    monkeypatch.setattr(pygame.mixer, "init", lambda *given, **named: touched.append(1))
    sounds = Sounds(LOUD)
    use = [sounds.play("gem"), sounds.music("menu"), sounds.wind(0.5)]
    assert use
    assert not touched
    sounds.close()
    sounds.update(16.0)
    assert not touched, "closed for good"


@pytest.mark.usefixtures("bank")
def test_a_device_that_goes_away_is_silence(monkeypatch):
    bank = SoundBank()
    sounds = Sounds(LOUD, bank=bank)

    def gone(*given, **named):
        raise pygame.error("mixer not initialized")

    class Broken:
        play = set_volume = gone

    bank._open = True
    bank.start = lambda: None
    for use in (lambda: sounds.play("gem"), lambda: live(sounds, 0.1), lambda: beep(sounds)):
        bank._open, bank.lost = True, False
        monkeypatch.setattr(bank, "get", lambda name: Broken() if bank._open else None)
        monkeypatch.setattr(bank, "tone", lambda tone: Broken())
        monkeypatch.setattr(pygame.mixer, "Channel", gone)
        sounds.music("menu")
        use()
        assert bank.lost
        use()


def beep(sounds):
    sounds.beep(Tone(3), 0.0)


def test_a_damaged_file_is_left_out(tmp_path, bank):
    (tmp_path / "gem.wav").write_bytes(b"RIFFrubbish")
    (tmp_path / "win.wav").write_bytes((FOLDER / "press.wav").read_bytes())
    assert sound_bank._quietly(pygame.mixer.Sound, tmp_path / "gem.wav") is None
    assert sound_bank._quietly(pygame.mixer.Sound, tmp_path / "win.wav") is not None


def test_null_sounds_take_every_wish():
    wishes = {name for name in vars(Sounds) if not name.startswith("_")}
    assert wishes == {name for name in vars(NullSounds) if not name.startswith("_")} - {
        "on_caption"
    }
    use_all(NullSounds())


def test_music_starts_only_when_both_layers_are_there(sounds, bank, monkeypatch):
    get = bank.get
    monkeypatch.setattr(bank, "get", lambda name: None if name == "play_high" else get(name))
    sounds.music("play")
    live(sounds, 0.2)
    assert not playing("play_low")


def test_shipped_sounds_keep_their_distance_from_full_scale(bank):
    for name in NAMES:
        samples = np.frombuffer(bank.get(name).get_raw(), np.int16)
        assert 300 < np.abs(samples.astype(int)).max() < 30000, name


def test_nothing_is_played_while_files_are_read(monkeypatch):
    """SDL's mixer would make the frame wait for the whole file."""
    reading, go_on = threading.Event(), threading.Event()

    def slow(path):
        reading.set()
        go_on.wait(30.0)

    monkeypatch.setattr(pygame.mixer, "Sound", slow)
    monkeypatch.setattr(pygame.mixer, "quit", lambda: None)
    bank = SoundBank()
    bank.start()
    assert reading.wait(30.0)
    assert not bank.open
    assert bank.get("gem") is None
    go_on.set()
    wait_for(lambda: bank.open)
    bank.close()


# ---- last: it closes the device of this module


def test_a_mixer_that_somebody_closed_does_no_harm(sounds):
    sounds.music("play")
    live(sounds, 0.5)
    pygame.mixer.quit()
    use_all(sounds)
    live(sounds, 3.0)
    use_all(sounds)


def test_closing_lets_go_of_the_device(bank):
    Sounds(LOUD, bank=bank).close()
    assert pygame.mixer.get_init() is None
    assert bank.get("gem") is None
