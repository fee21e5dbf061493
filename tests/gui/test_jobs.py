"""Slow work: where it runs, where its end is told, how it is stopped."""

import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from pytestqt.qtbot import QtBot

from customerbook.gui.jobs import Jobs, Progress
from customerbook.model.errors import BookError, ConflictError


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.stop_all()


def test_work_runs_elsewhere_and_its_result_comes_back_here(qtbot: QtBot, jobs: Jobs) -> None:
    here = threading.get_ident()
    told: list[tuple[int, int]] = []
    jobs.start(
        lambda _progress: threading.get_ident(),
        done=lambda there: told.append((there, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(told))
    ((there, back),) = told
    assert back == here
    assert there != here
    assert not jobs.busy()


def test_a_known_error_comes_to_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise ConflictError("It was changed.")

    jobs.start(work, done=lambda _result: None, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ConflictError)


def test_a_known_error_that_nobody_asked_for_is_for_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_progress: Progress) -> None:
        raise BookError("The disk is full.")

    with qtbot.waitSignal(jobs.refused) as told:
        jobs.start(work, done=lambda _result: None)
    assert str(told.args[0]) == "The disk is full."


def test_a_bug_is_told_as_one(qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    bugs: list[BaseException] = []
    failed: list[Exception] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: bugs.append(error))

    def work(_progress: Progress) -> int:
        return 1 // 0

    jobs.start(work, done=lambda _result: None, failed=failed.append)
    qtbot.waitUntil(lambda: bool(bugs))
    assert isinstance(bugs[0], ZeroDivisionError)
    assert failed == bugs


def test_progress_comes_back_here_but_not_each_figure(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[int] = []
    ended: list[int] = []

    def work(progress: Progress) -> int:
        for count in range(10_000):
            progress(count)
        return 10_000

    jobs.start(work, done=ended.append, progress=told.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert told[0] == 0
    assert len(told) < 1000


def test_cancelling_asks_and_the_end_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    ended: list[str] = []

    def work(progress: Progress) -> str:
        while not progress.cancelled():
            time.sleep(0.001)
        return "stopped"

    job = jobs.start(work, done=ended.append)
    job.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["stopped"]


def test_after_stopping_all_nobody_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    ended: list[str] = []

    def work(progress: Progress) -> str:
        while not progress.cancelled():
            time.sleep(0.001)
        return "stopped"

    jobs.start(work, done=ended.append)
    assert jobs.stop_all(wait=5)
    qtbot.waitUntil(lambda: not jobs._running)
    assert ended == []


def test_what_cannot_be_stopped_is_reported(qtbot: QtBot) -> None:
    jobs = Jobs()
    go_on = threading.Event()
    jobs.start(lambda _progress: go_on.wait(10), done=lambda _result: None)
    assert not jobs.stop_all(wait=0.05)
    go_on.set()
    assert jobs.stop_all(wait=5)
    qtbot.waitUntil(lambda: not jobs.busy())
    assert QThread.currentThread().isCurrentThread()


def test_only_what_somebody_waits_for_makes_the_window_busy(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[bool] = []
    jobs.busy_changed.connect(lambda: told.append(jobs.busy()))
    go_on = threading.Event()
    jobs.start(lambda _progress: go_on.wait(10), done=lambda _result: None, quiet=True)
    assert not jobs.busy()
    assert told == []
    jobs.start(lambda _progress: go_on.wait(10), done=lambda _result: None)
    assert told == [True]
    go_on.set()
    qtbot.waitUntil(lambda: told == [True, False])


def test_an_owner_that_is_gone_is_not_told(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[str] = []
    owner = QObject()
    go_on = threading.Event()

    def work(_progress: Progress) -> str:
        go_on.wait(10)
        return "done"

    jobs.start(work, done=told.append, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert told == []
