"""The watchdog tells what the window's thread did while it answered nobody."""

import gc
import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from customerbook.store.turns import Turns
from tests.watchdog import Stall, Watchdog, watched

pytestmark = pytest.mark.alone

LONG = 0.12


def stalled(doing: Callable[[], object]) -> Stall:
    """The stall that comes of doing something in the loop."""
    dog, loop = Watchdog(), QEventLoop()
    dog.start()
    QTimer.singleShot(30, doing)
    QTimer.singleShot(60, loop.quit)
    loop.exec()
    dog.stop()
    return dog.worst


def busy() -> None:
    """Use the processor."""
    end = time.thread_time() + LONG
    while time.thread_time() < end:
        pass


def test_work_of_its_own(qapp: QApplication) -> None:
    stall = stalled(busy)
    assert stall.own > LONG * 0.9
    assert stall.ran > LONG * 0.9
    assert stall.book == 0
    assert "busy <" in "\n".join(stall.stacks)
    assert "at work" in str(stall)


def test_waiting_for_the_book(qapp: QApplication) -> None:
    turns, taken = Turns(), threading.Event()

    def hold() -> None:
        turns.take(taken.set, 0.01)
        taken.set()
        time.sleep(LONG)
        turns.end()

    def wait() -> None:
        other.start()
        taken.wait()
        turns.take(lambda: None, 0.01)
        turns.end()

    other = threading.Thread(target=hold)
    stall = stalled(wait)
    other.join()
    assert stall.longest > LONG * 0.8
    assert stall.ran < LONG / 2
    assert "waited for the book" in str(stall)
    assert "take <" in "\n".join(stall.stacks)


def test_waiting_for_the_interpreter(qapp: QApplication) -> None:
    row = [0] * 20_000_000

    def wait() -> None:
        began = threading.Event()

        def hold() -> None:
            began.set()
            row.count(1)  # nobody else runs meanwhile

        other = threading.Thread(target=hold)
        other.start()
        began.wait()
        time.sleep(0.001)
        other.join()

    # What other programs take away does not count: now and then that is all of it.
    told = (stalled(wait) for _ in range(10))
    assert any(one.held > 0.02 and "interpreter held" in str(one) for one in told)


def test_looking_for_garbage(qapp: QApplication) -> None:
    many = [[number] for number in range(1_000_000)]
    stall = stalled(gc.collect)
    assert many
    assert stall.garbage > 0.01
    assert "looked for garbage" in str(stall)


def test_too_long_a_stall_fails(qapp: QApplication) -> None:
    def play() -> None:
        loop = QEventLoop()
        QTimer.singleShot(100, busy)
        QTimer.singleShot(150, loop.quit)
        loop.exec()

    with pytest.raises(AssertionError, match="the window stood still for"), watched():
        play()
    with watched(limit=10):
        play()
