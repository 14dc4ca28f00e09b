"""The child of the title: asleep until someone comes, and again once all is quiet."""

QUIET_MS = 20_000.0  # without anybody, until it falls asleep
_WAKING_MS, _GREETING_MS, _AGAIN_MS = 1500.0, 3600.0, 9000.0
_BREATH_MS, _WAVE_MS, _IDLE_MS = 4200.0, 1300.0, 2600.0


class Sleeper:
    """What the child does: `noticed` when somebody is there, `update` to let time pass."""

    def __init__(self) -> None:
        self._since_ms = 0.0  # it fell asleep or woke up
        self._quiet_ms = 0.0
        self.awake = False

    def noticed(self) -> None:
        """Somebody moved: wake up, or stay awake."""
        self._quiet_ms = 0.0
        if not self.awake:
            self.awake, self._since_ms = True, 0.0

    def update(self, elapsed_ms: float) -> None:
        """Let time pass."""
        self._since_ms += elapsed_ms
        self._quiet_ms += elapsed_ms
        if self.awake and self._quiet_ms >= QUIET_MS:
            self.awake, self._since_ms = False, 0.0

    @property
    def risen(self) -> bool:
        """Whether it stands on its feet, and may look around."""
        return self.awake and self._since_ms >= _WAKING_MS

    def pose(self, still: bool = False) -> tuple[str, float]:
        """Pose and phase for `ChildArt`; `still` for who wants no motion."""
        since = self._since_ms
        if not self.awake:
            return "asleep", 0.3 if still else since / _BREATH_MS % 1.0
        if still:
            return "greet", 0.1
        if since < _WAKING_MS:
            return "wake", since / _WAKING_MS
        later = (since - _WAKING_MS) % _AGAIN_MS
        if later < _GREETING_MS:
            return "greet", later / _WAVE_MS % 1.0
        return "idle", since / _IDLE_MS % 1.0
