"""Hearing the land: what is beeped, and that a walk can be won by the ears alone."""

import math
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import levels
from game.sim.commands import Dig, Step, Tune
from game.sim.events import Ending
from game.sim.expedition import Expedition
from game.ui.hearing import FLAT, HearTheLand, arrival, bearing, beeps_a_second
from game.ui.tones import PITCHES, TIMBRES, Tone, hertz, pitch_of, samples

EVERY_TONE = [
    *(Tone(pitch, timbre) for pitch in range(PITCHES) for timbre in TIMBRES),
    *(Tone(pitch, flat=True) for pitch in range(PITCHES)),
]
slopes = st.tuples(st.floats(-1.5, 1.5), st.floats(-1.5, 1.5))


@dataclass
class Ears:
    """Writes down each beep with the time since the one before."""

    heard: list = field(default_factory=list)

    def beep(self, tone, pan):
        self.heard.append((tone, pan))


@dataclass(frozen=True)
class Heard:
    """All that a listener has: one tone, its side, and beeps counted in two seconds."""

    tone: Tone
    pan: float
    beeps: int


def listen(height_share, slope):
    """Stand somewhere for two seconds."""
    ears = Ears()
    hearing = HearTheLand(ears)
    hearing.feel(height_share, slope)
    for _ in range(200):
        hearing.update(10.0)
    tone, pan = ears.heard[-1]
    return Heard(tone, pan, len(ears.heard))


@given(st.floats(0, 1), st.floats(0, 1), slopes)
def test_higher_is_higher(low, high, slope):
    low, high = sorted((low, high))
    assert listen(low, slope).tone.pitch <= listen(high, slope).tone.pitch
    assert hertz(pitch_of(low)) <= hertz(pitch_of(high))


@pytest.mark.parametrize("share", [-5.0, 0.0, 1.0, 7.0])
def test_heights_beyond_the_scale_have_a_tone(share):
    assert 0 <= pitch_of(share) < PITCHES


def test_steeper_is_quicker():
    counts = [listen(0.5, (steepness, 0.0)).beeps for steepness in (0.05, 0.3, 0.7, 1.2)]
    assert counts == sorted(set(counts))
    assert counts[0] >= 2
    assert counts[-1] <= 15


@given(slopes)
def test_the_side_is_where_down_lies(slope):
    heard = listen(0.5, slope)
    steepness = math.hypot(*slope)
    if steepness < FLAT:
        assert heard.tone.flat
        assert heard.pan == 0.0
    else:
        assert not heard.tone.flat
        assert heard.pan == pytest.approx(-slope[0] / steepness)


def test_bright_is_away_and_dull_is_toward_the_player():
    # A slope that rises to the south (y grows) goes down to the north.
    assert listen(0.5, (0.0, 0.5)).tone.timbre == "bright"
    assert listen(0.5, (0.0, -0.5)).tone.timbre == "dull"
    assert listen(0.5, (0.5, 0.0)).tone.timbre == "plain"


def test_what_changed_is_heard_at_once():
    ears = Ears()
    hearing = HearTheLand(ears)
    hearing.feel(0.9, (0.04, 0.0))
    hearing.update(16.0)
    hearing.feel(0.2, (0.04, 0.0))
    for _ in range(5):
        hearing.update(16.0)
    assert [tone.pitch for tone, _pan in ears.heard] == [pitch_of(0.9), pitch_of(0.2)]


def test_a_long_frame_makes_one_beep():
    ears = Ears()
    hearing = HearTheLand(ears)
    hearing.feel(0.5, (1.0, 0.0))
    hearing.update(60_000.0)
    assert len(ears.heard) == 1


def test_stopped_it_is_quiet_until_it_goes_on():
    ears = Ears()
    hearing = HearTheLand(ears)
    hearing.stop()
    hearing.update(5000.0)
    assert not ears.heard
    hearing.go_on()
    hearing.update(16.0)
    assert ears.heard


@pytest.mark.parametrize("slope", [(math.nan, 0.0), (math.inf, 0.0), (0.0, 0.0)])
def test_strange_slopes_do_no_harm(slope):
    assert listen(0.5, slope).beeps >= 1


def test_nothing_but_height_and_slope_is_heard():
    # No sign of the gem: two places of equal height and slope sound alike, wherever they are.
    site = level_one()
    gem, setup = site.setup.gem, site.setup
    share = share_of(site, setup.terrain.height(gem[None])[0])
    assert listen(share, (0.0, 0.0)) == listen(share, (0.0, 0.0))
    assert set(HearTheLand.feel.__annotations__) == {"height_share", "slope", "return"}


# ---- tones


@pytest.mark.parametrize("tone", EVERY_TONE[::7])
def test_tones_are_soft_and_start_and_end_in_silence(tone):
    sound = samples(tone, 22050)
    assert sound.dtype == np.int16
    assert sound.shape[1] == 2
    assert 500 < np.abs(sound).max() < 16384
    assert np.abs(sound[[0, -1]]).max() < 50


def test_every_tone_that_is_beeped_exists():
    known = set(EVERY_TONE)
    for share in np.linspace(-0.2, 1.2, 29):
        for turn in np.linspace(0, 2 * np.pi, 17):
            assert listen(share, (0.5 * np.cos(turn), 0.5 * np.sin(turn))).tone in known
        assert listen(share, (0.0, 0.0)).tone in known
    assert {tone.timbre for tone in known} == set(TIMBRES)


