"""The shipped sounds are those that the script makes, and they are kind to the ear."""

import importlib
import sys
import wave
from itertools import pairwise

import numpy as np
import pytest

from game.resources import ASSETS

SOUNDS = ASSETS / "sounds"
sys.path.insert(0, str(ASSETS))
make = importlib.import_module("make_sounds")
waves = importlib.import_module("sound_making.waves")
sys.path.remove(str(ASSETS))


def shipped(name):
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22050)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32767


def test_no_file_is_missing_or_left_over():
    wanted = {f"{name}.wav" for name in make.EFFECTS} | {f"{name}.ogg" for name in make.LOOPS}
    assert {path.name for path in SOUNDS.iterdir()} == wanted


def test_all_sounds_together_are_small():
    assert sum(path.stat().st_size for path in SOUNDS.iterdir()) < 6e6


@pytest.mark.parametrize("name", make.EFFECTS)
def test_an_effect_is_as_loud_as_meant_and_begins_and_ends_in_silence(name):
    sound = shipped(name)
    assert waves.loudness(sound, 22050) == pytest.approx(make.EFFECTS[name].level, abs=1.0)
    assert np.abs(sound).max() <= make.PEAK + 1e-3
    assert np.abs(sound[[0, -1]]).max() < 0.002
    assert abs(sound.mean()) < 0.002


@pytest.mark.parametrize("name", make.EFFECTS)
def test_an_effect_is_not_harsh(name):
    sound = shipped(name)
    power = np.abs(np.fft.rfft(sound)) ** 2
    pitch = np.fft.rfftfreq(len(sound), 1 / 22050)
    assert (pitch * power).sum() / power.sum() < 2600
    assert power[pitch > 5000].sum() / power.sum() < 0.12


@pytest.mark.parametrize("name", ["gem", "press", "step_steep_2", "win", "dig"])
def test_the_shipped_effect_is_what_the_script_makes(name):
    # Not bit for bit: another numpy may round its transforms differently.
    assert np.allclose(shipped(name), make.effect(name), atol=2e-3)


@pytest.mark.parametrize("kind", ["step_soft", "step_firm", "step_steep", "slide"])
def test_variants_differ(kind):
    found = [shipped(path.stem) for path in sorted(SOUNDS.glob(f"{kind}_*.wav"))]
    assert len(found) >= 3
    for first, second in pairwise(found):
        alike = (first * second).sum() / np.sqrt((first**2).sum() * (second**2).sum())
        assert abs(alike) < 0.9


def test_steeper_steps_are_brighter():
    def brightness(name):
        sound = shipped(name)
        power = np.abs(np.fft.rfft(sound)) ** 2
        return (np.fft.rfftfreq(len(sound), 1 / 22050) * power).sum() / power.sum()

    for n in (1, 2, 3, 4, 5):
        grounds = [brightness(f"{kind}_{n}") for kind in ("step_soft", "step_firm", "step_steep")]
        assert grounds[0] * 1.2 < grounds[1] < grounds[2] / 1.1


@pytest.mark.parametrize("name", ["wind_low", "wind_high"])
def test_a_loop_that_is_made_has_no_seam(name):
    loop = make.loop(name)
    inside = np.abs(np.diff(loop, axis=1))
    assert np.abs(loop[:, 0] - loop[:, -1]).max() <= inside.max()


@pytest.mark.parametrize("name", make.LOOPS)
def test_a_shipped_loop_has_no_seam_and_no_clipping(name):
    pygame = pytest.importorskip("pygame")
    pygame.mixer.init(44100, -16, 2)
    raw = pygame.mixer.Sound(SOUNDS / f"{name}.ogg").get_raw()
    pygame.mixer.quit()
    loop = np.frombuffer(raw, "<i2").reshape(-1, 2).T / 32768
    assert loop.shape[1] > 7 * 44100
    assert np.abs(loop).max() < 0.6
    around = np.concatenate([loop[:, -400:], loop[:, :400]], axis=1)
    # A step of -58 dB at most in music, and in the wind no more than wind itself does.
    wavering = np.quantile(np.abs(np.diff(loop, n=2, axis=1)), 0.99)
    step = np.abs(make.step_at_seam(loop)).max()
    assert step < (wavering if name.startswith("wind") else 0.00125)
    # No gap either: the encoder has not faded its ends.
    assert np.sqrt((around**2).mean()) > 0.2 * np.sqrt((loop**2).mean())


# ---- the material


def test_a_tone_of_known_level_has_that_loudness():
    time = waves.seconds(1.0, 22050)
    tone = np.sin(2 * np.pi * 1000 * time)
    assert waves.loudness(tone, 22050) == pytest.approx(-2.2, abs=0.6)
    assert waves.loudness(0.1 * tone, 22050) == pytest.approx(
        waves.loudness(tone, 22050) - 20, abs=0.01
    )


def test_a_stereo_copy_is_as_loud_as_one_side():
    time = waves.seconds(1.0, 22050)
    tone = np.sin(2 * np.pi * 700 * time)
    assert waves.loudness(np.array([tone, tone]), 22050) == pytest.approx(
        waves.loudness(tone, 22050)
    )


def test_an_echo_around_is_one_of_the_endless_loop():
    random = np.random.default_rng(1)
    loop, echo = random.standard_normal((2, 300)), random.standard_normal((2, 500))
    once = waves.echoed(loop, echo, 0.5, around=True)
    many = waves.echoed(np.tile(loop, 5), echo, 0.5)
    assert np.allclose(once, many[:, 900:1200])


def test_a_band_passes_its_middle_and_stops_the_rest():
    gain = waves.band(500, 2000)(np.array([10.0, 1000.0, 20000.0]))
    assert gain[1] > 0.9
    assert gain[0] < 0.01
    assert gain[2] < 0.02


def test_tamed_peaks_stay_below_the_crest():
    random = np.random.default_rng(2)
    sound = 0.1 * random.standard_normal(22050)
    sound[::500] *= 30
    assert np.abs(waves.tamed(sound)).max() < np.abs(sound).max() / 1.5
    quiet = 0.1 * np.sin(np.arange(22050) / 10)
    assert np.allclose(waves.tamed(quiet), quiet, atol=0.005)
