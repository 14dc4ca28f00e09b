"""Work beside the frame loop reports, ends, fails and is given up."""

import gc
import threading
import weakref

import pytest

from game.ui.jobs import CancelledError, Job, wait_for_all


class Held:
    """Work that tells when it has begun, and does `then(report)` once it is let on."""

    def __init__(self, then=lambda report: None):
        self.begun, self._on, self._then = threading.Event(), threading.Event(), then

    def __call__(self, report):
        self.begun.set()
        assert self._on.wait(10)
        return self._then(report)

    def started(self):
        """The job, at work."""
        job = Job(self)
        assert self.begun.wait(10)
        return job

    def let_on(self):
        self._on.set()


def test_a_job_gives_its_result():
    job = Job(lambda report: 6 * 7)
    assert job.result() == 42
    assert job.done
    assert job.progress == 1.0


def test_progress_is_seen_while_the_work_goes_on():
    seen, go_on = threading.Event(), threading.Event()

    def work(report):
        report(0.5, "painting")
        seen.set()
        go_on.wait(10)
        report(7.0)
        return "done"

    job = Job(work)
    assert seen.wait(10)
    assert (job.progress, job.doing, job.done) == (0.5, "painting", False)
    go_on.set()
    assert job.result() == "done"
    assert job.doing == "painting"


def test_the_error_of_the_work_is_raised_where_the_result_is_asked_for():
    def work(report):
        raise OSError("no such land")

    with pytest.raises(OSError, match="no such land"):
        Job(work).result()


def test_a_cancelled_job_ends_at_its_next_report():
    def go_on(report):
        report(0.1)
        raise AssertionError("went on")

    work = Held(go_on)
    job = work.started()
    job.cancel()
    work.let_on()
    with pytest.raises(CancelledError):
        job.result()


def test_work_that_nobody_asks_about_any_more_is_waited_for():
    ended = threading.Event()
    work = Held(lambda report: ended.set())
    work.started()
    wait_for_all(0.01)
    assert not ended.is_set()
    work.let_on()
    wait_for_all(10)
    assert ended.is_set()


def test_few_work_at_a_time_and_who_is_given_up_while_waiting_never_begins():
    wait_for_all(10)  # for work of other tests
    first, second, third, fourth = works = [Held() for _ in range(4)]
    jobs = [first.started(), second.started(), Job(third), Job(fourth)]
    jobs[3].cancel()
    assert not third.begun.wait(0.05)
    for work in works:
        work.let_on()
    for job in jobs[:3]:
        job.result()
    assert third.begun.is_set()
    with pytest.raises(CancelledError):
        jobs[3].result()
    assert not fourth.begun.is_set()


def test_work_that_was_given_up_keeps_nothing_in_hand():
    class Land:
        pass

    lands = []

    def bake(report):
        land = Land()
        lands.append(weakref.ref(land))
        report(0.5)
        return land

    gc.disable()  # which comes too seldom for what is so large
    try:
        work = Held(bake)
        job = work.started()
        job.cancel()
        work.let_on()
        with pytest.raises(CancelledError):
            job.result()
        assert lands[0]() is None
    finally:
        gc.enable()
