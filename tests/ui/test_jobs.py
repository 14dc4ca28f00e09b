"""Work beside the frame loop reports, ends, fails and is given up."""

import gc
import threading
import weakref

import pytest

from game.ui.jobs import CancelledError, Job, wait_for_all


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
    started, cancelled = threading.Event(), threading.Event()

    def work(report):
        started.set()
        cancelled.wait(10)
        report(0.1)
        raise AssertionError("went on")

    job = Job(work)
    assert started.wait(10)
    job.cancel()
    cancelled.set()
    with pytest.raises(CancelledError):
        job.result()


def test_work_that_nobody_asks_about_any_more_is_waited_for():
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work(report):
        begun.set()
        go_on.wait(10)
        ended.set()

    Job(work)
    assert begun.wait(10)
    wait_for_all(0.01)
    assert not ended.is_set()
    go_on.set()
    wait_for_all(10)
    assert ended.is_set()


def test_few_work_at_a_time_and_who_is_given_up_while_waiting_never_begins():
    wait_for_all(10)  # for work of other tests
    go_on, begun = threading.Event(), []

    def work(name):
        def run(report):
            begun.append(name)
            go_on.wait(10)
            return name

        return run

    jobs = [Job(work(name)) for name in range(2)]
    while len(begun) < 2:
        threading.Event().wait(0.001)
    waiting, given_up = Job(work(2)), Job(work(3))
    given_up.cancel()
    assert not waiting.done
    assert sorted(begun) == [0, 1]
    go_on.set()
    assert [job.result() for job in (*jobs, waiting)] == [0, 1, 2]
    with pytest.raises(CancelledError):
        given_up.result()
    assert sorted(begun) == [0, 1, 2]


def test_work_that_was_given_up_keeps_nothing_in_hand():
    class Land:
        pass

    lands, begun, go_on = [], threading.Event(), threading.Event()

    def work(report):
        land = Land()
        lands.append(weakref.ref(land))
        begun.set()
        go_on.wait(10)
        report(0.5)
        return land

    gc.disable()  # which comes too seldom for what is so large
    try:
        job = Job(work)
        assert begun.wait(10)
        job.cancel()
        go_on.set()
        with pytest.raises(CancelledError):
            job.result()
        assert lands[0]() is None
    finally:
        gc.enable()
