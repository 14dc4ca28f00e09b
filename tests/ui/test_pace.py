"""Steps never drift, drawing never leaves 0..1, and a pause tells the truth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.pace import LONGEST_FRAME_MS, STEPS_A_SECOND, Pace

frames = st.lists(st.floats(0.0, 100.0, allow_subnormal=False), max_size=80)
speeds = st.integers(0, len(STEPS_A_SECOND) - 1)


@given(frames, speeds)
def test_steps_due_depend_on_the_time_passed_and_not_on_the_frames(slices, speed):
    sliced, whole = Pace(speed), Pace(speed)
    sliced.run()
    whole.run()
    due = sum(sliced.advance(elapsed) for elapsed in slices)
    total = sum(slices)
    even = sum(whole.advance(total / 100) for _ in range(100)) if slices else 0
    # The very last microsecond may fall on either side.
    assert abs(due - even) <= 1
    expected = total * 1e3 / sliced.period_us + 1 if slices else 0
    assert expected - 1.001 <= due <= expected + 0.001


@given(frames, speeds)
def test_what_is_left_of_a_move_passes_with_the_time(slices, speed):
    pace = Pace(speed)
    pace.glide()
    for elapsed in slices:
        before = pace.left_ms
        pace.advance(elapsed)
        assert pace.left_ms == pytest.approx(max(before - elapsed, 0.0), abs=0.01)
        assert (pace.left_ms == 0.0) == (pace.blend == 1.0)


def test_an_hour_of_odd_frames_gives_exactly_the_steps_of_an_hour():
    pace = Pace(4)
    pace.run()
    due = sum(pace.advance(16.7) for _ in range(100_000))
    assert due == 100_000 * 16_700 // pace.period_us + 1


@given(frames, st.lists(st.sampled_from(["run", "pause", "toggle", "glide", "faster", "slower"])))
def test_blend_stays_between_the_two_states(slices, wishes):
    pace = Pace()
    wishes = wishes + [""] * len(slices)
    for elapsed, wish in zip(slices, wishes, strict=False):
        if wish:
            getattr(pace, wish)()
        pace.advance(elapsed)
        assert 0.0 <= pace.blend <= 1.0


def test_the_first_step_is_due_at_once():
    pace = Pace()
    pace.run()
    assert pace.advance(0.0) == 1
    assert pace.blend == 0.0
    assert pace.advance(1.0) == 0


def test_a_step_of_its_own_glides_once_and_rests():
    pace = Pace(2)
    assert pace.resting
    assert pace.blend == 1.0
    pace.glide()
    assert pace.blend == 0.0
    assert pace.advance(100.0) == 0
    assert pace.blend == pytest.approx(100.0 * 1e3 / pace.period_us, abs=1e-5)
    assert not pace.resting
    assert pace.advance(240.0) == 0
    assert pace.resting


def test_pausing_draws_the_move_to_its_end_and_asks_for_no_step():
    pace = Pace(2)
    pace.run()
    pace.advance(0.0)
    pace.advance(150.0)
    pace.pause()
    assert 0.0 < pace.blend < 1.0
    assert sum(pace.advance(50.0) for _ in range(100)) == 0
    assert pace.blend == 1.0
    assert pace.resting


def test_a_change_of_speed_keeps_the_child_where_it_is_drawn():
    pace = Pace(0)
    pace.run()
    pace.advance(0.0)
    for _ in range(3):
        pace.advance(200.0)
    before = pace.blend
    pace.faster()
    assert pace.blend == pytest.approx(before, abs=1e-4)
    assert pace.speed == 1


def test_speeds_end_where_they_end():
    pace = Pace(0)
    pace.slower()
    assert pace.speed == 0
    for _ in range(9):
        pace.faster()
    assert pace.speed == len(STEPS_A_SECOND) - 1
    with pytest.raises(ValueError, match="speed 5"):
        pace.speed = 5


def test_speeds_grow():
    assert list(STEPS_A_SECOND) == sorted(set(STEPS_A_SECOND))
    assert len(STEPS_A_SECOND) == 5


def test_a_running_walk_waits_for_a_leap_and_then_goes_on():
    pace = Pace(2)
    pace.run()
    pace.advance(0.0)
    pace.glide(700.0)
    due_at = [ms for ms in range(10, 1010, 10) if pace.advance(10.0)]
    assert due_at[0] == 700


def test_gliding_with_the_steps_of_a_running_walk_loses_no_time():
    pace = Pace(4)
    pace.run()
    due = 0
    for _ in range(1000):
        for _ in range(pace.advance(16.0)):
            due += 1
            pace.glide()
    assert due == 16_000_000 // pace.period_us + 1


def test_a_machine_that_slept_burns_no_water():
    pace = Pace(2)
    pace.run()
    assert pace.advance(3_600_000.0) <= 1 + LONGEST_FRAME_MS * 1e3 / pace.period_us
    assert pace.advance(-5.0) == 0


def test_rest_shows_the_present_state_at_once():
    pace = Pace()
    pace.run()
    pace.advance(10.0)
    pace.rest()
    assert pace.resting
    assert pace.advance(1000.0) == 0
