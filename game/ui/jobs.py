"""Long work beside the frame loop, so that the window keeps answering."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")
NAME = "job"  # of every thread that works
# More at a time would end no sooner, and each bake has 100 MB in hand: a wheel that is turned fast
# wishes for ten.
_AT_A_TIME = 2
_places = threading.Semaphore(_AT_A_TIME)


class CancelledError(Exception):
    """Raised inside the work when nobody waits for it any more."""


def wait_for_all(seconds: float) -> None:
    """Wait until all work has ended, that of closed scenes too; at most so long for each."""
    for thread in threading.enumerate():
        if thread.name == NAME:
            thread.join(seconds)


class Report:
    """What the work calls now and then: how far it is. Raises CancelledError when it should end."""

    def __init__(self) -> None:
        self.said: tuple[float, str] = (0.0, "")  # replaced whole, so no lock is needed
        self.stop = threading.Event()

    def __call__(self, done: float, name: str = "") -> None:
        """`done` is 0..1; `name` is what is being done, or "" for the same as before."""
        if self.stop.is_set():
            raise CancelledError
        self.said = (min(max(float(done), 0.0), 1.0), name or self.said[1])


class Job(Generic[Result]):
    """Runs `work(report)` in a thread of its own, from now on or when work before it has ended.

    Work that is given up before it has begun never begins.
    """

    def __init__(self, work: Callable[[Report], Result]) -> None:
        self._report = Report()
        self._work = work
        self._outcome: list[Result] = []
        self._error: BaseException | None = None
        # A daemon: closing the window does not wait for a desert.
        self._thread = threading.Thread(target=self._run, name=NAME, daemon=True)
        self._thread.start()

    @property
    def progress(self) -> float:
        """How far the work is, 0..1; 1 only when it is done."""
        return 1.0 if self.done else min(self._report.said[0], 0.99)

    @property
    def doing(self) -> str:
        """What is being done now."""
        return self._report.said[1]

    @property
    def done(self) -> bool:
        """Whether the work has ended, well or not."""
        return not self._thread.is_alive()

    def result(self) -> Result:
        """What the work returned, waiting for it; raises what the work raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._outcome[0]

    def cancel(self) -> None:
        """Ask the work to end at its next report."""
        self._report.stop.set()

    def _run(self) -> None:
        try:
            with _places:
                self._report(0.0)
                self._outcome.append(self._work(self._report))
        except CancelledError as error:
            # Its frames hold all that was in hand, 100 MB of a bake, and know this job.
            self._error = error.with_traceback(None)
        except BaseException as error:  # kept for whoever asks for the result
            self._error = error