def test_tones_have_the_pitch_they_name():
    sound = samples(Tone(36, "dull"), 44100)[:, 0].astype(float)
    strongest = np.argmax(np.abs(np.fft.rfft(sound, 1 << 17))) * 44100 / (1 << 17)
    assert strongest == pytest.approx(hertz(36), rel=0.01)


def test_timbres_differ_in_brightness():
    def centre(timbre):
        power = np.abs(np.fft.rfft(samples(Tone(20, timbre), 44100)[:, 0].astype(float))) ** 2
        return (np.arange(len(power)) * power).sum() / power.sum()

    assert 1.2 * centre("dull") < centre("plain") < centre("bright") / 1.3


# ---- walks by ear


def level_one():
    return levels.build(levels.read(levels.shipped()[0]))


def share_of(site, height):
    return height / site.setup.terrain.heights.max()


def ears_at(site, state):
    return listen(share_of(site, state.height), state.slope)


def walk_by_ear(site, rate, listening):
    """Play with a step size that is wrong at first, choosing it by `listening(state)` alone.

    The policy: where the tone got higher, the step went over the bottom: a third of the step. Where
    it hardly changed though the ground is not flat: half as long again. At the hum, dig.
    """
    walk = Expedition(site.setup)
    walk.apply(Tune("learning_rate", rate))
    before = listening(walk.now)
    while walk.now.ending is None:
        if before.tone.flat:
            walk.apply(Dig())
            break
        walk.apply(Step())
        after = listening(walk.now)
        if after.tone.pitch > before.tone.pitch:
            rate /= 3.0
        elif before.tone.pitch - after.tone.pitch < 2 and not after.tone.flat:
            rate *= 1.5
        walk.apply(Tune("learning_rate", rate))
        before = after
    return walk.now


def test_level_one_is_won_with_the_screen_covered():
    """As the level hands it out: a child may press Step, and digs at the hum."""
    site = level_one()
    walk = Expedition(site.setup)
    heard = [ears_at(site, walk.now)]
    while walk.now.ending is None:
        walk.apply(Dig() if heard[-1].tone.flat else Step())
        heard.append(ears_at(site, walk.now))
    assert walk.now.ending is Ending.FOUND
    pitches = [each.tone.pitch for each in heard]
    assert pitches[-1] < pitches[0] - 10, "the way down is not heard"


@pytest.mark.parametrize("rate", [0.5, 2.0, 30.0])
def test_a_wrong_step_size_is_put_right_by_ear(rate):
    site = level_one()
    assert walk_by_ear(site, rate, lambda state: ears_at(site, state)).ending is Ending.FOUND


@pytest.mark.parametrize("rate", [0.5])
def test_the_same_policy_without_ears_fails(rate):
    deaf = Heard(Tone(30), 0.0, 4)
    always = walk_by_ear(level_one(), rate, lambda state: deaf)
    same = Expedition(level_one().setup)
    same.apply(Tune("learning_rate", rate))
    while same.now.ending is None:
        same.apply(Step())
    assert same.now.ending is not Ending.FOUND
    assert always.ending is not Ending.FOUND


def follow(site, sides):
    """Go where the sound says, a fixed pace each time; how near the gem it came, in paces."""
    terrain, place = site.setup.terrain, np.array(site.setup.start, float)
    nearest = math.inf
    for number in range(200):
        nearest = min(nearest, float(np.hypot(*(place - site.setup.gem))))
        heard = listen(
            share_of(site, terrain.height(place[None])[0]), terrain.gradient(place[None])[0]
        )
        if heard.tone.flat:
            break
        north_south = {"bright": -1.0, "plain": 0.0, "dull": 1.0}[heard.tone.timbre]
        south = north_south * math.sqrt(max(1.0 - heard.pan**2, 0.0))
        place = place + sides * np.array([heard.pan, south]) * (2.0 if number < 60 else 0.4)
        place = np.clip(place, 0.0, 100.0)
    return nearest


def test_side_and_timbre_alone_lead_to_the_gem():
    site = level_one()
    assert follow(site, np.array([1.0, 1.0])) < 1.5
    assert follow(site, np.array([-1.0, 1.0])) > 10.0
    assert follow(site, np.array([1.0, -1.0])) > 10.0


# ---- words


def test_every_ending_has_words_of_its_own():
    assert len({arrival(ending) for ending in Ending}) == len(Ending)


@pytest.mark.parametrize(
    ("slope", "wind"),
    [
        ((0, 1), "north."), ((-1, 1), "north-east."), ((-1, 0), "east."), ((-1, -1), "south-east."),
        ((0, -1), "south."), ((1, -1), "south-west."), ((1, 0), "west."), ((1, 1), "north-west."),
    ],
)  # fmt: skip
def test_bearings_tell_the_way_down(slope, wind):
    assert bearing(slope).endswith(" " + wind)
    assert "flat" in bearing((0.0, 0.0))


def test_the_tempo_never_runs_away():
    assert beeps_a_second(0.0) == 1.0
    assert beeps_a_second(1e9) == 7.0
