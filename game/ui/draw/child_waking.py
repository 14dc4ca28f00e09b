"""How the child wakes up and says hello, as functions of a phase 0..1."""

from game.ui.draw.child_moves import ease, wave
from game.ui.draw.child_rig import Pose


def wake(phase: float) -> Pose:
    """Once: opens its eyes, gets up, stretches and yawns."""
    up = ease(min(1.0, max(0.0, (phase - 0.18) / 0.34)))
    stretch = ease(min(1.0, max(0.0, (phase - 0.42) / 0.2))) * (
        1 - ease(max(0.0, phase - 0.8) / 0.2)
    )
    sit = 1.0 - up
    low, high = (-3.5 * sit + 4.0 * up, 12.0 * sit + 1.0 * up), -8.0 * sit - 13.0 * up
    reach = high + (19.0 - high) * stretch
    out = 9.0 * stretch
    return Pose(
        hip=(0.0, -5.0 * sit, 5.2 + 12.6 * up + 0.6 * stretch),
        pitch=0.30 * sit - 0.06 * stretch,
        nod=0.34 * sit - 0.20 * stretch,
        tilt=0.10 * sit,
        feet=((3.4, 5.5 * sit, 0.0), (-3.4, 5.5 * sit, 0.0)),
        hands=((low[0] + out, low[1], reach), (-low[0] - out, low[1], reach)),
        splay=0.8,
        squash=-0.03 * stretch,
        hat=3.0 * stretch,
        hat_down=phase < 0.14,
        eyes="shut" if phase < 0.2 or 0.45 < phase < 0.8 else "wide" if phase < 0.36 else "open",
        mouth="o" if stretch > 0.3 else "smile",
        brow=0.3,
    )


def greet(phase: float) -> Pose:
    """Waves with one arm, up on its toes."""
    swing = wave(phase, 2)
    bob = abs(wave(phase))
    return Pose(
        hip=(0.8 * wave(phase), 0.0, 17.6 + 0.7 * bob),
        roll=-0.05 + 0.03 * wave(phase),
        tilt=0.10 + 0.05 * wave(phase),
        nod=-0.08,
        hands=((11.0 + 6.5 * swing, 2.0, 19.0 - 3.0 * abs(swing)), (-4.4, 1.2, -12.6)),
        splay=0.9,
        hat=1.4 * bob,
        squash=-0.012 * bob,
        eyes="happy" if phase < 0.6 else "open",
        mouth="grin",
        brow=0.6,
    )
