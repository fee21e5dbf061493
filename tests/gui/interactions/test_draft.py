"""Drafts are written beside the window's thread, and never after they were thrown away."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from customerbook.book.book import Book
from customerbook.gui.interactions.draft import DraftKeeper, Values
from tests.gui.counter import CounterShell


class Typed:
    """Stands for a form: what was typed into it."""

    def __init__(self) -> None:
        self.values: Values = {}


@pytest.fixture
def typed() -> Typed:
    return Typed()


@pytest.fixture
def parent() -> QObject:
    return QObject()


def keeper(shell: CounterShell, typed: Typed, parent: QObject, matter: str = "a") -> DraftKeeper:
    return DraftKeeper(
        shell.session,
        shell.jobs,
        name="form",
        matter=matter,
        values=lambda: typed.values,
        parent=parent,
    )


def test_it_is_kept_when_the_hands_rest(
    qtbot: QtBot, shell: CounterShell, book: Book, typed: Typed, parent: QObject
) -> None:
    made = keeper(shell, typed, parent)
    typed.values = {"note": "Half"}
    with qtbot.waitSignal(made.kept):
        made.touch()
    assert made.found() == {"note": "Half"}
    assert book.drafts.get("form") == {"a": {"note": "Half"}}


def test_keeping_writes_at_once_what_was_not_written_yet(
    shell: CounterShell, book: Book, typed: Typed, parent: QObject
) -> None:
    made = keeper(shell, typed, parent)
    typed.values = {"note": "Half"}
    made.keep()
    assert book.drafts.get("form") is None  # nothing was typed
    made.touch()
    made.keep()
    assert book.drafts.get("form") == {"a": {"note": "Half"}}


def test_drafts_of_one_name_do_not_touch_each_other(
    shell: CounterShell, book: Book, typed: Typed, parent: QObject
) -> None:
    one, other = keeper(shell, typed, parent), keeper(shell, typed, parent, "b")
    typed.values = {"note": "Both"}
    for made in (one, other):
        made.touch()
        made.keep()
    one.drop()
    assert book.drafts.get("form") == {"b": {"note": "Both"}}
    other.drop()
    assert book.drafts.get("form") is None


def test_an_emptied_form_leaves_no_draft(
    shell: CounterShell, book: Book, typed: Typed, parent: QObject
) -> None:
    made = keeper(shell, typed, parent)
    typed.values = {"note": "Half"}
    made.touch()
    made.keep()
    typed.values = {}
    made.touch()
    made.keep()
    assert book.drafts.get("form") is None


def test_what_was_thrown_away_is_not_written_by_a_late_worker(
    qtbot: QtBot, shell: CounterShell, book: Book, typed: Typed, parent: QObject
) -> None:
    made = keeper(shell, typed, parent)
    typed.values = {"note": "Half"}
    held, go_on = threading.Event(), threading.Event()

    def hold(_progress: object) -> None:
        with book.db.writing():
            held.set()
            go_on.wait(10)

    shell.jobs.start(hold, done=lambda _nothing: None)
    held.wait(10)
    made.touch()
    made._keep_aside()  # the worker now waits for the book
    threading.Timer(0.05, go_on.set).start()
    made.drop()
    qtbot.waitUntil(lambda: not shell.jobs.busy())
    assert book.drafts.get("form") is None
    made.touch()
    made.keep()
    assert book.drafts.get("form") is None


def test_a_form_that_is_gone_before_its_draft_lies_in_the_book_is_not_told(
    qtbot: QtBot, shell: CounterShell, book: Book, typed: Typed, parent: QObject
) -> None:
    made = keeper(shell, typed, parent)
    typed.values = {"note": "Half"}
    made.touch()
    made._keep_aside()
    delete(made)
    qtbot.waitUntil(lambda: not shell.jobs.busy())
    assert book.drafts.get("form") == {"a": {"note": "Half"}}
