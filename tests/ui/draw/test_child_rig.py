"""The skeleton: limbs keep their lengths, and what is forward is seen forward."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.draw.child_rig import Pose, View, bend, solve


@given(st.tuples(*[st.floats(-30, 30)] * 3))
@settings(max_examples=60)
def test_limbs_keep_their_lengths_wherever_they_reach(target):
    middle, end = bend((0.0, 0.0, 0.0), target, 8.0, 9.0, (0.2, 1.0, 0.1))
    assert math.dist((0, 0, 0), middle) == pytest.approx(8.0, rel=1e-6)
    assert math.dist(middle, end) == pytest.approx(9.0, rel=1e-6)


def test_a_forward_hand_is_to_the_right_for_a_child_that_faces_right():
    pose = Pose(hands=((0.0, 12.0, -4.0), (0.0, -12.0, -4.0)))
    bones = solve(pose, View(math.pi / 2))
    assert bones.hands[0][0] > bones.neck[0] + 5 > bones.neck[0] - 5 > bones.hands[1][0]
    facing_us = solve(pose, View(0.0))
    assert facing_us.hands[0][2] > 5 > -5 > facing_us.hands[1][2]  # nearer, and farther
