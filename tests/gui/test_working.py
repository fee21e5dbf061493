"""Work on many things: the sheet that says how far it is, and stopping it."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from customerbook.book.step import CancelledError
from customerbook.gui.jobs import Progress
from customerbook.gui.working import Working, go_on
from customerbook.model.errors import InvalidInputError
from tests.gui.counter import CounterShell, book, press, shell, template

__all__ = ["book", "shell", "template"]


class Slow:
    """Work that goes on when it is told to."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def __call__(self, progress: Progress) -> int:
        """Say that some are done, then wait."""
        go_on(progress, 30)
        self.go.wait(20)
        go_on(progress, 120)
        return 120


@pytest.fixture
def slow() -> Iterator[Slow]:
    made = Slow()
    yield made
    made.go.set()


def test_what_is_done_soon_shows_no_sheet(shell: CounterShell, qtbot: QtBot) -> None:
    done: list[int] = []
    Working(shell, "Counting", 3, lambda _progress: 3, done=done.append)
    qtbot.waitUntil(lambda: not shell.host.findChildren(Working))
    assert done == [3]
    assert shell.sheets == []
    assert shell.host.findChildren(Working) == []
    assert shell.host.isActiveWindow()


def test_what_takes_longer_says_how_far_it_is(
    shell: CounterShell, qtbot: QtBot, slow: Slow
) -> None:
    done: list[int] = []
    working = Working(shell, "Counting", 12_000, slow, done=done.append)
    qtbot.waitUntil(working.isVisible)
    assert shell.sheets == [working]
    qtbot.waitUntil(lambda: working.count.text() == "30 of 12,000")
    assert working.line.isVisible()
    assert working.cancel.hasFocus()
    slow.go.set()
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(1)
    assert shell.host.findChildren(Working) == []


def test_escape_asks_it_to_stop_and_waits_until_it_has(
    shell: CounterShell, qtbot: QtBot, slow: Slow
) -> None:
    told: list[str] = []
    working = Working(
        shell,
        "Counting",
        200,
        slow,
        done=lambda _count: told.append("done"),
        stopped=lambda: told.append("stopped"),
    )
    qtbot.waitUntil(working.isVisible)
    press("Escape")
    assert working.isVisible()
    assert working.count.text() == "Stopping …"
    assert not working.cancel.isEnabled()
    slow.go.set()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(1)
    assert told == ["stopped"]
    assert shell.host.findChildren(Working) == []


def test_what_fails_is_told_in_its_own_words(shell: CounterShell, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> int:
        raise InvalidInputError("Nothing to count.")

    Working(shell, "Counting", 3, work, done=lambda _count: None)
    qtbot.waitUntil(lambda: ("say", "Nothing to count.") in shell.asked)


def test_go_on_ends_what_nobody_wants() -> None:
    progress = Progress()
    go_on(progress, 1)
    progress.cancel()
    with pytest.raises(CancelledError):
        go_on(progress, 2)
