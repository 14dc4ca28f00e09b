"""Real time -> steps due, and how far the drawing has come between two steps.

Times are kept as whole microseconds, so that steps never drift however the frames fall. Nothing
here knows of pygame or of the walk: the scene asks how many steps are due, applies them, and draws
the last move at `blend`, from 0 (at the previous state) to 1 (at the present one).
"""

STEPS_A_SECOND = (0.75, 1.5, 3.0, 8.0, 20.0)
NORMAL_SPEED = 2
# A window that was dragged or a machine that slept must not burn the water at one go.
LONGEST_FRAME_MS = 250.0


class Pace:
    """One walk's clock: resting, running, or gliding through a single move."""

    def __init__(self, speed: int = NORMAL_SPEED) -> None:
        self._speed = 0
        self._running = False
        self._length_us = self._since_us = 1
        self._carry = 0.0
        self.speed = speed

    @property
    def speed(self) -> int:
        """Index into STEPS_A_SECOND; a change in mid-step keeps `blend` (to a microsecond)."""
        return self._speed

    @speed.setter
    def speed(self, speed: int) -> None:
        if not 0 <= speed < len(STEPS_A_SECOND):
            raise ValueError(f"speed {speed} is not in 0..{len(STEPS_A_SECOND) - 1}")
        self._speed = speed
        self._stretch(self.period_us)

    @property
    def period_us(self) -> int:
        """Microseconds from one step to the next."""
        return round(1_000_000 / STEPS_A_SECOND[self._speed])

    @property
    def running(self) -> bool:
        """Whether steps come due by themselves."""
        return self._running

    @property
    def resting(self) -> bool:
        """Whether nothing moves: not running, and the last move is drawn to its end."""
        return not self._running and self._since_us >= self._length_us

    @property
    def blend(self) -> float:
        """How far the drawing is from the previous state to the present one, 0..1."""
        return min(1.0, self._since_us / self._length_us)

    @property
    def left_ms(self) -> float:
        """Milliseconds until the move under way is drawn to its end; 0 at rest."""
        return max(self._length_us - self._since_us, 0) / 1e3

    def faster(self) -> None:
        """One speed up, if there is one."""
        self.speed = min(self._speed + 1, len(STEPS_A_SECOND) - 1)

    def slower(self) -> None:
        """One speed down, if there is one."""
        self.speed = max(self._speed - 1, 0)

    def run(self) -> None:
        """Let steps come due; the first at once if the child stands still."""
        self._running = True

    def pause(self) -> None:
        """No more steps; the move under way is drawn to its end, so the picture tells the truth."""
        self._running = False

    def toggle(self) -> None:
        """Run if paused, pause if running."""
        self._running = not self._running

    def glide(self, duration_ms: float | None = None) -> None:
        """Draw a move that the scene has just applied (step, gust, leap, rewind) from 0 to 1.

        Without a duration it takes as long as a step; a running walk's own steps glide already,
        since they came due, and are left alone. With one, a running walk waits for its end.
        """
        if self._running and duration_ms is None:
            return
        self._length_us = max(
            1, self.period_us if duration_ms is None else round(duration_ms * 1e3)
        )
        self._since_us = 0

    def rest(self) -> None:
        """Stop, and show the present state at once."""
        self._running = False
        self._since_us = self._length_us

    def advance(self, elapsed_ms: float) -> int:
        """Let `elapsed_ms` pass; returns how many steps are due now, 0 or more."""
        exact = min(max(elapsed_ms, 0.0), LONGEST_FRAME_MS) * 1e3 + self._carry
        passed = int(exact)
        self._carry = exact - passed
        if not self._running:
            self._since_us = min(self._since_us + passed, self._length_us)
            return 0
        self._since_us += passed
        if self._since_us < self._length_us:
            return 0
        left_us = self._since_us - self._length_us
        self._length_us = self.period_us
        due, self._since_us = divmod(left_us, self._length_us)
        return due + 1

    def _stretch(self, length_us: int) -> None:
        self._since_us = self._since_us * length_us // self._length_us
        self._length_us = length_us
